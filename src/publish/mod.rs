//! The publisher's command-line tool, native only: creates the illustrative package and applies
//! disclosure control, checks and releases packages, answers queries, draws pictures, writes the
//! site's pages.

pub mod answer;
pub mod prerender;
pub mod check;
pub mod demo;
pub mod diff;
mod disk;
pub mod embargo;
mod files_below;
pub mod collect;
pub mod draw;
pub mod feeds;
pub mod headers;
pub mod init;
pub mod picture;
pub mod protect;
mod json_files;
pub mod moment;
mod record;
mod release;
pub mod transaction;
mod withdraw;
pub mod scripts;
pub mod report;
pub mod serve;
pub mod shell_help;
pub mod suppression;
mod split_mix;
mod stories;

pub use disk::Disk;
pub use release::{ReleaseRequest, Released, release, release_with};
pub use withdraw::{WithdrawRequest, withdraw};

/// Runs a future that never waits, because reading from disk does not.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
