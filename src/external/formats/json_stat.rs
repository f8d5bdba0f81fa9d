//! JSON-stat 2.0: a table with a dimension for each of its sides → rows of texts.
//!
//! Standard: <https://json-stat.org/full/>. A dimension with the role `metric` becomes one column for each of its values,
//! since they count different things; every other dimension becomes a column of labels, and one of codes where they differ.

use super::UnpackedFile;
use super::display::{DisplayFormat, sign_of};
use super::grid::LineWriter;
use super::json::JsonValue;
use super::observed::{ObservationWriter, is_absent, power_of};
use crate::external::import_notices::ImportNotice;
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
    /// What the dimension says of the numbers under each.
    units: Vec<ValueUnit>,
}

/// What the numbers of one measure are of.
#[derive(Clone, Debug, Default, PartialEq)]
struct ValueUnit {
    format: DisplayFormat,
    /// What its heading says beside its name, such as “million dollars”.
    text: String,
    /// The power of ten by which each is multiplied.
    multiplier: String,
}

impl ValueUnit {
    fn of(unit: Option<&JsonValue>) -> Option<Self> {
        let says = |key: &str| {
            let text = unit.and_then(|unit| unit.get(key)).map(JsonValue::cell);
            text.unwrap_or_default().trim().to_owned()
        };
        let is_percent = |text: &str| {
            let lower = text.to_lowercase();
            matches!(lower.as_str(), "%" | "percent" | "percentage")
        };
        let (symbol, label, base) = (says("symbol"), says("label"), says("base"));
        let multiplier = says("multiplier");
        // 1 may be the first power of ten or a factor.
        let power = power_of(&multiplier).filter(|power| *power != 1)?;
        // The number is percent already, so that only its sign is missing.
        let format = match [&symbol, &label, &base]
            .into_iter()
            .any(|text| is_percent(text))
        {
            true => DisplayFormat::Percent,
            false => sign_of(&symbol).map_or(DisplayFormat::Plain, DisplayFormat::Currency),
        };
        // A label such as “thousand persons” is no longer true of a number that was multiplied.
        let texts = match power {
            0 => [&label, &base, &symbol],
            _ => [&base, &symbol, &base],
        };
        let is_said =
            |text: &&&String| !text.is_empty() && !is_percent(text) && sign_of(text).is_none();
        Some(Self {
            format,
            text: texts
                .iter()
                .find(is_said)
                .map_or("", |text| text)
                .to_owned(),
            multiplier,
        })
    }

    /// The heading of a measure with its unit.
    fn heading(&self, label: &str) -> String {
        match self.text.is_empty() || label.to_lowercase().contains(&self.text.to_lowercase()) {
            true => label.to_owned(),
            false => format!("{label} ({})", self.text),
        }
    }
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
        let side = side(id, described)?.filter(|side| side.codes.len() == *size);
        sides.push(side.ok_or_else(|| unfit(&part))?);
    }
    let values = cell_texts(value.get("value"), cells).ok_or_else(|| unfit("value"))?;
    let statuses = match value.get("status") {
        Some(JsonValue::Text(all)) => vec![all.clone(); cells],
        Some(status) => cell_texts(Some(status), cells).ok_or_else(|| unfit("status"))?,
        None => Vec::new(),
    };
    let role = value
        .get("role")
        .and_then(|roles| roles.get("metric"))
        .and_then(JsonValue::list)
        .and_then(|names| names.first())
        .and_then(JsonValue::text)
        .and_then(|name| ids.iter().position(|id| *id == name));
    let has_units = |side: &Side| side.units.iter().any(|unit| *unit != ValueUnit::default());
    let metric = role.or_else(|| sides.iter().position(has_units));
    // Two dimensions with units of their own would each say what a number is.
    let others = || (0..sides.len()).filter(|at| Some(*at) != metric);
    if let Some(at) = others().find(|at| has_units(&sides[*at])) {
        return Err(unfit(&format!("dimension.{}.category.unit", ids[at])));
    }
    let (text, told) = write(&sides, &sizes, metric, &values, &statuses)?;
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
        told,
    })
}

