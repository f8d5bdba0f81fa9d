//! The parts of a scene.

use super::measure::{self, Weight};

/// A point, in px from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// An axis-aligned rectangle, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// The role of a shape; the theme gives it a color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Grid,
    Axis,
    Ink,
    InkSoft,
    /// The only series.
    Mark,
    /// One of several series, from 0.
    Series(u8),
    /// A class of a map, from 0 (lowest) to 4 (highest).
    Scale(u8),
    /// Nothing is known.
    Absent,
    /// The value exists and is suppressed.
    Hatch,
    /// The background of the drawing.
    Ground,
    /// The watermark on made-up numbers.
    Watermark,
    /// Invisible: the touch area of a mark.
    Hit,
}

/// The style of a shape, in the color of its role.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Manner {
    /// Filled; a line is 1.5 px wide.
    #[default]
    Solid,
    /// An outline filled with the background: a goal (target, projection, commitment) or an open
    /// end.
    Hollow,
    /// Filled, with this opacity in hundredths.
    Faint(u8),
    /// A line of this width, in tenths of a px.
    Stroke(u8),
    /// A dashed line of this width, in tenths of a px.
    Dashed(u8),
    /// Filled, with an edge in the background color.
    Edged,
    /// Filled, with a thin edge in the color of the axes.
    Outlined,
    /// Hatched with lines this far apart, in tenths of a px.
    Hatched(u8),
}

/// Which part of a text is at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// One line of text; `at` is on its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub text: String,
    pub at: Point,
    pub size: f64,
    pub weight: Weight,
    pub anchor: Anchor,
}

/// The geometry of a piece.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect(Rect),
    Line(Vec<Point>),
    /// Several lines drawn as one element.
    Lines(Vec<Vec<Point>>),
    /// Filled rings.
    Area(Vec<Vec<Point>>),
    Dot {
        at: Point,
        radius: f64,
    },
    Text(Text),
}

/// A shape with its role.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub role: Role,
    pub manner: Manner,
    pub shape: Shape,
}

/// The drawing of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Index into [`Frame::rows`](crate::frame::Frame::rows); `None` for an area of a map that the
    /// frame does not mention.
    pub row: Option<usize>,
    /// The sentence for screen readers, also shown on touch.
    pub name: String,
    /// The touch area, and the area that a tooltip is placed next to.
    pub area: Rect,
    pub pieces: Vec<Piece>,
}

impl Shape {
    /// The shape scaled by `scale`, and moved so that its origin is at `at`.
    #[must_use]
    pub fn placed(&self, scale: f64, at: Point) -> Self {
        let point = |old: &Point| Point::new(at.x + old.x * scale, at.y + old.y * scale);
        let points = |old: &Vec<Point>| old.iter().map(point).collect::<Vec<_>>();
        match self {
            Self::Rect(old) => {
                let Point { x, y } = point(&Point::new(old.x, old.y));
                Self::Rect(Rect::new(x, y, old.width * scale, old.height * scale))
            }
            Self::Line(old) => Self::Line(points(old)),
            Self::Lines(old) => Self::Lines(old.iter().map(points).collect()),
            Self::Area(old) => Self::Area(old.iter().map(points).collect()),
            Self::Dot { at, radius } => Self::Dot {
                at: point(at),
                radius: radius * scale,
            },
            Self::Text(old) => Self::Text(Text {
                at: point(&old.at),
                size: old.size * scale,
                ..old.clone()
            }),
        }
    }
}

impl Rect {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        // 2/64 px: the most that snapping may move an edge.
        const TOUCH: f64 = 0.032;
        self.x + self.width > other.x + TOUCH
            && other.x + other.width > self.x + TOUCH
            && self.y + self.height > other.y + TOUCH
            && other.y + other.height > self.y + TOUCH
    }

    /// The rectangle around some points; `None` for none.
    pub fn around<'a>(points: impl IntoIterator<Item = &'a Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (mut low, mut high) = (*first, *first);
        for point in points {
            low.x = low.x.min(point.x);
            low.y = low.y.min(point.y);
            high.x = high.x.max(point.x);
            high.y = high.y.max(point.y);
        }
        Some(Self::new(low.x, low.y, high.x - low.x, high.y - low.y))
    }
}

impl Point {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Text {
    pub fn new(text: impl Into<String>, x: f64, y: f64, size: f64) -> Self {
        Self {
            text: text.into(),
            at: Point::new(x, y),
            size,
            weight: Weight::Regular,
            anchor: Anchor::Start,
        }
    }

    #[must_use]
    pub fn strong(mut self) -> Self {
        self.weight = Weight::Strong;
        self
    }

    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub fn width(&self) -> f64 {
        measure::width(&self.text, self.size, self.weight)
    }

    /// The rectangle that the text takes.
    pub fn area(&self) -> Rect {
        let width = self.width();
        let (above, below) = measure::extent(self.size);
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        Rect::new(x, self.at.y - above, width, above + below)
    }

    pub fn piece(self, role: Role) -> Piece {
        Piece {
            role,
            manner: Manner::Solid,
            shape: Shape::Text(self),
        }
    }
}

impl Piece {
    pub fn new(role: Role, manner: Manner, shape: Shape) -> Self {
        Self {
            role,
            manner,
            shape,
        }
    }

    pub fn rect(role: Role, manner: Manner, x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::new(role, manner, Shape::Rect(Rect::new(x, y, width, height)))
    }

    /// A straight line, `width` tenths of a px wide.
    pub fn line(role: Role, width: u8, from: (f64, f64), to: (f64, f64)) -> Self {
        Self::new(
            role,
            Manner::Stroke(width),
            Shape::Line(vec![Point::new(from.0, from.1), Point::new(to.0, to.1)]),
        )
    }
}
