//! A cell cut into digits, words and marks.

/// One piece of a cell. Spaces only separate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Digits(&'a str),
    /// In capitals.
    Word(String),
    /// `-` for every dash, `'` for every apostrophe, else the mark itself.
    Mark(char),
}

/// Cuts a cell; `None` where it holds a letter or a mark that no period has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut cut = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = |fits: fn(char) -> bool| rest.find(|mark| !fits(mark)).unwrap_or(rest.len());
        let taken = match first {
            '0'..='9' => {
                let end = length(|mark| mark.is_ascii_digit());
                cut.push(Token::Digits(&rest[..end]));
                end
            }
            'a'..='z' | 'A'..='Z' => {
                let end = length(|mark| mark.is_ascii_alphabetic());
                cut.push(Token::Word(rest[..end].to_ascii_uppercase()));
                end
            }
            _ => {
                cut.extend(mark(first)?);
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    Some(cut)
}

/// The mark that a character stands for: `Some(None)` for a space, `None` for what no period has.
fn mark(found: char) -> Option<Option<Token<'static>>> {
    let plain = match found {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\'' | '\u{2018}' | '\u{2019}' => '\'',
        '/' | '.' | ',' | ':' => found,
        found if found.is_whitespace() => return Some(None),
        _ => return None,
    };
    Some(Some(Token::Mark(plain)))
}
