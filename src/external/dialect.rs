//! How a file is cut into cells: what its manifest says, or what its bytes prove.
//!
//! Standards: RFC 4180; CSV Dialect and Table Dialect of Frictionless. What the standards allow and this reader does
//! not follow is refused by its name, since a table cut in another way has other numbers.

use super::import_notices::ImportNotice;
use crate::package::{Dialect, Imported, Resource};
use crate::problem::Fault;
use crate::table::reader;
use crate::table::written::{Outcome, take_apart, trimmed};

/// Records that are looked at to find the delimiter, the quotation mark and the heading.
pub const LOOKED_AT: usize = 400;

/// A property of a dialect that cannot be followed, with its value.
pub fn not_followed(resource: &Resource) -> Option<Fault> {
    let dialect = &resource.dialect;
    let marks = [
        ("delimiter", Some(&dialect.delimiter)),
        ("quoteChar", Some(&dialect.quote_char)),
        ("escapeChar", dialect.escape_char.as_ref()),
        ("commentChar", dialect.comment_char.as_ref()),
    ];
    let is_single = |mark: &str| mark.len() == 1;
    let long = marks
        .into_iter()
        .find_map(|(name, mark)| Some((name, mark.filter(|mark| !is_single(mark))?.clone())));
    let ends = ["\n", "\r\n", "\r"];
    let end = dialect.line_terminator.as_deref();
    let end = end.filter(|end| !ends.contains(end) && !is_single(end));
    let end = end.map(|end| ("lineTerminator", end.to_owned()));
    let rows = dialect
        .comment_rows
        .as_ref()
        .filter(|rows| !rows.is_empty())
        .map(|rows| ("commentRows", format!("{rows:?}")));
    let (property, found) = long.or(end).or(rows)?;
    Some(Fault::PropertyNotFollowed {
        property: format!("dialect.{property}"),
        found,
    })
}

/// Finds the dialect where the manifest is silent: `sep=;` on the first line, else the delimiter and the quotation
/// mark that cut most lines into the same number of cells.
pub fn find_dialect(resource: &mut Resource, bytes: &[u8], told: &mut Vec<ImportNotice>) {
    if resource.dialect != Dialect::default() {
        return;
    }
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let first = String::from_utf8_lossy(first);
    let first = trimmed(&first);
    if let Some(mark) = said_delimiter(first) {
        resource.dialect.delimiter = mark.to_string();
        return;
    }
    let double = best_delimiter(resource, bytes, first, '"');
    let single = best_delimiter(resource, bytes, first, '\'');
    let is_single = is_quoted_by(resource, bytes, &single, '\'') && single.share >= double.share;
    let best = match is_single {
        true => {
            resource.dialect.quote_char = "'".to_owned();
            let mark = "'".to_owned();
            told.push(ImportNotice::QuotationMark { mark });
            single
        }
        false => double,
    };
    resource.dialect.delimiter = best.mark.to_string();
    if !is_single && !is_sound(resource, bytes) {
        let mut tried = resource.clone();
        tried.dialect.escape_char = Some("\\".to_owned());
        if is_sound(&tried, bytes) {
            resource.dialect = tried.dialect;
            let mark = "\\".to_owned();
            told.push(ImportNotice::EscapeMark { mark });
        }
    }
}

/// A delimiter, and how alike it cuts the lines of a file.
struct DelimiterCandidate {
    share: f64,
    count: usize,
    mark: char,
}

fn best_delimiter(
    resource: &Resource,
    bytes: &[u8],
    first: &str,
    quote: char,
) -> DelimiterCandidate {
    let mut best = DelimiterCandidate {
        share: 0.0,
        count: 0,
        mark: ',',
    };
    for mark in [',', ';', '\t', '|'] {
        let widths: Vec<usize> = cut(resource, bytes, mark, quote)
            .iter()
            .map(Vec::len)
            .collect();
        let width = most_common(&widths);
        if width < 2 {
            continue;
        }
        let same = widths.iter().filter(|other| **other == width).count();
        let share = same as f64 / widths.len() as f64;
        let count = first.matches(mark).count();
        if (share, count) > (best.share, best.count) {
            best = DelimiterCandidate { share, count, mark };
        }
    }
    if best.share > 0.0 {
        return best;
    }
    // Spaces separate words as well, so they are a delimiter only where every line has a number and all are cut alike.
    let lines = cut(resource, bytes, ' ', quote);
    let alike = lines.len() > 2 && lines.iter().all(|line| line.len() == lines[0].len());
    let has_number = |line: &Vec<String>| {
        let is_number = |cell: &String| matches!(take_apart(cell), Ok(Outcome::Number(_)));
        line.iter().any(is_number)
    };
    if alike && lines[0].len() > 1 && lines.iter().skip(1).all(has_number) {
        best.share = 1.0;
        best.mark = ' ';
    }
    best
}

/// The first records of a file as one delimiter and one quotation mark cut them.
fn cut(resource: &Resource, bytes: &[u8], delimiter: char, quote: char) -> Vec<Vec<String>> {
    let mut tried = resource.clone();
    tried.dialect.delimiter = delimiter.to_string();
    tried.dialect.quote_char = quote.to_string();
    tried.imported = Some(Imported::default());
    let mut reader = reader(&tried, bytes);
    let records = reader
        .byte_records()
        .take(LOOKED_AT)
        .map_while(Result::ok)
        .map(|record| {
            let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
            record.iter().map(text).collect()
        });
    records.collect()
}

