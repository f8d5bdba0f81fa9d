//! Tables whose rows are made anew: columns named by periods or places become rows, and words that a spreadsheet wrote
//! once for several rows are written in each of them. Both are told, and both can be undone.

use super::ColumnWords;
use super::column_profile::ColumnProfile;
use super::heading::words_of;
use super::heading_words::{COORDINATES, IDENTIFIERS, names_time};
use super::import_notices::ImportNotice;
use super::measure_periods::measures_over_periods;
use super::propose::Why;
use super::reading::{Hint, Reading, ReadingOverride};
use super::sheet::{ImportedSheet, SheetRow};
use crate::package::{Dialect, Resource};
use crate::value::{Calendar, Scheme, YearSort, spellings};
use std::collections::{BTreeMap, BTreeSet};

/// The number of columns that must be named by periods, or by states, before they are taken for one measure.
const PERIODS: usize = 2;
const PLACES: usize = 3;
/// Rows that may be made of one table.
const MOST_ROWS: usize = 2_000_000;

/// What was made of a table, or could be.
#[derive(Default)]
pub struct Reshaped {
    /// The table with its rows made anew, and the same as a file; none where it stays as it is.
    pub made: Option<(ImportedSheet, Vec<u8>)>,
    pub told: Vec<ImportNotice>,
    /// Answers that can be given about columns of the table, and whether they were.
    pub answers: Vec<(String, Hint, bool)>,
    /// Lines of the list of columns for a column that the table does not have now.
    pub extra: Vec<ColumnWords>,
}

/// Columns that are one measure, named by the values of another column.
struct ColumnFamily {
    /// The name of that column.
    field: String,
    /// Their places in the file: for each of its values, those of all measures.
    columns: Vec<usize>,
    /// The values of that column, and the names of the measures.
    labels: Vec<String>,
    measures: Vec<String>,
    /// Other columns of numbers, which would be repeated in each row.
    left_out: Vec<usize>,
    /// Nothing speaks against reading them as rows.
    is_plain: bool,
}

/// Makes the rows of a table anew where its shape asks for it or the visitor did. Answers that are followed are taken
/// from `unused`.
pub fn reshape(
    resource: &mut Resource,
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    unused: &mut Vec<ReadingOverride>,
) -> Reshaped {
    let mut reshaped = Reshaped::default();
    if sheet.has_long_rows || sheet.rows.is_empty() {
        return reshaped;
    }
    let mut rows = sheet.rows.clone();
    let filled = fill_down(sheet, sketches, &mut rows, resource, unused, &mut reshaped);
    let family = places(sheet, sketches)
        .into_iter()
        .chain(periods(sheet, sketches).or_else(|| {
            measures_over_periods(&sheet.imported.names).and_then(|found| {
                let mut own = family("Period", found.columns, sheet, sketches)?;
                (own.labels, own.measures, own.is_plain) = (found.periods, found.measures, false);
                Some(own)
            })
        }));
    let mut melted = None;
    for family in family {
        let is = |hint| takes(unused, &resource.name, &family.field, hint);
        let is_wide = is(Hint::Wide);
        let is_rows = is(Hint::Rows);
        forget(unused, &resource.name, &family.field);
        let names = |columns: &[usize]| -> Vec<String> {
            let name = |at: &usize| sheet.imported.names[*at].clone();
            columns.iter().map(name).collect()
        };
        if (family.is_plain && !is_wide || is_rows) && melted.is_none() {
            reshaped.told.push(ImportNotice::Melted {
                columns: names(&family.columns),
                field: family.field.clone(),
                left_out: names(&family.left_out),
                wide: format!("{}~auto~{}", family.field, Hint::Wide.as_str()),
            });
            let hint = match family.is_plain {
                true => Hint::Wide,
                false => Hint::Rows,
            };
            reshaped.answers.push((family.field.clone(), hint, is_rows));
            melted = Some(family);
        } else {
            let hint = match family.is_plain {
                true => Hint::Wide,
                false => Hint::Rows,
            };
            reshaped.told.push(ImportNotice::MayMelt {
                columns: names(&family.columns),
                field: family.field.clone(),
                rows: format!("{}~auto~{}", family.field, Hint::Rows.as_str()),
            });
            let columns = names(&family.columns);
            reshaped.extra.push(ColumnWords {
                table: resource.name.clone(),
                table_title: resource.title().to_owned(),
                field: family.field.clone(),
                title: family.field.clone(),
                examples: columns.iter().take(3).cloned().collect(),
                reading: Reading::Leave,
                why: Why::OverColumns { columns },
                offered: vec![Reading::Leave],
                hints: if is_wide { vec![hint] } else { Vec::new() },
                asks: vec![hint],
            });
        }
    }
    if melted.is_some() || filled {
        reshaped.made = make(resource, sheet, rows, melted);
    }
    reshaped
}

