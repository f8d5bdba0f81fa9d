//! The metadata of a PNG file: its size on paper, its content, its source.

use super::Words;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
/// Signature, and the first chunk with its length, name, thirteen bytes and checksum.
const HEAD: usize = SIGNATURE.len() + 12 + 13;
const INCHES_OF_A_METRE: f64 = 39.370_078_740_157_48;

/// Inserts the size on paper and the texts right after the header. `None` where `png` is not a PNG
/// file.
pub fn described(png: &[u8], dpi: f64, words: &Words) -> Option<Vec<u8>> {
    if !png.starts_with(&SIGNATURE) || png.get(12..16)? != b"IHDR" || png.len() < HEAD {
        return None;
    }
    let mut out = png[..HEAD].to_vec();
    let density = ((dpi * INCHES_OF_A_METRE).round() as u32).to_be_bytes();
    let metres = [1];
    part(
        &mut out,
        b"pHYs",
        &[&density[..], &density[..], &metres[..]].concat(),
    );
    let banners = words.banners.join(" ");
    let citation = words.citation.as_str();
    let told = [
        ("Title", words.title.as_str()),
        ("Description", words.alt.as_str()),
        ("Source", citation),
        ("Comment", banners.as_str()),
        ("Copyright", words.licence.as_deref().unwrap_or_default()),
    ];
    for (name, text) in told.into_iter().filter(|(_, text)| !text.is_empty()) {
        // Name, not compressed, no language, no translated name, text.
        let bytes = [name.as_bytes(), &[0, 0, 0, 0, 0], text.as_bytes()].concat();
        part(&mut out, b"iTXt", &bytes);
    }
    // Drops a density set by the encoder, which would contradict this one.
    let mut rest = &png[HEAD..];
    while let Some(length) = rest.first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let whole = rest.get(..length.checked_add(12)?)?;
        if &whole[4..8] != b"pHYs" {
            out.extend_from_slice(whole);
        }
        rest = &rest[whole.len()..];
    }
    Some(out)
}

fn part(out: &mut Vec<u8>, name: &[u8; 4], bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
    let from = out.len();
    out.extend_from_slice(name);
    out.extend_from_slice(bytes);
    let sum = checksum(&out[from..]);
    out.extend_from_slice(&sum.to_be_bytes());
}

/// CRC-32 as defined for PNG.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn what_is_no_png_is_refused() {
        for bytes in [&b""[..], b"GIF89a", &SIGNATURE] {
            assert_eq!(described(bytes, 96.0, &Words::default()), None);
        }
    }
}
