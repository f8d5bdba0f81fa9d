//! Rows below a heading that are no data: notes, loose cells, the heading again, a second table.

use super::import_notices::ImportNotice;
use super::missing_codes::{explained, reason};
use super::sheet::{ImportedSheet, ParsedRecord, is_number, shortened};
use crate::table::written::{bare_mark, is_mark, trimmed};
use crate::value::Status;
use std::collections::BTreeSet;

/// A note below the table is longer than this, where nothing else says that it is one.
const LONG: usize = 40;

/// Finds rows below the heading that are no data: notes, loose cells after an empty line, the heading again, and a
/// second table, whose first row it gives.
pub fn set_aside(
    records: &[ParsedRecord],
    data: usize,
    (width, filled): (usize, usize),
    sheet: &mut ImportedSheet,
) -> Option<usize> {
    let mut next = None;
    let body = &records[data..];
    let mut end = body.len();
    let full = |record: &ParsedRecord| record.filled() * 10 >= filled * 6;
    let numeric: Vec<usize> = (0..width)
        .filter(|at| {
            let mut cells = body.iter().take(30).map(|record| record.cell(*at));
            let is = cells.clone().filter(|cell| is_number(cell)).count();
            is * 2 > cells.by_ref().filter(|cell| !cell.is_empty()).count()
        })
        .collect();
    let mut loose: BTreeSet<usize> = BTreeSet::new();
    let starts: Vec<usize> = (1..body.len())
        .filter(|at| body[*at].gap && body[*at].filled() > 0)
        .collect();
    for (index, start) in starts.iter().enumerate() {
        let stop = starts.get(index + 1).copied().unwrap_or(body.len());
        let segment = &body[*start..stop];
        let Some(first) = segment.iter().find(|record| full(record)) else {
            loose.extend(*start..stop);
            continue;
        };
        let is_heading = !numeric.is_empty()
            && numeric
                .iter()
                .all(|at| !is_number(first.cell(*at)) && !first.cell(*at).is_empty());
        // A note with commas has no rows below it.
        let is_last = !body[*start..]
            .iter()
            .any(|record| record.line > first.line && full(record));
        if is_last && is_note_line(first, &body[0]) {
            loose.extend(*start..stop);
            continue;
        }
        if is_heading && *start > 0 {
            sheet.told.push(ImportNotice::SecondTable {
                line: segment[0].line as u32,
                table: String::new(),
            });
            end = *start;
            next = Some(*start);
            break;
        }
    }
    loose.extend(end..body.len());
    let told_end = end;
    while end > 0
        && (body[end - 1].filled() == 0
            || loose.contains(&(end - 1))
            || is_note(&body[end - 1], width)
            || is_note_line(&body[end - 1], &body[0]))
    {
        end -= 1;
        loose.insert(end);
    }
    let raw = data.checked_sub(1).map(|at| &records[at].cells);
    let again: Vec<usize> = (0..end)
        .filter(|at| {
            raw.is_some_and(|raw| is_same(raw, &body[*at].cells)) && body[*at].filled() > 0
        })
        .collect();
    if !again.is_empty() {
        sheet.told.push(ImportNotice::HeadingAgain {
            rows: again.len() as u32,
        });
        loose.extend(again.iter().copied());
    }
    loose.extend((0..end).filter(|at| is_page_line(&body[*at])));
    let notes: Vec<&ParsedRecord> = loose
        .iter()
        .filter(|at| **at < told_end && !again.contains(at))
        .map(|at| &body[*at])
        .filter(|record| record.filled() > 0)
        .collect();
    for note in &notes {
        legend_of(note, &mut sheet.legend);
        codes_of(note, sheet);
    }
    if let Some(first) = notes.first() {
        let text = first
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .cloned()
            .collect::<Vec<_>>();
        sheet.told.push(ImportNotice::Below {
            rows: notes.len() as u32,
            line: first.line as u32,
            text: shortened(&text.join(" ")),
        });
    }
    sheet.imported.aside = loose.into_iter().map(|at| at as u64 + 1).collect();
    next
}

/// Whether two lines have the same texts, whatever their case.
fn is_same(one: &[String], other: &[String]) -> bool {
    let pairs = || one.iter().zip(other);
    one.len() == other.len()
        && pairs().all(|(one, other)| one.to_lowercase() == other.to_lowercase())
}

/// `Page 1 of 2`, alone in its line.
fn is_page_line(record: &ParsedRecord) -> bool {
    let text = record.cells.join("").to_lowercase();
    let number = text
        .strip_prefix("page ")
        .map(|rest| rest.split_once(" of ").unwrap_or((rest, "0")));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    record.filled() == 1 && number.is_some_and(|(page, all)| is_number(page) && is_number(all))
}

