//! Stories: one Markdown file each, read into blocks that pages show, and validated against the
//! data.
//!
//! ```text
//! bytes ─► front matter + Markdown ─► blocks of text and directives ─► validated against the figures
//! ```
//!
//! A story never contains markup: the parser's events become blocks of this module, raw HTML
//! becomes text, and an address that is not on a list of allowed ones is not a link.
//! `docs/stories.md` describes how to write one.
//!
//! | file | what it does |
//! |---|---|
//! | `front.rs` | the front matter |
//! | `body.rs` | the parser's events as blocks |
//! | `block.rs` | the blocks of a story |
//! | `directive.rs` | figures inserted by a line of their own |
//! | `address.rs` | the targets that links may have |
//! | `spot.rs` | text positions as line and character |
//! | `agree.rs` | whether words state what was published |
//! | `hold.rs` | validation of a story against the data |

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
/// The maximum nesting depth: a list in a list in a quote, and some more.
pub const MOST_DEEP: usize = 12;

/// A story as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The name of its file without the extension: the last part of its address.
    pub id: String,
    /// The address of its file.
    pub file: String,
    pub front: Front,
    pub blocks: Vec<Block>,
    /// Footnotes in the order in which the text refers to them.
    pub notes: Vec<Note>,
}

/// Reads a story. If the file is not a story at all, the value is `None` and a problem gives the
/// reason; all other problems leave the rest readable.
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

/// The identifier of a story, from its file name.
pub fn id_of(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".md").unwrap_or(name)
}

/// Whether a text has only lowercase letters, digits and hyphens, as identifiers in addresses do.
fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 80 && text.bytes().all(plain)
}
