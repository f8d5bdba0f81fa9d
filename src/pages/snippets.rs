//! Lines of code that read a published table in Excel, Python, R or Stata, to be copied.
//!
//! Columns of codes are read as text: programs that guess types drop the leading zeros of codes, and read “NA” as missing.

use crate::locale::Message;
use crate::m;
use crate::package::{Package, Resource, Site};
use crate::paint::backend::escape_html;
use crate::ui::{localize, shell};
use leptos::prelude::*;

/// A program that reads CSV files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataProgram {
    Excel,
    Python,
    R,
    Stata,
}

impl DataProgram {
    pub const ALL: [Self; 4] = [Self::Excel, Self::Python, Self::R, Self::Stata];

    fn label(self) -> Message {
        match self {
            Self::Excel => m!(SnippetExcel),
            Self::Python => m!(SnippetPython),
            Self::R => m!(SnippetR),
            Self::Stata => m!(SnippetStata),
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Excel => "excel",
            Self::Python => "python",
            Self::R => "r",
            Self::Stata => "stata",
        }
    }
}

/// The columns of a table whose cells are no numbers, in order: (place, name).
fn texts(resource: &Resource) -> Vec<(usize, &str)> {
    let fields = resource.schema.fields.iter().enumerate();
    fields
        .filter(|(_, field)| !field.kind.is_number())
        .map(|(at, field)| (at, field.name.as_str()))
        .collect()
}

/// The columns whose cells are numbers without exception: a marker such as “c” for suppressed is no number.
fn numbers(resource: &Resource) -> impl Iterator<Item = &str> {
    let fields = resource.schema.fields.iter();
    fields
        .filter(|field| field.kind.is_number() && field.outcomes.markers.is_empty())
        .map(|field| field.name.as_str())
}

/// The lines for one program; `address` is that of the CSV file.
pub fn snippet(program: DataProgram, resource: &Resource, address: &str) -> String {
    let texts = texts(resource);
    match program {
        DataProgram::Excel => {
            let of = |kind: &'static str| move |name: &str| format!("{{\"{name}\", type {kind}}}");
            let types: Vec<String> = texts
                .iter()
                .map(|(_, name)| of("text")(name))
                .chain(numbers(resource).map(of("number")))
                .collect();
            format!(
                "let\n  File = Csv.Document(Web.Contents(\"{address}\"),\n    [Delimiter = \",\", Encoding = 65001, QuoteStyle = \
                 QuoteStyle.Csv]),\n  Rows = Table.PromoteHeaders(File, [PromoteAllScalars = true]),\n  Typed = \
                 Table.TransformColumnTypes(Rows,\n    {{{}}}, \"en-US\")\nin\n  Typed\n",
                types.join(", ")
            )
        }
        DataProgram::Python => {
            let types: Vec<String> = texts
                .iter()
                .map(|(_, name)| format!("\"{name}\": str"))
                .collect();
            format!(
                "import pandas as pd\n\ndata = pd.read_csv(\n    \"{address}\",\n    dtype={{{}}},\n    \
                 keep_default_na=False, na_values=[\"\"])\n",
                types.join(", ")
            )
        }
        DataProgram::R => {
            let types: Vec<String> = texts
                .iter()
                .map(|(_, name)| format!("`{name}` = \"c\""))
                .chain([".default = \"?\"".to_owned()])
                .collect();
            format!(
                "library(readr)\n\ndata <- read_csv(\n  \"{address}\",\n  col_types = list({}),\n  na = \"\")\n",
                types.join(", ")
            )
        }
        DataProgram::Stata => {
            let places: Vec<String> = texts.iter().map(|(at, _)| (at + 1).to_string()).collect();
            let columns = match places.is_empty() {
                true => String::new(),
                false => format!("stringcols({}) ", places.join(" ")),
            };
            format!(
                "import delimited using \"{address}\", ///\n  varnames(1) case(preserve) bindquote(strict) encoding(\"UTF-8\") \
                 ///\n  {columns}clear\n"
            )
        }
    }
}

/// The address of the frozen file of a version: with the host where the site has one, else as a path.
pub fn file_url(site: &Site, base_path: &str) -> String {
    match site.origin.trim().trim_end_matches('/') {
        "" | Site::NOWHERE => base_path.to_owned(),
        origin => format!("{origin}{base_path}"),
    }
}

/// Leptos does not escape the text of a text area, so this function escapes it. The browser decodes it again.
fn escaped(text: &str) -> String {
    if cfg!(target_arch = "wasm32") {
        return text.to_owned();
    }
    escape_html(text)
}

/// The address of a table, its hash, and a snippet for each program.
pub(super) fn snippets(package: &Package, resource: &Resource) -> impl IntoView + use<> {
    let shell = shell();
    let kept = &package.kept.folder;
    let folder = match kept.is_empty() {
        true => format!("data/{}/", package.name),
        false => kept.clone(),
    };
    let path = shell.place.file(&format!("{folder}{}", resource.path));
    let address = file_url(&shell.site, &path);
    let hash = resource.hash.clone().unwrap_or_default();
    let hash = hash.strip_prefix("sha256:").unwrap_or(&hash).to_owned();
    let of = |program: DataProgram| {
        let text = snippet(program, resource, &address);
        let lines = text.lines().count();
        let id = format!("{}-{}", resource.name, program.id());
        let program = localize(program.label());
        let name = localize(m!(
            SnippetCopyName,
            program = &program,
            table = resource.title()
        ));
        view! {
            <div class="share share-ways">
                <label for=id.clone()>{program}</label>
                <textarea id=id translate="no" readonly rows=lines spellcheck="false">{escaped(&text)}</textarea>
                <div class="share-acts">
                    <button type="button" class="button" data-share="copy" aria-label=name data-done=localize(m!(SnippetCopied)) data-failed=localize(m!(SnippetFailed))>{localize(m!(SnippetCopy))}</button>
                </div>
                <p class="share-said" role="status"></p>
            </div>
        }
    };
    let all = DataProgram::ALL.map(of).into_iter().collect_view();
    view! {
        <details class="resource snippets">
            <summary>{localize(m!(SnippetTitle))}</summary>
            <p>{localize(m!(SnippetNote))}</p>
            <dl class="definitions">
                <dt>{localize(m!(SnippetAddress))}</dt><dd><a href=path>{address.clone()}</a></dd>
                <dt>{localize(m!(SnippetHash))}</dt><dd><code>{hash}</code></dd>
            </dl>
            {all}
        </details>
    }
}
