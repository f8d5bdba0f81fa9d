//! Somebody else's package: a manifest at any address, or files that a reader opens.
//!
//! A package that knows our roles is read as ours are. One that does not gets roles proposed, column by
//! column, from the types and names it declares and from what its cells look like; each proposal says
//! why, and the reader can put another reading in its place. Nothing is guessed that would change a
//! number: what is not plainly a count or an amount is shown as it stands and never added up.
//!
//! | file | what it does |
//! |---|---|
//! | `wary.rs` | reads bytes of strangers: web pages in place of data, servers that refuse |
//! | `tame.rs` | leaves out of a manifest what is not of the shape it should be, and says so |
//! | `sketch.rs` | what the cells of a column look like |
//! | `periods.rs` | which calendar a column follows, by all of its cells and its heading |
//! | `reading.rs` | how a column can be read, and how readings stand in an address |
//! | `propose.rs` | the reading that a column gets by itself, and why |
//! | `joined.rs` | months and quarters whose year is in another column |
//! | `apply.rs` | readings → field roles |

mod apply;
mod joined;
mod periods;
mod propose;
mod reading;
mod sketch;
mod tame;
mod wary;

pub use propose::Why;
pub use reading::{Correction, Reading, encode};
pub use wary::{Wary, host_of, is_web_page};

use crate::bytes::{Memory, Source, join};
use crate::locale::Locale;
use crate::package::{Package, Resource, ResourceRole, Whose, open as open_manifest};
use crate::problem::{Fault, Place, Problem};
use crate::table::{Dataset, assemble};
use propose::{Proposed, propose};
use serde::{Deserialize, Serialize};
use sketch::{Sketch, guess_dialect, sketch};
use std::collections::HashMap;

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
pub struct Opened {
    package: Package,
    /// Whether the publisher says what the columns are for.
    has_roles: bool,
    arrived: Vec<(String, Result<Vec<u8>, Problem>)>,
    sketches: Vec<(String, Vec<Sketch>)>,
    problems: Vec<Problem>,
}

/// How one column is read, for whoever looks at it.
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
}

/// A package with its columns read.
#[derive(Clone, Debug)]
pub struct Read {
    pub dataset: Dataset,
    /// Empty where the publisher says what the columns are for.
    pub columns: Vec<ColumnWords>,
    /// Corrections that fit no column.
    pub unused: Vec<Correction>,
}

/// Reads the package whose manifest is at `address`, which stands for it wherever it is named.
pub async fn open<S: Source>(source: &S, address: &str) -> Result<Opened, Problem> {
    let whose = Whose::Host {
        host: host_of(address).unwrap_or_default().to_owned(),
        address: address.to_owned(),
    };
    open_as(&Wary(source), address, address, whose).await
}

/// Reads files of the reader's own machine: a manifest with its tables, or tables alone. `name` stands
/// for them wherever they are named.
pub async fn open_files(name: &str, files: &Memory) -> Result<Opened, Problem> {
    let name = format!("{FILES}{name}");
    let manifest = files.0.keys().find(|path| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file == "datapackage.json"
    });
    if let Some(path) = manifest {
        return open_as(&Wary(&ByName(files)), path, &name, Whose::Files).await;
    }
    let tables = files.0.keys().filter(|path| is_table_name(path));
    let resources: Vec<Resource> = tables
        .map(|path| {
            let mut resource = Resource::default();
            resource.name = stem(path);
            resource.title = Some(stem(path));
            resource.path.clone_from(path);
            resource
        })
        .collect();
    if resources.is_empty() {
        let first = files.0.keys().next().cloned().unwrap_or_default();
        return Err(Problem::new(Place::file(&first), Fault::NotATable));
    }
    let title = match resources.as_slice() {
        [only] => only.path.clone(),
        several => format!("{} + {}", several[0].path, several.len() - 1),
    };
    let package = Package {
        title,
        resources,
        ..Package::default()
    };
    let problems = files.0.keys().filter(|path| !is_table_name(path));
    let problems = problems
        .map(|path| Problem::new(Place::file(path), Fault::NotATable))
        .collect();
    Ok(load(&Wary(files), package, problems, &name, Whose::Files).await)
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
        bytes.map_err(|_| Problem::new(Place::file(address), Fault::NotAmongFiles))
    }
}

