//! A chart as a PDF page: vectors, text that can be searched and copied, and tags for screen
//! readers.
//!
//! The page has the size of the picture. Title, notes and source are a heading and paragraphs, the
//! chart is a figure with its alternative text, decorations are left out of the reading order:
//! PDF/UA-1, which is validated while the file is written.

use super::face::{Faces, Letter};
use super::outline::Set;
use super::plain::plain;
use super::sheet::{Paragraph, Sheet};
use super::{Export, SCREEN_DPI, Words, chart_sheet};
use crate::paint::{Element, Theme, draw};
use crate::scene::{Piece, Shape, Weight};
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// Points per pixel.
const SCALE: f64 = 72.0 / SCREEN_DPI;
/// Length of the handles when a circle is drawn as four curves, relative to its radius.
const ROUND: f64 = 0.552_284_75;

/// The picture as a document of one page. The error is what the validator of accessible documents
/// reports.
pub fn pdf(export: &Export, width: u32, theme: &Theme, faces: &Faces) -> Result<Vec<u8>, String> {
    let sheet = chart_sheet(export, width);
    let words = Words::of(export);
    let language = export.locale.tag().to_owned();
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = accessible.finish().map_err(|error| format!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let size = PageSettings::from_wh(points(sheet.width), points(sheet.height));
    let mut page = document.start_page_with(size.ok_or("the page has no size")?);
    let fonts = Fonts::open(faces).ok_or("the typeface cannot be embedded")?;
    let chart = sheet.insets.first().map_or(0.0, |inset| inset.at.y);
    let (above, below): (Vec<&Paragraph>, Vec<&Paragraph>) = sheet
        .paragraphs
        .iter()
        .partition(|told| lines(&sheet, told).next().is_some_and(|(_, y)| y < chart));
    let mut tree = TagTree::new().with_lang(Some(language.clone()));
    let mut last = None;
    {
        let mut painter = Painter {
            surface: page.surface(),
            faces,
            fonts,
            theme,
        };
        let scale = Transform::from_scale(SCALE as f32, SCALE as f32);
        painter.surface.push_transform(&scale);
        painter.ornaments(&sheet);
        for told in above {
            tree.push(painter.paragraph(&sheet, told));
        }
        tree.push(painter.figure(&sheet, &words.alt));
        for told in below {
            if let Some((group, _)) = last.replace((painter.paragraph(&sheet, told), told)) {
                tree.push(group);
            }
        }
        painter.surface.pop();
    }
    // The last paragraph is the citation, which links to the same view.
    if let Some((mut group, told)) = last {
        if let (Some(link), Some(area)) = (&words.link, area(&sheet, told)) {
            let target = Target::Action(LinkAction::new(link.clone()).into());
            let link = LinkAnnotation::new(area, target);
            let alt = Some(words.citation.clone());
            let mut linked = TagGroup::new(Tag::Link);
            linked.push(page.add_tagged_annotation(Annotation::new_link(link, alt)));
            group.push(linked);
        }
        tree.push(group);
    }
    page.finish();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(words.title.clone(), top));
    document.set_outline(outline);
    document.set_metadata(
        Metadata::new()
            .title(words.title)
            .description(words.alt)
            .language(language)
            .creator(export.home.title.clone()),
    );
    document.set_tag_tree(tree);
    document.finish().map_err(|error| format!("{error:?}"))
}

fn points(pixels: f64) -> f32 {
    (pixels * SCALE) as f32
}

/// The lines of a paragraph, with the height of their baselines.
fn lines<'a>(sheet: &'a Sheet, told: &Paragraph) -> impl Iterator<Item = (&'a Piece, f64)> {
    let pieces = sheet.pieces.get(told.pieces.clone()).unwrap_or_default();
    pieces.iter().filter_map(|piece| match &piece.shape {
        Shape::Text(text) => Some((piece, text.at.y)),
        _ => None,
    })
}

