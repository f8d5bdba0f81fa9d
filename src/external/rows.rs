//! What rows are: their units where these differ, wholes among parts, and repeats.

use super::ColumnWords;
use super::column_profile::ColumnProfile;
use super::comparison::{GroupingColumn, Margin, Measure};
use super::evidence::Decided;
use super::heading::words_of;
use super::heading_words::{names_numbers, names_running};
use super::import_notices::ImportNotice;
use super::propose::Why;
use super::reading::{Hint, Reading};
use super::row_kinds;
use super::sheet::{ImportedSheet, SheetRow};
use super::wholes;
use crate::package::Sign;
use std::collections::{BTreeMap, BTreeSet};

/// A column that says of what kind each row is has no more different words than this.
const KINDS: usize = 30;

/// Finds the column that says what each value of a long table is of, so that its units differ by row, and keeps
/// values of different things from being added. Gives the name of that column.
pub fn settle_units(
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    decided: &mut [Decided],
    read: &mut [ColumnWords],
) -> Option<String> {
    let mut found = None;
    for at in 0..sketches.len() {
        if !read[at].reading.is_measure() {
            continue;
        }
        let signs = &sketches[at].tally.signs;
        let groups = || {
            let is_group =
                |other: &usize| matches!(read[*other].reading, Reading::Group | Reading::Codes(_));
            (0..sketches.len()).filter(is_group)
        };
        let decides = |other: &usize| {
            signs.len() > 1 && decides_sign(sheet, sketches[*other].at, sketches[at].at)
        };
        let named = |other: &usize| row_kinds::names_indicator(&sketches[*other].name);
        let by_units = groups().filter(decides).min_by_key(|other| !named(other));
        let by_name = groups()
            .filter(|_| row_kinds::names_value(&sketches[at].name))
            .find(named);
        let Some(indicator) = by_units.or(by_name) else {
            continue;
        };
        if by_units.is_some() {
            decided[at].mixed = true;
            decided[at].style.mixed = true;
            decided[at].style.bare = crate::package::Bare::Plain;
            decided[at].sign = Sign::None;
            read[at]
                .asks
                .retain(|hint| !matches!(hint, Hint::Percent | Hint::Fraction));
        }
        if read[at].why != Why::Chosen {
            let indicator = read[indicator].title.clone();
            read[at].reading = Reading::Value;
            read[at].why = Why::ByIndicator { indicator };
        }
        found = Some(sketches[indicator].name.clone());
    }
    found
}

/// Whether each word of one column goes with one sign of another, and words are there more than once.
fn decides_sign(sheet: &ImportedSheet, group: usize, numbers: usize) -> bool {
    let mut signs: BTreeMap<&str, Sign> = BTreeMap::new();
    let mut rows = 0;
    for row in &sheet.rows {
        let sign = match crate::table::written::take_apart(&row.cells[numbers]) {
            Ok(crate::table::written::Outcome::Number(parts)) => parts.sign,
            Ok(crate::table::written::Outcome::Zero(sign)) => sign,
            _ => continue,
        };
        rows += 1;
        if *signs.entry(row.cells[group].as_str()).or_insert(sign) != sign {
            return false;
        }
    }
    signs.len() > 1 && rows >= signs.len() * 2
}

