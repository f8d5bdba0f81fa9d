//! Reduces a picture to a color palette, for a small file.
//!
//! A chart has a dozen colors, and the steps between them at smooth edges. Up to 256 of them are
//! kept, the most frequent first, and a rare step is replaced by the nearest one kept: the
//! difference is not visible, and the file is a third of the size.

use png::{BitDepth, ColorType, Compression, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;
use std::collections::BTreeMap;

type Rgb = [u8; 3];

/// The number of colors that one byte can index.
const MOST: usize = 256;
/// This many of the most frequent colors are treated as flat areas.
const FLAT: usize = 32;
/// The highest compression level.
const EFFORT: u8 = 9;

/// Encodes an opaque picture as PNG.
pub fn encode(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    let colours: Vec<Rgb> = pixels
        .pixels()
        .iter()
        .map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let (palette, place) = reduce(&colours);
    let mut bytes = Vec::with_capacity(colours.len());
    for run in colours.chunk_by(PartialEq::eq) {
        bytes.resize(bytes.len() + run.len(), place[&run[0]]);
    }

    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.set_deflate_compression(DeflateCompression::Level(EFFORT));
    // Indexes of neighboring pixels are unrelated, so that no filter helps.
    encoder.set_filter(Filter::NoFilter);
    let said = |error: png::EncodingError| error.to_string();
    let mut writer = encoder.write_header().map_err(said)?;
    writer.write_image_data(&bytes).map_err(said)?;
    writer.finish().map_err(said)?;
    Ok(out)
}

/// The colors to keep, and for every color the index of its replacement.
fn reduce(colours: &[Rgb]) -> (Vec<Rgb>, BTreeMap<Rgb, u8>) {
    let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
    for run in colours.chunk_by(PartialEq::eq) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut found: Vec<(Rgb, usize)> = counts.iter().map(|(at, count)| (*at, *count)).collect();
    // The sort is stable and the input ordered by color, so that the bytes are always the same.
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    // Flat colors are kept; of the rest, those that differ most from all kept colors come first.
    let flat = found.iter().take(FLAT);
    let mut palette: Vec<Rgb> = flat.map(|(colour, _)| *colour).collect();
    for apart in [1600, 400, 100, 48, 24, 0] {
        for (colour, _) in &found {
            let near = palette.iter().any(|kept| distance(kept, colour) <= apart);
            if palette.len() < MOST && !near {
                palette.push(*colour);
            }
        }
    }
    let place = counts
        .into_keys()
        .map(|colour| (colour, nearest(&palette, &colour)))
        .collect();
    (palette, place)
}

fn nearest(palette: &[Rgb], colour: &Rgb) -> u8 {
    let at = (0..palette.len()).min_by_key(|at| distance(&palette[*at], colour));
    at.unwrap_or(0) as u8
}

/// An approximate perceptual distance between two colors: green counts most.
fn distance(a: &Rgb, b: &Rgb) -> u32 {
    let part = |at: usize, weight: u32| {
        let apart = u32::from(a[at].abs_diff(b[at]));
        apart * apart * weight
    };
    (part(0, 3) + part(1, 6) + part(2, 1)) / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stay_as_they_are() {
        let colours: Vec<Rgb> = (0..=255).map(|step| [step, step, 255 - step]).collect();
        let (palette, place) = reduce(&colours);
        assert!(
            colours
                .iter()
                .all(|at| palette[usize::from(place[at])] == *at)
        );
    }

    #[test]
    fn many_colours_move_a_little_and_flat_ones_not_at_all() {
        let steps = (0..4000_u32).map(|at| [(at % 251) as u8, (at / 16) as u8, 120]);
        let colours: Vec<Rgb> = steps.chain([[0, 94, 162]; 9000]).collect();
        let (palette, place) = reduce(&colours);
        assert!(palette.len() <= MOST);
        for colour in &colours {
            let kept = palette[usize::from(place[colour])];
            assert!(distance(&kept, colour) < 800, "{colour:?} became {kept:?}");
        }
        assert_eq!(palette[usize::from(place[&[0, 94, 162]])], [0, 94, 162]);
    }
}
