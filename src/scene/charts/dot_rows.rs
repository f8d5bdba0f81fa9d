//! Rows of dots on one scale, shared by the dot plot and the dumbbell chart.
//!
//! The scale need not begin at zero, because positions are compared, not lengths; where it does
//! not, a note says so. A number is written next to its dot, with the numbers of the outermost dots
//! on the outside; the word for a missing number takes the first free space in its row, or a line
//! of its own.

use super::dot_mark::{self, GrowthDirection, TAIL};
use super::names::{self, GUTTER, LINE, NamedRows};
use super::scale::{Scale, upright};
use super::{Extent, extent_of, hit, role};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::measure::{Weight, cap_height, shorten, width, wrap};
use crate::scene::words::amount;
use crate::scene::{
    LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, RowWords, SMALLEST,
};
use crate::scene::{Scene, Text, legend};

const RADIUS: f64 = 6.0;
/// Height of a line of dots, in px.
const LANE: f64 = 20.0;
/// Space between a dot and its number, in px.
const GAP: f64 = 6.0;

/// What is drawn between the dots of a row, beneath them, and the sentence that it changes.
#[derive(Default)]
pub struct Between {
    pub pieces: Vec<Primitive>,
    /// The index of a row of the frame, and the sentence for screen readers that replaces its own.
    pub spoken: Option<(usize, String)>,
}

/// Draws what is between the dots of a row, given the dots, the height of the row and the texts of
/// all rows.
type DotConnector<'a> = dyn Fn(&[PlacedDot], f64, &[RowWords]) -> Between + 'a;

/// A dot with its position.
pub struct PlacedDot<'a> {
    pub index: usize,
    pub row: &'a Row,
    pub place: Extent,
    pub x: f64,
    /// Start of a range, in px.
    pub from: Option<f64>,
    /// Vertical offset from the line, where the dot would cover another.
    aside: f64,
}

impl PlacedDot<'_> {
    /// The horizontal extent of the dot with its range and open ends.
    fn span(&self) -> (f64, f64) {
        let from = self.from.unwrap_or(self.x);
        let tail = |open: bool| if open { TAIL } else { 0.0 };
        (
            self.x.min(from) - RADIUS - tail(self.place.less),
            self.x.max(from) + RADIUS + tail(self.place.more),
        )
    }

    pub fn radius(&self) -> f64 {
        RADIUS
    }
}

