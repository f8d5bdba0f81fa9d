//! What only a browser can answer, run by wasm-bindgen-test in headless Chromium.
#![cfg(target_arch = "wasm32")]

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
