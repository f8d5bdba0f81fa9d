//! What every view needs to know of its surroundings.

use crate::locale::{Locale, Message};
use crate::package::Site;
use crate::site::{Place, Route};
use leptos::prelude::*;

/// The surroundings of a page: language, place on the host, what the site calls itself.
#[derive(Clone, Debug)]
pub struct Shell {
    pub locale: Locale,
    pub place: Place,
    pub route: Route,
    pub site: Site,
}

/// The surroundings of this view; English at the root of a host where none were provided.
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

/// The address of a page of this site with its host, as it is cited.
pub fn address(route: &Route) -> String {
    let shell = shell();
    format!("{}{}", shell.site.origin, shell.place.href(route))
}

/// The address of a page of this site.
pub fn href(route: &Route) -> String {
    shell().place.href(route)
}
