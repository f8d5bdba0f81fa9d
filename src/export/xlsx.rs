//! A workbook: the rows on one sheet, a chart of them on a second, their source and the meaning of
//! their words on a third.

use super::cell_text::{TEXT, cut, height_of};
use super::native_chart::NativeChart;
use super::number_format::number_format;
use super::{ChartText, Export, ExportColumn, ExportTable, Value, citations, grid, xlsx_chart};
use crate::frame::MeasureWords;
use crate::locale::Labeled;
use crate::m;
use crate::paint::Theme;
use crate::value::{Qualifier, Status};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

const NARROW: f64 = 14.0;
const WIDE: f64 = 36.0;
/// Columns with long texts.
const LONG: [&str; 5] = ["label", "value_in_words", "source", "title", "quote"];

/// The workbook, with a chart in the colors of a theme. Texts are always stored as texts: no cell is
/// a formula.
pub fn xlsx(export: &Export, theme: &Theme) -> Result<Vec<u8>, String> {
    write(export, theme).map_err(|error| error.to_string())
}

fn write(export: &Export, theme: &Theme) -> Result<Vec<u8>, XlsxError> {
    let words = ChartText::of(export);
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
    let grid = grid(export);
    rows(export, &grid, book.add_worksheet().set_name(&data)?)?;
    let chart = NativeChart::of(export);
    if let Ok(chart) = &chart {
        let name = text(m!(ExportSheetChart));
        let source = xlsx_chart::RowsSheet {
            name: &data,
            grid: &grid,
        };
        let sheet = book.add_worksheet().set_name(name)?;
        xlsx_chart::write(export, &words, (chart, theme), &source, sheet)?;
    }
    let about = book.add_worksheet().set_name(text(m!(ExportSheetAbout)))?;
    self::about(export, &words, chart.err().map(text), about)?;
    book.save_to_buffer()
}

/// The format of a column of numbers; `None` where it has texts or counts of records.
fn format_of(export: &Export, field: &ExportColumn) -> Option<Format> {
    let (measure, name): (&MeasureWords, &str) = match field.name.strip_prefix("across_") {
        Some(name) => (export.frame.across.as_deref()?, name),
        None => (&export.frame.measure, &field.name),
    };
    let is_of_measure = ["value", "low", "high"].contains(&name) || name.starts_with("percentile_");
    let numbers = field.cells.iter().filter_map(|cell| match cell {
        Value::Number(number) => Some(*number),
        _ => None,
    });
    is_of_measure.then(|| Format::new().set_num_format(number_format(measure, numbers)))
}

fn rows(export: &Export, grid: &ExportTable, sheet: &mut Worksheet) -> Result<(), XlsxError> {
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
        let format = format_of(export, field).unwrap_or_default();
        for (row, cell) in field.cells.iter().enumerate() {
            let row = row as u32 + 1;
            match cell {
                Value::Empty => {}
                Value::Number(number) => {
                    sheet.write_number_with_format(row, column, *number, &format)?;
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

/// The last sheet: title, source, definitions, citations, and the meaning of words on the first.
/// `no_chart` is the reason why there is no chart.
fn about(
    export: &Export,
    words: &ChartText,
    no_chart: Option<String>,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
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
    line(text(m!(ExportChartAbsent)), &no_chart.unwrap_or_default());
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
        sheet.set_row_height(row, height_of(value))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, text(m!(ExportStatusCodes)), &strong)?;
    row += 1;
    for status in Status::ALL {
        let meaning = format!("{}. {}", text(status.label()), text(status.explanation()));
        sheet.write_string(row, 0, super::grid::code(status))?;
        sheet.set_row_height(row, height_of(&meaning))?;
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
