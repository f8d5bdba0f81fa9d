//! How a compiled pattern and its arguments become text.

use super::message::{Arg, Message};
use super::part::{Key, Part};
use super::tongue::Locale;

impl Locale {
    /// The message in this language. Takes a [`Message`], a reference to one, or a type of
    /// [`messages`](crate::locale::messages).
    ///
    /// Arguments are inserted unchanged: no isolating marks, since every language of the site
    /// is written from left to right and the text is also copied, searched and compared.
    pub fn text(&self, message: impl Into<Message>) -> String {
        let mut out = String::new();
        self.write_message(&mut out, &message.into());
        out
    }

    /// An argument as text within a message.
    pub fn argument(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number { value, decimals } => self.number(*value, *decimals),
            Arg::Count(count) => self.count(*count),
            Arg::Date(date) => self.period(date),
            Arg::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.argument(item)).collect();
                self.list(&items)
            }
            Arg::Message(message) => self.text(&**message),
        }
    }

    fn write_message(&self, out: &mut String, message: &Message) {
        self.write_parts(out, self.pattern(message.id), message);
    }

    fn write_parts(&self, out: &mut String, parts: &[Part], message: &Message) {
        for part in parts {
            match part {
                Part::Text(text) => self.write_prose(out, text),
                Part::Variable(name) => match message.arg(name) {
                    Some(Arg::Message(inner)) => self.write_message(out, inner),
                    Some(Arg::Text(text)) => out.push_str(text),
                    Some(arg) => out.push_str(&self.argument(arg)),
                    // Only a message built by hand can lack an argument: shown as Fluent does.
                    None => out.extend(["{$", name, "}"]),
                },
                Part::Select(select) => {
                    let chosen = message
                        .arg(select.variable)
                        .and_then(|arg| self.choose(select.variants, arg))
                        .unwrap_or(select.default);
                    if let Some((_, parts)) = select.variants.get(chosen) {
                        self.write_parts(out, parts, message);
                    }
                }
            }
        }
    }

    /// The variant an argument selects: of its text, of its exact number, else of its plural
    /// category.
    fn choose(&self, variants: &[(Key, &[Part])], arg: &Arg) -> Option<usize> {
        let word = |wanted: &str| {
            variants
                .iter()
                .position(|(key, _)| matches!(key, Key::Word(word) if *word == wanted))
        };
        let (value, decimals) = match arg {
            Arg::Text(text) => return word(text),
            Arg::Date(_) | Arg::Message(_) => return None,
            Arg::Number { value, decimals } => (*value, *decimals),
            Arg::Count(count) => (*count as f64, 0),
            Arg::List(items) => (items.len() as f64, 0),
        };
        variants
            .iter()
            .position(|(key, _)| matches!(key, Key::Number(number) if *number == value))
            .or_else(|| word(self.plural(value, decimals)))
    }
}
