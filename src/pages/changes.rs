//! What a version of a package changed, number by number, against the version before it.

use super::edition::older_note;
use super::wide_table::wide_table;
use crate::bytes::Source;
use crate::frame::{NumberChange, VersionChanges};
use crate::loader::{EditionWords, PublishedFiles, with_previous};
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::Version;
use crate::problem::Problem;
use crate::prose::{change_kind, change_parts, change_row, change_sentences, change_values};
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// The most changes that a page lists.
const MAX_LISTED: usize = 200;

#[derive(Clone, Debug)]
pub struct ChangesPage {
    /// The title of the package.
    pub package: String,
    pub illustrative: bool,
    after: Version,
    /// The version before and what changed since; `None` where this version was withdrawn.
    since: Option<(Version, VersionChanges)>,
    /// What is said of a withdrawn version.
    edition: Option<EditionWords>,
    /// The name of the package in addresses.
    name: String,
}

/// `None` where the package has no such version, or none before it.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    name: &str,
    version: &str,
) -> Result<Option<ChangesPage>, Problem> {
    let Some(entry) = files.catalog.entry(name) else {
        return Ok(None);
    };
    let page = |after: &Version, since| ChangesPage {
        package: entry.title.clone(),
        illustrative: entry.illustrative,
        after: after.clone(),
        since,
        edition: EditionWords::of(&files.catalog, name, Some(version)),
        name: name.to_owned(),
    };
    if let Some(after) = entry.version(version).filter(|it| it.withdrawn.is_some()) {
        return Ok(Some(page(after, None)));
    }
    let Some((before, after)) = with_previous(entry, version) else {
        return Ok(None);
    };
    let changes = files.changes(name, version, MAX_LISTED).await?;
    Ok(changes.map(|changes| page(after, Some((before.clone(), changes)))))
}

impl ChangesPage {
    pub fn title(&self) -> Message {
        let version = &self.after.version;
        m!(
            ChangesDocumentTitle,
            package = &self.package,
            version = version
        )
    }

    pub fn description(&self) -> Message {
        let version = &self.after.version;
        m!(
            ChangesDescription,
            package = &self.package,
            version = version
        )
    }

    /// The day of the newer version.
    pub fn released(&self) -> &str {
        &self.after.released
    }
}

pub(super) fn changes_page(mut page: ChangesPage) -> AnyView {
    match page.since.take() {
        Some((before, changes)) => compared(&page, &before, &changes).into_any(),
        None => withdrawn(&page).into_any(),
    }
}

/// The page of a withdrawn version: that it was withdrawn, when and why, and the way to the replacing version.
fn withdrawn(page: &ChangesPage) -> impl IntoView + use<> {
    let newer = page.edition.as_ref().and_then(|edition| {
        let route = match &edition.newer_at {
            Some(version) => Route::Changes(page.name.clone(), version.clone()),
            None => Route::Package(page.name.clone()),
        };
        older_note(edition, href(&route))
    });
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(TombstoneHeading, version = &page.after.version))}</h1>
            {newer}
            <p class="package-version">{page.package.clone()}</p>
        </div>
    }
}

fn compared(
    page: &ChangesPage,
    before: &Version,
    changes: &VersionChanges,
) -> impl IntoView + use<> {
    let place = shell().place;
    let all = &changes.changes;
    let listed = &all[..all.len().min(MAX_LISTED)];
    let sentences = change_sentences(changes).into_iter();
    let mut sentences = sentences.map(localize);
    let finding = sentences.next();
    let further = sentences.collect::<Vec<_>>().join(" ");
    let illustrative = page
        .illustrative
        .then(|| view! { <p class="illustrative">{localize(m!(IllustrativeBanner))}</p> });
    let note = (!page.after.changes.is_empty()).then(|| {
        view! {
            <section class="wrap band">
                <h2>{localize(m!(ChangesPublisher))}</h2>
                <p>{page.after.changes.clone()}</p>
            </section>
        }
    });
    let others = changes.counts_after(listed.len());
    let rest = others.iter().any(|count| *count > 0).then(|| {
        let parts = change_parts(&others);
        view! { <p>{localize(m!(ChangesRest, shown = listed.len(), parts = parts))}</p> }
    });
    let table = (!listed.is_empty()).then(|| {
        let columns = [
            m!(ChangesColumnTable),
            m!(ChangesColumnRow),
            m!(ChangesColumnMeasure),
            m!(ChangesColumnBefore, version = &before.version),
            m!(ChangesColumnBefore, version = &page.after.version),
            m!(ChangesKind),
        ];
        let rows = listed.iter().map(row).collect_view();
        view! {
            <section class="wrap band">
                {wide_table(m!(ChangesTable), columns, rows)}
                {rest}
            </section>
        }
    });
    let files = [&page.after, before].map(|version| {
        let address = place.file(&format!("data/{}", version.path));
        let words = localize(m!(ChangesFile, version = &version.version));
        view! { <li><a href=address>{words}</a></li> }
    });
    let date = localize(m!(
        DataPackageVersion,
        version = &page.after.version,
        date = Arg::Date(page.after.released.clone())
    ));
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(ChangesHeading, version = &page.after.version))}</h1>
            {illustrative}
            <p class="lede">{finding}</p>
            <p>{further}</p>
            <p class="package-version">{page.package.clone()} <br/> {date}</p>
        </div>
        {note}
        {table}
        <section class="wrap band">
            <h2>{localize(m!(ChangesHowTitle))}</h2>
            <p>{localize(m!(ChangesHow))}</p>
        </section>
        <section class="wrap band">
            <h2>{localize(m!(ChangesFilesTitle))}</h2>
            <ul>{files.into_iter().collect_view()}</ul>
        </section>
    }
}

fn row(change: &NumberChange) -> impl IntoView + use<> {
    let name = change_row(&change.row).into_iter().map(localize);
    let name = name.collect::<Vec<_>>().join(", ");
    let cells = change_values(change).map(|lines| {
        let lines = lines
            .into_iter()
            .map(|line| view! { <li>{localize(line)}</li> });
        view! { <td><ul class="rules">{lines.collect_view()}</ul></td> }
    });
    view! {
        <tr>
            <td>{change.table.clone()}</td>
            <th scope="row">{name}</th>
            <td>{change.measure.title.clone()}</td>
            {cells.into_iter().collect_view()}
            <td>{localize(change_kind(change.kind))}</td>
        </tr>
    }
}
