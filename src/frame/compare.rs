//! Reasons why numbers shown side by side must not be ranked: how they differ besides their size.

use crate::value::{Kind, Quantity, Sense};

/// One of several numbers shown side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComparedNumber {
    pub label: String,
    /// `None`: nothing was published.
    pub quantity: Option<Quantity>,
    pub kind: Option<Kind>,
    /// Code of the measure: other codes are other definitions.
    pub measure: String,
    pub sense: Option<Sense>,
    /// The year of the number.
    pub year: Option<i32>,
    /// The year in which its subject began.
    pub began: Option<i32>,
    /// It covers only a part of the grant.
    pub is_part: bool,
    /// Keys of its industries, in order; empty where industries do not matter.
    pub industries: Vec<String>,
    /// Relative standard error in percent, as published.
    pub error_pct: Option<f64>,
}

/// Why numbers side by side must not be ranked.
#[derive(Clone, Debug, PartialEq)]
pub enum Incomparable {
    /// Only this many of them have a number.
    Absent { known: usize, of: usize },
    /// Actual results are mixed with targets, projections or commitments.
    Kinds,
    /// They are not counted in the same way.
    Definitions,
    /// Wages have different senses, such as a starting wage and a threshold.
    Senses,
    /// A part is mixed with a whole.
    Parts,
    /// One is only known as "more than" or "at least", or as "about".
    Inexact,
    /// They are about different industries.
    Industries,
    /// They began in different years.
    Began,
    /// They are of different years.
    Years,
    /// A difference that is smaller than the published error.
    WithinError { first: String, second: String },
}

/// A difference is significant at the 90 percent level when it is larger than this many combined standard errors.
pub const BEYOND: f64 = 1.645;

/// Whether two numbers with relative standard errors in percent are further apart than their error.
pub fn is_beyond_error(a: (f64, f64), b: (f64, f64)) -> bool {
    let of = |(value, error): (f64, f64)| value * error / 100.0;
    (a.0 - b.0).abs() > BEYOND * libm::hypot(of(a), of(b))
}

/// The year that a date begins with.
pub fn year(date: &str) -> Option<i32> {
    date.get(..4)?.parse().ok()
}

/// All reasons why numbers side by side must not be ranked, most serious first; empty where they may
/// be compared.
pub fn incomparable_reasons(sides: &[ComparedNumber]) -> Vec<Incomparable> {
    let known: Vec<&ComparedNumber> = sides
        .iter()
        .filter(|side| side.quantity.is_some())
        .collect();
    let mut found = Vec::new();
    if known.is_empty() {
        return found;
    }
    if known.len() < sides.len() {
        found.push(Incomparable::Absent {
            known: known.len(),
            of: sides.len(),
        });
    }
    fn differ<T: PartialEq>(known: &[&ComparedNumber], of: impl Fn(&ComparedNumber) -> T) -> bool {
        known.windows(2).any(|pair| of(pair[0]) != of(pair[1]))
    }
    let years_differ = |known: &[&ComparedNumber], of: fn(&ComparedNumber) -> Option<i32>| {
        let mut years = known.iter().filter_map(|side| of(side));
        let first = years.next();
        years.any(|year| Some(year) != first)
    };
    let tests = [
        (differ(&known, |side| side.kind), Incomparable::Kinds),
        (
            differ(&known, |side| side.measure.clone()),
            Incomparable::Definitions,
        ),
        (differ(&known, |side| side.sense), Incomparable::Senses),
        (differ(&known, |side| side.is_part), Incomparable::Parts),
        (
            known.len() > 1
                && known
                    .iter()
                    .any(|side| !side.quantity.is_some_and(|known| known.is_exact())),
            Incomparable::Inexact,
        ),
        (
            differ(&known, |side| side.industries.clone()),
            Incomparable::Industries,
        ),
        (years_differ(&known, |side| side.began), Incomparable::Began),
        (years_differ(&known, |side| side.year), Incomparable::Years),
    ];
    found.extend(
        tests
            .into_iter()
            .filter(|(is_so, _)| *is_so)
            .map(|(_, why)| why),
    );
    for (at, first) in known.iter().enumerate() {
        for second in &known[at + 1..] {
            let of = |side: &ComparedNumber| Some((side.quantity?.anchor(), side.error_pct?));
            if let (Some(a), Some(b)) = (of(first), of(second))
                && !is_beyond_error(a, b)
            {
                found.push(Incomparable::WithinError {
                    first: first.label.clone(),
                    second: second.label.clone(),
                });
            }
        }
    }
    found
}
