//! Scatter plot: one dot per row, its height from one measure and its horizontal position from
//! another.
//!
//! A row without one of the two values is in a margin next to the plot, level with the value that
//! it has, so that no row disappears without a trace; a row without either is listed under the
//! plot. The rows that the reader selected are named, otherwise the outermost; a name is placed
//! where it hides least, and is left out rather than overlapping another.

mod names;
mod parts;

use super::scale::{self, Scale};
use super::spot::{self, TAIL, Way};
use super::{Place, is_hollow, is_withheld, place, role, shape, without};
use crate::frame::{Frame, MeasureWords, Row};
use crate::locale::unit_short;
use crate::m;
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, DENSE, hatch, legend};
use crate::scene::{Look, Manner, Mark, Piece, Point, Rect, Role, SMALLEST, Scene, Shape, Text};
use names::Namer;
use std::collections::{HashMap, HashSet};

/// Space between the edge of the plot and the outermost dot, in px.
const INSET: f64 = 10.0;
/// Height or width of a margin, in px.
const MARGIN: f64 = 18.0;
const LINE: f64 = 16.0;

/// Where a row is drawn.
#[derive(Clone, Copy, Debug)]
enum Stand {
    Both(Place, Place),
    /// Only the horizontal value is known.
    Along(Place),
    /// Only the vertical value is known.
    Up(Place),
    Neither,
}

struct Plot {
    area: Rect,
    along: Scale,
    up: Scale,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let Some(across) = frame.across.as_deref() else {
        return super::sentence::lay_out(look, m!(ScatterOne));
    };
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let stands: Vec<Stand> = frame.rows.iter().map(stand).collect();
    let dense = stands.len() > DENSE;

    let mut y = legend::lay_out(&keys(frame, look, &stands), wide, 0.0, &mut scene.below);
    y += if y > 0.0 { 6.0 } else { 0.0 };
    // The vertical measure is named over the plot, the horizontal one under it.
    let title = title(&frame.measure, look);
    y += lines(&title, (0.0, y, wide), Anchor::Start, &mut scene.below) + 10.0;
    let beside = stands.iter().any(|stand| matches!(stand, Stand::Up(_)));
    let below = stands.iter().any(|stand| matches!(stand, Stand::Along(_)));
    let height = shape::height(frame, wide, (wide * 0.62).clamp(240.0, 480.0));
    let mut up = up_scale(&stands, y, y + height);
    let numbers = scale::numbers(&up, &frame.measure, look.locale, wide * 0.25);
    let widths = numbers
        .iter()
        .map(|(_, text)| width(text, SMALLEST, Weight::Regular));
    let left = widths.fold(0.0, f64::max) + 10.0;
    let right = (wide - if beside { MARGIN + 6.0 } else { 0.0 }).max(left + 40.0);
    let area = Rect::new(left, y, right - left, height);
    up.from = y + height - INSET;
    up.to = y + INSET + TAIL;
    let plot = Plot {
        along: along_scale(&stands, left + INSET, right - INSET - TAIL),
        up,
        area,
    };
    scale::level(&plot.up, &numbers, (left, right), &mut scene.below);
    let bottom = y + height;
    let foot = bottom + if below { MARGIN + 6.0 } else { 0.0 };
    let mut axis = Vec::new();
    let heights = (foot + 15.0, y, bottom);
    scale::upright(
        &plot.along,
        across,
        look.locale,
        heights,
        (0.0, wide),
        &mut axis,
    );
    scene.below.splice(0..0, axis);
    scene
        .below
        .push(Piece::line(Role::Axis, 10, (left, bottom), (right, bottom)));
    margins(&plot, (beside, below), &mut scene.below);
    let mut end = foot + 20.0;
    let title = self::title(across, look);
    end += lines(&title, (0.0, end, wide), Anchor::End, &mut scene.below);
    for note in notes(frame, across, &stands) {
        let note = look.locale.text(note);
        end += lines(
            &note,
            (0.0, end + 2.0, wide),
            Anchor::Start,
            &mut scene.below,
        ) + 2.0;
    }

    marks(frame, look, &plot, &stands, dense, &mut scene);
    let neither: Vec<(usize, &Row)> = frame
        .rows
        .iter()
        .enumerate()
        .filter(|(at, _)| matches!(stands[*at], Stand::Neither))
        .collect();
    scene.height = end + 6.0;
    if !neither.is_empty() {
        scene.height += without::lay_out(&neither, look, scene.height, &mut scene.marks);
    }
    if dense {
        let notes = (notes(frame, across, &stands), end + 6.0);
        parts::set(&mut scene, frame, across, look, &plot, notes);
    }
    scene
}

fn stand(row: &Row) -> Stand {
    let up = place(&row.cell);
    let along = row.cell.across.as_deref().and_then(place);
    match (along, up) {
        (Some(along), Some(up)) => Stand::Both(along, up),
        (Some(along), None) => Stand::Along(along),
        (None, Some(up)) => Stand::Up(up),
        (None, None) => Stand::Neither,
    }
}

