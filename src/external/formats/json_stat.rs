//! JSON-stat 2.0: a table with a dimension for each of its sides → rows of texts.
//!
//! Standard: <https://json-stat.org/full/>. A dimension with the role `metric` becomes one column for each of its values,
//! since they count different things; every other dimension becomes a column of labels, and one of codes where they differ.

use super::UnpackedFile;
use super::display::DisplayFormat;
use super::grid::LineWriter;
use super::json::JsonValue;
use crate::problem::Fault;

const FORMAT: &str = "JSON-stat";
/// The most cells of one table.
const MAX_CELLS: usize = 20_000_000;

/// Whether a value is JSON-stat of any version.
pub fn is_json_stat(value: &JsonValue) -> bool {
    let is_response =
        |value: &JsonValue| value.get("dimension").is_some() && value.get("value").is_some();
    let is_dated = value.get("class").is_some() && value.get("version").is_some();
    is_dated || is_response(value) || value.get("dataset").is_some_and(is_response)
}

struct Side {
    heading: String,
    codes: Vec<String>,
    labels: Vec<String>,
    /// How numbers under each are written, where the dimension says so.
    formats: Vec<DisplayFormat>,
}

fn unfit(part: &str) -> Fault {
    Fault::PartUnfit {
        format: FORMAT.to_owned(),
        part: part.to_owned(),
    }
}

pub fn table(path: &str, value: &JsonValue) -> Result<UnpackedFile, Fault> {
    let class = value.get("class").and_then(JsonValue::text);
    if class != Some("dataset") {
        // Version 1 has its data in `dataset`; collections and dimensions hold no numbers.
        return Err(unfit("class"));
    }
    let ids: Vec<&str> = value
        .get("id")
        .and_then(JsonValue::list)
        .ok_or_else(|| unfit("id"))?
        .iter()
        .filter_map(JsonValue::text)
        .collect();
    let sizes = value
        .get("size")
        .and_then(JsonValue::list)
        .ok_or_else(|| unfit("size"))?;
    let sizes: Vec<usize> = sizes.iter().filter_map(JsonValue::index).collect();
    if sizes.len() != ids.len() || ids.is_empty() {
        return Err(unfit("size"));
    }
    let cells = sizes
        .iter()
        .try_fold(1usize, |all, size| all.checked_mul(*size));
    let cells = cells
        .filter(|cells| *cells <= MAX_CELLS)
        .ok_or_else(|| unfit("size"))?;
    let dimensions = value.get("dimension").ok_or_else(|| unfit("dimension"))?;
    let mut sides = Vec::new();
    for (id, size) in ids.iter().zip(&sizes) {
        let part = format!("dimension.{id}");
        let described = dimensions.get(id).ok_or_else(|| unfit(&part))?;
        let side = side(id, described).filter(|side| side.codes.len() == *size);
        sides.push(side.ok_or_else(|| unfit(&part))?);
    }
    let values = cell_texts(value.get("value"), cells).ok_or_else(|| unfit("value"))?;
    let statuses = match value.get("status") {
        Some(JsonValue::Text(all)) => vec![all.clone(); cells],
        Some(status) => cell_texts(Some(status), cells).ok_or_else(|| unfit("status"))?,
        None => Vec::new(),
    };
    let metric = value
        .get("role")
        .and_then(|roles| roles.get("metric"))
        .and_then(JsonValue::list)
        .and_then(|names| names.first())
        .and_then(JsonValue::text)
        .and_then(|name| ids.iter().position(|id| *id == name));
    let text = write(&sides, &sizes, metric, &values, &statuses)?;
    Ok(UnpackedFile {
        path: format!(
            "{path}#{}",
            value
                .get("label")
                .and_then(JsonValue::text)
                .unwrap_or("dataset")
        ),
        bytes: text.into_bytes(),
        is_sheet: true,
        told: Vec::new(),
    })
}

