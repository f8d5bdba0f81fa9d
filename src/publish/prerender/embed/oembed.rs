//! The oEmbed 1.0 response for a published view, as a file: a static host cannot take the width of
//! the embedding page into account.

use super::Around;
use crate::pages::ShownView;
use crate::paint::backend::escape_html;
use crate::publish::picture::{HIGH, WIDE};
use crate::scene::{Weight, measure};
use crate::site::Route;
use crate::ui;

/// What a frame of this site may do on another page.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// A frame as other pages write it; `{address}`, `{title}` and `{height}` are filled in, each escaped. `SANDBOX` is in it.
pub const FRAME: &str = "<iframe src=\"{address}\" data-good-jobs title=\"{title}\" width=\"100%\" height=\"{height}\" \
     style=\"border:0\" loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>";

/// Height of a line of text around a drawing, in px: title, subtitle, summary, notes, source, date,
/// links.
const LINE: f64 = 24.0;

/// `embed/<id>/oembed.json`.
pub fn oembed(shown: &ShownView, around: &Around) -> String {
    let title = shown.title(around.shell.locale);
    let folder = Route::Embed(shown.view.id.clone()).path();
    let src = around.address.url(&folder);
    let height = height(shown, around);
    let values = [
        ("{address}", escape_html(&src)),
        ("{height}", height.to_string()),
        // The last, since a title may hold what looks like another place.
        ("{title}", escape_html(&title)),
    ];
    let html = values
        .iter()
        .fold(FRAME.to_owned(), |text, (place, value)| {
            text.replace(place, value)
        });
    let answer = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": around.shell.site.title,
        "provider_url": around.address.url(""),
        "cache_age": 86400,
        "html": html,
        "width": ui::WIDE + 24,
        "height": height,
        "thumbnail_url": around.address.url(&format!("{folder}card.png")),
        "thumbnail_width": WIDE,
        "thumbnail_height": HIGH,
    });
    format!("{answer:#}\n")
}

/// The height of the embed at its full width, in px: the drawing and the lines around it.
fn height(shown: &ShownView, around: &Around) -> u32 {
    let locale = around.shell.locale;
    let scene = crate::export::drawn(&shown.frame, shown.as_view, locale, ui::WIDE);
    let room = f64::from(ui::WIDE);
    let lines = |text: &str| {
        (measure::width(text, 16.0, Weight::Regular) / room)
            .ceil()
            .max(1.0)
    };
    let frame = &shown.frame;
    let text_lines = [
        shown.title(locale),
        locale.text(crate::prose::subtitle(frame)),
        locale.text(crate::prose::summary(frame)),
        locale.text(crate::prose::source_line(frame)),
    ];
    let text_lines = text_lines.iter().map(|text| lines(text)).sum::<f64>();
    let notes = frame
        .caveats
        .iter()
        .map(|caveat| lines(&locale.text(crate::prose::caveat(caveat))));
    let around = text_lines + notes.sum::<f64>() + 2.0;
    (scene.height + around * LINE + 48.0).ceil() as u32
}
