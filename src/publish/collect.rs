//! `outcomes collect`: the charts of a report in one file; `outcomes since`: what has changed since
//! one was made.

use super::draw::{DrawingJob, SiteContext};
use super::picture::{FACES, Pictures};
use crate::export::{
    Chart, Collection, CollectionManifest, Export, Length, MANIFEST, Since, since, unanswered,
};
use crate::locale::Locale;
use crate::paint::Theme;
use std::path::Path;

/// The data that answer views, and the address for citations.
pub struct Where<'a> {
    /// The folder of the catalog, which must be named `data`.
    pub data: &'a Path,
    /// The site's host and base path.
    pub origin: Option<&'a str>,
    pub public_url: &'a str,
}

impl Where<'_> {
    fn desk(&self) -> Result<SiteContext, String> {
        SiteContext::open(self.data, self.public_url, self.origin)
    }
}

/// Collects the views of these addresses in one zip file, in their order. Returns a message with
/// its size.
pub fn collect(
    of: &Where,
    addresses: &[String],
    width: &str,
    out: &Path,
) -> Result<String, String> {
    let width = Length::parse(width)
        .ok_or_else(|| format!("--width {width}: write it as 6.5in, 16cm or 736px"))?;
    let desk = of.desk()?;
    let pictures = Pictures::open(Path::new(FACES))?;
    let mut collection = Collection::default();
    for address in addresses {
        let shown = desk.shown(address)?;
        let drawing = DrawingJob {
            export: Export {
                frame: &shown.frame,
                view: shown.as_view,
                locale: Locale::EN,
                home: &desk.home,
            },
            pictures: &pictures,
            theme: &Theme::LIGHT,
            width,
            live_text: false,
        };
        collection.add(&drawing.export, &drawing.wish(), drawing.pixels()?)?;
    }
    let charts = collection.len();
    let bytes = collection.finish(Locale::EN)?;
    std::fs::write(out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    let noun = if charts == 1 { "chart" } else { "charts" };
    Ok(format!(
        "{}: {charts} {noun}, {} bytes",
        out.display(),
        bytes.len()
    ))
}

/// Compares the charts of an older report, given by its `manifest.json`, with the current data.
pub fn changed(of: &Where, manifest: &Path) -> Result<Vec<Since>, String> {
    let at = manifest.display();
    let bytes = std::fs::read(manifest).map_err(|error| format!("{at}: {error}"))?;
    let kept: CollectionManifest = serde_json::from_slice(&bytes)
        .map_err(|error| format!("{at}: {error}; name the {MANIFEST} of a collection"))?;
    let desk = of.desk()?;
    let of_one = |chart: &Chart| {
        let Some(address) = chart.newest() else {
            return unanswered(chart, Locale::EN, None);
        };
        match desk.shown(&address) {
            Ok(shown) => {
                let now = Export {
                    frame: &shown.frame,
                    view: shown.as_view,
                    locale: Locale::EN,
                    home: &desk.home,
                };
                since(chart, &now)
            }
            Err(why) => unanswered(chart, Locale::EN, Some(&why)),
        }
    };
    Ok(kept.charts.iter().map(of_one).collect())
}
