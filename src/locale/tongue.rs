//! The languages of the site.

use super::message::MessageId;
use super::part::Part;
use super::pseudo;
use icu::locale::{Locale as Icu, locale};
use std::fmt;

/// A language the app can be read in: its catalogue, and how it writes numbers and dates.
#[derive(Clone, Copy)]
pub struct Locale(&'static Tongue);

struct Tongue {
    tag: &'static str,
    icu: Icu,
    /// Its place among the compiled languages.
    place: usize,
    pseudo: bool,
}

static EN: Tongue = Tongue {
    tag: "en-US",
    icu: locale!("en-US"),
    place: 0,
    pseudo: false,
};

static PSEUDO: Tongue = Tongue {
    tag: "en-XA",
    icu: locale!("en-US"),
    place: 0,
    pseudo: true,
};

impl Locale {
    /// English as spoken in the United States.
    pub const EN: Self = Self(&EN);

    /// English made strange: every piece of prose accented, about 40 % longer, in ⟦ ⟧. What the
    /// reader sees outside the brackets is data, a number, or text missing from the catalogue. Its
    /// tag is CLDR's for such a language, `en-XA`.
    pub const PSEUDO: Self = Self(&PSEUDO);

    /// All languages, the first being the default.
    pub const ALL: [Self; 2] = [Self::EN, Self::PSEUDO];

    /// The language tag (BCP 47), as the `lang` attribute of the page takes it.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// The language of exactly that tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }

    /// The identifier of the language in the Unicode library.
    pub(super) fn icu(&self) -> &'static Icu {
        &self.0.icu
    }

    /// The compiled pattern of a message.
    pub(super) fn pattern(&self, id: MessageId) -> &'static [Part] {
        let patterns = id.0.patterns;
        patterns.get(self.0.place).copied().unwrap_or_default()
    }

    /// Adds a piece of the catalogue's prose.
    pub(super) fn write_prose(&self, out: &mut String, text: &str) {
        if self.0.pseudo {
            pseudo::write(out, text);
        } else {
            out.push_str(text);
        }
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self::EN
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Locale {}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
