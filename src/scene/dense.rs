//! Charts with more marks than a page should have elements for: finds the mark at a position, and
//! describes many marks at once.

use super::shape::{Manner, Mark, Piece, Rect, Role, Shape};
use super::{Look, Scene};
use crate::m;

/// Number of regions for keyboard navigation, horizontally and vertically.
const ACROSS: usize = 4;
const DOWN: usize = 3;

/// A dense scene in layers, so that its marks can be drawn without elements.
pub struct Layers {
    /// Axes, gridlines, legend.
    pub under: Scene,
    /// The marks alone.
    pub marks: Scene,
    /// The parts for keyboard navigation, as marks, and every text.
    pub over: Scene,
}

impl Scene {
    /// Separates a dense scene into layers; drawn one over the other, they are the whole scene.
    pub fn layers(mut self) -> Layers {
        let empty = || Self {
            view: self.view,
            width: self.width,
            height: self.height,
            ..Self::default()
        };
        let under = Self {
            below: std::mem::take(&mut self.below),
            ..empty()
        };
        let mut above = std::mem::take(&mut self.above);
        for mark in &mut self.marks {
            let is_text = |piece: &mut Piece| matches!(piece.shape, Shape::Text(_));
            above.extend(mark.pieces.extract_if(.., is_text));
        }
        let part = |part: &Mark| Mark {
            row: None,
            pieces: vec![place(&part.area)],
            ..part.clone()
        };
        let over = Self {
            name: std::mem::take(&mut self.name),
            marks: self.parts.iter().map(part).collect(),
            above,
            ..empty()
        };
        self.parts = Vec::new();
        Layers {
            under,
            marks: self,
            over,
        }
    }

    /// The marks of each part in keyboard order: from left to right, and from top to bottom at the
    /// same horizontal position.
    pub fn walks(&self) -> Vec<Vec<u32>> {
        let mut walks = self.members.clone();
        for walk in &mut walks {
            walk.sort_by(|a, b| {
                let of = |mark: &u32| middle(&self.marks[*mark as usize].area);
                let ((ax, ay), (bx, by)) = (of(a), of(b));
                ax.total_cmp(&bx).then(ay.total_cmp(&by))
            });
        }
        walks
    }
}

/// The touch area of a part; nothing is drawn there.
fn place(area: &Rect) -> Piece {
    let Rect {
        x,
        y,
        width,
        height,
    } = *area;
    Piece::rect(Role::Hit, Manner::Solid, x, y, width, height)
}

/// Assigns marks to areas; a mark outside of every area belongs to the nearest.
pub(super) fn shared_out(marks: &[Mark], areas: &[Rect]) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); areas.len()];
    for (index, mark) in marks.iter().enumerate() {
        let (x, y) = middle(&mark.area);
        let far = |area: &Rect| {
            let beyond = |at: f64, from: f64, long: f64| (from - at).max(at - from - long).max(0.0);
            let (dx, dy) = (
                beyond(x, area.x, area.width),
                beyond(y, area.y, area.height),
            );
            dx * dx + dy * dy
        };
        let near = areas.iter().enumerate();
        let nearest = near.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
        if let Some((at, _)) = nearest {
            members[at].push(index as u32);
        }
    }
    members
}

fn middle(area: &Rect) -> (f64, f64) {
    (area.x + area.width / 2.0, area.y + area.height / 2.0)
}

/// The rectangle that contains every mark.
fn extent(marks: &[Mark]) -> Option<Rect> {
    let corners = marks.iter().flat_map(|mark| {
        let Rect {
            x,
            y,
            width,
            height,
        } = mark.area;
        [
            super::Point::new(x, y),
            super::Point::new(x + width, y + height),
        ]
    });
    Rect::around(&corners.collect::<Vec<_>>())
}

/// Regions for keyboard navigation that replace thousands of marks: the parts of the chart that
/// contain marks, from the upper left, each described by its number of marks and the mark nearest
/// to its middle. The second list has the marks of each region.
pub(super) fn regions(
    scene: &Scene,
    look: &Look,
    name: impl Fn(&Mark) -> String,
) -> (Vec<Mark>, Vec<Vec<u32>>) {
    let Some(whole) = extent(&scene.marks).filter(|_| scene.is_dense()) else {
        return Default::default();
    };
    let (wide, high) = (whole.width / ACROSS as f64, whole.height / DOWN as f64);
    let cell = |at: usize| {
        let (column, line) = ((at % ACROSS) as f64, (at / ACROSS) as f64);
        Rect::new(whole.x + column * wide, whole.y + line * high, wide, high)
    };
    let cells: Vec<Rect> = (0..ACROSS * DOWN).map(cell).collect();
    let members = shared_out(&scene.marks, &cells);
    let mut out = (Vec::new(), Vec::new());
    for (at, (area, members)) in cells.iter().zip(members).enumerate() {
        let (cx, cy) = middle(area);
        let far = |mark: &&Mark| {
            let (x, y) = middle(&mark.area);
            (x - cx) * (x - cx) + (y - cy) * (y - cy)
        };
        let own = members.iter().map(|mark| &scene.marks[*mark as usize]);
        let Some(one) = own.min_by(|a, b| far(a).total_cmp(&far(b))) else {
            continue;
        };
        let text = look.locale.text(m!(
            ChartRegion,
            column = at % ACROSS + 1,
            line = at / ACROSS + 1,
            count = members.len(),
            of = scene.marks.len(),
            one = name(one)
        ));
        out.0.push(Mark {
            row: one.row,
            name: text,
            area: *area,
            pieces: vec![place(area)],
        });
        out.1.push(members);
    }
    out
}

