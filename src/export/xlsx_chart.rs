//! The sheet of a workbook with a chart that Excel and LibreOffice draw and edit.
//!
//! The series refer to cells: to the columns of the rows, or, where one name has several numbers, to a
//! small table below the chart.

use super::cell_text::{TEXT, cut, height_of};
use super::native_chart::{ChartSlot, NativeChart, NativeSeries};
use super::number_format::number_format;

use super::{ChartText, Export, ExportTable};
use crate::frame::MeasureWords;
use crate::locale::unit_long;
use crate::m;
use crate::paint::Theme;
use crate::prose;
use crate::query::View;
use crate::scene::Role;
use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartAxisLabelPosition, ChartEmptyCells, ChartFont,
    ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType,
    ChartRange, ChartSeries, ChartSolidFill, ChartType, Color, Format, FormatAlign, ObjectMovement,
    Worksheet, XlsxError,
};

/// Width of the chart in px: that of the column of sentences.
const WIDTH: u32 = 705;
/// Height of a chart whose names are along its foot, in px.
const HEIGHT: u32 = 420;
/// Height of a horizontal bar with its gap, and of everything around all bars, in px.
const BAR: u32 = 22;
const AROUND: u32 = 150;
/// The maximum length of an alternative text, in characters; Excel rejects more.
const ALT: usize = 255;
/// Height of a row of cells, in px.
const ROW: u32 = 20;

/// The sheet with the rows.
pub(super) struct RowsSheet<'a> {
    pub name: &'a str,
    pub grid: &'a ExportTable,
}

impl RowsSheet<'_> {
    /// The cells of a column, without its header.
    fn column(&self, name: &str) -> Option<ChartRange> {
        let column = self
            .grid
            .fields
            .iter()
            .position(|field| field.name == name)?;
        Some(cells(self.name, (1, self.grid.rows), column))
    }
}

/// `count` cells of a column, from the row `first` downward.
fn cells(sheet: &str, (first, count): (u32, usize), column: usize) -> ChartRange {
    let last = first + (count as u32).saturating_sub(1);
    ChartRange::new_from_range(sheet, first, column as u16, last, column as u16)
}

