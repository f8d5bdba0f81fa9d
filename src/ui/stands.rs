//! Provenance of a number: links to the lines of the source file.

use super::say::{href, say, shell};
use crate::bytes::join;
use crate::frame::{Cell, FigureWords, Frame, PackageWords, Row};
use crate::m;
use crate::package::Whose;
use crate::query::{Query, View, to_address};
use crate::site::Route;
use leptos::prelude::*;

/// The address of the file that an answer comes from, where the site keeps it or its owner
/// publishes it; `line` as a fragment according to RFC 7111.
pub(super) fn file_address(package: &PackageWords, line: Option<u64>) -> Option<String> {
    let folder = &package.kept.folder;
    let line = line.map_or_else(String::new, |line| format!("#row={line}"));
    if let Some(Whose::Host { address, .. }) = &package.whose {
        let file = match package.file.starts_with("https://") {
            true => package.file.clone(),
            false => join(address, &package.file),
        };
        return Some(format!("{file}{line}"));
    }
    let is_known = !folder.is_empty() && !package.file.is_empty();
    is_known.then(|| {
        shell()
            .place
            .file(&format!("{folder}{}{line}", package.file))
    })
}

/// Whether any row of an answer has links to its source lines.
pub(super) fn has_lines(frame: &Frame) -> bool {
    frame.rows.iter().any(|row| !row.cell.lines.is_empty())
}

/// The source lines of a number; where there are too many to list, a link to the question that
/// shows them.
pub(super) fn lines(frame: &Frame, row: &Row) -> AnyView {
    let cell = &row.cell;
    if cell.lines.is_empty() {
        let words = say(m!(RowsMany, count = cell.records));
        let address = format!("{}{}", href(&Route::Explore), narrowed(frame, row));
        return view! { <a href=address>{words}</a> }.into_any();
    }
    let last = cell.lines.len() - 1;
    let link = |(at, line): (usize, &u64)| {
        let words = shell().locale.count(*line);
        let comma = (at < last).then_some(", ");
        match file_address(&frame.package, Some(*line)) {
            Some(address) => view! { <a href=address>{words}</a> {comma} }.into_any(),
            None => view! { {words} {comma} }.into_any(),
        }
    };
    let links = cell.lines.iter().enumerate().map(link).collect_view();
    links.into_any()
}

/// The question for the rows of one group, as an address.
fn narrowed(frame: &Frame, row: &Row) -> String {
    let mut query = Query {
        package: Some(frame.package.name.clone()),
        measure: Some(frame.measure.code.clone()),
        view: Some(View::Table),
        filters: frame.query.filters.clone(),
        at: frame.query.at.clone(),
        ..Query::default()
    };
    let mut narrow = |field: &str, key: &str| {
        query.filters.insert(field.to_owned(), vec![key.to_owned()]);
    };
    narrow(&frame.by.field, &row.key);
    if frame.compares() {
        // Each series is a measure of its own.
        let series = frame.series.as_ref();
        let own = series.and_then(|series| series.values.get(row.series?));
        query.measure = own.map(|(code, _)| code.clone());
    } else if let Some(series) = &frame.series
        && let Some((key, _)) = row.series.and_then(|at| series.values.get(at))
    {
        narrow(&series.axis.field, key);
    }
    to_address(&query, &Query::default())
}

/// The number of a published figure as a link to the page of the figure.
pub(super) fn followed(frame: &Frame, row: &Row, value: String) -> AnyView {
    led(frame, row.figure.as_ref(), value)
}

/// The same for a number of another measure in the same row.
pub(super) fn followed_across(frame: &Frame, cell: &Cell, value: String) -> AnyView {
    let claimed = cell.claimed.as_ref();
    led(frame, claimed.map(|claimed| &claimed.figure), value)
}

fn led(frame: &Frame, figure: Option<&FigureWords>, value: String) -> AnyView {
    match figure.filter(|_| frame.package.kept.has_pages) {
        Some(figure) => {
            let address = href(&Route::Figure(figure.claim_id.clone()));
            view! { <a href=address>{value}</a> }.into_any()
        }
        None => value.into_any(),
    }
}

/// The box in which `row.js` shows a requested row. A page with links to rows includes it once.
pub fn row_box() -> impl IntoView {
    const ID: &str = "row-box";
    const NAME: &str = "row-box-name";
    let filled_in = |field: &str| format!("{{{field}}}");
    let title = say(m!(
        RowsBoxTitle,
        line = filled_in("line"),
        file = filled_in("file")
    ));
    let failed = say(m!(
        RowsBoxFailed,
        line = filled_in("line"),
        file = filled_in("file")
    ));
    view! {
        <div
            class="term-box row-box"
            id=ID
            popover="auto"
            role="dialog"
            aria-labelledby=NAME
            tabindex="-1"
            data-title=title
            data-loading=say(m!(RowsBoxLoading))
            data-failed=failed
            data-empty=say(m!(RowsEmpty))
        >
            <p class="term-name" id=NAME></p>
            <div class="row-cells" role="status"></div>
            <p class="term-actions">
                <a href=file_of_site()>{say(m!(RowsBoxFile))}</a>
                <button type="button" class="term-close" popovertarget=ID popovertargetaction="hide">{say(m!(RowsBoxClose))}</button>
            </p>
        </div>
    }
}

/// The target of the box's link before a row is requested, because a link needs a target.
fn file_of_site() -> String {
    href(&Route::Data)
}

/// The file that the lines belong to.
pub(super) fn file_note(frame: &Frame) -> Option<AnyView> {
    let package = &frame.package;
    let note = has_lines(frame).then(|| {
        let words = match package.whose {
            Some(_) => say(m!(RowsNoteForeign, file = &package.file)),
            None => say(m!(
                RowsNote,
                file = &package.file,
                package = &package.name,
                version = &package.version
            )),
        };
        let file = file_address(package, None).map(|address| {
            view! { " " <a href=address>{say(m!(RowsNoteFile))}</a> }
        });
        view! { <p class="note">{words} {file}</p> }
    });
    note.map(IntoAny::into_any)
}
