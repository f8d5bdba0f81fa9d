//! The note on a page that shows an older version of the data.

use crate::loader::EditionWords;
use crate::locale::Arg;
use crate::m;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// The identifier of the list of versions on the page of a package.
pub(super) const VERSIONS: &str = "versions";

/// "These numbers are from version 1.2.0 …", with links to the same page of the newest version and to what
/// changed; nothing where the newest version is shown. `newest` is the address of that page.
pub(super) fn older_note(edition: &EditionWords, newest: String) -> Option<impl IntoView + use<>> {
    let newer = edition.newer.as_ref()?;
    let note = m!(
        EditionOlder,
        version = &edition.version,
        day = Arg::Date(edition.released.clone()),
        newer = newer
    );
    let changes = format!(
        "{}#{VERSIONS}",
        href(&Route::Package(edition.package.clone()))
    );
    Some(view! {
        <p class="edition-note" role="note">
            {localize(note)}" "
            <a href=newest>{localize(m!(EditionShowNewest))}</a>" · "
            <a href=changes>{localize(m!(EditionChanges))}</a>
        </p>
    })
}
