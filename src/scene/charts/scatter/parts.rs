//! Divides a plot with very many dots into a few parts for keyboard and screen reader navigation.

use super::{MARGIN, Plot};
use crate::frame::{Frame, MeasureWords};
use crate::locale::Message;
use crate::m;
use crate::scene::dense::shared_out;
use crate::scene::words::amount;
use crate::scene::{Look, Mark, Rect, Scene};

/// Number of parts horizontally and vertically.
const ALONG: usize = 4;
const UP: usize = 3;

/// Assigns the marks of a scene to parts: from the lower left, first rightward and then upward,
/// each described by its number of dots and its bounds; then the margins with their content, and
/// what is listed under the plot from `foot` downward.
pub fn set(
    scene: &mut Scene,
    frame: &Frame,
    across: &MeasureWords,
    look: &Look,
    plot: &Plot,
    (notes, foot): (Vec<Message>, f64),
) {
    let end = |low: f64, high: f64, at: usize, parts: usize| {
        low + (high - low) * at as f64 / parts as f64
    };
    let up = |at| end(plot.up.low, plot.up.high, at, UP);
    let along = |at| end(plot.along.low, plot.along.high, at, ALONG);
    let mut areas = Vec::new();
    for at in 0..ALONG * UP {
        let (row, column) = (at / ALONG, at % ALONG);
        let (left, right) = (
            plot.along.at(along(column)),
            plot.along.at(along(column + 1)),
        );
        let (top, bottom) = (plot.up.at(up(row + 1)), plot.up.at(up(row)));
        areas.push(Rect::new(left, top, right - left, bottom - top));
    }
    let Rect {
        x,
        y,
        width,
        height,
    } = plot.area;
    areas.push(Rect::new(x, y + height + 6.0, width, MARGIN));
    areas.push(Rect::new(x + width + 6.0, y, MARGIN, height));
    areas.push(Rect::new(0.0, foot, f64::from(look.width), 22.0));
    let members = shared_out(&scene.marks, &areas);

    let (_, fine_up) = plot.up.ticks(24.0, false);
    let (_, fine_along) = plot.along.ticks(24.0, false);
    let words = |measure, value, decimals| amount(measure, value, decimals, look.locale);
    let mut notes = notes.into_iter();
    for (at, (area, members)) in areas.into_iter().zip(members).enumerate() {
        let (row, column) = (at / ALONG, at % ALONG);
        let message = match at < ALONG * UP {
            _ if members.is_empty() => continue,
            true => m!(
                ScatterPart,
                count = members.len(),
                of = scene.marks.len(),
                up = &frame.measure.title,
                up_low = words(&frame.measure, up(row), fine_up),
                up_high = words(&frame.measure, up(row + 1), fine_up),
                along = &across.title,
                along_low = words(across, along(column), fine_along),
                along_high = words(across, along(column + 1), fine_along)
            ),
            false => match notes.next() {
                Some(note) => note,
                None => m!(StripWithout, count = members.len()),
            },
        };
        scene.parts.push(Mark {
            row: None,
            name: look.locale.text(message),
            area,
            pieces: Vec::new(),
        });
        scene.members.push(members);
    }
}
