//! Imported tables: a Data Package at any address, or files that a visitor opens.
//!
//! A package that knows our roles is read as ours are. One that does not gets roles proposed, column by
//! column, from the types and names it declares and from what its cells look like; each proposal says
//! why, and the reader can put another reading in its place. Nothing is guessed that would change a
//! number: what is not plainly a count or an amount is shown as it stands and never added up.
//!
//! | file | what it does |
//! |---|---|
//! | `untrusted.rs` | checks the bytes of other sites: web pages in place of data, servers that refuse |
//! | `normalize.rs` | leaves out of a manifest what is not of the shape it should be, and says so |
//! | `formats/` | spreadsheets, JSON and archives → tables of texts |
//! | `decode.rs` | bytes → UTF-8, with the encoding they were in |
//! | `open.rs` | a package, files or one table at an address, opened |
//! | `files.rs` | the files of a package, fetched and cut into tables |
//! | `dialect.rs` | the delimiter, the quotation mark and what else cuts a file into cells |
//! | `shape.rs` | where the table is in its file: titles, headings, notes, second tables |
//! | `sheet.rs` | a file cut into rows |
//! | `heading_rows.rs` | the rows of the heading, title lines, and the names of columns |
//! | `below.rs` | notes, loose cells and second tables below a table |
//! | `column_profile.rs` | what the cells of a column look like |
//! | `tally.rs` | what was seen in the cells of a column, counted |
//! | `evidence.rs` | how the numbers of a column are written, or the two ways they may be |
//! | `missing_codes.rs` | codes such as -99 in place of a value, explained by the file or a question |
//! | `heading.rs` | the words of a column's heading |
//! | `heading_words.rs` | what the words of a heading say of its numbers |
//! | `identifiers.rs` | columns of identifiers, which are no amounts |
//! | `periods.rs` | which calendar a column follows, by all of its cells and its heading |
//! | `reading.rs` | how a column can be read, and how readings stand in an address |
//! | `propose.rs` | the reading that a column gets by itself, and why |
//! | `row_kinds.rs` | words that say of what kind the numbers of a row are |
//! | `rows.rs` | units that differ by row, wholes and repeats among rows |
//! | `comparison.rs` | rows compared with the sums of others |
//! | `region.rs` | words for regions and the nation |
//! | `wholes.rs` | totals among their parts, and rows that may be repeated |
//! | `import_notices.rs` | what was decided about a table as a whole |
//! | `inset.rs` | rows that their words set below another: “of which” |
//! | `nested.rs` | wholes within wholes: means, ranges, levels of codes, blocks of rows |
//! | `reshape.rs` | columns named by periods or places read as rows, words written once for several rows |
//! | `measure_periods.rs` | columns named by a measure and a period |
//! | `joined.rs` | months and quarters whose year is in another column |
//! | `year_parts.rs` | columns of months, quarters and weeks without their year |
//! | `apply.rs` | readings → field roles |
//!
//! `table::written` reads every cell; `docs/reading.md` describes what is read how.

mod apply;
mod below;
mod decode;
mod dialect;
mod evidence;
mod files;
pub mod formats;
mod heading;
mod heading_rows;
mod heading_words;
mod identifiers;
mod inset;
mod joined;
mod measure_periods;
mod missing_codes;
mod nested;
mod open;
mod periods;
mod propose;
mod reading;
mod region;
mod reshape;
mod row_kinds;
mod rows;
mod shape;
mod sheet;
mod column_profile;
mod comparison;
mod normalize;
mod import_notices;
mod tally;
mod untrusted;
mod wholes;
mod year_parts;

pub use evidence::TwoReadings;
pub use import_notices::ImportNotice;
pub use open::{open, open_files};
pub use propose::Why;
pub use reading::{Hint, Reading, ReadingOverride, encode};
pub use untrusted::{UntrustedSource, host_of, is_web_page};

