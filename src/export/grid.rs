//! The rows of a frame as columns of typed cells, which CSV and XLSX write; and the same as words,
//! for documents.

use super::{ChartText, Export};
use crate::frame::{Cell, Row};
use crate::locale::{Arg, Labeled, unit_long};
use crate::m;
use crate::prose;
use crate::value::Quantity;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    Text(String),
    Number(f64),
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportColumn {
    /// Lowercase letters and `_`, the same in every language.
    pub name: String,
    /// One for each row.
    pub cells: Vec<Value>,
}

/// Columns of equal length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTable {
    pub fields: Vec<ExportColumn>,
    pub rows: usize,
}

impl ExportTable {
    /// Adds a column; one that is not required (`must`) is left out where all its cells are empty.
    fn add(&mut self, name: impl Into<String>, must: bool, cells: Vec<Value>) {
        if must || cells.iter().any(|cell| *cell != Value::Empty) {
            self.fields.push(ExportColumn {
                name: name.into(),
                cells,
            });
        }
    }
}

fn text(text: impl AsRef<str>) -> Value {
    match text.as_ref() {
        "" => Value::Empty,
        text => Value::Text(text.to_owned()),
    }
}

fn number(number: Option<f64>) -> Value {
    number
        .filter(|number| number.is_finite())
        .map_or(Value::Empty, Value::Number)
}

/// The number as published, without its qualifier: a bound is its end, a range has none.
pub(super) fn single(quantity: &Quantity) -> Option<f64> {
    match (quantity.low, quantity.high) {
        (Some(low), Some(high)) => (low.at == high.at).then_some(low.at),
        (Some(end), None) | (None, Some(end)) => Some(end.at),
        (None, None) => None,
    }
}

