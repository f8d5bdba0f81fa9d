//! The media type of a file, by the extension of its name.

/// The value of `Content-Type`. A path that ends in a slash is a page.
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.is_empty() {
        return "text/html; charset=utf-8";
    }
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "gz" => "application/gzip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn the_end_of_a_name_tells() {
        for (path, expected) in [
            ("", "text/html; charset=utf-8"),
            ("explore/", "text/html; charset=utf-8"),
            ("updates.atom", "application/atom+xml"),
            ("site-2f568ef06ef3e6e3_bg.wasm", "application/wasm"),
            ("data/p/v/1.0.0/a.csv", "text/csv; charset=utf-8"),
            ("save/face-a1560439eaebba19.ttf", "font/ttf"),
            ("v/1.0.0", "application/octet-stream"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), expected, "{path}");
        }
    }
}
