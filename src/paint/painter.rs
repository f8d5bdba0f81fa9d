//! Classifies each piece of a scene and draws it with plotters.

use super::backend::{Grouped, MarkGroup, Pen, UNITS};
use super::theme::{Theme, class};
use crate::scene::{
    Anchor, Mark, MarkStyle, Point, Primitive, Rect, Role, Scene, SeriesLine, Shape, Weight,
};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

/// How the marks of a scene are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks<'a> {
    /// Each in its own named group; those of a dense scene together, with its parts over them.
    Own,
    /// Marks of the same style in one element, without names.
    Together,
    /// The same part by part, each a group of class `folded`, with its marks given by index.
    Parts(&'a [Vec<usize>]),
}

/// Draws a scene onto a back end: what is below the marks, the marks, what is above. Everything
/// drawn is within a group.
pub fn paint<B: Grouped>(scene: &Scene, theme: &Theme, marks: Marks<'_>, onto: &B) {
    let painter = ScenePainter {
        area: onto.clone().into_drawing_area(),
        onto,
        theme,
    };
    painter.frame("below", &scene.below);
    scene.lines.iter().for_each(|line| painter.line_of(line));
    match marks {
        Marks::Own if !scene.is_dense() => scene.marks.iter().for_each(|mark| painter.mark(mark)),
        Marks::Own => {
            painter.together(&scene.marks, |_| true);
            scene.parts.iter().for_each(|part| painter.part(part));
        }
        Marks::Together => painter.together(&scene.marks, |_| true),
        Marks::Parts(parts) => {
            for part in parts {
                painter.onto.begin(MarkGroup::unnamed("folded"), "");
                let marks = part.iter().filter_map(|at| scene.marks.get(*at));
                // Overlapping translucent marks stay separate elements, so that each is visible, as
                // in the full drawing that later replaces this one.
                painter.together(marks, |piece| !matches!(piece.manner, MarkStyle::Faint(_)));
                painter.onto.end();
            }
        }
    }
    painter.frame("above", &scene.above);
}

pub(super) fn units(pixels: f64) -> i32 {
    // Far outside every picture, but small enough to subtract without overflow.
    (pixels * UNITS).round().clamp(-5e8, 5e8) as i32
}

fn at(point: &Point) -> (i32, i32) {
    (units(point.x), units(point.y))
}

struct ScenePainter<'a, B: Grouped> {
    area: DrawingArea<B, Shift>,
    onto: &'a B,
    theme: &'a Theme,
}

type PaintResult<B> =
    Result<(), DrawingAreaErrorKind<<B as plotters_backend::DrawingBackend>::ErrorType>>;

