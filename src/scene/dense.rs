//! Charts of more marks than a page should hold elements for: which mark is where, and what is said
//! of many at once.

use super::shape::{Manner, Mark, Piece, Rect, Role};
use super::{Look, Scene};
use crate::m;

/// The keyboard walks so many regions across and down.
const ACROSS: usize = 4;
const DOWN: usize = 3;

impl Scene {
    /// What is walked of such a chart, as a scene of the same size.
    pub fn walked(&self) -> Self {
        Self {
            view: self.view,
            width: self.width,
            height: self.height,
            name: self.name.clone(),
            marks: self.parts.clone(),
            ..Self::default()
        }
    }
}

fn middle(area: &Rect) -> (f64, f64) {
    (area.x + area.width / 2.0, area.y + area.height / 2.0)
}

/// The rectangle that holds every mark.
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

/// What the keyboard walks in place of thousands of marks: regions of the chart that hold some, from
/// the upper left, each with how many and the one nearest to its middle.
pub(super) fn regions(scene: &Scene, look: &Look, name: impl Fn(&Mark) -> String) -> Vec<Mark> {
    let Some(whole) = extent(&scene.marks).filter(|_| scene.is_dense()) else {
        return Vec::new();
    };
    let (wide, high) = (whole.width / ACROSS as f64, whole.height / DOWN as f64);
    let cell = |at: usize| {
        let (column, line) = ((at % ACROSS) as f64, (at / ACROSS) as f64);
        Rect::new(whole.x + column * wide, whole.y + line * high, wide, high)
    };
    // How many, and which lies nearest to the middle.
    let mut found = [(0_usize, f64::INFINITY, 0_usize); ACROSS * DOWN];
    for (index, mark) in scene.marks.iter().enumerate() {
        let (x, y) = middle(&mark.area);
        let step = |from: f64, long: f64, most: usize| match long > 0.0 {
            true => (((from) / long) as usize).min(most - 1),
            false => 0,
        };
        let at = step(y - whole.y, high, DOWN) * ACROSS + step(x - whole.x, wide, ACROSS);
        let (cx, cy) = middle(&cell(at));
        let far = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        let (count, nearest, which) = &mut found[at];
        *count += 1;
        if far < *nearest {
            (*nearest, *which) = (far, index);
        }
    }
    let mut out = Vec::new();
    for (at, (count, _, which)) in found.into_iter().enumerate() {
        if count == 0 {
            continue;
        }
        let area = cell(at);
        let one = &scene.marks[which];
        let text = look.locale.text(m!(
            ChartRegion,
            column = at % ACROSS + 1,
            line = at / ACROSS + 1,
            count = count,
            of = scene.marks.len(),
            one = name(one)
        ));
        out.push(Mark {
            row: one.row,
            name: text,
            area,
            pieces: vec![Piece::rect(
                Role::Hit,
                Manner::Solid,
                area.x,
                area.y,
                area.width,
                area.height,
            )],
        });
    }
    out
}

/// Finds the mark at a place, however many there are.
pub struct Index {
    columns: usize,
    lines: usize,
    /// Where the marks of each cell begin in `marks`, and where the last ends.
    starts: Vec<u32>,
    marks: Vec<u32>,
    places: Vec<(f32, f32)>,
}

/// The side of a cell, in pixels.
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

    /// The mark whose middle is nearest to a place and no farther than so many pixels; of those at one
    /// place the last, which lies on top.
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

    /// The middle of a mark, in pixels.
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
        assert!(regions(&scattered(DENSE), &look, name).is_empty());
        let found = regions(&scattered(DENSE + 1), &look, name);
        assert_eq!(found.len(), ACROSS * DOWN);
        assert!(
            found
                .iter()
                .all(|mark| !mark.name.is_empty() && mark.row.is_some())
        );
    }
}
