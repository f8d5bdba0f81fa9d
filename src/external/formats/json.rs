//! JSON, with numbers as they are written, the members of objects in their order, and places in the file.
//!
//! Standard: RFC 8259. A number keeps its digits (`1.50`, `12345678901234567890`), so that the reader of cells decides what
//! it is, and no digit is lost on the way.

use crate::problem::Fault;

/// Values inside one another, at most.
const MAX_DEPTH: usize = 64;

/// A value. Texts and numbers as they are written.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonValue {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<JsonValue>),
    /// The members of an object, in their order.
    Members(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Members(members) => members
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    pub fn members(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Members(members) => Some(members),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number from 0.
    pub fn index(&self) -> Option<usize> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// What a cell has of it: nothing for null, the text or number as written, lists and objects as JSON.
    pub fn cell(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(value) => value.to_string(),
            Self::Number(text) => plain(text),
            Self::Text(text) => text.clone(),
            Self::List(items) => {
                let cells: Vec<String> = items.iter().map(Self::cell).collect();
                format!("[{}]", cells.join(", "))
            }
            Self::Members(members) => {
                let one = |(name, value): &(String, Self)| format!("{name}: {}", value.cell());
                let cells: Vec<String> = members.iter().map(one).collect();
                format!("{{{}}}", cells.join(", "))
            }
        }
    }
}

/// A number without an exponent, digit for digit.
fn plain(text: &str) -> String {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return text.to_owned();
    };
    match exponent.parse::<i32>() {
        Ok(places) if places.abs() <= 400 => super::display::shifted(digits, places),
        _ => text.to_owned(),
    }
}

/// Reads every value of a text: one, or one on each line as NDJSON has them. Gives each with its line.
pub fn parse(text: &str) -> Result<Vec<(u32, JsonValue)>, Fault> {
    let mut parser = JsonParser {
        text: text.strip_prefix('\u{feff}').unwrap_or(text),
        at: 0,
    };
    let mut values = Vec::new();
    loop {
        parser.skip();
        if parser.at == parser.text.len() {
            return Ok(values);
        }
        let line = parser.place().0;
        let value = parser.value(0)?;
        values.push((line, value));
    }
}

struct JsonParser<'a> {
    text: &'a str,
    at: usize,
}

