//! How a reader reaches the publisher: the contact of the catalog. A site without one says so.

use crate::locale::Message;
use crate::m;
use crate::ui::{localize, shell};
use leptos::prelude::*;

/// What the message should say, and the link to the contact, an email address or the address of a form.
pub(super) fn contact(asks: Message, link: Message) -> AnyView {
    let site = shell().site;
    let contact = site.contact.trim();
    if contact.is_empty() {
        let words = localize(m!(ContactNone, publisher = &site.publisher));
        return view! { <p>{words}</p> }.into_any();
    }
    let address = match contact.contains(':') {
        true => contact.to_owned(),
        false => format!("mailto:{contact}"),
    };
    view! { <p>{localize(asks)} " " <a href=address>{localize(link)}</a></p> }.into_any()
}
