//! The headers that a host sends with each file: how long it may be cached, who may frame it and
//! who may read it.
//!
//! This table is the only definition. `outcomes serve` sends it, `docs/hosting/_headers` is
//! generated from it, and the end-to-end tests check nginx against it.
//!
//! No header is in two rows that can apply to one file: hosts treat the second one differently.

mod files;
mod media;
mod netlify;

pub use files::FileClass;
pub use media::media_type;
pub use netlify::netlify;

/// A name and its value.
pub type Header = (&'static str, &'static str);

pub const TABLE: [(FileClass, &[Header]); 5] = [
    (
        FileClass::All,
        &[
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            (
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=()",
            ),
        ],
    ),
    // The bytes at such an address never change.
    (
        FileClass::Immutable,
        &[("Cache-Control", "public, max-age=31536000, immutable")],
    ),
    // Cached, but revalidated with every request.
    (FileClass::Fresh, &[("Cache-Control", "no-cache")]),
    // Embeds have no such row: no value of either header allows every page. `frame-ancestors *` does not
    // match a page that is opened from a disk.
    (
        FileClass::Pages,
        &[
            ("Content-Security-Policy", "frame-ancestors 'self'"),
            ("X-Frame-Options", "SAMEORIGIN"),
        ],
    ),
    // A sandboxed frame has an opaque origin, so that even its own host is cross-origin to it.
    (
        FileClass::Shared,
        &[
            ("Access-Control-Allow-Origin", "*"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
        ],
    ),
];

/// The headers of a file, by its path below the base of the site.
pub fn headers(path: &str) -> Vec<(&'static str, String)> {
    let path = path.trim_start_matches('/');
    let rows = TABLE.iter().filter(|(files, _)| files.hold(path));
    rows.flat_map(|(_, headers)| headers.iter())
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(path: &str, name: &str) -> Option<String> {
        let mut found = headers(path).into_iter().filter(|(key, _)| *key == name);
        let first = found.next().map(|(_, value)| value);
        assert_eq!(found.next(), None, "{path} is told {name} twice");
        first
    }

    const HASHED: [&str; 6] = [
        "boot-03f7cdff7156aaa9.js",
        "site-2f568ef06ef3e6e3_bg.wasm",
        "/site-658ab62cbc985087.css",
        "fonts/public-sans-400-3defcebbf22c541b.woff2",
        "save/face-a1560439eaebba19.ttf",
        "a-03f7cdff7156aaa903f7cdff7156aaa9.js",
    ];
    const FRESH: [&str; 14] = [
        "",
        "index.html",
        "explore/",
        "404.html",
        "version.json",
        "data/catalog.json",
        "data/p/figures.csv",
        "data/p/v/1.0.0",
        "data/p/v/index.html",
        "pictures/data.png",
        // An amount of money is not a hash, nor is a short number or a word.
        "pictures/figures/award-usd-1234567890123456.png",
        "boot-03f7cdff7156a.js",
        "boot-03F7CDFF7156AAA9x.js",
        "dev.js",
    ];

    #[test]
    fn what_never_changes_is_kept_and_the_rest_is_asked_for() {
        let version = ["data/p/v/1.0.0/figures.csv", "data/p/v/2/schemas/a.json"];
        for path in HASHED.iter().chain(&version) {
            let kept = value(path, "Cache-Control").unwrap_or_default();
            assert!(kept.ends_with("immutable"), "{path}: {kept}");
        }
        for path in FRESH {
            assert_eq!(
                value(path, "Cache-Control").as_deref(),
                Some("no-cache"),
                "{path}"
            );
        }
    }

    #[test]
    fn only_embeds_may_be_framed() {
        for path in [
            "",
            "index.html",
            "explore/",
            "data/p/index.html",
            "404.html",
        ] {
            let policy = value(path, "Content-Security-Policy");
            assert_eq!(policy.as_deref(), Some("frame-ancestors 'self'"), "{path}");
            assert_eq!(
                value(path, "X-Frame-Options").as_deref(),
                Some("SAMEORIGIN")
            );
        }
        for path in ["embed/x/", "embed/x/index.html"] {
            assert_eq!(value(path, "Content-Security-Policy"), None, "{path}");
            assert_eq!(value(path, "X-Frame-Options"), None);
        }
        assert_eq!(value("data/p/figures.csv", "X-Frame-Options"), None);
    }

    #[test]
    fn what_other_sites_show_may_be_read_by_them() {
        let shared = [
            "data/p/a.csv",
            "embed/x/",
            "pictures/data.png",
            "geo/states-10m.json",
        ];
        for path in HASHED.iter().chain(&shared) {
            assert_eq!(
                value(path, "Access-Control-Allow-Origin").as_deref(),
                Some("*")
            );
            let policy = value(path, "Cross-Origin-Resource-Policy");
            assert_eq!(policy.as_deref(), Some("cross-origin"), "{path}");
        }
        for path in ["index.html", "explore/", "version.json", "dataset.json"] {
            assert_eq!(value(path, "Access-Control-Allow-Origin"), None, "{path}");
        }
    }

    #[test]
    fn no_file_is_told_a_header_twice() {
        for path in HASHED.iter().chain(&FRESH).chain(&["embed/x/", "data/p/"]) {
            for (name, _) in headers(path) {
                value(path, name);
            }
            assert_eq!(
                value(path, "X-Content-Type-Options").as_deref(),
                Some("nosniff")
            );
        }
    }
}
