//! SDMX-JSON → rows of texts.
//!
//! Standard: SDMX-JSON data message 1.0 and 2.0. A value is multiplied by ten to the power that `UNIT_MULT` gives, as the
//! standard asks, by moving its decimal point. What a message says in a way that is not read here is refused by its name,
//! since it may be the multiplier.

use super::UnpackedFile;
use super::grid::LineWriter;
use super::json::JsonValue;
use super::observed::{ObservationWriter, is_multiplier, is_status, reason};
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
    /// What an attribute is where it is not given.
    default: Option<String>,
}

impl Component {
    /// Times are written by their codes, which are dates and periods; everything else by its label.
    fn text(&self, at: usize) -> Option<&str> {
        let (code, label) = self.values.get(at)?;
        let by_code = self.id == "TIME_PERIOD"
            || is_multiplier(&self.id)
            || is_status(&self.id)
            || label.is_empty();
        Some(if by_code { code } else { label })
    }

    /// The text of an attribute: a place among its values, or the value itself where it has no list of them.
    fn given(&self, given: Option<&JsonValue>) -> Option<String> {
        let given = given.filter(|given| **given != JsonValue::Null);
        let Some(given) = given else {
            let code = self.default.clone().unwrap_or_default();
            let at = self.values.iter().position(|(known, _)| *known == code);
            return Some(at.and_then(|at| self.text(at)).map_or(code, str::to_owned));
        };
        match self.values.is_empty() {
            true => Some(given.cell()),
            false => match given.index() {
                Some(at) => self.text(at).map(str::to_owned),
                // Several values at once, such as notes, are one text.
                None => (!changes_values(&self.id)).then(|| given.cell()),
            },
        }
    }

    /// Columns that are not written: the multiplier is applied, and DECIMALS says how numbers are displayed.
    fn is_written(&self) -> bool {
        !is_multiplier(&self.id) && self.id != "DECIMALS"
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
            default: described
                .get("default")
                .filter(|given| **given != JsonValue::Null)
                .map(JsonValue::cell),
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
    let sets = data
        .get("dataSets")
        .and_then(JsonValue::list)
        .unwrap_or_default();
    let [set] = sets else {
        return Err(unfit("dataSets"));
    };
    // Rows that a database has to delete are no data.
    if set.get("action").and_then(JsonValue::text) == Some("Delete") {
        return Err(unfit("action"));
    }
    let own = set.get("structure").and_then(JsonValue::index).unwrap_or(0);
    let structure = data
        .get("structure")
        .or_else(|| {
            data.get("structures")
                .and_then(JsonValue::list)
                .and_then(|all| all.get(own))
        })
        .ok_or_else(|| unfit("structures"))?;
    refuse_what_is_not_read(structure)?;
    let groups = ["dataSet", "series", "observation"];
    let of = |kind: &str| -> [Vec<Component>; 3] {
        groups.map(|level| components(structure, kind, level))
    };
    let (dimensions, attributes) = (of("dimensions"), of("attributes"));
    let mut writer = SdmxWriter {
        dimensions,
        attributes,
        text: LineWriter::default(),
        observations: ObservationWriter::default(),
    };
    writer.heading()?;
    let set_attributes = attributes_of(set);
    let series: Vec<(&str, &JsonValue)> = match (set.get("series"), set.get("observations")) {
        (Some(JsonValue::Members(series)), None) => series
            .iter()
            .map(|(key, one)| (key.as_str(), one))
            .collect(),
        (None, Some(_)) => vec![("", set)],
        (None, None) => Vec::new(),
        _ => return Err(unfit("series")),
    };
    for (key, one) in series {
        let is_flat = std::ptr::eq(one, set);
        let of_series = places(key).ok_or_else(|| unfit("series"))?;
        let series_attributes: &[JsonValue] = match is_flat {
            true => &[],
            false => attributes_of(one),
        };
        let observations = one
            .get("observations")
            .and_then(JsonValue::members)
            .unwrap_or_default();
        for (key, observation) in observations {
            let of_observation = places(key).ok_or_else(|| unfit("observations"))?;
            let observation = observation.list().ok_or_else(|| unfit("observations"))?;
            let of_set = vec![0; writer.dimensions[0].len()];
            let cells = [of_set, of_series.clone(), of_observation];
            let own = observation.get(1..).unwrap_or_default();
            let given = [set_attributes, series_attributes, own];
            writer.row(observation.first(), &cells, &given)?;
        }
    }
    Ok(UnpackedFile {
        path: format!("{path}#data"),
        bytes: writer.text.into_bytes(),
        is_sheet: true,
        told: writer.observations.told(),
    })
}

/// Messages with several values for each observation, with attributes for groups of dimensions, and with a multiplier
/// among other parts are refused: their numbers would be others.
fn refuse_what_is_not_read(structure: &JsonValue) -> Result<(), Fault> {
    let measures = structure
        .get("measures")
        .and_then(|kinds| kinds.get("observation"))
        .and_then(JsonValue::list);
    if measures.is_some_and(|measures| measures.len() > 1) {
        return Err(unfit("measures"));
    }
    for level in ["dimensionGroup", "dimensionGroups"] {
        let grouped = components(structure, "attributes", level);
        if let Some(component) = grouped.iter().find(|one| changes_values(&one.id)) {
            return Err(unfit(&format!("attributes.{level}.{}", component.id)));
        }
    }
    Ok(())
}

/// Whether values are others than they are written with this attribute.
fn changes_values(id: &str) -> bool {
    is_multiplier(id) || is_status(id)
}

fn attributes_of(of: &JsonValue) -> &[JsonValue] {
    of.get("attributes")
        .and_then(JsonValue::list)
        .unwrap_or_default()
}

struct SdmxWriter {
    /// Of the whole set, of series, of observations.
    dimensions: [Vec<Component>; 3],
    attributes: [Vec<Component>; 3],
    text: LineWriter,
    observations: ObservationWriter,
}

impl SdmxWriter {
    fn heading(&mut self) -> Result<(), Fault> {
        let dimensions = self.dimensions.iter().flatten();
        for component in dimensions.filter(|component| component.is_written()) {
            self.text.cell(&component.heading);
            if component.has_codes() {
                self.text.cell(&component.id);
            }
        }
        self.text.cell("OBS_VALUE");
        let attributes = self.attributes.iter().flatten();
        for component in attributes.filter(|component| component.is_written()) {
            self.text.cell(&component.id);
        }
        self.text.end_line()
    }

