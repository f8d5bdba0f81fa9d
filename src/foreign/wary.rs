//! Bytes from other sites.

use crate::bytes::Source;
use crate::problem::{Fault, Place, Problem};

/// A source that tells a web page from data, and a server that refuses from one that has no such file.
pub struct Wary<'a, S>(pub &'a S);

impl<S: Source> Source for Wary<'_, S> {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let refused = |problem: Problem| match problem.fault {
            Fault::NotFetched { status: 0 } => Problem::new(problem.place, Fault::Refused),
            _ => problem,
        };
        let bytes = self.0.read(address).await.map_err(refused)?;
        if is_web_page(&bytes) {
            return Err(Problem::new(Place::file(address), Fault::WebPage));
        }
        Ok(bytes)
    }
}

/// Whether bytes begin as a web page does.
pub fn is_web_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    ["<!doctype html", "<html", "<head", "<?xml"]
        .iter()
        .any(|tag| {
            let start = start.get(..tag.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(tag.as_bytes())
        })
}

/// The host that an address names.
pub fn host_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    // `https://agency.gov@elsewhere.example/` leads to elsewhere.example, not to agency.gov.
    let host = host.rsplit('@').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_pages_are_told_from_data() {
        assert!(is_web_page(b"<!DOCTYPE html><title>404</title>"));
        assert!(is_web_page(b"\xef\xbb\xbf \n<html>"));
        assert!(!is_web_page(b"a,b\n1,2\n"));
        assert!(!is_web_page(b"{\"name\": \"x\"}"));
        assert!(!is_web_page(b""));
    }

    #[test]
    fn the_host_is_who_answers() {
        assert_eq!(host_of("https://a.example/x.json"), Some("a.example"));
        assert_eq!(
            host_of("https://eda.gov@b.example/x.json"),
            Some("b.example")
        );
        assert_eq!(host_of("data/x.json"), None);
    }
}
