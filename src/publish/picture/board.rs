//! A card laid out: a bar of colour, the site's name, the page's title, one thing to see, the source.
//!
//! A chart stands below the title or beside it, wherever more of it can be shown larger.

use super::card::{Card, CardBody};
use super::column::{Column, Style};
use super::fit::{Fitted, fit};
use super::sheet::Sheet;
use crate::frame::Frame;
use crate::locale::Locale;
use crate::m;
use crate::prose;
use crate::query::View;
use crate::scene::measure::width;
use crate::scene::{Manner, Piece, Rect, Role, Text};

/// The size of a card in pixels, of the proportions that social networks cut pictures to.
pub const WIDE: f64 = 1200.0;
pub const HIGH: f64 = 628.0;

const BAR: f64 = 20.0;
const LEFT: f64 = 76.0;
const RIGHT: f64 = 60.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 40.0;
/// The column beside a chart.
const ASIDE: f64 = 384.0;
const GUTTER: f64 = 44.0;

const SITE: Style = Style::strong(26.0, Role::Mark);
const TITLE: Style = Style::strong(56.0, Role::Ink);
const LEDE: Style = Style::plain(26.0, Role::InkSoft);
const CAPTION: Style = Style::strong(24.0, Role::Ink);
const SOURCE: Style = Style::plain(21.0, Role::InkSoft);
const NUMBER: Style = Style::strong(150.0, Role::Mark);
const WHAT: Style = Style::strong(34.0, Role::Ink);
const META: Style = Style::plain(28.0, Role::InkSoft);
const WORDS: Style = Style::plain(40.0, Role::Ink);

pub fn lay_out(card: &Card, locale: Locale) -> Sheet {
    let illustrative = card.illustrative
        || matches!(&card.body, CardBody::Chart { frame, .. } if frame.package.illustrative);
    let says = Says {
        card,
        locale,
        illustrative,
    };
    let mut sheet = match &card.body {
        CardBody::Chart { frame, view } => says.chart(frame, *view),
        CardBody::Number { value, what, meta } => says.number(value, what, meta),
        CardBody::Words(words) => says.words(words),
    };
    let bar = Piece::rect(Role::Mark, Manner::Solid, 0.0, 0.0, BAR, HIGH);
    sheet.pieces.push(bar);
    sheet.width = WIDE;
    sheet.height = HIGH;
    sheet.title.clone_from(&card.title);
    sheet.description.clone_from(&card.alt);
    sheet
}

struct Says<'a> {
    card: &'a Card,
    locale: Locale,
    illustrative: bool,
}