    fn row(
        &mut self,
        value: Option<&JsonValue>,
        cells: &[Vec<usize>; 3],
        given: &[&[JsonValue]; 3],
    ) -> Result<(), Fault> {
        let mut multiplier = String::new();
        for (level, places) in self.dimensions.iter().zip(cells) {
            if places.len() != level.len() {
                return Err(unfit("dimensions"));
            }
            for (component, place) in level.iter().zip(places) {
                let text = component.text(*place).ok_or_else(|| unfit(&component.id))?;
                if is_multiplier(&component.id) {
                    text.clone_into(&mut multiplier);
                }
                if component.is_written() {
                    self.text.cell(text);
                    if component.has_codes() {
                        self.text.cell(&component.values[*place].0);
                    }
                }
            }
        }
        let mut status = (String::new(), String::new());
        let mut others = Vec::new();
        for (level, given) in self.attributes.iter().zip(given) {
            for (at, component) in level.iter().enumerate() {
                let text = component.given(given.get(at));
                let text = text.ok_or_else(|| unfit(&component.id))?;
                // What is nearer to the observation counts.
                if is_multiplier(&component.id) && !text.is_empty() {
                    multiplier.clone_from(&text);
                }
                if is_status(&component.id) && reason(&component.id, &text).is_some() {
                    status = (component.id.clone(), text.clone());
                }
                if component.is_written() {
                    others.push(text);
                }
            }
        }
        let value = value.map(JsonValue::cell).unwrap_or_default();
        let status = (status.0.as_str(), status.1.as_str());
        let written = self.observations.write(&value, &multiplier, status);
        self.text.cell(&written.ok_or_else(|| unfit("UNIT_MULT"))?);
        for other in &others {
            self.text.cell(other);
        }
        self.text.end_line()
    }
}