impl<B: Grouped> ScenePainter<'_, B> {
    /// Draws pieces that are described elsewhere or are decorative. Texts are drawn over the
    /// shapes; consecutive pieces of one part form a group.
    fn frame(&self, part: &'static str, pieces: &[Primitive]) {
        if pieces.is_empty() {
            return;
        }
        let is_text = |piece: &&Primitive| matches!(piece.shape, Shape::Text(_));
        let shapes = pieces.iter().filter(|piece| !is_text(piece));
        let sorted: Vec<&Primitive> = shapes.chain(pieces.iter().filter(is_text)).collect();
        self.onto.begin(MarkGroup::unnamed(part), part);
        for run in sorted.chunk_by(|a, b| part_of(a) == part_of(b)) {
            let group = MarkGroup::unnamed(part_of(run[0]));
            self.onto.begin(group, class(run[0].role));
            run.iter().for_each(|piece| self.piece(piece, false));
            self.onto.end();
        }
        self.onto.end();
    }

    /// Draws the line of a series, which the sentences of its marks describe.
    fn line_of(&self, line: &SeriesLine) {
        let group = MarkGroup {
            row: Some(line.row),
            ..MarkGroup::unnamed("line")
        };
        self.onto.begin(
            group,
            line.pieces.first().map_or("", |piece| class(piece.role)),
        );
        line.pieces
            .iter()
            .for_each(|piece| self.piece(piece, false));
        self.onto.end();
    }

    fn mark(&self, mark: &Mark) {
        let group = MarkGroup {
            part: "mark",
            name: Some(&mark.name),
            row: mark.row,
        };
        self.onto.begin(group, role_of(mark));
        mark.pieces
            .iter()
            .for_each(|piece| self.piece(piece, false));
        self.onto.end();
    }

    /// Draws a part of a dense scene that keyboard navigation visits: an area with nothing drawn in
    /// it.
    fn part(&self, part: &Mark) {
        let Rect {
            x,
            y,
            width,
            height,
        } = part.area;
        let place = Primitive::rect(Role::Hit, MarkStyle::Solid, x, y, width, height);
        let mut part = part.clone();
        if part.pieces.is_empty() {
            part.pieces.push(place);
        }
        self.mark(&part);
    }

    /// Draws marks of the same style as one element, without their sentences; texts are over all of
    /// them. The mark under a pointer is found by position.
    fn together<'m>(
        &self,
        marks: impl IntoIterator<Item = &'m Mark>,
        joins: impl Fn(&Primitive) -> bool,
    ) {
        let mut alike: Vec<(&Primitive, Vec<&Primitive>)> = Vec::new();
        let seen = marks.into_iter().flat_map(|mark| &mark.pieces);
        let seen: Vec<&Primitive> = seen.filter(|piece| piece.role != Role::Hit).collect();
        let (words, shapes): (Vec<&Primitive>, Vec<&Primitive>) = seen
            .into_iter()
            .partition(|piece| matches!(piece.shape, Shape::Text(_)));
        for piece in shapes.into_iter().chain(words) {
            let same = |(first, _): &&mut (&Primitive, Vec<&Primitive>)| {
                (first.role, first.manner) == (piece.role, piece.manner)
            };
            match alike.iter_mut().find(same) {
                Some((_, pieces)) => pieces.push(piece),
                None => alike.push((piece, vec![piece])),
            }
        }
        for (first, pieces) in alike {
            self.onto
                .begin(MarkGroup::unnamed("marks"), class(first.role));
            pieces
                .iter()
                .for_each(|piece| self.piece(piece, joins(piece)));
            self.onto.end();
        }
    }

    fn piece(&self, piece: &Primitive, joined: bool) {
        let (r, g, b) = self.theme.of(piece.role);
        let colour = RGBColor(r, g, b);
        let mut pen = Pen {
            role: class(piece.role),
            manner: "f",
            joined,
            ..Pen::default()
        };
        let mut style = ShapeStyle {
            color: colour.to_rgba(),
            filled: true,
            stroke_width: 0,
        };
        match (piece.role, piece.manner) {
            (Role::Hit, _) => {
                pen.manner = "";
                pen.unseen = true;
            }
            (Role::Watermark, _) => {
                style.color = colour.mix(0.4);
                pen.passing = true;
            }
            (_, MarkStyle::Solid) => {}
            (_, MarkStyle::Faint(strength)) => {
                style.color = colour.mix(f64::from(strength) / 100.0)
            }
            (_, MarkStyle::Hollow) => {
                style.filled = false;
                style.stroke_width = 150;
                pen.within = Some(self.theme.of(Role::Ground));
                pen.manner = "o h";
            }
            (_, MarkStyle::Stroke(width) | MarkStyle::Dashed(width)) => {
                style.filled = false;
                style.stroke_width = u32::from(width) * 10;
                pen.manner = "o";
                if matches!(piece.manner, MarkStyle::Dashed(_)) {
                    pen.broken = Some((500, 300));
                }
            }
            (_, MarkStyle::Hatched(apart)) => {
                pen.manner = "o";
                pen.hatch = Some(u32::from(apart) * 10);
            }
            (_, MarkStyle::Edged) => {
                pen.edge = Some((self.theme.of(Role::Ground), 100));
                pen.manner = "f e";
            }
            (_, MarkStyle::Outlined) => {
                pen.edge = Some((self.theme.of(Role::InkSoft), 50));
                pen.manner = "f n";
            }
        }
        self.onto.take(pen);
        let done = self.shape(&piece.shape, piece.manner, style);
        // The back ends of this crate cannot fail: their error type has no values.
        debug_assert!(done.is_ok());
    }

    fn shape(&self, shape: &Shape, manner: MarkStyle, style: ShapeStyle) -> PaintResult<B> {
        match shape {
            Shape::Rect(rect) => {
                // An outline is drawn inside its rectangle.
                let inset = if manner == MarkStyle::Hollow {
                    0.75
                } else {
                    0.0
                };
                let (width, height) = (rect.width.max(inset * 2.0), rect.height.max(inset * 2.0));
                let from = Point::new(rect.x + inset, rect.y + inset);
                let to = Point::new(rect.x + width - inset, rect.y + height - inset);
                self.area.draw(&Rectangle::new([at(&from), at(&to)], style))
            }
            Shape::Line(points) => self.line(points, style),
            Shape::Lines(lines) => lines.iter().try_for_each(|points| self.line(points, style)),
            Shape::Area(rings) => rings.iter().try_for_each(|ring| {
                let points: Vec<_> = ring.iter().map(at).collect();
                self.area.draw(&Polygon::new(points, style))
            }),
            Shape::Dot { at: centre, radius } => {
                self.area
                    .draw(&Circle::new(at(centre), units(*radius), style))
            }
            Shape::Text(text) => {
                let horizontal = match text.anchor {
                    Anchor::Start => HPos::Left,
                    Anchor::Middle => HPos::Center,
                    Anchor::End => HPos::Right,
                };
                let font = ("sans-serif", text.size * UNITS)
                    .into_font()
                    .style(match text.weight {
                        Weight::Regular => FontStyle::Normal,
                        Weight::Strong => FontStyle::Bold,
                    });
                let style = TextStyle::from(font)
                    .color(&style.color)
                    .pos(Pos::new(horizontal, VPos::Bottom));
                self.area.draw_text(&text.text, &style, at(&text.at))
            }
        }
    }

    fn line(&self, points: &[Point], style: ShapeStyle) -> PaintResult<B> {
        let points: Vec<_> = points.iter().map(at).collect();
        self.area.draw(&PathElement::new(points, style))
    }
}

/// The part of a chart's frame that a piece belongs to.
fn part_of(piece: &Primitive) -> &'static str {
    match (&piece.shape, piece.role) {
        (_, Role::Watermark) => "words",
        (Shape::Text(_), _) => "texts",
        (_, Role::Grid) => "grids",
        (_, Role::Axis) => "axes",
        _ => "shapes",
    }
}

/// The role that determines the color of a mark.
fn role_of(mark: &Mark) -> &'static str {
    let seen =
        |piece: &&Primitive| piece.role != Role::Hit && !matches!(piece.shape, Shape::Text(_));
    mark.pieces
        .iter()
        .find(seen)
        .or(mark.pieces.first())
        .map_or("", |piece| class(piece.role))
}