/// Whether an answer about a column was given.
fn takes(unused: &[ReadingOverride], table: &str, field: &str, hint: Hint) -> bool {
    unused
        .iter()
        .any(|given| given.table == table && given.field == field && given.hints.contains(&hint))
}

/// Leaves out answers about the shape of a column, which are followed now.
fn forget(unused: &mut Vec<ReadingOverride>, table: &str, field: &str) {
    unused.retain_mut(|given| {
        if given.table != table || given.field != field {
            return true;
        }
        let before = given.hints.len();
        given
            .hints
            .retain(|hint| !matches!(hint, Hint::Wide | Hint::Rows | Hint::Empty));
        given.hints.len() == before || given.reading != Reading::Auto || !given.hints.is_empty()
    });
}

/// Writes a word in each row for which it was written once: cells below it are empty, no word comes twice, and the
/// rows are told apart by a column further right.
fn fill_down(
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    rows: &mut Vec<SheetRow>,
    resource: &Resource,
    unused: &mut Vec<ReadingOverride>,
    reshaped: &mut Reshaped,
) -> bool {
    let texts: Vec<&ColumnProfile> = sketches
        .iter()
        .filter(|sketch| !sketch.is_number && sketch.filled > 0)
        .collect();
    let mut some = ditto(&texts, rows, reshaped);
    for (place, sketch) in texts.iter().enumerate() {
        let at = sketch.at;
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let cells = || sheet.rows.iter().map(|row| row.cells[at].as_str());
        let blank: Vec<usize> = (0..sheet.rows.len())
            .filter(|row| sheet.rows[*row].cells[at].is_empty())
            .collect();
        // `Midwest,,` above the states of the Midwest is a heading of theirs.
        let is_alone = |row: usize| {
            let cells = &sheet.rows[row].cells;
            cells.iter().filter(|cell| !cell.is_empty()).count() == 1 && !cells[at].is_empty()
        };
        let alone: BTreeSet<u64> = (0..sheet.rows.len())
            .filter(|row| is_alone(*row) && blank.contains(&(row + 1)))
            .map(|row| sheet.rows[row].row)
            .collect();
        let is_once = cells()
            .filter(|cell| !cell.is_empty())
            .all(|cell| seen.insert(cell));
        let others = &texts[place + 1..];
        let is_apart = |row: &usize| {
            others
                .iter()
                .any(|other| !sheet.rows[*row].cells[other.at].is_empty())
        };
        let fits = is_once
            && seen.len() > 1
            && blank.len() * 2 >= seen.len()
            && blank.first() != Some(&0)
            && blank.iter().all(is_apart);
        if !fits {
            break;
        }
        let is_empty = takes(unused, &resource.name, &sketch.name, Hint::Empty);
        forget(unused, &resource.name, &sketch.name);
        reshaped
            .answers
            .push((sketch.name.clone(), Hint::Empty, is_empty));
        if is_empty {
            break;
        }
        reshaped.told.push(ImportNotice::FilledDown {
            column: sketch.name.clone(),
            rows: blank.len() as u32,
            empty: format!("{}~auto~{}", sketch.name, Hint::Empty.as_str()),
        });
        some = true;
        let mut word = String::new();
        for row in rows.iter_mut() {
            match row.cells[at].is_empty() {
                true => row.cells[at].clone_from(&word),
                false => word.clone_from(&row.cells[at]),
            }
        }
        if alone.len() == seen.len() {
            reshaped.told.push(ImportNotice::Sections {
                column: sketch.name.clone(),
                words: seen.iter().map(|word| (*word).to_owned()).collect(),
                rows: alone.len() as u32,
            });
            rows.retain(|row| !alone.contains(&row.row));
        }
    }
    some
}