use crate::locale::Locale;
use crate::package::{Package, Resource};
use crate::problem::{Fault, Problem, SourceLocation};
use crate::table::{Dataset, assemble};
use column_profile::ColumnProfile;
use comparison::Margin;
use evidence::{Decided, FileEvidence, Known, decide};
use files::keep;
use propose::{Proposed, propose};
use reshape::reshape;
use rows::{
    find_dates_among_ranges, find_kinds, find_no_numbers, find_wholes, keep_running_apart,
    settle_units,
};
use serde::{Deserialize, Serialize};
use sheet::{ImportedSheet, SheetRow};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The word by which an address names files of the reader's own machine.
const FILES: &str = "files:";

/// Whether the name of a package is an address of one rather than a name the site knows.
pub fn is_foreign(package: &str) -> bool {
    package.contains("://")
        || package.starts_with('/')
        || package.starts_with(FILES)
        || package.ends_with(".json")
}

/// Whether a package is files of the reader's own machine, which no address leads back to.
pub fn is_files(package: &str) -> bool {
    package.starts_with(FILES)
}

/// A package with the bytes of its tables, before any column is read.
#[derive(Clone, Debug)]
pub struct OpenedPackage {
    package: Package,
    /// Whether the publisher says what the columns are for.
    has_roles: bool,
    arrived: Vec<(String, Result<Vec<u8>, Problem>)>,
    /// Tables whose publisher does not say what the columns are for, by name.
    sheets: BTreeMap<String, (ImportedSheet, Vec<ColumnProfile>)>,
    problems: Vec<Problem>,
}

/// How one column is read, as the page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnWords {
    pub table: String,
    pub table_title: String,
    pub field: String,
    pub title: String,
    /// A few different cells of it.
    pub examples: Vec<String>,
    pub reading: Reading,
    pub why: Why,
    /// The readings that fit its cells.
    pub offered: Vec<Reading>,
    /// Answers about its cells that were given, and those that can be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Hint>,
}

/// What was decided about one table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableWords {
    pub table: String,
    pub title: String,
    pub told: Vec<ImportNotice>,
    /// The first rows of its file as they are cut into cells, the heading first.
    pub first: Vec<Vec<String>>,
}

/// A package with its columns read.
#[derive(Clone, Debug)]
pub struct Read {
    pub dataset: Dataset,
    /// Empty where the publisher says what the columns are for.
    pub columns: Vec<ColumnWords>,
    /// The tables of these columns, with what was decided about each.
    pub tables: Vec<TableWords>,
    /// Corrections that fit no column.
    pub unused: Vec<ReadingOverride>,
}

impl OpenedPackage {
    /// The name that stands for it in an address.
    pub fn name(&self) -> &str {
        &self.package.name
    }

    /// Names rows of spreadsheets by their numbers there, not by their place below the heading.
    fn name_rows_of_sheets(&self, dataset: &mut Dataset) {
        for resource in &self.package.resources {
            let Some((sheet, _)) = self.sheets.get(&resource.name) else {
                continue;
            };
            let file = self.package.address_of(resource);
            let has_file = |other: &&Resource| self.package.address_of(other) == file;
            // Two tables of one sheet have the same place, so that a row may be of either.
            let is_alone = self.package.resources.iter().filter(has_file).count() == 1;
            if !sheet.is_unpacked || !is_alone {
                continue;
            }
            let own = dataset.problems.iter_mut();
            for problem in own.filter(|problem| problem.place.file == file) {
                let known = |row: &&SheetRow| Some(row.row) == problem.place.row;
                if let Some(row) = sheet.rows.iter().find(known) {
                    problem.place.row = Some(row.line);
                }
            }
        }
    }

