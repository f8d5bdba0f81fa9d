//! The layout of a card: a bar of color, the site's name, the page's title, one chart or number,
//! the source.

use super::card::{Card, CardBody};
use super::word;
use crate::export::{Sheet, Style, VerticalFlow};
use crate::locale::Locale;
use crate::m;
use crate::scene::measure::width;
use crate::scene::{MarkStyle, Primitive, Role, Shape, Text};

/// The size of a card in px, in the aspect ratio to which social networks crop pictures.
pub const WIDE: f64 = 1200.0;
pub const HIGH: f64 = 628.0;

const BAR: f64 = 20.0;
pub const LEFT: f64 = 76.0;
pub const RIGHT: f64 = 60.0;
pub const TOP: f64 = 44.0;
pub const BOTTOM: f64 = 40.0;

const SITE: Style = Style::strong(26.0, Role::Mark);
pub const TITLE: Style = Style::strong(56.0, Role::Ink);
pub const LEDE: Style = Style::plain(26.0, Role::InkSoft);
pub const SOURCE: Style = Style::plain(21.0, Role::InkSoft);
const NUMBER: Style = Style::strong(150.0, Role::Mark);
const NUMBERS: [f64; 9] = [150.0, 136.0, 120.0, 108.0, 96.0, 84.0, 72.0, 60.0, 48.0];
/// The maximum share of the room for a number.
const SHARE: f64 = 0.6;
const WHAT: Style = Style::strong(34.0, Role::Ink);
const META: Style = Style::plain(28.0, Role::InkSoft);
const WORDS: Style = Style::plain(40.0, Role::Ink);

pub fn lay_out(card: &Card, locale: Locale) -> Sheet {
    let illustrative = card.illustrative
        || matches!(&card.body, CardBody::Chart { frame, .. } if frame.package.illustrative);
    let says = CardText {
        card,
        locale,
        illustrative,
    };
    let mut sheet = match &card.body {
        CardBody::Chart { frame, view } => {
            // The watermark goes over the whole card.
            let mut frame = frame.clone();
            frame.package.illustrative = false;
            says.chart(&frame, *view)
        }
        CardBody::Number { value, what, meta } => says.number(value, what, meta),
        CardBody::Words(words) => says.words(words),
    };
    let bar = Primitive::rect(Role::Mark, MarkStyle::Solid, 0.0, 0.0, BAR, HIGH);
    sheet.pieces.push(bar);
    sheet.width = WIDE;
    sheet.height = HIGH;
    sheet.title.clone_from(&card.title);
    sheet.description.clone_from(&card.alt);
    if illustrative {
        word::mark(&mut sheet, locale);
    }
    sheet
}

/// Lays out the parts of a card.
pub struct CardText<'a> {
    pub card: &'a Card,
    pub locale: Locale,
    illustrative: bool,
}

