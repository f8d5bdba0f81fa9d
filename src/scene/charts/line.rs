//! Lines over time, each with its name at its end.
//!
//! A line is broken where a period is missing, and never runs from one series or kind into another.
//! What is withheld is a hatched band; a number that is open above has a hollow dot with a tick, and
//! no line leads to it, since how steep it would be is not known.

use super::{is_hollow, is_withheld, keys, place, role};
use crate::frame::{Frame, Row};
use crate::prose;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::words::amount;
use crate::scene::{
    Anchor, LABEL, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape, Text,
};
use crate::scene::{SMALLEST, hatch, legend, ticks};
use crate::value::Kind;

/// A number on the chart.
struct Spot<'a> {
    row: usize,
    data: &'a Row,
    at: Point,
    more: bool,
    less: bool,
}

/// Numbers of one series and one kind, in time.
struct Track<'a> {
    role: Role,
    name: Option<String>,
    hollow: bool,
    spots: Vec<Spot<'a>>,
}

/// Where the plot is.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    first: i32,
    last: i32,
    low: f64,
    high: f64,
}

impl Plot {
    fn x(&self, time: i32) -> f64 {
        let span = f64::from(self.last) - f64::from(self.first);
        if span > 0.0 {
            let along = (f64::from(time) - f64::from(self.first)) / span;
            self.left + along * (self.right - self.left)
        } else {
            (self.left + self.right) / 2.0
        }
    }

    fn y(&self, value: f64) -> f64 {
        let along = (value - self.low) / (self.high - self.low);
        self.bottom - along * (self.bottom - self.top)
    }
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let times = times(frame);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();

    // The vertical axis.
    let values = || {
        let ends = |row: &Row| place(&row.cell).map(|place| [Some(place.at), place.from]);
        frame.rows.iter().filter_map(ends).flatten().flatten()
    };
    let low = values().fold(0.0, f64::min);
    let mut high = values().fold(0.0, f64::max);
    if high <= low {
        high = low + 1.0;
    }
    let whole = frame.measure.unit.is_count();
    let (mut found, step) = ticks::ticks(low, high, 4, whole);
    let decimals = ticks::decimals(step);
    // The axis ends at round numbers.
    let low = if low < 0.0 {
        (low / step).floor() * step
    } else {
        0.0
    };
    let high = (high / step).ceil() * step;
    for end in [low, high] {
        if !found.contains(&end) {
            found.push(end);
        }
    }
    let tick_texts: Vec<String> = found
        .iter()
        .map(|value| amount(&frame.measure, *value, decimals, look.locale))
        .map(|text| shorten(&text, SMALLEST, Weight::Regular, wide * 0.25))
        .collect();
    let left = tick_texts
        .iter()
        .map(|text| width(text, SMALLEST, Weight::Regular))
        .fold(0.0, f64::max)
        + 10.0;

    // Names stand at the ends of the lines where there is room for them.
    let mut tracks = tracks(frame, &times);
    let several = tracks.len() > 1;
    let ends: Vec<(String, Option<String>)> = tracks
        .iter()
        .map(|track| {
            let last = track.spots.last().map(|spot| &words[spot.row].short);
            let value = last.map(|text| shorten(text, LABEL, Weight::Strong, wide * 0.3));
            (value.unwrap_or_default(), track.name.clone())
        })
        .collect();
    let names = ends
        .iter()
        .filter_map(|(_, name)| Some(width(name.as_ref()?, SMALLEST, Weight::Regular)))
        .fold(0.0, f64::max);
    let numbers = ends
        .iter()
        .map(|(value, _)| width(value, LABEL, Weight::Strong))
        .fold(0.0, f64::max);
    let direct = several && names <= wide * 0.24 && tracks.len() <= 6;
    let used = legend::lay_out(
        &keys(frame, look, !direct, false),
        wide,
        0.0,
        &mut scene.below,
    );

    let aside = numbers.max(if direct { names } else { 0.0 });
    let height = (wide * 0.5).clamp(220.0, 360.0);
    let top = if used > 0.0 { used + 16.0 } else { 12.0 };
    let plot = Plot {
        left: left + 6.0,
        right: (wide - aside - 14.0).max(left + 30.0),
        top,
        bottom: top + height,
        first: times.iter().copied().min().unwrap_or(0),
        last: times.iter().copied().max().unwrap_or(0),
        low,
        high,
    };
    scene.height = plot.bottom + 28.0;

