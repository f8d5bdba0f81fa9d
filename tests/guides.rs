//! The guides: what they say agrees with the snippets, the templates are accepted by the checks for published data
//! and hold no numbers, and every link to the guides exists.

use crate::published::{block_on, body, files, plain, release_request, root, shell};
use good_jobs::locale::Locale;
use good_jobs::m;
use good_jobs::package::Site;
use good_jobs::pages::{Guide, load_page};
use good_jobs::publish::check::{CheckReport, check};
use good_jobs::publish::{prerender, release};
use good_jobs::site::Route;
use good_jobs::story::read;
use std::path::{Path, PathBuf};

const GUIDES: [(Route, Guide); 3] = [
    (Route::UseCharts, Guide::UseCharts),
    (Route::ShareStory, Guide::ShareStory),
    (Route::PublishData, Guide::PublishData),
];

/// What is to be replaced begins with this word.
const MARK: &str = "REPLACE: ";

fn templates() -> PathBuf {
    root().join("public/templates")
}

fn told(report: &CheckReport) -> Vec<String> {
    let problems = report.problems.iter();
    problems
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect()
}

/// Every value of an attribute in a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let parts = html.split(attribute).skip(1);
    parts
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .collect()
}

/// The contents of elements `<code translate="no">`.
fn codes(html: &str) -> Vec<&str> {
    let parts = html.split("<code translate=\"no\">").skip(1);
    parts
        .map(|rest| rest.split('<').next().unwrap_or_default())
        .collect()
}

/// The part of a page from the heading with this fragment to the next.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html
        .split_once(&format!("<h2 id=\"{id}\""))
        .expect("it is there")
        .1;
    start.split("<h2 ").next().expect("a part")
}

#[test]
fn the_check_accepts_the_templates() {
    let report = check(&templates());
    assert_eq!(told(&report), Vec::<String>::new());
    // Two tables and a story; one row, which names no real organization.
    assert_eq!((report.packages, report.files, report.rows), (1, 3, 1));
}

#[test]
fn the_templates_hold_no_numbers_and_mark_what_is_to_be_replaced() {
    let text = |name: &str| std::fs::read_to_string(templates().join(name)).expect("readable");
    assert_eq!(text("results.csv").lines().count(), 1, "a heading alone");
    let organizations = text("organizations.csv");
    let rows: Vec<&str> = organizations.lines().skip(1).collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].starts_with(&format!("your-organization,{MARK}")));

    let manifest: serde_json::Value =
        serde_json::from_str(&text("datapackage.json")).expect("JSON");
    for at in [
        "/title",
        "/description",
        "/contributors/0/title",
        "/sources/0/title",
    ] {
        let found = manifest.pointer(at).and_then(|value| value.as_str());
        assert!(
            found.is_some_and(|text| text.starts_with(MARK)),
            "{at}: {found:?}"
        );
    }

    let text = text("stories/your-story.md");
    let read = read("stories/your-story.md", text.as_bytes());
    assert_eq!(read.problems, []);
    let story = read.value.expect("a story");
    assert_eq!(story.claims().len(), 0);
    let front = &story.front;
    let mut said = vec![&front.title, &front.summary, &front.author, &front.consent]
        .into_iter()
        .cloned()
        .collect::<Vec<String>>();
    let body = text.rsplit_once("---\n").expect("a text").1;
    said.extend(body.lines().filter(|line| !line.is_empty()).map(|line| {
        let line = line.strip_prefix("[^one]: [").unwrap_or(line);
        line.trim_start_matches(['#', ' ']).to_owned()
    }));
    assert!(said.len() >= 10);
    let own = ["What is not yet known"];
    for text in said {
        assert!(
            !text.chars().any(|letter| letter.is_ascii_digit()),
            "{text}"
        );
        assert!(
            text.starts_with(MARK) || own.contains(&text.as_str()),
            "{text}"
        );
    }
}

/// A folder with a filled-in copy of the template, removed at the end.
struct Filled(PathBuf);

