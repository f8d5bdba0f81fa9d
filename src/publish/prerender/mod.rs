//! Prerendering: every page of the built site as a file that needs no script.
//!
//! The same views that the browser runs are rendered to text here, from the files in `dist/`
//! itself, so that a page cannot show anything that is not published with it. Pages are rendered
//! first, sequentially, because that takes seconds; pictures, which take longer, are drawn by all
//! processors and cached by their content, so that a picture is drawn again only when it changes.

mod cards;
mod dashboard;
mod document;
mod embed;
mod explain;
mod find;
mod machines;
mod pictures;
mod plan;
mod save;
mod share;
mod share_assets;

pub use document::body;
pub use embed::{SANDBOX, THEMES};
pub use explain::{Explainer, Explanation};

use super::Disk;
use super::embargo::{self, HeldBack};
use super::feeds::{Described, PageEntry, SiteAddress};
use super::moment::PointInTime;
use super::picture::Pictures;
use super::transaction;
use crate::bytes::sha256;
use crate::export::Home;
use crate::loader::EditionWords;
use crate::locale::Locale;
use crate::m;
use crate::package::Views;
use crate::pages::{Page, PublishedFiles, ShownView, Uses, load_page, load_view};
use crate::site::{Route, SiteBase};
use crate::ui::Shell;
use document::{BODY, DocumentHead, connecting, document};
use pictures::PlannedPicture;
use std::path::{Path, PathBuf};

/// The path of embeds.
const EMBEDS: &str = "embed/";

/// The options of a build.
pub struct BuildOptions<'a> {
    /// The output folder of Trunk; pages are written into it.
    pub dist: &'a Path,
    /// The base path of the site on its host.
    pub public_url: &'a str,
    /// `https://host`; by default the one in the catalog.
    pub origin: Option<&'a str>,
    /// The folder of the typeface for pictures.
    pub faces: &'a Path,
    /// The cache of drawn pictures for the next build.
    pub kept: Option<PathBuf>,
    /// Called with the progress of the build: (step, done, total).
    pub progress: &'a (dyn Fn(&str, usize, usize) + Sync),
    /// A version whose `issued` is later than this is left out.
    pub now: PointInTime,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuildSummary {
    /// Paths of pages, below `dist`.
    pub pages: Vec<String>,
    pub views: usize,
    pub pictures: usize,
    /// Pictures taken from the cache.
    pub pictures_kept: usize,
    /// Other files: sitemaps, feeds, catalogs.
    pub others: Vec<String>,
    /// Total size of all of these, in bytes.
    pub bytes: u64,
    /// Versions whose time has not come; no file of them is in the folder.
    pub held_back: Vec<HeldBack>,
}

/// Writes every page. Errors name the file or page.
pub fn build(site: &BuildOptions) -> Result<BuildSummary, String> {
    // Fails if an executor is already running in this process, which is harmless.
    let _ = any_spawner::Executor::init_futures_executor();
    let template = site.dist.join("index.html");
    let template = std::fs::read_to_string(&template)
        .map_err(|error| format!("{}: {error}; build it first: make site", template.display()))?;
    if !template.contains(BODY) {
        return Err(format!(
            "{}/index.html is a page already: build it anew with make site",
            site.dist.display()
        ));
    }
    transaction::refuse_unfinished(site.dist, "data")?;
    // Before any page is made of them.
    let held_back = embargo::hold_back(&site.dist.join("data"), site.now)?;
    let report = super::now(Build::open(site, template))?.run()?;
    Ok(BuildSummary {
        held_back,
        ..report
    })
}

/// A build in progress.
struct Build<'a> {
    site: &'a BuildOptions<'a>,
    address: SiteAddress,
    place: SiteBase,
    template: String,
    /// Identifies this build: it changes with modules, styles, data or views.
    version: String,
    files: PublishedFiles<Disk>,
    views: Vec<ShownView>,
    /// The list of published views.
    plan: Views,
    /// Views defined by pages.
    of_pages: Vec<ShownView>,
    locale: Locale,
    report: BuildSummary,
    explainer: Explainer,
    /// The terms that the pages rendered so far use.
    uses: Uses,
}

impl<'a> Build<'a> {
    async fn open(site: &'a BuildOptions<'a>, template: String) -> Result<Self, String> {
        let locale = Locale::EN;
        let messages = |problem: crate::problem::Problem| locale.text(problem.sentence());
        let files = PublishedFiles::open(Disk(site.dist.to_owned()))
            .await
            .map_err(messages)?;
        let mut views = Vec::new();
        let plan = files.views().await.map_err(messages)?;
        for view in &plan.views {
            views.push(load_view(&files, view).await?);
        }
        let explainer = Explainer::new(files.terms().await.map_err(messages)?);
        let version = version(site.dist, &template)?;
        let place = SiteBase::new(site.public_url);
        Ok(Self {
            address: SiteAddress::of(&files.catalog.site, &place, site.origin),
            site,
            place,
            version,
            template,
            views,
            plan,
            of_pages: Vec::new(),
            locale,
            report: BuildSummary::default(),
            explainer,
            uses: Uses::new(),
            files,
        })
    }

