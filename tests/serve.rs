//! `outcomes serve`, tested over a plain socket, so that no client normalizes the requests.

use good_jobs::publish::serve::serve;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

const SCRIPT: &str = "boot-03f7cdff7156aaa9.js";
const SECRET: &str = "not for you";

/// A small site in a temporary folder, and next to it a file that must not be served; removed at
/// the end of the test.
struct Host {
    around: PathBuf,
    url: String,
    address: String,
}

impl Host {
    fn new(name: &str, public_url: &str) -> Self {
        let around = std::env::temp_dir().join(format!("serve-{name}-{}", std::process::id()));
        let dist = around.join("dist");
        put(&around.join("secret.txt"), SECRET);
        put(&around.join("outside/index.html"), SECRET);
        put(&dist.join("index.html"), "<h1>Overview</h1>");
        put(&dist.join("404.html"), "<h1>No such page</h1>");
        put(&dist.join("explore/index.html"), "<h1>Explore</h1>");
        put(&dist.join("embed/a/index.html"), "<h1>Embed</h1>");
        put(&dist.join("data/p/v/1.0.0/a.csv"), "a,b\n1,2\n");
        put(&dist.join(".hidden"), SECRET);
        put(&dist.join(SCRIPT), "plain");
        put(&dist.join(format!("{SCRIPT}.gz")), "zipped");
        put(&dist.join("long.txt"), &"x".repeat(100_000));
        std::fs::create_dir_all(dist.join("empty")).expect("a folder can be made");
        let serving = serve(&dist, 0, public_url).expect("a port is free");
        let url = serving.url;
        let rest = url.strip_prefix("http://").expect("an address");
        let address = rest.split('/').next().unwrap_or(rest).to_owned();
        Self {
            around,
            url,
            address,
        }
    }

    fn ask(&self, request: &str) -> Said {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        let request = format!("{request}\r\nHost: here\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        let text = String::from_utf8(bytes).expect("text");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        Said {
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    fn get(&self, path: &str) -> Said {
        self.ask(&format!("GET {path} HTTP/1.1"))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.around).unwrap_or_default();
    }
}

fn put(path: &Path, text: &str) {
    let folder = path.parent().expect("a file stands in a folder");
    std::fs::create_dir_all(folder).expect("a folder can be made");
    std::fs::write(path, text).expect("a file can be written");
}

struct Said {
    head: String,
    body: String,
}

impl Said {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    }
}

#[test]
fn pages_and_files_are_answered_with_the_headers_of_the_table() {
    let host = Host::new("files", "/");
    let page = host.get("/");
    assert_eq!((page.status(), &*page.body), ("200", "<h1>Overview</h1>"));
    assert_eq!(page.header("Cache-Control"), Some("no-cache"));
    assert_eq!(
        page.header("Content-Type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(page.header("Vary"), Some("Accept-Encoding"));
    assert_eq!(page.header("X-Frame-Options"), Some("SAMEORIGIN"));
    assert_eq!(host.get("/explore/?a=b").body, "<h1>Explore</h1>");
    assert_eq!(host.get("/explore/index.html").status(), "200");

    let embed = host.get("/embed/a/");
    assert_eq!(embed.header("Content-Security-Policy"), None);
    assert_eq!(embed.header("X-Frame-Options"), None);

    for path in [format!("/{SCRIPT}"), "/data/p/v/1.0.0/a.csv".to_owned()] {
        let file = host.get(&path);
        let kept = file.header("Cache-Control").unwrap_or_default();
        assert!(kept.contains("immutable"), "{path}: {kept}");
        assert_eq!(file.header("Access-Control-Allow-Origin"), Some("*"));
    }
    let long = host.get("/long.txt");
    assert_eq!(long.header("Content-Length"), Some("100000"));
    assert_eq!(long.body.len(), 100_000);
}

#[test]
fn a_known_state_is_not_sent_again() {
    let host = Host::new("etag", "/");
    let tag = host.get("/").header("ETag").unwrap_or_default().to_owned();
    assert!(tag.len() > 10, "{tag}");
    for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}")] {
        let again = host.ask(&format!("GET / HTTP/1.1\r\nIf-None-Match: {known}"));
        assert_eq!((again.status(), &*again.body), ("304", ""), "{known}");
        assert_eq!(again.header("ETag"), Some(&*tag));
        assert_eq!(again.header("Cache-Control"), Some("no-cache"));
    }
    let other = host.ask("GET / HTTP/1.1\r\nIf-None-Match: \"x\"");
    assert_eq!(other.status(), "200");
    // A missing file never matches a tag.
    let missing = host.ask("GET /nothing HTTP/1.1\r\nIf-None-Match: *");
    assert_eq!(missing.status(), "404");
}

