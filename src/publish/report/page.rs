//! The report as an HTML page, for developers who work on the charts.

use super::{Change, Different, PictureDiff, picture_name};

/// The template of the page; `{…}` are filled in.
const FRAME: &str = include_str!("page.html");

pub fn page(report: &PictureDiff) -> String {
    let mut parts = String::new();
    for different in &report.different {
        parts.push_str(&section(different));
    }
    let summary = match report.different.len() {
        0 => format!("All {} drawings are unchanged.", report.equal),
        count => format!("{count} drawings differ, {} are unchanged.", report.equal),
    };
    FRAME
        .replace("{summary}", &summary)
        .replace("{differences}", &parts)
}

fn section(different: &Different) -> String {
    let Different { name, change } = different;
    let (summary, parts): (String, &[&str]) = match change {
        Change::New => ("new".to_owned(), &["after"]),
        Change::Gone => ("no longer drawn".to_owned(), &["before"]),
        Change::Other(share) if share.pixels == 0 => (
            "the file differs, the picture does not".to_owned(),
            &["before", "after"],
        ),
        Change::Other(share) => (
            format!("{} of {} pixels differ", share.pixels, share.of),
            &["before", "after", "difference"],
        ),
    };
    let pictures: Vec<String> = parts
        .iter()
        .map(|part| {
            let file = picture_name(name, part);
            format!("<figure><img src=\"png/{file}\" alt=\"{name}, {part}\"><figcaption>{part}</figcaption></figure>")
        })
        .collect();
    format!(
        "<section><h2>{name}</h2><p>{summary}</p><div>{}</div></section>\n",
        pictures.join("")
    )
}
