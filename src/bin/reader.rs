//! Browser entry of the pages for reading: hydrates their figures and the theme switch, and loads
//! nothing else. Pages with the explorer start `site` instead (`.ci/site.sh` decides, page by
//! page).

#![recursion_limit = "512"]

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::main();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use good_jobs::browser::{base, hydrate_islands, install_panic_page, path};
    use good_jobs::locale::Locale;
    use good_jobs::package::Site;
    use good_jobs::pages::ThemeSwitch;
    use good_jobs::site::Place;
    use good_jobs::ui::{FigureData, Shell, SiftData, figure, sift};
    use leptos::prelude::*;

    /// `pages::Island` without the explorer, whose engine makes `site` large.
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Island {
        Theme,
        Figure(Box<FigureData>),
        Sift(SiftData),
    }

    pub fn main() {
        install_panic_page();
        let place = Place::new(&base());
        let shell = Shell {
            locale: Locale::EN,
            route: place.route(&path()),
            place,
            site: Site::default(),
        };
        hydrate_islands(
            |_| false,
            move |island| {
                provide_context(shell.clone());
                match island {
                    Island::Theme => view! { <ThemeSwitch/> }.into_any(),
                    Island::Figure(data) => figure(*data).into_any(),
                    Island::Sift(data) => sift(data).into_any(),
                }
            },
        );
    }
}
