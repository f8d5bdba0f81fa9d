//! Browser entry of the site. Natively there is nothing to run.
//!
//! A prerendered page is hydrated island by island. Where nothing was prerendered (`trunk serve`,
//! an address without a file), or where the address requests a different view from the prerendered
//! one, the same views are created here from the same files.

// Views are deeply nested types.
#![recursion_limit = "512"]

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::main();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use good_jobs::browser::{
        Fetch, Stop, base, carried, hydrate_islands, install_panic_page, mount_page, origin, path,
        provide_formats, search, set_title, swap_island, uncover,
    };
    use good_jobs::locale::Locale;
    use good_jobs::m;
    use good_jobs::package::Site;
    use good_jobs::pages::{
        ComparisonChoice, Island, Page, PublishedFiles, island_view, load_page, page_view,
    };
    use good_jobs::query::parse;
    use good_jobs::site::{Route, SiteBase};
    use good_jobs::ui::{Shell, cache_figures, current_figure, draw_anew};
    use leptos::prelude::provide_context;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// For `public/save.js`: the current figure of a chart on the page, by the chart's identifier.
    #[wasm_bindgen]
    pub fn figure_of(chart: &str) -> Option<String> {
        current_figure(chart)
    }

    pub fn main() {
        install_panic_page();
        provide_formats();
        draw_anew();
        cache_figures();
        let place = SiteBase::new(&base());
        let shell = Shell {
            locale: Locale::EN,
            route: place.route(&path()),
            place,
            site: Site::default(),
        };
        let choice = ComparisonChoice::read(&search());
        let was_chosen =
            matches!(carried("compare"), Some(Island::Compare(page)) if page.asked != choice);
        let was_asked = was_chosen
            || match carried("explorer") {
                Some(Island::Explorer(answered)) => {
                    let (asked, notices) = parse(&search());
                    answered.asked != asked || !notices.is_empty() || answered.problem_count > 0
                }
                _ => false,
            };
        let alive = {
            let shell = shell.clone();
            hydrate_islands(
                move |island: &Island| {
                    was_asked && matches!(island, Island::Explorer(_) | Island::Compare(_))
                },
                move |island| {
                    provide_context(shell.clone());
                    island_view(island)
                },
            )
        };
        if !was_asked {
            uncover();
        }
        if alive == 0 || was_asked {
            // Nothing has been mounted yet that would have started an executor for Leptos.
            wasm_bindgen_futures::spawn_local(make(shell, was_asked));
        }
    }

    /// Creates the page, or only its explorer, from published files.
    async fn make(mut shell: Shell, only_explorer: bool) {
        let Some(stop) = Stop::new() else { return };
        let fetch = Fetch::new(shell.place.base(), stop, |_| ());
        let page = match PublishedFiles::open_at(fetch, origin()).await {
            Ok(files) => {
                shell.site = files.catalog.site.clone();
                load_page(&files, &shell.route, &search()).await
            }
            Err(problem) => Page::Failed(vec![problem]),
        };
        if only_explorer {
            set_title(&shell.locale.text(m!(DocumentTitle, page = page.title())));
        }
        match page {
            Page::Explore(page) if only_explorer => swap_island("explorer", move || {
                provide_context(shell);
                island_view(Island::Explorer(Box::new(page.answered)))
            }),
            Page::Compare(page) if only_explorer => swap_island("compare", move || {
                provide_context(shell);
                island_view(Island::Compare(page))
            }),
            page => {
                if shell.route != Route::Overview {
                    set_title(&shell.locale.text(m!(DocumentTitle, page = page.title())));
                }
                mount_page(move || page_view(shell, page));
            }
        }
    }
}