    /// Reads the columns, each as it was corrected or else as is proposed.
    pub fn read(&self, corrections: &[ReadingOverride]) -> Read {
        let mut package = self.package.clone();
        let mut columns = Vec::new();
        let mut tables = Vec::new();
        let mut unused = corrections.to_vec();
        let mut arrived = self.arrived.clone();
        let mut further = Vec::new();
        if !self.has_roles {
            let referenced = apply::referenced(&package);
            for resource in &mut package.resources {
                let Some((sheet, sketches)) = self.sheets.get(&resource.name) else {
                    continue;
                };
                let reshaped = reshape(resource, sheet, sketches, &mut unused);
                let mut own = None;
                if let Some((sheet, bytes)) = reshaped.made {
                    own = Some(keep(resource, sheet));
                    let known = arrived.iter_mut().find(|(name, _)| *name == resource.name);
                    known
                        .into_iter()
                        .for_each(|(_, arrival)| *arrival = Ok(bytes.clone()));
                }
                let (sheet, sketches) = match &own {
                    Some((sheet, sketches)) => (sheet, sketches),
                    None => (sheet, sketches),
                };
                for field in &mut resource.schema.fields {
                    field.title.get_or_insert_with(|| spelled_out(&field.name));
                }
                let is_referenced = referenced.contains(&resource.name);
                let ReadTable {
                    columns: mut read,
                    words: mut table,
                    margins: found,
                } = read_table(resource, sheet, sketches, &mut unused, is_referenced);
                for (field, hint, is_given) in reshaped.answers {
                    for column in read.iter_mut().filter(|column| column.field == field) {
                        column.asks.push(hint);
                        column.hints.extend(is_given.then_some(hint));
                    }
                }
                for mut notice in reshaped.told {
                    notice.lead_to(&resource.name, encode);
                    table.told.push(notice);
                }
                for margin in found {
                    let own = arrived
                        .iter()
                        .filter(|(name, _)| *name == resource.name)
                        .find_map(|(_, bytes)| bytes.as_ref().ok());
                    further.extend(own.map(|bytes| (margin, bytes.clone())));
                }
                columns.extend(read);
                columns.extend(reshaped.extra);
                tables.push(table);
            }
            for (margin, bytes) in further {
                arrived.push((margin.name.clone(), Ok(bytes)));
                package.resources.push(margin);
            }
            apply::drop_idle_keys(&mut package);
            package.outcomes.v = 1;
        }
        let mut dataset = assemble(package, arrived);
        self.name_rows_of_sheets(&mut dataset);
        // A table of published totals has the faults of its file again.
        let mut known = BTreeSet::new();
        dataset
            .problems
            .retain(|problem| known.insert(format!("{problem:?}")));
        dataset.problems.splice(0..0, self.problems.iter().cloned());
        let unclear: Vec<Problem> = columns
            .iter()
            .filter_map(|column| unclear(&dataset, column))
            .collect();
        dataset.problems.extend(unclear);
        name_periods(&mut dataset);
        joined::join(&mut dataset, &columns);
        Read {
            dataset,
            columns,
            tables,
            unused,
        }
    }
}

/// The problem of a column that fits several readings as time: with each of them, and the part of the
/// address that chooses it.
fn unclear(dataset: &Dataset, column: &ColumnWords) -> Option<Problem> {
    let Why::PeriodUnclear { example, readings } = &column.why else {
        return None;
    };
    let resource = dataset.package.resource(&column.table)?;
    let place = SourceLocation::file(&dataset.package.address_of(resource)).column(&column.field);
    let choice = |reading: &Reading| {
        let correction = ReadingOverride {
            table: column.table.clone(),
            field: column.field.clone(),
            reading: *reading,
            hints: Vec::new(),
        };
        (
            Locale::EN.text(reading.label()),
            correction.in_address(encode),
        )
    };
    let fault = Fault::PeriodUnclear {
        found: example.clone(),
        choices: readings.iter().map(choice).collect(),
    };
    Some(Problem::new(place, fault))
}

/// Gives a period one name where its file writes it in several ways, and days their names without the time
/// of day. Columns with a list of words keep their cells, which the list knows them by.
fn name_periods(dataset: &mut Dataset) {
    for resource in &dataset.package.resources {
        let Some(table) = dataset.tables.get_mut(&resource.name) else {
            continue;
        };
        for field in &resource.schema.fields {
            let is_listed = resource.schema.foreign_key(&field.name).is_some();
            let Some(calendar) = field.outcomes.calendar.filter(|_| !is_listed) else {
                continue;
            };
            let mut names: HashMap<i32, String> = HashMap::new();
            table.rename(&field.name, |word| match calendar.read(word) {
                Some(period) => names.entry(period.ordinal).or_insert(period.text).clone(),
                None => word.to_owned(),
            });
        }
    }
}

