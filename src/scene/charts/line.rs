//! Line chart: lines over time, each with its name at its end.
//!
//! A line is interrupted where a period is missing, and never connects two series or two kinds. A
//! suppressed value is a hatched band; a number that is open above ("at least") has a hollow dot
//! with a tick, and no line leads to it, because its slope is not known.

use super::end_labels::{self, Aside, LineEndLabel};
use super::line_series::{self, LineColors, is_gray};
use super::value_axis::ValueAxis;
use super::{extent_of, hit, is_hollow, is_provisional, is_withheld, role, shape, time};
use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, shorten};
use crate::scene::{DENSE, RowWords, SMALLEST, SeriesLine, hatch, legend};
use crate::scene::{
    LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, Scene, Shape, Text,
};
use crate::value::Kind;

/// A number on the chart.
struct LinePoint<'a> {
    row: usize,
    data: &'a Row,
    at: Point,
    more: bool,
    less: bool,
}

/// The numbers of one series and one kind, in order of time.
struct Track<'a> {
    role: Role,
    name: Option<String>,
    hollow: bool,
    spots: Vec<LinePoint<'a>>,
}

/// A line whose last point is farther than this from the right of the plot has ended early, in px.
const EARLY: f64 = 48.0;

/// The plot area.
struct LinePlot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    first: i32,
    last: i32,
    low: f64,
    high: f64,
}

impl LinePlot {
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

/// What the small multiples of one picture share.
pub struct LinePanelScale<'a> {
    pub rungs: &'a ValueAxis,
    /// Whether this chart has the numbers of the axis.
    pub is_numbered: bool,
    pub first: i32,
    pub last: i32,
    /// Room for the labels at the ends of the lines, in px.
    pub aside: f64,
    /// The time between consecutive points; `None` where points need not be consecutive.
    pub step: Option<i32>,
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    lay_out_within(frame, look, None)
}

/// The value axis for the numbers of a frame.
pub fn rungs(frame: &Frame, look: &RenderOptions, count: usize) -> ValueAxis {
    let values = || {
        let ends = |row: &Row| extent_of(&row.cell).map(|place| [Some(place.at), place.from]);
        frame.rows.iter().filter_map(ends).flatten().flatten()
    };
    let extent = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    ValueAxis::of(frame, look, extent, count)
}

