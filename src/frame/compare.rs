//! When numbers that stand side by side are no ranking: what sets them apart besides their size.

use crate::value::{Kind, Quantity, Sense};

/// One number of several that stand side by side.
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
    /// The year in which what it is about began.
    pub began: Option<i32>,
    /// It is of a part of the grant only.
    pub is_part: bool,
    /// Keys of the industries it is about, in order; none where that is not asked.
    pub industries: Vec<String>,
    /// Relative standard error in percent, as published.
    pub error_pct: Option<f64>,
}

/// Why numbers side by side are no ranking.
#[derive(Clone, Debug, PartialEq)]
pub enum Incomparable {
    /// Only so many of them have a number.
    Absent { known: usize, of: usize },
    /// What happened stands beside what was aimed at, foreseen or promised.
    Kinds,
    /// They are not counted in the same way.
    Definitions,
    /// A starting wage stands beside a threshold.
    Senses,
    /// A part stands beside a whole.
    Parts,
    /// One is only known as "more than" or "at least", or as "about".
    Inexact,
    /// They are about other industries.
    Industries,
    /// They began in other years.
    Began,
    /// They are of other years.
    Years,
    /// A difference that is smaller than the published error.
    WithinError { first: String, second: String },
}

/// A difference is beyond chance, at nine in ten, when it is larger than so many combined standard errors.
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

/// Everything that keeps numbers side by side from being a ranking, gravest first; nothing where they may
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
