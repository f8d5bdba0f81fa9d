//! The kinds of files that hosts treat alike, told by their paths.

/// Which files a row of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    All,
    /// Named by what they hold, or of a released version of the data.
    Immutable,
    /// Every other.
    Fresh,
    /// Pages, which only this site may frame.
    Pages,
    /// Pages that are made to be framed.
    Embeds,
    /// What a frame on another site loads.
    Shared,
}

/// Folders that other sites may read. `geo/` holds the outlines that a map is drawn from.
const SHARED: [&str; 4] = ["data/", "embed/", "geo/", "pictures/"];
/// What is built under a name with a hash. Data and pictures are not: their names hold amounts and years.
const BUILT: [&str; 5] = ["js", "wasm", "css", "woff2", "ttf"];
/// Shorter runs of hex digits may be words and numbers. Trunk writes a hash of 64 bits without the zeros before it.
const HASH_DIGITS: usize = 14;

impl Files {
    /// Whether a path below the base, without a leading slash, is one of them.
    pub fn hold(self, path: &str) -> bool {
        let is_page = path.is_empty() || path.ends_with('/') || path.ends_with(".html");
        match self {
            Self::All => true,
            Self::Immutable => is_hashed(path) || is_version(path),
            Self::Fresh => !Self::Immutable.hold(path),
            Self::Pages => is_page && !path.starts_with("embed/"),
            Self::Embeds => is_page && path.starts_with("embed/"),
            Self::Shared => is_hashed(path) || SHARED.iter().any(|folder| path.starts_with(folder)),
        }
    }

    /// The same for hosts that know `*` and `:name` only, told by the names that the site uses. Empty where
    /// that would overlap with another row: what such hosts do by themselves has to be enough then.
    pub(super) fn globs(self) -> &'static [&'static str] {
        match self {
            Self::All => &["/*"],
            Self::Immutable => &[
                "/boot-*",
                "/early-*",
                "/reader-*",
                "/site-*",
                "/chart-*",
                "/tokens-*",
                "/fonts/*",
                "/data/:package/v/:version/*",
                "/embed/app-*",
                "/save/app-*",
                "/save/face-*",
            ],
            Self::Fresh => &[],
            Self::Pages => &[
                "/",
                "/index.html",
                "/404.html",
                "/explore/*",
                "/data/*",
                "/figures/*",
                "/record/*",
                "/grantees/*",
                "/industries/*",
                "/states/*",
                "/definitions/*",
                "/find/*",
                "/compare/*",
                "/charts/*",
                "/report/*",
                "/stories/*",
                "/models/*",
                "/phases/*",
            ],
            Self::Embeds => &["/embed/*"],
            Self::Shared => &[
                "/boot-*",
                "/early-*",
                "/reader-*",
                "/site-*",
                "/chart-*",
                "/tokens-*",
                "/fonts/*",
                "/data/*",
                "/embed/*",
                "/geo/*",
                "/pictures/*",
                "/save/app-*",
                "/save/face-*",
            ],
        }
    }
}

/// `site-2f568ef06ef3e6e3.js`, `site-2f568ef06ef3e6e3_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, end)) = name.rsplit_once('.') else {
        return false;
    };
    let stem = match end {
        "wasm" => stem.strip_suffix("_bg").unwrap_or(stem),
        _ => stem,
    };
    let is_hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    BUILT.contains(&end) && hash.len() >= HASH_DIGITS && hash.bytes().all(is_hex)
}

/// `data/<package>/v/<version>/<file>`; a folder without its last slash is none, since its answer moves on.
fn is_version(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["data", _, "v", _, .., file] => file.contains('.'),
        _ => false,
    }
}
