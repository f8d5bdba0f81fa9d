//! SDMX-CSV, and every other table with the columns OBS_VALUE and UNIT_MULT → rows of texts with their values multiplied.
//!
//! Standards: SDMX-CSV 1.0 and 2.0. Portals write the same columns without the first ones that the standard asks for, and
//! in spreadsheets and JSON records, so the columns decide what a table is.

use super::UnpackedFile;
use super::grid::LineWriter;
use super::observed::{ObservationWriter, is_multiplier, is_status, power_of, reason};
use crate::external::decode::{Encoding, decode};
use crate::external::import_notices::ImportNotice;
use crate::external::sheet::SheetRow;
use crate::problem::Fault;
use crate::table::begins;
use csv::ByteRecord;

/// Columns that say what the file is, or how numbers are displayed, rather than what a row is.
const STRUCTURAL: [&str; 6] = [
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "DECIMALS",
];
/// Columns of words beside those codes, in small letters.
const NAMES_OF_MULTIPLIERS: [&str; 3] = ["unit multiplier", "powercode", "power code"];

/// `REF_AREA` of `REF_AREA: Reference area`.
fn id_of(heading: &str) -> String {
    let id = heading.split(':').next().unwrap_or_default().trim();
    id.trim_end_matches("[]").to_owned()
}

/// Whether a column of such a table is not among those of its sheet.
pub fn is_dropped(heading: &str) -> bool {
    let id = id_of(heading);
    STRUCTURAL.contains(&id.as_str())
        || is_multiplier(&id)
        || NAMES_OF_MULTIPLIERS.contains(&heading.to_lowercase().as_str())
}

fn value_at(ids: &[String]) -> Option<usize> {
    let named = |wanted: &str| ids.iter().position(|id| id.eq_ignore_ascii_case(wanted));
    named("OBS_VALUE").or_else(|| named("VALUE"))
}

/// What the heading of a table says of its values.
struct SdmxHeading {
    headings: Vec<String>,
    ids: Vec<String>,
    value: usize,
    /// The columns of multipliers, of which the first that is filled counts.
    multipliers: Vec<usize>,
    statuses: Vec<usize>,
    action: Option<usize>,
    /// A schema knows the columns by their headings.
    is_schema: bool,
}

impl SdmxHeading {
    /// Nothing where the table has no values to multiply and is not SDMX-CSV.
    fn of(headings: Vec<String>) -> Option<Self> {
        let ids: Vec<String> = headings.iter().map(|heading| id_of(heading)).collect();
        let value = value_at(&ids)?;
        let places = |wanted: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..ids.len()).filter(|at| wanted(&ids[*at])).collect()
        };
        let multipliers = places(&is_multiplier);
        let statuses = places(&is_status);
        let is_observed = ids[value] == "OBS_VALUE";
        let first = ids.first().map(String::as_str);
        let is_sdmx = is_observed && matches!(first, Some("DATAFLOW" | "STRUCTURE"));
        let has_statuses = is_observed && !statuses.is_empty();
        if multipliers.is_empty() && !is_sdmx && !has_statuses {
            return None;
        }
        Some(Self {
            value,
            multipliers,
            statuses,
            action: ids.iter().position(|id| id == "ACTION").filter(|_| is_sdmx),
            is_schema: false,
            ids,
            headings,
        })
    }

    /// The columns that the table keeps.
    fn kept(&self) -> Vec<usize> {
        (0..self.ids.len())
            .filter(|at| !is_dropped(&self.headings[*at]))
            .collect()
    }

    /// `REF_AREA: Reference area` has both names; the second is the one for readers.
    fn title(&self, at: usize) -> &str {
        let heading = self.headings[at].as_str();
        match heading.split_once(':') {
            _ if self.is_schema => heading,
            _ if at == self.value => &self.ids[at],
            Some((_, name)) if !name.trim().is_empty() => name.trim(),
            _ => heading,
        }
    }
}

