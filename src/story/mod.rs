//! Stories: one Markdown file each, read into blocks that pages show, and held against the data.
//!
//! ```text
//! bytes ─► front matter + Markdown ─► blocks of text and directives ─► held against the figures
//! ```
//!
//! Nothing of a story is ever markup: the parser's events become our own blocks, raw HTML becomes
//! text, and an address that is on no list of allowed ones is no link. `docs/stories.md` says how one
//! is written.
//!
//! | file | what it does |
//! |---|---|
//! | `front.rs` | the front matter |
//! | `body.rs` | the parser's events as blocks |
//! | `block.rs` | what a story is made of |
//! | `directive.rs` | figures placed by a line of their own |
//! | `address.rs` | where a link may lead |
//! | `spot.rs` | a place in the file as line and character |
//! | `agree.rs` | whether words say what was published |
//! | `hold.rs` | a story held against the data |

mod address;
mod agree;
mod block;
mod body;
mod directive;
mod front;
mod hold;
mod spot;

pub use address::Target;
pub use agree::agrees;
pub use block::{Block, Claim, Inline, Item, Note};
pub use directive::Directive;
pub use front::Front;
pub use hold::{Holds, hold};
pub use spot::Spot;

use crate::problem::{Checked, Fault, Place, Problem};
use spot::Lines;

/// The largest story that is read, in bytes: longer than any book.
pub const MOST_BYTES: usize = 1_000_000;
/// So many levels may stand within one another: a list in a list in a quote and some more.
pub const MOST_DEEP: usize = 12;

/// A story as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The name of its file without the ending: the last part of its address.
    pub id: String,
    /// The address of its file.
    pub file: String,
    pub front: Front,
    pub blocks: Vec<Block>,
    /// Footnotes in the order in which the text names them.
    pub notes: Vec<Note>,
}

/// Reads a story. Where the file is no story at all, the value is `None` and a problem says why;
/// everything else leaves what can be shown.
pub fn read(file: &str, bytes: &[u8]) -> Checked<Option<Story>> {
    let place = Place::file(file);
    let refuse = |place: Place, fault: Fault| Checked::new(None, vec![Problem::new(place, fault)]);
    if bytes.len() > MOST_BYTES {
        let fault = Fault::TooLarge {
            bytes: bytes.len() as u64,
            limit: MOST_BYTES as u64,
        };
        return refuse(place.spot(1, 1), fault);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let offset = error.valid_up_to();
            let before = String::from_utf8_lossy(&bytes[..offset]);
            let spot = Lines::of(&before).spot(before.len());
            let fault = Fault::NotUtf8 {
                offset: offset as u64,
            };
            return refuse(place.spot(spot.line, spot.character), fault);
        }
    };
    let lines = Lines::of(text);
    let mut problems = Vec::new();
    let Some((front, start)) = front::read(text, &place, &mut problems) else {
        return Checked::new(None, problems);
    };
    let (blocks, notes) = body::read(text, start, &lines, &place, &mut problems);
    let story = Story {
        id: id_of(file).to_owned(),
        file: file.to_owned(),
        front,
        blocks,
        notes,
    };
    Checked::new(Some(story), problems)
}

/// The name of a story by the name of its file.
pub fn id_of(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".md").unwrap_or(name)
}

/// Small letters, digits and hyphens: what an identifier in an address is made of.
fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 80 && text.bytes().all(plain)
}
