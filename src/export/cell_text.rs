//! Sentences in the cells of a workbook.

/// The maximum number of characters in a cell; spreadsheets reject more.
const LONGEST: usize = 32_000;
/// Width of a column of sentences.
pub(super) const TEXT: f64 = 100.0;

/// Height of a row with a text in a column of sentences, in points. Excel finds it by itself; LibreOffice
/// would cut the text.
pub(super) fn height_of(text: &str) -> f64 {
    const PER_LINE: usize = 90;
    const LINE: f64 = 15.0;
    text.chars().count().div_ceil(PER_LINE).max(1) as f64 * LINE
}

/// A text that fits in a cell.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