/// The table of a text that is SDMX-CSV or has its columns; nothing where it is another text. `delimiter` is that of a
/// sheet; that of a file is found by its first line. Headings stay as they are where a schema names them.
pub fn table(
    path: &str,
    bytes: &[u8],
    delimiter: Option<u8>,
    keeps_headings: bool,
) -> Option<Result<UnpackedFile, Fault>> {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let decoded = match is_wide {
        true => Some(decode(bytes, None).ok()?.0),
        false => None,
    };
    let text = decoded.as_deref().unwrap_or(bytes);
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let (headings, delimiter) = heading_of(text, delimiter)?;
    let mut heading = SdmxHeading::of(headings)?;
    heading.is_schema = keeps_headings;
    Some(rows(path, bytes, delimiter, &heading))
}

/// The cells of the first line, and what cuts it; nothing where it cannot be that of such a table.
fn heading_of(text: &[u8], delimiter: Option<u8>) -> Option<(Vec<String>, u8)> {
    let is_filled = |line: &&[u8]| !line.trim_ascii().is_empty();
    let first = text.split(|byte| *byte == b'\n').find(is_filled)?;
    // Most tables end here, so that nothing else of them is looked at.
    let has = |name: &[u8]| {
        first
            .windows(name.len())
            .any(|part| part.eq_ignore_ascii_case(name))
    };
    if !has(b"value") || !(has(b"unit_mult") || has(b"powercode") || has(b"obs_value")) {
        return None;
    }
    let by_count = || {
        let count = |mark: &u8| first.iter().filter(|byte| *byte == mark).count();
        [b'|', b'\t', b';', b','].into_iter().max_by_key(count)
    };
    let delimiter = delimiter.or_else(by_count)?;
    let heading = csv_reader(first, delimiter).records().next()?.ok()?;
    let headings = heading.iter().map(|cell| cell.trim().to_owned());
    Some((headings.collect(), delimiter))
}

fn csv_reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(bytes)
}

fn rows(
    path: &str,
    bytes: &[u8],
    delimiter: u8,
    heading: &SdmxHeading,
) -> Result<UnpackedFile, Fault> {
    let unreadable = |detail: String| Fault::UnreadableCsv { detail };
    let (decoded, encoding) = decode(bytes, None)?;
    let bytes = decoded.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&decoded);
    let kept = heading.kept();
    let mut text = LineWriter::default();
    let mut observations = ObservationWriter::default();
    let mut reader = csv_reader(bytes, delimiter);
    let mut record = ByteRecord::new();
    let mut next = 1;
    let mut is_heading = true;
    loop {
        let is_read = reader.read_byte_record(&mut record);
        if !is_read.map_err(|error| unreadable(error.to_string()))? {
            break;
        }
        // Lines keep their numbers: of a record with several lines the others stay, empty.
        let (line, _) = begins(&record, bytes);
        text.skip_lines(line.saturating_sub(next) as u32);
        next = line + 1;
        if is_heading {
            for at in &kept {
                text.cell(heading.title(*at));
            }
            text.end_line()?;
            is_heading = false;
            continue;
        }
        let cells: Vec<String> = record
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).trim().to_owned())
            .collect();
        if cells.iter().all(String::is_empty) {
            text.end_line()?;
            continue;
        }
        if cells.len() != heading.ids.len() {
            let (cells, headings) = (cells.len(), heading.ids.len());
            return Err(unreadable(format!(
                "line {line}: {cells} cells, {headings} headings"
            )));
        }
        // Rows that a database has to delete are no data; their lines stay, empty.
        if heading.action.is_some_and(|at| cells[at] == "D") {
            text.end_line()?;
            continue;
        }
        let first_filled =
            |places: &[usize]| places.iter().copied().find(|at| !cells[*at].is_empty());
        let multiplier = first_filled(&heading.multipliers).map_or("", |at| &cells[at]);
        let says = |at: &usize| reason(&heading.ids[*at], &cells[*at]).is_some();
        let status = heading.statuses.iter().copied().find(says);
        let status = status.map_or(("", ""), |at| (&heading.ids[at], &cells[at]));
        for at in &kept {
            if *at != heading.value {
                text.cell(&cells[*at]);
                continue;
            }
            let written = observations.write(&cells[*at], multiplier, status);
            text.cell(&written.ok_or_else(|| Fault::NotMultiplied {
                value: cells[*at].clone(),
                multiplier: multiplier.to_owned(),
                line: line as u32,
            })?);
        }
        text.end_line()?;
    }
    let mut told = observations.told();
    if encoding != Encoding::Utf8 {
        let name = encoding.name().to_owned();
        told.insert(0, ImportNotice::Encoding { name });
    }
    Ok(UnpackedFile {
        path: format!("{path}#data"),
        bytes: text.into_bytes(),
        is_sheet: true,
        told,
    })
}

