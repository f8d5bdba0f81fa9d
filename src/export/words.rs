//! All text that accompanies the numbers, in one language.

use super::{Export, citations};
use crate::locale::unit_long;
use crate::m;
use crate::prose;
use serde::Serialize;

/// The text that must accompany a chart everywhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChartText {
    /// The heading over the picture: the title set by the report's author, if there is one.
    pub heading: String,
    /// The title generated from the question, which an author cannot remove.
    pub title: String,
    pub subtitle: String,
    /// Notices above everything: that numbers are made up, or not published by this site.
    pub banners: Vec<String>,
    /// The finding in a sentence.
    pub summary: String,
    /// What the picture shows, for screen readers, in a sentence or two.
    pub alt: String,
    /// The same with every number, every note and the source.
    pub long_alt: String,
    /// What else a reader must know, and which words are the author's.
    pub notes: Vec<String>,
    pub definition: Option<String>,
    pub unit: Option<String>,
    pub source: String,
    pub citation: String,
    pub licence: Option<String>,
    /// See [`Export::link`].
    pub link: Option<String>,
    /// Title, finding and source for use under a figure of a report.
    pub caption: String,
}

impl ChartText {
    pub fn of(export: &Export) -> Self {
        let Export {
            frame,
            view,
            locale,
            ..
        } = *export;
        let text = |message| locale.text(&message);
        let mut banners = Vec::new();
        if frame.package.illustrative {
            banners.push(text(m!(IllustrativeBanner)));
        }
        if let Some(whose) = &frame.package.whose {
            banners.push(text(prose::foreign_banner(whose)));
        }
        let notes: Vec<String> = frame
            .caveats
            .iter()
            .map(prose::caveat)
            .chain(prose::authors_words(frame))
            .map(text)
            .collect();
        let rows = frame.rows.iter();
        let rows: Vec<String> = rows
            .map(|row| text(prose::row_sentence(frame, row)))
            .collect();
        let title = text(prose::title(frame));
        let heading = text(prose::heading(frame));
        let alt = text(prose::alt(frame, view));
        let source = text(prose::source_line(frame));
        let summary = text(prose::summary(frame));
        let full_summary = text(prose::full_summary(frame));
        let mut long: Vec<&str> = vec![&alt];
        long.extend(rows.iter().map(String::as_str));
        long.extend(notes.iter().map(String::as_str));
        long.push(&source);
        let licence = frame.package.licence.as_ref();
        let licence = licence.map(|licence| match &licence.path {
            Some(path) => text(m!(ExportLicence, name = licence.name(), address = path)),
            None => licence.name().to_owned(),
        });
        Self {
            caption: text(m!(
                ExportCaption,
                title = &heading,
                summary = &full_summary,
                source = &source
            )),
            long_alt: long.join(" "),
            subtitle: text(prose::subtitle(frame)),
            definition: frame.measure.definition.clone(),
            unit: unit_long(&frame.measure.unit).map(text),
            citation: citations(export).short,
            link: export.link(),
            heading,
            title,
            banners,
            summary,
            alt,
            notes,
            source,
            licence,
        }
    }
}