fn along_scale(stands: &[Stand], from: f64, to: f64) -> Scale {
    let places = stands.iter().filter_map(|stand| match stand {
        Stand::Both(along, _) | Stand::Along(along) => Some(along),
        _ => None,
    });
    Scale::of(places, from, to)
}

fn up_scale(stands: &[Stand], top: f64, bottom: f64) -> Scale {
    let places = stands.iter().filter_map(|stand| match stand {
        Stand::Both(_, up) | Stand::Up(up) => Some(up),
        _ => None,
    });
    Scale::of(places, bottom, top)
}

/// The name of the measure with its unit.
fn title(measure: &MeasureWords, look: &Look) -> String {
    match unit_short(&measure.unit) {
        Some(unit) => look
            .locale
            .text(m!(ScatterAxis, title = &measure.title, unit = unit)),
        None => measure.title.clone(),
    }
}

/// Writes a text in lines from (left, top) downward. Returns the height used.
fn lines(
    text: &str,
    (left, top, wide): (f64, f64, f64),
    anchor: Anchor,
    out: &mut Vec<Piece>,
) -> f64 {
    let lines = wrap(text, SMALLEST, Weight::Regular, wide, 3);
    let x = if anchor == Anchor::End {
        left + wide
    } else {
        left
    };
    for (at, line) in lines.iter().enumerate() {
        let text = Text::new(line, x, top + 12.0 + at as f64 * LINE, SMALLEST);
        out.push(text.anchored(anchor).piece(Role::InkSoft));
    }
    lines.len() as f64 * LINE
}

/// The background of the margins.
fn margins(plot: &Plot, (beside, below): (bool, bool), out: &mut Vec<Piece>) {
    let Rect {
        x,
        y,
        width,
        height,
    } = plot.area;
    let mut ground = |x, y, width, height| {
        out.push(Piece::rect(
            Role::Absent,
            Manner::Solid,
            x,
            y,
            width,
            height,
        ));
    };
    if beside {
        ground(x + width + 6.0, y, MARGIN, height);
    }
    if below {
        ground(x, y + height + 6.0, width, MARGIN);
    }
}

/// Sentences that explain what is in the margins.
fn notes(frame: &Frame, across: &MeasureWords, stands: &[Stand]) -> Vec<crate::locale::Message> {
    let count = |is: fn(&Stand) -> bool| stands.iter().filter(|stand| is(stand)).count();
    let mut notes = Vec::new();
    let below = count(|stand| matches!(stand, Stand::Along(_)));
    if below > 0 {
        let measure = &frame.measure.title;
        notes.push(m!(ScatterBelow, count = below, measure = measure));
    }
    let beside = count(|stand| matches!(stand, Stand::Up(_)));
    if beside > 0 {
        notes.push(m!(ScatterBeside, count = beside, measure = &across.title));
    }
    notes
}

fn keys(frame: &Frame, look: &Look, stands: &[Stand]) -> Vec<legend::Key> {
    let mut keys = spot::keys(frame, look, true);
    let open = |place: &Place| place.more;
    let along = |stand: &Stand| match stand {
        Stand::Both(along, up) => open(along) && !open(up),
        Stand::Along(along) => open(along),
        _ => false,
    };
    let told = frame
        .rows
        .iter()
        .any(|row| row.cell.quantity.is_some_and(|known| known.high.is_none()));
    if !told && stands.iter().any(along) {
        keys.push(spot::open_key(look, true, Role::Mark));
    }
    keys
}

fn radius(count: usize) -> f64 {
    match count {
        0..=150 => 5.0,
        151..=600 => 4.0,
        601..=DENSE => 3.0,
        _ if count <= 20_000 => 2.0,
        _ => 1.2,
    }
}

