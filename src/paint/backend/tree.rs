//! The back end that collects elements instead of pixels.
//!
//! It writes attributes only, which word processors keep: no style sheet, no foreign object, no
//! pattern. Consecutive lines of one pen become one path.

use super::element::{Element, hundredths};
use super::{Group, Grouped, Measure, Pen, Rgb, UNITS, hatch, steps};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// Font weight of bold text; the page has no heavier weight of the typeface.
const BOLD: &str = "600";

/// A sheet to draw on; clones share one sheet.
#[derive(Clone)]
pub struct Tree(Rc<RefCell<Sheet>>);

struct Sheet {
    size: (u32, u32),
    measure: Measure,
    pen: Pen,
    /// The open groups, starting with the drawing itself.
    open: Vec<Element>,
    /// The properties of the path that the next path may join.
    joining: Option<Joining>,
}

/// Paths that agree in these properties become one.
#[derive(Clone, Copy, PartialEq)]
struct Joining {
    pen: Pen,
    color: Rgb,
    alpha: f64,
    line: Option<u32>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Tree {
    /// An empty sheet of this size in px.
    pub fn new(width: f64, height: f64, measure: Measure) -> Self {
        let units = |pixels: f64| (pixels * UNITS) as u32;
        Self(Rc::new(RefCell::new(Sheet {
            size: (units(width), units(height)),
            measure,
            pen: Pen::default(),
            open: vec![Element::new("svg")],
            joining: None,
        })))
    }

    /// Returns what was drawn: the children of the root element.
    pub fn finish(&self) -> Vec<Element> {
        while self.0.borrow().open.len() > 1 {
            self.end();
        }
        let mut sheet = self.0.borrow_mut();
        std::mem::take(&mut sheet.open[0].children)
    }
}

impl Grouped for Tree {
    fn begin(&self, mark: Group<'_>, _role: &'static str) {
        let mut group = Element::new("g");
        if !mark.part.is_empty() {
            group = group.fixed("class", mark.part);
        }
        if let Some(row) = mark.row {
            group = group.with("data-row", row.to_string());
        }
        if let Some(name) = mark.name {
            group = group.fixed("role", "img").with("aria-label", name);
        }
        let mut sheet = self.0.borrow_mut();
        // The content of a hidden group is hidden with it.
        if mark.name.is_none() && sheet.open.len() == 1 {
            group = group.fixed("aria-hidden", "true");
        }
        sheet.joining = None;
        sheet.open.push(group);
    }

    fn end(&self) {
        let mut sheet = self.0.borrow_mut();
        sheet.joining = None;
        if sheet.open.len() > 1
            && let Some(group) = sheet.open.pop()
        {
            sheet.push(group);
        }
    }

    fn take(&self, pen: Pen) {
        self.0.borrow_mut().pen = pen;
    }
}

impl Sheet {
    fn push(&mut self, element: Element) {
        if let Some(group) = self.open.last_mut() {
            group.children.push(element);
        }
    }

    fn dressed(&self, name: &'static str) -> Element {
        let element = Element::new(name);
        match (self.pen.role, self.pen.manner) {
            ("", "") => element,
            (role, "") => element.fixed("class", role),
            ("", manner) => element.fixed("class", manner),
            (role, manner) => element.with("class", [role, " ", manner].concat()),
        }
    }

    /// Adds a shape in the style of the pen.
    fn shape(&mut self, element: Element, style: &impl BackendStyle, fill: bool) {
        self.joining = None;
        let element = self.coloured(
            element,
            style.color(),
            (!fill).then(|| style.stroke_width()),
        );
        self.push(element);
    }

    /// Sets the color of an element: filled, or as a line `line` units wide.
    fn coloured(&self, mut element: Element, color: BackendColor, line: Option<u32>) -> Element {
        let BackendColor { alpha, rgb } = color;
        let pen = &self.pen;
        if pen.unseen {
            return element.fixed("fill", "none");
        }
        element = match line {
            None => element.with("fill", hex(rgb)),
            Some(width) => {
                let element = match pen.within {
                    Some(within) => element.with("stroke", hex(rgb)).with("fill", hex(within)),
                    None => element.with("stroke", hex(rgb)).fixed("fill", "none"),
                };
                element.with("stroke-width", hundredths(width as i32))
            }
        };
        if alpha < 1.0 {
            let name = match line {
                None => "fill-opacity",
                Some(_) => "stroke-opacity",
            };
            element = element.with(name, hundredths((alpha * 100.0 + 0.5) as i32));
        }
        if let Some((colour, width)) = pen.edge {
            element = element.with("stroke", hex(colour));
            if f64::from(width) != UNITS {
                element = element.with("stroke-width", hundredths(width as i32));
            }
        }
        if let Some((on, off)) = pen.broken {
            let dashes = [hundredths(on as i32), hundredths(off as i32)].join(" ");
            element = element.with("stroke-dasharray", dashes);
        }
        if line.is_some() && pen.within.is_none() && pen.hatch.is_none() {
            element = element.fixed("stroke-linejoin", "round");
        }
        if pen.passing {
            element = element.fixed("pointer-events", "none");
        }
        element
    }