    for (value, text) in found.iter().zip(tick_texts) {
        let y = plot.y(*value);
        let role = if *value == 0.0 {
            Role::Axis
        } else {
            Role::Grid
        };
        scene
            .below
            .push(Piece::line(role, 10, (left, y), (plot.right + 6.0, y)));
        let text = Text::new(text, left - 8.0, y + 4.5, SMALLEST).anchored(Anchor::End);
        scene.below.push(text.piece(Role::InkSoft));
    }
    part(&mut scene.below);
    time_axis(frame, &times, &plot, look, &mut scene.below);

    // Lines, beneath their points.
    for track in &mut tracks {
        for spot in &mut track.spots {
            let value = place(&spot.data.cell).map_or(0.0, |place| place.at);
            spot.at = Point::new(plot.x(times[spot.row]), plot.y(value));
        }
    }
    let step = period(frame, &times);
    for track in &tracks {
        let manner = if track.hollow {
            Manner::Dashed(20)
        } else {
            Manner::Stroke(25)
        };
        for run in runs(frame, track, &times, step) {
            if run.len() > 1 {
                let shape = Shape::Line(run.iter().map(|spot| spot.at).collect());
                scene.below.push(Piece::new(track.role, manner, shape));
            }
        }
    }
    marks(
        frame,
        &tracks,
        &times,
        &plot,
        step,
        &words,
        &mut scene.marks,
    );
    name_ends(&tracks, &ends, direct, &plot, wide, &mut scene.above);
    scene
}

/// The time of each row: its place in time, else its place among the names.
fn times(frame: &Frame) -> Vec<i32> {
    if frame.rows.iter().all(|row| row.ordinal.is_some()) {
        return frame.rows.iter().filter_map(|row| row.ordinal).collect();
    }
    let mut keys: Vec<&str> = Vec::new();
    let mut known = std::collections::HashMap::new();
    frame
        .rows
        .iter()
        .map(|row| {
            *known.entry(row.key.as_str()).or_insert_with(|| {
                keys.push(&row.key);
                keys.len() as i32 - 1
            })
        })
        .collect()
}

/// How far apart neighbours in time are; `None` where days are given, which need not follow on.
fn period(frame: &Frame, times: &[i32]) -> Option<i32> {
    let is_day = |row: &Row| row.key.len() == 10 && row.key.matches('-').count() == 2;
    if frame.rows.iter().any(is_day) {
        return None;
    }
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .map(|pair| pair[1].saturating_sub(pair[0]))
        .filter(|step| *step > 0)
        .min()
}

fn tracks<'a>(frame: &'a Frame, times: &[i32]) -> Vec<Track<'a>> {
    let mut tracks: Vec<(Option<usize>, Option<Kind>, Track)> = Vec::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let Some(place) = place(&row.cell) else {
            continue;
        };
        let at = tracks
            .iter()
            .position(|(series, kind, _)| *series == row.series && *kind == row.kind)
            .unwrap_or_else(|| {
                let name = row
                    .series
                    .and_then(|at| frame.series.as_ref()?.values.get(at));
                tracks.push((
                    row.series,
                    row.kind,
                    Track {
                        role: role(frame, row),
                        name: name.map(|(_, label)| label.clone()),
                        hollow: is_hollow(row),
                        spots: Vec::new(),
                    },
                ));
                tracks.len() - 1
            });
        tracks[at].2.spots.push(Spot {
            row: index,
            data: row,
            at: Point::default(),
            more: place.more,
            less: place.less,
        });
    }
    tracks.sort_by_key(|(series, kind, _)| (*series, *kind));
    let mut tracks: Vec<Track> = tracks.into_iter().map(|(_, _, track)| track).collect();
    for track in &mut tracks {
        track.spots.sort_by_key(|spot| times[spot.row]);
    }
    tracks
}

