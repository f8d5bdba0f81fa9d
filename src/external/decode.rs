//! Bytes of a file → UTF-8, with the encoding they were in.
//!
//! Standards: the byte order marks of Unicode; WHATWG's index for windows-1252; Apple's Mac OS Roman.

use crate::problem::Fault;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How the letters of a file are kept as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    Utf8,
    Utf16Little,
    Utf16Big,
    Windows1252,
    MacRoman,
}

impl Encoding {
    /// What it is called in programs that save files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Little | Self::Utf16Big => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "Mac Roman",
        }
    }
}

/// The encodings that manifests name, in small letters without marks between.
const LABELS: [(&str, Encoding); 19] = [
    ("utf8", Encoding::Utf8),
    ("utf8sig", Encoding::Utf8),
    ("utf8bom", Encoding::Utf8),
    ("ascii", Encoding::Utf8),
    ("usascii", Encoding::Utf8),
    ("utf16", Encoding::Utf16Little),
    ("utf16le", Encoding::Utf16Little),
    ("utf16be", Encoding::Utf16Big),
    ("windows1252", Encoding::Windows1252),
    ("cp1252", Encoding::Windows1252),
    ("iso88591", Encoding::Windows1252),
    ("latin1", Encoding::Windows1252),
    ("l1", Encoding::Windows1252),
    ("ansi", Encoding::Windows1252),
    ("macroman", Encoding::MacRoman),
    ("macosroman", Encoding::MacRoman),
    ("xmacroman", Encoding::MacRoman),
    ("macintosh", Encoding::MacRoman),
    ("mac", Encoding::MacRoman),
];

/// The encoding that a manifest names.
pub fn encoding_of(label: &str) -> Option<Encoding> {
    let plain: String = label
        .chars()
        .filter(|mark| mark.is_ascii_alphanumeric())
        .map(|mark| mark.to_ascii_lowercase())
        .collect();
    let known = LABELS.iter().find(|(known, _)| *known == plain);
    known.map(|(_, encoding)| *encoding)
}

/// Bytes 0x80 to 0x9F of Windows-1252; 0 where no letter has that byte.
const WINDOWS: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

/// Bytes 0x80 to 0xFF of Mac OS Roman.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Decodes a file, in the encoding that is declared or chosen, else in the one that its bytes prove. A byte that no
/// encoding explains is a fault with its place: letters are never replaced. Line ends of old Macs become those of
/// Unix, so that lines can be counted.
pub fn decode(
    bytes: &[u8],
    declared: Option<Encoding>,
) -> Result<(Cow<'_, [u8]>, Encoding), Fault> {
    let (text, encoding) = letters(bytes, declared)?;
    let is_old_mac = text.contains(&b'\r') && !text.contains(&b'\n');
    match is_old_mac {
        true => {
            let end = |byte: &u8| if *byte == b'\r' { b'\n' } else { *byte };
            Ok((Cow::Owned(text.iter().map(end).collect()), encoding))
        }
        false => Ok((text, encoding)),
    }
}

fn letters(bytes: &[u8], declared: Option<Encoding>) -> Result<(Cow<'_, [u8]>, Encoding), Fault> {
    let wanted = match declared {
        // A byte order mark says which byte comes first; a declared UTF-16 does not.
        Some(Encoding::Utf16Little) => Some(wide(bytes).unwrap_or(true)),
        Some(Encoding::Utf16Big) => Some(wide(bytes).unwrap_or(false)),
        Some(Encoding::Windows1252 | Encoding::MacRoman) => None,
        _ => wide(bytes),
    };
    if let Some(little) = wanted {
        let encoding = match little {
            true => Encoding::Utf16Little,
            false => Encoding::Utf16Big,
        };
        return utf16(bytes, little).map(|text| (Cow::Owned(text.into_bytes()), encoding));
    }
    let chosen = declared.filter(|declared| *declared != Encoding::Utf8);
    let bad = match std::str::from_utf8(bytes) {
        Ok(_) if chosen.is_none() => return Ok((Cow::Borrowed(bytes), Encoding::Utf8)),
        Ok(_) => 0,
        Err(error) => error.valid_up_to(),
    };
    let encoding = chosen.unwrap_or(match is_mac(bytes) {
        true => Encoding::MacRoman,
        false => Encoding::Windows1252,
    });
    let mac: Vec<char> = MAC.chars().collect();
    let letter = |byte: u8| match (byte, encoding) {
        (..0x80, _) => Some(char::from(byte)),
        (_, Encoding::MacRoman) => mac.get(usize::from(byte - 0x80)).copied(),
        (0x80..=0x9F, _) => {
            let code = WINDOWS[usize::from(byte - 0x80)];
            char::from_u32(u32::from(code)).filter(|_| code != 0)
        }
        _ => Some(char::from(byte)),
    };
    let text: Option<String> = bytes.iter().map(|byte| letter(*byte)).collect();
    // A file that has letters of UTF-8 as well is a damaged one: its other letters would be read wrongly.
    let is_damaged = chosen.is_none() && has_utf8_letters(bytes);
    match text.filter(|_| !is_damaged) {
        Some(text) => Ok((Cow::Owned(text.into_bytes()), encoding)),
        None => Err(Fault::NotUtf8 { offset: bad as u64 }),
    }
}

