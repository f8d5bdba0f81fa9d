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
//! | `shape.rs` | where the table is in its file: titles, headings, notes, second tables |
//! | `column_profile.rs` | what the cells of a column look like |
//! | `evidence.rs` | how the numbers of a column are written, or the two ways they may be |
//! | `heading.rs` | the words of a column's heading |
//! | `periods.rs` | which calendar a column follows, by all of its cells and its heading |
//! | `reading.rs` | how a column can be read, and how readings stand in an address |
//! | `propose.rs` | the reading that a column gets by itself, and why |
//! | `wholes.rs` | totals among their parts, and rows that may be repeated |
//! | `import_notices.rs` | what was decided about a table as a whole |
//! | `joined.rs` | months and quarters whose year is in another column |
//! | `apply.rs` | readings → field roles |
//!
//! `table::written` reads every cell; `docs/reading.md` describes what is read how.

mod apply;
mod decode;
mod evidence;
pub mod formats;
mod heading;
mod joined;
mod periods;
mod propose;
mod reading;
mod shape;
mod column_profile;
mod normalize;
mod import_notices;
mod untrusted;
mod wholes;

pub use evidence::TwoReadings;
pub use import_notices::ImportNotice;
pub use propose::Why;
pub use reading::{Hint, Reading, ReadingOverride, encode};
pub use untrusted::{UntrustedSource, host_of, is_web_page};

use crate::bytes::{Memory, Source, join, verify};
use crate::locale::Locale;
use crate::package::{DataOwner, Package, Resource, ResourceRole, Sign, open as open_manifest};
use crate::problem::{Fault, Problem, SourceLocation};
use crate::table::{Dataset, assemble};
use column_profile::{ColumnProfile, profile_columns};
use decode::{Encoding, decode};
use evidence::{Decided, FileEvidence, Known, decide};
use formats::{FileFormat, UnfoldedFiles};
use propose::{Proposed, propose};
use serde::{Deserialize, Serialize};
use shape::{ImportedSheet, SheetRow, find_dialect};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wholes::{GroupingColumn, Measure};

/// The most tables of one package that are read, and the most bytes of all of them together.
const TABLES: usize = 60;
const BYTES: u64 = 128 * 1024 * 1024;
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

/// Reads the package whose manifest is at `address`, which stands for it wherever it is named.
///
/// The address of a table alone opens too: whatever comes is known by its first bytes.
pub async fn open<S: Source>(source: &S, address: &str) -> Result<OpenedPackage, Problem> {
    let whose = DataOwner::Host {
        host: host_of(address).unwrap_or_default().to_owned(),
        address: address.to_owned(),
    };
    let source = UntrustedSource(source);
    let bytes = source.read(address).await?;
    let is_manifest = match FileFormat::of(&bytes) {
        FileFormat::Json => formats::is_manifest(address, &bytes),
        // A manifest that is no JSON is told to be none.
        FileFormat::Text => formats::file_name(address).ends_with(".json"),
        _ => false,
    };
    if is_manifest {
        return open_manifest_as(&source, bytes, address, address, whose).await;
    }
    // The folder of the address stays with the package; the file has its name alone.
    let name = address.rsplit('/').next().unwrap_or(address);
    let files = Memory::default().with(name, bytes);
    let unfolded = UnfoldedFiles::of(&files).await;
    open_tables(unfolded, address, address, whose).await
}

/// Reads files of the reader's own machine: a manifest with its tables, or tables alone. `name` stands
/// for them wherever they are named.
pub async fn open_files(name: &str, files: &Memory) -> Result<OpenedPackage, Problem> {
    let name = format!("{FILES}{name}");
    let unfolded = UnfoldedFiles::of(files).await;
    let files = &unfolded.files;
    let manifest = files.0.keys().find(|path| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file == "datapackage.json"
    });
    if let Some(path) = manifest {
        return open_as(
            &UntrustedSource(&ByName(files)),
            path,
            &name,
            DataOwner::Files,
        )
        .await;
    }
    open_tables(unfolded, "", &name, DataOwner::Files).await
}

