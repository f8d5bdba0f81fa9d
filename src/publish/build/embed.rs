//! A published view as a document of its own: its drawing, its words, its source, and not one request.
//!
//! The rules for colours and sizes stand in the document; the policy names them by their hash, so that
//! nothing else may be added to it.

use super::document::escape;
use crate::m;
use crate::pages::ShownView;
use crate::paint::{Theme, draw};
use crate::prose;
use crate::publish::feeds::SiteAddress;
use crate::publish::picture::drawn;
use crate::site::Route;
use crate::ui::{NARROW, Shell, WIDE};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("../../../style/embed.css");

pub fn document(shown: &ShownView, shell: &Shell, address: &SiteAddress) -> String {
    let locale = shell.locale;
    let frame = &shown.frame;
    let text = |message: crate::locale::Message| escape(&locale.text(message));
    let title = escape(&shown.title(locale));
    let folder = Route::Embed(shown.view.id.clone()).path();
    let explore = format!("{}{}", shell.place.href(&Route::Explore), shown.address);
    let illustrative = match frame.package.illustrative {
        true => format!("<p class=\"warn\">{}</p>", text(m!(IllustrativeBanner))),
        false => String::new(),
    };
    let robots = match frame.package.illustrative {
        true => "<meta name=\"robots\" content=\"noindex\">",
        false => "",
    };
    let notes: String = frame
        .caveats
        .iter()
        .map(|caveat| format!("<li>{}</li>", text(prose::caveat(caveat))))
        .collect();
    let notes = match notes.is_empty() {
        true => String::new(),
        false => format!("<ul>{notes}</ul>"),
    };
    let summary = locale.text(prose::summary(frame));
    let url = |name: &str| escape(&address.url(&format!("{folder}{name}")));
    let style = style();
    let policy = format!(
        "default-src 'none'; style-src '{}'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
        hash(&style)
    );
    let alt = escape(&locale.text(prose::alt(frame, shown.as_view)));
    format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <title>{title}</title><meta name=\"description\" content=\"{description}\">{robots}\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"canonical\" href=\"{canonical}\">\
         <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\"><meta property=\"og:url\" content=\"{canonical}\">\
         <meta property=\"og:image\" content=\"{card}\"><meta property=\"og:image:type\" content=\"image/png\">\
         <meta property=\"og:image:width\" content=\"{card_wide}\"><meta property=\"og:image:height\" content=\"{card_high}\">\
         <meta property=\"og:image:alt\" content=\"{alt}\"><meta name=\"twitter:card\" content=\"summary_large_image\">\
         <meta name=\"twitter:image\" content=\"{card}\"><meta name=\"twitter:image:alt\" content=\"{alt}\">\
         <style>{style}</style></head><body><main>{illustrative}<h1>{title}</h1><p class=\"soft\">{subtitle}</p>\
         <div class=\"narrow\">{narrow}</div><div class=\"wide\">{wide}</div>\
         <p>{description}</p>{notes}<p class=\"soft\">{source}</p>\
         <p class=\"soft\"><a href=\"{explore}\" target=\"_blank\" rel=\"noopener\">{explore_words}</a> · \
         <a href=\"picture.svg\">{picture} (SVG)</a> · <a href=\"picture.png\">{picture} (PNG)</a></p>\
         </main></body></html>\n",
        language = locale.tag(),
        policy = escape(&policy),
        description = escape(&summary),
        canonical = url(""),
        card = url("card.png"),
        card_wide = crate::publish::picture::WIDE,
        card_high = crate::publish::picture::HIGH,
        subtitle = text(prose::subtitle(frame)),
        narrow = drawing(shown, shell, NARROW),
        wide = drawing(shown, shell, WIDE),
        source = text(prose::source_line(frame)),
        explore = escape(&explore),
        explore_words = text(m!(EmbedExplore, site = &shell.site.title)),
        picture = text(m!(EmbedPicture)),
    )
}

fn drawing(shown: &ShownView, shell: &Shell, width: u32) -> String {
    let scene = drawn(&shown.frame, shown.as_view, shell.locale, width);
    let mut out = String::new();
    draw(&scene, &Theme::LIGHT).write(&mut out);
    out
}

/// The rules without comments and ends of lines.
fn style() -> String {
    STYLE
        .lines()
        .filter(|line| !line.starts_with("/*"))
        .collect()
}

/// As a policy names a text: `sha256-…`, in base64.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    format!("sha256-{}", BASE64_STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_policy_names_the_empty_text_as_everybody_does() {
        let known = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(super::hash(""), known);
    }
}
