//! The rows of a heading, title lines above it, and the names that it gives.

use super::heading_words;
use super::import_notices::ImportNotice;
use super::sheet::{ParsedRecord, is_number, is_year, shortened};
use crate::package::Resource;
use crate::problem::Unread;
use crate::table::written::{Outcome, Parts, is_spreadsheet_error, take_apart};
use crate::value::Qualifier;

/// The first and one past the last record of the heading, with the names it gives.
pub fn heading(
    records: &[ParsedRecord],
    (width, filled): (usize, usize),
    resource: &Resource,
    notices: &mut Vec<ImportNotice>,
) -> (usize, usize, Vec<String>) {
    let wanted = |record: &ParsedRecord| record.filled() * 10 >= filled * 6;
    let Some(main) = records.iter().position(wanted) else {
        return (0, 0, Vec::new());
    };
    let main = after_labels(records, main, filled);
    let width = width.max(records[main].cells.len());
    if let Some(found) = declared_heading(records, resource) {
        return found;
    }
    let declared = !resource.dialect.header;
    let body = &records[(main + 1).min(records.len())..];
    if declared || has_no_heading(&records[main], body, width) {
        let names = match declared && !resource.schema.fields.is_empty() {
            true => resource
                .schema
                .fields
                .iter()
                .map(|field| field.name.clone())
                .collect(),
            false => {
                notices.push(ImportNotice::NoHeading);
                (1..=width).map(|at| format!("Column {at}")).collect()
            }
        };
        let start = if declared { 0 } else { main };
        return (start, start, names);
    }
    let mut names: Vec<String> = (0..width)
        .map(|at| records[main].cell(at).to_owned())
        .collect();
    let mut last = main + 1;
    // A second line below: cells where the first has none, no numbers, and numbers below it.
    if let Some(below) = records.get(last)
        && is_second_line(&names, below, records.get(last + 1..).unwrap_or_default())
    {
        let lower: Vec<String> = (0..width).map(|at| below.cell(at).to_owned()).collect();
        names = joined(&names, &lower);
        last += 1;
    }
    if last == main + 1
        && let Some(below) = records.get(last)
        && is_label_line(below, records.get(last + 1..).unwrap_or_default(), width)
    {
        let lower: Vec<String> = (0..width).map(|at| below.cell(at).to_owned()).collect();
        names = joined(&names, &lower);
        last += 1;
    }
    // Qualtrics writes the names of its questions to programs in a line below their texts.
    if let Some(at) = (last..last + 2).find(|at| records.get(*at).is_some_and(is_import_line)) {
        last = at + 1;
    }
    // pandas names the column of its index in a line of its own below two lines of names.
    if last > main + 1
        && names.first().is_some_and(String::is_empty)
        && let Some(below) = records.get(last).filter(|record| is_index_line(record))
        && !records[last + 1..].iter().any(is_index_line)
    {
        names[0] = below.cell(0).to_owned();
        last += 1;
    }
    if records[main].cells.len() < width && last == main + 1 && !rows_have_names(&names, body) {
        // `1,200` without quotation marks is two cells, so its row has too many.
        let own = records[main].cells.len();
        if body
            .iter()
            .filter(|record| record.cells.len() > own)
            .all(splits_thousands)
        {
            names.truncate(own);
        }
    }
    if names.len() == width && records[main].cells.len() + 1 == width && last == main + 1 {
        let is_moved = rows_have_names(&names, body);
        if is_moved {
            names.insert(0, String::new());
            names.pop();
        }
        if is_moved || body.iter().any(|record| !record.cell(width - 1).is_empty()) {
            notices.push(ImportNotice::HeadingShort { is_moved });
        }
    }
    let mut first = main;
    while first > 0 && main - first < 2 && is_upper_line(&records[first - 1], &names, width) {
        let upper: Vec<String> = (0..width)
            .map(|at| records[first - 1].cell(at).to_owned())
            .collect();
        names = joined(&upper, &names);
        first -= 1;
    }
    (first, last, names)
}

/// The heading below lines of a label and its value, which have fewer cells: `Report date,3/1/2024`.
fn after_labels(records: &[ParsedRecord], main: usize, filled: usize) -> usize {
    let has_value = |record: &ParsedRecord| {
        let is_value =
            |cell: &String| cell.bytes().any(|byte| byte.is_ascii_digit()) && !is_year(cell);
        record.cells.iter().any(is_value)
    };
    let full = |record: &ParsedRecord| record.filled() >= filled;
    let Some(next) = records.iter().skip(main).take(8).position(full) else {
        return main;
    };
    let next = main + next;
    let is_labels = next > main && records[main..next].iter().any(has_value);
    let is_heading =
        !has_value(&records[next]) && records[next + 1..].iter().take(5).any(has_value);
    match is_labels && is_heading {
        true => next,
        false => main,
    }
}

