//! Serves a built site like a good static host, with the headers of the table: to preview what will
//! be published, and for a small office to publish it.
//!
//! | file | what it does |
//! |---|---|
//! | `find.rs` | maps an address to a file, never outside of the folder |
//! | `answer.rs` | the response: status, headers, body |

mod answer;
mod find;

use crate::site::Place;
use answer::{Answer, Asked, answer};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use tiny_http::{Header, Request, Response, Server, StatusCode};

/// Enough for the connections that a browser opens at once.
const THREADS: usize = 8;
/// The longest that a connection waits because its thread is busy with another one.
const NUDGE: Duration = Duration::from_millis(100);

/// A running server.
pub struct Serving {
    /// Its address.
    pub url: String,
    threads: Vec<JoinHandle<()>>,
}

impl Serving {
    /// Returns only when the server has failed.
    pub fn wait(self) -> Result<String, String> {
        for thread in self.threads {
            thread
                .join()
                .map_err(|_| "a thread of the server has failed".to_owned())?;
        }
        Ok("no longer served".to_owned())
    }
}

/// Starts to serve a folder to this computer only; port 0 chooses a free one.
pub fn serve(dist: &Path, port: u16, public_url: &str) -> Result<Serving, String> {
    if !dist.join("index.html").is_file() {
        return Err(format!(
            "{} has no index.html: build the site first (make site)",
            dist.display()
        ));
    }
    let folder = dist
        .canonicalize()
        .map_err(|error| format!("{}: {error}", dist.display()))?;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| format!("port {port} cannot be served: {error}"))?;
    let place = Place::new(public_url);
    let port = server
        .server_addr()
        .to_ip()
        .map_or(port, |address| address.port());
    let url = format!("http://127.0.0.1:{port}{}", place.base());
    let shared = Arc::new((server, folder, place));
    let threads = (0..THREADS)
        .map(|_| {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || work(&shared))
        })
        .collect();
    std::thread::spawn(move || nudge(SocketAddr::from(([127, 0, 0, 1], port))));
    Ok(Serving { url, threads })
}

/// Works around a bug in tiny_http, which counts a thread that it has notified, but that has not
/// woken yet, as free: of two simultaneous connections, one can be left waiting until a third
/// arrives, and a page with many files hangs. So this connects repeatedly, without sending
/// anything.
fn nudge(address: SocketAddr) {
    while TcpStream::connect(address).is_ok() {
        std::thread::sleep(NUDGE);
    }
}

fn work(shared: &(Server, PathBuf, Place)) {
    let (server, folder, place) = shared;
    while let Ok(request) = server.recv() {
        let said = |name: &'static str| {
            let mut all = request.headers().iter();
            let found = all.find(|header| header.field.equiv(name));
            found.map_or("", |header| header.value.as_str())
        };
        let answer = answer(
            folder,
            place,
            &Asked {
                method: request.method().as_str(),
                target: request.url(),
                accept_encoding: said("Accept-Encoding"),
                if_none_match: said("If-None-Match"),
            },
        );
        send(request, answer);
    }
}

/// A client that has disconnected is not an error.
fn send(request: Request, answer: Answer) {
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok())
        .collect();
    let length = answer.body.len();
    let body = std::io::Cursor::new(answer.body);
    let response = Response::new(StatusCode(answer.status), headers, body, Some(length), None)
        .with_chunked_threshold(usize::MAX);
    request.respond(response).unwrap_or_default();
}
