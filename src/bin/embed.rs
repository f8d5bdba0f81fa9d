//! Browser entry of one embedded chart whose question was not published: reads the address, answers it and puts the
//! answer in the place of what was prerendered. `public/embed/draw.js` starts it, and only for such an address.

#![recursion_limit = "512"]

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::main();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use good_jobs::browser::{Fetch, Stop, base, install_panic_page, replace_main, search};
    use good_jobs::locale::Locale;
    use good_jobs::package::Site;
    use good_jobs::pages::{EmbedPage, Files, embed_view, gather_embed};
    use good_jobs::query::View;
    use good_jobs::site::{Place, Route};
    use good_jobs::ui::{Shell, draw_anew};
    use leptos::prelude::provide_context;

    pub fn main() {
        install_panic_page();
        draw_anew();
        wasm_bindgen_futures::spawn_local(make());
    }

    async fn make() {
        let Some(stop) = Stop::new() else { return };
        let mut shell = Shell {
            locale: Locale::EN,
            route: Route::Embed(String::new()),
            place: Place::new(&base()),
            site: Site::default(),
        };
        let fetch = Fetch::new(shell.place.base(), stop, |_| ());
        let page = match Files::open(fetch).await {
            Ok(files) => {
                shell.site = files.catalog.site.clone();
                gather_embed(&files, &search()).await
            }
            Err(problem) => EmbedPage {
                outcome: Err(problem.sentence()),
                view: View::default(),
                title: None,
                address: search(),
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