/// Whether bytes are UTF-16, and if so whether the low byte comes first: by their mark, or by the empty byte beside
/// each plain letter.
fn wide(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(true),
        [0xFE, 0xFF, ..] => return Some(false),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(400)];
    let pairs = start.len() / 2;
    if pairs < 4 {
        return None;
    }
    let empty = |at: usize| start.chunks_exact(2).filter(|pair| pair[at] == 0).count();
    let (first, second) = (empty(0), empty(1));
    if second * 10 >= pairs * 7 && first == 0 {
        Some(true)
    } else if first * 10 >= pairs * 7 && second == 0 {
        Some(false)
    } else {
        None
    }
}

fn utf16(bytes: &[u8], little: bool) -> Result<String, Fault> {
    let units = bytes.chunks_exact(2).map(|pair| match little {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    });
    let mut text = String::with_capacity(bytes.len());
    for (index, letter) in char::decode_utf16(units).enumerate() {
        match letter {
            Ok('\u{feff}') if index == 0 => {}
            Ok(letter) => text.push(letter),
            Err(_) => {
                return Err(Fault::NotUtf8 {
                    offset: index as u64 * 2,
                });
            }
        }
    }
    Ok(text)
}

/// Whether accented letters of words have the bytes that Mac OS gives them (0x80 to 0x9F), rather than Windows
/// (0xC0 to 0xFF).
fn is_mac(bytes: &[u8]) -> bool {
    let within = |at: usize| {
        let letter = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at))
                .is_some_and(u8::is_ascii_alphabetic)
        };
        letter(at.checked_sub(1)) && letter(Some(at + 1))
    };
    let (mut mac, mut windows) = (0, 0);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let is_mark = matches!(byte, 0x91..=0x97 | 0x85 | 0x80 | 0x99);
        match byte {
            // A quotation mark of Windows within a word is an apostrophe.
            0x80..=0x9F if within(at) && !is_mark => mac += 1,
            0xC0..=0xFF if within(at) => windows += 1,
            _ => {}
        }
    }
    mac > windows
}

/// Whether some letter beyond ASCII is written in UTF-8: two bytes that in any other encoding would be a capital
/// with a sign after it.
fn has_utf8_letters(bytes: &[u8]) -> bool {
    bytes
        .windows(2)
        .filter(|pair| matches!(pair, [0xC3 | 0xC2, 0x80..=0xBF]))
        .count()
        > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes, None).expect("it can be decoded");
        (String::from_utf8_lossy(&text).into_owned(), encoding)
    }

    #[test]
    fn each_encoding_is_known_by_its_bytes() {
        let wide = |text: &str, little: bool| -> Vec<u8> {
            let bytes = |unit: u16| match little {
                true => unit.to_le_bytes(),
                false => unit.to_be_bytes(),
            };
            text.encode_utf16().flat_map(bytes).collect()
        };
        let plain = "city,placed\nMayagüez,3\n";
        assert_eq!(text(plain.as_bytes()), (plain.to_owned(), Encoding::Utf8));
        for (little, name) in [(true, Encoding::Utf16Little), (false, Encoding::Utf16Big)] {
            assert_eq!(text(&wide(plain, little)), (plain.to_owned(), name));
            let marked = format!("\u{feff}{plain}");
            assert_eq!(text(&wide(&marked, little)), (plain.to_owned(), name));
        }
        let windows = b"Women\x92s \x96 Mayag\xfcez";
        assert_eq!(
            text(windows),
            ("Women’s – Mayagüez".to_owned(), Encoding::Windows1252)
        );
        let mac = b"city\nMayag\x9fez\nA\x96asco\n";
        assert_eq!(
            text(mac),
            ("city\nMayagüez\nAñasco\n".to_owned(), Encoding::MacRoman)
        );
    }

    #[test]
    fn a_declared_encoding_is_followed() {
        let text = |bytes: &[u8], label: &str| {
            let (text, _) = decode(bytes, encoding_of(label)).expect("it can be decoded");
            String::from_utf8_lossy(&text).into_owned()
        };
        assert_eq!(text(b"caf\xe9", "ISO-8859-1"), "café");
        assert_eq!(text(b"caf\x8e", "macroman"), "café");
        assert_eq!(text("é".as_bytes(), "windows-1252"), "Ã©");
        assert_eq!(text(b"a\rb\r", "utf-8"), "a\nb\n");
        assert_eq!(encoding_of("koi8-r"), None);
    }

    #[test]
    fn a_damaged_file_is_refused_with_its_place() {
        assert!(decode("Mayagüez".as_bytes(), None).is_ok());
        let damaged = [b"Mayag\xc3\xbcez,", &b"A\xf1asco"[..]].concat();
        assert!(matches!(
            decode(&damaged, None),
            Err(Fault::NotUtf8 { offset: 11 })
        ));
        assert!(decode(b"a,\x81,b", None).is_err());
    }
}