/// The same for the bytes of a table whose publisher says what its columns are for: it is read unchanged.
pub fn asks_to_multiply(bytes: &[u8]) -> Option<Fault> {
    let (names, delimiter) = heading_of(bytes, None)?;
    names.iter().find(|name| is_multiplier(&id_of(name)))?;
    let records = csv_reader(bytes, delimiter).into_records().skip(1);
    let row = |(at, record): (usize, csv::StringRecord)| {
        let mut cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        cells.resize(names.len(), String::new());
        SheetRow {
            row: at as u64 + 1,
            line: record.position().map_or(0, csv::Position::line),
            cells,
            inset: (0, 0),
        }
    };
    let rows: Vec<SheetRow> = records
        .filter_map(Result::ok)
        .enumerate()
        .map(row)
        .collect();
    not_multiplied(&names, &rows)
}

/// The first row of a table that asks for a multiplication which was not done, since its heading was not on the first
/// line. Such a table is refused: its numbers are not those that its publisher means.
pub fn not_multiplied(names: &[String], rows: &[SheetRow]) -> Option<Fault> {
    let ids: Vec<String> = names.iter().map(|name| id_of(name)).collect();
    let at = ids.iter().position(|id| is_multiplier(id))?;
    let asks = |row: &&SheetRow| power_of(&row.cells[at]) != Some(0);
    let row = rows.iter().find(asks)?;
    let value = value_at(&ids).map_or("", |value| &row.cells[value]);
    Some(Fault::NotMultiplied {
        value: value.to_owned(),
        multiplier: row.cells[at].clone(),
        line: row.line as u32,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Result<String, Fault>> {
        table("t.csv", text.as_bytes(), None, false)
            .map(|table| table.map(|file| String::from_utf8(file.bytes).unwrap_or_default()))
    }

    #[test]
    fn columns_decide_whether_a_table_is_multiplied() {
        let portal = "KEY,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,Unit multiplier\n\nA.MD,MD,2023,1.5,6,Millions\n\"a\nb\",VA,2023,2,0,Units\nc,OH,2023,,6,Millions\n";
        assert_eq!(
            read(portal),
            Some(Ok("KEY\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\n\nA.MD\tMD\t2023\t1500000\na b\tVA\t2023\t2\n\nc\tOH\t2023\t\n".to_owned()))
        );
        let older = "LOCATION,\"PowerCode Code\",PowerCode,Value\nUS,3,Thousands,12\n";
        assert_eq!(
            read(older),
            Some(Ok("LOCATION\tValue\nUS\t12000\n".to_owned()))
        );
        assert_eq!(read("State,Value\nMaryland,12\n"), None);
        assert_eq!(read("State,OBS_VALUE\nMaryland,12\n"), None);
        assert_eq!(
            read("State,OBS_VALUE,OBS_STATUS\nMaryland,0,Q\n"),
            Some(Ok(
                "State\tOBS_VALUE\tOBS_STATUS\nMaryland\tsuppressed\tQ\n".to_owned()
            ))
        );
        assert!(matches!(
            read("OBS_VALUE,UNIT_MULT\n<5,3\n"),
            Some(Err(Fault::NotMultiplied { line: 2, .. }))
        ));
    }
}
