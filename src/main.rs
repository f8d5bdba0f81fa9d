//! Browser entry of the site. Natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    leptos::mount::mount_to_body(|| view! { <main><h1>"Good Jobs Outcomes"</h1></main> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
