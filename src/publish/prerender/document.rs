//! One page as a complete document: the output of Trunk, with the head and body of the page.

use crate::package::ExternalPlan;
use crate::pages::{Page, page_view};
use crate::paint::backend::escape_html;
use crate::publish::feeds::{MANIFEST, PageEntry, SiteAddress, TOUCH_ICON};
use crate::site::Route;
use crate::ui::Shell;
use leptos::prelude::{Owner, RenderHtml};

/// The placeholder for the body in Trunk's output.
pub const BODY: &str = "<body></body>";

/// The properties of a page's head.
pub struct DocumentHead<'a> {
    pub entry: &'a PageEntry,
    /// The title as shown in browser tabs, with the site's name.
    pub title: String,
    pub site: &'a SiteAddress,
    /// Identifier of the build that the page belongs to.
    pub build: &'a str,
    pub site_name: &'a str,
    pub language: &'a str,
    /// Path of the preview picture, and its description.
    pub picture: Option<(String, String)>,
    /// Alternate forms of the page: (type, title, path).
    pub alternates: Vec<(&'static str, String, String)>,
    /// How the page is cited: (name, content) of each tag.
    pub citations: Vec<(&'static str, String)>,
    /// JSON-LD statements, as elements.
    pub linked: String,
}

/// Inserts a page into the document that Trunk wrote.
pub fn document(template: &str, head: &DocumentHead, body: &str) -> String {
    let language = format!("<html lang=\"{}\"", head.language);
    replace_title(template, &head.html())
        .replacen("<html lang=\"en\"", &language, 1)
        .replacen(BODY, &format!("<body>{body}</body>"), 1)
}

/// Whether a page opens packages at addresses of others.
fn opens_others(route: &Route) -> bool {
    *route == Route::Explore || *route == Route::Dashboard(String::new())
}

/// Sets the content security policy of a page: only Explore and the page that opens
/// dashboards may read what other hosts publish, and only where the site lets visitors open it. Fails if the template's policy does not have exactly
/// one directive for connections.
pub fn connecting(document: String, route: &Route, plan: &ExternalPlan) -> Result<String, String> {
    const OWN: &str = "connect-src 'self';";
    match document.matches(OWN).count() {
        1 if opens_others(route) && plan.addresses => {
            Ok(document.replacen(OWN, "connect-src 'self' https:;", 1))
        }
        1 => Ok(document),
        found => Err(format!(
            "the policy of index.html says {found} times {OWN:?}, and must say it once"
        )),
    }
}

/// The body as text. Leptos marks positions with `<!>`, which is not valid HTML; an empty comment
/// works the same.
pub fn body(shell: Shell, page: Page) -> String {
    let owner = Owner::new_root(None);
    let text = owner.with(|| page_view(shell, page).to_html());
    text.replace("<!>", "<!---->")
}

/// Markup that a script puts into a page and that is never hydrated, so that it needs no positions.
pub fn fixed_markup(view: impl RenderHtml) -> String {
    view.to_html().replace("<!>", "")
}

impl DocumentHead<'_> {
    fn html(&self) -> String {
        let mut out = format!("<title>{}</title>", escape_html(&self.title));
        let mut meta = |kind: &str, name: &str, content: &str| {
            let content = escape_html(content);
            out.push_str(&format!("<meta {kind}=\"{name}\" content=\"{content}\">"));
        };
        let PageEntry {
            path,
            title,
            description,
            listed,
            ..
        } = self.entry;
        meta("name", "description", description);
        meta("name", "build", self.build);
        if !listed {
            meta("name", "robots", "noindex");
        }
        for (name, content) in &self.citations {
            meta("name", name, content);
        }
        let url = self.site.url(path);
        meta(
            "property",
            "og:type",
            if path.is_empty() {
                "website"
            } else {
                "article"
            },
        );
        meta("property", "og:site_name", self.site_name);
        meta("property", "og:title", title);
        meta("property", "og:description", description);
        meta("property", "og:url", &url);
        meta("property", "og:locale", &og_locale(self.language));
        if let Some((path, alt)) = &self.picture {
            let picture = self.site.url(path);
            meta("property", "og:image", &picture);
            meta("property", "og:image:type", "image/png");
            meta(
                "property",
                "og:image:width",
                &crate::publish::picture::WIDE.to_string(),
            );
            meta(
                "property",
                "og:image:height",
                &crate::publish::picture::HIGH.to_string(),
            );
            meta("property", "og:image:alt", alt);
            meta("name", "twitter:card", "summary_large_image");
            meta("name", "twitter:title", title);
            meta("name", "twitter:description", description);
            meta("name", "twitter:image", &picture);
            meta("name", "twitter:image:alt", alt);
        }
        out.push_str(&format!(
            "<link rel=\"canonical\" href=\"{}\">",
            escape_html(&url)
        ));
        for (rel, path) in [("manifest", MANIFEST), ("apple-touch-icon", TOUCH_ICON)] {
            let path = format!("{}{path}", self.site.base);
            out.push_str(&format!("<link rel=\"{rel}\" href=\"{path}\">"));
        }
        for (kind, title, path) in &self.alternates {
            out.push_str(&format!(
                "<link rel=\"alternate\" type=\"{kind}\" title=\"{}\" href=\"{}\">",
                escape_html(title),
                escape_html(&self.site.url(path))
            ));
        }
        out.push_str(&self.linked);
        out
    }
}

/// `en-US` in the notation of Open Graph, `en_US`.
fn og_locale(language: &str) -> String {
    match language {
        "en" => "en_US".to_owned(),
        other => other.replace('-', "_"),
    }
}

fn replace_title(template: &str, head: &str) -> String {
    match (template.find("<title>"), template.find("</title>")) {
        (Some(start), Some(end)) => format!(
            "{}{head}{}",
            &template[..start],
            &template[end + "</title>".len()..]
        ),
        _ => template.replacen("</head>", &format!("{head}</head>"), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = include_str!("../../../index.html");

    #[test]
    fn the_policy_of_explore_follows_the_setting_and_no_other_does() {
        let plan = |addresses| ExternalPlan {
            addresses,
            files: true,
            embeds: Vec::new(),
        };
        let of = |route: Route, addresses: bool| {
            let text = connecting(POLICY.to_owned(), &route, &plan(addresses));
            let text = text.expect("the template says it once");
            let start = text.find("connect-src").expect("a policy");
            text[start..]
                .split(';')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(of(Route::Explore, true), "connect-src 'self' https:");
        assert_eq!(of(Route::Explore, false), "connect-src 'self'");
        let dashboards = Route::Dashboard(String::new());
        assert_eq!(of(dashboards, true), "connect-src 'self' https:");
        let own = Route::Dashboard("good-jobs-challenge-demo".to_owned());
        assert_eq!(of(own, true), "connect-src 'self'");
        assert_eq!(of(Route::Overview, true), "connect-src 'self'");
        assert_eq!(of(Route::Compare, true), "connect-src 'self'");
        let silent = POLICY.replace("connect-src 'self';", "");
        assert!(connecting(silent, &Route::Explore, &plan(true)).is_err());
    }
}
