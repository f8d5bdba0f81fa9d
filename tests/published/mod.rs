//! The published site for tests: its files, its pages as text, and the folders they are in.

use good_jobs::loader::PublishedFiles;
use good_jobs::locale::Locale;
use good_jobs::package::Site;
use good_jobs::pages::{Page, load_page};
use good_jobs::publish::moment::PointInTime;
use good_jobs::publish::{Disk, ReleaseRequest, prerender};
use good_jobs::site::{Route, SiteBase};
use good_jobs::ui::Shell;
use std::path::{Path, PathBuf};

pub use crate::literal::now as block_on;

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(".")
}

/// The folder that contains `data/`, like the site.
pub fn public() -> PathBuf {
    root().join("public")
}

/// The published files with the catalogue read. Views can be made from then on.
pub fn files() -> PublishedFiles<Disk> {
    let _ = any_spawner::Executor::init_futures_executor();
    block_on(PublishedFiles::open(Disk(public()))).expect("the catalogue is readable")
}

/// What surrounds a page at the root of a host, in English.
pub fn shell(route: &Route) -> Shell {
    Shell {
        locale: Locale::EN,
        place: SiteBase::new("/"),
        route: route.clone(),
        site: Site::default(),
    }
}

/// The body of a page that there is.
pub fn body(files: &PublishedFiles<Disk>, route: &Route) -> String {
    let page = block_on(load_page(files, route, ""));
    assert!(
        !matches!(page, Page::Missing | Page::Failed(_)),
        "{route:?}"
    );
    prerender::body(shell(route), page)
}

/// The text between the tags.
pub fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut inside = true;
    for sign in html.chars() {
        match sign {
            '<' => inside = false,
            '>' => inside = true,
            sign if inside => out.push(sign),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// A release without conditions.
pub fn release_request(folder: &Path) -> ReleaseRequest<'_> {
    ReleaseRequest {
        folder,
        redraft: false,
        not_before: None,
        now: PointInTime(0),
        records: &[],
    }
}