/// Finds the mark at a position in a scene with any number of marks.
pub struct Index {
    columns: usize,
    lines: usize,
    /// For each cell, where its marks begin in `marks`; the last entry is the end of the last cell.
    starts: Vec<u32>,
    marks: Vec<u32>,
    places: Vec<(f32, f32)>,
}

/// The side of a cell, in px.
const CELL: f64 = 8.0;

impl Index {
    pub fn of(scene: &Scene) -> Self {
        let count = |pixels: f64| ((pixels / CELL).ceil() as usize).clamp(1, 1_000);
        let (columns, lines) = (count(scene.width), count(scene.height));
        let places: Vec<(f32, f32)> = scene
            .marks
            .iter()
            .map(|mark| middle(&mark.area))
            .map(|(x, y)| (x as f32, y as f32))
            .collect();
        let cell = |(x, y): &(f32, f32)| {
            let step =
                |at: f32, most: usize| ((f64::from(at) / CELL).max(0.0) as usize).min(most - 1);
            step(*y, lines) * columns + step(*x, columns)
        };
        let mut starts = vec![0_u32; columns * lines + 1];
        for place in &places {
            starts[cell(place) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut free = starts.clone();
        let mut marks = vec![0_u32; places.len()];
        for (index, place) in places.iter().enumerate() {
            let next = &mut free[cell(place)];
            marks[*next as usize] = index as u32;
            *next += 1;
        }
        Self {
            columns,
            lines,
            starts,
            marks,
            places,
        }
    }

    /// The mark whose center is nearest to (x, y) and at most `within` px away; of several at the
    /// same position the last, which is drawn on top.
    pub fn nearest(&self, x: f64, y: f64, within: f64) -> Option<usize> {
        let span = |at: f64, most: usize| {
            let step = |at: f64| ((at / CELL).max(0.0) as usize).min(most - 1);
            step(at - within)..=step(at + within)
        };
        let mut best: Option<(f64, usize)> = None;
        for line in span(y, self.lines) {
            for column in span(x, self.columns) {
                let cell = line * self.columns + column;
                let own = self.starts[cell] as usize..self.starts[cell + 1] as usize;
                for index in &self.marks[own] {
                    let (px, py) = self.places[*index as usize];
                    let (dx, dy) = (f64::from(px) - x, f64::from(py) - y);
                    let far = dx * dx + dy * dy;
                    if far <= within * within && best.is_none_or(|(near, _)| far <= near) {
                        best = Some((far, *index as usize));
                    }
                }
            }
        }
        best.map(|(_, index)| index)
    }

    /// The center of a mark, in px.
    pub fn place(&self, mark: usize) -> (f64, f64) {
        let (x, y) = self.places[mark];
        (f64::from(x), f64::from(y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::DENSE;

    fn scattered(count: usize) -> Scene {
        let marks = (0..count)
            .map(|at| Mark {
                row: Some(at),
                name: at.to_string(),
                area: Rect::new((at * 37 % 701) as f64, (at * 53 % 401) as f64, 6.0, 6.0),
                pieces: Vec::new(),
            })
            .collect();
        Scene {
            width: 720.0,
            height: 420.0,
            marks,
            ..Scene::default()
        }
    }

    #[test]
    fn the_index_finds_what_a_search_over_all_finds() {
        let scene = scattered(4_000);
        let index = Index::of(&scene);
        for at in 0..300 {
            let (x, y) = ((at * 91 % 740) as f64 - 10.0, (at * 57 % 440) as f64 - 10.0);
            let far = |which: usize| {
                let (px, py) = middle(&scene.marks[which].area);
                (px - x) * (px - x) + (py - y) * (py - y)
            };
            let all = (0..scene.marks.len())
                .map(far)
                .fold(f64::INFINITY, f64::min);
            match index.nearest(x, y, 12.0) {
                Some(found) => assert_eq!(far(found), all),
                None => assert!(all > 144.0, "{x} {y}: {all}"),
            }
        }
    }

    #[test]
    fn few_marks_have_no_regions() {
        let look = Look {
            view: Default::default(),
            width: 720,
            locale: crate::locale::Locale::EN,
            geography: None,
            labels: &|_| unreachable!(),
        };
        let name = |mark: &Mark| mark.name.clone();
        assert!(regions(&scattered(DENSE), &look, name).0.is_empty());
        let (found, members) = regions(&scattered(DENSE + 1), &look, name);
        assert_eq!(found.len(), ACROSS * DOWN);
        assert_eq!(members.iter().map(Vec::len).sum::<usize>(), DENSE + 1);
        assert!(
            found
                .iter()
                .all(|mark| !mark.name.is_empty() && mark.row.is_some())
        );
    }
}