/// Writes the word above in place of a mark that repeats it: `"`, `ditto`.
fn ditto(texts: &[&ColumnProfile], rows: &mut [SheetRow], reshaped: &mut Reshaped) -> bool {
    // DO. in capitals is a degree.
    const MARKS: [&str; 9] = [
        "\"",
        "''",
        "〃",
        "”",
        "ditto",
        "Ditto",
        "do.",
        "as above",
        "same as above",
    ];
    let is_mark = |cell: &str| MARKS.contains(&cell);
    let mut some = false;
    for sketch in texts {
        if !sketch.words.iter().any(|word| is_mark(word))
            || rows
                .first()
                .is_none_or(|row| is_mark(&row.cells[sketch.at]))
        {
            continue;
        }
        let mut word = String::new();
        let mut count = 0;
        for row in rows.iter_mut() {
            let cell = &mut row.cells[sketch.at];
            match is_mark(cell) {
                true => {
                    cell.clone_from(&word);
                    count += 1;
                }
                false => word.clone_from(cell),
            }
        }
        reshaped.told.push(ImportNotice::Ditto {
            column: sketch.name.clone(),
            rows: count,
        });
        some = true;
    }
    some
}

/// Columns named by periods of one calendar.
fn periods(sheet: &ImportedSheet, sketches: &[ColumnProfile]) -> Option<ColumnFamily> {
    let mut known: BTreeMap<Calendar, Vec<(YearSort, usize, i32)>> = BTreeMap::new();
    for (at, name) in sheet.imported.names.iter().enumerate() {
        for read in spellings(name) {
            let is_counted = matches!(read.calendar, Calendar::Excel1900 | Calendar::Excel1904);
            let is_plain = read.calendar == Calendar::Years || read.calendar == Calendar::Months;
            if !is_counted && (!read.needs_heading || is_plain) {
                let list = known.entry(read.calendar).or_default();
                list.push((read.sort, at, read.ordinal));
            }
        }
    }
    let of_one_sort = known.into_values().filter_map(|list| {
        let sort = list.first()?.0;
        let own: Vec<(usize, i32)> = list
            .iter()
            .filter(|(other, _, _)| *other == sort)
            .map(|(_, at, ordinal)| (*at, *ordinal))
            .collect();
        let differ: BTreeSet<i32> = own.iter().map(|(_, ordinal)| *ordinal).collect();
        (differ.len() == own.len()).then(|| own.into_iter().map(|(at, _)| at).collect())
    });
    let columns: Vec<usize> = of_one_sort.max_by_key(Vec::len)?;
    (columns.len() >= PERIODS).then(|| family("Period", columns, sheet, sketches))?
}

/// Columns named by states. They are offered as rows.
fn places(sheet: &ImportedSheet, sketches: &[ColumnProfile]) -> Option<ColumnFamily> {
    let names = &sheet.imported.names;
    let of = |scheme: Scheme| -> Vec<usize> {
        (0..names.len())
            .filter(|at| scheme.holds(&names[*at]))
            .collect()
    };
    let columns = [Scheme::StateName, Scheme::Usps]
        .into_iter()
        .map(of)
        .max_by_key(Vec::len)?;
    let mut found =
        (columns.len() >= PLACES).then(|| family("State", columns, sheet, sketches))??;
    found.is_plain = false;
    Some(found)
}

/// The columns as one measure, if all of them are of numbers and other columns tell the rows apart.
fn family(
    field: &str,
    columns: Vec<usize>,
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
) -> Option<ColumnFamily> {
    let own = |sketch: &&ColumnProfile| columns.contains(&sketch.at);
    let is_of_numbers =
        |sketch: &ColumnProfile| sketch.is_number || sketch.filled == 0 || sketch.tally.others == 0;
    let mut members = sketches.iter().filter(own);
    if !members.all(is_of_numbers) || sheet.rows.len() * columns.len() > MOST_ROWS {
        return None;
    }
    let names = &sheet.imported.names;
    let field = match names.iter().any(|name| name == field) {
        true => format!("{field} (2)"),
        false => field.to_owned(),
    };
    let others = || {
        sketches
            .iter()
            .filter(|sketch| !own(sketch) && sketch.filled > 0)
    };
    let mut left_out = Vec::new();
    let mut is_plain = true;
    let mut has_words = false;
    for sketch in others() {
        let words = words_of(&sketch.name);
        let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        if !sketch.is_number || is(IDENTIFIERS) || is(COORDINATES) || names_time(&words) {
            has_words = true;
            continue;
        }
        if sketch.is_counted {
            continue;
        }
        let is_of_all = is(&[
            "total",
            "change",
            "difference",
            "diff",
            "average",
            "avg",
            "mean",
            "growth",
            "cagr",
            "sum",
            "trend",
            "increase",
            "decrease",
        ]);
        is_plain &= is_of_all;
        left_out.push(sketch.at);
    }
    let value = match names.iter().any(|name| name == "Value") {
        true => "Value (2)",
        false => "Value",
    };
    has_words.then(|| ColumnFamily {
        field,
        labels: columns.iter().map(|at| names[*at].clone()).collect(),
        measures: vec![value.to_owned()],
        columns,
        left_out,
        is_plain,
    })
}