impl JsonParser<'_> {
    fn place(&self) -> (u32, u32) {
        let before = &self.text.as_bytes()[..self.at];
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n');
        let start = start.map_or(0, |at| at + 1);
        let column = self.text.get(start..self.at).unwrap_or("").chars().count();
        (line as u32 + 1, column as u32 + 1)
    }

    fn fault(&self) -> Fault {
        let (line, column) = self.place();
        Fault::JsonSyntax { line, column }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, wanted: u8) -> Result<(), Fault> {
        match self.peek() == Some(wanted) {
            true => {
                self.at += 1;
                Ok(())
            }
            false => Err(self.fault()),
        }
    }

    fn value(&mut self, depth: usize) -> Result<JsonValue, Fault> {
        if depth > MAX_DEPTH {
            return Err(self.fault());
        }
        match self.peek() {
            Some(b'{') => self.members(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(JsonValue::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<JsonValue, Fault> {
        let known = [
            ("null", JsonValue::Null),
            ("true", JsonValue::Bool(true)),
            ("false", JsonValue::Bool(false)),
            // Python and JavaScript write these where a number is missing, although JSON has none of them.
            ("NaN", JsonValue::Null),
        ];
        for (word, value) in known {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.fault())
    }

    fn number(&mut self) -> Result<JsonValue, Fault> {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|mark: char| !matches!(mark, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
            .unwrap_or(rest.len());
        let digits = &rest[..end];
        let bare = digits.trim_start_matches('-');
        let is_padded =
            bare.len() > 1 && bare.starts_with('0') && !bare[1..].starts_with(['.', 'e', 'E']);
        if digits.parse::<f64>().is_err()
            || is_padded
            || bare.starts_with('.')
            || bare.ends_with('.')
        {
            return Err(self.fault());
        }
        self.at += end;
        Ok(JsonValue::Number(digits.to_owned()))
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.take(b'"')?;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(['"', '\\']) else {
                return Err(self.fault());
            };
            text.push_str(&rest[..end]);
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Ok(text);
            }
            let mark = self.peek().ok_or_else(|| self.fault())?;
            self.at += usize::from(mark.is_ascii());
            match mark {
                b'"' | b'\\' | b'/' => text.push(char::from(mark)),
                b'b' | b'f' => text.push(' '),
                b'n' => text.push('\n'),
                b'r' => text.push('\r'),
                b't' => text.push('\t'),
                b'u' => {
                    let letter = self.escaped()?;
                    text.push(letter);
                }
                _ => return Err(self.fault()),
            }
        }
    }

    /// The letter of `\uXXXX`, or of two of them.
    fn escaped(&mut self) -> Result<char, Fault> {
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or_else(|| self.fault());
        }
        self.take(b'\\')?;
        self.take(b'u')?;
        let second = self.unit()?;
        let letter = char::decode_utf16([first as u16, second as u16]).next();
        letter.and_then(Result::ok).ok_or_else(|| self.fault())
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let digits = self.text.get(self.at..self.at + 4);
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.fault())?;
        self.at += 4;
        Ok(unit)
    }

    fn list(&mut self, depth: usize) -> Result<JsonValue, Fault> {
        self.take(b'[')?;
        let mut items = Vec::new();
        self.skip();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(JsonValue::List(items));
        }
        loop {
            self.skip();
            items.push(self.value(depth + 1)?);
            self.skip();
            if self.peek() == Some(b',') {
                self.at += 1;
                continue;
            }
            self.take(b']')?;
            return Ok(JsonValue::List(items));
        }
    }

    fn members(&mut self, depth: usize) -> Result<JsonValue, Fault> {
        self.take(b'{')?;
        let mut members: Vec<(String, JsonValue)> = Vec::new();
        let mut names: Vec<(String, usize)> = Vec::new();
        self.skip();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(JsonValue::Members(members));
        }
        loop {
            self.skip();
            let start = self.at;
            let name = self.string()?;
            names.push((name.clone(), start));
            self.skip();
            self.take(b':')?;
            self.skip();
            let value = self.value(depth + 1)?;
            members.push((name, value));
            self.skip();
            if self.peek() == Some(b',') {
                self.at += 1;
                continue;
            }
            self.take(b'}')?;
            // A name that appears twice has two values; which one counts, the standard does not say.
            names.sort();
            if let Some(pair) = names.windows(2).find(|pair| pair[0].0 == pair[1].0) {
                self.at = pair[1].1;
                let (line, column) = self.place();
                let name = pair[1].0.clone();
                return Err(Fault::JsonTwice { name, line, column });
            }
            return Ok(JsonValue::Members(members));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Result<JsonValue, Fault> {
        parse(text).map(|mut values| values.pop().map_or(JsonValue::Null, |(_, value)| value))
    }

    #[test]
    fn values_keep_their_digits_and_their_order() {
        let value = one(
            r#" {"b": 1.50, "a": [12345678901234567890, "x\u00fc\ud83d\ude00\n", null, true], "c": {}} "#,
        );
        let value = value.expect("JSON");
        let names: Vec<&str> = value
            .members()
            .unwrap_or_default()
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["b", "a", "c"]);
        assert_eq!(value.get("b").map(JsonValue::cell).as_deref(), Some("1.50"));
        assert_eq!(
            value.get("a").map(JsonValue::cell).as_deref(),
            Some("[12345678901234567890, xü😀\n, , true]")
        );
        assert_eq!(
            one("1.5e3").map(|value| value.cell()),
            Ok("1500".to_owned())
        );
        assert_eq!(
            one("-25E-4").map(|value| value.cell()),
            Ok("-0.0025".to_owned())
        );
    }

    #[test]
    fn faults_name_line_and_column() {
        for (text, place) in [
            ("[\n {\"a\": }]", (2, 8)),
            ("[1, 2", (1, 6)),
            ("[01]", (1, 2)),
            ("[\"a\\q\"]", (1, 6)),
            ("{\"a\" 1}", (1, 6)),
        ] {
            let (line, column) = place;
            assert_eq!(one(text), Err(Fault::JsonSyntax { line, column }), "{text}");
        }
        assert!(matches!(
            one(&"[".repeat(100)),
            Err(Fault::JsonSyntax { line: 1, .. })
        ));
        let twice = one("{\"a\": 1,\n\"a\": 2}");
        assert_eq!(
            twice,
            Err(Fault::JsonTwice {
                name: "a".to_owned(),
                line: 2,
                column: 1
            })
        );
    }
}