/// Lays the rows out; `between` draws what is between the dots of one row.
pub fn lay_out(frame: &Frame, look: &RenderOptions, between: &DotConnector) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let mut groups = names::group(frame, look);
    let column = names::set(&mut groups, wide, 0.36);
    let left = column.map_or(0.0, |room| room + GUTTER);
    let words: Vec<RowWords> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let several = groups.iter().any(|group| group.rows.len() > 1);

    let texts: Vec<String> = {
        let most = (wide - left) * if several { 0.28 } else { 0.4 };
        let short = |words: &RowWords| shorten(&words.short, LABEL, Weight::Regular, most);
        words.iter().map(short).collect()
    };
    let scale = scale(frame, &texts, several, (left, wide));

    // Names of series are written over the first dots rather than in a legend, where they fit.
    let heads = column.and_then(|_| heads(frame, groups.first()?, &scale, wide));
    let keys = dot_mark::keys(frame, look, heads.is_none());
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 8.0 } else { 2.0 };
    y += note(frame, look, &scale, y, &mut scene.below);
    let with_axis = column.is_some() && wide >= 480.0;
    let baseline = y + 13.0;
    if with_axis {
        y += 26.0;
    }
    let first = y;
    for head in heads.into_iter().flatten() {
        let text = Text::new(head.text, head.left, first + 8.0, SMALLEST).strong();
        let area = text.area();
        let (x, high) = (area.x - 3.0, area.height - 1.0);
        scene.above.push(Primitive::rect(
            Role::Ground,
            MarkStyle::Solid,
            x,
            area.y,
            area.width + 6.0,
            high,
        ));
        scene.above.push(text.piece(head.role));
        y = first + 16.0;
    }
    for group in &groups {
        let start = y;
        let mut laid = DotLayout::of(group, &scale);
        let mut pieces = laid.labels(&texts, (left, wide));
        pieces.extend(laid.absent(frame, look, &texts, (left, wide)));
        let block = laid.lanes.len() as f64 * LANE;
        let named = group.lines.len() as f64 * LINE;
        let (name_top, lane_top, height) = match column {
            Some(_) => {
                let height = block.max(named);
                let name_top = start + (height - named) / 2.0;
                (name_top, start + (height - block) / 2.0, height)
            }
            None => (start, start + named + 2.0, named + 2.0 + block),
        };
        let spacing = if column.is_some() { 8.0 } else { 12.0 };
        let middle = lane_top + LANE / 2.0;
        let guide = (scale.from, middle);
        scene
            .below
            .push(Primitive::line(Role::Grid, 10, guide, (scale.to, middle)));
        let Between {
            pieces: way,
            spoken,
        } = between(&laid.spots, middle, &words);

        let mut name = Vec::new();
        names::write(group, column, name_top, &mut name);
        let mut way = Some(way);
        for (index, row) in &group.rows {
            let area = match group.rows.len() {
                1 => Rect::new(0.0, start - spacing / 2.0, wide, height + spacing),
                _ => laid.area(*index, lane_top),
            };
            let mut own = vec![hit(area)];
            own.append(&mut name);
            own.extend(way.take().into_iter().flatten());
            if let Some(spot) = laid.spots.iter().find(|spot| spot.index == *index) {
                let at = Point::new(spot.x, middle + spot.aside);
                let role = role(frame, row);
                own.extend(dot_mark::along(
                    row,
                    &spot.place,
                    role,
                    at,
                    spot.from,
                    (RADIUS, GrowthDirection::Right),
                ));
            }
            for (of, piece) in &pieces {
                if of == index {
                    own.push(Primitive {
                        shape: piece.shape.placed(1.0, Point::new(0.0, lane_top)),
                        ..piece.clone()
                    });
                }
            }
            let mut name = words[*index].spoken.clone();
            if let Some((_, text)) = spoken.as_ref().filter(|(of, _)| of == index) {
                name.clone_from(text);
            }
            scene.marks.push(Mark {
                row: Some(*index),
                name,
                area,
                pieces: own,
            });
        }
        y = start + height + spacing;
    }
    let bottom = y - 2.0;
    if with_axis {
        let measure = &frame.measure;
        let heights = (baseline, first - 6.0, bottom);
        let ends = (left - GUTTER / 2.0, wide);
        // Beneath the guide lines, which were added before.
        let mut axis = Vec::new();
        upright(&scale, measure, look.locale, heights, ends, &mut axis);
        scene.below.splice(0..0, axis);
    }
    scene.height = bottom + 2.0;
    scene
}

