//! A back end of plotters that collects elements instead of pixels.
//!
//! plotters counts in whole units, so here a unit is a hundredth of a pixel. A pen, set before a
//! shape is drawn, says what plotters has no words for: the class, a broken line, a ground behind an
//! outline. Shapes of one pen that follow one another become one path.

use super::element::{Element, hundredths};
use crate::scene::measure::{self, Weight};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// Units of a pixel.
pub const UNITS: f64 = 100.0;

/// What a shape is besides its geometry and its colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pen {
    pub class: String,
    /// Further attributes of every shape drawn with the pen.
    pub attributes: Vec<(&'static str, String)>,
}

/// A sheet to draw on; clones are the same sheet.
#[derive(Clone)]
pub struct Canvas(Rc<RefCell<Sheet>>);

struct Sheet {
    size: (u32, u32),
    pen: Pen,
    /// The groups that are open, the drawing itself first.
    open: Vec<Element>,
    /// The path that the next shape of the same pen joins.
    joining: Option<Pen>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas {
    /// An empty sheet of that many pixels.
    pub fn new(width: f64, height: f64) -> Self {
        let units = |pixels: f64| (pixels * UNITS) as u32;
        Self(Rc::new(RefCell::new(Sheet {
            size: (units(width), units(height)),
            pen: Pen::default(),
            open: vec![Element::new("svg")],
            joining: None,
        })))
    }

    /// Opens a group; what is drawn until [`Canvas::end`] stands in it.
    pub fn begin(&self, group: Element) {
        let mut sheet = self.0.borrow_mut();
        sheet.joining = None;
        sheet.open.push(group);
    }

    /// Closes the group that was opened last.
    pub fn end(&self) {
        let mut sheet = self.0.borrow_mut();
        sheet.joining = None;
        if sheet.open.len() > 1
            && let Some(group) = sheet.open.pop()
        {
            sheet.push(group);
        }
    }

    /// With what the next shapes are drawn.
    pub fn take(&self, pen: Pen) {
        self.0.borrow_mut().pen = pen;
    }

    /// What was drawn: the children of the whole.
    pub fn finish(&self) -> Vec<Element> {
        while self.0.borrow().open.len() > 1 {
            self.end();
        }
        let mut sheet = self.0.borrow_mut();
        std::mem::take(&mut sheet.open[0].children)
    }
}

impl Sheet {
    fn push(&mut self, element: Element) {
        if let Some(group) = self.open.last_mut() {
            group.children.push(element);
        }
    }

    fn dressed(&self, name: &'static str) -> Element {
        let mut element = Element::new(name);
        if !self.pen.class.is_empty() {
            element = element.with("class", &self.pen.class);
        }
        element
    }

    /// Adds a shape in the pen's manner.
    fn shape(&mut self, element: Element, style: &impl BackendStyle, fill: bool) {
        self.joining = None;
        let element = self.coloured(element, style, fill);
        self.push(element);
    }

    fn coloured(&self, element: Element, style: &impl BackendStyle, fill: bool) -> Element {
        let BackendColor { alpha, rgb } = style.color();
        let colour = hex(rgb);
        let mut element = if fill {
            element.with("fill", colour)
        } else {
            let own = self.pen.attributes.iter().any(|(name, _)| *name == "fill");
            let element = element.with("stroke", colour);
            let element = if own {
                element
            } else {
                element.with("fill", "none")
            };
            element.with("stroke-width", hundredths(style.stroke_width() as i32))
        };
        if alpha < 1.0 {
            let name = if fill {
                "fill-opacity"
            } else {
                "stroke-opacity"
            };
            element = element.with(name, hundredths((alpha * 100.0 + 0.5) as i32));
        }
        element
            .attributes
            .extend(self.pen.attributes.iter().cloned());
        element
    }

    /// A path, or more of the path before it.
    fn path(&mut self, d: String, style: &impl BackendStyle, fill: bool) {
        if self.joining.as_ref() == Some(&self.pen)
            && let Some(last) = self
                .open
                .last_mut()
                .and_then(|group| group.children.last_mut())
            && let Some((_, own)) = last.attributes.iter_mut().find(|(name, _)| *name == "d")
        {
            own.push_str(&d);
            return;
        }
        let element = self.dressed("path").with("d", d);
        self.shape(element, style, fill);
        self.joining = Some(self.pen.clone());
    }
}

fn hex((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A path through points, each as far from the last as it is.
fn steps(points: impl IntoIterator<Item = BackendCoord>, close: bool) -> String {
    let mut out = String::new();
    let mut last: Option<BackendCoord> = None;
    let number = |out: &mut String, value: i32, first: bool| {
        let text = hundredths(value);
        if !first && !text.starts_with('-') {
            out.push(' ');
        }
        // ".5" and "-.5" are numbers too.
        match text.strip_prefix("0.") {
            Some(part) => {
                out.push('.');
                out.push_str(part);
            }
            None => match text.strip_prefix("-0.") {
                Some(part) => {
                    out.push_str("-.");
                    out.push_str(part);
                }
                None => out.push_str(&text),
            },
        }
    };
    for (x, y) in points {
        match last {
            None => {
                out.push('M');
                number(&mut out, x, true);
                number(&mut out, y, false);
            }
            Some(before) => {
                if before == (x, y) && close {
                    continue;
                }
                let (dx, dy) = (x - before.0, y - before.1);
                if dy == 0 {
                    out.push('h');
                    number(&mut out, dx, true);
                } else if dx == 0 {
                    out.push('v');
                    number(&mut out, dy, true);
                } else {
                    out.push('l');
                    number(&mut out, dx, true);
                    number(&mut out, dy, false);
                }
            }
        }
        last = Some((x, y));
    }
    if close {
        out.push('z');
    }
    out
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0.borrow().size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        // Nothing is made of pixels here.
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let mut sheet = self.0.borrow_mut();
        let element = sheet
            .dressed("rect")
            .with("x", hundredths(upper_left.0))
            .with("y", hundredths(upper_left.1))
            .with("width", hundredths((bottom_right.0 - upper_left.0).max(0)))
            .with("height", hundredths((bottom_right.1 - upper_left.1).max(0)));
        sheet.shape(element, style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.0.borrow_mut().path(steps(path, false), style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let mut sheet = self.0.borrow_mut();
        let element = sheet
            .dressed("circle")
            .with("cx", hundredths(center.0))
            .with("cy", hundredths(center.1))
            .with("r", hundredths(radius as i32));
        sheet.shape(element, style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        self.0.borrow_mut().path(steps(vert, true), style, true);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Done {
        let mut sheet = self.0.borrow_mut();
        let mut element = sheet
            .dressed("text")
            .with("x", hundredths(pos.0))
            .with("y", hundredths(pos.1))
            .with("font-size", hundredths(style.size() as i32));
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => element = element.with("text-anchor", "middle"),
            HPos::Right => element = element.with("text-anchor", "end"),
        }
        if weight(style) == Weight::Strong {
            element = element.with("font-weight", Weight::Strong.number().to_string());
        }
        // The place is on the baseline, which plotters calls the bottom.
        debug_assert!(matches!(style.anchor().v_pos, VPos::Bottom));
        let colour = style.color();
        element = sheet.coloured(element, &colour, true);
        element.text = Some(text.to_owned());
        sheet.joining = None;
        sheet.push(element);
        Ok(())
    }

    /// plotters' own way puts an element into the page to measure it; ours asks the table.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = measure::width(text, style.size(), weight(style));
        Ok((width as u32, style.size() as u32))
    }
}

fn weight(style: &impl BackendTextStyle) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::Strong,
        _ => Weight::Regular,
    }
}
