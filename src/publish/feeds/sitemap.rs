//! What search engines may list: `sitemap.xml` according to sitemaps.org 0.9, and `robots.txt`.

use super::xml::element;
use super::{PageEntry, SITEMAP, SiteAddress};
use crate::locale::{Locale, Message};
use crate::m;
use crate::value::DateWords;

/// Every listed page once, in the order of the pages. Change frequency and priority are left out:
/// search engines ignore both, and they are not known here.
pub fn sitemap(address: &SiteAddress, pages: &[PageEntry]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages.iter().filter(|page| page.listed) {
        let place = element("loc", &address.url(&page.path));
        let changed = page.modified.as_deref().and_then(DateWords::parse);
        let changed = changed.map_or_else(String::new, |date| element("lastmod", &date.0));
        out.push_str(&format!("<url>{place}{changed}</url>\n"));
    }
    out.push_str("</urlset>\n");
    out
}

/// Everything may be crawled. Pages of made-up numbers are kept out of search results by their own
/// `noindex`, which a crawler sees only if it may read the page; so nothing is disallowed.
pub fn robots(address: &SiteAddress, locale: Locale) -> String {
    let note = |message: Message| format!("# {}\n", locale.text(message).replace('\n', " "));
    format!(
        "{}{}User-agent: *\nDisallow:\n\nSitemap: {}\n",
        note(m!(FeedsRobotsOpen)),
        note(m!(FeedsRobotsIllustrative)),
        address.url(SITEMAP)
    )
}
