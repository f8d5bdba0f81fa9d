//! The address of a view as a QR code, for readers of a report on paper.

use crate::paint::{Theme, hundredths};
use crate::scene::Role;
use fast_qr::{ECL, QRBuilder, QRCode};
use png::{BitDepth, ColorType, Encoder};

/// Empty squares around the code, as the standard requires.
const QUIET: usize = 4;
/// Pixels per square.
const SQUARE: usize = 8;

/// A code as pictures.
pub struct Qr {
    code: Box<QRCode>,
}

impl Qr {
    /// Encodes an address; `None` where it is too long for any code.
    pub fn of(address: &str) -> Option<Self> {
        let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
        Some(Self {
            code: Box::new(code),
        })
    }

    /// Squares along a side.
    fn side(&self) -> usize {
        self.code.size + QUIET * 2
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inner = QUIET..QUIET + self.code.size;
        inner.contains(&x) && inner.contains(&y) && self.code[y - QUIET][x - QUIET].value()
    }

    pub fn svg(&self, title: &str) -> String {
        let side = self.side();
        let mut d = String::new();
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let run = (x..side).take_while(|x| self.is_dark(*x, y)).count();
                if run > 0 {
                    d.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                x += run.max(1);
            }
        }
        let hex = |role| {
            let (r, g, b) = Theme::PRINT.of(role);
            format!("#{r:02x}{g:02x}{b:02x}")
        };
        let size = hundredths((side * SQUARE * 100) as i32);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{size}\" height=\"{size}\" role=\"img\">\
             <title>{}</title><rect width=\"{side}\" height=\"{side}\" fill=\"{}\"/><path d=\"{d}\" fill=\"{}\"/></svg>\n",
            super::word::escape(title),
            hex(Role::Ground),
            hex(Role::Ink),
        )
    }

    /// Black and white, eight pixels per square.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let pixels = self.side() * SQUARE;
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, pixels as u32, pixels as u32);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::One);
        let mut bytes = Vec::with_capacity(pixels * pixels.div_ceil(8));
        for y in 0..pixels {
            // One byte is one square, because a square is eight pixels wide.
            let row = (0..self.side()).map(|x| match self.is_dark(x, y / SQUARE) {
                true => 0x00,
                false => 0xff,
            });
            bytes.extend(row);
        }
        let as_text = |error: png::EncodingError| error.to_string();
        let mut writer = encoder.write_header().map_err(as_text)?;
        writer.write_image_data(&bytes).map_err(as_text)?;
        writer.finish().map_err(as_text)?;
        Ok(out)
    }
}
