//! What a text of an address was before mail, chat or an editor changed it.
//!
//! Programs that pass links on encode them once more (`~` becomes `%7E`, then `%257E`), write `~` as a comma, and
//! take punctuation that follows a link for a part of it. A text is read as it stands wherever it is a name
//! that is known; only otherwise are other readings tried, and one counts only where every part of it is known.

/// Maximum number of extra encodings of an address that are undone.
const ENCODED: usize = 4;

/// The names that `text` gives, in its order, where `is_known` holds a name against those of the field. `None`
/// where no reading of it consists of known names alone.
pub fn meant(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let all = spellings(text);
    if let Some(whole) = all.iter().find(|spelling| is_known(spelling)) {
        return Some(vec![whole.clone()]);
    }
    all.iter().find_map(|spelling| {
        ['~', ',', ';']
            .into_iter()
            .filter(|mark| spelling.contains(*mark))
            .find_map(|mark| parts(spelling, mark, is_known))
    })
}

/// The one name that `text` gives.
pub fn meant_one(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
    spellings(text).into_iter().find(|name| is_known(name))
}

/// The parts of a list, where each of them is known.
fn parts(list: &str, mark: char, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let texts: Vec<&str> = list
        .split(mark)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let mut names = Vec::new();
    for text in &texts {
        // A list may have both marks: `a~b,c`.
        let own = match meant_one(text, is_known) {
            Some(name) => vec![name],
            None if mark == '~' && text.contains(',') => parts(text, ',', is_known)?,
            None => return None,
        };
        names.extend(own);
    }
    (!names.is_empty()).then_some(names)
}

/// A text and what it may have been, the likeliest first: as it stands, decoded again, and each of these
/// without what stands around a link in a sentence.
pub(super) fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    let mut add = |spelling: String| {
        if !spelling.is_empty() && !all.contains(&spelling) {
            all.push(spelling);
        }
    };
    let mut decoded = vec![text.to_owned()];
    for _ in 0..ENCODED {
        let next = decode_again(decoded.last().map_or("", String::as_str));
        if decoded.last() == Some(&next) {
            break;
        }
        decoded.push(next);
    }
    // Quoted-printable mail writes `=` as `=3D`.
    if let Some(rest) = text.strip_prefix("3D") {
        decoded.push(rest.to_owned());
    }
    for spelling in &decoded {
        add(spelling.clone());
        if spelling.contains('+') {
            add(spelling.replace('+', " "));
        }
    }
    for spelling in &decoded {
        let mut rest = without_wrapping(spelling);
        // One mark after another, since the name itself may end in one: `Inc.).`
        while let Some((at, last)) = rest.char_indices().last() {
            add(rest.to_owned());
            if !is_wrapping(last) {
                break;
            }
            rest = &rest[..at];
        }
    }
    all
}

/// Without what stands before a link: spaces and characters that cannot be seen.
fn without_wrapping(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

/// Punctuation that a program takes for the end of the link before it.
fn is_wrapping(c: char) -> bool {
    c.is_whitespace()
        || is_unseen(c)
        || matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '}'
                | '>'
                | '"'
                | '\''
                | '*'
                | '_'
                | '|'
                | '\\'
                | '`'
                | '~'
        )
        || matches!(
            c,
            '’' | '”' | '»' | '›' | '…' | '。' | '，' | '）' | '、' | '\u{201c}'
        )
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Percent-decoding of a text that was decoded before, so that a `+` is a plus sign.
pub(super) fn decode_again(text: &str) -> String {
    super::decode::decode_with(text, false)
}
