//! Writes the outlines of paths as short as possible: each step is relative to the end of the one
//! before.

use super::element::push_hundredths;
use plotters_backend::BackendCoord;

/// Writes a number, with a space before it where it would merge with the number before. ".5" and
/// "-.5" are numbers too.
fn number(out: &mut String, value: i32, first: bool) {
    if !first && value >= 0 {
        out.push(' ');
    }
    if value.unsigned_abs() < 100 && value != 0 {
        let size = value.unsigned_abs();
        out.push_str(if value < 0 { "-." } else { "." });
        out.push(digit(size / 10));
        if !size.is_multiple_of(10) {
            out.push(digit(size % 10));
        }
    } else {
        push_hundredths(out, value);
    }
}

fn digit(value: u32) -> char {
    char::from(b'0' + value as u8)
}

/// Writes one step with its command letter; consecutive diagonal steps (`slanted`) share one
/// letter.
fn step(out: &mut String, dx: i32, dy: i32, slanted: bool) {
    if dy == 0 {
        out.push('h');
        number(out, dx, true);
    } else if dx == 0 {
        out.push('v');
        number(out, dy, true);
    } else {
        if !slanted {
            out.push('l');
        }
        number(out, dx, !slanted);
        number(out, dy, false);
    }
}

fn start(out: &mut String, (x, y): BackendCoord) {
    out.push('M');
    number(out, x, true);
    number(out, y, false);
}

/// A path through points.
pub fn line(out: &mut String, points: impl IntoIterator<Item = BackendCoord>, close: bool) {
    let mut last: Option<BackendCoord> = None;
    let mut slanted = false;
    for (x, y) in points {
        match last {
            None => start(out, (x, y)),
            Some(before) if close && before == (x, y) => continue,
            Some((from, above)) => {
                let (dx, dy) = (x.saturating_sub(from), y.saturating_sub(above));
                step(out, dx, dy, slanted);
                slanted = dx != 0 && dy != 0;
            }
        }
        last = Some((x, y));
    }
    if close && last.is_some() {
        out.push('z');
    }
}

pub fn rect(out: &mut String, (x, y): BackendCoord, width: i32, height: i32) {
    start(out, (x, y));
    step(out, width, 0, false);
    step(out, 0, height, false);
    step(out, -width, 0, false);
    out.push('z');
}

/// A circle as two half circles.
pub fn circle(out: &mut String, (x, y): BackendCoord, radius: i32) {
    start(out, (x.saturating_sub(radius), y));
    for across in [2 * radius, -2 * radius] {
        out.push('a');
        number(out, radius, true);
        number(out, radius, false);
        out.push_str(" 0 1 0");
        number(out, across, false);
        out.push_str(" 0");
    }
    out.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_short() {
        let mut out = String::new();
        line(
            &mut out,
            [(100, 250), (150, 250), (150, 5), (100, 95)],
            false,
        );
        assert_eq!(out, "M1 2.5h.5v-2.45l-.5 .9");
        out.clear();
        line(
            &mut out,
            [(0, 0), (50, -50), (150, 50), (150, 0), (50, 10)],
            true,
        );
        assert_eq!(out, "M0 0l.5-.5 1 1v-.5l-1 .1z");
        out.clear();
        rect(&mut out, (0, -50), 1000, 200);
        assert_eq!(out, "M0-.5h10v2h-10z");
        out.clear();
        circle(&mut out, (500, 500), 300);
        assert_eq!(out, "M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z");
    }
}
