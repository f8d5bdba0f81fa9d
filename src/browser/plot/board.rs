//! A canvas as a plotters back end.

use crate::paint::backend::{Group, Grouped, Pen, Rgb, UNITS, hatched};
use crate::paint::measured;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;
use web_sys::CanvasRenderingContext2d;

/// The number of shapes of one style that are filled at once: fewer calls, and no path too long to
/// fill fast.
const AT_ONCE: u32 = 128;

/// A canvas to draw on; clones share it.
#[derive(Clone)]
pub struct Board(Rc<RefCell<State>>);

struct State {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    pen: Pen,
    /// The style of the path under construction, and the number of its shapes.
    gathered: Option<(Look, u32)>,
    fill: Option<(Rgb, f64)>,
    stroke: Option<(Rgb, f64, u32)>,
}

#[derive(Clone, Copy, PartialEq)]
struct Look {
    pen: Pen,
    rgb: Rgb,
    alpha: f64,
    /// Line width in units; `None` is filled.
    line: Option<u32>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Board {
    /// Clears a canvas of `size` px; `unit` is the number of canvas pixels per unit.
    pub fn new(context: &CanvasRenderingContext2d, unit: f64, size: (f64, f64)) -> Self {
        // A call that fails leaves the old transform: the chart is then smaller, not wrong.
        let _ = context.set_transform(unit, 0.0, 0.0, unit, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, size.0 * UNITS, size.1 * UNITS);
        context.set_line_join("round");
        Self(Rc::new(RefCell::new(State {
            context: context.clone(),
            size: ((size.0 * UNITS) as u32, (size.1 * UNITS) as u32),
            pen: Pen::default(),
            gathered: None,
            fill: None,
            stroke: None,
        })))
    }

    /// Draws the pending path.
    pub fn flush(&self) {
        self.0.borrow_mut().flush();
    }
}

fn css((r, g, b): Rgb, alpha: f64) -> String {
    format!("rgb({r} {g} {b} / {alpha})")
}

impl State {
    fn filled_with(&mut self, rgb: Rgb, alpha: f64) {
        if self.fill != Some((rgb, alpha)) {
            self.fill = Some((rgb, alpha));
            self.context.set_fill_style_str(&css(rgb, alpha));
        }
    }

    fn stroked_with(&mut self, rgb: Rgb, alpha: f64, width: u32) {
        if self.stroke != Some((rgb, alpha, width)) {
            self.stroke = Some((rgb, alpha, width));
            self.context.set_stroke_style_str(&css(rgb, alpha));
            self.context.set_line_width(f64::from(width));
        }
    }

    /// Draws the path built so far.
    fn flush(&mut self) {
        let Some((look, _)) = self.gathered.take() else {
            return;
        };
        let Look {
            pen,
            rgb,
            alpha,
            line,
        } = look;
        match line {
            None => {
                self.filled_with(rgb, alpha);
                self.context.fill();
            }
            Some(width) => {
                if let Some(within) = pen.within {
                    self.filled_with(within, 1.0);
                    self.context.fill();
                }
                self.dashed(pen.broken);
                self.stroked_with(rgb, alpha, width);
                self.context.stroke();
                if pen.broken.is_some() {
                    self.dashed(None);
                }
            }
        }
        if let Some((rgb, width)) = pen.edge {
            self.stroked_with(rgb, 1.0, width);
            self.context.stroke();
        }
    }

    fn dashed(&self, broken: Option<(u32, u32)>) {
        let dashes = js_sys::Array::new();
        if let Some((on, off)) = broken {
            dashes.push(&f64::from(on).into());
            dashes.push(&f64::from(off).into());
        }
        let _ = self.context.set_line_dash(&dashes);
    }

    /// Begins a path, or continues the one before where both can be drawn at once.
    fn gather(&mut self, color: BackendColor, line: Option<u32>) {
        let look = Look {
            pen: self.pen,
            rgb: color.rgb,
            alpha: color.alpha,
            line,
        };
        // Translucent shapes must be drawn over what is below them, and edges over what they
        // separate.
        let one = color.alpha < 1.0 || look.pen.within.is_some() || look.pen.edge.is_some();
        match &mut self.gathered {
            Some((before, count)) if *before == look && !one && *count < AT_ONCE => *count += 1,
            _ => {
                self.flush();
                self.context.begin_path();
                self.gathered = Some((look, 1));
            }
        }
    }

    fn points(&self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut first = true;
        for (x, y) in points {
            let (x, y) = (f64::from(x), f64::from(y));
            if first {
                self.context.move_to(x, y);
                first = false;
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    fn hatch(&mut self, ring: Vec<(f64, f64)>, apart: u32, color: BackendColor) {
        self.gather(color, Some(UNITS as u32));
        for [from, to] in hatched(&[ring], f64::from(apart), UNITS / 2.0) {
            self.context.move_to(from.0, from.1);
            self.context.line_to(to.0, to.1);
        }
    }
}

impl Grouped for Board {
    // A canvas has no groups: the elements over it carry their names.
    fn begin(&self, _: Group<'_>, _: &'static str) {}

    fn end(&self) {}

    fn take(&self, pen: Pen) {
        self.0.borrow_mut().pen = pen;
    }
}

impl DrawingBackend for Board {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0.borrow().size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        self.flush();
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
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
        let mut state = self.0.borrow_mut();
        if state.pen.unseen {
            return Ok(());
        }
        let (x, y) = (f64::from(upper_left.0), f64::from(upper_left.1));
        let (right, bottom) = (f64::from(bottom_right.0), f64::from(bottom_right.1));
        if let Some(apart) = state.pen.hatch.filter(|_| fill) {
            let ring = vec![(x, y), (right, y), (right, bottom), (x, bottom)];
            state.hatch(ring, apart, style.color());
        } else {
            state.gather(style.color(), (!fill).then(|| style.stroke_width()));
            state.context.rect(x, y, right - x, bottom - y);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let mut state = self.0.borrow_mut();
        state.gather(style.color(), Some(style.stroke_width()));
        state.points(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let mut state = self.0.borrow_mut();
        if state.pen.unseen {
            return Ok(());
        }
        state.gather(style.color(), (!fill).then(|| style.stroke_width()));
        let (x, y, radius) = (f64::from(center.0), f64::from(center.1), f64::from(radius));
        state.context.move_to(x + radius, y);
        let _ = state.context.arc(x, y, radius, 0.0, std::f64::consts::TAU);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        let mut state = self.0.borrow_mut();
        if state.pen.unseen {
            return Ok(());
        }
        match state.pen.hatch {
            Some(apart) => {
                let ring = vert.into_iter().map(|(x, y)| (f64::from(x), f64::from(y)));
                state.hatch(ring.collect(), apart, style.color());
            }
            None => {
                state.gather(style.color(), None);
                state.points(vert);
                state.context.close_path();
            }
        }
        Ok(())
    }

    // Texts are elements over the canvas, where they can be read and selected.
    fn draw_text<T: BackendTextStyle>(&mut self, _: &str, _: &T, _: BackendCoord) -> Done {
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = measured(text, style.size(), false);
        Ok((width as u32, style.size() as u32))
    }
}
