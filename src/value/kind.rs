//! The kind of a figure, the type of its publisher, and the sense of a wage.

use serde::{Deserialize, Serialize};

/// Defines a closed list of words: `as_str` gives the word used in files, `parse` reads it.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every word, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in a package's file.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the word used in a package's file; `None` for any other text.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text)
            }
        }
    };
}

words! {
    /// A result, or a goal: target, projection or commitment. Kinds are never drawn as one series
    /// and never added.
    Kind {
        Actual = "actual",
        Target = "target",
        Projection = "projection",
        Commitment = "commitment",
    }
}

words! {
    /// The publisher of a figure, most authoritative first.
    Rank {
        Agency = "agency",
        Grantee = "grantee",
        Funder = "funder",
        Press = "press",
        Repost = "repost",
    }
}

words! {
    /// The sense of a wage: two senses are never compared as if they were the same.
    Sense {
        Starting = "starting",
        /// "most are making at least $15": a minimum that most reach.
        Threshold = "threshold",
        Typical = "typical",
        Top = "top",
        Promised = "promised",
    }
}