async fn open_as<S: Source>(
    source: &Wary<'_, S>,
    address: &str,
    name: &str,
    whose: Whose,
) -> Result<Opened, Problem> {
    let bytes = source.read(address).await?;
    let told = |fault| Problem::new(Place::file(address), fault);
    let (tamed, mut problems) = tame::tame(&bytes, address).map_err(told)?;
    let files = tame::Tamed {
        source,
        address,
        manifest: tamed,
    };
    let opened = open_manifest(&files, address).await?;
    // What a package of this site must say of itself, others need not.
    let demanded = |problem: &&Problem| !matches!(problem.fault, Fault::MissingProperty { .. });
    problems.extend(opened.problems.iter().filter(demanded).cloned());
    Ok(load(source, opened.value, problems, name, whose).await)
}

/// Fetches the tables, and looks at their columns where nobody says what they are for.
async fn load<S: Source>(
    source: &Wary<'_, S>,
    mut package: Package,
    mut problems: Vec<Problem>,
    name: &str,
    whose: Whose,
) -> Opened {
    let has_roles = package
        .resources
        .iter()
        .any(|resource| resource.outcomes.role.is_some());
    keep_tables(&mut package, &mut problems);
    let fetches = package.resources.iter().map(|resource| async {
        let address = table_address(&package.address, resource);
        let bytes = source.read(&address).await;
        (resource.name.clone(), bytes)
    });
    let mut arrived = futures_util::future::join_all(fetches).await;
    forget_beyond_limit(&mut arrived);
    let mut sketches = Vec::new();
    for resource in &mut package.resources {
        let Some((_, Ok(bytes))) = arrived.iter().find(|(known, _)| *known == resource.name) else {
            continue;
        };
        if has_roles {
            continue;
        }
        guess_dialect(resource, bytes);
        match sketch(resource, bytes) {
            Ok(found) => sketches.push((resource.name.clone(), found)),
            Err(fault) => problems.push(Problem::new(Place::file(&resource.path), fault)),
        }
    }
    if package.title.trim().is_empty() {
        package.title = match package.name.trim() {
            "" => stem(name),
            known => known.to_owned(),
        };
    }
    package.name = name.to_owned();
    package.whose = Some(whose);
    Opened {
        package,
        has_roles,
        arrived,
        sketches,
        problems,
    }
}

impl Opened {
    /// The name that stands for it in an address.
    pub fn name(&self) -> &str {
        &self.package.name
    }

    /// Reads the columns, each as it was corrected or else as is proposed.
    pub fn read(&self, corrections: &[Correction]) -> Read {
        let mut package = self.package.clone();
        let mut columns = Vec::new();
        let mut unused = corrections.to_vec();
        if !self.has_roles {
            let referenced = apply::referenced(&package);
            for resource in &mut package.resources {
                let Some((_, sketches)) = self
                    .sketches
                    .iter()
                    .find(|(name, _)| *name == resource.name)
                else {
                    continue;
                };
                for field in &mut resource.schema.fields {
                    field.title.get_or_insert_with(|| spelled_out(&field.name));
                }
                let proposed = propose(resource, sketches);
                let mut read = Vec::new();
                for (sketch, proposed) in sketches.iter().zip(proposed) {
                    read.push(corrected(resource, sketch, proposed, &mut unused));
                }
                apply::apply(
                    resource,
                    sketches,
                    &read,
                    referenced.contains(&resource.name),
                );
                columns.extend(read);
            }
            apply::drop_idle_keys(&mut package);
            package.outcomes.v = 1;
        }
        let mut dataset = assemble(package, self.arrived.clone());
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
    let place = Place::file(&dataset.package.address_of(resource)).column(&column.field);
    let choice = |reading: &Reading| {
        let correction = Correction {
            table: column.table.clone(),
            field: column.field.clone(),
            reading: *reading,
        };
        (Locale::EN.text(reading.label()), correction.address())
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

/// The column as proposed, or as somebody corrected it where that fits its cells.
fn corrected(
    resource: &Resource,
    sketch: &Sketch,
    proposed: Proposed,
    unused: &mut Vec<Correction>,
) -> ColumnWords {
    let offered = sketch.readings();
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
    };
    unused.retain(|correction| {
        let is_own = correction.table == words.table && correction.field == words.field;
        let fits = is_own && words.offered.contains(&correction.reading);
        if fits {
            words.reading = correction.reading;
            words.why = Why::Chosen;
        }
        !fits
    });
    words
}

/// Leaves out resources that are no tables, each with a word on why.
fn keep_tables(package: &mut Package, problems: &mut Vec<Problem>) {
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
                None => others.push(Problem::new(Place::file(file), fault)),
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
            *bytes = Err(Problem::new(Place::file(name), fault));
        }
    }
}

fn is_table(resource: &Resource) -> bool {
    is_table_name(&resource.path) && resource.role() != ResourceRole::Slice
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
