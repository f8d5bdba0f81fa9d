//! Kinds of files that hosts treat alike, recognized by their paths.

/// The files to which a row of the table applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileClass {
    All,
    /// Named by a hash of their content, or part of a released version of the data.
    Immutable,
    /// All others.
    Fresh,
    /// Pages, which only this site may frame.
    Pages,
    /// The files that a frame on another site loads.
    Shared,
}

/// Folders that other sites may read. `geo/` has the outlines for maps.
const SHARED: [&str; 4] = ["data/", "embed/", "geo/", "pictures/"];
/// Extensions of files that are built with a hash in their name. Data and pictures are not: their
/// names contain amounts and years.
const BUILT: [&str; 5] = ["js", "wasm", "css", "woff2", "ttf"];
/// Shorter sequences of hex digits may be words and numbers. Trunk writes a hash of 64 bits without
/// leading zeros.
const HASH_DIGITS: usize = 14;

impl FileClass {
    /// Whether a path below the base, without a leading slash, is one of them.
    pub fn hold(self, path: &str) -> bool {
        let is_page = path.is_empty() || path.ends_with('/') || path.ends_with(".html");
        match self {
            Self::All => true,
            Self::Immutable => is_hashed(path) || is_version(path),
            Self::Fresh => !Self::Immutable.hold(path),
            Self::Pages => is_page && !path.starts_with("embed/"),
            Self::Shared => is_hashed(path) || SHARED.iter().any(|folder| path.starts_with(folder)),
        }
    }

    /// The same for hosts that support only `*` and `:name`, based on the names that the site uses.
    /// Empty where that would overlap with another row: the default of such hosts must be
    /// sufficient then.
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
                "/formats/app-*",
                "/save/app-*",
                "/save/face-*",
            ],
            Self::Fresh => &[],
            Self::Pages => &[
                "/",
                "/index.html",
                "/404.html",
                "/dashboard/*",
                "/explore/*",
                "/data/*",
                "/figures/*",
                "/record/*",
                "/grantees/*",
                "/industries/*",
                "/states/*",
                "/accessibility/*",
                "/use/*",
                "/share-your-story/*",
                "/publish-your-data/*",
                "/definitions/*",
                "/find/*",
                "/compare/*",
                "/charts/*",
                "/report/*",
                "/stories/*",
                "/models/*",
                "/phases/*",
            ],
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
                "/formats/app-*",
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

/// `data/<package>/v/<version>/<file>`; a folder without its final slash does not match, because it
/// is redirected.
fn is_version(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["data", _, "v", _, .., file] => file.contains('.'),
        _ => false,
    }
}
