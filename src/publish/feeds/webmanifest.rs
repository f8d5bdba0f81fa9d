//! `site.webmanifest`: name and icon of the site when it is added to a home screen.
//!
//! It opens in the browser as usual: there is no service worker, nothing works without the network,
//! and the browser's Back button and address bar are part of how the site works. Addresses are
//! relative to the host, so that the file is correct on any host.

use super::SiteAddress;
use super::icons::{self, hex};
use crate::locale::Locale;
use crate::m;
use crate::package::Site;
use crate::paint::Theme;
use serde_json::{Value, json};

/// The manifest of the site at this address.
pub fn manifest(address: &SiteAddress, site: &Site, locale: Locale) -> Value {
    let base = &address.base;
    let pictures = icons::icons().into_iter().map(|icon| {
        json!({
            "src": format!("{base}{}", icon.path),
            "sizes": format!("{0}x{0}", icon.size),
            "type": "image/png",
            "purpose": if icon.maskable { "maskable" } else { "any" },
        })
    });
    let drawing = json!({
        "src": format!("{base}favicon.svg"),
        "sizes": "any",
        "type": "image/svg+xml",
        "purpose": "any",
    });
    let icons: Vec<Value> = [drawing].into_iter().chain(pictures).collect();
    json!({
        "id": base,
        "name": site.title,
        "short_name": locale.text(m!(FeedsShortName)),
        "description": locale.text(m!(OverviewDescription)),
        "lang": locale.tag(),
        "dir": "ltr",
        "start_url": base,
        "scope": base,
        "display": "browser",
        "theme_color": hex(Theme::LIGHT.mark),
        "background_color": hex(Theme::LIGHT.ground),
        "icons": icons,
    })
}
