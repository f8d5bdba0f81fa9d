//! Prerendering: every page of the built site as a file that needs no script.
//!
//! The same views that the browser runs are made into text here, from the files in `dist/` itself,
//! so that a page cannot show what is not published beside it.

use super::Disk;
use crate::locale::Locale;
use crate::m;
use crate::pages::{Files, Page, gather, page_view};
use crate::site::{Place, Route};
use crate::ui::Shell;
use leptos::prelude::{Owner, RenderHtml};
use std::path::Path;

/// Writes every page into `dist`, which Trunk has built for `public_url`. Gives the paths written.
pub fn build(dist: &Path, public_url: &str) -> Result<Vec<String>, String> {
    // A second start in one process is no fault.
    let _ = any_spawner::Executor::init_futures_executor();
    let template = dist.join("index.html");
    let template = std::fs::read_to_string(&template)
        .map_err(|error| format!("{}: {error}; build it first: make site", template.display()))?;
    if !template.contains(BODY) {
        return Err(format!(
            "{}/index.html is a page already: build it anew with make site",
            dist.display()
        ));
    }
    super::now(write_all(dist, &Place::new(public_url), &template))
}

/// What Trunk leaves for the body.
const BODY: &str = "<body></body>";

async fn write_all(dist: &Path, place: &Place, template: &str) -> Result<Vec<String>, String> {
    let files = Files::open(Disk(dist.to_owned()))
        .await
        .map_err(|problem| format!("{problem:?}"))?;
    let mut written = Vec::new();
    let edition = crate::pages::Edition::usual(&files.catalog);
    let dataset = files
        .dataset(&edition)
        .await
        .map_err(|problem| format!("{problem:?}"))?;
    for route in routes(&files, &dataset) {
        let page = gather(&files, &route, "").await;
        if let Page::Failed(problems) = &page {
            return Err(format!("{}: {problems:?}", route.path()));
        }
        let path = match route {
            Route::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", route.path()),
        };
        let shell = Shell {
            locale: Locale::EN,
            place: place.clone(),
            route,
            site: files.catalog.site.clone(),
        };
        let text = document(template, shell, page);
        let file = dist.join(&path);
        let folder = file.parent().unwrap_or(dist);
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?;
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
        written.push(path);
    }
    Ok(written)
}

fn routes<S>(files: &Files<S>, dataset: &crate::table::Dataset) -> Vec<Route> {
    let figures = crate::frame::claims_published(dataset)
        .into_iter()
        .map(|claim| Route::Figure(claim.claim_id));
    let packages = files
        .catalog
        .packages
        .iter()
        .map(|entry| Route::Package(entry.name.clone()));
    [
        Route::Overview,
        Route::Explore,
        Route::Data,
        Route::Record,
        Route::Figures,
        Route::NotFound,
    ]
    .into_iter()
    .chain(packages)
    .chain(figures)
    .collect()
}

/// One page as a whole document.
pub fn document(template: &str, shell: Shell, page: Page) -> String {
    let locale = shell.locale;
    let is_illustrative =
        matches!(&page, Page::Package(page) if page.package.outcomes.illustrative);
    let title = locale.text(m!(DocumentTitle, page = page.title()));
    let description = locale.text(page.description());
    let unlisted = is_illustrative || matches!(page, Page::Missing);
    let body = body(shell, page);
    let mut head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">",
        escape(&title),
        escape(&description)
    );
    if unlisted {
        head.push_str("<meta name=\"robots\" content=\"noindex\">");
    }
    replace_title(template, &head)
        .replacen(
            "<html lang=\"en\"",
            &format!("<html lang=\"{}\"", locale.tag()),
            1,
        )
        .replacen(BODY, &format!("<body>{body}</body>"), 1)
}

/// The body as text. Leptos marks places with `<!>`, which is not HTML; a comment does as well.
pub fn body(shell: Shell, page: Page) -> String {
    let owner = Owner::new_root(None);
    let text = owner.with(|| page_view(shell, page).to_html());
    text.replace("<!>", "<!---->")
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
