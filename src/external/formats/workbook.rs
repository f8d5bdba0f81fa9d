//! What the sheets of an Excel workbook share: their names and parts, texts, styles; and XML as these have it.
//!
//! Standard: ECMA-376, parts 1 and 2.

use super::archive::{CheckedArchive, damaged};
use super::display::{CellStyle, DisplayFormat};
use crate::external::decode::decode;
use crate::problem::Fault;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

pub const FORMAT: &str = "XLSX";

pub fn missing(part: &str) -> Fault {
    Fault::PartUnfit {
        format: FORMAT.to_owned(),
        part: part.to_owned(),
    }
}

/// The text of a part of the archive; empty where there is none.
pub fn part(archive: &mut CheckedArchive, path: &str) -> Result<String, Fault> {
    let bytes = archive.file(path)?;
    let (text, _) = decode(&bytes, None)?;
    let text = String::from_utf8_lossy(&text);
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

pub struct BookSheet {
    pub name: String,
    pub part: String,
    pub is_hidden: bool,
}

/// What the sheets of a workbook share.
pub struct Workbook {
    pub sheets: Vec<BookSheet>,
    pub is_1904: bool,
    /// The values of formulas are to be computed when the book is opened: a program without a calculator wrote it, and a 0
    /// is written where it had no value.
    pub is_uncomputed: bool,
    pub strings: Vec<String>,
    /// What each cell style shows a number as.
    pub styles: Vec<CellStyle>,
}

impl Workbook {
    pub fn open(archive: &mut CheckedArchive) -> Result<Self, Fault> {
        let main = links(archive, "_rels/.rels", "")?;
        let main = main
            .into_values()
            .find(|link| link.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |link| link.part);
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let linked = links(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let of_kind = |kind: &str| linked.values().find(|link| link.kind == kind);
        let text = part(archive, &main)?;
        if text.is_empty() {
            return Err(missing(&main));
        }
        let mut book = Self {
            sheets: Vec::new(),
            is_1904: false,
            is_uncomputed: false,
            strings: Vec::new(),
            styles: Vec::new(),
        };
        each_element(&text, |element| match element.local_name().as_ref() {
            "workbookPr" => book.is_1904 |= is_on(element, "date1904"),
            "calcPr" => book.is_uncomputed |= is_on(element, "fullCalcOnLoad"),
            "sheet" => {
                let link = attribute(element, "id").and_then(|id| linked.get(&id));
                // Charts have sheets of their own, without cells.
                if let Some(link) = link.filter(|link| link.kind == "worksheet") {
                    let state = attribute(element, "state").unwrap_or_default();
                    book.sheets.push(BookSheet {
                        name: attribute(element, "name").unwrap_or_default(),
                        part: link.part.clone(),
                        is_hidden: !matches!(state.as_str(), "" | "visible"),
                    });
                }
            }
            _ => {}
        })?;
        if let Some(link) = of_kind("sharedStrings") {
            book.strings = shared_strings(&part(archive, &link.part)?)?;
        }
        if let Some(link) = of_kind("styles") {
            book.styles = styles(&part(archive, &link.part)?)?;
        }
        Ok(book)
    }
}

/// Where a relationship leads, and the last word of its type.
struct PartLink {
    kind: String,
    part: String,
}

/// The relationships of a part by their names; paths are relative to `folder`.
fn links(
    archive: &mut CheckedArchive,
    path: &str,
    folder: &str,
) -> Result<BTreeMap<String, PartLink>, Fault> {
    let text = part(archive, path.trim_start_matches('/'))?;
    let mut links = BTreeMap::new();
    each_element(&text, |element| {
        if element.local_name().as_ref() != "Relationship" {
            return;
        }
        let of = |name| attribute(element, name).unwrap_or_default();
        let target = of("Target");
        let whole = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{folder}/{target}"),
        };
        let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
        links.insert(
            of("Id"),
            PartLink {
                kind,
                part: without_steps(&whole),
            },
        );
    })?;
    Ok(links)
}

/// `xl/../a.xml` → `a.xml`.
fn without_steps(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            step => parts.push(step),
        }
    }
    parts.join("/")
}

fn each_element(text: &str, mut see: impl FnMut(&BytesStart)) -> Result<(), Fault> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(damaged(FORMAT, &error)),
        }
    }
}

/// The attribute of a name, whatever its prefix.
pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescaped(&found.value))
}

pub fn is_on(element: &BytesStart, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Text with the entities of XML replaced.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((name, rest)) => {
                out.push_str(&entity_text(name));
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// The text of an entity of XML.
pub fn entity_text(name: &str) -> String {
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code =
                name.strip_prefix('#')
                    .and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => digits.parse().ok(),
                    });
            code.and_then(char::from_u32)
        }
    };
    letter.map(String::from).unwrap_or_default()
}

/// Letters that XML cannot hold are written `_x000D_`; a `_` before an x is written `_x005F_`.
pub fn without_escapes(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        out.push_str(&rest[..at]);
        match code {
            Some(letter) => {
                out.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

/// Texts that cells share. Of a text with several fonts all parts count; how it is pronounced does not.
fn shared_strings(text: &str) -> Result<Vec<String>, Fault> {
    let mut reader = Reader::from_str(text);
    let mut strings = Vec::new();
    let mut current: Option<String> = None;
    let (mut in_text, mut in_phonetic) = (false, false);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damaged(FORMAT, &error))?;
        match event {
            Event::Eof => return Ok(strings),
            Event::Empty(element) if element.local_name().as_ref() == "si" => {
                strings.push(String::new())
            }
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => current = Some(String::new()),
                "rPh" => in_phonetic = true,
                "t" => in_text = !in_phonetic,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => strings.extend(current.take().map(without_escapes)),
                "rPh" => in_phonetic = false,
                "t" => in_text = false,
                _ => {}
            },
            Event::Text(text) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&entity_text(&entity.into_inner()));
                }
            }
            Event::CData(text) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&text.into_inner());
                }
            }
            _ => {}
        }
    }
}

/// What each cell style shows a number as.
fn styles(text: &str) -> Result<Vec<CellStyle>, Fault> {
    let mut codes: BTreeMap<u32, CellStyle> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damaged(FORMAT, &error))?;
        match event {
            Event::Eof => break,
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Start(ref element) | Event::Empty(ref element) => {
                let number = attribute(element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                match element.local_name().as_ref() {
                    "cellXfs" => in_cells = true,
                    "numFmt" => {
                        let code = attribute(element, "formatCode").unwrap_or_default();
                        codes.insert(number.unwrap_or(0), CellStyle::of(&code));
                    }
                    "xf" if in_cells => styles.push(number.unwrap_or(0)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let known = |id: u32| codes.get(&id).cloned().unwrap_or_else(|| built_in(id));
    Ok(styles.into_iter().map(known).collect())
}

/// Formats that have a number and no code in the file (18.8.30).
fn built_in(id: u32) -> CellStyle {
    let format = match id {
        5..=8 | 42 | 44 => DisplayFormat::Currency('$'),
        9 | 10 => DisplayFormat::Percent,
        17 => DisplayFormat::Month,
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => DisplayFormat::Day,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => DisplayFormat::Time,
        _ => DisplayFormat::Plain,
    };
    CellStyle {
        format,
        ..CellStyle::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_letters_are_undone() {
        let text = |text: &str| without_escapes(text.to_owned());
        assert_eq!(text("a_x000D_b"), "a\rb");
        assert_eq!(text("_x005F_x41"), "_x41");
        assert_eq!(text("tax_x"), "tax_x");
        assert_eq!(unescaped("a &amp; b &#65; &lt;"), "a & b A <");
    }
}
