//! Finds where two pictures differ.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// How much of a picture differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub pixels: usize,
    pub of: usize,
}

/// The largest difference between two channels of equal pixels: smaller differences are the
/// anti-aliasing of an edge that moved by a hundredth of a pixel.
const NEAR: u8 = 3;

/// The pixels in which two pictures differ, highlighted on a pale version of the second picture.
/// Areas that only one of them covers count as different.
pub fn difference(before: &Pixmap, after: &Pixmap) -> Result<(Share, Pixmap), String> {
    let (wide, high) = (
        before.width().max(after.width()),
        before.height().max(after.height()),
    );
    let mut out = Pixmap::new(wide, high).ok_or("the picture is too large")?;
    let mut share = Share {
        pixels: 0,
        of: (wide * high) as usize,
    };
    for y in 0..high {
        for x in 0..wide {
            let (old, new) = (within(before, x, y), within(after, x, y));
            let differs = match (old, new) {
                (Some(old), Some(new)) => apart(old, new) > NEAR,
                _ => true,
            };
            share.pixels += usize::from(differs);
            let pale = new.or(old).map_or(255, |colour| 191 + grey(colour) / 4);
            let colour = match differs {
                true => PremultipliedColorU8::from_rgba(213, 0, 87, 255),
                false => PremultipliedColorU8::from_rgba(pale, pale, pale, 255),
            };
            if let Some(colour) = colour {
                out.pixels_mut()[(y * wide + x) as usize] = colour;
            }
        }
    }
    Ok((share, out))
}

/// The pixel at a position; `None` outside of the picture, which `Pixmap::pixel` checks only
/// vertically.
fn within(picture: &Pixmap, x: u32, y: u32) -> Option<PremultipliedColorU8> {
    (x < picture.width()).then(|| picture.pixel(x, y)).flatten()
}

fn apart(a: PremultipliedColorU8, b: PremultipliedColorU8) -> u8 {
    let channels = [
        (a.red(), b.red()),
        (a.green(), b.green()),
        (a.blue(), b.blue()),
    ];
    let apart = channels.map(|(a, b)| a.abs_diff(b));
    apart.into_iter().max().unwrap_or(0)
}

fn grey(colour: PremultipliedColorU8) -> u8 {
    let sum = u16::from(colour.red()) + u16::from(colour.green()) + u16::from(colour.blue());
    u8::try_from(sum / 3).unwrap_or(255)
}

/// The picture as a PNG file with all its colors.
pub fn png(pixels: &Pixmap) -> Result<Vec<u8>, String> {
    let said = |error: png::EncodingError| error.to_string();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(said)?;
    // Every drawing has a background, so that nothing is transparent.
    writer.write_image_data(pixels.data()).map_err(said)?;
    writer.finish().map_err(said)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Color;

    fn plain(wide: u32, high: u32, colour: Color) -> Pixmap {
        let mut pixels = Pixmap::new(wide, high).expect("not empty");
        pixels.fill(colour);
        pixels
    }

    #[test]
    fn every_pixel_that_differs_is_counted() {
        let white = plain(4, 3, Color::WHITE);
        let mut dotted = white.clone();
        dotted.pixels_mut()[5] = PremultipliedColorU8::from_rgba(0, 0, 0, 255).expect("opaque");
        let counted = |a: &Pixmap, b: &Pixmap| difference(a, b).expect("small").0;
        assert_eq!(counted(&white, &white), Share { pixels: 0, of: 12 });
        assert_eq!(counted(&white, &dotted), Share { pixels: 1, of: 12 });
        let wider = plain(5, 3, Color::WHITE);
        assert_eq!(counted(&white, &wider), Share { pixels: 3, of: 15 });
    }
}
