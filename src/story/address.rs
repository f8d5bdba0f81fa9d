//! The targets that links of a story may have: `https`, e-mail, or a page of this site.

/// An address that a link may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of another site.
    Outside(String),
    Mail(String),
    /// A page of this site, relative to its base, without a leading slash.
    Own(String),
}

impl Target {
    /// `None`: not a link. Addresses are accepted by a list of allowed schemes, so that unknown
    /// schemes are refused.
    pub(super) fn read(address: &str) -> Option<Self> {
        let is_clean = |letter: char| {
            !letter.is_control() && !letter.is_whitespace() && !"\\\"<>`{}".contains(letter)
        };
        if address.is_empty() || !address.chars().all(is_clean) {
            return None;
        }
        if let Some(rest) = address.strip_prefix("https://") {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            // An address with a user name before its host can be mistaken for another host.
            let is_host = host.contains('.') && !host.contains('@') && !host.starts_with('.');
            return is_host.then(|| Self::Outside(address.to_owned()));
        }
        if let Some(rest) = address.strip_prefix("mailto:") {
            let is_mail = rest.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !rest.contains(['?', '&', ',', ';'])
            });
            return is_mail.then(|| Self::Mail(address.to_owned()));
        }
        let own = address.strip_prefix('/')?;
        // Two slashes start the address of another host; upward steps leave the site.
        let path = own.split(['?', '#']).next().unwrap_or_default();
        let is_own = !own.starts_with('/')
            && !path.contains(':')
            && !path.contains('%')
            && path.split('/').all(|part| part != ".." && part != ".");
        is_own.then(|| Self::Own(own.to_owned()))
    }

    /// The host of an external address, which tells readers who the source is.
    pub fn host(&self) -> Option<&str> {
        let Self::Outside(address) = self else {
            return None;
        };
        let rest = address.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#', ':']).next()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_on_the_list_is_a_link() {
        let good = [
            "https://www.jff.org/blog/x?a=1#b",
            "mailto:story@example.org",
            "/grantees/city-of-boston/",
            "/explore/?measure=people_placed",
            "/",
        ];
        for address in good {
            assert!(Target::read(address).is_some(), "{address}");
        }
        let bad = [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "http://example.org/",
            "//example.org/",
            "/\\example.org/",
            "/../../etc/passwd",
            "/a/%2e%2e/b",
            "https://good.example@evil.example/",
            "https://",
            "https://localhost/",
            "mailto:x",
            "mailto:a@b.example?body=x",
            "relative/page",
            "blob:https://a.example/1",
            "https://a.example/\u{202e}x y",
            " https://a.example/",
        ];
        for address in bad {
            assert_eq!(Target::read(address), None, "{address}");
        }
    }
}
