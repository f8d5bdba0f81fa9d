//! Unpacks files that are not CSV: spreadsheets, JSON, archives. `public/formats.js` fetches this module when a visitor
//! opens a file whose first bytes are those of such a format. It contains `external::formats` and nothing else.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod formats {
    use good_jobs::external::formats::{unpack, write_answer};
    use wasm_bindgen::prelude::*;

    /// The files and sheets inside a file, or what is wrong with it, as `external::formats::read_answer` reads them.
    #[wasm_bindgen]
    pub fn unpacked(name: &str, bytes: Vec<u8>) -> Vec<u8> {
        write_answer(unpack(name, bytes))
    }
}
