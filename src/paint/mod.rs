//! A scene drawn: with plotters, onto a sheet that collects elements.
//!
//! Every number in the drawing is a whole count of hundredths of a pixel, so that a page made
//! natively and the same page in the browser hold the same bytes. Elements carry presentation
//! attributes, which word processors keep, and a class by which a page gives them its own colours
//! (`style/chart.css`): `f` is filled and `o` drawn as a line in the colour of its role, `h` has the
//! ground within, `e` an edge of ground, `n` a fine edge.

mod canvas;
mod element;
mod theme;

pub use element::{Element, NAMESPACE};
pub use theme::{Rgb, Theme, class};

use crate::scene::{Anchor, Manner, Mark, Piece, Point, Role, Scene, Shape, Weight};
use canvas::{Canvas, Pen, UNITS};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

type Area = DrawingArea<Canvas, Shift>;

/// The typefaces a drawing asks for, the shipped one first.
const FONTS: &str =
    "\"Public Sans\", -apple-system, \"Segoe UI\", Roboto, Helvetica, Arial, sans-serif";

/// Draws a scene.
pub fn draw(scene: &Scene, theme: &Theme) -> Element {
    let canvas = Canvas::new(scene.width, scene.height);
    let painter = Painter {
        area: canvas.clone().into_drawing_area(),
        canvas: canvas.clone(),
        theme,
    };
    painter.hidden(&scene.below);
    for mark in &scene.marks {
        painter.mark(mark);
    }
    painter.hidden(&scene.above);
    let size = |pixels: f64| element::hundredths(units(pixels));
    let (width, height) = (size(scene.width), size(scene.height));
    Element {
        children: canvas.finish(),
        ..Element::new("svg")
            .with("class", "drawing")
            .with("viewBox", format!("0 0 {width} {height}"))
            .with("width", width)
            .with("height", height)
            .with("role", "group")
            .with("aria-label", scene.name.as_str())
            .with("font-family", FONTS)
    }
}

fn units(pixels: f64) -> i32 {
    // Far outside every picture, but within what may be subtracted without overflow.
    (pixels * UNITS).round().clamp(-5e8, 5e8) as i32
}

fn at(point: &Point) -> (i32, i32) {
    (units(point.x), units(point.y))
}

struct Painter<'a> {
    area: Area,
    canvas: Canvas,
    theme: &'a Theme,
}

impl Painter<'_> {
    /// What is read out elsewhere, or says nothing.
    fn hidden(&self, pieces: &[Piece]) {
        if !pieces.is_empty() {
            self.canvas
                .begin(Element::new("g").with("aria-hidden", "true"));
            pieces.iter().for_each(|piece| self.piece(piece));
            self.canvas.end();
        }
    }

    fn mark(&self, mark: &Mark) {
        let mut group = Element::new("g").with("class", "mark");
        if let Some(row) = mark.row {
            group = group.with("data-row", row.to_string());
        }
        group = group
            .with("role", "img")
            .with("aria-label", mark.name.as_str());
        self.canvas.begin(group);
        mark.pieces.iter().for_each(|piece| self.piece(piece));
        self.canvas.end();
    }

    fn piece(&self, piece: &Piece) {
        let (r, g, b) = self.theme.of(piece.role);
        let colour = RGBColor(r, g, b);
        let role = theme::class(piece.role);
        let ground = || {
            let (r, g, b) = self.theme.of(Role::Ground);
            format!("#{r:02x}{g:02x}{b:02x}")
        };
        let mut attributes = Vec::new();
        let mut style = ShapeStyle {
            color: colour.to_rgba(),
            filled: true,
            stroke_width: 0,
        };
        let class = match (piece.role, piece.manner) {
            (Role::Hit, _) => {
                attributes.push(("fill-opacity", "0".to_owned()));
                "hit".to_owned()
            }
            (Role::Watermark, _) => {
                attributes.push(("fill-opacity", "0.4".to_owned()));
                attributes.push(("pointer-events", "none".to_owned()));
                "word f".to_owned()
            }
            (_, Manner::Solid) => format!("{role} f"),
            (_, Manner::Faint(strength)) => {
                style.color = colour.mix(f64::from(strength) / 100.0);
                format!("{role} f")
            }
            (_, Manner::Hollow) => {
                style.filled = false;
                style.stroke_width = 150;
                attributes.push(("fill", ground()));
                format!("{role} o h")
            }
            (_, Manner::Stroke(width) | Manner::Dashed(width)) => {
                style.filled = false;
                style.stroke_width = u32::from(width) * 10;
                if matches!(piece.manner, Manner::Dashed(_)) {
                    attributes.push(("stroke-dasharray", "5 3".to_owned()));
                }
                attributes.push(("stroke-linejoin", "round".to_owned()));
                format!("{role} o")
            }
            (_, Manner::Edged) => {
                attributes.push(("stroke", ground()));
                format!("{role} f e")
            }
            (_, Manner::Outlined) => {
                attributes.push(("stroke", hex(self.theme.of(Role::InkSoft))));
                attributes.push(("stroke-width", "0.5".to_owned()));
                format!("{role} f n")
            }
        };
        self.canvas.take(Pen { class, attributes });
        self.shape(&piece.shape, piece.manner, style);
    }

    fn shape(&self, shape: &Shape, manner: Manner, style: ShapeStyle) {
        // The sheet cannot fail: its error has no values.
        let done = match shape {
            Shape::Rect(rect) => {
                // An outline stands within its rectangle.
                let inset = if manner == Manner::Hollow { 0.75 } else { 0.0 };
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
        };
        debug_assert!(done.is_ok());
    }

    fn line(
        &self,
        points: &[Point],
        style: ShapeStyle,
    ) -> Result<(), plotters::drawing::DrawingAreaErrorKind<std::convert::Infallible>> {
        let points: Vec<_> = points.iter().map(at).collect();
        self.area.draw(&PathElement::new(points, style))
    }
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