/// One dimension; nothing where its parts do not fit together.
fn side(id: &str, described: &JsonValue) -> Result<Option<Side>, Fault> {
    let Some(category) = described.get("category") else {
        return Ok(None);
    };
    let Some(codes) = codes(category) else {
        return Ok(None);
    };
    let label = |code: &String| {
        let labels = category.get("label");
        let found = labels
            .and_then(|labels| labels.get(code))
            .and_then(JsonValue::text);
        found.map_or_else(|| code.clone(), str::to_owned)
    };
    let unit = |code: &String| {
        let unit = category.get("unit").and_then(|units| units.get(code));
        ValueUnit::of(unit).ok_or_else(|| unfit(&format!("dimension.{id}.category.unit.{code}")))
    };
    let heading = described
        .get("label")
        .and_then(JsonValue::text)
        .unwrap_or(id)
        .to_owned();
    Ok(Some(Side {
        heading,
        labels: codes.iter().map(label).collect(),
        units: codes.iter().map(unit).collect::<Result<_, _>>()?,
        codes,
    }))
}

/// The codes of a dimension in their order.
fn codes(category: &JsonValue) -> Option<Vec<String>> {
    match (category.get("index"), category.get("label")) {
        (Some(JsonValue::List(codes)), _) => Some(codes.iter().map(JsonValue::cell).collect()),
        (Some(JsonValue::Members(places)), _) => {
            let mut codes = vec![None; places.len()];
            for (code, place) in places {
                *codes.get_mut(place.index()?)? = Some(code.clone());
            }
            codes.into_iter().collect()
        }
        // A dimension of one value may have nothing but its label.
        (None, Some(JsonValue::Members(only))) => {
            Some(only.iter().map(|(code, _)| code.clone()).collect())
        }
        _ => None,
    }
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
) -> Result<(LineWriter, Vec<ImportNotice>), Fault> {
    let mut text = LineWriter::default();
    let mut observations = ObservationWriter::default();
    let shown: Vec<usize> = (0..sides.len()).filter(|at| Some(*at) != metric).collect();
    let has_codes = |at: usize| sides[at].codes != sides[at].labels;
    for at in &shown {
        text.cell(&sides[*at].heading);
        if has_codes(*at) {
            text.cell(&format!("{} code", sides[*at].heading));
        }
    }
    let plain = ("Value".to_owned(), ValueUnit::default());
    let measures = metric.map_or_else(
        || vec![plain],
        |at| {
            let units = sides[at].labels.iter().zip(&sides[at].units);
            let measure =
                |(label, unit): (&String, &ValueUnit)| (unit.heading(label), unit.clone());
            units.map(measure).collect()
        },
    );
    for (measure, _) in &measures {
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
        for (index, (_, unit)) in measures.iter().enumerate() {
            let at = cell + metric.map_or(0, |metric| index * strides[metric]);
            let status = statuses.get(at).map_or("", String::as_str);
            let written = observations.write(&values[at], &unit.multiplier, ("status", status));
            let written = written.ok_or_else(|| unfit("value"))?;
            // A value that is not there has the reason that its status gives, such as “..”.
            let is_reason = written.is_empty() && status.len() > 1 && is_absent(status);
            text.cell(&match is_reason || (written.is_empty() && status == "*") {
                true => status.to_owned(),
                false => with_unit(&written, unit.format),
            });
            if !statuses.is_empty() {
                text.cell(status);
            }
        }
        text.end_line()?;
    }
    Ok((text, observations.told()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::external::formats::json;

    fn unit(text: &str) -> Option<ValueUnit> {
        let (_, value) = json::parse(text).ok()?.pop()?;
        ValueUnit::of(Some(&value))
    }

    #[test]
    fn a_unit_is_a_sign_a_text_or_a_multiplier() {
        for (text, heading, format) in [
            (r#"{"symbol": "%"}"#, "Rate", DisplayFormat::Percent),
            (r#"{"label": "percent"}"#, "Rate", DisplayFormat::Percent),
            (r#"{"symbol": "$"}"#, "Rate", DisplayFormat::Currency('$')),
            (r#"{"symbol": "$M"}"#, "Rate ($M)", DisplayFormat::Plain),
            (
                r#"{"label": "million dollars", "symbol": "$"}"#,
                "Rate (million dollars)",
                DisplayFormat::Currency('$'),
            ),
            (
                r#"{"label": "thousand persons", "base": "persons", "multiplier": 3}"#,
                "Rate (persons)",
                DisplayFormat::Plain,
            ),
            (r#"{"decimals": 1}"#, "Rate", DisplayFormat::Plain),
        ] {
            let found = unit(text).expect("a unit");
            assert_eq!(found.heading("Rate"), heading, "{text}");
            assert_eq!(found.format, format, "{text}");
        }
        assert_eq!(unit(r#"{"multiplier": 1}"#), None);
        assert_eq!(unit(r#"{"multiplier": "lots"}"#), None);
    }
}
