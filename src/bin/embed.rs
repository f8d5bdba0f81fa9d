//! Answers questions outside of the explorer, in the browser: for an embedded chart whose question
//! was not published (started by `public/embed/draw.js`), and for the report page, which requests
//! the charts of its list, of an older report and of other web pages (`public/embed/ask.js`).

#![recursion_limit = "512"]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use good_jobs::browser::{
        Fetch, HtmlElement, Stop, base, install_panic_page, mount_parts, origin, read_files,
        replace_main,
    };
    use good_jobs::export::{Chart, Export, Home, since, unanswered};
    use good_jobs::external::open_files;
    use good_jobs::locale::Locale;
    use good_jobs::m;
    use good_jobs::package::Site;
    use good_jobs::pages::{
        DashboardPage, EmbedPage, PublishedFiles, dashboard_view, embed_view, load_dashboard,
        load_embed, slots,
    };
    use good_jobs::prose;
    use good_jobs::query::View;
    use good_jobs::site::{Route, SiteBase};
    use good_jobs::ui::{Shell, draw_anew};
    use leptos::prelude::provide_context;
    use serde_json::{Value, json};
    use std::cell::Cell;
    use wasm_bindgen::prelude::*;

    thread_local! {
        /// The files that the last dashboard was made from.
        static LOADED: Cell<Option<PublishedFiles<Fetch>>> = const { Cell::new(None) };
    }

    fn mount_slots(holder: &HtmlElement, shell: Shell, page: &DashboardPage) {
        let page = page.clone();
        mount_parts(holder, move || {
            provide_context(shell.clone());
            slots(&page)
                .into_iter()
                .map(|slot| (slot.name, slot.view))
                .collect()
        });
    }

    async fn gathered(search: &str) -> Result<EmbedPage, String> {
        let stop = Stop::new().ok_or("this browser cannot stop what it fetches")?;
        let fetch = Fetch::new(SiteBase::new(&base()).base(), stop, |_| ());
        match PublishedFiles::open_at(fetch, origin()).await {
            Ok(files) => Ok(load_embed(&files, search).await),
            Err(problem) => Err(Locale::EN.text(problem.sentence())),
        }
    }

    /// Answers the query part of an address as JSON: `title`, `notices` (ignored parts of the
    /// query), `version`, `pinned` and `newer`; and `figure`, the text from which `save` makes
    /// files, or `why` there is none.
    #[wasm_bindgen]
    pub async fn answer(search: String) -> String {
        let text = |message| Locale::EN.text(message);
        let page = match gathered(&search).await {
            Ok(page) => page,
            Err(why) => return json!({ "title": "", "notices": [], "why": why }).to_string(),
        };
        let notices = page.notices.iter();
        let notices: Vec<String> = notices.map(|notice| text(notice.message())).collect();
        let edition = page.edition.as_ref();
        let mut answer = json!({
            "notices": notices,
            "version": edition.map(|edition| &edition.version),
            "pinned": edition.is_some_and(|edition| edition.pinned),
            "newer": edition.and_then(|edition| edition.newer.as_ref()),
        });
        match page.outcome {
            Ok(frame) => {
                answer["title"] = Value::from(text(prose::heading(&frame)));
                let figure = json!({ "figure": { "frame": frame, "view": page.view } });
                answer["figure"] = Value::from(figure.to_string());
            }
            Err(why) => {
                answer["title"] = Value::from("");
                answer["why"] = Value::from(text(why));
            }
        }
        answer.to_string()
    }

    /// Returns what has changed since a chart was stored. `chart` is an entry of a report's list as
    /// JSON, and so is the answer. Fails if `chart` cannot be parsed.
    #[wasm_bindgen]
    pub async fn since_then(chart: String) -> Result<String, JsError> {
        let chart: Chart =
            serde_json::from_str(&chart).map_err(|error| JsError::new(&error.to_string()))?;
        let answer = match chart.newest() {
            None => unanswered(&chart, Locale::EN, None),
            Some(search) => match gathered(&search).await {
                Err(why) => unanswered(&chart, Locale::EN, Some(&why)),
                // A question that is no longer fully understood would have a different answer.
                Ok(page) if !page.notices.is_empty() => {
                    let notices = page.notices.iter();
                    let why: Vec<String> = notices
                        .map(|notice| Locale::EN.text(notice.message()))
                        .collect();
                    unanswered(&chart, Locale::EN, Some(&why.join(" ")))
                }
                Ok(page) => match &page.outcome {
                    Err(why) => {
                        let why = Locale::EN.text(why.clone());
                        unanswered(&chart, Locale::EN, Some(&why))
                    }
                    Ok(frame) => {
                        let now = Export {
                            frame,
                            view: page.view,
                            locale: Locale::EN,
                            home: &Home::default(),
                        };
                        since(&chart, &now)
                    }
                },
            },
        };
        Ok(serde_json::to_string(&answer)?)
    }

    /// Draws the answer to the query part of an address into this document, an embed.
    #[wasm_bindgen]
    pub fn draw(search: String) {
        install_panic_page();
        draw_anew();
        wasm_bindgen_futures::spawn_local(make(search));
    }

    /// Makes the slots of the dashboard of a package under the filters of an address in `holder`
    /// (`public/dashboard.js`). Fails where the package cannot be read or has no dashboard.
    #[wasm_bindgen]
    pub async fn dashboard(
        package: String,
        search: String,
        holder: HtmlElement,
    ) -> Result<(), JsError> {
        let (shell, page) = loaded(&package, &search, Vec::new()).await?;
        mount_slots(&holder, shell, &page);
        Ok(())
    }

    /// Makes the whole dashboard that an address names, or of files of the visitor's computer, in `holder`
    /// (`public/dashboard-open.js`). Fails where the data cannot be read or make no dashboard.
    #[wasm_bindgen]
    pub async fn open(
        search: String,
        files: Option<js_sys::Object>,
        holder: HtmlElement,
    ) -> Result<(), JsError> {
        let files = files.map(|files| js_sys::Array::from(&files).iter().collect());
        let (shell, page) = loaded("", &search, files.unwrap_or_default()).await?;
        mount_parts(&holder, move || {
            provide_context(shell);
            vec![(String::new(), dashboard_view(&page))]
        });
        Ok(())
    }

    /// The dashboard of a package, of the one that `search` names, or of `chosen` files.
    async fn loaded(
        package: &str,
        search: &str,
        chosen: Vec<JsValue>,
    ) -> Result<(Shell, DashboardPage), JsError> {
        draw_anew();
        let failed = |words: String| JsError::new(&words);
        let place = SiteBase::new(&base());
        let stop =
            Stop::new().ok_or_else(|| failed("no way to stop what is fetched".to_owned()))?;
        let problem =
            |problem: good_jobs::problem::Problem| failed(Locale::EN.text(problem.sentence()));
        let files = match LOADED.take() {
            Some(files) => files,
            None => {
                let fetch = Fetch::new(place.base(), stop, |_| ());
                PublishedFiles::open_at(fetch, origin())
                    .await
                    .map_err(problem)?
            }
        };
        let mut package = package.to_owned();
        if !chosen.is_empty() {
            let memory = read_files(chosen).await;
            let first = memory.0.keys().next().cloned().unwrap_or_default();
            let opened = open_files(&first, &memory).await.map_err(problem)?;
            package = opened.name().to_owned();
            files.keep(&package, opened);
        }
        let page = load_dashboard(&files, &package, search).await;
        let shell = Shell {
            locale: Locale::EN,
            route: Route::Overview,
            place,
            site: files.catalog.site.clone(),
        };
        // Kept for the next choice, so that no file is read twice.
        LOADED.set(Some(files));
        let page = page
            .map_err(problem)?
            .ok_or_else(|| failed(Locale::EN.text(m!(DashboardsNone))))?;
        Ok((shell, page))
    }

    async fn make(search: String) {
        let Some(stop) = Stop::new() else { return };
        let mut shell = Shell {
            locale: Locale::EN,
            route: Route::Embed(String::new()),
            place: SiteBase::new(&base()),
            site: Site::default(),
        };
        let fetch = Fetch::new(shell.place.base(), stop, |_| ());
        let page = match PublishedFiles::open_at(fetch, origin()).await {
            Ok(files) => {
                shell.site = files.catalog.site.clone();
                load_embed(&files, &search).await
            }
            Err(problem) => EmbedPage {
                outcome: Err(problem.sentence()),
                view: View::default(),
                title: None,
                address: search,
                folder: None,
                edition: None,
                notices: Vec::new(),
            },
        };
        replace_main(move || {
            provide_context(shell);
            embed_view(page)
        });
    }
}