    fn run(mut self) -> Result<BuildSummary, String> {
        let faces = Pictures::open(self.site.faces)?;
        let routes = super::now(plan::routes(&self.files))?;
        let (packages, catalog) = (super::now(self.packages())?, self.files.catalog.clone());
        let packages = machines::described(&catalog, &packages, self.locale);
        let mut wanted = Vec::new();
        let mut entries = Vec::new();
        for (at, route) in routes.iter().enumerate() {
            let (entry, pictures) = self.page(route, &packages)?;
            entries.push(entry);
            wanted.extend(pictures);
            (self.site.progress)("pages", at + 1, routes.len());
        }
        for (path, text) in self.others(&entries, &packages) {
            self.write(path, text.as_bytes())?;
            self.report.others.push(path.to_owned());
        }
        self.dashboard_parts()?;
        let pay = routes.iter().filter_map(|route| match route {
            Route::StatePay(usps) => Some(usps.clone()),
            _ => None,
        });
        let found = super::now(self.find_file(&pay.collect()))?;
        self.write(find::FIND, found.as_bytes())?;
        self.report.others.push(find::FIND.to_owned());
        let share = self.share_file();
        self.write(share::SHARE, share.as_bytes())?;
        self.report.others.push(share::SHARE.to_owned());
        let save = self.save_file();
        self.write(save::SAVE, save.as_bytes())?;
        self.report.others.push(save::SAVE.to_owned());
        let version = self.version_file();
        self.write("version.json", version.as_bytes())?;
        self.report.others.push("version.json".to_owned());
        let views: Vec<ShownView> = self.views.iter().chain(&self.of_pages).cloned().collect();
        for view in &views {
            wanted.extend(self.view(view, &faces)?);
        }
        self.other_embeds(&views)?;
        wanted.extend(super::feeds::icons().into_iter().map(PlannedPicture::icon));
        let drawn = pictures::draw(&wanted, &faces, self.site)?;
        self.report.pictures = wanted.len();
        self.report.pictures_kept = drawn.kept;
        self.report.bytes += drawn.bytes;
        self.report.views = views.len();
        Ok(self.report)
    }

    /// Writes one page. Returns its entry for sitemaps and feeds, and the pictures that it needs.
    fn page(
        &mut self,
        route: &Route,
        packages: &[Described],
    ) -> Result<(PageEntry, Vec<PlannedPicture>), String> {
        let mut page = super::now(load_page(&self.files, route, ""));
        if let Page::Failed(problems) = &page {
            let messages: Vec<String> = problems
                .iter()
                .map(|problem| self.locale.text(problem.sentence()))
                .collect();
            return Err(format!("{}: {}", route.path(), messages.join("; ")));
        }
        if let Page::Explore(page) = &mut page {
            let of = |shown: &ShownView| (shown.view.id.clone(), shown.title(self.locale));
            page.views = self.views.iter().map(of).collect();
        }
        let entry = plan::entry(route, &page, &self.files, self.locale);
        let path = match route {
            Route::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", route.path()),
        };
        let card = cards::card(&page, self.locale);
        let taken = self.taken(route, &page, card.as_ref())?;
        let picture = card.map(|card| {
            let name = match route.path().trim_end_matches('/') {
                "" => "overview".to_owned(),
                name => name.to_owned(),
            };
            PlannedPicture::card(format!("pictures/{name}.png"), card)
        });
        let title = self.locale.text(m!(DocumentTitle, page = page.title()));
        let linked = self.statements(&page, &entry, packages);
        let citations = self.citations(&page, &entry);
        self.of_pages.extend(page.views());
        let body = self.explained(route, page, &entry);
        let head = DocumentHead {
            entry: &entry,
            title,
            site: &self.address,
            build: &self.version,
            site_name: &self.files.catalog.site.title,
            language: self.locale.tag(),
            picture: picture
                .as_ref()
                .map(|wanted| (wanted.path.clone(), wanted.alt.clone())),
            alternates: vec![(
                "application/atom+xml",
                self.locale
                    .text(m!(FeedsAtomTitle, site = &self.files.catalog.site.title)),
                super::feeds::UPDATES.to_owned(),
            )],
            citations,
            linked,
        };
        let text = document(&self.template, &head, &body);
        let text = connecting(text, route, &self.files.catalog.site.foreign)?;
        self.write(&path, text.as_bytes())?;
        self.report.pages.push(path);
        Ok((entry, picture.into_iter().chain(taken).collect()))
    }

