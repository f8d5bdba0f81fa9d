//! One published number divided by another: per participant, per dollar, per thousand jobs.
//!
//! Both numbers must be published, of the same whole, of one type and of nearly the same date; a small
//! denominator makes a ratio random. Where one of these conditions fails there is no ratio but a
//! reason.

use super::{ClaimContext, FigureWords, MeasureWords, measures_published};
use crate::package::RatioPlan;
use crate::table::Dataset;
use crate::value::{DateWords, Kind, Qualifier, Quantity, Unit};

/// Fewer people or jobs than this are too few to divide by.
pub const FEWEST: f64 = 30.0;
/// Two counts of people that are more days apart than this are not compared.
pub const DAYS_APART: i32 = 366;

/// One of the two published numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct RatioPart {
    pub claim_id: String,
    pub quantity: Quantity,
    pub measure: MeasureWords,
    pub kind: Kind,
    /// The date that the source gives for it, else the day it was published.
    pub date: Option<String>,
    pub is_part: bool,
    /// The addresses of its sources.
    pub sources: Vec<String>,
}

impl RatioPart {
    /// Whether one source gives both: numbers of one source are taken to be of the same time.
    fn shares_source(&self, other: &Self) -> bool {
        self.sources.iter().any(|url| other.sources.contains(url))
    }
}

/// Why there is no ratio.
#[derive(Clone, Debug, PartialEq)]
pub enum NoRatio {
    /// Neither number was published.
    Nothing,
    /// The numerator was not published for the whole.
    NoNumerator,
    /// The denominator was not published for the whole.
    NoDenominator,
    /// A result is divided by a goal.
    Kinds { numerator: Kind, denominator: Kind },
    /// One is of a part and the other of the whole.
    Parts,
    /// The dates of the two are too far apart.
    Dates {
        numerator: String,
        denominator: String,
    },
    /// A number has no date, so it is unknown whether the two are of the same time.
    Undated,
    /// The denominator is known to be small, or may be.
    Small { fewest: u32 },
    /// The share is above 1: the two do not count the same people.
    BeyondWhole,
    /// The two have no quotient: a bound is open on the wrong side, or the denominator is zero.
    NoNumber,
}

/// A ratio with the two numbers it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    pub quantity: Quantity,
    pub measure: MeasureWords,
    pub numerator: RatioPart,
    pub denominator: RatioPart,
}

/// `numerator` divided by `denominator`, for each `per` of the denominator.
///
/// Units: people over people is a share from 0 to 1; dollars over people are dollars; anything else counts
/// the numerator's unit. Rounded numbers give rounded ratios: two digits where either is only "about".
pub fn ratio(
    plan: &RatioPlan,
    numerator: &RatioPart,
    denominator: &RatioPart,
) -> Result<Ratio, NoRatio> {
    if numerator.kind != denominator.kind {
        return Err(NoRatio::Kinds {
            numerator: numerator.kind,
            denominator: denominator.kind,
        });
    }
    if numerator.is_part || denominator.is_part {
        return Err(NoRatio::Parts);
    }
    let is_count = |term: &RatioPart| term.measure.unit.is_count();
    if is_count(numerator) && is_count(denominator) {
        apart(numerator, denominator)?;
    }
    // "More than 20" may be 25 or 2,500: only a large enough lower bound is certain to be large enough.
    let least = denominator.quantity.low.map_or(0.0, |end| end.at);
    let least = match denominator.quantity.word {
        Qualifier::About | Qualifier::Nearly => denominator.quantity.anchor(),
        _ => least,
    };
    if is_count(denominator) && least < FEWEST {
        return Err(NoRatio::Small {
            fewest: FEWEST as u32,
        });
    }
    let quantity = numerator
        .quantity
        .over(denominator.quantity)
        .map_err(|_| NoRatio::NoNumber)?;
    let is_share = numerator.measure.unit == denominator.measure.unit;
    if is_share && quantity.low.is_some_and(|low| low.at > 1.0) {
        return Err(NoRatio::BeyondWhole);
    }
    let unit = match is_share {
        true => Unit::new(Unit::SHARE),
        false => numerator.measure.unit.clone(),
    };
    let quantity = rounded(quantity.times(plan.per));
    Ok(Ratio {
        measure: MeasureWords {
            code: format!("{}-per-{}", plan.numerator, plan.denominator),
            title: plan.title.clone(),
            unit,
            decimals: u8::from(quantity.anchor().fract() != 0.0),
            ..MeasureWords::default()
        },
        quantity,
        numerator: numerator.clone(),
        denominator: denominator.clone(),
    })
}

