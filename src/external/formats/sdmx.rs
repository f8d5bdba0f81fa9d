//! SDMX-JSON and SDMX-CSV → rows of texts.
//!
//! Standards: SDMX-JSON data message 1.0 and 2.0, SDMX-CSV 1.0 and 2.0. A value is multiplied by ten to the power that
//! `UNIT_MULT` gives, as the standard asks, by moving its decimal point.

use super::UnpackedFile;
use super::display::shifted;
use super::grid::LineWriter;
use super::json::JsonValue;
use crate::external::import_notices::ImportNotice;
use crate::problem::Fault;

const FORMAT: &str = "SDMX-JSON";

fn unfit(part: &str) -> Fault {
    Fault::PartUnfit {
        format: FORMAT.to_owned(),
        part: part.to_owned(),
    }
}

fn data_of(value: &JsonValue) -> &JsonValue {
    value.get("data").unwrap_or(value)
}

/// Whether a value is a data message.
pub fn is_sdmx(value: &JsonValue) -> bool {
    let data = data_of(value);
    data.get("dataSets").is_some()
        && (data.get("structure").is_some() || data.get("structures").is_some())
}

/// A dimension or attribute: its heading, and code and label of each value.
struct Component {
    id: String,
    heading: String,
    values: Vec<(String, String)>,
}

impl Component {
    /// Times are written by their codes, which are dates and periods; everything else by its label.
    fn text(&self, at: usize) -> Option<&str> {
        let (code, label) = self.values.get(at)?;
        let by_code = self.id == "TIME_PERIOD" || self.id == "UNIT_MULT" || label.is_empty();
        Some(if by_code { code } else { label })
    }

    fn has_codes(&self) -> bool {
        self.id != "TIME_PERIOD"
            && self
                .values
                .iter()
                .any(|(code, label)| !label.is_empty() && code != label)
    }
}

fn components(structure: &JsonValue, kind: &str, level: &str) -> Vec<Component> {
    let found = structure
        .get(kind)
        .and_then(|kinds| kinds.get(level))
        .and_then(JsonValue::list);
    let text =
        |value: &JsonValue, key: &str| value.get(key).map(JsonValue::cell).unwrap_or_default();
    let value = |value: &JsonValue| {
        let code = match text(value, "id") {
            id if id.is_empty() => text(value, "value"),
            id => id,
        };
        (code, text(value, "name"))
    };
    let component = |described: &JsonValue| {
        let id = text(described, "id");
        let name = text(described, "name");
        let values = described
            .get("values")
            .and_then(JsonValue::list)
            .unwrap_or_default();
        Component {
            heading: if name.is_empty() { id.clone() } else { name },
            id,
            values: values.iter().map(value).collect(),
        }
    };
    found.unwrap_or_default().iter().map(component).collect()
}

/// Places of values in a key such as `0:3:1`.
fn places(key: &str) -> Option<Vec<usize>> {
    match key {
        "" => Some(Vec::new()),
        key => key.split(':').map(|place| place.parse().ok()).collect(),
    }
}

