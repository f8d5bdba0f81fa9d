//! How the lines of a chart differ: which of many are in color, and the marker of each.

use super::{is_hollow, is_provisional};
use crate::frame::{Frame, Row};
use crate::locale::Locale;
use crate::m;
use crate::scene::legend::LegendKey;
use crate::scene::{MarkStyle, Point, Primitive, Role, Shape};
use std::cmp::Ordering;

/// As many lines as there are colors that can be distinguished.
pub const IN_COLOR: usize = 6;

/// The colors of the series of a line chart.
pub struct LineColors {
    /// The series in color, in series order; `None` where all are.
    in_color: Option<Vec<usize>>,
}

impl LineColors {
    /// Chooses them by `tops`, the largest number of each line with its series: of more than
    /// [`IN_COLOR`] series, those that the question highlights and the largest; the others are gray.
    pub fn of(frame: &Frame, tops: &[(usize, f64)]) -> Self {
        let mut known: Vec<(usize, f64)> = tops.to_vec();
        known.sort_by(|a, b| {
            let by_size = b.1.partial_cmp(&a.1).unwrap_or(Ordering::Equal);
            a.0.cmp(&b.0).then(by_size)
        });
        known.dedup_by_key(|(series, _)| *series);
        if known.len() <= IN_COLOR {
            return Self { in_color: None };
        }
        let is_chosen = |series: usize| {
            let key = frame
                .series
                .as_ref()
                .and_then(|axis| axis.values.get(series));
            key.is_some_and(|(key, _)| frame.query.highlight.contains(key))
        };
        known.sort_by(|a, b| {
            let by_size = b.1.partial_cmp(&a.1).unwrap_or(Ordering::Equal);
            is_chosen(b.0)
                .cmp(&is_chosen(a.0))
                .then(by_size)
                .then(a.0.cmp(&b.0))
        });
        let chosen = known
            .iter()
            .filter(|(series, _)| is_chosen(*series))
            .count();
        // Beside lines that were chosen, the largest of the others is enough.
        let count = if chosen > 0 { chosen + 1 } else { IN_COLOR };
        known.truncate(count.min(IN_COLOR));
        let mut in_color: Vec<usize> = known.into_iter().map(|(series, _)| series).collect();
        in_color.sort_unstable();
        Self {
            in_color: Some(in_color),
        }
    }

    /// The role of a row's line, of which `plain` is the role where all lines are in color.
    pub fn role(&self, row: &Row, plain: Role) -> Role {
        match (&self.in_color, row.series) {
            (Some(of), Some(series)) => of
                .iter()
                .position(|own| *own == series)
                .map_or(Role::Series(u8::MAX), |at| Role::Series(at.min(255) as u8)),
            _ => plain,
        }
    }
}

/// Legend keys of the lines in color: a piece of line with its marker.
pub fn keys(frame: &Frame, colors: &LineColors) -> Vec<LegendKey> {
    let several = frame.series.as_ref().filter(|axis| axis.values.len() > 1);
    let values = several
        .iter()
        .flat_map(|axis| axis.values.iter().enumerate());
    let key = |(at, (_, label)): (usize, &(String, String))| {
        let row = frame.rows.iter().find(|row| row.series == Some(at))?;
        let role = colors.role(row, super::role(frame, row));
        (!is_gray(role)).then(|| sample(role, label.clone()))
    };
    values.filter_map(key).collect()
}

/// The legend key of `count` gray lines.
pub fn gray_key(count: usize, locale: Locale) -> Option<LegendKey> {
    let label = || locale.text(m!(ChartKeyGray, count = count));
    (count > 0).then(|| sample(Role::Series(u8::MAX), label()))
}

fn sample(role: Role, label: String) -> LegendKey {
    let is_gray = is_gray(role);
    LegendKey {
        sample: Box::new(move |area| {
            let y = area.y + area.height / 2.0;
            let width = if is_gray { 12 } else { 25 };
            let line = Primitive::line(role, width, (area.x, y), (area.x + area.width, y));
            let middle = Point::new(area.x + area.width / 2.0, y);
            let marker = (!is_gray).then(|| shaped(role, middle, 3.5, true));
            [line].into_iter().chain(marker).collect()
        }),
        wide: 20.0,
        label,
    }
}

