//! The back end that records what was drawn, and in which groups.

use super::tree::is_bold;
use super::{Group, Grouped, Measure, Pen, UNITS};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// The kind of a plotters call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Pixel,
    Rect,
    Path,
    Circle,
    Polygon,
    Text(String),
}

/// One plotters call.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub what: What,
    pub pen: Pen,
    /// Index of the group in the order of opening; `None` is outside of all groups.
    pub group: Option<usize>,
}

/// A group as it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub part: &'static str,
    pub role: &'static str,
    pub name: Option<String>,
    pub row: Option<usize>,
}

/// Records calls and groups; clones share one record.
#[derive(Clone)]
pub struct Recorder(Rc<RefCell<Account>>);

struct Account {
    size: (u32, u32),
    measure: Measure,
    pen: Pen,
    open: Vec<usize>,
    groups: Vec<Opened>,
    calls: Vec<Drawn>,
    /// Number of groups closed without having been opened.
    stray: usize,
}

impl Recorder {
    pub fn new(width: f64, height: f64, measure: Measure) -> Self {
        let units = |pixels: f64| (pixels * UNITS) as u32;
        Self(Rc::new(RefCell::new(Account {
            size: (units(width), units(height)),
            measure,
            pen: Pen::default(),
            open: Vec::new(),
            groups: Vec::new(),
            calls: Vec::new(),
            stray: 0,
        })))
    }

    /// Every plotters call, in order.
    pub fn calls(&self) -> Vec<Drawn> {
        self.0.borrow().calls.clone()
    }

    /// Every group, in the order of opening.
    pub fn groups(&self) -> Vec<Opened> {
        self.0.borrow().groups.clone()
    }

    /// Whether every group was closed exactly once.
    pub fn is_balanced(&self) -> bool {
        let account = self.0.borrow();
        account.open.is_empty() && account.stray == 0
    }

    fn draw(&self, what: What) -> Result<(), DrawingErrorKind<Infallible>> {
        let mut account = self.0.borrow_mut();
        let (pen, group) = (account.pen, account.open.last().copied());
        account.calls.push(Drawn { what, pen, group });
        Ok(())
    }
}

impl Grouped for Recorder {
    fn begin(&self, mark: Group<'_>, role: &'static str) {
        let mut account = self.0.borrow_mut();
        let at = account.groups.len();
        account.groups.push(Opened {
            part: mark.part,
            role,
            name: mark.name.map(str::to_owned),
            row: mark.row,
        });
        account.open.push(at);
    }

    fn end(&self) {
        let mut account = self.0.borrow_mut();
        if account.open.pop().is_none() {
            account.stray += 1;
        }
    }

    fn take(&self, pen: Pen) {
        self.0.borrow_mut().pen = pen;
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0.borrow().size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        _: BackendCoord,
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Pixel)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Path)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        _: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Rect)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Path)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: u32,
        _: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Circle)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Polygon)
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        _: &T,
        _: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw(What::Text(text.to_owned()))
    }

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