/// The ratio of two of the claims about one holder: of results of the whole the two that are nearest in
/// time, newest first. Where there are none, the most serious reason.
pub fn ratio_of(plan: &RatioPlan, claims: &[ClaimContext]) -> Result<Ratio, NoRatio> {
    let of = |code: &str| -> Vec<RatioPart> {
        let own = claims
            .iter()
            .filter(|about| about.claim.frame.measure.code == code);
        own.filter_map(term).collect()
    };
    let (numerators, denominators) = (of(&plan.numerator), of(&plan.denominator));
    match (numerators.is_empty(), denominators.is_empty()) {
        (true, true) => return Err(NoRatio::Nothing),
        (true, false) => return Err(NoRatio::NoNumerator),
        (false, true) => return Err(NoRatio::NoDenominator),
        _ => {}
    }
    // An award is for its whole term, even if a source names it together with a dated number.
    let belong = |above: &RatioPart, below: &RatioPart| {
        let are_counts = above.measure.unit.is_count() && below.measure.unit.is_count();
        are_counts && above.shares_source(below)
    };
    let mut pairs: Vec<(&RatioPart, &RatioPart)> = numerators
        .iter()
        .flat_map(|above| denominators.iter().map(move |below| (above, below)))
        .collect();
    pairs.sort_by_key(|(above, below)| {
        let is_result = above.kind == Kind::Actual && below.kind == Kind::Actual;
        let gap = match (day(above), day(below)) {
            (Some(above), Some(below)) => (above - below).abs(),
            _ => i32::MAX,
        };
        (
            !is_result,
            above.is_part || below.is_part,
            above.kind != below.kind,
            !belong(above, below),
            gap,
            std::cmp::Reverse(day(above)),
        )
    });
    let (above, below) = pairs[0];
    let unclear = |chosen: &RatioPart, all: &[RatioPart]| {
        let alike =
            |other: &RatioPart| other.kind == chosen.kind && other.is_part == chosen.is_part;
        chosen.date.is_none()
            && all
                .iter()
                .any(|other| alike(other) && other.quantity != chosen.quantity)
    };
    // It is unknown which of two undated numbers is later.
    if !belong(above, below) && (unclear(above, &numerators) || unclear(below, &denominators)) {
        return Err(NoRatio::Undated);
    }
    ratio(plan, above, below)
}

/// The measures above and below in words.
pub fn ratio_titles(dataset: &Dataset, plan: &RatioPlan) -> (String, String) {
    let known = measures_published(dataset);
    let title = |code: &str| {
        let found = known.iter().find(|measure| measure.code == code);
        found.map_or_else(|| code.to_owned(), |measure| measure.title.clone())
    };
    (title(&plan.numerator), title(&plan.denominator))
}

fn term(about: &ClaimContext) -> Option<RatioPart> {
    let frame = &about.claim.frame;
    let row = frame.rows.first()?;
    let figure = row.figure.as_ref()?;
    if figure.background {
        return None;
    }
    Some(RatioPart {
        claim_id: about.claim.claim_id.clone(),
        quantity: row.cell.quantity?,
        measure: frame.measure.clone(),
        kind: row.kind?,
        date: date(figure),
        is_part: about.is_part,
        sources: frame
            .sources
            .iter()
            .map(|source| source.url.clone())
            .collect(),
    })
}

fn date(figure: &FigureWords) -> Option<String> {
    figure.as_of.clone().or_else(|| figure.published_on.clone())
}

fn apart(numerator: &RatioPart, denominator: &RatioPart) -> Result<(), NoRatio> {
    let far = match (day(numerator), day(denominator)) {
        (Some(above), Some(below)) => (above - below).abs() > DAYS_APART,
        _ if numerator.shares_source(denominator) => false,
        _ => return Err(NoRatio::Undated),
    };
    match far {
        true => Err(NoRatio::Dates {
            numerator: numerator.date.clone().unwrap_or_default(),
            denominator: denominator.date.clone().unwrap_or_default(),
        }),
        false => Ok(()),
    }
}

fn day(term: &RatioPart) -> Option<i32> {
    let words = DateWords::parse(term.date.as_deref()?)?;
    let period = crate::value::Period::parse(crate::value::Grain::Date, &words.first_day())?;
    Some(period.ordinal)
}

/// A rounded value ("about") gets two digits; a bound is rounded toward its open side, so that it stays true.
fn rounded(quantity: Quantity) -> Quantity {
    let to = |value: f64, round: fn(f64) -> f64| {
        if value == 0.0 {
            return 0.0;
        }
        let step = libm::pow(10.0, libm::log10(value.abs()).floor() - 1.0);
        // Through the text, so that 4,900 is not 4,900.000000000001.
        let cut = round(value / step) * step;
        format!("{cut:.6}").parse().unwrap_or(cut)
    };
    let mut known = quantity;
    match known.word {
        Qualifier::Exact | Qualifier::Range => {}
        Qualifier::About | Qualifier::Nearly => {
            for end in [&mut known.low, &mut known.high].into_iter().flatten() {
                end.at = to(end.at, f64::round);
            }
        }
        Qualifier::MoreThan | Qualifier::AtLeast | Qualifier::UpTo | Qualifier::LessThan => {
            if let Some(low) = &mut known.low {
                low.at = to(low.at, f64::floor);
            }
            if let Some(high) = &mut known.high {
                high.at = to(high.at, f64::ceil);
            }
        }
    }
    known
}
