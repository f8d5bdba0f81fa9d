//! Tile map: every state and territory as a square of the same size, so that small areas are as
//! visible as large ones.
//!
//! The squares are arranged roughly by geography. Classes, legend and styles are those of the map;
//! the keyboard moves row by row.

use super::place;
use super::shade::{self, Classes, Fill, rows_of_areas, shade_rect};
use crate::frame::Frame;
use crate::scene::legend;
use crate::scene::measure::{Weight, cap_height, width};
use crate::scene::{Anchor, Look, Manner, Mark, Piece, Rect, Role, SMALLEST, Scene, Text};
use crate::value::AREAS;

/// The rows of squares from north to south, each with its column; the Pacific island territories
/// are in the southwest, the Caribbean ones in the southeast.
const ROWS: [&[(u8, &str)]; 8] = [
    &[(0, "AK"), (11, "ME")],
    &[(10, "VT"), (11, "NH")],
    &[
        (1, "WA"),
        (2, "MT"),
        (3, "ND"),
        (4, "MN"),
        (5, "WI"),
        (7, "MI"),
        (9, "NY"),
        (10, "MA"),
        (11, "RI"),
    ],
    &[
        (1, "OR"),
        (2, "ID"),
        (3, "WY"),
        (4, "SD"),
        (5, "IA"),
        (6, "IL"),
        (7, "IN"),
        (8, "OH"),
        (9, "PA"),
        (10, "NJ"),
        (11, "CT"),
    ],
    &[
        (1, "NV"),
        (2, "UT"),
        (3, "CO"),
        (4, "NE"),
        (5, "MO"),
        (6, "KY"),
        (7, "WV"),
        (8, "VA"),
        (9, "MD"),
        (10, "DE"),
    ],
    &[
        (1, "CA"),
        (2, "AZ"),
        (3, "NM"),
        (4, "KS"),
        (5, "AR"),
        (6, "TN"),
        (7, "NC"),
        (8, "SC"),
        (9, "DC"),
    ],
    &[
        (0, "GU"),
        (4, "OK"),
        (5, "LA"),
        (6, "MS"),
        (7, "AL"),
        (8, "GA"),
    ],
    &[
        (0, "AS"),
        (1, "MP"),
        (2, "HI"),
        (4, "TX"),
        (9, "FL"),
        (10, "PR"),
        (11, "VI"),
    ],
];
const COLUMNS: f64 = 12.0;
/// The maximum side of a square, in px.
const MOST: f64 = 72.0;
const GAP: f64 = 2.0;

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let classes = Classes::of(frame);
    let rows = rows_of_areas(frame);
    let fills: Vec<Fill> = rows
        .iter()
        .map(|row| Fill::of(row.map(|row| &frame.rows[row].cell), &classes))
        .collect();
    let keys = shade::keys(frame, look, &classes, &fills, true);
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let top = used + 8.0;
    let step = (wide / COLUMNS).min(MOST);
    let left = (wide - step * COLUMNS) / 2.0;
    for (line, squares) in ROWS.iter().enumerate() {
        for (column, usps) in *squares {
            let Some(at) = AREAS.iter().position(|area| area.usps == *usps) else {
                continue;
            };
            let x = left + f64::from(*column) * step;
            let area = Rect::new(x, top + line as f64 * step, step, step);
            let row = rows[at];
            let words = row.map(|row| (look.labels)(&frame.rows[row]));
            let open =
                row.is_some_and(|row| place(&frame.rows[row].cell).is_some_and(|place| place.more));
            let short = words.as_ref().map_or("", |words| words.short.as_str());
            let pieces = square(fills[at], area, (usps, short, open));
            let name = match words {
                Some(words) => words.spoken,
                None => look.locale.text(shade::spoken(frame, AREAS[at].name)),
            };
            scene.marks.push(Mark {
                row,
                name,
                area,
                pieces,
            });
        }
    }
    scene.height = top + ROWS.len() as f64 * step + 2.0;
    scene
}

/// One square with its code, and its number where it fits.
fn square(fill: Fill, area: Rect, (usps, short, more): (&str, &str, bool)) -> Vec<Piece> {
    let within = Rect::new(
        area.x + GAP / 2.0,
        area.y + GAP / 2.0,
        area.width - GAP,
        area.height - GAP,
    );
    let mut out = Vec::new();
    let told = matches!(fill, Fill::Class(_) | Fill::Zero);
    let fits = told
        && within.height >= 36.0
        && width(short, SMALLEST, Weight::Regular) <= within.width - 4.0;
    // A symbol in the middle of the square would cover the code.
    let (fill, sign) = match fill {
        Fill::NotReported | Fill::NotApplicable if within.height < 36.0 => (Fill::Absent, None),
        Fill::NotReported | Fill::NotApplicable => (Fill::Absent, Some(fill)),
        other => (other, None),
    };
    shade_rect(fill, within, &mut out);
    let x = area.x + area.width / 2.0;
    let middle = area.y + area.height / 2.0;
    let mut write = |text: String, middle: f64, weight: Weight| {
        let baseline = middle + cap_height(SMALLEST) / 2.0;
        let mut text = Text::new(text, x, baseline, SMALLEST).anchored(Anchor::Middle);
        text.weight = weight;
        if fill == Fill::Withheld {
            // The hatching leaves the code clear.
            let around = text.area();
            out.push(Piece::rect(
                Role::Ground,
                Manner::Solid,
                around.x - 2.0,
                around.y + 1.0,
                around.width + 4.0,
                around.height - 2.0,
            ));
        }
        out.push(text.piece(fill.on()));
    };
    if fits {
        write(usps.to_owned(), middle - 8.5, Weight::Strong);
        write(short.to_owned(), middle + 8.5, Weight::Regular);
    } else if let Some(sign) = sign {
        write(usps.to_owned(), middle - 8.5, Weight::Strong);
        let size = 12.0;
        let at = Rect::new(x - size / 2.0, middle + 2.0, size, size);
        let mut drawn = Vec::new();
        shade_rect(sign, at, &mut drawn);
        // The symbol alone: the background is already drawn.
        out.extend(drawn.into_iter().skip(1));
    } else {
        let open = format!("{usps}+");
        let fits = more && width(&open, SMALLEST, Weight::Regular) <= within.width - 1.0;
        let text = if fits { open } else { usps.to_owned() };
        write(text, middle, Weight::Regular);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_has_one_square_of_its_own() {
        let mut codes: Vec<&str> = ROWS
            .iter()
            .flat_map(|row| row.iter())
            .map(|(_, usps)| *usps)
            .collect();
        codes.sort_unstable();
        let mut areas: Vec<&str> = AREAS.iter().map(|area| area.usps).collect();
        areas.sort_unstable();
        assert_eq!(codes, areas);
        for row in ROWS {
            assert!(row.windows(2).all(|pair| pair[0].0 < pair[1].0), "{row:?}");
            assert!(row.iter().all(|(column, _)| f64::from(*column) < COLUMNS));
        }
    }
}
