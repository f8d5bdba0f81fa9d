//! Pictures, drawn by all processors and cached by their content.

use super::{Site, write};
use crate::bytes::sha256;
use crate::export::{Export, Home, Lettering};
use crate::locale::Locale;
use crate::pages::ShownView;
use crate::paint::Theme;
use crate::prose;
use crate::publish::feeds::Icon;
use crate::publish::picture::{Card, Pictures, card_svg};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Width of the picture of a view, in px; the PNG has twice as many.
const VIEW: u32 = 736;

/// The code that draws is part of the cache key: after a change to it, cached pictures are not
/// used.
const DRAWN_BY: [&str; 3] = [
    include_str!("../../../Cargo.lock"),
    include_str!("../picture/raster.rs"),
    include_str!("../picture/palette.rs"),
];

/// A picture that a page uses.
pub struct Wanted {
    /// Below `dist`; ends in `.svg` or `.png`.
    pub path: String,
    /// Description of its content.
    pub alt: String,
    svg: String,
    scale: f32,
}

/// The result of drawing.
#[derive(Default)]
pub struct Drawn {
    pub kept: usize,
    pub bytes: u64,
}

impl Wanted {
    pub fn card(path: String, card: Card) -> Self {
        Self {
            path,
            svg: card_svg(&card, Locale::EN),
            alt: card.alt,
            scale: 1.0,
        }
    }

    /// The site's icon.
    pub fn icon(icon: Icon) -> Self {
        Self {
            path: icon.path,
            alt: String::new(),
            svg: icon.svg,
            scale: 1.0,
        }
    }

    /// The picture of a published view, as SVG and as PNG.
    pub fn view(
        folder: &str,
        shown: &ShownView,
        home: &Home,
        faces: &Pictures,
        locale: Locale,
    ) -> Vec<Self> {
        let export = Export {
            frame: &shown.frame,
            view: shown.as_view,
            locale,
            home,
        };
        let lettering = Lettering::Outlines(faces.faces());
        let svg = export.svg(VIEW, &Theme::LIGHT, lettering);
        let alt = locale.text(prose::alt(&shown.frame, shown.as_view));
        let card = Card::of_chart(&shown.frame, shown.as_view, locale);
        let of = |name: &str, scale| Self {
            path: format!("{folder}{name}"),
            alt: alt.clone(),
            svg: svg.clone(),
            scale,
        };
        vec![
            of("picture.svg", 1.0),
            of("picture.png", 2.0),
            Self::card(format!("{folder}card.png"), card),
        ]
    }
}

/// Draws and writes all pictures.
pub fn draw(wanted: &[Wanted], faces: &Pictures, site: &Site) -> Result<Drawn, String> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let drawn = Mutex::new(Drawn::default());
    let failed: Mutex<Option<String>> = Mutex::new(None);
    let work = || {
        while let Some(picture) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            match one(picture, faces, site) {
                Ok((bytes, was_kept)) => {
                    if let Ok(mut drawn) = drawn.lock() {
                        drawn.bytes += bytes;
                        drawn.kept += usize::from(was_kept);
                    }
                }
                Err(error) => {
                    if let Ok(mut failed) = failed.lock() {
                        failed.get_or_insert(format!("{}: {error}", picture.path));
                    }
                }
            }
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            (site.progress)("pictures", done, wanted.len());
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    match failed.into_inner() {
        Ok(Some(error)) => Err(error),
        _ => drawn.into_inner().map_err(|error| error.to_string()),
    }
}

/// Draws and writes one picture. Returns its size in bytes, and whether it did not have to be
/// drawn.
fn one(picture: &Wanted, faces: &Pictures, site: &Site) -> Result<(u64, bool), String> {
    if picture.path.ends_with(".svg") {
        write(site.dist, &picture.path, picture.svg.as_bytes())?;
        return Ok((picture.svg.len() as u64, true));
    }
    let name = sha256(
        format!(
            "{} {} {}",
            sha256(DRAWN_BY.concat().as_bytes()),
            picture.scale,
            picture.svg
        )
        .as_bytes(),
    );
    let kept = site
        .kept
        .as_ref()
        .map(|folder| folder.join(format!("{name}.png")));
    if let Some(bytes) = kept.as_ref().and_then(|path| std::fs::read(path).ok()) {
        write(site.dist, &picture.path, &bytes)?;
        return Ok((bytes.len() as u64, true));
    }
    let bytes = faces.png(&picture.svg, picture.scale)?;
    write(site.dist, &picture.path, &bytes)?;
    if let Some(path) = kept {
        // A picture that cannot be cached is drawn again next time.
        let _ = path.parent().map(std::fs::create_dir_all);
        let _ = std::fs::write(path, &bytes);
    }
    Ok((bytes.len() as u64, false))
}