/// How one table is read.
struct ReadTable {
    columns: Vec<ColumnWords>,
    words: TableWords,
    /// Its published totals that are not the sums of their parts, each a table from the same file.
    margins: Vec<Resource>,
}

/// Decides how one table is read: its columns one by one, then what rows they make.
fn read_table(
    resource: &mut Resource,
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    unused: &mut Vec<ReadingOverride>,
    is_referenced: bool,
) -> ReadTable {
    let given = |name: &str| -> Vec<Hint> {
        let own = unused
            .iter()
            .filter(|given| given.table == resource.name && given.field == name);
        own.flat_map(|given| given.hints.iter().copied()).collect()
    };
    let hints: Vec<Vec<Hint>> = sketches.iter().map(|sketch| given(&sketch.name)).collect();
    let numeric = sketches.iter().filter(|sketch| sketch.is_number);
    let around = FileEvidence::of(
        numeric.map(|sketch| &sketch.tally),
        &resource.dialect.delimiter,
    );
    let codes_around = sketches
        .iter()
        .any(|sketch| sketch.is_number && sketch.tally.has_small_code(&sketch.name));
    let mut decided: Vec<Decided> = sketches
        .iter()
        .zip(&hints)
        .map(|(sketch, hints)| {
            let known = Known {
                name: &sketch.name,
                words: &sketch.words,
                field: resource.schema.field(&sketch.name),
                counts: heading_words::names_counts(&sketch.name),
                amounts: heading_words::names_amounts(&sketch.name),
                money: heading_words::names_money(&sketch.name),
                percent: heading_words::names_percent(&sketch.name),
                rate: heading_words::names_rate(&sketch.name),
                median: heading_words::names_median(&sketch.name),
                legend: &sheet.legend,
                codes: &sheet.codes,
                codes_around,
                hints,
            };
            decide(&sketch.tally, around, &known)
        })
        .collect();
    let proposed = propose(resource, sketches, &decided);
    let mut read: Vec<ColumnWords> = Vec::new();
    for (index, proposed) in proposed.into_iter().enumerate() {
        let column = (&sketches[index], &decided[index], &hints[index]);
        read.push(corrected(resource, column, proposed, unused));
    }
    let mut notices = sheet.told.clone();
    let indicator = settle_units(sheet, sketches, &mut decided, &mut read);
    let mut imported = sheet.imported.clone();
    for (sketch, column) in sketches.iter().zip(&read) {
        if column.reading == Reading::Withheld && imported.withheld.is_none() {
            let marks = propose::withheld_marks(&sketch.tally_words());
            let marked = |row: &&SheetRow| marks.contains(&row.cells[sketch.at]);
            notices.push(ImportNotice::Withheld {
                column: column.title.clone(),
                rows: sheet.rows.iter().filter(marked).count() as u32,
                marks: marks.clone(),
            });
            imported.withheld = Some((sketch.name.clone(), marks.into_iter().collect()));
        }
    }
    let mut not_over: BTreeSet<String> = indicator.iter().cloned().collect();
    let margins = find_wholes(
        sheet,
        (sketches, &decided, &hints),
        &mut read,
        &mut imported,
        &mut not_over,
        &mut notices,
    );
    let mut defaults = find_kinds(
        sheet,
        sketches,
        (&read, &hints),
        &imported.aside,
        &mut notices,
    );
    not_over.extend(defaults.keys().cloned());
    keep_running_apart(sketches, &defaults, &mut read);
    let parts_of_year = year_parts::columns(sketches, &read);
    find_dates_among_ranges(sketches, &read, &mut notices);
    find_no_numbers(sketches, &read, &mut notices);
    if let Some(name) = &indicator {
        let sketch = sketches.iter().find(|sketch| sketch.name == *name);
        let first = sketch.and_then(|sketch| sketch.words.first().cloned());
        defaults.extend(first.map(|first| (name.clone(), first)));
    }
    for (sketch, decided) in sketches.iter().zip(&decided) {
        if sketch.is_number && !decided.style.gaps.is_empty() {
            notices.push(ImportNotice::Codes {
                column: sketch.name.clone(),
                words: decided.style.gaps.keys().cloned().collect(),
            });
        }
    }
    for note in &mut notices {
        note.lead_to(&resource.name, encode);
    }
    resource.imported = Some(imported);
    let columns = apply::ColumnFacts {
        sketches,
        decided: &decided,
        read: &read,
        not_over: &not_over,
        parts_of_year: &parts_of_year,
        defaults: &defaults,
        scale: sheet.scale.as_deref(),
    };
    apply::apply(resource, &columns, is_referenced);
    let margins = margins
        .iter()
        .enumerate()
        .map(|(at, margin)| margin_of(resource, sheet, margin, at));
    let margins = margins.collect();
    let short = |row: &SheetRow| {
        row.cells
            .iter()
            .map(|cell| sheet::shortened(cell))
            .collect()
    };
    let rows = sheet.rows.iter().take(4).map(short);
    let table = TableWords {
        table: resource.name.clone(),
        title: resource.title().to_owned(),
        told: notices,
        first: std::iter::once(sheet.imported.names.clone())
            .chain(rows)
            .collect(),
    };
    ReadTable {
        columns: read,
        words: table,
        margins,
    }
}

