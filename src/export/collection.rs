//! The charts of a whole report in one file: numbered in their order, each with everything that a pack has, and
//! beside them one bibliography, one table of every number cited, and one list by which it can be seen later what has
//! changed since ([`super::since`]).

use super::archive::archive;
use super::csv::table;
use super::grid::code;
use super::pack::files;
use super::{Citations, Export, MANIFEST, Pixels, Wish, Words, citations, file_stem};
use crate::bytes::sha256;
use crate::frame::Row;
use crate::locale::Locale;
use crate::m;
use crate::prose;
use serde::{Deserialize, Serialize};

/// The list of what a collection holds, as it stands in its `manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Version of this layout.
    pub v: u32,
    pub charts: Vec<Chart>,
}

/// One chart of a collection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chart {
    /// From 1, in the order of the report.
    pub number: usize,
    pub title: String,
    /// An address that shows the same numbers again; none for files of the reader's own machine.
    pub address: Option<String>,
    pub package: String,
    pub data_version: String,
    pub data_made: String,
    pub illustrative: bool,
    pub citation: String,
    /// Where its files are, with a slash at the end.
    pub folder: String,
    pub files: Vec<File>,
    pub numbers: Vec<Number>,
}

/// A file of a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct File {
    pub name: String,
    pub bytes: usize,
    pub sha256: String,
}

/// A number as the report showed it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Number {
    /// The row's key, the series' key where there are several, and which of its kind it is.
    pub id: String,
    pub label: String,
    /// As a reader saw it, with its word.
    pub value: String,
    /// Why there is no number, as packages say it.
    pub status: String,
}

/// The numbers of a chart, in its order.
pub(super) fn numbers(export: &Export) -> Vec<Number> {
    let Export { frame, locale, .. } = *export;
    let mut out: Vec<Number> = Vec::with_capacity(frame.rows.len());
    let series = |row: &Row| frame.series.as_ref()?.values.get(row.series?);
    for row in &frame.rows {
        let mut id = row.key.clone();
        let mut label = locale.argument(&prose::row_label(frame, row));
        if let Some((key, name)) = series(row) {
            id = format!("{id}~{key}");
            label = format!("{label}, {name}");
        }
        // Two figures may have one key: a goal and what came of it.
        let base = format!("{id}~");
        let before = out
            .iter()
            .filter(|other| other.id.starts_with(&base))
            .count();
        let status: Vec<String> = row.cell.status.iter().map(code).collect();
        out.push(Number {
            id: format!("{base}{before}"),
            label,
            value: locale.text(prose::value(&row.cell, &frame.measure)),
            status: status.join(" "),
        });
    }
    out
}

/// Charts that are put together, one after the other.
#[derive(Default)]
pub struct Collection {
    charts: Vec<Chart>,
    cited: Vec<Citations>,
    files: Vec<(String, Vec<u8>)>,
}

impl Collection {
    /// Adds a chart with its files. `pixels` are its picture, as for a pack.
    pub fn add(&mut self, export: &Export, wish: &Wish, pixels: Pixels) -> Result<(), String> {
        let number = self.charts.len() + 1;
        let folder = format!("{number:02}_{}/", file_stem(export));
        let words = Words::of(export);
        let files = files(export, wish, pixels)?;
        let listed = files.iter().map(|(name, bytes)| File {
            name: name.clone(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
        });
        let package = &export.frame.package;
        self.charts.push(Chart {
            number,
            title: words.heading,
            address: words.link,
            package: package.name.clone(),
            data_version: package.version.clone(),
            data_made: package.created.clone(),
            illustrative: package.illustrative,
            citation: words.citation,
            folder: folder.clone(),
            files: listed.collect(),
            numbers: numbers(export),
        });
        self.cited.push(citations(export));
        let named = files
            .into_iter()
            .map(|(name, bytes)| (format!("{folder}{name}"), bytes));
        self.files.extend(named);
        Ok(())
    }

    /// How many charts there are.
    pub fn len(&self) -> usize {
        self.charts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.charts.is_empty()
    }

    /// The whole as a zip file: charts in folders `01_…`, `02_…`, and for all of them `bibliography.txt`,
    /// `bibliography.bib`, `figures-cited.csv` and `manifest.json`.
    pub fn finish(self, locale: Locale) -> Result<Vec<u8>, String> {
        let numbered = |texts: Vec<&str>| {
            let lines = texts.iter().enumerate();
            let lines: Vec<String> = lines
                .map(|(at, text)| format!("{}. {text}\n", at + 1))
                .collect();
            lines.concat().into_bytes()
        };
        let list = numbered(self.cited.iter().map(|cite| cite.apa.as_str()).collect());
        let captions: Vec<&str> = self.charts.iter().map(|chart| &*chart.title).collect();
        let mut all: Vec<(String, Vec<u8>)> = vec![
            ("charts.txt".to_owned(), numbered(captions)),
            ("bibliography.txt".to_owned(), list),
            (
                "bibliography.bib".to_owned(),
                bibliography(&self.cited).into_bytes(),
            ),
            (
                "figures-cited.csv".to_owned(),
                figures(&self.charts, locale).into_bytes(),
            ),
        ];
        let kept = Kept {
            v: 1,
            charts: self.charts,
        };
        let mut text = serde_json::to_string_pretty(&kept).map_err(|error| error.to_string())?;
        text.push('\n');
        all.push((MANIFEST.to_owned(), text.into_bytes()));
        all.extend(self.files);
        archive(
            all.iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
        )
    }
}

/// Entries of BibTeX whose keys are told apart: two charts may be called alike.
fn bibliography(cited: &[Citations]) -> String {
    let mut out = String::new();
    for (at, cite) in cited.iter().enumerate() {
        out.push_str(
            &cite
                .bibtex
                .replacen("@misc{", &format!("@misc{{{:02}-", at + 1), 1),
        );
        out.push('\n');
    }
    out
}

/// Every number of every chart, with where it comes from.
fn figures(charts: &[Chart], locale: Locale) -> String {
    let illustrative = |is: bool| match is {
        true => locale.text(m!(IllustrativeBanner)),
        false => String::new(),
    };
    let head = [
        "chart",
        "title",
        "label",
        "value_in_words",
        "status",
        "package",
        "data_version",
        "warning",
        "citation",
        "address",
    ];
    let rows = charts.iter().flat_map(|chart| {
        chart.numbers.iter().map(move |number| {
            vec![
                chart.number.to_string(),
                chart.title.clone(),
                number.label.clone(),
                number.value.clone(),
                number.status.clone(),
                chart.package.clone(),
                chart.data_version.clone(),
                illustrative(chart.illustrative),
                chart.citation.clone(),
                chart.address.clone().unwrap_or_default(),
            ]
        })
    });
    table(&head, rows)
}