impl Filled {
    fn new(name: &str, rows: &str) -> Self {
        let catalog = std::env::temp_dir().join(format!("good-jobs-{}-{name}", std::process::id()));
        let package = catalog.join("your-package");
        std::fs::create_dir_all(package.join("stories")).expect("a folder");
        for file in [
            "datapackage.json",
            "organizations.csv",
            "stories/your-story.md",
        ] {
            std::fs::copy(templates().join(file), package.join(file)).expect("copied");
        }
        let heads = std::fs::read_to_string(templates().join("results.csv")).expect("readable");
        std::fs::write(package.join("results.csv"), heads + rows).expect("written");
        std::fs::write(catalog.join("catalog.json"), "{\"v\": 1, \"packages\": []}")
            .expect("written");
        Self(catalog)
    }

    fn package(&self) -> PathBuf {
        self.0.join("your-package")
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_filled_template_is_released_and_passes_the_check() {
    let rows = "your-organization,MO,2026-Q1,40,30,s\nyour-organization,MO,2026-Q2,,12,c\n";
    let filled = Filled::new("template", rows);
    // As downloaded, the manifest has the size and hash of the blank table.
    assert_eq!(check(&filled.package()).problems.len(), 2);
    let released = release(&release_request(&filled.package())).expect("released");
    assert_eq!(
        (released.name.as_str(), released.unchanged),
        ("your-package", false)
    );
    let report = check(&filled.0);
    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!((report.packages, report.rows), (1, 3));
}

#[test]
fn a_wrong_row_of_the_template_is_reported_with_its_place() {
    let rows = "your-organization,Missouri,2026-Q1,40,30,20\nyour-organization,MO,Spring,40,30,20\n\
                your-organization,MO,2026-Q2,-4,30,20\nanother,MO,2026-Q3,4,3,2\n";
    let filled = Filled::new("faults", rows);
    release(&release_request(&filled.package())).expect("released");
    let report = check(&filled.package());
    let at = |row: u64, column: &str| {
        let places = report.problems.iter().map(|problem| &problem.place);
        places
            .filter(|place| place.file == "results.csv" && place.row == Some(row))
            .any(|place| place.column.as_deref() == Some(column))
    };
    for (row, column) in [
        (1, "state"),
        (2, "quarter"),
        (3, "enrolled"),
        (4, "organization_id"),
    ] {
        assert!(at(row, column), "{row} {column}: {:#?}", told(&report));
    }
}

#[test]
fn the_guide_explains_the_columns_of_the_template() {
    let html = body(&files(), &Route::PublishData);
    let heads = std::fs::read_to_string(templates().join("results.csv")).expect("readable");
    let heads: Vec<&str> = heads.trim_end().split(',').collect();
    assert_eq!(codes(section(&html, "columns")), heads);
}

#[test]
fn every_template_that_a_guide_offers_is_a_file() {
    let files = files();
    let mut offered = Vec::new();
    for (route, _) in GUIDES {
        let html = body(&files, &route);
        let paths = values(&html, "href=\"/templates/").into_iter();
        offered.extend(paths.map(str::to_owned));
    }
    offered.sort();
    assert_eq!(
        offered,
        [
            "datapackage.json",
            "organizations.csv",
            "results.csv",
            "stories/your-story.md"
        ]
    );
    for path in offered {
        assert!(templates().join(&path).is_file(), "{path}");
    }
}

#[test]
fn the_guide_names_every_permission_and_theme_of_a_frame() {
    let html = body(&files(), &Route::UseCharts);
    let permissions: Vec<&str> = prerender::SANDBOX.split(' ').collect();
    assert_eq!(codes(section(&html, "sandbox")), permissions);
    let options = section(&html, "options");
    for theme in prerender::THEMES {
        assert!(plain(options).contains(theme), "{theme}");
    }
    // Both scripts are files of the site.
    for script in codes(section(&html, "scripts")) {
        assert!(root().join("public").join(script).is_file(), "{script}");
    }
}

#[test]
fn each_recipe_says_what_to_use_the_steps_and_what_to_do_if_it_fails() {
    let html = body(&files(), &Route::UseCharts);
    let programs = [
        "wordpress",
        "drupal",
        "sharepoint",
        "squarespace",
        "google-sites",
        "word",
        "powerpoint",
        "google-docs",
        "html",
        "disk",
    ];
    for program in programs {
        let part = section(&html, program);
        assert_eq!(part.matches("<h3").count(), 3, "{program}");
        assert!(part.contains("<strong>"), "{program}");
        let list = part
            .split("<ol>")
            .nth(1)
            .and_then(|rest| rest.split("</ol>").next());
        assert!(
            list.is_some_and(|list| list.matches("<li").count() >= 3),
            "{program}"
        );
    }
    let text = plain(&html);
    assert!(text.contains("No cookies, no tracking."));
    assert!(text.contains("November 30, 2026"));
}

#[test]
fn the_list_at_the_top_of_a_guide_leads_to_each_of_its_sections() {
    let files = files();
    for (route, guide) in GUIDES {
        let html = body(&files, &route);
        let main = html.split("<main").nth(1).expect("content");
        let links = values(main, "href=\"#");
        let headings = values(main, "<h2 id=\"");
        assert!(headings.len() >= 7, "{guide:?}");
        assert_eq!(links, headings, "{guide:?}");
        assert!(plain(main).contains(&Locale::EN.text(guide.title())));
    }
}

#[test]
fn each_guide_says_how_to_reach_the_publisher_only_if_the_catalog_says_it() {
    let files = files();
    for (route, _) in GUIDES {
        let html = body(&files, &route);
        assert!(plain(&html).contains("This site has no contact address yet."));
        assert!(!html.contains("mailto:"), "{route:?}");
        let page = block_on(load_page(&files, &route, ""));
        let mut shell = shell(&route);
        shell.site = Site {
            contact: "help@jobs.gov".to_owned(),
            ..Site::default()
        };
        let html = prerender::body(shell, page);
        assert!(html.contains("href=\"mailto:help@jobs.gov\""), "{route:?}");
        assert!(!plain(&html).contains("no contact address"), "{route:?}");
    }
}

#[test]
fn the_footer_and_the_pages_that_go_with_them_lead_to_the_guides() {
    let files = files();
    let of = |route: &Route| body(&files, route);
    let home = of(&Route::Overview);
    let footer = home.split("<footer").nth(1).expect("a footer");
    for (route, _) in GUIDES {
        let link = format!("href=\"/{}\"", route.path());
        assert!(footer.contains(&link), "{link}");
    }
    for (page, guide) in [
        (Route::Stories, Route::ShareStory),
        (Route::Grantees, Route::ShareStory),
        (Route::Grantees, Route::PublishData),
        (Route::Data, Route::PublishData),
        (Route::Charts, Route::UseCharts),
    ] {
        let html = of(&page);
        let main = html
            .split("<main")
            .nth(1)
            .and_then(|rest| rest.split("</main").next());
        let link = format!("href=\"/{}\"", guide.path());
        assert!(main.expect("content").contains(&link), "{page:?}: {link}");
    }
    let docs = std::fs::read_to_string(Path::new("docs/embed.md")).expect("readable");
    assert!(docs.contains("`/use/`"));
}

#[test]
fn a_page_that_the_header_does_not_list_leads_up() {
    let files = files();
    let trail = |route: &Route| {
        let html = body(&files, route);
        let nav = html
            .split("class=\"wrap trail\"")
            .nth(1)?
            .split("</nav>")
            .next()?
            .to_owned();
        Some(
            values(&nav, "href=\"")
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    };
    let up = |paths: &[&str]| {
        Some(
            paths
                .iter()
                .map(|path| (*path).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(trail(&Route::Dashboard(String::new())), up(&["/"]));
    assert_eq!(trail(&Route::Accessibility), up(&["/"]));
    assert_eq!(trail(&Route::UseCharts), up(&["/", "/charts/"]));
    assert_eq!(trail(&Route::ShareStory), up(&["/", "/stories/"]));
    assert_eq!(trail(&Route::PublishData), up(&["/", "/data/"]));
    for listed in [Route::Overview, Route::States, Route::Record, Route::Report] {
        assert_eq!(trail(&listed), None, "{listed:?}");
    }
    let label = Locale::EN.text(m!(NavTrail));
    assert!(body(&files, &Route::Accessibility).contains(&label));
}
