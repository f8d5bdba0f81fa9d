//! `outcomes picture`: the view of an address as a picture file.

use super::{Card, FACES, Pictures, card_svg};
use crate::export::{Export, Home, Lettering};
use crate::frame::{Frame, answer, published_claims, understand};
use crate::geo::{self, Geography};
use crate::locale::Locale;
use crate::paint::Theme;
use crate::prose;
use crate::publish::answer::{catalog, open};
use crate::publish::feeds::SiteAddress;
use crate::query::{Notice, View, parse};
use crate::site::{Place, Route};
use std::path::Path;

const OUTLINES: &str = "build/geo/states-10m.json";

/// The options of a picture.
pub struct Wanted<'a> {
    pub data: &'a Path,
    pub package: Option<&'a str>,
    /// The query part of an address.
    pub query: &'a str,
    /// The published claim to show as a number, instead of a query.
    pub claim: Option<&'a str>,
    pub width: u32,
    /// Draw the card for social networks.
    pub card: bool,
    /// Ends in `.svg` or `.png`.
    pub out: &'a Path,
}

/// Writes the picture. Returns a description of it.
pub fn picture(wanted: &Wanted) -> Result<String, String> {
    let locale = Locale::EN;
    provide_outlines()?;
    let (frame, view) = asked(wanted)?;
    let svg = match wanted.claim {
        Some(_) => {
            let card = Card::of_claim(&frame, locale).ok_or("the claim has no figure")?;
            card_svg(&card, locale)
        }
        None if wanted.card => card_svg(&Card::of_chart(&frame, view, locale), locale),
        None => {
            let site = catalog(wanted.data)?.site;
            let address = SiteAddress::of(&site, &Place::new("/"), None);
            let home = Home {
                explore: address.url(&Route::Explore.path()),
                title: site.title,
            };
            let export = Export {
                frame: &frame,
                view,
                locale,
                home: &home,
            };
            export.svg(wanted.width, &Theme::LIGHT, Lettering::Own)
        }
    };
    let ending = wanted.out.extension().and_then(|ending| ending.to_str());
    let bytes = match ending {
        Some("svg") => svg.into_bytes(),
        Some("png") => {
            // A chart may be printed, so its PNG has twice the pixels; a card has a fixed size.
            let scale = if wanted.card || wanted.claim.is_some() {
                1.0
            } else {
                2.0
            };
            Pictures::open(Path::new(FACES))?.png(&svg, scale)?
        }
        _ => return Err(format!("{}: name it .svg or .png", wanted.out.display())),
    };
    std::fs::write(wanted.out, &bytes)
        .map_err(|error| format!("{}: {error}", wanted.out.display()))?;
    Ok(format!(
        "{} ({} bytes): {}",
        wanted.out.display(),
        bytes.len(),
        locale.text(prose::title(&frame))
    ))
}

fn asked(wanted: &Wanted) -> Result<(Frame, View), String> {
    let locale = Locale::EN;
    let (mut query, mut notices) = parse(wanted.query);
    let catalog = catalog(wanted.data)?;
    let name = wanted
        .package
        .map(str::to_owned)
        .or_else(|| query.package.clone())
        .or_else(|| Some(catalog.default_entry()?.name.clone()))
        .unwrap_or_default();
    let dataset = open(wanted.data, &catalog, &name)?;
    if let Some(claim) = wanted.claim {
        let frame = published_claims(&dataset, &[claim.to_owned()])
            .into_iter()
            .next()
            .ok_or_else(|| format!("there is no published claim “{claim}” in {name}"))?;
        return Ok((frame, View::Table));
    }
    query.package = Some(name);
    let resolved = understand(&dataset, &query).ok_or("the package has no measure")?;
    notices.extend(resolved.notices.iter().cloned());
    if let Some(notice) = notices.first() {
        // A page shows such notices next to the answer; a picture is used on its own, so it is
        // refused.
        return Err(locale.text(notice.message()));
    }
    let frame =
        answer(&dataset, &resolved).map_err(|refusal| locale.text(prose::refusal(&refusal)))?;
    let view = frame.query.view.unwrap_or_default();
    if let Some(asked) = query.view.filter(|asked| *asked != view) {
        let view = asked.as_str().to_owned();
        return Err(locale.text(Notice::ViewDoesNotFit { view }.message()));
    }
    Ok((frame, view))
}

/// Reads the outlines of the states, once. Fails if the file is missing.
pub fn provide_outlines() -> Result<(), String> {
    if geo::shared().is_some() {
        return Ok(());
    }
    let bytes = std::fs::read(OUTLINES)
        .map_err(|error| format!("{OUTLINES}: {error}; make it first: node style/build.mjs"))?;
    geo::provide(Geography::read(&bytes)?);
    Ok(())
}
