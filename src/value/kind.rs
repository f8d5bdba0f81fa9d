//! What sort of statement a figure is, who stands behind it, and in which sense a wage is meant.

use serde::{Deserialize, Serialize};

/// A closed list of words that stand in files as `as_str` and are read back by `parse`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every word, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it stands in a package's file.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the word of a package's file; `None` for any other text.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text)
            }
        }
    };
}

words! {
    /// What happened, what was aimed at, what was foreseen, what was promised. Kinds are never
    /// drawn as one series and never added.
    Kind {
        Actual = "actual",
        Target = "target",
        Projection = "projection",
        Commitment = "commitment",
    }
}

words! {
    /// Who published a figure, strongest first.
    Rank {
        Agency = "agency",
        Grantee = "grantee",
        Funder = "funder",
        Press = "press",
        Repost = "repost",
    }
}

words! {
    /// In which sense a wage is meant: two senses are never compared as if they were one.
    Sense {
        Starting = "starting",
        /// "most are making at least $15": a floor that most reach.
        Threshold = "threshold",
        Typical = "typical",
        Top = "top",
        Promised = "promised",
    }
}
