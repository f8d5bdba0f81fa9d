//! Reads published files with `gloo-net`, with progress and a way to stop.

use crate::bytes::{LIMIT_BYTES, Source};
use crate::problem::{Fault, Place, Problem};
use gloo_net::http::{Request, Response};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{AbortController, ReadableStreamDefaultReader};

/// Reads files below the base of the site.
#[derive(Clone)]
pub struct Fetch {
    base: String,
    received: Rc<dyn Fn(u64)>,
    stop: Stop,
}

/// Stops every read that was started with it.
#[derive(Clone)]
pub struct Stop {
    controller: Rc<AbortController>,
    stopped: Rc<Cell<bool>>,
}

impl Stop {
    pub fn new() -> Option<Self> {
        let controller = AbortController::new().ok()?;
        Some(Self {
            controller: Rc::new(controller),
            stopped: Rc::default(),
        })
    }

    pub fn stop(&self) {
        self.stopped.set(true);
        self.controller.abort();
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.get()
    }
}

impl Fetch {
    /// `received` is called with the size of every chunk that arrives, in bytes.
    pub fn new(base: &str, stop: Stop, received: impl Fn(u64) + 'static) -> Self {
        Self {
            base: base.to_owned(),
            received: Rc::new(received),
            stop,
        }
    }

    fn problem(&self, address: &str, status: u16) -> Problem {
        let fault = if self.stop.is_stopped() {
            Fault::Aborted
        } else {
            Fault::NotFetched { status }
        };
        Problem::new(Place::file(address), fault)
    }
}

impl Source for Fetch {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let signal = self.stop.controller.signal();
        // Addresses of other hosts, and absolute paths, are complete as they are.
        let is_whole = address.contains("://") || address.starts_with('/');
        let base = if is_whole { "" } else { &self.base };
        let request = Request::get(&format!("{base}{address}")).abort_signal(Some(&signal));
        let response = request.send().await.map_err(|_| self.problem(address, 0))?;
        if !response.ok() {
            return Err(self.problem(address, response.status()));
        }
        self.body(address, &response).await
    }
}

impl Fetch {
    /// Reads the body chunk by chunk, so that progress shows and an endless file is refused.
    async fn body(&self, address: &str, response: &Response) -> Result<Vec<u8>, Problem> {
        let Some(stream) = response.body() else {
            return Ok(Vec::new());
        };
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        let mut bytes = Vec::new();
        loop {
            let piece = wasm_bindgen_futures::JsFuture::from(reader.read()).await;
            let piece = piece.map_err(|_| self.problem(address, 0))?;
            let get = |key: &str| js_sys::Reflect::get(&piece, &key.into()).unwrap_or_default();
            if get("done").is_truthy() {
                return Ok(bytes);
            }
            let array: js_sys::Uint8Array = get("value").unchecked_into();
            let start = bytes.len();
            let length = array.length() as usize;
            if (start + length) as u64 > LIMIT_BYTES {
                let fault = Fault::TooLarge {
                    bytes: (start + length) as u64,
                    limit: LIMIT_BYTES,
                };
                return Err(Problem::new(Place::file(address), fault));
            }
            bytes.resize(start + length, 0);
            array.copy_to(&mut bytes[start..]);
            (self.received)(length as u64);
        }
    }
}