/// Writes the table with its new rows, and as a file.
fn make(
    resource: &mut Resource,
    sheet: &ImportedSheet,
    rows: Vec<SheetRow>,
    melted: Option<ColumnFamily>,
) -> Option<(ImportedSheet, Vec<u8>)> {
    let old = &sheet.imported.names;
    let is_kept = |at: &usize| {
        let of =
            |family: &ColumnFamily| family.columns.contains(at) || family.left_out.contains(at);
        !old[*at].is_empty() && !melted.as_ref().is_some_and(of)
    };
    let kept: Vec<usize> = (0..old.len()).filter(is_kept).collect();
    let mut names: Vec<String> = kept.iter().map(|at| old[*at].clone()).collect();
    let mut made = ImportedSheet {
        legend: sheet.legend.clone(),
        codes: sheet.codes.clone(),
        scale: sheet.scale.clone(),
        told: sheet.told.clone(),
        ..ImportedSheet::default()
    };
    made.imported.own_export = sheet.imported.own_export;
    if let Some(family) = &melted {
        let gone =
            |name: &str| old.iter().any(|own| own == name) && !names.contains(&name.to_owned());
        let fields = &mut resource.schema.fields;
        let of_measure = |(measure, at): (&String, &usize)| {
            let first = fields.iter().find(|field| field.name == old[*at]);
            let mut own = first.cloned().unwrap_or_default();
            own.name.clone_from(measure);
            own.title = None;
            own
        };
        let own: Vec<_> = family
            .measures
            .iter()
            .zip(&family.columns)
            .map(of_measure)
            .collect();
        fields.retain(|field| !gone(&field.name));
        let mut of_family = crate::package::Field::default();
        of_family.name.clone_from(&family.field);
        fields.push(of_family);
        fields.extend(own);
        resource.schema.primary_key = None;
        names.push(family.field.clone());
        names.extend(family.measures.iter().cloned());
        let spread = family.measures.iter().enumerate().map(|(place, measure)| {
            let own = family
                .columns
                .iter()
                .skip(place)
                .step_by(family.measures.len());
            (measure.clone(), own.map(|at| old[*at].clone()).collect())
        });
        made.imported.spread = spread.collect();
    }
    for row in rows {
        let own: Vec<String> = kept.iter().map(|at| row.cells[*at].clone()).collect();
        let mut push = |more: Vec<String>| {
            made.imported.source.push((row.row, row.line));
            made.rows.push(SheetRow {
                row: made.rows.len() as u64 + 1,
                line: row.line,
                cells: own.iter().cloned().chain(more).collect(),
                inset: row.inset,
            });
        };
        match &melted {
            None => push(Vec::new()),
            Some(family) => {
                let each = family.columns.chunks(family.measures.len());
                for (label, columns) in family.labels.iter().zip(each) {
                    let cells = columns.iter().map(|at| row.cells[*at].clone());
                    push(std::iter::once(label.clone()).chain(cells).collect());
                }
            }
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&names).ok()?;
    for row in &made.rows {
        writer.write_record(&row.cells).ok()?;
    }
    let bytes = writer.into_inner().ok()?;
    made.imported.names = names;
    made.imported.before = 1;
    resource.dialect = Dialect {
        null_sequence: resource.dialect.null_sequence.take(),
        ..Dialect::default()
    };
    Some((made, bytes))
}
