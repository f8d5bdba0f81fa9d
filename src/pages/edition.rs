//! The note on a page that shows an older version of the data.

use crate::loader::EditionWords;
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::Version;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// The identifier of the list of versions on the page of a package.
pub(super) const VERSIONS: &str = "versions";

/// "These numbers are from version 1.2.0 …", or that they are no longer shown, with links to the same page of the
/// newest (or the replacing) version and to what changed; nothing where the newest version is shown. `newer` is the
/// address of that page.
pub(super) fn older_note(edition: &EditionWords, newer: String) -> Option<impl IntoView + use<>> {
    let version = edition.newer.as_ref()?;
    let (note, show) = match tombstone(edition) {
        Some(tombstone) => (tombstone, m!(TombstoneShow, newer = version)),
        None => (
            m!(
                EditionOlder,
                version = &edition.version,
                day = Arg::Date(edition.released.clone()),
                newer = version
            ),
            m!(EditionShowNewest),
        ),
    };
    let changes = format!(
        "{}#{VERSIONS}",
        href(&Route::Package(edition.package.clone()))
    );
    Some(view! {
        <p class="edition-note" role="note">
            {localize(note)}" "
            <a href=newer>{localize(show)}</a>" · "
            <a href=changes>{localize(m!(EditionChanges))}</a>
        </p>
    })
}

/// The sentence in place of the numbers of a withdrawn version; `None` for any other.
pub(super) fn tombstone(edition: &EditionWords) -> Option<Message> {
    let version = Version {
        version: edition.version.clone(),
        withdrawn: edition.withdrawn.clone(),
        ..Version::default()
    };
    Some(version.tombstone()?.sentence())
}
