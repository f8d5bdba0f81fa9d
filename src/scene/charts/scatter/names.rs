//! Chooses which dots are named and where their names are placed.

use crate::frame::{Frame, Row};
use crate::scene::measure::{extent, shorten, width};
use crate::scene::{Manner, Piece, Point, Rect, Role, SMALLEST, Text};

/// With at most this many dots, all are named where there is room.
const FEW: usize = 12;
/// The maximum number of named dots.
const MOST: usize = 24;
/// Side of a cell in which dots are counted, in px.
const CELL: f64 = 6.0;
/// The number of dots that the name of an unselected row may hide.
const HIDDEN: u32 = 1;

/// The rows to name, the most important first: the selected ones, otherwise the outermost.
pub fn named(
    frame: &Frame,
    points: &[Option<Point>],
    wide: u32,
    is_chosen: &dyn Fn(&Row) -> bool,
) -> Vec<usize> {
    let placed = || {
        points
            .iter()
            .enumerate()
            .filter_map(|(at, point)| Some((at, (*point)?)))
    };
    let mut named: Vec<usize> = placed()
        .map(|(at, _)| at)
        .filter(|at| is_chosen(&frame.rows[*at]))
        .take(MOST)
        .collect();
    let outer: [fn(Point) -> f64; 6] = [
        |point| point.y,
        |point| -point.x,
        |point| point.y - point.x,
        |point| -point.y,
        |point| point.x,
        |point| -point.y - point.x,
    ];
    let count = if wide < 480 { 4 } else { outer.len() };
    for measure in &outer[..count] {
        let least = placed().min_by(|a, b| measure(a.1).total_cmp(&measure(b.1)));
        if let Some((at, _)) = least
            && !named.contains(&at)
        {
            named.push(at);
        }
    }
    if placed().count() <= FEW {
        let rest: Vec<usize> = placed()
            .map(|(at, _)| at)
            .filter(|at| !named.contains(at))
            .collect();
        named.extend(rest);
    }
    named
}

/// Finds positions for names within a plot.
pub struct Namer {
    plot: Rect,
    /// Number of dots in each cell of the plot.
    dots: Vec<u32>,
    across: usize,
    radius: f64,
    taken: Vec<Rect>,
}

impl Namer {
    pub fn new(plot: Rect, points: &[Option<Point>], radius: f64) -> Self {
        let across = (plot.width / CELL) as usize + 1;
        let down = (plot.height / CELL) as usize + 1;
        let mut namer = Self {
            plot,
            dots: vec![0; across * down],
            across,
            radius,
            taken: Vec::new(),
        };
        for point in points.iter().flatten() {
            let (column, row) = namer.cell(point.x, point.y);
            if let Some(count) = namer.dots.get_mut(row * across + column) {
                *count += 1;
            }
        }
        namer
    }

    /// Keeps an area free of names.
    pub fn keep_free(&mut self, area: Rect) {
        self.taken.push(area);
    }

    fn cell(&self, x: f64, y: f64) -> (usize, usize) {
        let at = |offset: f64, most: usize| ((offset / CELL).max(0.0) as usize).min(most - 1);
        let down = self.dots.len() / self.across;
        (at(x - self.plot.x, self.across), at(y - self.plot.y, down))
    }

    /// Number of dots that a rectangle would hide.
    fn hidden(&self, area: &Rect) -> u32 {
        let (left, top) = self.cell(area.x, area.y);
        let (right, bottom) = self.cell(area.x + area.width, area.y + area.height);
        (top..=bottom)
            .flat_map(|row| (left..=right).map(move |column| row * self.across + column))
            .filter_map(|cell| self.dots.get(cell))
            .sum()
    }

    /// Draws a name next to its dot, or farther away with a leader line; nothing where there is no
    /// room. The name of a selected row (`chosen`) gets a position even over dots.
    pub fn name(&mut self, text: &str, at: Point, chosen: bool) -> Vec<Piece> {
        let weight = super::super::names::weight(chosen);
        let text = shorten(text, SMALLEST, weight, self.plot.width * 0.45);
        let long = width(&text, SMALLEST, weight);
        if long <= 0.0 {
            return Vec::new();
        }
        let Some((area, leads)) = self.place(long, at, chosen) else {
            return Vec::new();
        };
        self.taken.push(area);
        let mut out = Vec::new();
        if leads {
            let end = (
                at.x.clamp(area.x, area.x + area.width),
                at.y.clamp(area.y, area.y + area.height),
            );
            out.push(Piece::line(Role::Axis, 7, (at.x, at.y), end));
        }
        // A translucent background keeps the name readable over lines and dots.
        let (x, y) = (area.x - 1.0, area.y + 1.0);
        let (wide, high) = (area.width + 2.0, area.height - 2.0);
        let ground = Manner::Faint(80);
        out.push(Piece::rect(Role::Ground, ground, x, y, wide, high));
        let mut text = Text::new(text, area.x, area.y + extent(SMALLEST).0, SMALLEST);
        text.weight = weight;
        out.push(text.piece(if chosen { Role::Ink } else { Role::InkSoft }));
        out
    }

    fn place(&self, long: f64, at: Point, chosen: bool) -> Option<(Rect, bool)> {
        let (above, below) = extent(SMALLEST);
        let high = above + below;
        let far = self.radius.max(if chosen { 6.0 } else { 0.0 }) + 3.0;
        let near = [
            (far, -high / 2.0),
            (-far - long, -high / 2.0),
            (-long / 2.0, -far - high),
            (-long / 2.0, far),
            (far * 0.7, -far - high * 0.8),
            (-far * 0.7 - long, -far - high * 0.8),
            (far * 0.7, far - high * 0.2),
            (-far * 0.7 - long, far - high * 0.2),
        ];
        let free = |area: &Rect| {
            let within = area.x >= self.plot.x + 1.0
                && area.y >= self.plot.y + 1.0
                && area.x + area.width <= self.plot.x + self.plot.width
                && area.y + area.height <= self.plot.y + self.plot.height - 1.0;
            let room = Rect::new(area.x - 3.0, area.y, area.width + 6.0, area.height);
            within && self.taken.iter().all(|other| !other.overlaps(&room))
        };
        let best = near
            .into_iter()
            .map(|(dx, dy)| Rect::new(at.x + dx, at.y + dy, long, high))
            .filter(free)
            .map(|area| (self.hidden(&area), area))
            .min_by_key(|(hidden, _)| *hidden);
        if let Some((hidden, area)) = best
            && hidden <= HIDDEN
        {
            return Some((area, false));
        }
        if !chosen {
            return None;
        }
        // Farther and farther away, as far as a leader line may reach.
        let rings = [24.0, 40.0, 60.0, 85.0, 120.0];
        let away = rings.into_iter().flat_map(|far| {
            let (side, half) = (far * 0.7, long / 2.0);
            [
                (far, -high / 2.0),
                (-far - long, -high / 2.0),
                (side, -side - high),
                (-side - long, -side - high),
                (side, side),
                (-side - long, side),
                (-half, -far - high),
                (-half, far),
            ]
        });
        let found = away
            .map(|(dx, dy)| Rect::new(at.x + dx, at.y + dy, long, high))
            .find(|area| free(area) && self.hidden(area) <= HIDDEN);
        found
            .map(|area| (area, true))
            .or(best.map(|(_, area)| (area, false)))
    }
}