/// The rows of a frame.
///
/// `value` is the published number without its qualifier, which is in `qualifier`; `low` and `high`
/// are the bounds, empty where that side is open. Where there is no number, `status` gives the
/// reason; such a cell is never 0. The total of all rows is left out, so that it is not added to
/// its parts.
pub fn grid(export: &Export) -> ExportTable {
    let Export { frame, locale, .. } = *export;
    let words = ChartText::of(export);
    let rows = &frame.rows;
    let each = |of: &dyn Fn(&Row) -> Value| rows.iter().map(of).collect::<Vec<Value>>();
    let same = |value: Value| vec![value; rows.len()];
    let mut grid = ExportTable {
        rows: rows.len(),
        ..ExportTable::default()
    };
    grid.add("key", true, each(&|row| text(&row.key)));
    let label = |row: &Row| text(locale.argument(&prose::row_label(frame, row)));
    grid.add("label", true, each(&label));
    if let Some(series) = &frame.series {
        let of = |row: &Row| series.values.get(row.series?);
        let key = |row: &Row| of(row).map_or(Value::Empty, |(key, _)| text(key));
        grid.add("series_key", true, each(&key));
        let label = |row: &Row| of(row).map_or(Value::Empty, |(_, label)| text(label));
        grid.add("series", true, each(&label));
    }
    numbers(&mut grid, "", true, rows, &|row| Some(&row.cell));
    let unit = unit_long(&frame.measure.unit).map(|unit| locale.text(unit));
    let unit = unit.unwrap_or_else(|| frame.measure.unit.as_str().to_owned());
    grid.add("unit", true, same(text(unit)));
    let value_in_words = |row: &Row| text(locale.text(prose::value(&row.cell, &frame.measure)));
    grid.add("value_in_words", true, each(&value_in_words));
    let status = |row: &Row| {
        let all: Vec<String> = row.cell.status.iter().map(code).collect();
        text(all.join(" "))
    };
    grid.add("status", true, each(&status));
    let kind = |row: &Row| row.kind.map_or(Value::Empty, |kind| text(kind.as_str()));
    grid.add("kind", true, each(&kind));
    let figure = |of: &dyn Fn(&crate::frame::FigureWords) -> Value| {
        each(&|row| row.figure.as_ref().map_or(Value::Empty, of))
    };
    let date = |date: &Option<String>| date.as_ref().map_or(Value::Empty, text);
    grid.add("as_of", true, figure(&|figure| date(&figure.as_of)));
    grid.add(
        "published_on",
        false,
        figure(&|figure| date(&figure.published_on)),
    );
    grid.add("scope", false, figure(&|figure| text(&figure.scope)));
    grid.add("quote", false, figure(&|figure| text(&figure.quote)));
    let error = |row: &Row| match frame.measure.has_error {
        true => number(row.cell.error_pct),
        false => Value::Empty,
    };
    grid.add("relative_standard_error_percent", false, each(&error));
    percentiles(&mut grid, rows);
    if let Some(across) = &frame.across {
        let cell = |row: &Row| match &row.cell.across {
            Some(cell) => text(locale.text(prose::value(cell, across))),
            None => Value::Empty,
        };
        grid.add("across", true, same(text(&across.title)));
        numbers(&mut grid, "across_", true, rows, &|row| {
            row.cell.across.as_deref()
        });
        grid.add("across_in_words", true, each(&cell));
    }
    let records = |row: &Row| number(Some(f64::from(row.cell.records)));
    grid.add("records", true, each(&records));
    let without = |row: &Row| number(Some(f64::from(row.cell.without_number)));
    grid.add("records_without_number", true, each(&without));
    let source = |of: &dyn Fn(&crate::frame::SourceWords) -> String| {
        each(&|row| {
            let own = row.figure.as_ref().map(|figure| figure.sources.as_slice());
            let named: Vec<String> = match own.filter(|own| !own.is_empty()) {
                Some(own) => own
                    .iter()
                    .filter_map(|at| frame.sources.get(*at))
                    .map(of)
                    .collect(),
                None => frame.sources.iter().map(of).collect(),
            };
            let named: Vec<String> = named.into_iter().filter(|name| !name.is_empty()).collect();
            text(named.join("; "))
        })
    };
    let publisher = |source: &crate::frame::SourceWords| match source.title.is_empty() {
        true => source.publisher.clone(),
        false => format!("{}: {}", source.publisher, source.title),
    };
    grid.add("source", true, source(&publisher));
    grid.add("source_address", true, source(&|source| source.url.clone()));
    grid.add("title", true, same(text(&words.title)));
    grid.add("measure", true, same(text(&frame.measure.title)));
    grid.add("by", true, same(text(&frame.by.title)));
    grid.add("package", true, same(text(&frame.package.title)));
    grid.add("data_version", true, same(text(&frame.package.version)));
    grid.add("data_made", true, same(text(&frame.package.created)));
    let illustrative = if frame.package.illustrative {
        "true"
    } else {
        "false"
    };
    grid.add("illustrative", true, same(text(illustrative)));
    grid.add("warning", false, same(text(words.banners.join(" "))));
    grid.add("notes", false, same(text(words.notes.join(" "))));
    grid.add("address", false, same(text(words.link.unwrap_or_default())));
    grid
}

/// Adds the columns of one measure's numbers.
fn numbers<'a>(
    grid: &mut ExportTable,
    prefix: &str,
    must: bool,
    rows: &'a [Row],
    cell: &dyn Fn(&'a Row) -> Option<&'a Cell>,
) {
    let quantity = |of: &dyn Fn(&Quantity) -> Value| -> Vec<Value> {
        let rows = rows.iter();
        rows.map(
            |row| match cell(row).and_then(|cell| cell.quantity.as_ref()) {
                Some(quantity) => of(quantity),
                None => Value::Empty,
            },
        )
        .collect()
    };
    let name = |name: &str| format!("{prefix}{name}");
    grid.add(
        name("value"),
        must,
        quantity(&|known| number(single(known))),
    );
    let low = |known: &Quantity| number(known.low.map(|end| end.at));
    grid.add(name("low"), must, quantity(&low));
    let high = |known: &Quantity| number(known.high.map(|end| end.at));
    grid.add(name("high"), must, quantity(&high));
    grid.add(
        name("qualifier"),
        must,
        quantity(&|known| text(known.word.as_str())),
    );
}

