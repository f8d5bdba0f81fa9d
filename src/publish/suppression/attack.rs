//! The attack on a package: how far each suppressed count can be narrowed from everything published.
//!
//! It reads only what readers can read. No line of its report has a count that can be computed exactly.

use super::relations::{Basis, derive};
use super::system::{Interval, LinkedCells, Seen, System};
use super::tables::{CountTable, Tables, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// How many cells of a kind the text names.
const NAMED: usize = 20;

/// The threshold where neither the package nor the caller names one.
pub const THRESHOLD: u32 = 10;

/// What to attack.
pub struct AttackRequest<'a> {
    /// The folder of the package.
    pub folder: &'a Path,
    /// Counts from 1 to one below it must be protected; by default what the package declares, else [`THRESHOLD`].
    pub threshold: Option<u32>,
    /// The folder of another published version, whose numbers readers know too.
    pub against: Option<&'a Path>,
}

/// One suppressed count.
pub struct AttackedCell {
    pub table: String,
    pub file: String,
    /// The line on which its row begins, counted from 1.
    pub line: u64,
    pub column: String,
    pub interval: Interval,
    /// What must remain between the smallest and the largest value.
    pub width: f64,
}

impl AttackedCell {
    /// Whether it can be narrowed below the declared width.
    pub fn is_narrow(&self) -> bool {
        self.interval.width() < self.width
    }

    fn place(&self) -> String {
        format!("{}:{}: column “{}”", self.file, self.line, self.column)
    }

    /// The interval in words, without a value that can be computed.
    fn words(&self) -> String {
        match (self.interval.width() < 1.0, self.interval.high) {
            (true, _) => "can be computed exactly".to_owned(),
            (false, Some(high)) => format!("from {} to {}", round(self.interval.low), round(high)),
            (false, None) => format!("{} or more", round(self.interval.low)),
        }
    }
}

/// The result of an attack.
pub struct AttackReport {
    pub package: String,
    pub version: String,
    pub threshold: u32,
    pub relations: usize,
    pub cells: Vec<AttackedCell>,
    /// SHA-256 of each file that was attacked, by path.
    pub files: BTreeMap<String, String>,
    /// What the attack does not cover.
    pub notes: Vec<String>,
}

impl AttackReport {
    /// The counts that can be narrowed below the declared width.
    pub fn narrow(&self) -> impl Iterator<Item = &AttackedCell> {
        self.cells.iter().filter(|cell| cell.is_narrow())
    }
}

/// Attacks a package; `tell` is called with the groups done and their number.
pub fn attack(
    request: &AttackRequest,
    tell: &dyn Fn(usize, usize),
) -> Result<AttackReport, String> {
    let all = read(request.folder)?;
    let disclosure = &all.manifest["outcomes"]["disclosure"];
    let declared = disclosure["threshold"]
        .as_u64()
        .and_then(|it| u32::try_from(it).ok());
    let threshold = request.threshold.or(declared).unwrap_or(THRESHOLD);
    let found: Option<Vec<String>> =
        serde_json::from_value(disclosure["found"].clone()).unwrap_or_default();
    let derived = derive(&all, Basis::Published(found.as_deref()))?;
    let published = System {
        cells: all.seen(),
        relations: derived.relations,
    };
    let mut known = published.clone();
    if let Some(folder) = request.against {
        for (cell, number) in numbers_of(&all, &read(folder)?) {
            if published.cells[cell].is_suppressed() {
                known.cells[cell] = Seen::Number(number);
            }
        }
    }
    let mut bounds: BTreeMap<usize, Interval> = BTreeMap::new();
    let groups = published.groups(Seen::is_suppressed);
    for (done, group) in groups.iter().enumerate() {
        let found = match known.bounds(group) {
            // Numbers that were revised fit no table: they say nothing about the new ones.
            Err(_) if request.against.is_some() => published.bounds(group),
            found => found,
        };
        let found = found.map_err(|_| contradiction(&all, group))?;
        bounds.extend(group.cells.iter().copied().zip(found));
        tell(done + 1, groups.len());
    }
    let cells = all.cells().filter_map(|(table, row, count)| {
        let interval = *bounds.get(&table.cell(row, count))?;
        Some(AttackedCell {
            table: table.name.clone(),
            file: table.path.clone(),
            line: table.lines[row],
            column: table.counts[count].field.name.clone(),
            interval,
            width: width(disclosure, threshold, table, (row, count)),
        })
    });
    Ok(AttackReport {
        package: all.package.name.clone(),
        version: all.package.version.clone(),
        threshold,
        relations: published.relations.len(),
        cells: cells.collect(),
        files: all.files.clone(),
        notes: all.notes.clone(),
    })
}

