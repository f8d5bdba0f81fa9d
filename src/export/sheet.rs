//! Pieces and drawings on one sheet, and the sheet as an SVG document.

use super::face::Faces;
use super::outline::outlined;
use super::plain::plain;
use crate::locale::Locale;
use crate::paint::{Element, Theme, draw};
use crate::scene::{Manner, Piece, Point, Rect, Role, Scene, Shape};
use std::ops::Range;

/// Typefaces that word processors have on every computer, with widths close to those used for the
/// layout.
const SAFE_FONTS: &str = "Arial, Helvetica, sans-serif";

/// How a file contains texts.
#[derive(Clone, Copy)]
pub enum Lettering<'a> {
    /// As outlines of the shipped typeface: the same everywhere, with the words kept in title and
    /// description.
    Outlines(&'a Faces),
    /// As editable text, in a typeface that every computer has.
    Live,
    /// As text in the typeface of the site, for callers that render with it.
    Own,
}

/// A text of a sheet that is read as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    pub text: String,
    pub is_title: bool,
    /// Its lines, as indexes into [`Sheet::pieces`].
    pub pieces: Range<usize>,
}

/// A picture before it is drawn, in px.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub pieces: Vec<Piece>,
    /// The pieces that are read as one text, in reading order; only charts set this.
    pub paragraphs: Vec<Paragraph>,
    pub insets: Vec<Inset>,
    /// Drawn over the rest.
    pub above: Vec<Piece>,
    /// Accessible name of the picture.
    pub title: String,
    /// Description for screen readers.
    pub description: String,
}

/// A scene placed on a sheet.
#[derive(Clone, Debug)]
pub struct Inset {
    pub scene: Scene,
    pub at: Point,
    pub scale: f64,
}

impl Inset {
    pub fn width(&self) -> f64 {
        self.scene.width * self.scale
    }

    pub fn height(&self) -> f64 {
        self.scene.height * self.scale
    }
}

impl Sheet {
    /// Every text with its size and its area on the sheet, without the watermark.
    pub fn texts(&self) -> Vec<(&str, f64, Rect)> {
        let own = self.pieces.iter().filter_map(|piece| match &piece.shape {
            Shape::Text(text) => Some((text.text.as_str(), text.size, text.area())),
            _ => None,
        });
        let within = self.insets.iter().flat_map(|inset| {
            inset.scene.texts().map(|text| {
                let Rect {
                    x,
                    y,
                    width,
                    height,
                } = text.area();
                let area = Rect::new(
                    inset.at.x + x * inset.scale,
                    inset.at.y + y * inset.scale,
                    width * inset.scale,
                    height * inset.scale,
                );
                (text.text.as_str(), text.size * inset.scale, area)
            })
        });
        own.chain(within).collect()
    }

    /// The sheet as a document.
    pub fn svg(&self, theme: &Theme, locale: Locale, lettering: Lettering) -> String {
        let ground = Rect::new(0.0, 0.0, self.width, self.height);
        let ground = Piece::new(Role::Ground, Manner::Solid, Shape::Rect(ground));
        let mut own = vec![ground];
        own.extend(self.pieces.iter().cloned());
        let mut root = self.own(own, theme);
        root = root.with("role", "img").with("xml:lang", locale.tag());
        let insets = self.insets.iter().map(|inset| inset_group(inset, theme));
        root.children.extend(insets);
        root.children
            .append(&mut self.own(self.above.clone(), theme).children);
        if let Lettering::Outlines(faces) = lettering {
            root = outlined(root, faces);
        }
        let is_own = matches!(lettering, Lettering::Own);
        let fonts = root.attributes.iter_mut();
        if let Some((_, fonts)) = fonts.into_iter().find(|(name, _)| *name == "font-family")
            && !is_own
        {
            // Where every text is an outline, the font list is not used.
            *fonts = SAFE_FONTS.into();
        }
        let told = |name, text: &str| Element {
            text: Some(text.to_owned()),
            ..Element::new(name)
        };
        let words = [told("title", &self.title), told("desc", &self.description)];
        root.children.splice(0..0, words);
        let mut text = root.to_svg_string();
        text.push('\n');
        text
    }

    /// A drawing of the sheet's size.
    pub(super) fn own(&self, pieces: Vec<Piece>, theme: &Theme) -> Element {
        let scene = Scene {
            width: self.width,
            height: self.height,
            below: pieces,
            ..Scene::default()
        };
        plain(draw(&scene, theme))
    }
}

fn inset_group(inset: &Inset, theme: &Theme) -> Element {
    let Point { x, y } = inset.at;
    let mut transform = format!("translate({x:.2} {y:.2})");
    if inset.scale != 1.0 {
        transform.push_str(&format!(" scale({:.4})", inset.scale));
    }
    Element {
        children: plain(draw(&inset.scene, theme)).children,
        ..Element::new("g").with("transform", transform)
    }
}
