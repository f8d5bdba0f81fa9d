//! Percent-decoding of addresses.

use percent_encoding::percent_decode_str;

/// Percent-decodes UTF-8; `+` is a space, and invalid sequences are left unchanged.
pub(super) fn decode(text: &str) -> String {
    decode_with(text, true)
}

/// Percent-decoding; `plus` makes a `+` a space, as forms write it.
pub(super) fn decode_with(text: &str, plus: bool) -> String {
    let spaced = match plus {
        true => text.replace('+', " "),
        false => text.to_owned(),
    };
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}
