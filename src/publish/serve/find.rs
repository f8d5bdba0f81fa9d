//! Maps an address to a file. An address is untrusted: whatever is not plainly the name of a file
//! inside the folder is not found.

use crate::site::Place;
use std::path::{Path, PathBuf};

/// The result of a lookup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file, by its path on disk and its path below the folder.
    File {
        at: PathBuf,
        path: String,
    },
    /// A folder requested without its final slash; the query is kept.
    Moved(String),
    Nothing,
}

/// Looks up a request's target; `folder` must be free of symlinks.
pub(super) fn find(folder: &Path, place: &Place, target: &str) -> Found {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (target, String::new()),
    };
    let with_slash = || Found::Moved(format!("{path}/{query}"));
    let Some(below) = path.strip_prefix(place.base()) else {
        let is_base = format!("{path}/") == place.base();
        return if is_base {
            with_slash()
        } else {
            Found::Nothing
        };
    };
    let Some(name) = plain(below) else {
        return Found::Nothing;
    };
    let is_folder = name.is_empty() || name.ends_with('/');
    let path = if is_folder {
        format!("{name}index.html")
    } else {
        name
    };
    match inside(folder, &path) {
        Some(at) if at.is_file() => Found::File { at, path },
        Some(at) if at.is_dir() => with_slash(),
        _ => Found::Nothing,
    }
}

/// The file's canonical path, if it is inside the folder: a symlink must not lead out of it.
pub(super) fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let at = folder.join(path).canonicalize().ok()?;
    at.starts_with(folder).then_some(at)
}

/// The percent-decoded path, if each of its parts is an ordinary name.
fn plain(path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(String::new());
    }
    let parts: Vec<&str> = path.split('/').collect();
    let last = parts.len() - 1;
    let names = parts.iter().enumerate().map(|(index, part)| {
        let name = decoded(part)?;
        // Hidden files are never served; this also excludes “.” and “..”.
        let is_name = !name.is_empty()
            && !name.starts_with('.')
            && !name.contains(|c: char| matches!(c, '/' | '\\' | ':') || c.is_control());
        (is_name || (name.is_empty() && index == last)).then_some(name)
    });
    Some(names.collect::<Option<Vec<_>>>()?.join("/"))
}

/// Percent-decodes; `None` where a sequence is invalid or the result is not UTF-8.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = part.bytes();
    let mut out = Vec::with_capacity(part.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::{decoded, plain};

    #[test]
    fn only_ordinary_names_are_paths() {
        for (path, expected) in [
            ("", Some("")),
            ("data/a.csv", Some("data/a.csv")),
            ("data/", Some("data/")),
            ("a%20b.csv", Some("a b.csv")),
            ("..", None),
            ("data/../a", None),
            ("%2e%2e/a", None),
            (".%2E/a", None),
            ("data%2fa", None),
            ("data%5ca", None),
            ("data\\a", None),
            ("c:/a", None),
            ("//a", None),
            ("a//b", None),
            (".git/config", None),
            ("a%00.html", None),
            ("a%0d%0ab", None),
        ] {
            assert_eq!(plain(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn broken_percent_signs_mean_nothing() {
        for part in ["%", "%4", "%zz", "%ff", "%+1"] {
            assert_eq!(decoded(part), None, "{part}");
        }
        assert_eq!(decoded("%C3%A9").as_deref(), Some("é"));
    }
}
