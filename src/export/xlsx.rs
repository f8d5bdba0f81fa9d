//! A workbook: the rows on one sheet, their source and the meaning of their words on a second.

use super::{Export, Value, Words, citations, grid};
use crate::locale::Words as Labels;
use crate::m;
use crate::value::{Qualifier, Status};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

/// The maximum number of characters in a cell; spreadsheets reject more.
const LONGEST: usize = 32_000;
const NARROW: f64 = 14.0;
const WIDE: f64 = 36.0;
const TEXT: f64 = 100.0;
/// Columns with long texts.
const LONG: [&str; 5] = ["label", "value_in_words", "source", "title", "quote"];

/// The workbook. Texts are always stored as texts: no cell is a formula.
pub fn xlsx(export: &Export) -> Result<Vec<u8>, String> {
    write(export).map_err(|error| error.to_string())
}

fn write(export: &Export) -> Result<Vec<u8>, XlsxError> {
    let words = Words::of(export);
    let mut book = Workbook::new();
    let created = &export.frame.package.created;
    let created = ExcelDateTime::parse_from_str(created);
    let created = match created {
        Ok(day) => day,
        Err(_) => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    let properties = DocProperties::new()
        .set_title(&words.title)
        .set_subject(&words.subtitle)
        .set_author(&export.home.title)
        .set_comment(format!("{} {}", words.banners.join(" "), words.citation).trim())
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    let text = |message| export.locale.text(&message);
    let data = match export.frame.package.illustrative {
        true => text(m!(ExportSheetIllustrative)),
        false => text(m!(ExportSheetData)),
    };
    rows(export, book.add_worksheet().set_name(data)?)?;
    let about = book.add_worksheet().set_name(text(m!(ExportSheetAbout)))?;
    self::about(export, &words, about)?;
    book.save_to_buffer()
}

fn rows(export: &Export, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let grid = grid(export);
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let last = u32::try_from(grid.rows).unwrap_or(u32::MAX);
    for (at, field) in grid.fields.iter().enumerate() {
        let column = at as u16;
        sheet.write_string_with_format(0, column, &field.name, &head)?;
        let wide = LONG.contains(&field.name.as_str());
        sheet.set_column_width(column, if wide { WIDE } else { NARROW })?;
        for (row, cell) in field.cells.iter().enumerate() {
            let row = row as u32 + 1;
            match cell {
                Value::Empty => {}
                Value::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Value::Text(text) => {
                    sheet.write_string(row, column, cut(text))?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    if grid.rows > 0 {
        sheet.autofilter(0, 0, last, grid.fields.len().saturating_sub(1) as u16)?;
    }
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    Ok(())
}

/// The second sheet: title, source, definitions, citations, and the meaning of words on the first.
fn about(export: &Export, words: &Words, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let locale = export.locale;
    let text = |message| locale.text(&message);
    let strong = Format::new().set_bold().set_align(FormatAlign::Top);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let cite = citations(export);
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut line = |name: String, value: &str| {
        if !value.is_empty() {
            lines.push((name, value.to_owned()));
        }
    };
    line(text(m!(ExportTitle)), &words.title);
    for banner in &words.banners {
        line(text(m!(ExportWarning)), banner);
    }
    line(text(m!(ExportSubtitle)), &words.subtitle);
    line(text(m!(ExportSummary)), &words.summary);
    for note in &words.notes {
        line(text(m!(ExportNote)), note);
    }
    line(text(m!(ExportSource)), &words.source);
    for source in &export.frame.sources {
        let named = [&source.publisher, &source.title, &source.url];
        let named: Vec<&str> = named.into_iter().map(String::as_str).collect();
        let named: Vec<&str> = named.into_iter().filter(|part| !part.is_empty()).collect();
        line(text(m!(ExportSource)), &named.join(". "));
    }
    let definition = words.definition.as_deref().unwrap_or_default();
    line(text(m!(ExportDefinition)), definition);
    line(
        text(m!(ExportUnit)),
        words.unit.as_deref().unwrap_or_default(),
    );
    let licence = words.licence.as_deref().unwrap_or_default();
    line(text(m!(ExportLicenceName)), licence);
    line(
        text(m!(ExportAddress)),
        words.link.as_deref().unwrap_or_default(),
    );
    line(text(m!(ExportCite, style = "APA")), &cite.apa);
    line(text(m!(ExportCite, style = "Chicago")), &cite.chicago);
    line(text(m!(ExportCite, style = "MLA")), &cite.mla);
    let mut row = 0;
    for (name, value) in &lines {
        sheet.write_string_with_format(row, 0, name, &strong)?;
        sheet.write_string_with_format(row, 1, cut(value), &plain)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, text(m!(ExportStatusCodes)), &strong)?;
    row += 1;
    for status in Status::ALL {
        let meaning = format!("{}. {}", text(status.label()), text(status.explanation()));
        sheet.write_string(row, 0, super::grid::code(status))?;
        sheet.write_string_with_format(row, 1, meaning, &plain)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, text(m!(ExportQualifiers)), &strong)?;
    row += 1;
    for word in Qualifier::ALL {
        sheet.write_string(row, 0, word.as_str())?;
        sheet.write_string_with_format(row, 1, text(meaning(word)), &plain)?;
        row += 1;
    }
    sheet.set_column_width(0, WIDE)?;
    sheet.set_column_width(1, TEXT)?;
    Ok(())
}

/// The meaning of a number's qualifier.
fn meaning(word: Qualifier) -> crate::locale::Message {
    match word {
        Qualifier::Exact => m!(ExportExact),
        Qualifier::About => m!(ExportAbout),
        Qualifier::Nearly => m!(ExportNearly),
        Qualifier::MoreThan => m!(ExportMoreThan),
        Qualifier::AtLeast => m!(ExportAtLeast),
        Qualifier::UpTo => m!(ExportUpTo),
        Qualifier::LessThan => m!(ExportLessThan),
        Qualifier::Range => m!(ExportBetween),
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