/// Reads tables without a manifest, which are in memory. `address` is that of their package, `name` stands for it.
async fn open_tables(
    mut unfolded: UnfoldedFiles,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    // The text at an address is a table whatever it is called; of several files only those named as tables are.
    let is_alone = unfolded.files.0.len() == 1 && whose != DataOwner::Files;
    let resources =
        unfolded.resources(|path| is_alone || is_table_name(path) || path.ends_with(".txt"));
    let mut problems = std::mem::take(&mut unfolded.problems);
    if resources.is_empty() {
        let first = unfolded.files.0.keys().next().cloned().unwrap_or_default();
        let nothing = || Problem::new(SourceLocation::file(&first), Fault::NotATable);
        return Err(problems.into_iter().next().unwrap_or_else(nothing));
    }
    let files: BTreeSet<&str> = resources
        .iter()
        .map(|resource| resource.path.split('#').next().unwrap_or_default())
        .collect();
    let first = files.first().copied().unwrap_or_default();
    let title = match files.len() {
        1 => first.to_owned(),
        several => format!("{first} + {}", several - 1),
    };
    let is_read = |path: &str| resources.iter().any(|resource| resource.path == path);
    let others = unfolded.files.0.keys().filter(|path| !is_read(path));
    problems.extend(others.map(|path| Problem::new(SourceLocation::file(path), Fault::NotATable)));
    let mut package = Package {
        title,
        resources,
        ..Package::default()
    };
    package.address = address.to_owned();
    keep_tables(&mut package, &mut problems, |_| true);
    let placed = Memory(
        std::mem::take(&mut unfolded.files.0)
            .into_iter()
            .map(|(path, bytes)| (join(address, &path), bytes))
            .collect(),
    );
    let mut opened = load(&UntrustedSource(&placed), package, problems, name, whose).await;
    for resource in &opened.package.resources {
        if let Some(told) = unfolded.sheets.remove(&resource.path)
            && let Some((sheet, _)) = opened.sheets.get_mut(&resource.name)
        {
            sheet.told.splice(0..0, told);
        }
    }
    Ok(opened)
}

/// Files that were chosen one by one have lost their folders.
struct ByName<'a>(&'a Memory);

impl Source for ByName<'_> {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut alike = self.0.0.keys().filter(|path| name(path) == name(address));
        let found = match (alike.next(), alike.next()) {
            (Some(only), None) => only,
            _ => address,
        };
        let bytes = self.0.read(found).await;
        bytes.map_err(|_| Problem::new(SourceLocation::file(address), Fault::NotAmongFiles))
    }
}

async fn open_as<S: Source>(
    source: &UntrustedSource<'_, S>,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    let bytes = source.read(address).await?;
    open_manifest_as(source, bytes, address, name, whose).await
}

async fn open_manifest_as<S: Source>(
    source: &UntrustedSource<'_, S>,
    bytes: Vec<u8>,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    let at_address = |fault| Problem::new(SourceLocation::file(address), fault);
    let (tamed, mut problems) =
        normalize::normalize_manifest(&bytes, address).map_err(at_address)?;
    let files = normalize::Normalized {
        source,
        address,
        manifest: tamed,
    };
    let mut opened = open_manifest(&files, address).await?;
    // What a package of this site must say of itself, others need not.
    let demanded = |problem: &&Problem| !matches!(problem.fault, Fault::MissingProperty { .. });
    problems.extend(opened.problems.iter().filter(demanded).cloned());
    keep_tables(&mut opened.value, &mut problems, is_table);
    Ok(load(source, opened.value, problems, name, whose).await)
}