fn is_import_line(record: &ParsedRecord) -> bool {
    let mut cells = record.cells.iter().filter(|cell| !cell.is_empty());
    record.filled() > 0 && cells.all(|cell| cell.starts_with("{\"ImportId\""))
}

/// Whether only the first cell of a line has a text.
fn is_index_line(record: &ParsedRecord) -> bool {
    record.filled() == 1 && !record.cell(0).is_empty()
}

/// Whether a line has a number of three digits right behind a shorter one: `1,200` cut in two.
fn splits_thousands(record: &ParsedRecord) -> bool {
    let is = |cell: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let pairs = record.cells.windows(2);
    pairs
        .into_iter()
        .any(|pair| is(&pair[0], 1..=3) && !pair[0].starts_with('0') && is(&pair[1], 3..=3))
}

/// The heading in the rows that the manifest names, counted from 1.
fn declared_heading(
    records: &[ParsedRecord],
    resource: &Resource,
) -> Option<(usize, usize, Vec<String>)> {
    let rows = resource.dialect.header_rows.as_ref()?;
    let (least, most) = (rows.iter().min()?, rows.iter().max()?);
    let place = |row: &u64| records.iter().position(|record| record.line == *row);
    let (first, last) = (place(least)?, place(most)?);
    let width = records[first..=last]
        .iter()
        .map(|record| record.cells.len())
        .max()?;
    let join = resource.dialect.header_join.as_deref().unwrap_or(" ");
    let name = |at: usize| {
        let parts = rows
            .iter()
            .filter_map(place)
            .map(|row| records[row].cell(at));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(join)
    };
    Some((first, last + 1, (0..width).map(name).collect()))
}

/// Whether numbers in a line follow each other by one, three at least: grades 9, 10, 11 are a heading.
fn is_counted(record: &ParsedRecord) -> bool {
    let numbers: Vec<i64> = record
        .cells
        .iter()
        .filter_map(|cell| cell.parse().ok())
        .collect();
    numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Whether the first full row is data: a number in a column of numbers, which is no year.
fn has_no_heading(first: &ParsedRecord, body: &[ParsedRecord], width: usize) -> bool {
    !is_counted(first)
        && (0..width).any(|at| {
            let cell = first.cell(at);
            let below = body
                .iter()
                .take(20)
                .filter(|record| !record.cell(at).is_empty());
            let (all, numbers) = below.fold((0, 0), |(all, numbers), record| {
                (all + 1, numbers + usize::from(is_number(record.cell(at))))
            });
            is_number(cell)
                && !is_year(cell)
                && !is_bound(cell)
                && all > 0
                && numbers * 10 >= all * 9
        })
        && !is_of_day_numbers(first, body)
}

/// Whether a number is a bound, which may be the name of a group as well: `Under 18`, `65 and over`.
fn is_bound(cell: &str) -> bool {
    let is_exact = |parts: &Parts| parts.word == Qualifier::Exact;
    matches!(take_apart(cell), Ok(Outcome::Number(parts)) if !is_exact(&parts))
}

/// Whether a line has a text and then the numbers that spreadsheets give to days of 1990 to 2064, each later than the
/// one before it, and no number below it is of that kind: `State,45292,45323`.
fn is_of_day_numbers(first: &ParsedRecord, body: &[ParsedRecord]) -> bool {
    let day = |cell: &String| {
        let number: u32 = cell.parse().ok()?;
        (32_874..60_000).contains(&number).then_some(number)
    };
    let days: Vec<u32> = first.cells.iter().filter_map(day).collect();
    let texts = first.cells.iter().take_while(|cell| day(cell).is_none());
    let texts = texts.filter(|cell| !is_number(cell)).count();
    days.len() > 1
        && texts > 0
        && texts + days.len() == first.filled()
        && days.windows(2).all(|pair| pair[0] < pair[1])
        && !body
            .iter()
            .flat_map(|record| &record.cells)
            .any(|cell| day(cell).is_some())
}

fn is_second_line(names: &[String], below: &ParsedRecord, body: &[ParsedRecord]) -> bool {
    let gaps: Vec<usize> = (0..names.len())
        .filter(|at| names[*at].is_empty())
        .collect();
    let fills = gaps
        .iter()
        .filter(|at| !below.cell(**at).is_empty())
        .count();
    let has_number = below
        .cells
        .iter()
        .any(|cell| is_number(cell) && !is_year(cell));
    let below_it = |at: &usize| {
        let mut cells = body.iter().take(5).map(|record| record.cell(*at));
        cells.any(is_number)
    };
    fills > 0 && !has_number && gaps.iter().any(below_it)
}

/// Whether a full line below the heading has names or units for the columns: texts over all columns of numbers.
fn is_label_line(below: &ParsedRecord, body: &[ParsedRecord], width: usize) -> bool {
    let numeric = (0..width).filter(|at| {
        let cells = body.iter().take(20).map(|record| record.cell(*at));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let numbers = filled.iter().filter(|cell| is_number(cell)).count();
        numbers > 1 && numbers * 10 >= filled.len() * 6
    });
    let (mut texts, mut all) = (0, true);
    for at in numeric {
        let cell = below.cell(at);
        let is_unit = ["(%)", "($)", "(1000s)", "(000s)", "(1,000s)", "(000)"].contains(&cell);
        let is_word = take_apart(cell) == Err(Unread::NotNumber) && !is_spreadsheet_error(cell);
        let is_text = is_unit || is_word;
        all &= is_text || cell.is_empty();
        texts += usize::from(is_text);
    }
    all && (texts > 1 || texts == 1 && below.cell(0).is_empty())
}

/// Whether the rows have a name or number of their own in front, which the heading does not name: the first cells
/// count the rows, or a heading of counts would stand over texts.
fn rows_have_names(names: &[String], body: &[ParsedRecord]) -> bool {
    let rows: Vec<&ParsedRecord> = body.iter().filter(|record| record.filled() > 1).collect();
    let number = |at: usize| rows[at].cell(0).parse::<usize>().ok();
    let is_counted = rows.len() > 1
        && number(0).is_some_and(|first| {
            first < 2 && (0..rows.len()).all(|at| number(at) == Some(first + at))
        });
    let is_slid = || {
        let share = |at: usize| {
            let numbers = rows.iter().filter(|row| is_number(row.cell(at))).count();
            numbers * 10 >= rows.len() * 9
        };
        let counts: Vec<usize> = (0..names.len())
            .filter(|at| heading_words::names_counts(&names[*at]))
            .collect();
        let fits = |moved: usize| counts.iter().all(|at| share(at + moved));
        !counts.is_empty() && !fits(0) && fits(1)
    };
    !rows.is_empty() && (is_counted || is_slid())
}

/// Whether a line above the heading is a part of it: several cells, none of them over the first column unless the
/// heading has none there.
fn is_upper_line(above: &ParsedRecord, names: &[String], width: usize) -> bool {
    let filled = above.filled();
    let first_is_free = above.cell(0).is_empty() || names.first().is_some_and(String::is_empty);
    let has_number = above
        .cells
        .iter()
        .any(|cell| is_number(cell) && !is_year(cell));
    let spans = (0..width).any(|at| above.cell(at).is_empty());
    above.cells.len() * 10 >= width * 6 && filled >= 1 && first_is_free && spans && !has_number
}

/// A group's heading is carried to the right over the columns that have a heading of their own below it.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut group = "";
    let pairs = upper.iter().zip(lower);
    pairs
        .map(|(above, below)| {
            if !above.is_empty() {
                group = if below.is_empty() { "" } else { above };
            }
            match (above.is_empty(), below.is_empty()) {
                (false, true) => above.clone(),
                (_, true) => String::new(),
                _ if group.is_empty() => below.clone(),
                _ => format!("{group} {below}"),
            }
        })
        .collect()
}