/// The area of a paragraph on the page, in points.
fn area(sheet: &Sheet, told: &Paragraph) -> Option<Rect> {
    let areas = lines(sheet, told).filter_map(|(piece, _)| match &piece.shape {
        Shape::Text(text) => Some(text.area()),
        _ => None,
    });
    let corners = areas.flat_map(|area| {
        let from = crate::scene::Point::new(area.x, area.y);
        [
            from,
            crate::scene::Point::new(area.x + area.width, area.y + area.height),
        ]
    });
    let corners: Vec<_> = corners.collect();
    let all = crate::scene::Rect::around(&corners)?;
    let [left, top] = [all.x, all.y].map(points);
    let [right, bottom] = [all.x + all.width, all.y + all.height].map(points);
    Rect::from_ltrb(left, top, right, bottom)
}

struct Fonts {
    regular: Font,
    strong: Font,
}

impl Fonts {
    fn open(faces: &Faces) -> Option<Self> {
        let open = |weight| Font::new(faces.bytes(weight).into(), 0);
        Some(Self {
            regular: open(Weight::Regular)?,
            strong: open(Weight::Strong)?,
        })
    }
}

struct Painter<'a> {
    surface: Surface<'a>,
    faces: &'a Faces,
    fonts: Fonts,
    theme: &'a Theme,
}

impl Painter<'_> {
    /// Draws everything on the sheet itself that is not text, as decoration.
    fn ornaments(&mut self, sheet: &Sheet) {
        let pieces = sheet.pieces.iter();
        let shapes = pieces.filter(|piece| !matches!(piece.shape, Shape::Text(_)));
        let ground = crate::scene::Rect::new(0.0, 0.0, sheet.width, sheet.height);
        let ground = Piece::new(
            crate::scene::Role::Ground,
            crate::scene::Manner::Solid,
            Shape::Rect(ground),
        );
        let all = std::iter::once(ground).chain(shapes.cloned()).collect();
        let tag = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
        self.surface.start_tagged(tag);
        self.pieces(sheet, all);
        self.surface.end_tagged();
    }

    fn paragraph(&mut self, sheet: &Sheet, told: &Paragraph) -> TagGroup {
        let mut group = match told.is_title {
            true => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(told.text.clone()))),
            false => TagGroup::new(Tag::P),
        };
        for (piece, _) in lines(sheet, told) {
            group.push(
                self.surface
                    .start_tagged(ContentTag::Span(SpanTag::empty())),
            );
            self.pieces(sheet, vec![piece.clone()]);
            self.surface.end_tagged();
        }
        group
    }

    fn figure(&mut self, sheet: &Sheet, alt: &str) -> TagGroup {
        let id = self.surface.start_tagged(ContentTag::Other);
        for inset in &sheet.insets {
            let scale = inset.scale as f32;
            let [x, y] = [inset.at.x as f32, inset.at.y as f32];
            let place = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
            self.surface.push_transform(&place);
            self.element(&plain(draw(&inset.scene, self.theme)));
            self.surface.pop();
        }
        self.surface.end_tagged();
        let mut group = TagGroup::new(Tag::Figure(Some(alt.to_owned())));
        group.push(id);
        group
    }

    /// Draws pieces as a drawing of the sheet's size; parts beyond it are cut off.
    fn pieces(&mut self, sheet: &Sheet, pieces: Vec<Piece>) {
        self.element(&sheet.own(pieces, self.theme));
    }

    fn element(&mut self, element: &Element) {
        match element.name {
            "text" => self.text(element),
            "path" | "rect" | "circle" => {
                if let Some(path) = path(element) {
                    let (fill, stroke) = (fill(element), stroke(element));
                    // Without either, the library would fill the path black.
                    if fill.is_some() || stroke.is_some() {
                        self.surface.set_fill(fill);
                        self.surface.set_stroke(stroke);
                        self.surface.draw_path(&path);
                    }
                }
            }
            _ => {}
        }
        for child in &element.children {
            self.element(child);
        }
    }

    fn text(&mut self, element: &Element) {
        let Some(set) = Set::read(element, self.faces) else {
            return;
        };
        // Copied text is the character itself, whatever its glyph.
        let letters = self.faces.marked(set.text, set.weight);
        let glyph = |letter: &Letter| {
            let advance = letter.advance as f32;
            let id = GlyphId::new(letter.glyph.to_u32());
            KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, letter.from..letter.to, None)
        };
        let glyphs: Vec<KrillaGlyph> = letters.iter().map(glyph).collect();
        let font = match set.weight {
            Weight::Regular => self.fonts.regular.clone(),
            Weight::Strong => self.fonts.strong.clone(),
        };
        self.surface.set_stroke(None);
        self.surface.set_fill(fill(element));
        let from = Point::from_xy(set.x as f32, set.y as f32);
        self.surface
            .draw_glyphs(from, &glyphs, font, set.text, set.size as f32, false);
    }
}