/// Whether cells stand between two of these marks: nearly all that begin with one end with one (others
/// hold the delimiter), and they are a third of all.
fn is_quoted_by(
    resource: &Resource,
    bytes: &[u8],
    candidate: &DelimiterCandidate,
    quote: char,
) -> bool {
    let rows = cut(resource, bytes, candidate.mark, '\0');
    let cells: Vec<&str> = rows.iter().flatten().map(|cell| trimmed(cell)).collect();
    let begins = cells.iter().filter(|cell| cell.starts_with(quote)).count();
    let is_closed =
        |cell: &&&str| cell.len() > 1 && cell.starts_with(quote) && cell.ends_with(quote);
    let closed = cells.iter().filter(is_closed).count();
    let mut tried = resource.clone();
    tried.dialect.delimiter = candidate.mark.to_string();
    tried.dialect.quote_char = quote.to_string();
    closed > 0 && closed * 10 >= begins * 7 && closed * 3 >= cells.len() && is_sound(&tried, bytes)
}

/// `sep=;`, as spreadsheets write it.
fn said_delimiter(line: &str) -> Option<char> {
    let line = line.trim_matches('"');
    let start = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mut rest = line[start.len()..].chars();
    rest.next()
        .filter(|mark| mark.is_ascii() && rest.next().is_none())
}

/// The number that most lines share.
pub fn most_common(widths: &[usize]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(*width).or_insert(0usize) += 1;
    }
    // Of two equally common ones the wider.
    let most = counts
        .into_iter()
        .max_by_key(|(width, count)| (*count, *width));
    most.map_or(0, |(width, _)| width)
}

/// Whether all quotation marks of the first records are where they can be.
fn is_sound(resource: &Resource, bytes: &[u8]) -> bool {
    let mut tried = resource.clone();
    tried.imported = Some(Imported::default());
    let mut reader = reader(&tried, bytes);
    let mut record = csv::ByteRecord::new();
    for _ in 0..LOOKED_AT {
        let start = reader.position().byte() as usize;
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            _ => break,
        }
        let end = reader.position().byte() as usize;
        if quotes_of(&bytes[start..end.max(start)], &resource.dialect) != Quotes::Sound {
            return false;
        }
    }
    true
}

/// Where the quotation marks of one record are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    Sound,
    /// A text follows the mark that ends a cell, so where the cell ends is unknown.
    TextAfter,
    /// The last cell has no end.
    Open,
}

/// Looks at the bytes of one record, line ends included.
pub fn quotes_of(record: &[u8], dialect: &Dialect) -> Quotes {
    let first = |text: &str, otherwise: u8| text.bytes().next().unwrap_or(otherwise);
    let quote = first(&dialect.quote_char, b'"');
    let delimiter = first(&dialect.delimiter, b',');
    let escape = dialect
        .escape_char
        .as_deref()
        .and_then(|text| text.bytes().next());
    let comment = dialect
        .comment_char
        .as_deref()
        .and_then(|text| text.bytes().next());
    let is_end = |byte: u8| matches!(byte, b'\n' | b'\r');
    let start = record.iter().position(|byte| !is_end(*byte));
    let record = &record[start.unwrap_or(record.len())..];
    if comment.is_some() && record.first().copied() == comment {
        return Quotes::Sound;
    }
    let mut at = 0;
    while at < record.len() {
        // At the beginning of a cell.
        if dialect.skip_initial_space {
            while record.get(at) == Some(&b' ') {
                at += 1;
            }
        }
        if record.get(at) == Some(&quote) {
            at += 1;
            loop {
                match record.get(at) {
                    None => return Quotes::Open,
                    Some(byte) if Some(*byte) == escape && *byte != quote => at += 2,
                    Some(byte) if *byte == quote => {
                        if dialect.double_quote && record.get(at + 1) == Some(&quote) {
                            at += 2;
                            continue;
                        }
                        at += 1;
                        break;
                    }
                    Some(_) => at += 1,
                }
            }
            // Only white space may follow.
            while let Some(byte) = record
                .get(at)
                .filter(|byte| **byte != delimiter && !is_end(**byte))
            {
                if *byte != b' ' && *byte != b'\t' {
                    return Quotes::TextAfter;
                }
                at += 1;
            }
        } else {
            while record
                .get(at)
                .is_some_and(|byte| *byte != delimiter && !is_end(*byte))
            {
                at += 1;
            }
        }
        at += 1;
    }
    Quotes::Sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_sound_or_named() {
        let plain = Dialect::default();
        for (record, expected) in [
            (&b"a,b,c\n"[..], Quotes::Sound),
            (b"\"a\",\"b \"\"x\"\"\",c", Quotes::Sound),
            (b"\"a\nb\" ,c\r\n", Quotes::Sound),
            (b"a,b \"x\" c,d", Quotes::Sound),
            (b"\"a\"b,c", Quotes::TextAfter),
            (b"a,\"b,c\n", Quotes::Open),
            (b"\n\n\"\",\"\"", Quotes::Sound),
        ] {
            assert_eq!(
                quotes_of(record, &plain),
                expected,
                "{}",
                String::from_utf8_lossy(record)
            );
        }
        let escaped = Dialect {
            escape_char: Some("\\".to_owned()),
            ..Dialect::default()
        };
        assert_eq!(quotes_of(b"\"a \\\"b\\\" c\",d", &escaped), Quotes::Sound);
        assert_eq!(quotes_of(b"\"a \\\"b\\\" c\",d", &plain), Quotes::TextAfter);
    }
}
