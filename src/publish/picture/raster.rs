//! Renders an SVG document as a PNG file, with the same bytes every time.
//!
//! Texts are drawn with the shipped typeface from files; fonts installed on the computer are never
//! used, so that a picture is the same on every computer.

use super::palette;
use crate::export::Faces;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb};
use std::path::Path;
use std::sync::Arc;

/// The folder into which `style/build.mjs` writes the typeface.
pub const FACES: &str = "build/faces";
const FAMILY: &str = "Public Sans";
const FILES: [&str; 3] = [
    "PublicSans-Regular.ttf",
    "PublicSans-SemiBold.ttf",
    "PublicSans-Bold.ttf",
];
const REMEDY: &str = "make it first: node style/build.mjs";

/// Renders pictures with the typeface that it has read.
pub struct Pictures {
    fonts: Arc<fontdb::Database>,
    faces: Faces,
}

impl Pictures {
    /// Reads the typeface from a folder, usually [`FACES`]. The error names the missing file.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let mut fonts = fontdb::Database::new();
        let read = |file: &str| {
            let path = folder.join(file);
            std::fs::read(&path).map_err(|error| format!("{}: {error}; {REMEDY}", path.display()))
        };
        for file in FILES {
            let path = folder.join(file);
            let before = fonts.len();
            fonts.load_font_data(read(file)?);
            if fonts.len() == before {
                return Err(format!("{}: no typeface; {REMEDY}", path.display()));
            }
        }
        fonts.set_sans_serif_family(FAMILY);
        Ok(Self {
            fonts: Arc::new(fonts),
            faces: Faces::read(read(FILES[0])?, read(FILES[1])?)?,
        })
    }

    /// The typeface, for texts as outlines.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// Renders a document as a PNG file; one px of it becomes `scale` pixels.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, String> {
        palette::encode(&self.pixels(svg, scale)?)
    }

    /// The picture before it is encoded.
    pub fn pixels(&self, svg: &str, scale: f32) -> Result<Pixmap, String> {
        let options = Options {
            font_family: FAMILY.to_owned(),
            fontdb: Arc::clone(&self.fonts),
            // The documents of this crate contain no pictures, and others must not read files.
            image_href_resolver: usvg::ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let size = tree
            .size()
            .to_int_size()
            .scale_by(scale)
            .ok_or("a picture has at least one pixel")?;
        let mut pixels =
            Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
        pixels.fill(Color::WHITE);
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        Ok(pixels)
    }
}