fn number(element: &Element, name: &str) -> Option<f64> {
    element.attribute(name)?.parse().ok()
}

fn colour(text: &str) -> Option<rgb::Color> {
    let part = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    Some(rgb::Color::new(part(1)?, part(3)?, part(5)?))
}

fn opacity(element: &Element, name: &str) -> NormalizedF32 {
    let value = number(element, name).unwrap_or(1.0) as f32;
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}

/// In SVG, a shape without a fill attribute is black; the drawings of this crate always set one.
fn fill(element: &Element) -> Option<Fill> {
    Some(Fill {
        paint: colour(element.attribute("fill")?)?.into(),
        opacity: opacity(element, "fill-opacity"),
        ..Fill::default()
    })
}

fn stroke(element: &Element) -> Option<Stroke> {
    let dash = element
        .attribute("stroke-dasharray")
        .map(|dash| StrokeDash {
            array: dash
                .split([' ', ','])
                .filter_map(|part| part.parse().ok())
                .collect(),
            offset: 0.0,
        });
    Some(Stroke {
        paint: colour(element.attribute("stroke")?)?.into(),
        width: number(element, "stroke-width").unwrap_or(1.0) as f32,
        opacity: opacity(element, "stroke-opacity"),
        line_join: match element.attribute("stroke-linejoin") {
            Some("round") => LineJoin::Round,
            _ => LineJoin::Miter,
        },
        dash,
        ..Stroke::default()
    })
}

fn path(element: &Element) -> Option<Path> {
    let get = |name| number(element, name);
    match element.name {
        "rect" => {
            let [x, y] = [get("x").unwrap_or(0.0), get("y").unwrap_or(0.0)];
            let (width, height) = (get("width")?, get("height")?);
            let corners = [
                (x, y),
                (x + width, y),
                (x + width, y + height),
                (x, y + height),
            ];
            let mut out = PathBuilder::new();
            for (at, (x, y)) in corners.into_iter().enumerate() {
                match at {
                    0 => out.move_to(x as f32, y as f32),
                    _ => out.line_to(x as f32, y as f32),
                }
            }
            out.close();
            out.finish()
        }
        "circle" => circle(get("cx")?, get("cy")?, get("r")?),
        _ => steps(element.attribute("d")?),
    }
}

fn circle(x: f64, y: f64, r: f64) -> Option<Path> {
    let k = r * ROUND;
    let mut out = PathBuilder::new();
    out.move_to((x + r) as f32, y as f32);
    let quarters = [
        [(x + r, y + k), (x + k, y + r), (x, y + r)],
        [(x - k, y + r), (x - r, y + k), (x - r, y)],
        [(x - r, y - k), (x - k, y - r), (x, y - r)],
        [(x + k, y - r), (x + r, y - k), (x + r, y)],
    ];
    for [a, b, to] in quarters {
        let [a, b, to] = [a, b, to].map(|(x, y)| (x as f32, y as f32));
        out.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
    }
    out.close();
    out.finish()
}

