//! The rows of the package's files that a figure comes from, unchanged, so that a reader can check the number.

use crate::bytes::Source;
use crate::frame::PackageWords;
use crate::loader::PublishedFiles;
use crate::m;
use crate::package::{FieldRole, Resource, ResourceRole};
use crate::problem::{Problem, SourceLocation};
use crate::table::{Dataset, RawRow, raw_rows};
use crate::ui::{localize, shell};
use leptos::prelude::*;

/// The rows behind one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceRows {
    /// The column by which a row is known.
    key: String,
    pub rows: Vec<RawRow>,
    /// The file of sources, and the line of each row's source.
    source_file: String,
    source_lines: Vec<Option<u64>>,
}

/// Reads the files again and uses no value that the site computed from them.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    dataset: &Dataset,
    ids: &[String],
) -> Result<SourceRows, Problem> {
    let package = &dataset.package;
    let figures = package.of_role(ResourceRole::Figures).next();
    let Some((resource, key)) = figures.and_then(|figures| {
        let key = figures.with_role(FieldRole::FigureId)?;
        Some((figures, key.name.clone()))
    }) else {
        return Ok(SourceRows::default());
    };
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let rows = read(files, dataset, resource, &key, &ids).await?;
    let mut found = SourceRows {
        source_lines: vec![None; rows.len()],
        key,
        rows,
        ..SourceRows::default()
    };
    let source = resource
        .with_role(FieldRole::Source)
        .map(|field| &field.name);
    let list = source.and_then(|field| {
        let reference = &resource.schema.foreign_key(field)?.reference;
        let key = reference.fields.0.first()?;
        Some((field, package.resource(&reference.resource)?, key))
    });
    if let Some((field, list, key)) = list {
        let wanted: Vec<&str> = found.rows.iter().map(|row| row.cell(field)).collect();
        let sources = read(files, dataset, list, key, &wanted).await?;
        let line = |row: &RawRow| {
            let source = sources.iter().find(|of| of.cell(key) == row.cell(field))?;
            Some(source.line)
        };
        found.source_lines = found.rows.iter().map(line).collect();
        found.source_file = list.path.clone();
    }
    Ok(found)
}

async fn read<S: Source>(
    files: &PublishedFiles<S>,
    dataset: &Dataset,
    resource: &Resource,
    column: &str,
    wanted: &[&str],
) -> Result<Vec<RawRow>, Problem> {
    let address = dataset.package.address_of(resource);
    let bytes = files.source.read(&address).await?;
    raw_rows(resource, &bytes, column, wanted)
        .map_err(|fault| Problem::new(SourceLocation::file(&address), fault))
}

pub(super) fn section(found: &SourceRows, package: &PackageWords) -> Option<impl IntoView + use<>> {
    let file = package.file.clone();
    let lede = localize(m!(
        RowsLede,
        count = found.rows.len(),
        file = &file,
        version = &package.version,
        package = &package.name
    ));
    let rows = found.rows.iter().zip(&found.source_lines).enumerate();
    let rows = rows
        .map(|(at, (row, source))| one(found, row, *source, package, at == 0))
        .collect_view();
    (!found.rows.is_empty()).then(|| {
        view! {
            <section class="band" aria-labelledby="rows">
                <h2 id="rows">{localize(m!(RowsTitle))}</h2>
                <p>{lede}</p>
                {rows}
            </section>
        }
    })
}

fn one(
    found: &SourceRows,
    row: &RawRow,
    source: Option<u64>,
    package: &PackageWords,
    is_first: bool,
) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|(column, text)| {
        let text = match text.is_empty() {
            true => view! { <span class="aside">{localize(m!(RowsEmpty))}</span> }.into_any(),
            false => text.clone().into_any(),
        };
        view! { <tr><th scope="row"><code>{column.clone()}</code></th><td>{text}</td></tr> }
    });
    let cells = cells.collect_view();
    let key = row.cell(&found.key).to_owned();
    let title = localize(m!(RowsRow, line = row.line, key = &key));
    let folder = &package.kept.folder;
    let link = |file: &str, line: u64| {
        (!folder.is_empty()).then(|| shell().place.file(&format!("{folder}{file}#row={line}")))
    };
    let open = link(&package.file, row.line).map(|address| {
        view! { <a href=address>{localize(m!(RowsOpen, file = &package.file))}</a> }
    });
    let source = source.map(|line| {
        let words = localize(m!(RowsSource, line = line, file = &found.source_file));
        match link(&found.source_file, line) {
            Some(address) => view! { " " <a href=address>{words}</a> }.into_any(),
            None => view! { " " {words} }.into_any(),
        }
    });
    view! {
        <details class="resource source-row" id=format!("row-{key}") open=is_first>
            <summary>{title.clone()}</summary>
            <p class="note">{open} ". " {source}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                <table class="raw">
                    <thead><tr>
                        <th scope="col">{localize(m!(RowsCellColumn))}</th>
                        <th scope="col">{localize(m!(RowsCellText))}</th>
                    </tr></thead>
                    <tbody>{cells}</tbody>
                </table>
            </div>
        </details>
    }
}
