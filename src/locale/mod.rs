//! Messages, numbers and dates in the reader's language.
//!
//! All prose is in one catalog, `src/locale/<language>/*.ftl`, written in [Fluent]. The build
//! turns every message into a type of [`messages`] with one field per variable, so that an unknown
//! message, a forgotten argument and one too many do not compile:
//!
//! ```
//! use good_jobs::locale::Locale;
//! use good_jobs::m;
//!
//! assert_eq!(Locale::EN.text(m!(UnitPeopleValue, value = 1200_u64)), "1,200 people");
//! assert_eq!(Locale::EN.text(m!(UnitPeopleValue, value = 1_u64)), "1 person");
//! ```
//!
//! **To add a message**, add a line to the `.ftl` file of its subject (or a new file). Plurals are
//! `{ $n -> [one] … *[other] … }`. Lines may be broken freely: one line break is a space. Functions
//! and attributes are not supported; an argument is formatted by its type ([`Arg`]).
//!
//! **To add a language**, add a folder beside `en` and a [`Locale`] beside [`Locale::EN`]. The build
//! fails, naming file and message, where a language lacks a message, has one too many or uses other
//! variables.
//!
//! | file | content |
//! |---|---|
//! | `message.rs` | [`Message`], [`Arg`], [`m!`](crate::m) |
//! | `part.rs` | the pieces of a compiled pattern |
//! | `pattern.rs` | how a compiled pattern becomes text |
//! | `tongue.rs` | [`Locale`]: the languages |
//! | `number.rs` | grouping, minus sign, plural category |
//! | `money.rs` | [`usd`], [`usd_compact`] |
//! | `date.rs` | dates and periods in words, never more precise than given |
//! | `list.rs` | "a, b and c" |
//! | `fold.rs` | sorting and searching without case and accents |
//! | `pseudo.rs` | English with other letters, to find text that is not in the catalog |
//! | `words.rs` | [`Labeled`]: the messages for the words of [`value`](crate::value) |
//! | `compile/` | the catalogue's compiler, run by `build.rs` |
//!
//! [Fluent]: https://projectfluent.org/fluent/guide/

mod message;
mod part;
mod pattern;
mod tongue;
mod number;
mod money;
mod date;
mod list;
mod fold;
mod pseudo;
mod words;

pub use catalogue::messages;
pub use fold::LETTERS;
pub use message::{Arg, Message, MessageId};
pub use money::{usd, usd_compact};
pub use tongue::Locale;
pub use words::{Labeled, by_grain, grain, period, quantity, unit_long, unit_short, unit_value};

/// Written by `build.rs` from the `.ftl` files.
mod catalogue {
    use super::part::{Entry, Key, Part, Select};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