/// Writes the sheet: what must be said, the chart, its notes, and its numbers where the rows do not
/// have them in columns.
pub(super) fn write(
    export: &Export,
    words: &ChartText,
    (native, theme): (&NativeChart, &Theme),
    rows: &RowsSheet,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let Export { frame, locale, .. } = *export;
    let strong = Format::new().set_bold().set_text_wrap();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut row = 0;
    let say = |sheet: &mut Worksheet, row: &mut u32, text: &str, format: &Format| {
        sheet.write_string_with_format(*row, 0, cut(text), format)?;
        sheet.set_row_height(*row, height_of(text))?;
        *row += 1;
        Ok::<(), XlsxError>(())
    };
    for banner in &words.banners {
        say(sheet, &mut row, banner, &strong)?;
    }
    say(sheet, &mut row, &words.heading, &strong)?;
    say(sheet, &mut row, &words.subtitle, &plain)?;
    let at = row + 1;
    let height = height(native);
    row = at + height.div_ceil(ROW) + 1;
    let notes = native.notes.iter().map(|note| locale.text(note));
    let notes = notes.chain(words.notes.iter().cloned());
    for text in notes.chain([words.source.clone(), words.citation.clone()]) {
        say(sheet, &mut row, &text, &plain)?;
    }
    let is_of_rows = native.is_of_rows(frame);
    let sources = match is_of_rows.then(|| of_rows(native, rows)).flatten() {
        Some(sources) => sources,
        None => {
            row += 1;
            let title = locale.text(m!(ExportChartNumbers));
            say(sheet, &mut row, &title, &strong)?;
            table(export, native, row, sheet)?
        }
    };
    let mut chart = chart(export, words, (native, theme), &sources);
    chart.set_width(WIDTH).set_height(height);
    sheet.insert_chart(at, 0, &chart)?;
    sheet.set_column_width(0, TEXT)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

fn height(native: &NativeChart) -> u32 {
    let bars = match native.view {
        View::Bar if !native.has_single_bars() => native.series.len(),
        View::Bar | View::Stacked => 1,
        _ => return HEIGHT,
    };
    // A quarter of a bar separates a group from the next.
    let bars = native.slots.len() as u32 * (bars as u32 * BAR * 3 / 4 + BAR / 4);
    (bars + AROUND).max(HEIGHT / 2)
}

/// The cells that a chart refers to: of the names or horizontal positions, and of each series.
struct Cells {
    names: ChartRange,
    values: Vec<ChartRange>,
}

fn of_rows(native: &NativeChart, rows: &RowsSheet) -> Option<Cells> {
    let names = match native.view {
        View::Scatter => "across_value",
        _ => "label",
    };
    let values = native
        .series
        .iter()
        .map(|series| rows.column(&series.column));
    Some(Cells {
        names: rows.column(names)?,
        values: values.collect::<Option<_>>()?,
    })
}

/// Writes the numbers as a table with a column for each series, from `top` downward.
fn table(
    export: &Export,
    native: &NativeChart,
    top: u32,
    sheet: &mut Worksheet,
) -> Result<Cells, XlsxError> {
    let frame = export.frame;
    let head = Format::new().set_bold().set_text_wrap();
    sheet.write_string_with_format(top, 0, &frame.by.title, &head)?;
    let name = sheet.name();
    for (at, ChartSlot { label, day, .. }) in native.slots.iter().enumerate() {
        let row = top + 1 + at as u32;
        match day {
            Some((day, format)) => {
                let format = Format::new()
                    .set_num_format(*format)
                    .set_align(FormatAlign::Left);
                sheet.write_number_with_format(row, 0, *day, &format)?;
            }
            None => {
                sheet.write_string(row, 0, cut(label))?;
            }
        }
    }
    let range = |column: usize| cells(&name, (top + 1, native.slots.len()), column);
    let mut names = range(0);
    let mut column = 1;
    if let Some(across) = frame
        .across
        .as_deref()
        .filter(|_| native.view == View::Scatter)
    {
        let along: Vec<_> = native.slots.iter().map(|slot| slot.along).collect();
        write_numbers(sheet, (top, column), (&across.title, across), &along)?;
        names = range(column);
        column += 1;
    }
    let mut values = Vec::with_capacity(native.series.len());
    for series in &native.series {
        let numbers: Vec<_> = series.numbers().collect();
        write_numbers(
            sheet,
            (top, column),
            (&series.name, &frame.measure),
            &numbers,
        )?;
        values.push(range(column));
        column += 1;
    }
    Ok(Cells { names, values })
}

/// Writes a column of numbers below its title; a cell without a number stays empty.
fn write_numbers(
    sheet: &mut Worksheet,
    (top, column): (u32, usize),
    (title, measure): (&str, &MeasureWords),
    numbers: &[Option<f64>],
) -> Result<(), XlsxError> {
    let column = column as u16;
    let head = Format::new().set_bold().set_text_wrap();
    sheet.write_string_with_format(top, column, cut(title), &head)?;
    let format = number_format(measure, numbers.iter().flatten().copied());
    let format = Format::new().set_num_format(format);
    for (at, number) in numbers.iter().enumerate() {
        if let Some(number) = number {
            sheet.write_number_with_format(top + 1 + at as u32, column, *number, &format)?;
        }
    }
    sheet.set_column_width(column, 16.0)?;
    Ok(())
}

/// A name that is not read as a reference to cells, whatever it says.
fn literal(name: &str) -> String {
    match name.starts_with('=') || name.contains('!') {
        true => format!(" {name} "),
        false => name.to_owned(),
    }
}

fn color(theme: &Theme, role: Role) -> Color {
    let (r, g, b) = theme.of(role);
    Color::RGB(u32::from_be_bytes([0, r, g, b]))
}

fn chart(
    export: &Export,
    words: &ChartText,
    (native, theme): (&NativeChart, &Theme),
    sources: &Cells,
) -> Chart {
    let Export { frame, locale, .. } = *export;
    let mut chart = Chart::new(match native.view {
        View::Column => ChartType::Column,
        View::Stacked => ChartType::BarStacked,
        View::Line | View::Range => ChartType::Line,
        View::Scatter => ChartType::Scatter,
        _ => ChartType::Bar,
    });
    let is_across = matches!(native.view, View::Bar | View::Stacked);
    let mut font = ChartFont::new();
    font.set_color(color(theme, Role::Ink)).unset_bold();
    let title = match frame.package.illustrative {
        true => locale.text(m!(IllustrativePrefix, text = &words.heading)),
        false => words.heading.clone(),
    };
    chart
        .title()
        .set_name(&literal(&title))
        .set_font(font.clone().set_size(13).set_bold());
    for (series, values) in native.series.iter().zip(&sources.values) {
        let added = chart.add_series();
        added.set_name(&literal(&series.name));
        added.set_categories(&sources.names).set_values(values);
        dress(added, native, series, theme);
    }
    let unit = |measure: &MeasureWords| match unit_long(&measure.unit) {
        Some(unit) => locale.text(m!(TableValueUnit, measure = &measure.title, unit = unit)),
        None => measure.title.clone(),
    };
    let format = |measure: &MeasureWords, numbers: Vec<Option<f64>>| {
        number_format(measure, numbers.into_iter().flatten())
    };
    let mut grid = ChartLine::new();
    grid.set_color(color(theme, Role::Grid));
    let draw = |axis: &mut ChartAxis, name: &str| {
        let mut line = ChartLine::new();
        line.set_color(color(theme, Role::Axis));
        axis.set_name(&literal(name))
            .set_name_font(&font)
            .set_font(&font);
        axis.set_format(ChartFormat::new().set_line(&line));
    };
    let values = if is_across {
        chart.x_axis()
    } else {
        chart.y_axis()
    };
    draw(values, &unit(&frame.measure));
    let all = native.series.iter().flat_map(NativeSeries::numbers);
    values.set_num_format(format(&frame.measure, all.collect()));
    values
        .set_major_gridlines(true)
        .set_major_gridlines_line(&grid);
    // Lengths and slopes are read from zero; dots by their position.
    let is_from_zero = !matches!(native.view, View::Scatter | View::Range);
    if is_from_zero && !native.has_negative() {
        values.set_min(0);
    }
    let names = if is_across {
        chart.y_axis()
    } else {
        chart.x_axis()
    };
    names.set_label_position(ChartAxisLabelPosition::Low);
    match frame
        .across
        .as_deref()
        .filter(|_| native.view == View::Scatter)
    {
        Some(across) => {
            draw(names, &unit(across));
            let along = native.slots.iter().map(|slot| slot.along).collect();
            names.set_num_format(format(across, along));
            names
                .set_major_gridlines(true)
                .set_major_gridlines_line(&grid);
        }
        None => draw(names, &frame.by.title),
    }
    if is_across {
        // The first row is at the top, and the numbers of the axis stay at the foot.
        names.set_reverse().set_crossing(ChartAxisCrossing::Max);
        names.set_label_interval(1);
    }
    if native.slots.iter().any(|slot| slot.day.is_some()) {
        names.set_date_axis(true).set_num_format("mmm yyyy");
    }
    if native.series.len() > 1 {
        chart
            .legend()
            .set_position(ChartLegendPosition::Top)
            .set_font(&font);
    } else {
        chart.legend().set_hidden();
    }
    if native.view == View::Range {
        let mut line = ChartLine::new();
        line.set_color(color(theme, Role::InkSoft));
        chart.set_high_low_lines(true);
        chart.set_high_low_lines_format(ChartFormat::new().set_line(&line));
    }
    let mut ground = ChartFormat::new();
    ground.set_solid_fill(ChartSolidFill::new().set_color(color(theme, Role::Ground)));
    chart.chart_area().set_format(ground.set_no_border());
    chart
        .show_empty_cells_as(ChartEmptyCells::Gaps)
        .set_name(locale.text(m!(ExportSheetChart)))
        .set_alt_text(fitting(&locale.text(prose::alt(frame, native.view))))
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    chart
}

/// Gives a series its look: goals are hollow bars, dashed lines or diamonds.
fn dress(added: &mut ChartSeries, native: &NativeChart, series: &NativeSeries, theme: &Theme) {
    let (own, ground) = (color(theme, series.role), color(theme, Role::Ground));
    let mut line = ChartLine::new();
    line.set_color(own).set_width(2);
    let mut fill = ChartFormat::new();
    let inside = if series.is_goal { ground } else { own };
    fill.set_solid_fill(ChartSolidFill::new().set_color(inside));
    if matches!(native.view, View::Bar | View::Column | View::Stacked) {
        added.set_format(fill.set_border(&line)).set_gap(40);
        if native.view != View::Stacked {
            added.set_overlap(if native.has_single_bars() { 100 } else { 0 });
        }
        return;
    }
    // A number between two gaps has no line, so each number has a dot. Goals have another shape, because
    // LibreOffice does not draw the edge of a hollow dot.
    let (shape, size) = match series.is_goal {
        true => (ChartMarkerType::Diamond, 8),
        false => (ChartMarkerType::Circle, 6),
    };
    let mut marker = ChartMarker::new();
    marker.set_type(shape).set_size(size);
    fill.set_solid_fill(ChartSolidFill::new().set_color(own));
    marker.set_format(fill.set_line(&line));
    added.set_marker(&marker);
    if series.is_goal {
        line.set_dash_type(ChartLineDashType::Dash);
    }
    line.set_hidden(native.view != View::Line);
    added.set_format(ChartFormat::new().set_line(&line));
}

/// The sentences of an alternative text that fit in the field of a workbook.
fn fitting(alt: &str) -> String {
    if alt.chars().count() <= ALT {
        return alt.to_owned();
    }
    let cut: String = alt.chars().take(ALT).collect();
    match cut.rfind(". ") {
        Some(end) => cut[..=end].to_owned(),
        None => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_alternative_texts_end_with_a_sentence() {
        assert_eq!(fitting("Bar chart. Short."), "Bar chart. Short.");
        let long = format!("Bar chart. Title. {}.", "é".repeat(300));
        assert_eq!(fitting(&long), "Bar chart. Title.");
        assert_eq!(fitting(&"é".repeat(300)).chars().count(), ALT);
    }

    #[test]
    fn names_are_no_references() {
        assert_eq!(literal("Placement goal"), "Placement goal");
        assert_eq!(literal("=A1"), " =A1 ");
        assert_eq!(literal("Data!A1"), " Data!A1 ");
    }
}