impl CardText<'_> {
    /// The column at the top of every card: the site, and the label of made-up numbers.
    pub fn head(&self, room: f64) -> VerticalFlow {
        let mut column = VerticalFlow::new(LEFT, TOP, room);
        let site = self.locale.text(m!(SiteTitle));
        column.say(&site, SITE, 1);
        if self.illustrative {
            let word = self.locale.text(m!(ChartIllustrative));
            let wide = width(&word, SITE.size, SITE.weight);
            let beside = LEFT + width(&site, SITE.size, SITE.weight) + 24.0;
            let (x, top) = if beside + wide + 24.0 <= LEFT + room {
                (beside, TOP - 3.0)
            } else {
                column.skip(SITE.line() + 30.0);
                (LEFT, TOP + SITE.line() + 10.0)
            };
            let high = SITE.line() + 6.0;
            let role = Role::Series(1);
            let chip = Primitive::rect(role, MarkStyle::Solid, x, top, wide + 24.0, high);
            let baseline = top + high / 2.0 + SITE.size * 0.36;
            let text = Text::new(word, x + 12.0, baseline, SITE.size).strong();
            column.pieces.push(chip);
            column.pieces.push(text.piece(Role::Ground));
        }
        column
    }

    /// Writes the source at the bottom of a column, below a rule. Returns the top of this part.
    pub fn foot(&self, room: f64, most: usize, out: &mut Vec<Primitive>) -> f64 {
        let mut column = VerticalFlow::new(LEFT, 0.0, room);
        column.say_evenly(&self.card.source, SOURCE, most);
        let top = HIGH - BOTTOM - column.y;
        let mut column = VerticalFlow::new(LEFT, top, room);
        column.say_evenly(&self.card.source, SOURCE, most);
        let rule = top - 14.0;
        out.push(Primitive::line(
            Role::Grid,
            20,
            (LEFT, rule),
            (LEFT + room, rule),
        ));
        out.append(&mut column.pieces);
        rule
    }

    pub fn number(&self, value: &str, what: &str, meta: &str) -> Sheet {
        let (column, foot) = self.title_and_source();
        let high = foot - 48.0 - column.y;
        // The numbers of lines for value, description and date: the first combination that fits.
        let smallest = Style {
            size: NUMBERS[NUMBERS.len() - 1],
            ..NUMBER
        };
        let whole = smallest.lines(value, column.room).min(3);
        let plans = [(whole, 2, 3), (whole, 2, 2), (whole, 1, 1), (whole, 1, 0)];
        let lay_out_body = |(lines, most, rest): (usize, usize, usize)| {
            let mut body = VerticalFlow::new(LEFT, 0.0, column.room);
            let style = NUMBER.fitting(&NUMBERS, value, column.room, |style, count| {
                count <= lines && count as f64 * style.line() <= high * SHARE
            });
            body.say_evenly(value, style, lines);
            body.skip(4.0);
            body.say_evenly(what, WHAT, most);
            body.skip(4.0);
            if rest > 0 {
                body.say_evenly(meta, META, rest);
            }
            body
        };
        let found = plans
            .into_iter()
            .map(lay_out_body)
            .find(|body| body.y <= high);
        let body = found.unwrap_or_else(|| lay_out_body((1, 1, 0)));
        centred(column, body, foot)
    }

    /// The top of a card without a chart. Also returns where the bottom part begins.
    fn title_and_source(&self) -> (VerticalFlow, f64) {
        let room = WIDE - LEFT - RIGHT;
        let mut column = self.head(room);
        column.skip(16.0);
        let title = TITLE.fitting(&[56.0, 48.0, 42.0], &self.card.title, room, |_, lines| {
            lines <= 2
        });
        column.say_evenly(&self.card.title, title, 3);
        if let Some(lede) = &self.card.lede {
            column.say_evenly(lede, LEDE, 2);
        }
        let foot = self.foot(room, 2, &mut column.pieces);
        (column, foot)
    }

    pub fn words(&self, words: &str) -> Sheet {
        let (column, foot) = self.title_and_source();
        let high = foot - 24.0 - column.y;
        let room = column.room;
        let sizes = [44.0, 40.0, 36.0, 32.0, 28.0, 25.0];
        let style = WORDS.fitting(&sizes, words, room, |style, lines| {
            lines as f64 * style.line() <= high
        });
        let mut body = VerticalFlow::new(LEFT, 0.0, room);
        body.say(words, style, (high / style.line()).max(1.0) as usize);
        centred(column, body, foot)
    }
}

/// Centers a body vertically between head and foot.
fn centred(mut column: VerticalFlow, body: VerticalFlow, foot: f64) -> Sheet {
    let spare = (foot - 16.0 - column.y - body.y).max(0.0);
    let down = column.y + spare / 2.0;
    for mut piece in body.pieces {
        if let Shape::Text(text) = &mut piece.shape {
            text.at.y += down;
        }
        column.pieces.push(piece);
    }
    Sheet {
        pieces: column.pieces,
        ..Sheet::default()
    }
}