/// The scale of all dots, with room for the numbers next to the outermost dots.
fn scale(frame: &Frame, texts: &[String], several: bool, (left, wide): (f64, f64)) -> Scale {
    let places: Vec<Extent> = frame
        .rows
        .iter()
        .filter_map(|row| extent_of(&row.cell))
        .collect();
    let longest = frame
        .rows
        .iter()
        .zip(texts)
        .filter(|(row, _)| extent_of(&row.cell).is_some())
        .map(|(_, text)| width(text, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    let tail = |open: bool| if open { TAIL } else { 0.0 };
    let before = RADIUS
        + tail(places.iter().any(|place| place.less))
        + if several { longest + GAP } else { 2.0 };
    let after = RADIUS + tail(places.iter().any(|place| place.more)) + longest + GAP;
    let from = left + before;
    Scale::of(&places, from, (wide - after).max(from + 8.0))
}

/// The name of a series over its first dot.
struct SeriesHeading {
    text: String,
    left: f64,
    role: Role,
}

/// The names of all series over the dots of the first row; `None` where a series has no dot there,
/// or where the names do not fit next to one another.
fn heads(frame: &Frame, group: &NamedRows, scale: &Scale, wide: f64) -> Option<Vec<SeriesHeading>> {
    let series = frame.series.as_ref().filter(|axis| axis.values.len() > 1)?;
    let occurs = |at: &usize| frame.rows.iter().any(|row| row.series == Some(*at));
    let used = (0..series.values.len()).filter(occurs).count();
    if group.rows.len() != used {
        return None;
    }
    let mut dots = Vec::new();
    for (_, row) in &group.rows {
        let (_, name) = series.values.get(row.series?)?;
        let long = width(name, SMALLEST, Weight::Strong);
        dots.push((
            scale.at(extent_of(&row.cell)?.at),
            long,
            name,
            role(frame, row),
        ));
    }
    dots.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lefts: Vec<f64> = dots
        .iter()
        .map(|(x, long, ..)| (x - long / 2.0).min(wide - long).max(0.0))
        .collect();
    let apart = |lefts: &[f64]| {
        let ends = lefts.iter().zip(&dots).map(|(left, dot)| left + dot.1);
        ends.zip(&lefts[1..]).all(|(end, next)| end + 10.0 <= *next)
    };
    if let ([first, second], false) = (dots.as_slice(), apart(&lefts)) {
        // One name on each side of the midpoint between the two dots.
        let middle = (first.0 + second.0) / 2.0;
        lefts = vec![middle - 6.0 - first.1, middle + 6.0];
    }
    let within = lefts
        .iter()
        .zip(&dots)
        .all(|(left, dot)| *left >= 0.0 && left + dot.1 <= wide);
    (within && apart(&lefts)).then(|| {
        let head = |(left, (_, _, name, role)): (f64, (f64, f64, &String, Role))| SeriesHeading {
            text: name.clone(),
            left,
            role,
        };
        lefts.into_iter().zip(dots).map(head).collect()
    })
}

/// Notes where the scale begins, if it does not begin at zero. Returns the height used.
fn note(
    frame: &Frame,
    look: &RenderOptions,
    scale: &Scale,
    top: f64,
    out: &mut Vec<Primitive>,
) -> f64 {
    if !scale.is_cut() {
        return 0.0;
    }
    let (_, decimals) = scale.ticks(64.0, frame.measure.unit.is_count());
    let end = |value: f64| amount(&frame.measure, value, decimals, look.locale);
    let text = look.locale.text(m!(
        ChartScaleCut,
        low = end(scale.low),
        high = end(scale.high)
    ));
    let lines = wrap(&text, SMALLEST, Weight::Regular, f64::from(look.width), 3);
    for (at, line) in lines.iter().enumerate() {
        let text = Text::new(line, 0.0, top + 12.0 + at as f64 * 16.0, SMALLEST);
        out.push(text.piece(Role::InkSoft));
    }
    lines.len() as f64 * 16.0 + 6.0
}

/// The dots of a row, and the intervals in use on each of its lines.
struct DotLayout<'a> {
    spots: Vec<PlacedDot<'a>>,
    lacking: Vec<(usize, &'a Row)>,
    lanes: Vec<Vec<(f64, f64)>>,
    /// Touch areas of the symbols and words for missing numbers, by row index.
    stands: Vec<(usize, Rect)>,
}

impl<'a> DotLayout<'a> {
    fn of(group: &NamedRows<'a>, scale: &Scale) -> Self {
        let mut spots: Vec<PlacedDot<'a>> = Vec::new();
        let mut lacking = Vec::new();
        for (index, row) in &group.rows {
            let Some(place) = extent_of(&row.cell) else {
                lacking.push((*index, *row));
                continue;
            };
            let x = scale.at(place.at);
            let near = spots
                .iter()
                .filter(|spot| (spot.x - x).abs() < RADIUS)
                .count();
            let aside = match near {
                0 => 0.0,
                odd if odd % 2 == 1 => 5.0,
                _ => -5.0,
            };
            spots.push(PlacedDot {
                index: *index,
                row,
                x,
                from: place.from.map(|from| scale.at(from)),
                place,
                aside,
            });
        }
        let lanes = vec![spots.iter().map(PlacedDot::span).collect()];
        Self {
            spots,
            lacking,
            lanes,
            stands: Vec::new(),
        }
    }

    /// The numbers next to the dots, as shapes relative to the top of the first line.
    fn labels(&mut self, texts: &[String], (left, wide): (f64, f64)) -> Vec<(usize, Primitive)> {
        let baseline = (LANE + cap_height(LABEL)) / 2.0;
        let first = self.spots.iter().map(|spot| spot.span().0);
        let first = first.fold(f64::INFINITY, f64::min);
        let last = self.spots.iter().map(|spot| spot.span().1);
        let last = last.fold(f64::NEG_INFINITY, f64::max);
        // Outermost first: space is reserved for them.
        let mut order: Vec<usize> = (0..self.spots.len()).collect();
        let outer = |at: &usize| {
            let (from, to) = self.spots[*at].span();
            !(from <= first || to >= last)
        };
        order.sort_by_key(outer);
        let mut out = Vec::new();
        for at in order {
            let spot = &self.spots[at];
            let text = &texts[spot.index];
            let long = width(text, LABEL, Weight::Regular);
            let (from, to) = spot.span();
            let right = to + GAP;
            let before = from - GAP - long;
            let alone = self.spots.len() == 1;
            let sides = match from <= first && !alone {
                true => [before, right],
                false => [right, before],
            };
            let free = |x: &f64| {
                let own = (*x - 3.0, *x + long + 3.0);
                *x >= left - 0.5
                    && *x + long <= wide + 0.5
                    && self.lanes[0]
                        .iter()
                        .all(|(from, to)| own.1 <= *from || own.0 >= *to)
            };
            if let Some(x) = sides.into_iter().find(free) {
                let index = spot.index;
                self.lanes[0].push((x, x + long));
                let text = Text::new(text, x, baseline, LABEL);
                let area = text.area();
                // The guide line does not run through the number.
                out.push((
                    index,
                    Primitive::rect(
                        Role::Ground,
                        MarkStyle::Solid,
                        x - 2.0,
                        area.y + 1.0,
                        area.width + 4.0,
                        area.height - 2.0,
                    ),
                ));
                out.push((index, text.piece(Role::Ink)));
            }
        }
        out
    }

    /// The words for missing numbers.
    fn absent(
        &mut self,
        frame: &Frame,
        look: &RenderOptions,
        texts: &[String],
        (left, wide): (f64, f64),
    ) -> Vec<(usize, Primitive)> {
        let mut out = Vec::new();
        for (index, row) in std::mem::take(&mut self.lacking) {
            let series = frame.series.as_ref().zip(row.series);
            let name = series.and_then(|(axis, at)| axis.values.get(at));
            let text = match name.filter(|_| self.spots.len() + self.stands.len() > 0) {
                Some((_, name)) => {
                    look.locale
                        .text(m!(ChartSeriesValue, series = name, value = &texts[index]))
                }
                None => texts[index].clone(),
            };
            let sample = dot_mark::absent_width(&row.cell) + GAP;
            let room = (wide - left - sample).max(30.0);
            let text = shorten(&text, LABEL, Weight::Regular, room);
            let long = sample + width(&text, LABEL, Weight::Regular);
            let (lane, x) = self.find(long, (left, wide));
            let middle = lane as f64 * LANE + LANE / 2.0;
            let mut pieces = vec![Primitive::rect(
                Role::Ground,
                MarkStyle::Solid,
                x - 2.0,
                middle - 9.0,
                long + 4.0,
                18.0,
            )];
            dot_mark::absent(&row.cell, role(frame, row), x, middle, &mut pieces);
            let baseline = middle + cap_height(LABEL) / 2.0;
            pieces.push(Text::new(text, x + sample, baseline, LABEL).piece(Role::InkSoft));
            out.extend(pieces.into_iter().map(|piece| (index, piece)));
            self.stands
                .push((index, Rect::new(x, middle - LANE / 2.0, long, LANE)));
        }
        out
    }

    /// The first line that has a free interval of this length, and where the interval starts.
    fn find(&mut self, long: f64, (left, wide): (f64, f64)) -> (usize, f64) {
        for (lane, taken) in self.lanes.iter_mut().enumerate() {
            let mut x = left;
            taken.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (from, to) in taken.iter() {
                if x + long + 10.0 <= *from {
                    break;
                }
                x = x.max(*to + 12.0);
            }
            if x + long <= wide || taken.is_empty() {
                taken.push((x, x + long));
                return (lane, x);
            }
        }
        self.lanes.push(vec![(left, left + long)]);
        (self.lanes.len() - 1, left)
    }

    /// The touch area of the mark of a row.
    fn area(&self, index: usize, lane_top: f64) -> Rect {
        if let Some((_, rect)) = self.stands.iter().find(|(of, _)| *of == index) {
            return Rect::new(rect.x, rect.y + lane_top, rect.width, rect.height);
        }
        let spot = self.spots.iter().find(|spot| spot.index == index);
        let (from, to) = spot.map_or((0.0, 0.0), PlacedDot::span);
        // Large enough for a finger, but not overlapping the next row.
        Rect::new(from - 6.0, lane_top - 2.0, to - from + 12.0, LANE + 4.0)
    }
}