/// Whether a row at the end of a table is a note that its commas have cut into cells, or one with a value of its own:
/// `Source: Agency, 2024`, `Last updated,45300`. `first` is the first row of the table, which is none.
fn is_note_line(record: &ParsedRecord, first: &ParsedRecord) -> bool {
    const LABELS: [&str; 7] = [
        "last updated",
        "as of",
        "data as of",
        "run date",
        "report date",
        "report generated",
        "date generated",
    ];
    let text = record.cell(0);
    let (label, rest) = text.split_once(':').unwrap_or((text, ""));
    let lower = label.to_lowercase();
    let is_label = LABELS.contains(&lower.as_str()) && record.filled() <= 2;
    let is_named = text.contains(':') && is_note_word(&lower) && !rest.is_empty();
    let is_marked =
        text.starts_with(['*', '†', '‡']) && text.trim_start_matches(['*', '†', '‡']).len() > 1;
    let begins_alike = first.cell(0).split([':', ' ']).next() == text.split([':', ' ']).next();
    (is_label
        || is_named
        || is_marked && record.filled() > 1 && !record.cells.iter().any(|cell| is_number(cell)))
        && !begins_alike
}

fn is_note_word(word: &str) -> bool {
    const WORDS: [&str; 9] = [
        "note",
        "notes",
        "source",
        "sources",
        "footnote",
        "footnotes",
        "legend",
        "prepared",
        "downloaded",
    ];
    WORDS.contains(&word)
}

/// Whether a row at the end of a table is a note: one text in its first cell, in a table of several columns.
fn is_note(record: &ParsedRecord, width: usize) -> bool {
    let text = record.cell(0);
    if width < 2 || record.filled() != 1 || text.is_empty() {
        return false;
    }
    let word = text
        .split(|mark: char| !mark.is_alphabetic())
        .next()
        .unwrap_or_default();
    let first = text.split_whitespace().next().unwrap_or_default();
    record.cells.len() == 1
        || is_note_word(&word.to_lowercase())
        || text.chars().count() > LONG
        || text.starts_with(['*', '†', '‡', '[', '¹', '²', '³'])
        || (first.len() < text.len() && is_explained(first, &text[first.len()..]).is_some())
}

/// Marks that a note explains: `a Revised`, `* Estimated`, `[1] Includes …`, `r = revised; p = preliminary`.
fn legend_of(record: &ParsedRecord, legend: &mut BTreeSet<String>) {
    let text = record.cells.join(" ");
    let mut rest = trimmed(&text);
    for word in ["Notes:", "Note:", "Legend:", "Footnotes:", "Footnote:"] {
        if let Some(after) = rest.strip_prefix(word) {
            rest = trimmed(after);
        }
    }
    for piece in rest.split([';', '\n', '|']) {
        let piece = trimmed(piece);
        let signs: String = piece
            .chars()
            .take_while(|mark| {
                !mark.is_alphabetic() && !mark.is_ascii_digit() && is_mark(&mark.to_string())
            })
            .collect();
        if !signs.is_empty() {
            legend.insert(signs.clone());
            continue;
        }
        let first = piece.split_whitespace().next().unwrap_or_default();
        if let Some(mark) = is_explained(first, &piece[first.len()..]) {
            legend.insert(mark);
        }
        for (before, _) in piece.match_indices(['=', ':']) {
            let token = piece[..before]
                .split_whitespace()
                .next_back()
                .unwrap_or_default();
            if is_mark(token) {
                legend.insert(bare_mark(token).to_owned());
            }
        }
    }
}

/// Codes that a note explains as no value. Where its mark says that a number is suppressed, a nought with that mark is
/// none.
fn codes_of(note: &ParsedRecord, sheet: &mut ImportedSheet) {
    let text = note.cells.join(" ");
    sheet.codes.extend(explained(&text));
    if reason(&text) == Some(Status::Suppressed) {
        let mut marks = BTreeSet::new();
        legend_of(note, &mut marks);
        let noughts = marks
            .iter()
            .flat_map(|mark| [format!("0{mark}"), format!("0 {mark}")]);
        sheet
            .codes
            .extend(noughts.map(|cell| (cell, Status::Suppressed)));
    }
}

/// The mark at the front of a note, where what follows explains it.
fn is_explained(first: &str, rest: &str) -> Option<String> {
    let token = first.trim_end_matches(['.', ':', '=', '-', '–']);
    let is_closed = token != first
        || token.starts_with(['[', '('])
        || token.ends_with(')')
        || trimmed(rest).starts_with(['=', ':', '-', '–']);
    let bare = bare_mark(token);
    let is_small = bare.chars().all(char::is_lowercase) && bare.chars().count() == 1;
    let fits = is_mark(bare) || bare.chars().all(|mark| mark.is_ascii_digit()) && bare.len() <= 2;
    (!bare.is_empty() && fits && (is_closed || is_small) && !trimmed(rest).is_empty())
        .then(|| bare.to_owned())
}
