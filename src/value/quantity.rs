//! An interval with open or closed ends, plus the qualifier it was published with.
//!
//! Rules of arithmetic (the complete table of results is `tests/value/quantity.rs`):
//! - ends add up; an end is open where either addend's is;
//! - "about" and "nearly" have no width: any operation with one gives "about";
//! - combining a bound and an "about" gives no number: [`NoNumber::AboutMeetsBound`];
//! - a result with neither end known is no number: [`NoNumber::NoEnd`].

use serde::{Deserialize, Serialize};

/// The qualifier of a published number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    Exact,
    About,
    Nearly,
    MoreThan,
    AtLeast,
    UpTo,
    LessThan,
    Range,
}

impl Qualifier {
    /// Every qualifier, in the order of the table of results.
    pub const ALL: [Self; 8] = [
        Self::Exact,
        Self::About,
        Self::Nearly,
        Self::MoreThan,
        Self::AtLeast,
        Self::UpTo,
        Self::LessThan,
        Self::Range,
    ];

    /// The word used in a package's file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::UpTo => "up_to",
            Self::LessThan => "less_than",
            Self::Range => "range",
        }
    }

    /// Reads the word used in a package's file; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.as_str() == text)
    }
}

/// One end of an interval. `open`: the value itself is not included ("more than 400").
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    pub at: f64,
    pub open: bool,
}

impl Bound {
    fn closed(at: f64) -> Self {
        Self { at, open: false }
    }

    fn open(at: f64) -> Self {
        Self { at, open: true }
    }
}

/// What is known about a number: an interval and the qualifier it was published with.
///
/// `low` or `high` is `None` where that side has no end. `about` and `nearly` have the same value
/// on both ends and no known width; their `word` distinguishes them from exact values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    pub word: Qualifier,
    pub low: Option<Bound>,
    pub high: Option<Bound>,
}

/// Why two quantities have no result as a number; their parts are listed instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoNumber {
    /// A bound was combined with an "about", whose width is not known.
    AboutMeetsBound,
    /// Neither end of the result is known.
    NoEnd,
    /// The denominator is, or may be, zero.
    ZeroDenominator,
    /// A rate of a quantity that may be negative.
    Negative,
    /// A share of a total that is known only as a bound.
    OpenWhole,
}

impl Quantity {
    /// Exactly `x`.
    pub fn exact(x: f64) -> Self {
        Self::both(Qualifier::Exact, Bound::closed(x), Bound::closed(x))
    }

    /// From `a` to `b`, both included; ends in the wrong order are swapped.
    pub fn range(a: f64, b: f64) -> Self {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        Self::both(Qualifier::Range, Bound::closed(low), Bound::closed(high))
    }

    /// The number `x` with its published qualifier. A `range` of one number is that number.
    pub fn worded(word: Qualifier, x: f64) -> Self {
        let here = Some(Bound::closed(x));
        let (low, high) = match word {
            Qualifier::Exact | Qualifier::About | Qualifier::Nearly | Qualifier::Range => {
                (here, here)
            }
            Qualifier::MoreThan => (Some(Bound::open(x)), None),
            Qualifier::AtLeast => (here, None),
            Qualifier::UpTo => (None, here),
            Qualifier::LessThan => (None, Some(Bound::open(x))),
        };
        let word = if word == Qualifier::Range {
            Qualifier::Exact
        } else {
            word
        };
        Self { word, low, high }
    }

    /// `[x, ∞)`.
    pub fn at_least(x: f64) -> Self {
        Self::worded(Qualifier::AtLeast, x)
    }

    fn both(word: Qualifier, low: Bound, high: Bound) -> Self {
        Self {
            word,
            low: Some(low),
            high: Some(high),
        }
    }

    /// Whether the number is known to the last digit shown.
    pub fn is_exact(&self) -> bool {
        self.word == Qualifier::Exact
    }

    /// "about" or "nearly": a number without a known width.
    pub fn is_about(&self) -> bool {
        matches!(self.word, Qualifier::About | Qualifier::Nearly)
    }