/// Sets rows aside that are wholes of others, and keeps columns from being added where rows may be wholes or repeats.
pub fn find_wholes(
    sheet: &ImportedSheet,
    (sketches, decided, hints): (&[ColumnProfile], &[Decided], &[Vec<Hint>]),
    read: &mut [ColumnWords],
    imported: &mut crate::package::Imported,
    not_over: &mut BTreeSet<String>,
    notices: &mut Vec<ImportNotice>,
) -> Vec<Margin> {
    let adds = |column: &ColumnWords| matches!(column.reading, Reading::Sum | Reading::Stock);
    let dimensions: Vec<GroupingColumn> = (0..sketches.len())
        .filter(|at| {
            let reading = read[*at].reading;
            let is_text =
                reading == Reading::Leave && !sketches[*at].is_number && sketches[*at].filled > 0;
            let is_key = matches!(read[*at].why, Why::Identifier { .. });
            matches!(reading, Reading::Group | Reading::Codes(_))
                || reading.grain().is_some()
                || is_text
                || is_key
        })
        .map(|at| GroupingColumn {
            name: &sketches[at].name,
            at: sketches[at].at,
            is_place: sketches[at].schemes.iter().any(|scheme| scheme.is_place()),
            is_coded: matches!(read[at].reading, Reading::Codes(_)),
            is_industry: read[at].reading == Reading::Codes(crate::value::Scheme::Naics),
            is_time: read[at].reading.grain().is_some(),
            hints: &hints[at],
        })
        .collect();
    let measures: Vec<Measure> = (0..sketches.len())
        .filter(|at| adds(&read[*at]))
        .map(|at| {
            let value = |row: &SheetRow| {
                let read =
                    crate::table::written::read(&row.cells[sketches[at].at], &decided[at].style);
                let number = read.ok().and_then(|written| written.number());
                let is_hidden = imported.withheld.as_ref().is_some_and(|(name, marks)| {
                    let column = sketches.iter().find(|sketch| sketch.name == *name);
                    column.is_some_and(|sketch| marks.contains(&row.cells[sketch.at]))
                });
                number.filter(|number| !is_hidden || *number != 0.0)
            };
            Measure {
                name: read[at].title.clone(),
                values: sheet.rows.iter().map(value).collect(),
            }
        })
        .collect();
    let found = wholes::find(&sheet.rows, &dimensions, &measures);
    let doubtful = found.doubtful.first().cloned();
    imported.aside.extend(found.aside);
    notices.extend(found.told);
    not_over.extend(found.doubtful);
    not_over.extend(found.not_over.iter().cloned());
    // Over a column that is not used, nothing could keep a sum from adding wholes to their parts.
    let unused = found.not_over.iter().find(|name| {
        let is_left =
            |column: &ColumnWords| column.field == **name && column.reading == Reading::Leave;
        read.iter().any(is_left)
    });
    if let Some(name) = unused {
        for column in read.iter_mut().filter(|column| adds(column)) {
            let name = name.clone();
            column.reading = Reading::Value;
            column.why = Why::MaybeWhole { column: name };
        }
    }
    // Numbers under a heading that names no amount may tell rows apart: days of a month, grades, ranks.
    let is_amount =
        |column: &ColumnWords| column.reading.is_measure() && column.why != Why::NothingSaid;
    let measured: BTreeSet<usize> = (0..sketches.len())
        .filter(|at| is_amount(&read[*at]))
        .map(|at| sketches[at].at)
        .collect();
    let others: Vec<usize> = (0..imported.names.len())
        .filter(|at| !measured.contains(at) && !imported.names[*at].is_empty())
        .collect();
    let lines = wholes::repeats(&sheet.rows, &imported.aside, &others);
    for column in read.iter_mut().filter(|column| adds(column)) {
        if column.why == Why::Chosen {
            continue;
        }
        if !lines.is_empty() {
            column.reading = Reading::Value;
            column.why = Why::Repeats {
                rows: lines.len(),
                lines: lines.iter().take(20).copied().collect(),
            };
        } else if let Some(name) = &doubtful {
            let title = name.clone();
            column.why = Why::MaybeWhole { column: title };
        }
    }
    let asked: BTreeSet<String> = notices
        .iter()
        .filter_map(ImportNotice::column)
        .map(str::to_owned)
        .collect();
    for column in read
        .iter_mut()
        .filter(|column| asked.contains(&column.field))
    {
        column.asks.extend([Hint::Whole, Hint::Part]);
    }
    for column in read.iter_mut().filter(|column| !column.hints.is_empty()) {
        let given = column
            .hints
            .iter()
            .filter(|hint| !column.asks.contains(hint));
        let given: Vec<Hint> = given.copied().collect();
        column.asks.extend(given);
    }
    found.margins
}

