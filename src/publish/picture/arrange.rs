//! Places a chart on a card: below the title or next to it, whichever shows more of it, and larger.

use super::board::{BOTTOM, HIGH, LEDE, LEFT, RIGHT, SOURCE, Says, TITLE, TOP, WIDE};
use super::card::capital;
use super::fit::{Fitted, fit};
use crate::export::{Column, Sheet, Style};
use crate::frame::Frame;
use crate::locale::{Message, Words};
use crate::m;
use crate::prose;
use crate::query::View;
use crate::scene::{Rect, Role};

/// Width of the column next to a chart, in px.
const ASIDE: f64 = 384.0;
const GUTTER: f64 = 44.0;
const CAPTION: Style = Style::strong(24.0, Role::Ink);
/// The minimum number of lines of text next to a chart, besides the title.
const KEPT: f64 = 3.0;

/// A chart on its sheet, with the values for comparing layouts.
struct Arranged {
    sheet: Sheet,
    /// Number of row groups shown.
    shown: usize,
    scale: f64,
}

impl Says<'_> {
    pub fn chart(&self, frame: &Frame, view: View) -> Sheet {
        // A single bar, or a single dot in time, says less than its number.
        if let ([row], View::Bar | View::Line) = (frame.rows.as_slice(), view) {
            let text = |message: Message| capital(&self.locale.text(message));
            let kind = row.kind.map_or_else(String::new, |kind| text(kind.label()));
            return self.number(
                &text(prose::value(&row.cell, &frame.measure)),
                &self.locale.argument(&prose::row_label(frame, row)),
                &self.caption(frame).unwrap_or(kind),
            );
        }
        // More rows are preferred to larger letters.
        let worth = |arranged: &Arranged| (arranged.shown, arranged.scale);
        let better = match (self.below(frame, view), self.beside(frame, view)) {
            (Some(below), Some(beside)) if worth(&beside) > worth(&below) => Some(beside),
            (below, beside) => below.or(beside),
        };
        better.map_or_else(|| self.instead(frame), |arranged| arranged.sheet)
    }

    /// What a card shows instead of a chart that does not fit.
    fn instead(&self, frame: &Frame) -> Sheet {
        let summary = self.locale.text(prose::summary(frame));
        match frame.total.as_ref().filter(|total| total.has_number()) {
            Some(total) => self.number(
                &capital(&self.locale.text(prose::value(total, &frame.measure))),
                &frame.measure.title,
                &summary,
            ),
            None => self.words(&summary),
        }
    }

    /// The chart's own title, where the page has a different one.
    fn caption(&self, frame: &Frame) -> Option<String> {
        let title = self.locale.text(prose::title(frame));
        (title != self.card.title).then_some(title)
    }

    /// A note on rows left out for lack of room.
    fn cut_note(&self, fitted: &Fitted) -> Option<String> {
        let (shown, of) = fitted.cut?;
        Some(self.locale.text(m!(CaveatTop, shown = shown, of = of)))
    }

    fn below(&self, frame: &Frame, view: View) -> Option<Arranged> {
        let room = WIDE - LEFT - RIGHT;
        let mut column = self.head(room);
        column.skip(8.0);
        let title = TITLE.fitting(&[48.0, 42.0], &self.card.title, room, |_, lines| lines <= 2);
        column.say_evenly(&self.card.title, title, 3);
        if let Some(lede) = &self.card.lede {
            column.say_evenly(lede, LEDE, 1);
        }
        column.skip(14.0);
        if let Some(caption) = self.caption(frame) {
            column.say(&caption, CAPTION, 2);
            column.skip(6.0);
        }
        let foot = self.foot(room, 2, &mut column.pieces);
        let place = Rect::new(LEFT, column.y, room, foot - 12.0 - column.y);
        let mut fitted = fit(frame, view, place, self.locale)?;
        if fitted.cut.is_some() {
            // The line of that note takes room as well.
            let height = place.height - SOURCE.line();
            fitted = fit(frame, view, Rect { height, ..place }, self.locale)?;
            column.y = fitted.inset.at.y + fitted.inset.height();
            if let Some(note) = self.cut_note(&fitted) {
                column.say(&note, SOURCE, 1);
            }
        }
        Some(arranged(column, fitted))
    }

    fn beside(&self, frame: &Frame, view: View) -> Option<Arranged> {
        let mut column = self.head(ASIDE);
        column.skip(14.0);
        let foot = self.foot(ASIDE, 5, &mut column.pieces) - 16.0;
        let high = foot - column.y - 18.0 - KEPT * LEDE.line();
        let sizes = [50.0, 46.0, 42.0, 38.0, 34.0, 30.0];
        let title = TITLE.fitting(&sizes, &self.card.title, ASIDE, |style, lines| {
            lines as f64 * style.line() <= high
        });
        let most = (high / title.line()).max(1.0) as usize;
        column.say_evenly(&self.card.title, title, most);
        column.skip(10.0);

        let x = LEFT + ASIDE + GUTTER;
        let mut over = Column::new(x, TOP, WIDE - RIGHT - x);
        if let Some(caption) = self.caption(frame) {
            over.say(&caption, CAPTION, 2);
            over.skip(10.0);
        }
        column.pieces.append(&mut over.pieces);
        let place = Rect::new(x, over.y, over.room, HIGH - BOTTOM - over.y);
        let mut fitted = fit(frame, view, place, self.locale)?;

        // The note on rows left out is required; the other text is added as far as there is room.
        let note = self.cut_note(&fitted).unwrap_or_default();
        let kept = LEDE.lines(&note, ASIDE);
        let left = |column: &Column| ((foot - column.y) / LEDE.line()).max(0.0) as usize;
        let most = left(&column).saturating_sub(kept);
        if let Some(lede) = self.card.lede.as_ref().filter(|_| most > 0) {
            column.say_evenly(lede, LEDE, most);
        }
        if left(&column) > kept {
            column.skip(8.0);
        }
        column.say_evenly(&note, LEDE, left(&column).max(1));
        fitted.inset.at.x += (place.width - fitted.inset.width()).max(0.0) / 2.0;
        fitted.inset.at.y += (place.height - fitted.inset.height()).max(0.0) / 2.0;
        Some(arranged(column, fitted))
    }
}

fn arranged(column: Column, fitted: Fitted) -> Arranged {
    Arranged {
        shown: fitted.shown,
        scale: fitted.inset.scale,
        sheet: Sheet {
            pieces: column.pieces,
            insets: vec![fitted.inset],
            ..Sheet::default()
        },
    }
}