/// The table of published totals of one kind, which answers what asks for no column that they are totals over.
fn margin_of(resource: &Resource, sheet: &ImportedSheet, margin: &Margin, at: usize) -> Resource {
    let mut own = resource.clone();
    own.name = format!("{} (totals {})", resource.name, at + 1);
    own.outcomes.margin_of = Some(resource.name.clone());
    own.schema.primary_key = None;
    own.schema.foreign_keys.clear();
    if let Some(imported) = &mut own.imported {
        imported.aside = sheet.imported.aside.clone();
        let others = sheet.rows.iter().map(|row| row.row);
        imported
            .aside
            .extend(others.filter(|row| !margin.rows.contains(row)));
    }
    for field in &mut own.schema.fields {
        if margin.over.contains(&field.name) {
            field.outcomes.role = None;
        }
    }
    own
}

/// The column as proposed, or as the visitor corrected it where that fits its cells.
fn corrected(
    resource: &Resource,
    (sketch, decided, hints): (&ColumnProfile, &Decided, &Vec<Hint>),
    proposed: Proposed,
    unused: &mut Vec<ReadingOverride>,
) -> ColumnWords {
    let mut offered = sketch.readings();
    // Numbers that can be read in two ways are none until one of them is chosen.
    offered.retain(|reading| decided.doubt.is_none() || !reading.is_measure());
    let is_group = matches!(proposed.reading, Reading::Group | Reading::Codes(_));
    let is_key = matches!(proposed.why, Why::Identifier { .. });
    let mut words = ColumnWords {
        table: resource.name.clone(),
        table_title: resource.title().to_owned(),
        field: sketch.name.clone(),
        title: resource
            .schema
            .field(&sketch.name)
            .map_or_else(|| sketch.name.clone(), |field| field.title().to_owned()),
        examples: sketch.examples.clone(),
        reading: proposed.reading,
        why: proposed.why,
        offered,
        hints: hints.clone(),
        asks: decided.asks.clone(),
    };
    if !sketch.is_number {
        words.asks.clear();
    }
    unused.retain(|correction| {
        let is_own = correction.table == words.table && correction.field == words.field;
        let is_auto = correction.reading == Reading::Auto && !correction.hints.is_empty();
        let answers = correction.hints.iter().all(|hint| match hint {
            Hint::Whole | Hint::Part => is_group || is_key || !sketch.is_number,
            _ => sketch.is_number,
        });
        let fits = is_own && answers && (is_auto || words.offered.contains(&correction.reading));
        if fits && !is_auto {
            words.reading = correction.reading;
            words.why = Why::Chosen;
        }
        !fits
    });
    words
}

/// `median_wage` → Median wage. Names that have capitals of their own stand as they are.
fn spelled_out(name: &str) -> String {
    let words = name.replace('_', " ");
    let words = words.trim();
    if words.chars().any(char::is_uppercase) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The name of a file without folders and ending.
fn stem(path: &str) -> String {
    let path = path.strip_prefix(FILES).unwrap_or(path);
    let file = path
        .rsplit('/')
        .find(|part| !part.is_empty())
        .unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.to_owned()
}
