//! Reads Parquet files. `public/formats.js` fetches this module when a visitor opens a file whose first bytes are those
//! of Parquet. It contains `external::formats::parquet` and nothing else.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod parquet {
    use good_jobs::external::formats::{parquet_table, write_answer};
    use wasm_bindgen::prelude::*;

    /// The table of a file, or what is wrong with it, as `external::formats::read_answer` reads them.
    #[wasm_bindgen]
    pub fn unpacked(name: &str, bytes: Vec<u8>) -> Vec<u8> {
        write_answer(parquet_table(name, bytes).map(|table| vec![table]))
    }
}