    /// Adds a path, or extends the path before it.
    fn path(&mut self, write: impl FnOnce(&mut String), color: BackendColor, line: Option<u32>) {
        let own = Joining {
            pen: self.pen,
            color: color.rgb,
            alpha: color.alpha,
            line,
        };
        if self.joining == Some(own)
            && let Some(last) = self
                .open
                .last_mut()
                .and_then(|group| group.children.last_mut())
            && let Some(d) = last.attribute_mut("d")
        {
            write(d);
            return;
        }
        let mut d = String::new();
        write(&mut d);
        let element = self.dressed("path").with("d", d);
        let element = self.coloured(element, color, line);
        self.push(element);
        self.joining = Some(own);
    }

    /// Fills a ring with parallel lines.
    fn hatch(&mut self, ring: Vec<hatch::Place>, apart: u32, color: BackendColor) {
        let lines = hatch::hatched(&[ring], f64::from(apart), UNITS / 2.0);
        let whole = |(x, y): hatch::Place| (x.round() as i32, y.round() as i32);
        if !lines.is_empty() {
            let write = |d: &mut String| {
                for [from, to] in lines {
                    steps::line(d, [whole(from), whole(to)], false);
                }
            };
            self.path(write, color, Some(UNITS as u32));
        }
    }
}

fn hex((r, g, b): Rgb) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(7);
    out.push('#');
    for part in [r, g, b] {
        out.push(char::from(DIGITS[usize::from(part >> 4)]));
        out.push(char::from(DIGITS[usize::from(part & 15)]));
    }
    out
}

fn place((x, y): BackendCoord) -> hatch::Place {
    (f64::from(x), f64::from(y))
}

impl DrawingBackend for Tree {
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
        // This back end draws no pixels.
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
        let width = bottom_right.0.saturating_sub(upper_left.0).max(0);
        let height = bottom_right.1.saturating_sub(upper_left.1).max(0);
        if let Some(apart) = sheet.pen.hatch.filter(|_| fill) {
            let (x, y) = upper_left;
            let ring = [
                (x, y),
                (x + width, y),
                (x + width, y + height),
                (x, y + height),
            ];
            sheet.hatch(ring.map(place).to_vec(), apart, style.color());
        } else if sheet.pen.joined {
            let line = (!fill).then(|| style.stroke_width());
            sheet.path(
                |d| steps::rect(d, upper_left, width, height),
                style.color(),
                line,
            );
        } else {
            let element = sheet
                .dressed("rect")
                .with("x", hundredths(upper_left.0))
                .with("y", hundredths(upper_left.1))
                .with("width", hundredths(width))
                .with("height", hundredths(height));
            sheet.shape(element, style, fill);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let write = |d: &mut String| steps::line(d, path, false);
        let line = Some(style.stroke_width());
        self.0.borrow_mut().path(write, style.color(), line);
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
        if sheet.pen.joined {
            let line = (!fill).then(|| style.stroke_width());
            sheet.path(
                |d| steps::circle(d, center, radius as i32),
                style.color(),
                line,
            );
        } else {
            let element = sheet
                .dressed("circle")
                .with("cx", hundredths(center.0))
                .with("cy", hundredths(center.1))
                .with("r", hundredths(radius as i32));
            sheet.shape(element, style, fill);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        let mut sheet = self.0.borrow_mut();
        match sheet.pen.hatch {
            Some(apart) => sheet.hatch(vert.into_iter().map(place).collect(), apart, style.color()),
            None => sheet.path(|d| steps::line(d, vert, true), style.color(), None),
        }
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
            HPos::Center => element = element.fixed("text-anchor", "middle"),
            HPos::Right => element = element.fixed("text-anchor", "end"),
        }
        if is_bold(style) {
            element = element.fixed("font-weight", BOLD);
        }
        // The position is on the baseline, which plotters calls the bottom.
        debug_assert!(matches!(style.anchor().v_pos, VPos::Bottom));
        element = sheet.coloured(element, style.color(), None);
        element.text = Some(text.to_owned());
        sheet.joining = None;
        sheet.push(element);
        Ok(())
    }

    /// The default of plotters inserts an element into the page to measure it; this uses the table
    /// of advances.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let measure = self.0.borrow().measure;
        let width = measure(text, style.size(), is_bold(style));
        Ok((width as u32, style.size() as u32))
    }
}

pub(super) fn is_bold(style: &impl BackendTextStyle) -> bool {
    matches!(style.style(), FontStyle::Bold)
}
