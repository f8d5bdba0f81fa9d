//! A published view as its own document: its drawing, its texts, its source, and no further request
//! until a reader asks for a different view.
//!
//! The rules for colors and sizes and the only script are in the document; its policy lists their
//! hashes, so that nothing else can be added to it. The messages of the script are documented in
//! `docs/embed.md`.

mod oembed;
mod style;

pub use oembed::{FRAME, SANDBOX, oembed};
pub use style::{THEMES, rules};

use crate::frame::Frame;
use crate::loader::EditionWords;
use crate::m;
use crate::pages::{EmbedPage, ShownView, embed_view};
use crate::paint::backend::escape_html;
use crate::prose;
use crate::publish::feeds::SiteAddress;
use crate::publish::picture::{HIGH, WIDE};
use crate::query::QUESTIONS;
use crate::site::Route;
use crate::ui::Shell;
use base64::prelude::{BASE64_STANDARD, Engine};
use leptos::prelude::{Owner, RenderHtml, provide_context};
use sha2::{Digest, Sha256};

const SCRIPT: &str = include_str!("frame.js");

/// The inputs besides the view itself.
pub struct Around<'a> {
    pub shell: &'a Shell,
    pub address: &'a SiteAddress,
    pub edition: Option<EditionWords>,
    /// Origins whose pages may change the filters of an embed.
    pub commands: &'a [String],
    /// (identifier, title) of other published views of the same package; only where the address may
    /// request any view.
    pub others: Vec<(String, String)>,
}

/// The document of a view; `own` is its path: `embed/<id>/`, or `embed/` where any view may be
/// requested.
pub fn document(shown: &ShownView, around: &Around, own: &str) -> String {
    let Around { shell, address, .. } = around;
    let locale = shell.locale;
    let frame = &shown.frame;
    let title = escape_html(&shown.title(locale));
    let folder = Route::Embed(shown.view.id.clone()).path();
    let robots = match frame.package.illustrative || own != folder {
        true => "<meta name=\"robots\" content=\"noindex\">",
        false => "",
    };
    let summary = locale.text(prose::full_summary(frame));
    let url = |name: &str| escape_html(&address.url(&format!("{folder}{name}")));
    let (style, script) = (rules(), script());
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src 'self' '{}' 'wasm-unsafe-eval'; connect-src {}; \
         img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types default",
        hash(&style),
        hash(&script),
        connections(shell)
    );
    let alt = escape_html(&locale.text(prose::alt(frame, shown.as_view)));
    let oembed_address = url("oembed.json");
    let id = match own == folder {
        true => shown.view.id.as_str(),
        false => "",
    };
    format!(
        "<!doctype html>\n<html lang=\"{language}\" data-view=\"{id}\" data-base=\"{base}\" data-draw=\"{base}embed/draw.js\" \
         data-questions=\"{questions}\"{commands}><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <title>{title}</title><meta name=\"description\" content=\"{description}\">{robots}\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"canonical\" href=\"{canonical}\">\
         <link rel=\"alternate\" type=\"application/json+oembed\" title=\"{title}\" href=\"{oembed_address}\">\
         <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\"><meta property=\"og:url\" content=\"{canonical}\">\
         <meta property=\"og:image\" content=\"{card}\"><meta property=\"og:image:type\" content=\"image/png\">\
         <meta property=\"og:image:width\" content=\"{WIDE}\"><meta property=\"og:image:height\" content=\"{HIGH}\">\
         <meta property=\"og:image:alt\" content=\"{alt}\"><meta name=\"twitter:card\" content=\"summary_large_image\">\
         <meta name=\"twitter:image\" content=\"{card}\"><meta name=\"twitter:image:alt\" content=\"{alt}\">\
         <style>{style}</style><script>{script}</script></head>\
         <body>{asked}{body}{unscripted}</body></html>\n",
        language = locale.tag(),
        base = shell.place.base(),
        questions = QUESTIONS.join(" "),
        commands = commands(around.commands),
        policy = escape_html(&policy),
        description = escape_html(&summary),
        canonical = url(""),
        card = url("card.png"),
        asked = format_args!(
            "<p class=\"loading\" role=\"status\">{}</p>",
            escape_html(&locale.text(m!(EmbedLoading)))
        ),
        body = body(shown, around, own == folder),
        unscripted = unscripted(shown, around),
    )
}

/// The same view that the browser renders for any other question.
fn body(shown: &ShownView, around: &Around, has_pictures: bool) -> String {
    let page = EmbedPage {
        outcome: Ok(Frame::clone(&shown.frame)),
        view: shown.as_view,
        title: Some(shown.title(around.shell.locale)),
        address: shown.address.clone(),
        folder: has_pictures.then(String::new),
        edition: around.edition.clone(),
        notices: Vec::new(),
    };
    let shell = around.shell.clone();
    let owner = Owner::new_root(None);
    let text = owner.with(|| {
        provide_context(shell);
        embed_view(page).to_html()
    });
    // This document is not hydrated, so the markers are not needed.
    text.replace("<!>", "")
}

/// For readers without scripts: a note that this may not be the requested view.
fn unscripted(shown: &ShownView, around: &Around) -> String {
    let locale = around.shell.locale;
    let fallback = locale.text(m!(EmbedWithoutScript, title = shown.title(locale)));
    let links: String = around
        .others
        .iter()
        .map(|(id, title)| {
            let href = around.shell.place.href(&Route::Embed(id.clone()));
            format!(
                "<li><a href=\"{}\">{}</a></li>",
                escape_html(&href),
                escape_html(title)
            )
        })
        .collect();
    let others = match links.is_empty() {
        true => String::new(),
        false => format!(
            "<p class=\"soft\">{}</p><ul>{links}</ul>",
            escape_html(&locale.text(m!(EmbedOthers)))
        ),
    };
    format!(
        "<noscript><p class=\"soft\">{}</p>{others}</noscript>",
        escape_html(&fallback)
    )
}

/// The hosts from which an embed may fetch: this site, and the origins whose packages it may show.
fn connections(shell: &Shell) -> String {
    let origins = shell.site.foreign.embeds.iter();
    let safe = origins.filter(|origin| {
        origin.starts_with("https://") && !origin.contains([' ', ';', ',', '\'', '"'])
    });
    safe.fold("'self'".to_owned(), |all, origin| format!("{all} {origin}"))
}

fn commands(origins: &[String]) -> String {
    match origins.is_empty() {
        true => String::new(),
        false => format!(" data-commands=\"{}\"", escape_html(&origins.join(" "))),
    }
}

/// The script without indents and without lines that are only comments, of which none is longer than a line.
fn script() -> String {
    let lines = SCRIPT.lines().map(str::trim);
    let kept: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/**"))
        .collect();
    kept.join("\n")
}

/// The hash of a text in the notation of a content security policy: `sha256-…`, in base64.
pub(super) fn hash(text: &str) -> String {
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

    #[test]
    fn a_frame_may_do_what_the_element_lets_it() {
        assert!(super::FRAME.contains(&format!("sandbox=\"{}\"", super::SANDBOX)));
    }

    #[test]
    fn the_script_loses_its_comments_and_nothing_else() {
        let script = super::script();
        assert!(
            !script.contains("//"),
            "a line holds a comment or an address"
        );
        assert!(!script.contains("/**"), "a line holds a comment");
        assert!(script.contains("good-jobs:height"));
    }
}
