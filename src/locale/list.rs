//! "a", "a and b", "a, b and c".

use super::tongue::Locale;
use crate::m;

impl Locale {
    /// The items as one phrase; empty for no items.
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        let Some((first, middle)) = before.split_first() else {
            return last.clone();
        };
        let before = middle.iter().fold(first.clone(), |all, item| {
            self.text(m!(ListMore, before = all, item = item))
        });
        self.text(m!(ListLast, before = before, item = last))
    }
}
