//! Heat map: names as lines, series as columns, each number a cell shaded by class.
//!
//! Nothing scrolls sideways: where the columns do not fit, they are divided into blocks, one under
//! another, each repeating the names. Headings that do not fit over their columns are replaced by
//! numbers that the legend explains. A number is written in its cell where it fits.

use super::grid::{Grid, GridRow};
use super::hit;
use super::names;
use super::shade::{self, Classes, Fill, shade_rect};
use crate::frame::Frame;
use crate::scene::Text;
use crate::scene::legend::{self, LegendKey};
use crate::scene::measure::{Weight, cap_height, width, wrap};
use crate::scene::{Anchor, Mark, Primitive, Rect, RenderOptions, Role, RowWords, SMALLEST, Scene};

/// Height of a line of text, in px.
const LINE: f64 = 16.0;
const GUTTER: f64 = 8.0;
/// Cells are at least `NARROW` px wide, so that a finger can hit them, and at most `WIDE` px, so
/// that they still look like a table.
const NARROW: f64 = 34.0;
const WIDE: f64 = 110.0;
const HIGH: f64 = 28.0;
/// Space between blocks, in px.
const APART: f64 = 24.0;
/// The maximum number of lines of a heading.
const LINES: usize = 3;

/// The layout of the columns.
struct HeatColumns {
    /// Room for names, in px.
    left: f64,
    cell: f64,
    /// Number of columns in one block.
    count: usize,
    /// The heading of each column, broken into lines.
    heads: Vec<Vec<String>>,
    /// Headings are numbers that the legend explains.
    numbered: bool,
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let words: Vec<RowWords> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let grid = Grid::of(frame, look);
    let classes = Classes::of(frame);
    let fill = |line: &GridRow, column: usize| {
        let cell = line.cells[column].map(|(_, row)| &row.cell);
        Fill::of(cell, &classes)
    };
    let columns = HeatColumns::of(&grid, &words, wide);

    let mut fills: Vec<Fill> = Vec::new();
    for line in &grid.lines {
        fills.extend((0..grid.columns.len()).map(|column| fill(line, column)));
    }
    // The first legend explains the shades, the second the columns.
    let keys = shade::keys(frame, look, &classes, &fills, false);
    let mut y = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    if columns.numbered {
        let keys = numbers(&grid);
        y += legend::lay_out(&keys, wide, y + 4.0, &mut scene.below) + 4.0;
    }
    y += 8.0;
    let lines: Vec<Vec<String>> = grid
        .lines
        .iter()
        .map(|line| {
            let weight = names::weight(line.chosen);
            wrap(&line.label, SMALLEST, weight, columns.left - GUTTER, LINES)
        })
        .collect();
    let all: Vec<usize> = (0..grid.columns.len()).collect();
    for block in all.chunks(columns.count) {
        y += columns.heads(block, y, &mut scene.below);
        for (line, name) in grid.lines.iter().zip(&lines) {
            let high = HIGH.max(name.len() as f64 * LINE + 4.0);
            let middle = y + high / 2.0;
            for (at, text) in name.iter().enumerate() {
                let first = middle - name.len() as f64 * LINE / 2.0;
                let baseline = first + at as f64 * LINE + (LINE + cap_height(SMALLEST)) / 2.0;
                let mut text = Text::new(text, columns.left - GUTTER, baseline, SMALLEST);
                text.weight = names::weight(line.chosen);
                scene
                    .below
                    .push(text.anchored(Anchor::End).piece(Role::Ink));
            }
            for (place, column) in block.iter().enumerate() {
                let x = columns.left + place as f64 * columns.cell;
                let area = Rect::new(x, y, columns.cell, high);
                let fill = fill(line, *column);
                let Some((index, _)) = line.cells[*column] else {
                    shade_rect(fill, inner(area), &mut scene.below);
                    continue;
                };
                scene.marks.push(Mark {
                    row: Some(index),
                    name: words[index].spoken.clone(),
                    area,
                    pieces: cell(fill, area, &words[index].short),
                });
            }
            y += high;
        }
        y += APART;
    }
    scene.height = y - APART + 2.0;
    scene
}

/// A cell without the gap around it.
fn inner(area: Rect) -> Rect {
    let Rect {
        x,
        y,
        width,
        height,
    } = area;
    Rect::new(x + 1.0, y + 1.0, width - 2.0, height - 2.0)
}

