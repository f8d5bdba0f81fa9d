//! Range chart: from the lowest to the highest percentile of each row, with the middle half and the
//! value itself, and the published benchmark over all rows.
//!
//! The axis does not begin at zero: readers compare the position of a number among others, not the
//! length of a bar. A percentile that is known only as "at least" has an open end.

use super::scale::Scale;
use super::{bar, hit, swatch};
use crate::frame::{Benchmark, Frame, PercentileValue, Row};
use crate::m;
use crate::prose;
use crate::scene::legend::{self, LegendKey};
use crate::scene::measure::{Weight, cap_height, shorten, width, wrap};
use crate::scene::words::amount;
use crate::scene::{
    Anchor, LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, Scene, Text,
};
use crate::scene::{SMALLEST, Shape, ticks};

const LINE: f64 = 18.0;
const GUTTER: f64 = 12.0;
/// Space between the highest percentile and the number, in px.
const GAP: f64 = 8.0;
/// Length of an open end, in px.
const TAIL: f64 = 14.0;
const BAND: f64 = 18.0;
/// With at most this many rows, every percentile is written out.
const WRITTEN: usize = 3;
/// The benchmark has the color of a second series.
const BESIDE: Role = Role::Series(1);

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let column = column(frame, wide);
    let left = column.map_or(0.0, |room| room + GUTTER);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let longest = words
        .iter()
        .map(|words| width(&words.short, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    let right = (wide - longest.min(wide * 0.3) - GAP).max(left + 40.0);
    let scale = scale_of(frame, left, right);

    let used = legend::lay_out(&keys(frame, look), wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 8.0 } else { 2.0 };
    let label = frame.beside.as_deref().map(|beside| {
        let text = look.locale.text(prose::benchmark_label(beside));
        let lines = wrap(&text, LABEL, Weight::Strong, wide, 2);
        let top = y;
        y += lines.len() as f64 * LINE + 4.0;
        (beside, lines, top)
    });
    let axis = y + 13.0;
    let top = y + 20.0;
    y = top + 8.0;
    // The benchmark is drawn through all rows, but never through text: where names are above the
    // ranges, or percentiles under them, it is drawn row by row.
    let mut crossed = Vec::new();
    let written = frame.rows.len() <= WRITTEN;
    for (index, row) in frame.rows.iter().enumerate() {
        let room = column.unwrap_or(wide);
        let lines = wrap(&row.label, LABEL, Weight::Regular, room, 3);
        let high = lines.len() as f64 * LINE;
        let start = y;
        let (label_top, band_top, height) = match column {
            Some(_) => {
                let height = high.max(BAND);
                (
                    start + (height - high) / 2.0,
                    start + (height - BAND) / 2.0,
                    height,
                )
            }
            None => (start, start + high + 3.0, high + 3.0 + BAND),
        };
        let area = Rect::new(0.0, start - 4.0, wide, height + 8.0);
        let mut pieces = vec![hit(area)];
        for (at, line) in lines.iter().enumerate() {
            let baseline = label_top + at as f64 * LINE + 13.5;
            let text = match column {
                Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
                None => Text::new(line, 0.0, baseline, LABEL),
            };
            pieces.push(text.piece(Role::Ink));
        }
        let short = shorten(
            &words[index].short,
            LABEL,
            Weight::Regular,
            // Tolerance for rounding in sums of fractions.
            wide - right - GAP + 0.005,
        );
        draw(row, &scale, band_top, &mut pieces);
        if column.is_none() || written {
            let from = match (column, index) {
                (Some(_), 0) => top - 4.0,
                _ => band_top - 5.0,
            };
            crossed.push((from, band_top + BAND + 4.0));
        }
        let height = match written {
            true => height + write(frame, row, &scale, band_top + BAND, look, &mut pieces),
            false => height,
        };
        let role = match row.cell.has_number() {
            true => Role::Ink,
            false => Role::InkSoft,
        };
        let baseline = band_top + (BAND + cap_height(LABEL)) / 2.0;
        pieces.push(Text::new(short, right + GAP, baseline, LABEL).piece(role));
        scene.marks.push(Mark {
            row: Some(index),
            name: words[index].spoken.clone(),
            area,
            pieces,
        });
        y = start + height + if column.is_some() { 12.0 } else { 16.0 };
    }
    let bottom = y - 4.0;
    gridlines(frame, look, &scale, (axis, top, bottom), &mut scene.below);
    if let Some((beside, lines, label_top)) = label {
        if crossed.is_empty() {
            crossed.push((top - 4.0, bottom));
        }
        for span in crossed {
            stand(beside, &scale, span, &mut scene.below);
        }
        let middle = scale.at(beside.drawn.anchor());
        for (at, line) in lines.iter().enumerate() {
            let half = width(line, LABEL, Weight::Strong) / 2.0;
            let x = middle.clamp(half.min(wide / 2.0), (wide - half).max(wide / 2.0));
            let baseline = label_top + at as f64 * LINE + 13.5;
            let text = Text::new(line, x, baseline, LABEL)
                .strong()
                .anchored(Anchor::Middle);
            scene.above.push(text.piece(BESIDE));
        }
    }
    scene.height = bottom + 2.0;
    scene
}

/// Width of the column of names, in px; `None` where names are above the ranges.
fn column(frame: &Frame, wide: f64) -> Option<f64> {
    let longest = frame
        .rows
        .iter()
        .map(|row| width(&row.label, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    (wide >= 560.0).then(|| longest.min(wide * 0.34).ceil())
}

/// Legend keys for the parts of a range, named after the percentiles of the rows.
fn keys(frame: &Frame, look: &RenderOptions) -> Vec<LegendKey> {
    let Some(percentiles) = frame
        .rows
        .iter()
        .map(|row| &row.cell.percentiles)
        .find(|percentiles| percentiles.len() > 1)
    else {
        return Vec::new();
    };
    let span = |low: &PercentileValue, high: &PercentileValue| {
        look.locale
            .text(m!(RangeKeySpan, low = low.at, high = high.at))
    };
    let mut keys = Vec::new();
    if let [low, .., high] = percentiles.as_slice() {
        keys.push(swatch(span(low, high), Role::Mark, MarkStyle::Faint(30)));
    }
    if let [_, low, .., high, _] = percentiles.as_slice() {
        keys.push(swatch(span(low, high), Role::Mark, MarkStyle::Solid));
    }
    keys.push(LegendKey {
        sample: Box::new(|area| {
            vec![Primitive::rect(
                Role::Ink,
                MarkStyle::Solid,
                area.x + 1.0,
                area.y - 1.0,
                3.0,
                area.height + 2.0,
            )]
        }),
        wide: 5.0,
        label: frame.measure.title.clone(),
    });
    let is_open = |percentile: &PercentileValue| {
        percentile
            .quantity
            .is_some_and(|known| known.is_open_ended())
    };
    if frame
        .rows
        .iter()
        .flat_map(|row| &row.cell.percentiles)
        .any(is_open)
    {
        keys.push(LegendKey {
            sample: Box::new(|area| bar::open_end(Role::Mark, area.x, area.y, area.height, 4.0)),
            wide: 16.0,
            label: look.locale.text(m!(ChartKeyMore)),
        });
    }
    keys
}

/// From values to places between `left` and `right`.
fn scale_of(frame: &Frame, left: f64, right: f64) -> Scale {
    let percentiles = frame.rows.iter().flat_map(|row| &row.cell.percentiles);
    let mut ends: Vec<f64> = percentiles
        .filter_map(|known| Some(known.quantity?.anchor()))
        .collect();
    ends.extend(
        frame
            .rows
            .iter()
            .filter_map(|row| Some(row.cell.quantity?.anchor())),
    );
    if let Some(beside) = &frame.beside {
        ends.extend(
            [beside.drawn.low, beside.drawn.high]
                .iter()
                .flatten()
                .map(|end| end.at),
        );
    }
    ends.retain(|end| end.is_finite());
    let low = ends.iter().copied().fold(f64::INFINITY, f64::min);
    let high = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        return Scale {
            low: 0.0,
            high: 1.0,
            from: left,
            to: right,
        };
    }
    let room = ((high - low) * 0.06).max(high.abs() * 0.01).max(1e-9);
    Scale {
        // A measure that cannot be negative has no axis below zero.
        low: if low >= 0.0 {
            (low - room).max(0.0)
        } else {
            low - room
        },
        high: high + room,
        from: left,
        to: right - TAIL,
    }
}

fn draw(row: &Row, scale: &Scale, top: f64, out: &mut Vec<Primitive>) {
    let known: Vec<(f64, bool)> = row
        .cell
        .percentiles
        .iter()
        .filter_map(|percentile| percentile.quantity)
        .map(|quantity| (quantity.anchor(), quantity.is_open_ended()))
        .collect();
    let all = known.len() == row.cell.percentiles.len();
    if let [(low, _), .., (high, open)] = known.as_slice() {
        let (from, to) = (scale.at(*low), scale.at(*high));
        out.push(Primitive::rect(
            Role::Mark,
            MarkStyle::Faint(30),
            from,
            top + 3.0,
            (to - from).max(2.0),
            BAND - 6.0,
        ));
        if *open {
            out.extend(bar::open_end(Role::Mark, to, top + 3.0, BAND - 6.0, 0.0));
        }
    }
    // The middle half is drawn only where every percentile was released.
    if let ([_, (low, _), .., (high, open), _], true) = (known.as_slice(), all)
        && !*open
    {
        let (from, to) = (scale.at(*low), scale.at(*high));
        out.push(Primitive::rect(
            Role::Mark,
            MarkStyle::Solid,
            from,
            top,
            (to - from).max(2.0),
            BAND,
        ));
    }
    if let Some(quantity) = row.cell.quantity {
        let x = scale.at(quantity.anchor());
        // A background around the tick separates it from the band in every theme.
        out.push(Primitive::rect(
            Role::Ground,
            MarkStyle::Solid,
            x - 3.0,
            top - 2.0,
            6.0,
            BAND + 4.0,
        ));
        out.push(Primitive::rect(
            Role::Ink,
            MarkStyle::Solid,
            x - 1.5,
            top - 2.0,
            3.0,
            BAND + 4.0,
        ));
    }
}

/// Writes the percentiles under their positions, outermost first; one that would touch another is
/// left out, since the table has it. Returns the height used.
fn write(
    frame: &Frame,
    row: &Row,
    scale: &Scale,
    top: f64,
    look: &RenderOptions,
    out: &mut Vec<Primitive>,
) -> f64 {
    let known = &row.cell.percentiles;
    let middle = known.len() / 2;
    let mut order: Vec<usize> = (0..known.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(at.abs_diff(middle)));
    let mut taken: Vec<Rect> = Vec::new();
    for at in order {
        let percentile = &known[at];
        let Some(quantity) = percentile.quantity else {
            continue;
        };
        // The value itself is at the end of the row.
        if Some(percentile.at) == frame.measure.percentile {
            continue;
        }
        let cell = crate::frame::Cell {
            quantity: Some(quantity),
            ..Default::default()
        };
        let text = look.locale.text(prose::short_value(&cell, &frame.measure));
        let text = Text::new(text, scale.at(quantity.anchor()), top + 14.0, SMALLEST)
            .anchored(Anchor::Middle);
        let area = text.area();
        let room = Rect::new(area.x - 4.0, area.y, area.width + 8.0, area.height);
        let fits = area.x >= 0.0 && area.x + area.width <= f64::from(look.width);
        if fits && taken.iter().all(|other| !other.overlaps(&room)) {
            taken.push(area);
            out.push(text.piece(Role::InkSoft));
        }
    }
    18.0
}

fn gridlines(
    frame: &Frame,
    look: &RenderOptions,
    scale: &Scale,
    (axis, top, bottom): (f64, f64, f64),
    out: &mut Vec<Primitive>,
) {
    let count = ((scale.to - scale.from) / 64.0).max(2.0) as usize;
    let (found, step) = ticks::ticks(scale.low, scale.high, count, false);
    let mut free = f64::NEG_INFINITY;
    for at in found {
        let x = scale.at(at);
        let text = amount(
            &frame.measure,
            at,
            ticks::decimals(step).min(2),
            look.locale,
        );
        let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
        out.push(Primitive::line(Role::Grid, 10, (x, top - 4.0), (x, bottom)));
        if x - half >= free && x - half >= 0.0 && x + half <= f64::from(look.width) {
            let text = Text::new(text, x, axis, SMALLEST).anchored(Anchor::Middle);
            out.push(text.piece(Role::InkSoft));
            free = x + half + 8.0;
        }
    }
}

/// Draws the benchmark over all rows: a band from end to end, or a line where only one end is
/// known. One that is not a result is only an outline.
fn stand(beside: &Benchmark, scale: &Scale, (top, bottom): (f64, f64), out: &mut Vec<Primitive>) {
    let line = |x: f64| {
        let manner = match beside.is_result() {
            true => MarkStyle::Stroke(25),
            false => MarkStyle::Dashed(20),
        };
        let line = Shape::Line(vec![Point::new(x, top), Point::new(x, bottom)]);
        Primitive::new(BESIDE, manner, line)
    };
    let fill = |x: f64, wide: f64, strength: u8| {
        Primitive::rect(
            BESIDE,
            MarkStyle::Faint(strength),
            x,
            top,
            wide,
            bottom - top,
        )
    };
    let ends = (beside.drawn.low, beside.drawn.high);
    match ends {
        (Some(low), Some(high)) if low.at < high.at => {
            let (from, to) = (scale.at(low.at), scale.at(high.at));
            if beside.is_result() {
                out.push(fill(from, to - from, 20));
            }
            out.extend([line(from), line(to)]);
        }
        (Some(only), None) => {
            let x = scale.at(only.at);
            if beside.is_result() {
                out.extend([fill(x, 10.0, 25), fill(x + 10.0, 10.0, 12)]);
            }
            out.push(line(x));
        }
        (None, Some(only)) => {
            let x = scale.at(only.at);
            if beside.is_result() {
                out.extend([fill(x - 10.0, 10.0, 25), fill(x - 20.0, 10.0, 12)]);
            }
            out.push(line(x));
        }
        (Some(only), Some(_)) => out.push(line(scale.at(only.at))),
        (None, None) => {}
    }
}