/// Columns that say of what kind or level each row is, each with the word to begin with: that of the first row. Gives
/// nothing of a column whose rows are all of one kind.
pub fn find_kinds(
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    (read, hints): (&[ColumnWords], &[Vec<Hint>]),
    aside: &BTreeSet<u64>,
    notices: &mut Vec<ImportNotice>,
) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, sketch) in sketches.iter().enumerate() {
        if read[at].reading != Reading::Group || hints[at].contains(&Hint::Part) {
            continue;
        }
        let rows = sheet.rows.iter().filter(|row| !aside.contains(&row.row));
        let mut words: Vec<String> = Vec::new();
        for row in rows {
            let word = &row.cells[sketch.at];
            if !word.is_empty() && !words.contains(word) && words.len() <= sketch.words.len() {
                words.push(word.clone());
            }
            if words.len() > KINDS {
                break;
            }
        }
        let is_sort = row_kinds::names_kind(&sketch.name);
        let first = match is_sort && (2..=KINDS).contains(&words.len()) {
            true => words.first().cloned(),
            false => row_kinds::statement(&words),
        };
        if let Some(first) = first {
            notices.push(ImportNotice::Kinds {
                column: sketch.name.clone(),
                words,
                part: format!("{}~auto~{}", sketch.name, Hint::Part.as_str()),
            });
            found.insert(sketch.name.clone(), first);
        }
    }
    found
}

/// Keeps numbers from being added over time where some of them run up to their date, as a column of kinds says.
pub fn keep_running_apart(
    sketches: &[ColumnProfile],
    kinds: &BTreeMap<String, String>,
    read: &mut [ColumnWords],
) {
    let is_running = |word: &String| names_running(&words_of(word));
    let has_running = |sketch: &&ColumnProfile| {
        kinds.contains_key(&sketch.name) && sketch.words.iter().any(is_running)
    };
    if sketches.iter().any(|sketch| has_running(&sketch)) {
        let own = read.iter_mut();
        for column in
            own.filter(|column| column.reading == Reading::Sum && column.why != Why::Chosen)
        {
            column.reading = Reading::Stock;
        }
    }
}

/// Names columns whose heading is of numbers and whose cells begin with digits, but are read as words: `45 of 60`.
pub fn find_no_numbers(
    sketches: &[ColumnProfile],
    read: &[ColumnWords],
    notices: &mut Vec<ImportNotice>,
) {
    let begins = |word: &&String| {
        let first = word.trim_start_matches(|mark: char| !mark.is_alphanumeric());
        let is_read = crate::table::written::take_apart(word).is_ok();
        !is_read && first.starts_with(|mark: char| mark.is_ascii_digit())
    };
    let columns = sketches.iter().zip(read);
    for (sketch, _) in columns.filter(|(_, column)| column.reading == Reading::Group) {
        let count = sketch.words.iter().filter(begins).count();
        if let Some(example) = sketch.words.iter().find(begins)
            && names_numbers(&sketch.name)
            && !sketch.is_number
            && count * 2 >= sketch.words.len()
        {
            notices.push(ImportNotice::NoNumbers {
                column: sketch.name.clone(),
                example: example.clone(),
            });
        }
    }
}

/// Names columns whose ranges a spreadsheet may have turned into dates: 4-Jan among 15-19 and 20-24.
pub fn find_dates_among_ranges(
    sketches: &[ColumnProfile],
    read: &[ColumnWords],
    notices: &mut Vec<ImportNotice>,
) {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let is_number = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_month = |text: &str| MONTHS.contains(&text.to_lowercase().as_str());
    for (sketch, _) in sketches
        .iter()
        .zip(read)
        .filter(|(_, column)| column.reading == Reading::Group)
    {
        let pairs = || {
            let words = sketch.words.iter();
            words.filter_map(|word| Some((word, word.split_once(['-', '–'])?)))
        };
        let ranges = pairs().filter(|(_, (one, other))| is_number(one) && is_number(other));
        let dates: Vec<String> = pairs()
            .filter(|(_, (one, other))| {
                is_number(one) && is_month(other) || is_month(one) && is_number(other)
            })
            .map(|(word, _)| word.clone())
            .collect();
        if ranges.count() > 0 && !dates.is_empty() {
            notices.push(ImportNotice::DatesAmongRanges {
                column: sketch.name.clone(),
                words: dates,
            });
        }
    }
}
