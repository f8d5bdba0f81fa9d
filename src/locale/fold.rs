//! Sorting and searching without case, accents and apostrophes.

use super::tongue::Locale;
use std::cmp::Ordering;

/// Letters that are no accented form of another, with the letters that a reader types for them, and the signs that are left
/// out: every form of an apostrophe or an ʻokina, typed or typeset. The site's search reads this list from
/// `find.json`.
pub const LETTERS: [(char, &str); 19] = [
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('\'', ""),
    ('`', ""),
    ('\u{B4}', ""),
    ('\u{2BB}', ""),
    ('\u{2BC}', ""),
    ('\u{2BD}', ""),
    ('\u{2B9}', ""),
    ('\u{2018}', ""),
    ('\u{2019}', ""),
    ('\u{2032}', ""),
];

impl Locale {
    /// The text as it is searched: lower case, without accents, apostrophes and ʻokina. "Hawaiʻi"
    /// and "HAWAII" are the same, as are "Doña Ana" and "dona ana". Letters that are no accented
    /// form of another (ø, ß, æ) become the letters a reader would type for them.
    pub fn fold(&self, text: &str) -> String {
        if text.is_ascii() {
            return text
                .chars()
                .filter(|letter| !matches!(letter, '\'' | '`'))
                .map(|letter| letter.to_ascii_lowercase())
                .collect();
        }
        let apart = decomposed(&text.to_lowercase());
        let mut folded = String::with_capacity(apart.len());
        for letter in apart.chars().filter(|letter| !is_accent(*letter)) {
            match LETTERS.iter().find(|(known, _)| *known == letter) {
                Some((_, typed)) => folded.push_str(typed),
                None => folded.push(letter),
            }
        }
        folded
    }

    /// The order of a sorted list: by [`fold`](Locale::fold), and where that is the same, by the
    /// text itself, so that the order never depends on the previous order of rows ("n" before "ñ").
    /// Only equal texts are equal; to ask whether two texts match, compare their folds.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.fold(a)
            .cmp(&self.fold(b))
            .then_with(|| a.to_lowercase().cmp(&b.to_lowercase()))
            .then_with(|| a.cmp(b))
    }
}

/// Unicode's normalization form D: every accented letter as the letter and its accents. The browser
/// has the tables for it, which saves every visitor 12 kB.
#[cfg(target_arch = "wasm32")]
fn decomposed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFD").into()
}

/// As in the browser, from the Unicode library's tables.
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(text: &str) -> String {
    icu::normalizer::DecomposingNormalizerBorrowed::new_nfd()
        .normalize(text)
        .into_owned()
}

/// Combining Diacritical Marks, which a decomposed accented letter contains.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}
