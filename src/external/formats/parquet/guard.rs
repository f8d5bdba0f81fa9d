//! Keeps a fault of a decoder from ending the program.
//!
//! The decoders of the crate `parquet` panic for some values that do not fit their encoding, such as lengths that reach
//! behind their page. Natively the panic is caught; in the browser the module stops, and `browser/formats.rs` answers.

use crate::problem::Fault;

/// Calls `read`, and turns a panic inside it into the fault of such values.
#[cfg(not(target_arch = "wasm32"))]
pub fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, Fault> {
    use std::cell::Cell;
    use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
    use std::sync::Once;

    thread_local! {
        static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
    }
    static QUIET: Once = Once::new();
    // The message of the fault says all: a caught panic writes none of its own.
    QUIET.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_GUARDED.get() {
                before(panic);
            }
        }));
    });
    IS_GUARDED.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(read));
    IS_GUARDED.set(false);
    outcome.map_err(|_| super::damaged_values())
}

#[cfg(target_arch = "wasm32")]
pub fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, Fault> {
    Ok(read())
}
