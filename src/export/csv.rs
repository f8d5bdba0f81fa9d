//! CSV that spreadsheets open without treating any cell as a formula.

use super::{Export, Value, grid};
use crate::table::is_formula;

/// Without it, spreadsheets decode UTF-8 as another encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The rows of a frame as RFC 4180 CSV, in UTF-8 with a byte order mark. Numbers are written
/// plainly, with a decimal point and no thousands separators; a text that a spreadsheet would run
/// as a formula begins with an apostrophe.
pub fn csv(export: &Export) -> String {
    let grid = grid(export);
    let mut out = String::from(BYTE_ORDER_MARK);
    let names: Vec<String> = grid
        .fields
        .iter()
        .map(|field| quoted(&field.name))
        .collect();
    out.push_str(&names.join(","));
    out.push_str("\r\n");
    for row in 0..grid.rows {
        let cells = grid.fields.iter().map(|field| match &field.cells[row] {
            Value::Empty => String::new(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => quoted(&harmless(text)),
        });
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// Texts in the same format: a header and rows with the same number of cells.
pub(super) fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    out.push_str(&head.join(","));
    out.push_str("\r\n");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// Protects a text from being treated as a formula.
pub(super) fn harmless(text: &str) -> String {
    match is_formula(text.as_bytes()) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let plain = !text.contains(['"', ',', '\n', '\r']) && text.trim() == text;
    match plain {
        true => text.to_owned(),
        false => format!("\"{}\"", text.replace('"', "\"\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_nothing_else_is_touched() {
        for formula in [
            "=1+1",
            "+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "＝1",
            "=HYPERLINK(\"https://evil.example\")",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for text in ["Ohio", "1–2", "a=b", "", "’tis"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(quoted("plain text"), "plain text");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("say \"no\"\nmore"), "\"say \"\"no\"\"\nmore\"");
    }
}