fn marks(
    frame: &Frame,
    look: &Look,
    plot: &Plot,
    stands: &[Stand],
    dense: bool,
    scene: &mut Scene,
) {
    let radius = radius(stands.len());
    let points: Vec<Option<Point>> = stands
        .iter()
        .map(|stand| match stand {
            Stand::Both(along, up) => Some(Point::new(plot.along.at(along.at), plot.up.at(up.at))),
            _ => None,
        })
        .collect();
    let chosen: HashSet<&str> = frame.query.highlight.iter().map(String::as_str).collect();
    let is_chosen = |row: &Row| !chosen.is_empty() && chosen.contains(row.key.as_str());
    let named = names::named(frame, &points, look.width, &is_chosen);
    let mut namer = Namer::new(plot.area, &points, radius);
    for (stand, at) in stands.iter().zip(&points).filter(|_| !dense) {
        if let (Stand::Both(along, up), Some(at)) = (stand, at) {
            let far = radius + TAIL;
            if along.more || along.less {
                let x = if along.more { at.x } else { at.x - far };
                namer.keep_free(Rect::new(x, at.y - 5.0, far, 10.0));
            }
            if up.more || up.less {
                let y = if up.more { at.y - far } else { at.y };
                namer.keep_free(Rect::new(at.x - 5.0, y, 10.0, far));
            }
        }
    }
    let mut texts: HashMap<usize, Vec<Piece>> = named
        .iter()
        .map(|at| {
            let row = &frame.rows[*at];
            let at_point = points[*at].unwrap_or_default();
            let text = look.locale.argument(&crate::prose::row_label(frame, row));
            (*at, namer.name(&text, at_point, is_chosen(row)))
        })
        .collect();
    let mut over = Vec::new();
    scene.marks.reserve(stands.len());
    for (index, (row, stand)) in frame.rows.iter().zip(stands).enumerate() {
        if matches!(stand, Stand::Neither) {
            continue;
        }
        let strong = is_chosen(row);
        let role = match strong {
            true => Role::Series(1),
            false => role(frame, row),
        };
        let radius = if strong {
            radius.max(5.0) + 1.0
        } else {
            radius
        };
        let mut pieces = Vec::with_capacity(if dense { 1 } else { 3 });
        let at = match stand {
            Stand::Both(along, up) => {
                let at = points[index].unwrap_or_default();
                if !dense || strong {
                    pieces.push(hit(at, radius));
                }
                if along.more
                    || along.less
                    || up.more
                    || up.less
                    || along.from.is_some()
                    || up.from.is_some()
                {
                    extents(row, (along, up), plot, role, at, &mut pieces);
                }
                match (strong, stands.len()) {
                    (true, _) => pieces.extend(spot::dot(row, role, at, radius)),
                    (false, 0..=150) => pieces.extend(spot::dot(row, role, at, radius)),
                    _ => {
                        let manner = match is_hollow(row) {
                            true => Manner::Hollow,
                            false => Manner::Faint(if dense { 40 } else { 60 }),
                        };
                        pieces.push(Piece::new(role, manner, Shape::Dot { at, radius }));
                    }
                }
                at
            }
            Stand::Along(along) => {
                let y = plot.area.y + plot.area.height + 6.0 + MARGIN / 2.0;
                let at = Point::new(plot.along.at(along.at), y);
                pieces.push(hit(at, radius));
                let withheld = is_withheld(&row.cell);
                aside(withheld, role, at, &mut pieces);
                at
            }
            Stand::Up(up) => {
                let x = plot.area.x + plot.area.width + 6.0 + MARGIN / 2.0;
                let at = Point::new(x, plot.up.at(up.at));
                pieces.push(hit(at, radius));
                let withheld = row.cell.across.as_deref().is_some_and(is_withheld);
                aside(withheld, role, at, &mut pieces);
                at
            }
            Stand::Neither => continue,
        };
        let name = match dense && !strong && !texts.contains_key(&index) {
            // A hundred thousand sentences are created only on request.
            true => String::new(),
            false => (look.labels)(row).spoken,
        };
        if let Some(text) = texts.remove(&index) {
            scene.above.extend(text);
        }
        let reach = radius + 2.0;
        let mark = Mark {
            row: Some(index),
            name,
            area: Rect::new(at.x - reach, at.y - reach, 2.0 * reach, 2.0 * reach),
            pieces,
        };
        match strong {
            true => over.push(mark),
            false => scene.marks.push(mark),
        }
    }
    // Selected rows are drawn over the others.
    scene.marks.append(&mut over);
}

fn hit(at: Point, radius: f64) -> Piece {
    let radius = radius + 4.0;
    Piece::new(Role::Hit, Manner::Solid, Shape::Dot { at, radius })
}

/// Arrows for open ends and bands for ranges.
fn extents(
    row: &Row,
    (along, up): (&Place, &Place),
    plot: &Plot,
    role: Role,
    at: Point,
    out: &mut Vec<Piece>,
) {
    let from = along.from.map(|from| plot.along.at(from));
    let mut drawn = spot::along(row, along, role, at, from, (3.0, Way::Right));
    let from = up.from.map(|from| plot.up.at(from));
    drawn.extend(spot::along(row, up, role, at, from, (3.0, Way::Up)));
    // The caller draws the dots.
    drawn.retain(|piece| !matches!(piece.shape, Shape::Dot { .. }));
    out.extend(drawn);
}

/// The symbol of a row in a margin.
fn aside(withheld: bool, role: Role, at: Point, out: &mut Vec<Piece>) {
    let Point { x, y } = at;
    match withheld {
        true => {
            let area = Rect::new(x - 5.0, y - 6.0, 10.0, 12.0);
            out.push(hatch::across_rect(area, 4.0));
        }
        false => out.push(Piece::line(role, 20, (x - 4.0, y), (x + 4.0, y))),
    }
}
