//! A chart with everything that must stand beside it, as a file for a report.

use super::column::{Column, Style};
use super::sheet::{Inset, Sheet};
use crate::frame::{Frame, Row};
use crate::geo;
use crate::locale::Locale;
use crate::m;
use crate::prose;
use crate::query::View;
use crate::scene::{Look, Manner, Piece, Point, Role, Scene, lay_out as scene, words_of};

const MARGIN: f64 = 24.0;
const TITLE: Style = Style::strong(22.0, Role::Ink);
const SUBTITLE: Style = Style::plain(15.0, Role::InkSoft);
const WARNING: Style = Style::strong(14.0, Role::Ink);
const NOTE: Style = Style::plain(12.0, Role::InkSoft);
/// A narrower picture would break its words.
const NARROWEST: u32 = 280;
/// Lines beyond which nothing of ours goes on.
const LINES: usize = 12;

pub fn lay_out(frame: &Frame, view: View, locale: Locale, width: u32) -> Sheet {
    let width = width.max(NARROWEST);
    let wide = f64::from(width);
    let room = wide - MARGIN * 2.0;
    let mut column = Column::new(MARGIN, MARGIN, room);
    let title = locale.text(prose::title(frame));
    if frame.package.illustrative {
        column.say(&locale.text(m!(IllustrativeBanner)), WARNING, LINES);
        column.skip(8.0);
    }
    column.say(&title, TITLE, LINES);
    column.say(&locale.text(prose::subtitle(frame)), SUBTITLE, LINES);
    column.skip(16.0);

    let scene = drawn(frame, view, locale, room as u32);
    let at = Point::new(MARGIN, column.y);
    column.skip(scene.height + 16.0);

    if view == View::Table {
        column.say(&locale.text(prose::summary(frame)), NOTE, LINES);
    }
    let notes: Vec<String> = frame
        .caveats
        .iter()
        .map(|caveat| locale.text(prose::caveat(caveat)))
        .collect();
    for note in notes {
        column.say(&note, NOTE, LINES);
    }
    column.skip(8.0);
    let rule = (column.y, wide - MARGIN);
    column.pieces.push(Piece::line(
        Role::Grid,
        10,
        (MARGIN, rule.0),
        (rule.1, rule.0),
    ));
    column.skip(8.0);
    column.say(&locale.text(prose::source_line(frame)), NOTE, LINES);
    let from = m!(
        PictureFrom,
        site = m!(SiteTitle),
        package = &frame.package.title
    );
    column.say(&locale.text(from), NOTE, LINES);
    let accent = Piece::rect(Role::Mark, Manner::Solid, 0.0, 0.0, wide, 4.0);
    column.pieces.push(accent);
    Sheet {
        width: wide,
        height: (column.y + MARGIN - 8.0).ceil(),
        pieces: column.pieces,
        insets: vec![Inset {
            scene,
            at,
            scale: 1.0,
        }],
        title,
        description: locale.text(prose::alt(frame, view)),
        above: Vec::new(),
    }
}

/// A frame as a scene.
pub fn drawn(frame: &Frame, view: View, locale: Locale, width: u32) -> Scene {
    let labels = |row: &Row| words_of(frame, row, locale);
    let look = Look {
        view,
        width,
        locale,
        geography: geo::shared(),
        labels: &labels,
    };
    scene(frame, &look)
}
