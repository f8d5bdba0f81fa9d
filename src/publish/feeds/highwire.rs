//! `citation_*` tags in the head of pages that are cited: what reference managers and scholarly search engines read.

use super::{PageEntry, SiteAddress};
use crate::locale::Locale;
use crate::package::Site;

/// (name, content) of each tag. The publisher of the site is the author of its pages.
pub fn citation_tags(
    address: &SiteAddress,
    site: &Site,
    page: &PageEntry,
    locale: Locale,
) -> Vec<(&'static str, String)> {
    let mut tags = vec![("citation_title", page.title.clone())];
    if !site.publisher.is_empty() {
        tags.push(("citation_author", site.publisher.clone()));
        tags.push(("citation_publisher", site.publisher.clone()));
    }
    if let Some(day) = &page.modified {
        // These readers write dates with slashes.
        tags.push(("citation_publication_date", day.replace('-', "/")));
    }
    tags.push(("citation_language", locale.tag().to_owned()));
    tags.push(("citation_public_url", address.url(&page.path)));
    tags
}