/// The numbers of another version for the same counts, by cell.
pub fn numbers_of(all: &Tables, other: &Tables) -> BTreeMap<usize, f64> {
    let name = |table: &CountTable, row: usize, count: usize| {
        let keys = table.keys.iter();
        let keys = keys.map(|key| (key.field.clone(), table.text(row, key.at).to_owned()));
        let keys: BTreeMap<String, String> = keys.collect();
        (
            table.name.clone(),
            keys,
            table.counts[count].field.name.clone(),
        )
    };
    let mut numbers = BTreeMap::new();
    for (table, row, count) in other.cells() {
        if let Seen::Number(number) = table.seen(row, count) {
            numbers.insert(name(table, row, count), number);
        }
    }
    let cells = all.cells().filter_map(|(table, row, count)| {
        let number = numbers.get(&name(table, row, count))?;
        Some((table.cell(row, count), *number))
    });
    cells.collect()
}

/// What must remain of a suppressed count, as the package declares it.
fn width(
    disclosure: &Value,
    threshold: u32,
    table: &CountTable,
    (row, count): (usize, usize),
) -> f64 {
    let count = &table.counts[count];
    let marker = count
        .field
        .outcomes
        .markers
        .get(table.text(row, count.at).trim());
    let is_further = marker.is_some_and(|marker| marker.conf.as_deref() == Some("D"));
    let declared = &disclosure[if is_further { "further" } else { "primary" }];
    let range = || Some(declared["high"].as_f64()? - declared["low"].as_f64()?);
    let width = declared["width"].as_f64().or_else(range);
    width.unwrap_or(f64::from(threshold.saturating_sub(2)))
}

fn contradiction(all: &Tables, group: &LinkedCells) -> String {
    let first = group.cells.first();
    let place = all
        .cells()
        .find(|(table, row, count)| Some(&table.cell(*row, *count)) == first)
        .map_or(String::new(), |(table, row, count)| table.place(row, count));
    format!(
        "{place}: no count fits the published totals and the declared ranges; correct the totals, or the range of its \
         marker in the manifest"
    )
}

/// A bound without the rounding of the solver.
fn round(bound: f64) -> f64 {
    (bound * 1e6).round() / 1e6
}

/// The result in sentences.
pub fn as_text(report: &AttackReport) -> String {
    let mut lines: Vec<String> = report.notes.clone();
    let narrow: Vec<&AttackedCell> = report.narrow().collect();
    for cell in narrow.iter().take(NAMED) {
        lines.push(format!(
            "{}: {}; {} values must remain possible",
            cell.place(),
            cell.words(),
            cell.width + 1.0
        ));
    }
    if narrow.len() > NAMED {
        lines.push(format!("and {} more", narrow.len() - NAMED));
    }
    let mut by_width: Vec<&AttackedCell> = report.cells.iter().collect();
    by_width.sort_by(|a, b| a.interval.width().total_cmp(&b.interval.width()));
    if let (Some(first), Some(last)) = (by_width.first(), by_width.last()) {
        lines.push(format!("narrowest: {}: {}", first.place(), first.words()));
        lines.push(format!("widest: {}: {}", last.place(), last.words()));
    }
    lines.push(format!(
        "{} {}: {} suppressed counts, {} relations; {}",
        report.package,
        report.version,
        report.cells.len(),
        report.relations,
        match narrow.len() {
            0 => "none can be narrowed below its declared width".to_owned(),
            count => format!("{count} can be narrowed below the declared width"),
        }
    ));
    lines.join("\n")
}

/// The result for programs. `low` and `high` are absent where the count can be computed exactly.
pub fn as_json(report: &AttackReport) -> Value {
    let one = |cell: &AttackedCell| {
        let mut value = json!({
            "table": cell.table, "file": cell.file, "line": cell.line, "column": cell.column,
            "exact": cell.interval.width() < 1.0, "width": cell.width, "narrow": cell.is_narrow(),
        });
        if cell.interval.width() >= 1.0 {
            value["low"] = json!(round(cell.interval.low));
            value["high"] = json!(cell.interval.high.map(round));
        }
        value
    };
    let mut value = summary(report);
    value["cells"] = report.cells.iter().map(one).collect();
    value
}

/// What was attacked and the result, without the single counts: the proof beside a protected package.
pub fn summary(report: &AttackReport) -> Value {
    let narrowest = report.cells.iter().map(|cell| cell.interval.width());
    let narrowest = narrowest.fold(f64::INFINITY, f64::min);
    json!({
        "package": report.package,
        "version": report.version,
        "threshold": report.threshold,
        "suppressed": report.cells.len(),
        "relations": report.relations,
        "narrow": report.narrow().count(),
        "narrowest_width": narrowest.is_finite().then_some(narrowest),
        "not_attacked": report.notes,
        "sha256": report.files,
    })
}
