//! Makes the files of `tests/formats/files`: spreadsheets written part by part, so that each has exactly what its case is
//! about (hidden rows, formulas without a value, days from 1904), which writers of spreadsheets do not let one do.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// One cell of a workbook: its value and its style, an index into `FORMATS`.
#[derive(Clone, Debug)]
pub enum Made {
    Empty,
    Text(&'static str),
    Number(&'static str, usize),
    /// A formula with its stored value, or without.
    Formula(&'static str, Option<&'static str>),
    Error(&'static str),
    /// A cell of type boolean.
    Truth(bool),
}

/// Number formats by their place; 0 is General.
pub const FORMATS: [&str; 13] = [
    "General",
    "0.0%",
    "\"$\"#,##0",
    "m/d/yyyy",
    "mmm\\-yy",
    "00000",
    "[$€-407] #,##0.00",
    "#,##0",
    "yyyy",
    "#,##0,",
    "0.0\\%",
    "h:mm",
    "0.0\" million\"",
];
pub const PERCENT: usize = 1;
pub const DOLLARS: usize = 2;
pub const DAY: usize = 3;
pub const MONTH: usize = 4;
pub const CODE: usize = 5;
pub const EUROS: usize = 6;
pub const THOUSANDS: usize = 9;
pub const SIGNED_PERCENT: usize = 10;
pub const TIME: usize = 11;
pub const MILLIONS: usize = 12;

#[derive(Clone, Debug, Default)]
pub struct MadeSheet {
    pub name: &'static str,
    pub rows: Vec<Vec<Made>>,
    pub is_hidden: bool,
    /// Rows and columns counted from 1.
    pub hidden_rows: Vec<usize>,
    pub hidden_columns: Vec<usize>,
    pub merged: Vec<&'static str>,
}

fn column(at: usize) -> char {
    char::from(b'A' + at as u8)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A zip archive whose bytes are the same each time.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        archive.start_file(*name, options).expect("a file");
        archive.write_all(bytes).expect("in memory");
    }
    archive.finish().expect("an archive").into_inner()
}

pub fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("in memory");
    packer.finish().expect("in memory")
}

/// A workbook as XLSX.
pub fn xlsx(sheets: &[MadeSheet], is_1904: bool) -> Vec<u8> {
    let dated = if is_1904 {
        "<workbookPr date1904=\"1\"/>"
    } else {
        ""
    };
    workbook(sheets, dated, "")
}

/// A workbook as programs without a calculator write it: 0 for each formula, and the values to be computed on opening.
pub fn uncomputed(sheets: &[MadeSheet]) -> Vec<u8> {
    workbook(
        sheets,
        "",
        "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>",
    )
}

fn workbook(sheets: &[MadeSheet], dated: &str, calculated: &str) -> Vec<u8> {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut strings: Vec<&str> = Vec::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/sheet{}.xml", index + 1),
            sheet_xml(sheet, &mut strings, MAIN),
        ));
    }
    let mut types = String::new();
    let mut listed = String::new();
    let mut related = String::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let at = index + 1;
        let state = if sheet.is_hidden {
            " state=\"hidden\""
        } else {
            ""
        };
        let name = escaped(sheet.name);
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        );
        let _ = write!(
            listed,
            "<sheet name=\"{name}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>"
        );
        let _ = write!(
            related,
            "<Relationship Id=\"rId{at}\" Type=\"{LINKS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
    }
    let formats: String = FORMATS
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, code)| {
            format!(
                "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
                163 + at,
                escaped(code)
            )
        })
        .collect();
    let styles: String = (0..FORMATS.len())
        .map(|at| {
            let format = if at == 0 { 0 } else { 163 + at };
            format!("<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>")
        })
        .collect();
    let shared: String = strings
        .iter()
        .map(|text| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text)))
        .collect();
    let count = FORMATS.len();
    parts.extend([
        ("[Content_Types].xml".to_owned(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>{types}</Types>")),
        ("_rels/.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{LINKS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\">{dated}<sheets>{listed}</sheets>{calculated}</workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}<Relationship Id=\"rId90\" Type=\"{LINKS}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId91\" Type=\"{LINKS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">{formats}</numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{count}\">{styles}</cellXfs></styleSheet>", count - 1)),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst xmlns=\"{MAIN}\" count=\"{0}\" uniqueCount=\"{0}\">{shared}</sst>", strings.len())),
    ]);
    let parts: Vec<(String, String)> = parts
        .into_iter()
        .map(|(name, text)| (name, format!("{HEAD}{text}")))
        .collect();
    let files: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zipped(&files)
}

fn sheet_xml(sheet: &MadeSheet, strings: &mut Vec<&'static str>, main: &str) -> String {
    let mut rows = String::new();
    for (at, cells) in sheet.rows.iter().enumerate() {
        let row = at + 1;
        if cells.is_empty() {
            continue;
        }
        let hidden = if sheet.hidden_rows.contains(&row) {
            " hidden=\"1\""
        } else {
            ""
        };
        let _ = write!(rows, "<row r=\"{row}\"{hidden}>");
        for (at, cell) in cells.iter().enumerate() {
            let place = format!("{}{row}", column(at));
            let _ = match cell {
                Made::Empty => Ok(()),
                Made::Text(text) => {
                    let index = strings
                        .iter()
                        .position(|known| known == text)
                        .unwrap_or_else(|| {
                            strings.push(text);
                            strings.len() - 1
                        });
                    write!(rows, "<c r=\"{place}\" t=\"s\"><v>{index}</v></c>")
                }
                Made::Number(number, style) => {
                    write!(rows, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
                }
                Made::Formula(formula, Some(value)) => write!(
                    rows,
                    "<c r=\"{place}\"><f>{}</f><v>{value}</v></c>",
                    escaped(formula)
                ),
                Made::Formula(formula, None) => {
                    write!(rows, "<c r=\"{place}\"><f>{}</f></c>", escaped(formula))
                }
                Made::Error(code) => write!(rows, "<c r=\"{place}\" t=\"e\"><v>{code}</v></c>"),
                Made::Truth(value) => write!(
                    rows,
                    "<c r=\"{place}\" t=\"b\"><v>{}</v></c>",
                    u8::from(*value)
                ),
            };
        }
        rows.push_str("</row>");
    }
    let columns: String = sheet
        .hidden_columns
        .iter()
        .map(|at| format!("<col min=\"{at}\" max=\"{at}\" width=\"9\" hidden=\"1\"/>"))
        .collect();
    let columns = if columns.is_empty() {
        String::new()
    } else {
        format!("<cols>{columns}</cols>")
    };
    let merged: String = sheet
        .merged
        .iter()
        .map(|range| format!("<mergeCell ref=\"{range}\"/>"))
        .collect();
    let merged = if merged.is_empty() {
        String::new()
    } else {
        format!("<mergeCells>{merged}</mergeCells>")
    };
    format!(
        "<worksheet xmlns=\"{main}\">{columns}<sheetData>{rows}</sheetData>{merged}</worksheet>"
    )
}

/// An OpenDocument spreadsheet of which `tables` is the part with the sheets.
pub fn ods(tables: &str) -> Vec<u8> {
    let spaces = [
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
    ]
    .map(|(name, space)| {
        format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0\"")
    })
    .concat();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content{spaces} office:version=\"1.3\"><office:automatic-styles><style:style style:name=\"hid\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}