fn percentiles(grid: &mut ExportTable, rows: &[Row]) {
    let all = rows.iter().flat_map(|row| &row.cell.percentiles);
    let mut found: Vec<u8> = all.map(|known| known.at).collect();
    found.sort_unstable();
    found.dedup();
    for at in found {
        let cell = |row: &Row| {
            let mut known = row.cell.percentiles.iter();
            let known = known.find(|known| known.at == at);
            number(known.and_then(|known| single(known.quantity.as_ref()?)))
        };
        grid.add(
            format!("percentile_{at}"),
            false,
            rows.iter().map(cell).collect(),
        );
    }
}

/// The name of a row and of its series.
pub(super) fn row_name(export: &Export, row: &Row) -> String {
    let Export { frame, locale, .. } = *export;
    let label = locale.argument(&prose::row_label(frame, row));
    let series = frame.series.as_ref();
    match series.and_then(|series| series.values.get(row.series?)) {
        Some((_, series)) => format!("{label}, {series}"),
        None => label,
    }
}

/// The code of a status, as in packages.
pub(super) fn code(status: crate::value::Status) -> String {
    status.export_word()
}

/// The rows as words: a header, and the cells of each row.
pub fn text_cells(export: &Export) -> (Vec<String>, Vec<Vec<String>>) {
    let Export { frame, locale, .. } = *export;
    let has_kind = frame.rows.iter().any(|row| row.kind.is_some());
    let has_date = frame.rows.iter().any(|row| row.figure.is_some());
    let message = |message| locale.text(&message);
    let unit = unit_long(&frame.measure.unit).map(|unit| locale.text(unit));
    let measure = &frame.measure.title;
    let mut head = vec![frame.by.title.clone()];
    head.extend(
        frame
            .series
            .as_ref()
            .map(|series| series.axis.title.clone()),
    );
    head.push(match unit {
        Some(unit) => message(m!(TableValueUnit, measure = measure, unit = unit)),
        None => measure.clone(),
    });
    head.extend(frame.across.as_ref().map(|across| across.title.clone()));
    head.extend(has_kind.then(|| message(m!(TableKind))));
    head.extend(has_date.then(|| message(m!(TableDate))));
    let row = |row: &Row| {
        let mut cells = vec![locale.argument(&prose::row_label(frame, row))];
        if let Some(series) = &frame.series {
            let label = row.series.and_then(|at| series.values.get(at));
            cells.push(label.map(|(_, label)| label.clone()).unwrap_or_default());
        }
        cells.push(message(prose::value(&row.cell, &frame.measure)));
        if let Some(across) = &frame.across {
            let cell = row.cell.across.as_ref();
            cells.push(cell.map_or_else(String::new, |cell| message(prose::value(cell, across))));
        }
        if has_kind {
            cells.push(
                row.kind
                    .map_or_else(String::new, |kind| message(kind.label())),
            );
        }
        if has_date {
            let date = row.figure.as_ref().map(prose::dated);
            cells.push(date.map_or_else(String::new, message));
        }
        cells
    };
    let mut rows: Vec<Vec<String>> = frame.rows.iter().map(row).collect();
    if let Some(total) = frame.total.as_ref().filter(|_| frame.rows.len() > 1) {
        let mut cells = vec![String::new(); head.len()];
        cells[0] = message(m!(TableTotal));
        let at = 1 + usize::from(frame.series.is_some());
        cells[at] = message(prose::value(total, &frame.measure));
        rows.push(cells);
    }
    if head[0].is_empty() {
        head[0] = locale.argument(&Arg::from(message(m!(ExportRows))));
    }
    (head, rows)
}
