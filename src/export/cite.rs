//! Citations of a chart. None gives an access date, because the address names the version.

use super::Export;
use crate::locale::{Arg, Message};
use crate::m;
use crate::prose;
use serde::Serialize;

/// One citation in each style.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Citations {
    /// As written under a picture.
    pub short: String,
    pub apa: String,
    pub chicago: String,
    pub mla: String,
    pub bibtex: String,
}

/// The citations of a chart.
pub fn citations(export: &Export) -> Citations {
    let Export {
        frame,
        locale,
        home,
        ..
    } = *export;
    let package = &frame.package;
    let source = frame.sources.first();
    let publisher = source
        .map(|source| source.publisher.as_str())
        .filter(|name| !name.is_empty())
        .unwrap_or(&package.title);
    let date = source
        .and_then(|source| source.published_on.as_deref())
        .unwrap_or(&package.created);
    let year = date.get(..4).unwrap_or_default();
    let title = locale.text(prose::title(frame));
    let link = export.link().unwrap_or_default();
    let from = match &package.whose {
        Some(whose) => m!(
            CiteForeign,
            site = &home.title,
            package = &package.title,
            whose = prose::whose(whose)
        ),
        None => m!(CiteVersion, site = &home.title, version = &package.version),
    };
    let from = locale.text(from);
    let dated = match date.is_empty() {
        true => m!(CiteNoDate),
        false => m!(SubtitleOnly, part = Arg::Date(date.to_owned())),
    };
    let year_or_none = match year.is_empty() {
        true => m!(CiteNoDate),
        false => m!(SubtitleOnly, part = year),
    };
    let text = |message: Message| locale.text(&message).trim_end().to_owned();
    let marked = |sentence: Message| match package.illustrative {
        true => text(m!(IllustrativePrefix, text = Arg::from(sentence))),
        false => text(sentence),
    };
    // A name that ends in a period needs no second one.
    let author = publisher.trim_end_matches('.');
    Citations {
        short: marked(m!(
            CiteShort,
            publisher = author,
            title = &title,
            from = &from,
            link = &link
        )),
        apa: marked(m!(
            CiteApa,
            publisher = author,
            year = year_or_none,
            title = &title,
            from = &from,
            link = &link
        )),
        chicago: marked(m!(
            CiteChicago,
            publisher = author,
            title = &title,
            from = &from,
            date = dated.clone(),
            link = &link
        )),
        mla: marked(m!(
            CiteMla,
            publisher = author,
            title = &title,
            from = &from,
            date = dated,
            link = &link
        )),
        bibtex: bibtex(&Entry {
            key: &super::file_stem(export),
            author: publisher,
            title: &title,
            year,
            from: &from,
            link: &link,
            note: match package.illustrative {
                true => text(m!(IllustrativeBanner)),
                false => String::new(),
            },
        }),
    }
}

struct Entry<'a> {
    key: &'a str,
    author: &'a str,
    title: &'a str,
    year: &'a str,
    from: &'a str,
    link: &'a str,
    note: String,
}

/// A BibTeX entry; double braces keep names and capitals as they are.
fn bibtex(entry: &Entry) -> String {
    let fields = [
        ("author", format!("{{{}}}", escape(entry.author))),
        ("title", format!("{{{}}}", escape(entry.title))),
        ("year", entry.year.to_owned()),
        ("howpublished", escape(entry.from)),
        ("url", entry.link.to_owned()),
        ("note", escape(&entry.note)),
    ];
    let mut out = format!("@misc{{{},\n", entry.key);
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(&format!("  {name} = {{{value}}},\n"));
    }
    out.push_str("}\n");
    out
}

/// Escapes characters that TeX would treat as commands.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '{' | '}' | '\\' | '^' | '~' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn tex_is_given_no_commands() {
        assert_eq!(super::escape("R&D 5% \\input{x}"), "R\\&D 5\\%  input x ");
    }
}
