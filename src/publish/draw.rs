//! `outcomes draw`: any view of the site as files for a report.

use super::Disk;
use super::picture::{FACES, Pictures, provide_outlines};
use crate::export::{
    self, ChartText, Export, Format, Home, Length, Lettering, PRINT_DPI, Pixels, SCREEN_DPI, Wish,
};
use crate::locale::Locale;
use crate::package::PublishedView;
use crate::pages::{PublishedFiles, ShownView, load_view};
use crate::paint::Theme;
use crate::publish::feeds::SiteAddress;
use crate::site::{Route, SiteBase};
use std::path::{Path, PathBuf};

/// The options of a drawing.
pub struct DrawRequest<'a> {
    /// The folder of the catalog, which must be named `data`.
    pub data: &'a Path,
    /// The address of a view, or its query part.
    pub address: &'a str,
    pub formats: &'a [String],
    /// `6.5in`, `16cm` or pixels.
    pub width: &'a str,
    /// `light`, `dark` or `print`.
    pub theme: &'a str,
    /// Dots per inch of PNG files; by default chosen by the unit of the width.
    pub dpi: Option<f64>,
    /// Keep the texts of SVG files as texts.
    pub live_text: bool,
    /// The site's host and base path, for the cited address.
    pub origin: Option<&'a str>,
    pub public_url: &'a str,
    /// The folder for the files.
    pub out: &'a Path,
}

/// Draws the view. Returns the names of the files, one per line.
pub fn draw(asked: &DrawRequest) -> Result<String, String> {
    let locale = Locale::EN;
    let width = Length::parse(asked.width)
        .ok_or_else(|| format!("--width {}: write it as 6.5in, 16cm or 736px", asked.width))?;
    let theme = Theme::named(asked.theme)
        .ok_or_else(|| format!("--theme {}: it is light, dark or print", asked.theme))?;
    let formats = formats(asked.formats)?;
    let desk = SiteContext::open(asked.data, asked.public_url, asked.origin)?;
    let shown = desk.shown(asked.address)?;
    let export = Export {
        frame: &shown.frame,
        view: shown.as_view,
        locale,
        home: &desk.home,
    };
    let pictures = Pictures::open(Path::new(FACES))?;
    let dpi = asked.dpi.unwrap_or(match width {
        // Pictures have twice the pixels for a screen, and 300 per inch for paper.
        Length::Pixels(_) => SCREEN_DPI * 2.0,
        _ => PRINT_DPI,
    });
    let drawing = DrawingJob {
        export,
        pictures: &pictures,
        theme,
        width,
        live_text: asked.live_text,
    };
    std::fs::create_dir_all(asked.out)
        .map_err(|error| format!("{}: {error}", asked.out.display()))?;
    let stem = export::file_stem(&export);
    let mut lines = Vec::new();
    for format in formats {
        let bytes = drawing.made(format, dpi)?;
        let path: PathBuf = asked.out.join(format!("{stem}.{}", format.ending()));
        std::fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        lines.push(format!("{} ({} bytes)", path.display(), bytes.len()));
    }
    Ok(lines.join("\n"))
}

/// The data that answer views.
pub(super) struct SiteContext {
    pub files: PublishedFiles<Disk>,
    pub home: Home,
}

impl SiteContext {
    /// Opens the catalog of a folder named `data`, and the outlines of the states.
    pub fn open(data: &Path, public_url: &str, origin: Option<&str>) -> Result<Self, String> {
        provide_outlines()?;
        let root = match (data.parent(), data.file_name()) {
            (Some(parent), Some(name)) if name == "data" => Disk(parent.to_owned()),
            _ => return Err(format!("--data {}: name the folder “data”", data.display())),
        };
        let as_text = |problem: crate::problem::Problem| Locale::EN.text(problem.sentence());
        let files = super::now(PublishedFiles::open(root)).map_err(as_text)?;
        let site = SiteAddress::of(&files.catalog.site, &SiteBase::new(public_url), origin);
        let home = Home {
            title: files.catalog.site.title.clone(),
            explore: site.url(&Route::Explore.path()),
        };
        Ok(Self { files, home })
    }

    /// The answer to the question of an address.
    pub fn shown(&self, address: &str) -> Result<ShownView, String> {
        let view = PublishedView {
            query: address.to_owned(),
            id: address.to_owned(),
            ..PublishedView::default()
        };
        super::now(load_view(&self.files, &view))
    }
}

fn formats(names: &[String]) -> Result<Vec<Format>, String> {
    let known = || Format::ALL.map(Format::as_str).join(", ");
    let read = |name: &String| {
        Format::parse(name).ok_or_else(|| format!("--format {name}: it is one of {}", known()))
    };
    names.iter().map(read).collect()
}

/// One view with everything that its files are made from.
pub(super) struct DrawingJob<'a> {
    pub export: Export<'a>,
    pub pictures: &'a Pictures,
    pub theme: &'static Theme,
    pub width: Length,
    pub live_text: bool,
}

impl DrawingJob<'_> {
    fn made(&self, format: Format, dpi: f64) -> Result<Vec<u8>, String> {
        let export = &self.export;
        let faces = self.pictures.faces();
        let width = self.width.pixels();
        Ok(match format {
            Format::Svg => {
                let lettering = match self.live_text {
                    true => Lettering::Live,
                    false => Lettering::Outlines(faces),
                };
                export.svg(width, self.theme, lettering).into_bytes()
            }
            Format::Png => self.png(dpi)?,
            Format::Pdf => export::pdf(export, width, self.theme, faces)?,
            Format::Docx => export::docx(export, &self.png(PRINT_DPI)?, self.width)?,
            Format::Xlsx => export::xlsx(export, self.theme)?,
            Format::Csv => export::csv(export).into_bytes(),
            Format::Json => export::json(export).into_bytes(),
            Format::Pack => export::pack(export, &self.wish(), self.pixels()?)?,
        })
    }

    pub fn wish(&self) -> Wish<'_> {
        Wish {
            width: self.width,
            theme: self.theme,
            faces: self.pictures.faces(),
        }
    }

    /// The picture in the resolutions of a pack.
    pub fn pixels(&self) -> Result<Pixels, String> {
        Ok(Pixels {
            web: self.png(SCREEN_DPI)?,
            print: self.png(PRINT_DPI)?,
        })
    }

    /// The picture with `dpi` dots per inch, as stated in its metadata.
    fn png(&self, dpi: f64) -> Result<Vec<u8>, String> {
        let lettering = Lettering::Outlines(self.pictures.faces());
        let svg = self.export.svg(self.width.pixels(), self.theme, lettering);
        let png = self.pictures.png(&svg, (dpi / SCREEN_DPI) as f32)?;
        export::described(&png, dpi, &ChartText::of(&self.export))
            .ok_or_else(|| "the picture is no PNG file".to_owned())
    }
}
