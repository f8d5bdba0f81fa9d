//! The watermark of made-up numbers across a card, so that any crop of it contains the word.
//!
//! It may overlap a chart, where it hides least; it overlaps the card's own texts only where a
//! quarter of the card would otherwise be without it.

use crate::export::Sheet;
use crate::locale::Locale;
use crate::m;
use crate::scene::{Piece, Point, Rect, Scene, Shape, mark_illustrative};

/// Enlargement of the word compared with a chart in a page.
const LARGER: f64 = 1.7;
/// Minimum distance from texts, in px.
const APART: f64 = 10.0;

/// Adds the word to a sheet.
pub fn mark(sheet: &mut Sheet, locale: Locale) {
    let small = 1.0 / LARGER;
    let corner = Point::default();
    let own = sheet
        .pieces
        .iter()
        .map(|piece| placed(piece, small, corner));
    let within = sheet.insets.iter().flat_map(|inset| {
        let at = Point::new(inset.at.x * small, inset.at.y * small);
        let pieces = inset.scene.pieces();
        pieces.map(move |piece| placed(piece, inset.scale * small, at))
    });
    let mut scene = Scene {
        width: sheet.width * small,
        height: sheet.height * small,
        below: own.chain(within).collect(),
        ..Scene::default()
    };
    mark_illustrative(&mut scene, locale);
    let words = scene.above.iter();
    let words: Vec<Piece> = words.map(|piece| placed(piece, LARGER, corner)).collect();
    let (clear, hiding): (Vec<Piece>, Vec<Piece>) = words
        .into_iter()
        .partition(|word| area(word).is_none_or(|area| is_clear(sheet, &area)));
    let middle = (sheet.width / 2.0, sheet.height / 2.0);
    let quarter = |piece: &Piece| {
        area(piece).map(|area| {
            let centre = (area.x + area.width / 2.0, area.y + area.height / 2.0);
            (centre.0 > middle.0, centre.1 > middle.1)
        })
    };
    let word = locale.text(m!(ChartIllustrative));
    let is_word = |piece: &&Piece| matches!(&piece.shape, Shape::Text(text) if text.text == word);
    let said = sheet.pieces.iter().filter(is_word).chain(&clear);
    let mut said: Vec<_> = said.map(quarter).collect();
    sheet.above = clear;
    for word in hiding {
        if !said.contains(&quarter(&word)) {
            said.push(quarter(&word));
            sheet.above.push(word);
        }
    }
}

/// Whether a word overlaps none of the card's own texts and bars.
fn is_clear(sheet: &Sheet, word: &Rect) -> bool {
    let around = Rect::new(
        word.x - APART,
        word.y - APART,
        word.width + APART * 2.0,
        word.height + APART * 2.0,
    );
    let mut own = sheet.pieces.iter().filter_map(area);
    own.all(|area| !area.overlaps(&around))
}

fn area(piece: &Piece) -> Option<Rect> {
    match &piece.shape {
        Shape::Text(text) => Some(text.area()),
        Shape::Rect(rect) => Some(*rect),
        _ => None,
    }
}

fn placed(piece: &Piece, scale: f64, at: Point) -> Piece {
    Piece {
        shape: piece.shape.placed(scale, at),
        ..*piece
    }
}