    /// The body of a page with its terms linked. The page of definitions lists the pages that use
    /// each term, and is therefore rendered last.
    fn explained(&mut self, route: &Route, mut page: Page, entry: &PageEntry) -> String {
        let shell = self.shell(route);
        if let Page::Definitions(page) = &mut page {
            page.uses = std::mem::take(&mut self.uses);
            return body(shell, Page::Definitions(page.clone()));
        }
        let text = body(shell.clone(), page);
        if *route == Route::NotFound {
            return text;
        }
        let explained = self.explainer.explain(&text, &shell);
        for term in explained.terms {
            let page = (entry.title.clone(), entry.path.clone());
            self.uses.entry(term).or_default().push(page);
        }
        explained.html
    }

    /// Writes the document of a published view. Returns its pictures.
    fn view(&mut self, shown: &ShownView, faces: &Pictures) -> Result<Vec<PlannedPicture>, String> {
        let folder = Route::Embed(shown.view.id.clone()).path();
        let (document, oembed) = self.embed(shown, &folder, Vec::new());
        self.write(&format!("{folder}index.html"), document.as_bytes())?;
        self.write(&format!("{folder}oembed.json"), oembed.as_bytes())?;
        let home = Home {
            title: self.files.catalog.site.title.clone(),
            explore: self.address.url(&Route::Explore.path()),
        };
        Ok(PlannedPicture::view(
            &folder,
            shown,
            &home,
            faces,
            self.locale,
        ))
    }

    /// The document of a view at a path, and its oEmbed response.
    fn embed(
        &self,
        shown: &ShownView,
        own: &str,
        others: Vec<(String, String)>,
    ) -> (String, String) {
        let shell = self.shell(&Route::Embed(shown.view.id.clone()));
        let package = &shown.frame.package.name;
        let at = shown.frame.query.at.as_deref();
        let around = embed::Around {
            shell: &shell,
            address: &self.address,
            edition: EditionWords::of(&self.files.catalog, package, at),
            commands: &self.files.catalog.site.commands,
            others,
        };
        let document = embed::document(shown, &around, own);
        (document, embed::oembed(shown, &around))
    }

    /// Writes embeds that are not a single view: `embed/` itself, which shows the headline view and
    /// can draw any other, and the former addresses of views.
    fn other_embeds(&mut self, views: &[ShownView]) -> Result<(), String> {
        let find = |id: &str| views.iter().find(|shown| shown.view.id == id);
        let headline = find(&self.plan.headline).or(views.first());
        if !self.plan.headline.is_empty() && find(&self.plan.headline).is_none() {
            return Err(format!(
                "views.json: the headline view “{}” is not published",
                self.plan.headline
            ));
        }
        let mut written = Vec::new();
        if let Some(shown) = headline {
            let listed = self.views.iter().map(|shown| {
                let title = shown.title(self.locale);
                (shown.view.id.clone(), title)
            });
            let (document, _) = self.embed(shown, EMBEDS, listed.collect());
            written.push((format!("{EMBEDS}index.html"), document));
        }
        for old in &self.plan.retired {
            let shown = find(&old.now).ok_or_else(|| {
                format!(
                    "views.json: “{}” was retired for “{}”, which is not published",
                    old.id, old.now
                )
            })?;
            let folder = Route::Embed(old.id.clone()).path();
            let (document, oembed) = self.embed(shown, &folder, Vec::new());
            written.push((format!("{folder}index.html"), document));
            written.push((format!("{folder}oembed.json"), oembed));
        }
        for (path, text) in written {
            self.write(&path, text.as_bytes())?;
        }
        Ok(())
    }

    /// For a page that may belong to an earlier build, and for anyone who checks what is published.
    fn version_file(&self) -> String {
        let packages = self.files.catalog.packages.iter();
        let data: serde_json::Map<_, _> = packages
            .filter_map(|entry| Some((entry.name.clone(), entry.versions.first()?.version.clone())))
            .map(|(name, version)| (name, version.into()))
            .collect();
        format!(
            "{:#}\n",
            serde_json::json!({ "build": self.version, "data": data })
        )
    }

    fn shell(&self, route: &Route) -> Shell {
        Shell {
            locale: self.locale,
            place: self.place.clone(),
            route: route.clone(),
            site: crate::package::Site {
                origin: self.address.origin.clone(),
                ..self.files.catalog.site.clone()
            },
        }
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        self.report.bytes += bytes.len() as u64;
        write(self.site.dist, path, bytes)
    }
}

/// The template contains the hashes of modules and styles, and the catalog those of the data.
fn version(dist: &Path, template: &str) -> Result<String, String> {
    let mut all = template.as_bytes().to_vec();
    for name in ["data/catalog.json", "data/views.json", "data/terms.json"] {
        let path = dist.join(name);
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        all.extend(bytes);
    }
    Ok(sha256(&all).chars().take(16).collect())
}

/// Writes a file below a folder, and creates the folders of its path.
fn write(dist: &Path, path: &str, bytes: &[u8]) -> Result<(), String> {
    let file = dist.join(path);
    let folder = file.parent().unwrap_or(dist);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    std::fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}