/// Lays out one chart; `common` is what small multiples share, where it is one of them.
pub fn lay_out_within(
    frame: &Frame,
    look: &RenderOptions,
    common: Option<&LinePanelScale>,
) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let times = time::times(frame);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let own = common.is_none().then(|| rungs(frame, look, 4));
    let Some(rungs) = common.map(|common| common.rungs).or(own.as_ref()) else {
        return scene;
    };

    // Names are at the ends of the lines where there is room for them.
    let mut tracks = tracks(frame, &times);
    let colors = LineColors::of(frame, &largest(&tracks));
    for track in &mut tracks {
        if let Some(spot) = track.spots.first() {
            track.role = colors.role(spot.data, track.role);
        }
    }
    let mut ends = ends(&tracks, &words, wide);
    let mut aside = Aside::of(&ends, wide);
    let mut height = shape::height(frame, wide, (wide * 0.5).clamp(220.0, 360.0));
    let mut left = rungs.left;
    let (mut top, mut keys) = (12.0, Vec::new());
    match common {
        Some(common) => {
            aside.wide = common.aside;
            height = (wide * 0.5).clamp(84.0, 150.0);
            if !common.is_numbered {
                left = 0.0;
            }
        }
        None => {
            if !aside.is_named {
                keys = line_series::keys(frame, &colors);
            }
            keys.extend(super::keys(frame, look, false, false));
            let grays = tracks.iter().filter(|track| is_gray(track.role));
            keys.extend(line_series::gray_key(grays.count(), look.locale));
            keys.extend(super::absent_keys(frame, look));
        }
    }
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    if used > 0.0 {
        top = used + 16.0;
    }
    let plot = LinePlot {
        left: left + 6.0,
        right: (wide - aside.wide).max(left + 30.0),
        top,
        bottom: top + height,
        first: common
            .map_or(times.iter().copied().min(), |common| Some(common.first))
            .unwrap_or(0),
        last: common
            .map_or(times.iter().copied().max(), |common| Some(common.last))
            .unwrap_or(0),
        low: rungs.low,
        high: rungs.high,
    };
    scene.height = plot.bottom + 28.0;

    let across = (left, plot.right + 6.0);
    let is_numbered = common.is_none_or(|common| common.is_numbered);
    rungs.draw(|value| plot.y(value), across, is_numbered, &mut scene.below);
    time_axis(frame, &times, &plot, look, &mut scene.below);

    // Lines, beneath their points.
    for track in &mut tracks {
        for spot in &mut track.spots {
            let value = extent_of(&spot.data.cell).map_or(0.0, |place| place.at);
            spot.at = Point::new(plot.x(times[spot.row]), plot.y(value));
        }
    }
    let step = match common {
        Some(common) => common.step,
        None => time::period(frame, &times),
    };
    let mut lines: Vec<Vec<Primitive>> = tracks.iter().map(|_| Vec::new()).collect();
    for (track, line) in tracks.iter().zip(&mut lines) {
        for run in runs(frame, track, &times, step) {
            trace(track, &run, line);
        }
    }
    marks(
        frame,
        &tracks,
        (&times, step),
        &plot,
        &words,
        &colors,
        &mut scene.marks,
    );
    for (end, track) in ends.iter_mut().zip(&tracks) {
        end.y = track.spots.last().map_or(plot.bottom, |spot| spot.at.y);
    }
    let mut taken: Vec<Rect> = Vec::new();
    let mut beside: Vec<usize> = Vec::new();
    for (at, (end, track)) in ends.iter().zip(&tracks).enumerate() {
        let inside = match common {
            None if !is_gray(end.role) => {
                label_inside(end, aside.is_named, track, &tracks, &taken, &plot)
            }
            _ => None,
        };
        if inside.is_none() {
            beside.push(at);
        }
        for text in inside.into_iter().flatten() {
            taken.push(text.area());
            lines[at].push(text.piece(end.role));
        }
    }
    if common.is_some() {
        begin(&tracks, &words, &plot, &mut scene.above);
    }
    // A line that ends well before the plot does has no label at its side.
    beside.retain(|at| !is_gray(ends[*at].role) || plot.right - ends_at(&tracks[*at]) < EARLY);
    let at_side: Vec<&LineEndLabel> = beside.iter().map(|at| &ends[*at]).collect();
    let place = (plot.right, wide);
    end_labels::write(
        &at_side,
        aside.is_named,
        place,
        (plot.top, plot.bottom),
        &mut |at, piece| lines[beside[at]].push(piece),
    );
    let is_one = tracks.len() < 2 || common.is_some() || frame.rows.len() > DENSE;
    for (track, pieces) in by_emphasis(&tracks, lines) {
        match track.spots.first() {
            Some(spot) if !is_one => scene.lines.push(SeriesLine {
                row: spot.row,
                pieces,
            }),
            _ => {
                let is_text = |piece: &Primitive| matches!(piece.shape, Shape::Text(_));
                let (texts, shapes): (Vec<_>, Vec<_>) = pieces.into_iter().partition(is_text);
                scene.below.extend(shapes);
                scene.above.extend(texts);
            }
        }
    }
    scene
}

/// The lines with what is drawn for them, gray ones first, so that the others are drawn over them.
fn by_emphasis<'t, 'a>(
    tracks: &'t [Track<'a>],
    lines: Vec<Vec<Primitive>>,
) -> Vec<(&'t Track<'a>, Vec<Primitive>)> {
    let mut all: Vec<_> = tracks.iter().zip(lines).collect();
    all.sort_by_key(|(track, _)| !is_gray(track.role));
    all
}

/// The largest number of each line with its series.
fn largest(tracks: &[Track]) -> Vec<(usize, f64)> {
    let numbers = |track: &Track| {
        let numbers = track.spots.iter();
        let numbers = numbers.filter_map(|spot| Some(extent_of(&spot.data.cell)?.at));
        let largest = numbers.fold(f64::NEG_INFINITY, f64::max);
        Some((track.spots.first()?.data.series?, largest))
    };
    tracks.iter().filter_map(numbers).collect()
}

/// Where a line ends, in px from the left.
fn ends_at(track: &Track) -> f64 {
    track.spots.last().map_or(0.0, |spot| spot.at.x)
}

/// The last number of each line, and the line's name.
fn ends(tracks: &[Track], words: &[RowWords], wide: f64) -> Vec<LineEndLabel> {
    let end = |track: &Track| {
        let last = track.spots.last().map(|spot| &words[spot.row].short);
        let value = last.map(|text| shorten(text, LABEL, Weight::Strong, wide * 0.3));
        LineEndLabel {
            role: track.role,
            value: value.unwrap_or_default(),
            name: track.name.clone(),
            y: 0.0,
        }
    };
    tracks.iter().map(end).collect()
}