/// Whether a line is one of the gray ones.
pub fn is_gray(role: Role) -> bool {
    role == Role::Series(u8::MAX)
}

/// The marker of a row: each color has its own shape, and a number that is not firm is hollow.
pub fn marker(row: &Row, role: Role, at: Point, radius: f64, is_open: bool) -> Primitive {
    let is_firm = !(is_open || is_hollow(row) || is_provisional(&row.cell));
    shaped(role, at, radius, is_firm)
}

/// A marker in the shape of its color.
pub fn shaped(role: Role, at: Point, radius: f64, is_firm: bool) -> Primitive {
    let manner = if is_firm {
        MarkStyle::Solid
    } else {
        MarkStyle::Hollow
    };
    let corners: &[(f64, f64)] = match role {
        Role::Series(1) => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Role::Series(2) => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
        Role::Series(3) => &[(0.0, -1.2), (1.2, 0.9), (-1.2, 0.9)],
        Role::Series(4) => &[(-1.2, -0.9), (1.2, -0.9), (0.0, 1.2)],
        Role::Series(5) => &[
            (-0.4, -1.2),
            (0.4, -1.2),
            (0.4, -0.4),
            (1.2, -0.4),
            (1.2, 0.4),
            (0.4, 0.4),
            (0.4, 1.2),
            (-0.4, 1.2),
            (-0.4, 0.4),
            (-1.2, 0.4),
            (-1.2, -0.4),
            (-0.4, -0.4),
        ],
        _ => return Primitive::new(role, manner, Shape::Dot { at, radius }),
    };
    let place = |(x, y): &(f64, f64)| Point::new(at.x + x * radius, at.y + y * radius);
    let mut ring: Vec<Point> = corners.iter().map(place).collect();
    let shape = if is_firm {
        Shape::Area(vec![ring])
    } else {
        ring.push(ring[0]);
        Shape::Line(ring)
    };
    Primitive::new(role, manner, shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Axis, SeriesAxis};

    fn frame(highlight: &[&str]) -> Frame {
        let mut frame = Frame {
            series: Some(SeriesAxis {
                axis: Axis::default(),
                values: (0..9)
                    .map(|at| (format!("k{at}"), format!("Series {at}")))
                    .collect(),
            }),
            ..Frame::default()
        };
        frame.query.highlight = highlight.iter().map(|key| (*key).to_owned()).collect();
        frame
    }

    fn colored(colors: &LineColors) -> Vec<usize> {
        let role = |series| {
            let row = Row {
                series: Some(series),
                ..Row::default()
            };
            colors.role(&row, Role::Mark)
        };
        (0..9).filter(|series| !is_gray(role(*series))).collect()
    }

    #[test]
    fn of_many_lines_the_largest_are_in_color() {
        let tops: Vec<(usize, f64)> = (0..9).map(|at| (at, f64::from(at as u8 % 5))).collect();
        let colors = LineColors::of(&frame(&[]), &tops);
        // The largest numbers are 0, 1, 2, 3, 4, 0, 1, 2, 3: of the two that are 1, the first.
        assert_eq!(colored(&colors), [1, 2, 3, 4, 7, 8]);
    }

    #[test]
    fn chosen_lines_are_in_color_with_the_largest_of_the_others() {
        let tops: Vec<(usize, f64)> = (0..9).map(|at| (at, at as f64)).collect();
        let colors = LineColors::of(&frame(&["k0", "k3"]), &tops);
        assert_eq!(colored(&colors), [0, 3, 8]);
    }

    #[test]
    fn few_lines_keep_their_colors() {
        let colors = LineColors::of(&frame(&["k0"]), &[(0, 1.0), (1, 2.0)]);
        assert_eq!(colored(&colors).len(), 9);
    }
}