#[test]
fn what_was_compressed_before_is_sent_to_those_who_can_read_it() {
    let host = Host::new("gzip", "/");
    let plain = host.get(&format!("/{SCRIPT}"));
    assert_eq!(
        (&*plain.body, plain.header("Content-Encoding")),
        ("plain", None)
    );
    let zipped = host.ask(&format!(
        "GET /{SCRIPT} HTTP/1.1\r\nAccept-Encoding: br, gzip"
    ));
    assert_eq!(zipped.body, "zipped");
    assert_eq!(zipped.header("Content-Encoding"), Some("gzip"));
    assert_eq!(
        zipped.header("Content-Type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_ne!(zipped.header("ETag"), plain.header("ETag"));
    // Without a compressed file, the original is sent.
    let page = host.ask("GET / HTTP/1.1\r\nAccept-Encoding: gzip");
    assert_eq!(page.header("Content-Encoding"), None);
}

#[test]
fn a_folder_without_its_slash_moves_on_with_the_query() {
    let host = Host::new("slash", "/");
    for (path, to) in [
        ("/explore", "/explore/"),
        (
            "/explore?measure=a&by=b%20c",
            "/explore/?measure=a&by=b%20c",
        ),
        ("/data/p/v/1.0.0", "/data/p/v/1.0.0/"),
    ] {
        let moved = host.get(path);
        assert_eq!(
            (moved.status(), moved.header("Location")),
            ("301", Some(to))
        );
        assert_eq!(moved.header("Cache-Control"), Some("no-cache"), "{path}");
    }
}

#[test]
fn what_is_not_there_is_said_on_a_page() {
    let host = Host::new("missing", "/");
    for path in [
        "/nothing",
        "/empty/",
        "/data/p/v/1.0.0/b.csv",
        "/index.html/",
    ] {
        let missing = host.get(path);
        assert_eq!(
            (missing.status(), &*missing.body),
            ("404", "<h1>No such page</h1>"),
            "{path}"
        );
        assert_eq!(missing.header("Cache-Control"), Some("no-cache"), "{path}");
        assert_eq!(missing.header("ETag"), None, "{path}");
    }
}

#[test]
fn nothing_outside_the_folder_can_be_read() {
    let host = Host::new("outside", "/");
    for path in [
        "/../secret.txt",
        "/explore/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/.%2E/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/.hidden",
        "/explore/%00",
        "secret.txt",
        "http://here/../secret.txt",
    ] {
        let said = host.get(path);
        assert!(
            matches!(said.status(), "404" | "400"),
            "{path}: {}",
            said.head
        );
        assert!(!said.body.contains(SECRET), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_leads_nowhere() {
    let host = Host::new("links", "/");
    let dist = host.around.join("dist");
    let link = |to: &str, from: &str| {
        let made = std::os::unix::fs::symlink(host.around.join(to), dist.join(from));
        made.expect("a link can be made");
    };
    link("secret.txt", "out.txt");
    link("outside", "out");
    link("secret.txt", "index.html.gz");
    link("dist/explore/index.html", "in.html");
    for path in ["/out.txt", "/out", "/out/", "/out/index.html"] {
        let said = host.get(path);
        assert_eq!(said.status(), "404", "{path}");
        assert!(!said.body.contains(SECRET), "{path}");
    }
    let zipped = host.ask("GET / HTTP/1.1\r\nAccept-Encoding: gzip");
    assert_eq!(zipped.body, "<h1>Overview</h1>");
    assert_eq!(host.get("/in.html").body, "<h1>Explore</h1>");
}

#[test]
fn it_is_only_read() {
    let host = Host::new("methods", "/");
    let head = host.ask("HEAD / HTTP/1.1");
    assert_eq!((head.status(), &*head.body), ("200", ""));
    assert_eq!(head.header("Content-Length"), Some("17"));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"] {
        let refused = host.ask(&format!("{method} / HTTP/1.1"));
        assert_eq!(refused.status(), "405", "{method}");
        assert_eq!(refused.header("Allow"), Some("GET, HEAD"));
    }
}

#[test]
fn a_site_may_live_under_a_path() {
    let host = Host::new("base", "good-jobs");
    assert!(host.url.ends_with("/good-jobs/"), "{}", host.url);
    assert_eq!(host.get("/good-jobs/").body, "<h1>Overview</h1>");
    let moved = host.get("/good-jobs?a=b");
    assert_eq!(
        (moved.status(), moved.header("Location")),
        ("301", Some("/good-jobs/?a=b"))
    );
    let moved = host.get("/good-jobs/explore");
    assert_eq!(moved.header("Location"), Some("/good-jobs/explore/"));
    for path in ["/", "/explore/", "/good-jobsx", "/good-jobs//explore/"] {
        assert_eq!(host.get(path).status(), "404", "{path}");
    }
    let script = host.get(&format!("/good-jobs/{SCRIPT}"));
    let kept = script.header("Cache-Control").unwrap_or_default();
    assert!(kept.contains("immutable"), "{kept}");
}

#[test]
fn a_folder_that_was_never_built_is_refused() {
    let nothing = std::env::temp_dir().join("serve-there-is-no-such-folder");
    let refused = serve(&nothing, 0, "/").err().unwrap_or_default();
    assert!(refused.contains("make site"), "{refused}");
}