/// The table of a data message.
pub fn table(path: &str, value: &JsonValue) -> Result<UnpackedFile, Fault> {
    let data = data_of(value);
    let structure = data
        .get("structure")
        .or_else(|| {
            data.get("structures")
                .and_then(JsonValue::list)
                .and_then(|all| all.first())
        })
        .ok_or_else(|| unfit("structures"))?;
    let sets = data
        .get("dataSets")
        .and_then(JsonValue::list)
        .unwrap_or_default();
    let [set] = sets else {
        return Err(unfit("dataSets"));
    };
    let groups = ["dataSet", "series", "observation"];
    let dimensions: Vec<Vec<Component>> = groups
        .iter()
        .map(|level| components(structure, "dimensions", level))
        .collect();
    let attributes: Vec<Vec<Component>> = groups
        .iter()
        .map(|level| components(structure, "attributes", level))
        .collect();
    let multiplier = |component: &Component| component.id == "UNIT_MULT";
    let mut writer = SdmxWriter {
        text: LineWriter::default(),
        multiplied: 0,
    };
    for component in dimensions.iter().flatten() {
        writer.text.cell(&component.heading);
        if component.has_codes() {
            writer.text.cell(&component.id);
        }
    }
    let set_attributes = attribute_places(set);
    writer.text.cell("OBS_VALUE");
    for component in attributes
        .iter()
        .flatten()
        .filter(|component| !multiplier(component))
    {
        writer.text.cell(&component.id);
    }
    writer.text.end_line()?;
    let alone = JsonValue::Members(Vec::new());
    let series: Vec<(&str, &JsonValue)> = match (set.get("series"), set.get("observations")) {
        (Some(JsonValue::Members(series)), _) => series
            .iter()
            .map(|(key, one)| (key.as_str(), one))
            .collect(),
        (None, Some(_)) => vec![("", set)],
        _ => vec![("", &alone)],
    };
    for (key, one) in series {
        let is_flat = std::ptr::eq(one, set);
        let of_series = places(key).ok_or_else(|| unfit("series"))?;
        let series_attributes = if is_flat {
            Vec::new()
        } else {
            attribute_places(one)
        };
        let observations = one
            .get("observations")
            .and_then(JsonValue::members)
            .unwrap_or_default();
        for (key, observation) in observations {
            let of_observation = places(key).ok_or_else(|| unfit("observations"))?;
            let observation = observation.list().ok_or_else(|| unfit("observations"))?;
            let cells = [
                vec![0; dimensions[0].len()],
                of_series.clone(),
                of_observation,
            ];
            let own: Vec<Option<usize>> =
                observation.iter().skip(1).map(JsonValue::index).collect();
            let given = [set_attributes.clone(), series_attributes.clone(), own];
            let row = (&dimensions, &cells, &attributes, &given);
            writer.row(observation.first(), row)?;
        }
    }
    let multiplied = writer.multiplied;
    Ok(UnpackedFile {
        path: format!("{path}#data"),
        bytes: writer.text.into_bytes(),
        is_sheet: true,
        told: told(multiplied),
    })
}

fn told(multiplied: u32) -> Vec<ImportNotice> {
    match multiplied {
        0 => Vec::new(),
        rows => vec![ImportNotice::Multiplied { rows }],
    }
}

fn attribute_places(of: &JsonValue) -> Vec<Option<usize>> {
    let given = of
        .get("attributes")
        .and_then(JsonValue::list)
        .unwrap_or_default();
    given.iter().map(JsonValue::index).collect()
}

struct SdmxWriter {
    text: LineWriter,
    multiplied: u32,
}

type SdmxRow<'a> = (
    &'a Vec<Vec<Component>>,
    &'a [Vec<usize>; 3],
    &'a Vec<Vec<Component>>,
    &'a [Vec<Option<usize>>; 3],
);

impl SdmxWriter {
    fn row(
        &mut self,
        value: Option<&JsonValue>,
        (dimensions, cells, attributes, given): SdmxRow,
    ) -> Result<(), Fault> {
        for (level, places) in dimensions.iter().zip(cells) {
            if places.len() != level.len() {
                return Err(unfit("dimensions"));
            }
            for (component, place) in level.iter().zip(places) {
                let text = component.text(*place).ok_or_else(|| unfit(&component.id))?;
                self.text.cell(text);
                if component.has_codes() {
                    self.text.cell(&component.values[*place].0);
                }
            }
        }
        let mut multiplier = String::new();
        let mut others = Vec::new();
        for (level, places) in attributes.iter().zip(given) {
            for (at, component) in level.iter().enumerate() {
                let text = match places.get(at).copied().flatten() {
                    Some(place) => component.text(place).ok_or_else(|| unfit(&component.id))?,
                    None => "",
                };
                match component.id.as_str() {
                    "UNIT_MULT" => multiplier = text.to_owned(),
                    // A status is read by its code, which other formats share.
                    "OBS_STATUS" => {
                        let code = places
                            .get(at)
                            .copied()
                            .flatten()
                            .and_then(|place| component.values.get(place));
                        others.push(code.map_or("", |(code, _)| code));
                    }
                    _ => others.push(text),
                }
            }
        }
        let value = value.map(JsonValue::cell).unwrap_or_default();
        let scaled = multiplied(&value, &multiplier).ok_or_else(|| unfit("UNIT_MULT"))?;
        self.multiplied += u32::from(scaled != value);
        self.text.cell(&scaled);
        for other in others {
            self.text.cell(other);
        }
        self.text.end_line()
    }
}

