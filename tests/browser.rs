//! Tests that need a browser, run by wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

#[path = "golden/frames.rs"]
mod frames;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_view_comes_alive_in_the_page() {
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;

    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    let handle = leptos::mount::mount_to(place.clone().unchecked_into(), || {
        let number = 1240.to_string();
        view! { <p>{number}</p> }
    });
    assert_eq!(place.text_content().as_deref(), Some("1240"));
    drop(handle);
    assert_eq!(place.text_content().as_deref(), Some(""));
}

/// Goldens that the native tests check, by name: `name-width.svg`.
macro_rules! goldens {
    ($($name:literal)*) => {
        [$(
            ($name, 344, include_str!(concat!("golden/", $name, "-344.svg"))),
            ($name, 736, include_str!(concat!("golden/", $name, "-736.svg"))),
        )*]
    };
}

/// At least one drawing of each chart type; `tests/paint.rs` compares the list with the chart
/// types.
const GOLDENS: &[(&str, u32, &str)] = &goldens![
    "bar-long-names" "bar-open-ended" "bar-hollow" "bar-gaps" "bar-series" "bar-illustrative"
    "line-two-series" "line-open-ended" "map-awards" "map-spread"
    "strip-named" "strip-close" "range-one" "range-many" "empty"
];

#[wasm_bindgen_test]
fn the_browser_draws_the_bytes_that_were_drawn_natively() {
    use good_jobs::paint::{Theme, draw};
    let all = frames::all();
    for (name, width, wanted) in GOLDENS {
        let (_, view, frame) = all
            .iter()
            .find(|(own, ..)| own == name)
            .unwrap_or_else(|| panic!("no frame is called {name}"));
        let made = draw(&frames::scene(frame, *view, *width), &Theme::LIGHT).to_svg_string();
        let at = made
            .bytes()
            .zip(wanted.trim_end().bytes())
            .position(|(a, b)| a != b);
        assert!(
            made == wanted.trim_end(),
            "{name} at {width} differs from byte {at:?} on: {}",
            &made[at.unwrap_or(0).saturating_sub(40)..(at.unwrap_or(0) + 40).min(made.len())]
        );
    }
}

macro_rules! themed {
    ($($name:literal)*) => {
        [$(
            ($name, "dark", include_str!(concat!("golden/", $name, "-dark.svg"))),
            ($name, "print", include_str!(concat!("golden/", $name, "-print.svg"))),
            ($name, "contrast", include_str!(concat!("golden/", $name, "-contrast.svg"))),
            ($name, "contrast-dark", include_str!(concat!("golden/", $name, "-contrast-dark.svg"))),
        )*]
    };
}

#[wasm_bindgen_test]
fn the_browser_draws_the_bytes_of_every_theme() {
    use good_jobs::paint::{Theme, draw};
    let all = frames::all();
    let wanted = themed!["bar-gaps" "line-two-series" "strip-named" "range-one"];
    assert_eq!(wanted.len(), frames::THEMED.len() * (Theme::ALL.len() - 1));
    for (name, theme, wanted) in wanted {
        let (_, view, frame) = all.iter().find(|(own, ..)| *own == name).unwrap();
        let (_, colours) = Theme::ALL.iter().find(|(own, _)| *own == theme).unwrap();
        let scene = frames::scene(frame, *view, frames::THEMED_WIDTH);
        let made = draw(&scene, colours).to_svg_string();
        assert!(
            made == wanted.trim_end(),
            "{name} in {theme} is not as it is natively"
        );
    }
}

macro_rules! sorts {
    ($($name:literal)*) => {
        [$(
            ($name, 344, include_str!(concat!("golden/charts/", $name, "-344.svg"))),
            ($name, 736, include_str!(concat!("golden/charts/", $name, "-736.svg"))),
            ($name, 1200, include_str!(concat!("golden/charts/", $name, "-1200.svg"))),
        )*]
    };
}

/// What `tests/gallery.rs` checks natively: every chart type in all its states at three widths, in
/// every theme.
#[wasm_bindgen_test]
fn the_browser_draws_the_bytes_of_every_sort() {
    use good_jobs::bytes::sha256;
    use good_jobs::locale::Locale;
    use good_jobs::pages::sample;
    use good_jobs::paint::{Theme, draw};
    use good_jobs::query::View;
    let wanted = sorts![
        "bar" "column" "stacked" "line" "area" "dot" "dumbbell" "slope" "strip" "scatter" "funnel" "range" "bullet"
        "multiples" "map" "tiles" "heat" "spark"
    ];
    let themes = include_str!("golden/charts/themes.txt");
    let drawn = View::ALL.into_iter().filter(|view| *view != View::Table);
    let drawn: Vec<View> = drawn.collect();
    assert_eq!(wanted.len(), drawn.len() * 3);
    for (name, width, wanted) in wanted {
        let view = drawn.iter().find(|view| view.as_str() == name).unwrap();
        let scene = frames::scene_in(&sample(*view, Locale::EN), *view, width, Locale::EN);
        let made = draw(&scene, &Theme::LIGHT).to_svg_string();
        assert!(
            made == wanted.trim_end(),
            "{name} at {width} is not as it is natively"
        );
        for (theme, colours) in Theme::ALL.iter().filter(|(theme, _)| *theme != "light") {
            let hash = sha256(draw(&scene, colours).to_svg_string().as_bytes());
            let line = format!("{theme} {name}-{width}.svg {}", &hash[..16]);
            assert!(
                themes.lines().any(|own| own == line),
                "{line} is not as it is natively"
            );
        }
    }
}