/// Reads path data as this crate writes it: every command has its letter, except consecutive
/// diagonal steps.
fn steps(d: &str) -> Option<Path> {
    let mut out = PathBuilder::new();
    let (mut here, mut began) = ((0.0, 0.0), (0.0, 0.0));
    let is_command = |c: char| c.is_ascii_alphabetic();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let body = &rest[command.len_utf8()..];
        let end = body.find(is_command).unwrap_or(body.len());
        let numbers = numbers(&body[..end]);
        rest = &body[end..];
        let is_own = command.is_ascii_lowercase();
        let from = if is_own { here } else { (0.0, 0.0) };
        let point = |at: usize| -> Option<(f64, f64)> {
            Some((from.0 + numbers.get(at)?, from.1 + numbers.get(at + 1)?))
        };
        match command.to_ascii_lowercase() {
            'm' => {
                here = point(0)?;
                began = here;
                out.move_to(here.0 as f32, here.1 as f32);
            }
            'l' => {
                if numbers.is_empty() || !numbers.len().is_multiple_of(2) {
                    return None;
                }
                for step in numbers.chunks_exact(2) {
                    let from = if is_own { here } else { (0.0, 0.0) };
                    here = (from.0 + step[0], from.1 + step[1]);
                    out.line_to(here.0 as f32, here.1 as f32);
                }
            }
            'a' => {
                here = half_circle(&mut out, here, &numbers).filter(|_| is_own)?;
                continue;
            }
            'h' => here.0 = from.0 + numbers.first()?,
            'v' => here.1 = from.1 + numbers.first()?,
            'q' => {
                let (a, to) = (point(0)?, point(2)?);
                out.quad_to(a.0 as f32, a.1 as f32, to.0 as f32, to.1 as f32);
                here = to;
                continue;
            }
            'z' => {
                out.close();
                here = began;
            }
            _ => return None,
        }
        if matches!(command.to_ascii_lowercase(), 'h' | 'v') {
            out.line_to(here.0 as f32, here.1 as f32);
        }
    }
    out.finish()
}

/// Half a circle, as used for dots joined to one path; any other arc was not written by this crate.
fn half_circle(out: &mut PathBuilder, (x, y): (f64, f64), numbers: &[f64]) -> Option<(f64, f64)> {
    let [rx, ry, 0.0, 1.0, 0.0, dx, 0.0] = *numbers else {
        return None;
    };
    if rx != ry || (dx.abs() - 2.0 * rx).abs() > 0.011 {
        return None;
    }
    // From the left it passes below the center, from the right above it.
    let r = dx / 2.0;
    let k = r * ROUND;
    let quarters = [
        [(x, y + k), (x + r - k, y + r), (x + r, y + r)],
        [(x + r + k, y + r), (x + dx, y + k), (x + dx, y)],
    ];
    for [a, b, to] in quarters {
        let [a, b, to] = [a, b, to].map(|(x, y)| (x as f32, y as f32));
        out.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
    }
    Some((x + dx, y))
}

/// Splits consecutive numbers: a minus sign or a second decimal point also starts a new one.
fn numbers(text: &str) -> Vec<f64> {
    let mut found: Vec<String> = Vec::new();
    let mut is_new = true;
    for c in text.chars() {
        match c {
            ' ' | ',' => is_new = true,
            c => {
                let begins =
                    c == '-' || c == '.' && found.last().is_some_and(|own| own.contains('.'));
                if is_new || begins {
                    found.push(String::new());
                    is_new = false;
                }
                if let Some(own) = found.last_mut() {
                    own.push(c);
                }
            }
        }
    }
    found.iter().filter_map(|own| own.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_path_are_read_as_they_are_written() {
        assert_eq!(numbers("1.5-.5 12.25.75"), [1.5, -0.5, 12.25, 0.75]);
        assert_eq!(numbers(""), Vec::<f64>::new());
    }

    #[test]
    fn a_path_of_another_hand_is_left_out() {
        assert!(steps("M0 0h5v5z").is_some());
        assert!(steps("M0 0l5 5-1 .5z").is_some());
        assert!(steps("M0 0l5 5-1z").is_none());
        assert!(steps("M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z").is_some());
        assert!(steps("M0 0a5 5 0 0 1 5 5").is_none());
        assert!(steps("Mx").is_none());
    }
}