/// A value times ten to the power of a multiplier; nothing where the multiplier is no power.
fn multiplied(value: &str, multiplier: &str) -> Option<String> {
    if multiplier.is_empty() || value.is_empty() {
        return Some(value.to_owned());
    }
    // `6` or `6: Millions`.
    let power: i32 = multiplier.split(':').next()?.trim().parse().ok()?;
    (power.abs() <= 30).then(|| shifted(value, power))
}

/// Columns of SDMX-CSV that say what the file is rather than what a row is.
const STRUCTURAL: [&str; 5] = [
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
];

/// The table of an SDMX-CSV file; nothing where the text is none.
pub fn csv_table(path: &str, bytes: &[u8]) -> Option<Result<UnpackedFile, Fault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_sdmx = ["DATAFLOW", "STRUCTURE", "\"DATAFLOW", "\"STRUCTURE"];
    if !is_sdmx
        .iter()
        .any(|start| bytes.starts_with(start.as_bytes()))
    {
        return None;
    }
    let first = bytes.split(|byte| *byte == b'\n').next()?;
    let has_value = first.windows(9).any(|part| part == b"OBS_VALUE");
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| first.iter().filter(|byte| *byte == mark).count())?;
    has_value.then(|| csv_rows(path, bytes, delimiter))
}

fn csv_rows(path: &str, bytes: &[u8], delimiter: u8) -> Result<UnpackedFile, Fault> {
    let unreadable = |error: csv::Error| Fault::UnreadableCsv {
        detail: error.to_string(),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(bytes);
    let headings: Vec<String> = reader
        .headers()
        .map_err(unreadable)?
        .iter()
        .map(str::to_owned)
        .collect();
    let id = |heading: &str| {
        heading
            .split(':')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_end_matches("[]")
            .to_owned()
    };
    let ids: Vec<String> = headings.iter().map(|heading| id(heading)).collect();
    let place = |wanted: &str| ids.iter().position(|id| id == wanted);
    let kept: Vec<usize> = (0..ids.len())
        .filter(|at| !STRUCTURAL.contains(&ids[*at].as_str()) && ids[*at] != "UNIT_MULT")
        .collect();
    let (value, multiplier, action) = (place("OBS_VALUE"), place("UNIT_MULT"), place("ACTION"));
    let mut text = LineWriter::default();
    for at in &kept {
        // `REF_AREA: Reference area` has both names; the second is the one for readers.
        let name = headings[*at]
            .split_once(':')
            .map_or(headings[*at].as_str(), |(_, name)| name.trim());
        text.cell(if ids[*at] == "OBS_VALUE" {
            "OBS_VALUE"
        } else {
            name
        });
    }
    text.end_line()?;
    let mut rows = 0;
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        if record.len() != headings.len() {
            let line = record.position().map_or(0, csv::Position::line);
            return Err(Fault::UnreadableCsv {
                detail: format!(
                    "line {line}: {} cells, {} headings",
                    record.len(),
                    headings.len()
                ),
            });
        }
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().trim();
        // Rows that a database is told to delete are no data; their lines stay, empty.
        if cell(action) == "D" {
            text.end_line()?;
            continue;
        }
        for at in &kept {
            if Some(*at) == value {
                let unfit = || Fault::PartUnfit {
                    format: "SDMX-CSV".to_owned(),
                    part: "UNIT_MULT".to_owned(),
                };
                let scaled = multiplied(cell(value), cell(multiplier)).ok_or_else(unfit)?;
                rows += u32::from(scaled != cell(value));
                text.cell(&scaled);
            } else {
                text.cell(cell(Some(*at)));
            }
        }
        text.end_line()?;
    }
    Ok(UnpackedFile {
        path: format!("{path}#data"),
        bytes: text.into_bytes(),
        is_sheet: true,
        told: told(rows),
    })
}