    /// Whether an end is missing, so that a bar drawn for it must be open.
    pub fn is_open_ended(&self) -> bool {
        self.low.is_none() || self.high.is_none()
    }

    /// The number used to place and sort a mark: the single value, the only end, or the middle of a
    /// range. It must not be shown as a value.
    pub fn anchor(&self) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) => low.at + (high.at - low.at) / 2.0,
            (Some(only), None) | (None, Some(only)) => only.at,
            (None, None) => 0.0,
        }
    }

    /// The sum of two quantities.
    pub fn plus(self, other: Self) -> Result<Self, NoNumber> {
        let about = meet(self, other)?;
        Self::settle(
            add_ends(self.low, other.low),
            add_ends(self.high, other.high),
            about,
        )
    }

    /// `self − other`, each anywhere within its interval.
    pub fn minus(self, other: Self) -> Result<Self, NoNumber> {
        let negated = Self {
            word: other.word,
            low: negate(other.high),
            high: negate(other.low),
        };
        let about = meet(self, other)?;
        Self::settle(
            add_ends(self.low, negated.low),
            add_ends(self.high, negated.high),
            about,
        )
    }

    /// `self / other` for quantities that cannot be negative. A missing lower end counts as zero.
    pub fn over(self, other: Self) -> Result<Self, NoNumber> {
        let about = meet(self, other)?;
        if [self.low, other.low]
            .into_iter()
            .flatten()
            .any(|end| end.at < 0.0)
        {
            return Err(NoNumber::Negative);
        }
        if other.high.is_some_and(|end| end.at <= 0.0)
            || other.word == Qualifier::Exact && other.anchor() == 0.0
        {
            return Err(NoNumber::ZeroDenominator);
        }
        let low = divide(self.low, other.high);
        let high = divide(self.high, other.low.filter(|end| end.at > 0.0));
        if about && high.is_none() {
            return Err(NoNumber::ZeroDenominator);
        }
        Self::settle(low, high, about)
    }

    /// The same quantity in another unit; `factor` is positive.
    pub fn times(self, factor: f64) -> Self {
        let scale = |end: Bound| Bound {
            at: end.at * factor,
            open: end.open,
        };
        Self {
            word: self.word,
            low: self.low.map(scale),
            high: self.high.map(scale),
        }
    }

    /// Chooses the qualifier for the ends of a result.
    fn settle(low: Option<Bound>, high: Option<Bound>, about: bool) -> Result<Self, NoNumber> {
        let word = match (low, high) {
            _ if about => Qualifier::About,
            (Some(a), Some(b)) if a.at == b.at => Qualifier::Exact,
            (Some(_), Some(_)) => Qualifier::Range,
            (Some(Bound { open: true, .. }), None) => Qualifier::MoreThan,
            (Some(_), None) => Qualifier::AtLeast,
            (None, Some(Bound { open: true, .. })) => Qualifier::LessThan,
            (None, Some(_)) => Qualifier::UpTo,
            (None, None) => return Err(NoNumber::NoEnd),
        };
        Ok(Self { word, low, high })
    }
}

/// Whether the result is "about"; an error where the other side is a bound or a range.
fn meet(a: Quantity, b: Quantity) -> Result<bool, NoNumber> {
    let has_width = |q: Quantity| !q.is_about() && !q.is_exact();
    if a.is_about() && has_width(b) || b.is_about() && has_width(a) {
        return Err(NoNumber::AboutMeetsBound);
    }
    Ok(a.is_about() || b.is_about())
}

fn add_ends(a: Option<Bound>, b: Option<Bound>) -> Option<Bound> {
    let (a, b) = (a?, b?);
    Some(Bound {
        at: a.at + b.at,
        open: a.open || b.open,
    })
}

fn negate(end: Option<Bound>) -> Option<Bound> {
    end.map(|end| Bound {
        at: -end.at,
        open: end.open,
    })
}

fn divide(n: Option<Bound>, d: Option<Bound>) -> Option<Bound> {
    let (n, d) = (n?, d?);
    Some(Bound {
        at: n.at / d.at,
        open: n.open || d.open,
    })
}
