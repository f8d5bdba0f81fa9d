//! The width of a picture, on a screen or on paper.

/// Pixels per inch on a screen, as in style sheets and word processors.
pub const SCREEN_DPI: f64 = 96.0;
/// Dots per inch that print shops require.
pub const PRINT_DPI: f64 = 300.0;

const POINTS: f64 = 72.0;
const CENTIMETRES: f64 = 2.54;
/// A narrower picture would break words; a wider one would not fit a page. In px.
const NARROWEST: f64 = 280.0;
const WIDEST: f64 = 2400.0;

/// A width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    Pixels(f64),
    Inches(f64),
    Centimetres(f64),
}

impl Length {
    /// The default width: that of a chart in a page.
    pub const USUAL: Self = Self::Pixels(736.0);

    /// Reads `6.5in`, `16cm`, `160mm`, `468pt`, `736px` or `736`. `None` for anything else, and for
    /// widths that are not positive.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let end = text
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        let number: f64 = number.parse().ok().filter(|number| *number > 0.0)?;
        Some(match unit.trim() {
            "" | "px" => Self::Pixels(number),
            "in" => Self::Inches(number),
            "cm" => Self::Centimetres(number),
            "mm" => Self::Centimetres(number / 10.0),
            "pt" => Self::Inches(number / POINTS),
            _ => return None,
        })
    }

    /// The width in inches on paper.
    pub fn inches(self) -> f64 {
        match self {
            Self::Pixels(number) => number / SCREEN_DPI,
            Self::Inches(number) => number,
            Self::Centimetres(number) => number / CENTIMETRES,
        }
    }

    /// Whether a picture can have this width: 3 to 25 inches.
    pub fn is_possible(self) -> bool {
        (NARROWEST..=WIDEST).contains(&(self.inches() * SCREEN_DPI).round())
    }

    /// The width for which a picture is laid out, in px, within the possible range: text of 12 px
    /// is 9 points on paper.
    pub fn pixels(self) -> u32 {
        (self.inches() * SCREEN_DPI)
            .clamp(NARROWEST, WIDEST)
            .round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_read_in_every_unit() {
        for (text, pixels) in [
            ("736", 736),
            ("736px", 736),
            ("6.5in", 624),
            ("6.5 IN", 624),
            ("16.51cm", 624),
            ("165.1mm", 624),
            ("468pt", 624),
            ("1in", 280),
            ("400in", 2400),
        ] {
            assert_eq!(
                Length::parse(text).map(Length::pixels),
                Some(pixels),
                "{text}"
            );
        }
        for text in ["", "in", "-3in", "0", "6.5.1in", "3 ells", "NaN", "1e9"] {
            assert_eq!(Length::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_width_that_no_picture_can_have_is_told() {
        let is_possible = |text| Length::parse(text).is_some_and(Length::is_possible);
        for text in ["280", "3in", "7.5cm", "25in", "2400px"] {
            assert!(is_possible(text), "{text}");
        }
        for text in ["279", "1in", "7cm", "26in", "2401px"] {
            assert!(!is_possible(text), "{text}");
        }
    }
}