pub fn tell_title(above: &[ParsedRecord], notices: &mut Vec<ImportNotice>) {
    let lines: Vec<&ParsedRecord> = above.iter().filter(|record| record.filled() > 0).collect();
    let is_delimiter = |record: &&ParsedRecord| {
        let text = record.cells.join("");
        record.cells.len() <= 2 && text.to_ascii_lowercase().starts_with("sep=")
    };
    let lines: Vec<&ParsedRecord> = lines
        .into_iter()
        .filter(|record| !is_delimiter(record))
        .collect();
    if let Some(first) = lines.first() {
        let text = first.cells.iter().find(|cell| !cell.is_empty());
        notices.push(ImportNotice::Title {
            lines: lines.len() as u32,
            text: shortened(text.map_or("", String::as_str)),
        });
    }
}

/// Names in one line each, told apart where a heading appears twice, and by their place where it is missing. A column
/// without a heading and without cells has no name.
pub fn unique(
    names: Vec<String>,
    body: &[ParsedRecord],
    notices: &mut Vec<ImportNotice>,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let plain: Vec<String> = names
        .iter()
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for (at, name) in plain.iter().enumerate() {
        let name = match name.is_empty() {
            false => name.clone(),
            true if body.iter().any(|record| !record.cell(at).is_empty()) => {
                format!("Column {}", at + 1)
            }
            true => {
                found.push(String::new());
                continue;
            }
        };
        let taken = |wanted: &String| found.contains(wanted) || plain[at + 1..].contains(wanted);
        let own = match found.contains(&name) {
            false => name,
            true => {
                let numbered = (2..).map(|count| format!("{name} ({count})"));
                let own = numbered
                    .into_iter()
                    .find(|own| !taken(own))
                    .unwrap_or_default();
                notices.push(ImportNotice::Twice {
                    name: name.clone(),
                    column: at as u32 + 1,
                    own: own.clone(),
                });
                own
            }
        };
        found.push(own);
    }
    found
}
