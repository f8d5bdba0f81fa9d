//! A chart for pasting into a word processor: picture with alternative text, caption, table,
//! source.

use super::word::escape;
use super::{ChartText, Export, Length, text_cells};

/// The block as HTML, with attributes only. `picture` is the address of the picture, usually a data
/// URL (`data:image/png;base64,…`).
pub fn html(export: &Export, picture: &str, width: Length) -> String {
    let words = ChartText::of(export);
    let mut out = String::from("<div>");
    for banner in &words.banners {
        out.push_str(&format!("<p><b>{}</b></p>", escape(banner)));
    }
    out.push_str(&format!("<h3>{}</h3>", escape(&words.heading)));
    out.push_str(&format!(
        "<p><img src=\"{}\" alt=\"{}\" width=\"{}\"></p>",
        escape(picture),
        escape(&words.alt),
        width.pixels()
    ));
    out.push_str(&format!("<p>{}</p>", escape(&words.caption)));
    let (head, rows) = text_cells(export);
    let cells = |name: &str, cells: &[String]| -> String {
        let each = cells.iter().enumerate().map(|(at, text)| {
            // The first cell of a row is its header.
            let (name, scope) = match (name, at) {
                ("th", _) => ("th", " scope=\"col\""),
                (_, 0) => ("th", " scope=\"row\""),
                _ => ("td", ""),
            };
            format!("<{name}{scope} align=\"left\">{}</{name}>", escape(text))
        });
        format!("<tr>{}</tr>", each.collect::<String>())
    };
    let body: String = rows.iter().map(|row| cells("td", row)).collect();
    out.push_str(&format!(
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><thead>{}</thead><tbody>{body}</tbody></table>",
        cells("th", &head)
    ));
    for note in &words.notes {
        out.push_str(&format!("<p>{}</p>", escape(note)));
    }
    out.push_str(&format!("<p>{}</p>", escape(&words.citation)));
    if let Some(link) = &words.link {
        let link = escape(link);
        out.push_str(&format!("<p><a href=\"{link}\">{link}</a></p>"));
    }
    out.push_str("</div>");
    out
}

/// The same for fields that accept text only: the table has tabs between its cells.
pub fn plain_text(export: &Export) -> String {
    let words = ChartText::of(export);
    let (head, rows) = text_cells(export);
    let mut lines = words.banners.clone();
    lines.push(words.heading);
    lines.push(words.subtitle);
    lines.push(words.summary);
    lines.push(head.join("\t"));
    lines.extend(rows.iter().map(|row| row.join("\t")));
    lines.extend(words.notes);
    lines.push(words.citation);
    lines.join("\n")
}
