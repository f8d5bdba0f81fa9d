//! Messages before they are put into a language.

use super::catalogue;
use super::part::Entry;
use crate::value::DateWords;
use std::fmt;

/// Which message of the catalog.
#[derive(Clone, Copy)]
pub struct MessageId(pub(crate) &'static Entry);

impl MessageId {
    /// The id as the catalogue writes it, `unit-people-value`.
    pub fn name(self) -> &'static str {
        self.0.id
    }

    /// The variables the message asks for, as the catalogue writes them, in alphabetical order.
    pub fn variables(self) -> &'static [&'static str] {
        self.0.variables
    }

    /// All messages, in the order of their ids.
    pub fn all() -> impl Iterator<Item = Self> {
        catalogue::ALL.iter().map(|entry| Self(entry))
    }
}

impl PartialEq for MessageId {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for MessageId {}

impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A message of the catalog with its arguments: every text for readers is one of these
/// until the moment it is shown. Made with [`m!`](crate::m), which the compiler checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Which message.
    pub id: MessageId,
    /// The arguments by the name the catalogue gives the variable.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The id as the catalogue writes it, `unit-people-value`.
    pub fn id(&self) -> &'static str {
        self.id.name()
    }

    /// The argument for a variable.
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        self.args
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, arg)| arg)
    }
}

impl From<&Message> for Message {
    fn from(message: &Message) -> Self {
        message.clone()
    }
}

/// The value of a variable. Its type decides how it is written and what it selects.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Text from the data or from the reader, never prose of this site. Selects the variant of that name.
    Text(String),
    /// A number with that many digits after the decimal mark. Selects the variant of its value,
    /// else of its plural category as written (in English "1" is one, "1.0" is other).
    Number { value: f64, decimals: u8 },
    /// A number of things. Selects as [`Arg::Number`] does.
    Count(u64),
    /// `2022`, `2025-03`, `2026-01-13` or a quarter `2024-Q1`, written in words with no more
    /// precision than given.
    Date(String),
    /// "a, b and c". Selects by how many there are.
    List(Vec<Arg>),
    /// A message within a message.
    Message(Box<Message>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u8> for Arg {
    fn from(number: u8) -> Self {
        Self::from(u32::from(number))
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// For literals, whose type is `i32` when nothing else says so.
impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        match u64::try_from(number) {
            Ok(count) => Self::Count(count),
            Err(_) => Self::Number {
                value: number.into(),
                decimals: 0,
            },
        }
    }
}

impl From<&DateWords> for Arg {
    fn from(date: &DateWords) -> Self {
        Self::Date(date.0.clone())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl From<&Message> for Arg {
    fn from(message: &Message) -> Self {
        message.clone().into()
    }
}

impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// A [`Message`](crate::locale::Message) by its type and arguments, each turned into an
/// [`Arg`](crate::locale::Arg).
///
/// ```
/// use good_jobs::locale::Locale;
/// use good_jobs::m;
///
/// let about = m!(QualifierAbout, value = m!(UnitJobsValue, value = 1200));
/// assert_eq!(Locale::EN.text(&about), "about 1,200 jobs");
/// assert_eq!(about.id(), "qualifier-about");
/// ```
///
/// A message with an unknown argument does not compile, nor does a message with a missing
/// argument:
///
/// ```compile_fail
/// good_jobs::m!(QualifierAbout, amount = 5);
/// ```
/// ```compile_fail
/// good_jobs::m!(QualifierAbout);
/// ```
#[macro_export]
macro_rules! m {
    ($id:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locale::Message::from($crate::locale::messages::$id {
            $($name: $crate::locale::Arg::from($value)),*
        })
    };
}
