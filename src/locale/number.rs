//! Numbers as the language writes them, and the plural category they are in. Grouping, decimal mark
//! and plural rules are Unicode's ([CLDR](https://cldr.unicode.org/), through `icu`).

use super::tongue::Locale;
use crate::m;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::plurals::{PluralCategory, PluralRules};
use std::cell::RefCell;
use std::rc::Rc;

/// The sign of a negative number: the minus sign, not the hyphen, so that it is as wide as
/// a plus sign, is not broken off at the end of a line and is read as "minus".
const MINUS: char = '\u{2212}';

/// The Unicode tools of one language.
struct Tools {
    decimal: Option<DecimalFormatter>,
    plural: Option<PluralRules>,
}

thread_local! {
    /// One set of tools per language in use; making them takes longer than using them.
    static TOOLS: RefCell<Vec<(&'static str, Rc<Tools>)>> = const { RefCell::new(Vec::new()) };
}

impl Locale {
    /// A number with exactly that many digits after the decimal mark: `1234.5` with one is
    /// "1,234.5", with none "1,234" (an exact half goes to the even neighbour). Zero never has a
    /// sign. A number that is not finite becomes words; nothing panics.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        match decimal(value, decimals) {
            Some(number) => self.decimal(number, value < 0.0),
            None => self.text(m!(NumberNotFinite)),
        }
    }

    /// A whole number of things.
    pub fn count(&self, count: u64) -> String {
        self.decimal(Decimal::from(count), false)
    }

    /// The plural category (`zero`, `one`, `two`, `few`, `many`, `other`) of a number written with
    /// that many decimals.
    pub fn plural(&self, value: f64, decimals: u8) -> &'static str {
        let Some(number) = decimal(value, decimals) else {
            return "other";
        };
        match self
            .tools()
            .plural
            .as_ref()
            .map(|rules| rules.category_for(&number))
        {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
    }

    /// A decimal in the language's digits and grouping, with the minus sign of this module.
    pub(super) fn decimal(&self, number: Decimal, negative: bool) -> String {
        let mut text = String::new();
        if negative && !number.is_zero() {
            text.push(MINUS);
        }
        match &self.tools().decimal {
            Some(formatter) => text.push_str(&formatter.format_to_string(&number)),
            None => text.push_str(&number.to_string()),
        }
        text
    }

    fn tools(&self) -> Rc<Tools> {
        TOOLS.with_borrow_mut(|known| {
            if let Some((_, tools)) = known.iter().find(|(tag, _)| *tag == self.tag()) {
                return Rc::clone(tools);
            }
            let tools = Rc::new(Tools {
                decimal: DecimalFormatter::try_new(self.icu().into(), Default::default()).ok(),
                plural: PluralRules::try_new(self.icu().into(), Default::default()).ok(),
            });
            known.push((self.tag(), Rc::clone(&tools)));
            tools
        })
    }
}

/// Below this, every integer has an exact floating-point value.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// The absolute value of a number, rounded to this many decimals; `None` if not finite.
fn decimal(value: f64, decimals: u8) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    if value.fract() == 0.0 && value.abs() < WHOLE {
        let mut whole = Decimal::from(value.abs() as u64);
        whole.absolute.pad_end(-i16::from(decimals));
        return Some(whole);
    }
    // Through text, since formatting rounds the exact binary value and needs no table of powers.
    Decimal::try_from_str(&format!("{:.*}", usize::from(decimals), value.abs())).ok()
}
