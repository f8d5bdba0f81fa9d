//! The context that every view needs.

use crate::locale::{Locale, Message};
use crate::package::Site;
use crate::site::{Place, Route};
use leptos::prelude::*;

/// The context of a page: language, base path on the host, title of the site.
#[derive(Clone, Debug)]
pub struct Shell {
    pub locale: Locale,
    pub place: Place,
    pub route: Route,
    pub site: Site,
}

/// The context of this view; English at the root of a host where none was provided.
pub fn shell() -> Shell {
    use_context().unwrap_or_else(|| Shell {
        locale: Locale::EN,
        place: Place::new("/"),
        route: Route::Overview,
        site: Site::default(),
    })
}

/// A message in the reader's language.
pub fn say(message: impl Into<Message>) -> String {
    use_context::<Shell>()
        .map_or(Locale::EN, |shell| shell.locale)
        .text(message.into())
}

/// The full address of a page of this site, with its host, as used in citations.
pub fn address(route: &Route) -> String {
    let shell = shell();
    format!("{}{}", shell.site.origin, shell.place.href(route))
}

/// The address of a page of this site.
pub fn href(route: &Route) -> String {
    shell().place.href(route)
}