/// One cell: its shade, and its number where it fits.
fn cell(fill: Fill, area: Rect, text: &str) -> Vec<Primitive> {
    let within = inner(area);
    let mut out = vec![hit(area)];
    shade_rect(fill, within, &mut out);
    let has_value = matches!(fill, Fill::Class(_) | Fill::Zero);
    if has_value && width(text, SMALLEST, Weight::Regular) <= within.width - 4.0 {
        let baseline = area.y + (area.height + cap_height(SMALLEST)) / 2.0;
        let text = Text::new(text, area.x + area.width / 2.0, baseline, SMALLEST);
        out.push(text.anchored(Anchor::Middle).piece(fill.on()));
    }
    out
}

impl HeatColumns {
    fn of(grid: &Grid, words: &[RowWords], wide: f64) -> Self {
        let longest = grid
            .lines
            .iter()
            .map(|line| width(&line.label, SMALLEST, names::weight(line.chosen)))
            .fold(0.0, f64::max);
        let share = if wide < 560.0 { 0.36 } else { 0.28 };
        let left = longest.min(wide * share).ceil() + GUTTER;
        let room = wide - left;
        // As wide as most numbers need, but narrower cells rather than many blocks.
        let mut widths: Vec<f64> = grid
            .lines
            .iter()
            .flat_map(|line| line.rows())
            .filter(|(_, _, row)| row.cell.has_number())
            .map(|(_, index, _)| width(&words[index].short, SMALLEST, Weight::Regular) + 8.0)
            .collect();
        widths.sort_by(f64::total_cmp);
        let most = widths.get(widths.len() * 9 / 10).copied().unwrap_or(NARROW);
        let count = grid.columns.len().max(1);
        let least = match room / count as f64 >= NARROW {
            true => NARROW,
            false => most.clamp(NARROW, 64.0),
        };
        let fit = ((room / least) as usize).clamp(1, count);
        let blocks = count.div_ceil(fit);
        let count = count.div_ceil(blocks);
        let cell = (room / count as f64).min(WIDE);
        let whole = |text: &str| {
            text.split_whitespace()
                .all(|word| width(word, SMALLEST, Weight::Strong) <= cell - 6.0)
        };
        let wrapped = |text: &str| wrap(text, SMALLEST, Weight::Strong, cell - 6.0, LINES + 1);
        let labels = || grid.columns.iter().map(|column| column.label.as_str());
        let numbered = !labels().all(|label| whole(label) && wrapped(label).len() <= LINES);
        let heads = match numbered {
            false => labels().map(wrapped).collect(),
            true => (1..=grid.columns.len())
                .map(|at| vec![at.to_string()])
                .collect(),
        };
        Self {
            left,
            cell,
            count,
            heads,
            numbered,
        }
    }

    /// Draws the headings of a block. Returns the height used.
    fn heads(&self, block: &[usize], top: f64, out: &mut Vec<Primitive>) -> f64 {
        let lines = block.iter().map(|column| self.heads[*column].len());
        let most = lines.max().unwrap_or(0) as f64;
        for (place, column) in block.iter().enumerate() {
            let head = &self.heads[*column];
            let x = self.left + (place as f64 + 0.5) * self.cell;
            let first = top + (most - head.len() as f64) * LINE;
            for (at, text) in head.iter().enumerate() {
                let baseline = first + at as f64 * LINE + 12.0;
                let text = Text::new(text, x, baseline, SMALLEST).strong();
                out.push(text.anchored(Anchor::Middle).piece(Role::Ink));
            }
        }
        most * LINE + 4.0
    }
}

/// The legend of the numbers over the columns.
fn numbers(grid: &Grid) -> Vec<LegendKey> {
    let number = |(at, column): (usize, &super::grid::GridColumn)| {
        let text = (at + 1).to_string();
        LegendKey {
            wide: width(&text, SMALLEST, Weight::Strong),
            sample: Box::new(move |area| {
                let text = Text::new(text.clone(), area.x, area.y + 10.5, SMALLEST);
                vec![text.strong().piece(Role::Ink)]
            }),
            label: column.label.clone(),
        }
    };
    grid.columns.iter().enumerate().map(number).collect()
}