/// Fetches the tables, and looks at their columns where the publisher does not say what they are for.
async fn load<S: Source>(
    source: &UntrustedSource<'_, S>,
    mut package: Package,
    mut problems: Vec<Problem>,
    name: &str,
    whose: DataOwner,
) -> OpenedPackage {
    let has_roles = package
        .resources
        .iter()
        .any(|resource| resource.outcomes.role.is_some());
    let fetches = package.resources.iter().map(|resource| async {
        let address = table_address(&package.address, resource);
        let bytes = source.read(&address).await;
        (resource.name.clone(), bytes)
    });
    let mut arrived = futures_util::future::join_all(fetches).await;
    forget_beyond_limit(&mut arrived);
    let mut sheets = BTreeMap::new();
    for resource in &mut package.resources {
        let arrival = arrived
            .iter_mut()
            .find(|(known, _)| *known == resource.name);
        let Some((_, Ok(bytes))) = arrival.filter(|_| !has_roles) else {
            continue;
        };
        let address = table_address(&package.address, resource);
        problems.extend(verify(
            &address,
            bytes,
            resource.bytes.take(),
            resource.hash.take().as_deref(),
        ));
        let place = SourceLocation::file(&resource.path);
        let told = match formats::unfold_resource(resource, bytes).await {
            Ok(told) => told,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let read =
            decode(bytes).map(|(text, encoding)| (without_mark(text.into_owned()), encoding));
        let read = read.and_then(|(text, encoding)| {
            find_dialect(resource, &text);
            let sheet = shape::sheet(resource, &text)?;
            Ok((text, encoding, sheet))
        });
        match read {
            Ok((text, encoding, mut sheet)) => {
                *bytes = text;
                sheet.told.splice(0..0, told);
                sheet.imported.own_export = is_own_export(&sheet.imported.names);
                if sheet.imported.own_export {
                    sheet.told.push(ImportNotice::OwnExport);
                }
                if encoding != Encoding::Utf8 {
                    let name = encoding.name().to_owned();
                    sheet.told.insert(0, ImportNotice::Encoding { name });
                }
                let sketches = profile_columns(resource, &sheet);
                resource.imported = Some(sheet.imported.clone());
                sheets.insert(resource.name.clone(), (sheet, sketches));
            }
            Err(fault) => problems.push(Problem::new(place, fault)),
        }
    }
    // A table that could not be cut into rows shows nothing rather than a part.
    let is_read = |name: &String| has_roles || sheets.contains_key(name);
    arrived.retain(|(name, bytes)| bytes.is_err() || is_read(name));
    if package.title.trim().is_empty() {
        package.title = match package.name.trim() {
            "" => stem(name),
            known => known.to_owned(),
        };
    }
    package.name = name.to_owned();
    package.whose = Some(whose);
    OpenedPackage {
        package,
        has_roles,
        arrived,
        sheets,
        problems,
    }
}

/// Without the byte order mark of UTF-8.
fn without_mark(mut text: Vec<u8>) -> Vec<u8> {
    if text.starts_with(b"\xef\xbb\xbf") {
        text.drain(..3);
    }
    text
}

/// Whether a file is a table that this site exported.
fn is_own_export(names: &[String]) -> bool {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    names.starts_with(&["key".to_owned(), "label".to_owned()])
        && has("value_in_words")
        && has("status")
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
            if resource.dialect != formats::sheet_dialect() {
                continue;
            }
            let file = self.package.address_of(resource);
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
        if !self.has_roles {
            let referenced = apply::referenced(&package);
            for resource in &mut package.resources {
                let Some((sheet, sketches)) = self.sheets.get(&resource.name) else {
                    continue;
                };
                for field in &mut resource.schema.fields {
                    field.title.get_or_insert_with(|| spelled_out(&field.name));
                }
                let is_referenced = referenced.contains(&resource.name);
                let (read, table) =
                    read_table(resource, sheet, sketches, &mut unused, is_referenced);
                columns.extend(read);
                tables.push(table);
            }
            apply::drop_idle_keys(&mut package);
            package.outcomes.v = 1;
        }
        let mut dataset = assemble(package, self.arrived.clone());
        self.name_rows_of_sheets(&mut dataset);
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

/// Decides how one table is read: its columns one by one, then what rows they make.
fn read_table(
    resource: &mut Resource,
    sheet: &ImportedSheet,
    sketches: &[ColumnProfile],
    unused: &mut Vec<ReadingOverride>,
    is_referenced: bool,
) -> (Vec<ColumnWords>, TableWords) {
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
    let mut decided: Vec<Decided> = sketches
        .iter()
        .zip(&hints)
        .map(|(sketch, hints)| {
            let known = Known {
                field: resource.schema.field(&sketch.name),
                counts: propose::names_counts(&sketch.name),
                money: propose::names_money(&sketch.name),
                legend: &sheet.legend,
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
    find_wholes(
        sheet,
        (sketches, &decided, &hints),
        &mut read,
        &mut imported,
        &mut not_over,
        &mut notices,
    );
    for note in &mut notices {
        note.lead_to(&resource.name, encode);
    }
    resource.imported = Some(imported);
    let columns = apply::ColumnFacts {
        sketches,
        decided: &decided,
        read: &read,
        not_over: &not_over,
        indicator: indicator.as_deref(),
    };
    apply::apply(resource, &columns, is_referenced);
    let rows = sheet.rows.iter().take(4).map(|row| row.cells.clone());
    let table = TableWords {
        table: resource.name.clone(),
        title: resource.title().to_owned(),
        told: notices,
        first: std::iter::once(sheet.imported.names.clone())
            .chain(rows)
            .collect(),
    };
    (read, table)
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
            Hint::Whole | Hint::Part => is_group || !sketch.is_number,
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

/// Finds the column that says what each value of a long table is of, so that its units differ by row, and keeps
/// values of different things from being added. Gives the name of that column.
fn settle_units(
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
        let named = |other: &usize| propose::names_indicator(&sketches[*other].name);
        let by_units = groups().filter(decides).min_by_key(|other| !named(other));
        let by_name = groups()
            .filter(|_| propose::names_value(&sketches[at].name))
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
fn find_wholes(
    sheet: &ImportedSheet,
    (sketches, decided, hints): (&[ColumnProfile], &[Decided], &[Vec<Hint>]),
    read: &mut [ColumnWords],
    imported: &mut crate::package::Imported,
    not_over: &mut BTreeSet<String>,
    notices: &mut Vec<ImportNotice>,
) {
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
                values: sheet.rows.iter().map(value).collect(),
            }
        })
        .collect();
    let found = wholes::find(&sheet.rows, &dimensions, &measures);
    let doubtful = found.doubtful.first().cloned();
    imported.aside.extend(found.aside);
    notices.extend(found.told);
    not_over.extend(found.doubtful);
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
}

/// Leaves out resources that are no tables, each with a word on why.
fn keep_tables(
    package: &mut Package,
    problems: &mut Vec<Problem>,
    is_table: impl Fn(&Resource) -> bool,
) {
    let mut kept = 0;
    let mut others: Vec<Problem> = Vec::new();
    package.resources.retain(|resource| {
        let is_table = is_table(resource);
        let fits = kept < TABLES;
        kept += usize::from(is_table && fits);
        if !is_table || !fits {
            let fault = match is_table {
                true => Fault::TooManyTables {
                    limit: TABLES as u32,
                },
                false => Fault::NotATable,
            };
            let file = match resource.path.is_empty() {
                true => &resource.name,
                false => &resource.path,
            };
            // A package of pictures and tables is no heap of faults: one of each sort is told.
            match others.iter_mut().find(|known| known.fault == fault) {
                Some(known) => known.more += 1,
                None => others.push(Problem::new(SourceLocation::file(file), fault)),
            }
        }
        is_table && fits
    });
    problems.append(&mut others);
}

fn forget_beyond_limit(arrived: &mut [(String, Result<Vec<u8>, Problem>)]) {
    let mut total = 0;
    for (name, bytes) in arrived {
        let length = bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        total += length;
        if total > BYTES {
            let fault = Fault::TooLarge {
                bytes: total,
                limit: BYTES,
            };
            *bytes = Err(Problem::new(SourceLocation::file(name), fault));
        }
    }
}

fn is_table(resource: &Resource) -> bool {
    let path = &resource.path;
    (is_table_name(path) || formats::is_packed_name(path)) && resource.role() != ResourceRole::Slice
}

fn is_table_name(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let end = path.rsplit('.').next().unwrap_or_default();
    ["csv", "tsv", "tab"].contains(&end.to_ascii_lowercase().as_str())
}

/// Where the file of a table is: beside the manifest, or at an address of its own.
fn table_address(manifest: &str, resource: &Resource) -> String {
    match resource.path.starts_with("https://") {
        true => resource.path.clone(),
        false => join(manifest, &resource.path),
    }
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
