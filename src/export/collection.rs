//! The charts of a whole report in one file: numbered in order, each with everything that a pack
//! has, together with one bibliography, one table of every number cited, and one list from which
//! later changes can be detected ([`super::since`]).

use super::archive::archive;
use super::csv::table;
use super::grid::{code, row_name};
use super::name::file_stem;
use super::pack::{LONGEST_ENDING, files};
use super::report_docx::ReportDocument;
use super::{ChartText, Citations, Export, MANIFEST, Pixels, Wish, citations};
use crate::bytes::sha256;
use crate::frame::Row;
use crate::locale::Locale;
use crate::m;
use crate::prose;
use serde::{Deserialize, Serialize};

/// All charts in one document.
const REPORT: &str = "report.docx";
/// The maximum length of a path, in bytes: folders of shared drives leave room for little more.
const PATH: usize = 60;

/// The content of a collection, as stored in its `manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CollectionManifest {
    /// Version of this format.
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
    /// An address that shows the same numbers again; none for files from the reader's own computer.
    pub address: Option<String>,
    pub package: String,
    pub data_version: String,
    pub data_made: String,
    pub illustrative: bool,
    pub citation: String,
    /// The folder of its files, with a slash at the end.
    pub folder: String,
    pub files: Vec<ChartFile>,
    pub numbers: Vec<Number>,
}

/// A file of a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartFile {
    pub name: String,
    pub bytes: usize,
    pub sha256: String,
}

/// A number as the report showed it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Number {
    /// The row's key, the series' key where there are several, and its position among rows with the
    /// same keys.
    pub id: String,
    pub label: String,
    /// As shown to a reader, with its qualifier.
    pub value: String,
    /// Why there is no number, in the vocabulary of packages.
    pub status: String,
}

/// The numbers of a chart, in its order.
pub(super) fn numbers(export: &Export) -> Vec<Number> {
    let Export { frame, locale, .. } = *export;
    let mut out: Vec<Number> = Vec::with_capacity(frame.rows.len());
    let series = |row: &Row| frame.series.as_ref()?.values.get(row.series?);
    for row in &frame.rows {
        let id = match series(row) {
            Some((key, _)) => format!("{}~{key}", row.key),
            None => row.key.clone(),
        };
        // Two figures may have the same key: a goal and its result.
        let base = format!("{id}~");
        let before = out
            .iter()
            .filter(|other| other.id.starts_with(&base))
            .count();
        let status: Vec<String> = row.cell.status.iter().map(code).collect();
        out.push(Number {
            id: format!("{base}{before}"),
            label: row_name(export, row),
            value: locale.text(prose::value(&row.cell, &frame.measure)),
            status: status.join(" "),
        });
    }
    out
}

/// Charts that are collected one after the other.
#[derive(Default)]
pub struct Collection {
    charts: Vec<Chart>,
    cited: Vec<Citations>,
    files: Vec<(String, Vec<u8>)>,
    document: ReportDocument,
}

impl Collection {
    /// Adds a chart with its files. `pixels` is its picture, as for a pack. Errors are those of the
    /// file formats.
    pub fn add(&mut self, export: &Export, wish: &Wish, pixels: Pixels) -> Result<(), String> {
        let number = self.charts.len() + 1;
        let folder = format!("{number:02}/");
        let words = ChartText::of(export);
        let figure = (export, &words);
        self.document.add(figure, &pixels.print, wish.width)?;
        let stem = file_stem(export, PATH - folder.len() - LONGEST_ENDING);
        let files = files(export, wish, pixels, &stem)?;
        let listed = files.iter().map(|(name, bytes)| ChartFile {
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

    /// Number of charts.
    pub fn len(&self) -> usize {
        self.charts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.charts.is_empty()
    }

    /// The whole collection as a zip file: charts in folders `01`, `02`, and for all of them `report.docx`,
    /// `charts.txt`, `bibliography.txt`, `bibliography.bib`, `figures-cited.csv` and `manifest.json`.
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
        let document = self.document.finish(locale, &self.cited)?;
        let mut all: Vec<(String, Vec<u8>)> = vec![
            (REPORT.to_owned(), document),
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
        let kept = CollectionManifest {
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

/// BibTeX entries with unique keys: two charts may have the same title.
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

/// Every number of every chart, with its source.
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