/// Parts of a track without a gap.
fn runs<'t, 'a>(
    frame: &Frame,
    track: &'t Track<'a>,
    times: &[i32],
    step: Option<i32>,
) -> Vec<Vec<&'t Spot<'a>>> {
    let mut runs: Vec<Vec<&Spot>> = Vec::new();
    for spot in &track.spots {
        let before = runs.last().and_then(|run| run.last().copied());
        let joined = before.is_some_and(|before: &Spot| {
            let (from, to) = (times[before.row], times[spot.row]);
            let next = step.is_none_or(|step| to.saturating_sub(from) <= step);
            let hole = frame.rows.iter().zip(times).any(|(row, time)| {
                row.series == spot.data.series
                    && row.kind == spot.data.kind
                    && *time > from
                    && *time < to
                    && place(&row.cell).is_none()
            });
            let known = [before, spot].iter().all(|spot| !spot.more && !spot.less);
            next && !hole && known
        });
        match runs.last_mut() {
            Some(run) if joined => run.push(spot),
            _ => runs.push(vec![spot]),
        }
    }
    runs
}

/// Leaves out texts that would stand on another.
fn part(pieces: &mut Vec<Piece>) {
    let mut taken: Vec<Rect> = Vec::new();
    pieces.retain(|piece| {
        let Shape::Text(text) = &piece.shape else {
            return true;
        };
        let area = text.area();
        let free = taken.iter().all(|other| !other.overlaps(&area));
        if free {
            taken.push(area);
        }
        free
    });
}

fn time_axis(frame: &Frame, times: &[i32], plot: &Plot, look: &Look, out: &mut Vec<Piece>) {
    let wide = f64::from(look.width);
    let mut labels: Vec<(i32, String)> = frame
        .rows
        .iter()
        .zip(times)
        .map(|(row, time)| {
            let label = look.locale.argument(&prose::row_label(frame, row));
            (*time, label)
        })
        .collect();
    labels.sort();
    labels.dedup_by_key(|(time, _)| *time);
    let room = (wide / 3.0).max(40.0);
    let texts: Vec<(f64, String)> = labels
        .iter()
        .map(|(time, label)| {
            (
                plot.x(*time),
                shorten(label, SMALLEST, Weight::Regular, room),
            )
        })
        .collect();
    let baseline = plot.bottom + 20.0;
    let area = |(x, text): &(f64, String)| {
        let half = width(text, SMALLEST, Weight::Regular) / 2.0;
        let centre = x.clamp(half.min(wide / 2.0), (wide - half).max(wide / 2.0));
        (centre, centre - half, centre + half)
    };
    // Every so many, from the last on, as far as they do not meet.
    let fits = |every: usize| {
        let picked: Vec<_> = texts.iter().rev().step_by(every).map(area).collect();
        picked.windows(2).all(|pair| pair[1].2 + 10.0 <= pair[0].1)
    };
    let every = (1..=texts.len().max(1))
        .find(|every| fits(*every))
        .unwrap_or(1);
    for (at, entry) in texts.iter().enumerate() {
        let drawn = (texts.len() - 1 - at).is_multiple_of(every);
        let x = entry.0;
        if drawn {
            let (centre, ..) = area(entry);
            let text =
                Text::new(entry.1.clone(), centre, baseline, SMALLEST).anchored(Anchor::Middle);
            out.push(text.piece(Role::InkSoft));
            out.push(Piece::line(
                Role::Axis,
                10,
                (x, plot.bottom),
                (x, plot.bottom + 5.0),
            ));
        }
    }
}