fn side(id: &str, described: &JsonValue) -> Option<Side> {
    let category = described.get("category")?;
    let labels = category.get("label");
    let codes: Vec<String> = match (category.get("index"), labels) {
        (Some(JsonValue::List(codes)), _) => codes.iter().map(JsonValue::cell).collect(),
        (Some(JsonValue::Members(places)), _) => {
            let mut codes = vec![None; places.len()];
            for (code, place) in places {
                *codes.get_mut(place.index()?)? = Some(code.clone());
            }
            codes.into_iter().collect::<Option<Vec<String>>>()?
        }
        // A dimension of one value may have nothing but its label.
        (None, Some(JsonValue::Members(only))) => {
            only.iter().map(|(code, _)| code.clone()).collect()
        }
        _ => return None,
    };
    let label = |code: &String| {
        let found = labels
            .and_then(|labels| labels.get(code))
            .and_then(JsonValue::text);
        found.map_or_else(|| code.clone(), str::to_owned)
    };
    let format = |code: &String| {
        let unit = category.get("unit").and_then(|units| units.get(code));
        let says = |key: &str| {
            unit.and_then(|unit| unit.get(key))
                .and_then(JsonValue::text)
                .unwrap_or_default()
        };
        let is_percent = |text: &str| {
            matches!(
                text.trim().to_lowercase().as_str(),
                "%" | "percent" | "percentage"
            )
        };
        let sign = says("symbol").trim();
        // The number is percent already, so that only its sign is missing.
        match () {
            () if is_percent(sign) || is_percent(says("label")) || is_percent(says("base")) => {
                DisplayFormat::Percent
            }
            () if !sign.is_empty() => DisplayFormat::of(sign),
            () => DisplayFormat::Plain,
        }
    };
    let heading = described
        .get("label")
        .and_then(JsonValue::text)
        .unwrap_or(id)
        .to_owned();
    Some(Side {
        heading,
        labels: codes.iter().map(label).collect(),
        formats: codes.iter().map(format).collect(),
        codes,
    })
}

/// The text of every cell: of a list, or of an object that names the places of those that are there.
fn cell_texts(values: Option<&JsonValue>, cells: usize) -> Option<Vec<String>> {
    match values? {
        JsonValue::List(items) if items.len() == cells => {
            Some(items.iter().map(JsonValue::cell).collect())
        }
        JsonValue::Members(members) => {
            let mut texts = vec![String::new(); cells];
            for (place, value) in members {
                *texts.get_mut(place.parse::<usize>().ok()?)? = value.cell();
            }
            Some(texts)
        }
        _ => None,
    }
}

fn write(
    sides: &[Side],
    sizes: &[usize],
    metric: Option<usize>,
    values: &[String],
    statuses: &[String],
) -> Result<LineWriter, Fault> {
    let mut text = LineWriter::default();
    let shown: Vec<usize> = (0..sides.len()).filter(|at| Some(*at) != metric).collect();
    let has_codes = |at: usize| sides[at].codes != sides[at].labels;
    for at in &shown {
        text.cell(&sides[*at].heading);
        if has_codes(*at) {
            text.cell(&format!("{} code", sides[*at].heading));
        }
    }
    let measures = metric.map_or_else(|| vec!["Value".to_owned()], |at| sides[at].labels.clone());
    for measure in &measures {
        text.cell(measure);
        if !statuses.is_empty() {
            text.cell(&format!("{measure} status"));
        }
    }
    text.end_line()?;
    // Cells are in the order of rows: the last dimension changes first.
    let mut strides = vec![1; sizes.len()];
    for at in (0..sizes.len().saturating_sub(1)).rev() {
        strides[at] = strides[at + 1] * sizes[at + 1];
    }
    let rows: usize = shown.iter().map(|at| sizes[*at]).product();
    for row in 0..rows {
        let (mut rest, mut cell) = (row, 0);
        let mut places = vec![0; shown.len()];
        for (index, at) in shown.iter().enumerate().rev() {
            places[index] = rest % sizes[*at];
            rest /= sizes[*at];
            cell += places[index] * strides[*at];
        }
        for (at, place) in shown.iter().zip(&places) {
            text.cell(&sides[*at].labels[*place]);
            if has_codes(*at) {
                text.cell(&sides[*at].codes[*place]);
            }
        }
        for measure in 0..measures.len() {
            let at = cell + metric.map_or(0, |metric| measure * strides[metric]);
            let format = metric.map_or(DisplayFormat::Plain, |metric| {
                sides[metric].formats[measure]
            });
            text.cell(&with_unit(&values[at], format));
            if let Some(status) = statuses.get(at) {
                text.cell(status);
            }
        }
        text.end_line()?;
    }
    Ok(text)
}

/// The number with the sign of its unit: percent is kept as it is, only its sign is added.
fn with_unit(value: &str, format: DisplayFormat) -> String {
    match format {
        _ if !value.starts_with(|first: char| first.is_ascii_digit() || first == '-') => {
            value.to_owned()
        }
        DisplayFormat::Percent => format!("{value}%"),
        format => format.write(value),
    }
}
