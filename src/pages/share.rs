//! The section “Share this page” of stories and grantees: the address, the browser's share menu, a QR code, a picture
//! for a newsletter and a one-page summary.
//!
//! All of it works without a script: the address can be selected and copied, and the others are links. The first press
//! of a button fetches `public/share.js`.

use crate::m;
use crate::site::Route;
use crate::ui::{address, href, localize, shell};
use leptos::prelude::*;

/// Where the pictures for newsletters are, below the base of the site.
pub const NEWSLETTER: &str = "pictures/newsletter/";
/// Where the codes are.
pub const CODES: &str = "pictures/qr/";

/// The file of a page in a folder of pictures.
pub fn file(folder: &str, of: &Route, ending: &str) -> String {
    format!("{folder}{}{ending}", of.path().trim_end_matches('/'))
}

/// The one-page summary of a page, if it has one.
fn paper(of: &Route) -> Option<Route> {
    match of {
        Route::Story(id) => Some(Route::StorySheet(id.clone())),
        Route::Grantee(id) => Some(Route::GranteeSheet(id.clone())),
        _ => None,
    }
}

/// The share sheet of a page.
pub fn sheet(of: &Route, title: &str) -> impl IntoView + use<> {
    let whole = address(of);
    let place = shell().place;
    let picture = place.file(&file(NEWSLETTER, of, ".png"));
    let code = place.file(&file(CODES, of, ".svg"));
    let paper = paper(of)
        .map(|route| view! { <li><a href=href(&route)>{localize(m!(SharePrint))}</a></li> });
    let embed = match of {
        Route::Story(id) => Some(href(&Route::Embed(format!("story-{id}")))),
        _ => None,
    };
    let embed =
        embed.map(|address| view! { <li><a href=address>{localize(m!(ShareEmbed))}</a></li> });
    view! {
        <section class="share band" aria-labelledby="share">
            <h2 id="share">{localize(m!(ShareTitle))}</h2>
            <div class="share-row">
                <div class="share-ways">
                    <label for="share-address">{localize(m!(ShareAddress))}</label>
                    <input id="share-address" type="text" readonly value=whole.clone()/>
                    <div class="share-acts">
                        <button type="button" class="button" data-share="copy" data-done=localize(m!(ShareCopied)) data-failed=localize(m!(ShareFailed))>{localize(m!(ShareCopy))}</button>
                        <button type="button" class="button" data-share="native" data-title=title.to_owned()>{localize(m!(ShareNative))}</button>
                    </div>
                    <p class="share-said" role="status"></p>
                    <ul class="share-list">
                        <li><a href=picture download="">{localize(m!(SharePicture))}</a></li>
                        <li><a href=code.clone() download="">{localize(m!(ShareCode))}</a></li>
                        {paper}
                        {embed}
                    </ul>
                    <p class="note">{localize(m!(ShareNote))}</p>
                </div>
                {self::code(of)}
            </div>
        </section>
    }
}

/// The address as a QR code.
pub fn code(of: &Route) -> impl IntoView + use<> {
    let picture = shell().place.file(&file(CODES, of, ".svg"));
    view! { <img class="share-code" src=picture alt=localize(m!(ShareCodeAlt, address = address(of))) width="148" height="148" loading="lazy"/> }
}