impl Says<'_> {
    /// The column that begins every card: the site, and the word for made-up numbers.
    fn head(&self, room: f64) -> Column {
        let mut column = Column::new(LEFT, TOP, room);
        let site = self.locale.text(m!(SiteName));
        column.say(&site, SITE, 1);
        if self.illustrative {
            let word = self.locale.text(m!(ChartIllustrative));
            let wide = width(&word, SITE.size, SITE.weight);
            let beside = LEFT + width(&site, SITE.size, SITE.weight) + 24.0;
            let (x, top) = if beside + wide + 24.0 <= LEFT + room {
                (beside, TOP - 3.0)
            } else {
                column.skip(46.0);
                (LEFT, TOP + SITE.line() + 6.0)
            };
            let high = SITE.line() + 6.0;
            let role = Role::Series(1);
            let chip = Piece::rect(role, Manner::Solid, x, top, wide + 24.0, high);
            let baseline = top + high / 2.0 + SITE.size * 0.36;
            let text = Text::new(word, x + 12.0, baseline, SITE.size).strong();
            column.pieces.push(chip);
            column.pieces.push(text.piece(Role::Ground));
        }
        column
    }

    /// The source at the bottom of a column, over a line; gives where it begins.
    fn foot(&self, room: f64, most: usize, out: &mut Vec<Piece>) -> f64 {
        let mut column = Column::new(LEFT, 0.0, room);
        column.say(&self.card.source, SOURCE, most);
        let top = HIGH - BOTTOM - column.y;
        let mut column = Column::new(LEFT, top, room);
        column.say(&self.card.source, SOURCE, most);
        let rule = top - 14.0;
        out.push(Piece::line(
            Role::Grid,
            20,
            (LEFT, rule),
            (LEFT + room, rule),
        ));
        out.append(&mut column.pieces);
        rule
    }

    fn chart(&self, frame: &Frame, view: View) -> Sheet {
        let below = self.chart_below(frame, view);
        let beside = self.chart_beside(frame, view);
        // More rows go before larger letters.
        let better = match (below, beside) {
            (Some(below), Some(beside)) => {
                let worth = |(shown, scale, _): &(usize, f64, Sheet)| (*shown, *scale);
                if worth(&below) >= worth(&beside) {
                    Some(below)
                } else {
                    Some(beside)
                }
            }
            (below, beside) => below.or(beside),
        };
        match better {
            Some((_, _, sheet)) => sheet,
            None => self.instead(frame),
        }
    }

    /// What a card shows of a frame whose chart does not fit.
    fn instead(&self, frame: &Frame) -> Sheet {
        match frame.total.as_ref().filter(|total| total.has_number()) {
            Some(total) => self.number(
                &self.locale.text(prose::value(total, &frame.measure)),
                &frame.measure.title,
                &self.locale.text(prose::summary(frame)),
            ),
            None => self.words(&self.locale.text(prose::summary(frame))),
        }
    }

    /// The chart's own title, where the page has another.
    fn caption(&self, frame: &Frame) -> Option<String> {
        let title = self.locale.text(prose::title(frame));
        (title != self.card.title).then_some(title)
    }

    fn cut_note(&self, fitted: &Fitted) -> Option<String> {
        let (shown, of) = fitted.cut?;
        Some(self.locale.text(m!(CaveatTop, shown = shown, of = of)))
    }

    fn chart_below(&self, frame: &Frame, view: View) -> Option<(usize, f64, Sheet)> {
        let room = WIDE - LEFT - RIGHT;
        let mut column = self.head(room);
        let title = TITLE.fitting(&[48.0, 42.0], &self.card.title, room, 2);
        column.say(&self.card.title, title, 3);
        if let Some(lede) = &self.card.lede {
            column.say(lede, LEDE, 1);
        }
        column.skip(14.0);
        if let Some(caption) = self.caption(frame) {
            column.say(&caption, CAPTION, 2);
            column.skip(6.0);
        }
        let foot = self.foot(room, 2, &mut column.pieces);
        let note = SOURCE.line();
        let place = Rect::new(LEFT, column.y, room, foot - 12.0 - column.y);
        let mut fitted = fit(frame, view, place, self.locale)?;
        if fitted.cut.is_some() {
            let place = Rect {
                height: place.height - note,
                ..place
            };
            fitted = fit(frame, view, place, self.locale)?;
            column.y = fitted.inset.at.y + fitted.inset.height();
            if let Some(note) = self.cut_note(&fitted) {
                column.say(&note, SOURCE, 1);
            }
        }
        Some(self.done(column, fitted))
    }

    fn chart_beside(&self, frame: &Frame, view: View) -> Option<(usize, f64, Sheet)> {
        let mut column = self.head(ASIDE);
        column.skip(14.0);
        let title = TITLE.fitting(&[50.0, 46.0, 42.0, 38.0], &self.card.title, ASIDE, 4);
        column.say(&self.card.title, title, 4);
        column.skip(10.0);
        let foot = self.foot(ASIDE, 5, &mut column.pieces);
        let caption = self.caption(frame);
        let x = LEFT + ASIDE + GUTTER;
        let mut top = TOP;
        let wide = WIDE - RIGHT - x;
        if let Some(caption) = caption {
            let mut over = Column::new(x, top, wide);
            over.say(&caption, CAPTION, 2);
            top = over.y + 10.0;
            column.pieces.append(&mut over.pieces);
        }
        let place = Rect::new(x, top, wide, HIGH - BOTTOM - top);
        let mut fitted = fit(frame, view, place, self.locale)?;
        let mut lede: Vec<String> = self.card.lede.iter().cloned().collect();
        lede.extend(self.cut_note(&fitted));
        for text in lede {
            let left = ((foot - 16.0 - column.y) / LEDE.line()) as usize;
            if left > 0 {
                column.say(&text, LEDE, left.min(5));
            }
            column.skip(8.0);
        }
        let spare = (
            place.width - fitted.inset.width(),
            place.height - fitted.inset.height(),
        );
        fitted.inset.at.x += spare.0.max(0.0) / 2.0;
        fitted.inset.at.y += spare.1.max(0.0) / 2.0;
        Some(self.done(column, fitted))
    }

    fn done(&self, column: Column, fitted: Fitted) -> (usize, f64, Sheet) {
        let scale = fitted.inset.scale;
        let sheet = Sheet {
            pieces: column.pieces,
            insets: vec![fitted.inset],
            ..Sheet::default()
        };
        (fitted.shown, scale, sheet)
    }

    fn number(&self, value: &str, what: &str, meta: &str) -> Sheet {
        let room = WIDE - LEFT - RIGHT;
        let mut column = self.head(room);
        column.skip(16.0);
        let title = TITLE.fitting(&[56.0, 48.0, 42.0], &self.card.title, room, 2);
        column.say(&self.card.title, title, 3);
        if let Some(lede) = &self.card.lede {
            column.say(lede, LEDE, 2);
        }
        let foot = self.foot(room, 2, &mut column.pieces);
        let sizes = [150.0, 136.0, 120.0, 108.0, 96.0, 84.0, 72.0, 60.0, 48.0];
        let number = NUMBER.fitting(&sizes, value, room, 1);
        let mut body = Column::new(LEFT, 0.0, room);
        body.say(value, number, 2);
        body.skip(4.0);
        body.say(what, WHAT, 2);
        body.skip(4.0);
        let left = ((foot - 20.0 - column.y - body.y) / META.line()).max(1.0) as usize;
        body.say(meta, META, left.min(3));
        self.centred(column, body, foot)
    }

    fn words(&self, words: &str) -> Sheet {
        let room = WIDE - LEFT - RIGHT;
        let mut column = self.head(room);
        column.skip(16.0);
        let title = TITLE.fitting(&[56.0, 48.0, 42.0], &self.card.title, room, 2);
        column.say(&self.card.title, title, 3);
        if let Some(lede) = &self.card.lede {
            column.say(lede, LEDE, 2);
        }
        let foot = self.foot(room, 2, &mut column.pieces);
        let high = foot - 40.0 - column.y;
        let sizes = [40.0, 36.0, 32.0, 28.0, 25.0];
        let fits = |size: &f64| {
            let style = WORDS.fitting(&[*size], words, room, 1);
            let mut body = Column::new(LEFT, 0.0, room);
            body.say(words, style, 40);
            body.y <= high
        };
        let size = sizes.iter().copied().find(fits).unwrap_or(25.0);
        let style = Style { size, ..WORDS };
        let mut body = Column::new(LEFT, 0.0, room);
        body.say(words, style, (high / style.line()).max(1.0) as usize);
        self.centred(column, body, foot)
    }

    /// Moves what was said between head and foot.
    fn centred(&self, mut column: Column, body: Column, foot: f64) -> Sheet {
        let spare = (foot - 16.0 - column.y - body.y).max(0.0);
        let down = column.y + spare / 2.0;
        for mut piece in body.pieces {
            if let crate::scene::Shape::Text(text) = &mut piece.shape {
                text.at.y += down;
            }
            column.pieces.push(piece);
        }
        Sheet {
            pieces: column.pieces,
            ..Sheet::default()
        }
    }
}