fn marks(
    frame: &Frame,
    tracks: &[Track],
    times: &[i32],
    plot: &Plot,
    step: Option<i32>,
    words: &[crate::scene::RowWords],
    out: &mut Vec<Mark>,
) {
    let crowded = tracks.iter().any(|track| track.spots.len() > 40);
    for track in tracks {
        let alone: Vec<usize> = runs(frame, track, times, step)
            .into_iter()
            .filter(|run| run.len() == 1)
            .map(|run| run[0].row)
            .collect();
        for spot in &track.spots {
            let isolated = alone.contains(&spot.row);
            let radius = if isolated {
                4.5
            } else if crowded {
                2.0
            } else {
                3.5
            };
            let open = spot.more || spot.less;
            let area = Rect::new(spot.at.x - 11.0, spot.at.y - 11.0, 22.0, 22.0);
            let mut pieces = vec![Piece::new(
                Role::Hit,
                Manner::Solid,
                Shape::Dot {
                    at: spot.at,
                    radius: 11.0,
                },
            )];
            if open {
                let up = if spot.more { -1.0 } else { 1.0 };
                let Point { x, y } = spot.at;
                let tip = y + up * 15.0;
                pieces.push(Piece::line(track.role, 20, (x, y + up * 4.0), (x, tip)));
                let head = [(-3.5, 4.0), (0.0, 0.0), (3.5, 4.0)];
                let head = head.map(|(dx, dy)| Point::new(x + dx, tip - up * dy));
                pieces.push(Piece::new(
                    track.role,
                    Manner::Stroke(20),
                    Shape::Line(head.to_vec()),
                ));
            }
            let dot = Shape::Dot {
                at: spot.at,
                radius: if open { 4.0 } else { radius },
            };
            let manner = if open || track.hollow {
                Manner::Hollow
            } else {
                Manner::Solid
            };
            pieces.push(Piece::new(track.role, manner, dot));
            out.push(Mark {
                row: Some(spot.row),
                name: words[spot.row].spoken.clone(),
                area,
                pieces,
            });
        }
    }
    for (index, row) in frame.rows.iter().enumerate() {
        if place(&row.cell).is_some() {
            continue;
        }
        // There is no height for what has no number: it stands on the axis, at its time.
        let x = plot.x(times[index]);
        let count = frame
            .series
            .as_ref()
            .map_or(1, |series| series.values.len().max(1));
        let shift = (row.series.unwrap_or(0) as f64 - (count as f64 - 1.0) / 2.0) * 12.0;
        let x = x + if count <= 4 { shift } else { 0.0 };
        let area = Rect::new(x - 5.0, plot.bottom - 18.0, 10.0, 18.0);
        let colour = role(frame, row);
        let mut pieces = vec![Piece::rect(
            Role::Hit,
            Manner::Solid,
            area.x,
            area.y,
            area.width,
            area.height,
        )];
        if is_withheld(&row.cell) {
            pieces.push(hatch::across_rect(area, 5.0));
            pieces.push(Piece::line(
                colour,
                20,
                (area.x, area.y),
                (area.x + area.width, area.y),
            ));
        } else {
            pieces.push(Piece::line(
                colour,
                20,
                (x - 4.0, plot.bottom - 5.0),
                (x + 4.0, plot.bottom - 5.0),
            ));
        }
        out.push(Mark {
            row: Some(index),
            name: words[index].spoken.clone(),
            area,
            pieces,
        });
    }
}

/// The last number of each line and its name, moved apart where they would meet.
fn name_ends(
    tracks: &[Track],
    ends: &[(String, Option<String>)],
    direct: bool,
    plot: &Plot,
    wide: f64,
    out: &mut Vec<Piece>,
) {
    let mut blocks: Vec<(f64, usize)> = tracks
        .iter()
        .enumerate()
        .filter_map(|(at, track)| Some((track.spots.last()?.at.y, at)))
        .collect();
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let named = |at: usize| direct && ends[at].1.is_some();
    let tall = |at: usize| if named(at) { 34.0 } else { 20.0 };
    // Down from the top, then up from the bottom.
    let mut free = plot.top - 10.0;
    for (y, at) in &mut blocks {
        *y = (*y - 10.0).max(free);
        free = *y + tall(*at);
    }
    let mut end = plot.bottom + 6.0;
    for (y, at) in blocks.iter_mut().rev() {
        *y = y.min(end - tall(*at));
        end = *y;
    }
    for (top, at) in blocks {
        if top < 0.0 {
            continue;
        }
        let x = plot.right + 12.0;
        let (value, name) = &ends[at];
        let room = wide - x;
        let value = shorten(value, LABEL, Weight::Strong, room);
        out.push(
            Text::new(value, x, top + 14.5, LABEL)
                .strong()
                .piece(tracks[at].role),
        );
        if let Some(name) = name.as_ref().filter(|_| named(at)) {
            let name = shorten(name, SMALLEST, Weight::Regular, room);
            out.push(Text::new(name, x, top + 29.0, SMALLEST).piece(tracks[at].role));
        }
    }
}
