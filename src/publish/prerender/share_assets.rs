//! Files to take from a story or a grantee's page: a QR code, a dated picture for a newsletter, and
//! a story's card as its own document.

use super::Build;
use super::embed::{hash, rules};
use super::pictures::PlannedPicture;
use crate::locale::{Arg, Locale};
use crate::m;
use crate::pages::{CODES, NEWSLETTER, Page, StoryPage, share_file};
use crate::paint::backend::escape_html;
use crate::prose;
use crate::publish::picture::Card;
use crate::site::Route;
use fast_qr::{ECL, QRBuilder};

/// White modules around a code, as the standard requires.
const QUIET: usize = 4;

impl Build<'_> {
    /// Writes the files of a page. Returns the pictures that it needs.
    pub(super) fn taken(
        &mut self,
        route: &Route,
        page: &Page,
        card: Option<&Card>,
    ) -> Result<Vec<PlannedPicture>, String> {
        if !matches!(page, Page::Story(_) | Page::Grantee(_)) {
            return Ok(Vec::new());
        }
        let code = code(&self.address.url(&route.path()))?;
        self.write(&share_file(CODES, route, ".svg"), code.as_bytes())?;
        let dated = card.map(|card| {
            let package = self.files.catalog.default_entry();
            let version = package.and_then(|entry| entry.versions.first());
            let (version, day) = version.map_or(Default::default(), |version| {
                (version.version.clone(), version.released.clone())
            });
            let mut card = card.clone();
            let data = m!(StoryData, version = version, date = Arg::Date(day));
            card.source = format!("{} {}", card.source, self.locale.text(data));
            PlannedPicture::card(share_file(NEWSLETTER, route, ".png"), card)
        });
        if let Page::Story(story) = page {
            let document = self.card_document(story);
            let folder = Route::Embed(format!("story-{}", story.story.id)).path();
            self.write(&format!("{folder}index.html"), document.as_bytes())?;
        }
        Ok(dated.into_iter().collect())
    }

    /// A story's card as its own document, for use in a frame on other sites: no script and no
    /// requests.
    fn card_document(&self, page: &StoryPage) -> String {
        let locale = self.locale;
        let front = &page.story.front;
        let url = self
            .address
            .url(&Route::Story(page.story.id.clone()).path());
        let style = rules();
        let policy = format!(
            "default-src 'none'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
            hash(&style)
        );
        let number = page.hero().and_then(|claim| {
            let row = claim.frame.rows.first()?;
            let figure = row.figure.as_ref()?;
            let value = locale.text(prose::value(&row.cell, &claim.frame.measure));
            let source = claim
                .statements
                .first()
                .map_or("", |statement| statement.source.publisher.as_str());
            Some(format!(
                "<p class=\"number\">{}</p><p>{}</p><p class=\"soft\">{} · {}</p>",
                escape_html(&crate::publish::picture::capital(&value)),
                escape_html(&claim.frame.measure.title),
                escape_html(&locale.text(prose::dated(figure))),
                escape_html(source),
            ))
        });
        let (version, day) = page.version();
        let data = m!(
            StoryData,
            version = version,
            date = Arg::Date(day.to_owned())
        );
        let site = &self.files.catalog.site.title;
        format!(
            "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <title>{title}</title><meta name=\"description\" content=\"{summary}\">\
             <link rel=\"icon\" href=\"data:,\"><link rel=\"canonical\" href=\"{url}\">\
             <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
             <meta property=\"og:description\" content=\"{summary}\"><meta property=\"og:url\" content=\"{url}\">\
             <meta property=\"og:image\" content=\"{picture}\">\
             <style>{style}</style></head><body><main><p class=\"soft\">{holder}</p><h1>{title}</h1><p>{summary}</p>\
             {number}<p><a href=\"{url}\" target=\"_blank\" rel=\"noopener\">{read}</a></p>\
             <p class=\"soft\">{site}. {data}</p></main></body></html>\n",
            language = escape_html(&front.language),
            policy = escape_html(&policy),
            title = escape_html(&front.title),
            summary = escape_html(&front.summary),
            url = escape_html(&url),
            picture = escape_html(
                &self
                    .address
                    .url(&format!("pictures/stories/{}.png", page.story.id))
            ),
            holder = escape_html(&page.teaser.holder.label),
            number = number.unwrap_or_default(),
            read = escape_html(&locale.text(m!(StoryRead))),
            site = escape_html(site),
            data = escape_html(&locale.text(data)),
        )
    }
}

/// An address as a QR code: dark squares on white, independent of the page's colors.
fn code(address: &str) -> Result<String, String> {
    let code = QRBuilder::new(address).ecl(ECL::M).build();
    let code = code.map_err(|error| format!("{address}: no code: {error:?}"))?;
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            if code[y][x].value() {
                path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
            }
        }
    }
    let side = code.size + QUIET * 2;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"592\" height=\"592\" \
         role=\"img\"><title>{}</title><path fill=\"white\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"black\" shape-rendering=\"crispEdges\" d=\"{path}\"/></svg>\n",
        escape_html(&Locale::EN.text(m!(ShareCodeAlt, address = address)))
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_border() {
        let svg =
            super::code("https://good-jobs.example/stories/miami-tech-works/").expect("a code");
        // The corners begin directly after the border of four modules.
        assert!(svg.contains("M4 4h1v1h-1z"));
        assert!(!svg.contains("M3 "));
        assert!(svg.contains("<title>"));
    }
}
