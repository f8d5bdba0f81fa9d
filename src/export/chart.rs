//! A chart with everything that must accompany it, on a sheet for a report.

use super::column::{Column, Style};
use super::sheet::{Inset, Paragraph, Sheet};
use super::{Export, Words};
use crate::frame::{Frame, Row};
use crate::geo;
use crate::locale::Locale;
use crate::m;
use crate::query::View;
use crate::scene::{Look, Manner, Piece, Point, Role, Scene, lay_out as scene, words_of};

const MARGIN: f64 = 24.0;
const TITLE: Style = Style::strong(22.0, Role::Ink);
const SUBTITLE: Style = Style::plain(15.0, Role::InkSoft);
const WARNING: Style = Style::strong(14.0, Role::Ink);
const NOTE: Style = Style::plain(12.0, Role::InkSoft);
/// Minimum width in px: a narrower picture would break words.
const NARROWEST: u32 = 280;
/// The maximum number of lines of one text.
const LINES: usize = 12;

/// Texts in a column, with the lines of each recorded as one paragraph.
struct Told {
    column: Column,
    paragraphs: Vec<Paragraph>,
}

impl Told {
    fn say(&mut self, text: &str, style: Style, is_title: bool) {
        let from = self.column.pieces.len();
        self.column.say(text, style, LINES);
        self.paragraphs.push(Paragraph {
            text: text.to_owned(),
            is_title,
            pieces: from..self.column.pieces.len(),
        });
    }
}

/// Lays a chart out for use on its own, `width` px wide.
pub fn lay_out(export: &Export, width: u32) -> Sheet {
    let Export {
        frame,
        view,
        locale,
        ..
    } = *export;
    let words = Words::of(export);
    let width = width.max(NARROWEST);
    let wide = f64::from(width);
    let room = wide - MARGIN * 2.0;
    let mut told = Told {
        column: Column::new(MARGIN, MARGIN, room),
        paragraphs: Vec::new(),
    };
    for banner in &words.banners {
        told.say(banner, WARNING, false);
        told.column.skip(8.0);
    }
    told.say(&words.heading, TITLE, true);
    told.say(&words.subtitle, SUBTITLE, false);
    told.column.skip(16.0);

    let scene = drawn(frame, view, locale, room as u32);
    let at = Point::new(MARGIN, told.column.y);
    told.column.skip(scene.height + 16.0);

    if view == View::Table {
        told.say(&words.summary, NOTE, false);
    }
    for note in &words.notes {
        told.say(note, NOTE, false);
    }
    told.column.skip(8.0);
    let y = told.column.y;
    let rule = Piece::line(Role::Grid, 10, (MARGIN, y), (wide - MARGIN, y));
    told.column.pieces.push(rule);
    told.column.skip(8.0);
    told.say(&words.source, NOTE, false);
    let from = m!(
        PictureFrom,
        site = &export.home.title,
        package = &frame.package.title
    );
    told.say(&locale.text(from), NOTE, false);
    told.say(&words.citation, NOTE, false);
    let Told {
        mut column,
        paragraphs,
    } = told;
    let accent = Piece::rect(Role::Mark, Manner::Solid, 0.0, 0.0, wide, 4.0);
    column.pieces.push(accent);
    Sheet {
        width: wide,
        height: (column.y + MARGIN - 8.0).ceil(),
        pieces: column.pieces,
        paragraphs,
        insets: vec![Inset {
            scene,
            at,
            scale: 1.0,
        }],
        title: words.title,
        description: words.long_alt,
        above: Vec::new(),
    }
}

/// Lays a frame out as a scene.
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