/// A line that ends well before the plot does: its label beside its last point, where no other line is in
/// the way. At the side of the plot it would seem to be a value of the last period.
fn label_inside(
    end: &LineEndLabel,
    is_named: bool,
    track: &Track,
    all: &[Track],
    taken: &[Rect],
    plot: &LinePlot,
) -> Option<Vec<Text>> {
    let last = track.spots.last()?.at;
    if last.x + EARLY > plot.right {
        return None;
    }
    let name = end.name.as_ref().filter(|_| is_named);
    let texts = |x: f64, baseline: f64| {
        let value = Text::new(&end.value, x, baseline, LABEL).strong();
        let name = name.map(|name| Text::new(name, x, baseline + 14.5, SMALLEST));
        [Some(value), name]
    };
    let is_free = |text: &Text| {
        let area = text.area();
        let near = Rect::new(
            area.x - 2.0,
            area.y - 4.0,
            area.width + 6.0,
            area.height + 8.0,
        );
        let is_crossed = all.iter().any(|other| {
            let ends = other.spots.windows(2).any(|pair| {
                let around = Rect::around([&pair[0].at, &pair[1].at]);
                around.is_some_and(|around| around.overlaps(&near))
            });
            let points = other.spots.iter().any(|spot| {
                let around = Rect::new(spot.at.x - 4.0, spot.at.y - 8.0, 8.0, 12.0);
                around.overlaps(&near)
            });
            ends || points
        });
        let is_inside = area.y >= plot.top - 4.0
            && area.y + area.height <= plot.bottom - 2.0
            && area.x + area.width <= plot.right;
        is_inside && !is_crossed && !taken.iter().any(|other| other.overlaps(&near))
    };
    let places = [
        (last.x + 10.0, last.y + 5.0),
        (last.x + 8.0, last.y + 20.0),
        (last.x + 8.0, last.y - 10.0),
    ];
    let found = places.into_iter().find_map(|(x, baseline)| {
        let texts = texts(x, baseline);
        texts.iter().flatten().all(is_free).then_some(texts)
    })?;
    Some(found.into_iter().flatten().collect())
}

/// Labels the first number of the only line of a small chart, above or below its point, where the
/// line leaves room for it.
fn begin(tracks: &[Track], words: &[RowWords], plot: &LinePlot, out: &mut Vec<Primitive>) {
    let [track] = tracks else {
        return;
    };
    let [first, .., _] = track.spots.as_slice() else {
        return;
    };
    for baseline in [first.at.y - 9.0, first.at.y + 18.0] {
        let text = Text::new(
            &words[first.row].short,
            first.at.x - 4.0,
            baseline,
            SMALLEST,
        );
        let area = text.area();
        let near = Rect::new(area.x, area.y - 5.0, area.width + 6.0, area.height + 10.0);
        // Between two points, the line is within the rectangle around them.
        let crosses = track.spots.windows(2).any(|pair| {
            let around = Rect::around([&pair[0].at, &pair[1].at]);
            around.is_some_and(|around| around.overlaps(&near))
        });
        let inside = area.y >= plot.top - 12.0
            && area.y + area.height <= plot.bottom - 2.0
            && area.x + area.width <= plot.right;
        if inside && !crosses {
            let (x, y) = (area.x - 1.0, area.y + 1.0);
            let (wide, tall) = (area.width + 2.0, area.height - 2.0);
            out.push(Primitive::rect(
                Role::Ground,
                MarkStyle::Solid,
                x,
                y,
                wide,
                tall,
            ));
            out.push(text.piece(Role::InkSoft));
            return;
        }
    }
}

/// Width of the widest number at the end of a line, in px.
pub fn aside(frame: &Frame, look: &RenderOptions) -> f64 {
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let times = time::times(frame);
    let ends = ends(&tracks(frame, &times), &words, f64::from(look.width));
    Aside::of(&ends, 0.0).wide
}

/// Draws the line through a run; segments that lead to provisional values are dashed.
fn trace(track: &Track, run: &[&LinePoint], out: &mut Vec<Primitive>) {
    let mut firm: Vec<Point> = Vec::new();
    let flush = |firm: &mut Vec<Point>, out: &mut Vec<Primitive>| {
        let line = std::mem::take(firm);
        if line.len() > 1 {
            let manner = match track.hollow {
                true => MarkStyle::Dashed(20),
                false if is_gray(track.role) => MarkStyle::Stroke(12),
                false => MarkStyle::Stroke(25),
            };
            out.push(Primitive::new(track.role, manner, Shape::Line(line)));
        }
    };
    for (nth, spot) in run.iter().enumerate() {
        if is_provisional(&spot.data.cell) && nth > 0 {
            flush(&mut firm, out);
            let line = vec![run[nth - 1].at, spot.at];
            out.push(Primitive::new(
                track.role,
                MarkStyle::Dashed(20),
                Shape::Line(line),
            ));
        }
        firm.push(spot.at);
    }
    flush(&mut firm, out);
}

fn tracks<'a>(frame: &'a Frame, times: &[i32]) -> Vec<Track<'a>> {
    let mut tracks: Vec<(Option<usize>, Option<Kind>, Track)> = Vec::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let Some(place) = extent_of(&row.cell) else {
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
        tracks[at].2.spots.push(LinePoint {
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

/// The parts of a track without a gap.
fn runs<'t, 'a>(
    frame: &Frame,
    track: &'t Track<'a>,
    times: &[i32],
    step: Option<i32>,
) -> Vec<Vec<&'t LinePoint<'a>>> {
    let mut runs: Vec<Vec<&LinePoint>> = Vec::new();
    let Some(first) = track.spots.first() else {
        return runs;
    };
    let empty = frame.rows.iter().zip(times).filter(|(row, _)| {
        (row.series, row.kind) == (first.data.series, first.data.kind)
            && extent_of(&row.cell).is_none()
    });
    let holes: Vec<i32> = empty.map(|(_, time)| *time).collect();
    for spot in &track.spots {
        let before = runs.last().and_then(|run| run.last().copied());
        let joined = before.is_some_and(|before: &LinePoint| {
            let (from, to) = (times[before.row], times[spot.row]);
            let next = step.is_none_or(|step| to.saturating_sub(from) <= step);
            let hole = holes.iter().any(|time| *time > from && *time < to);
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

fn time_axis(
    frame: &Frame,
    times: &[i32],
    plot: &LinePlot,
    look: &RenderOptions,
    out: &mut Vec<Primitive>,
) {
    let names: Vec<(f64, String)> = time::names(frame, times, look)
        .into_iter()
        .map(|(time, name)| (plot.x(time), name))
        .collect();
    let wide = f64::from(look.width);
    for x in time::write(&names, (0.0, wide), plot.bottom + 20.0, out) {
        let tick = ((x, plot.bottom), (x, plot.bottom + 5.0));
        out.push(Primitive::line(Role::Axis, 10, tick.0, tick.1));
    }
}

fn marks(
    frame: &Frame,
    tracks: &[Track],
    (times, step): (&[i32], Option<i32>),
    plot: &LinePlot,
    words: &[crate::scene::RowWords],
    colors: &LineColors,
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
            // The last point of a line shows its marker even where points are many.
            let is_last = track.spots.last().is_some_and(|last| last.row == spot.row);
            let radius = match (alone.contains(&spot.row), is_gray(track.role)) {
                (true, _) => 4.5,
                (false, true) => 1.5,
                (false, false) if crowded && !(is_last && tracks.len() > 1) => 2.0,
                (false, false) => 3.5,
            };
            let open = spot.more || spot.less;
            let area = Rect::new(spot.at.x - 11.0, spot.at.y - 11.0, 22.0, 22.0);
            let mut pieces = vec![Primitive::new(
                Role::Hit,
                MarkStyle::Solid,
                Shape::Dot {
                    at: spot.at,
                    radius: 11.0,
                },
            )];
            if open {
                let up = if spot.more { -1.0 } else { 1.0 };
                let Point { x, y } = spot.at;
                let tip = y + up * 15.0;
                pieces.push(Primitive::line(track.role, 20, (x, y + up * 4.0), (x, tip)));
                let head = [(-3.5, 4.0), (0.0, 0.0), (3.5, 4.0)];
                let head = head.map(|(dx, dy)| Point::new(x + dx, tip - up * dy));
                pieces.push(Primitive::new(
                    track.role,
                    MarkStyle::Stroke(20),
                    Shape::Line(head.to_vec()),
                ));
            }
            let radius = if open { 4.0 } else { radius };
            pieces.push(line_series::marker(
                spot.data, track.role, spot.at, radius, open,
            ));
            out.push(Mark {
                row: Some(spot.row),
                name: words[spot.row].spoken.clone(),
                area,
                pieces,
            });
        }
    }
    for (index, row) in frame.rows.iter().enumerate() {
        if extent_of(&row.cell).is_some() {
            continue;
        }
        // A missing number has no height: it is drawn on the axis, at its time.
        let x = plot.x(times[index]);
        let count = frame
            .series
            .as_ref()
            .map_or(1, |series| series.values.len().max(1));
        let shift = (row.series.unwrap_or(0) as f64 - (count as f64 - 1.0) / 2.0) * 12.0;
        let x = x + if count <= 4 { shift } else { 0.0 };
        let area = Rect::new(x - 5.0, plot.bottom - 18.0, 10.0, 18.0);
        let colour = colors.role(row, role(frame, row));
        let mut pieces = vec![hit(area)];
        if is_withheld(&row.cell) {
            pieces.push(hatch::across_rect(area, 5.0));
            pieces.push(Primitive::line(
                colour,
                20,
                (area.x, area.y),
                (area.x + area.width, area.y),
            ));
        } else {
            pieces.push(Primitive::line(
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
