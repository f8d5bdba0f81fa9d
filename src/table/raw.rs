//! Rows as they stand in their file: no cell is read for its meaning. For whoever checks a number.

use super::read::{begins, header, reader};
use crate::package::Resource;
use crate::problem::Fault;
use csv::ByteRecord;

/// One row of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawRow {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// (name of the column, text of the cell), in the order of the file.
    pub cells: Vec<(String, String)>,
}

impl RawRow {
    pub fn cell(&self, column: &str) -> &str {
        let found = self.cells.iter().find(|(name, _)| name == column);
        found.map_or("", |(_, text)| text)
    }
}

/// The rows of a file whose `column` is one of `wanted`, in the order of the file.
pub fn raw_rows(
    resource: &Resource,
    bytes: &[u8],
    column: &str,
    wanted: &[&str],
) -> Result<Vec<RawRow>, Fault> {
    let mut reader = reader(resource, bytes);
    let names = header(resource, &mut reader, 0)?;
    let Some(at) = names.iter().position(|name| name == column) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let mut record = ByteRecord::new();
    let unreadable = |error: csv::Error| Fault::UnreadableCsv {
        detail: error.to_string(),
    };
    while reader.read_byte_record(&mut record).map_err(unreadable)? {
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        let is_wanted = record
            .get(at)
            .is_some_and(|cell| wanted.iter().any(|key| key.as_bytes() == cell));
        if is_wanted {
            found.push(RawRow {
                line: begins(&record, bytes).0,
                cells: names.iter().cloned().zip(record.iter().map(text)).collect(),
            });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_given_as_it_stands_with_the_line_on_which_it_begins() {
        let text = b"id,words\na,\"two\nlines\"\nb, 01 \nb,\n";
        let rows = raw_rows(&Resource::default(), text, "id", &["b"]).expect("readable");
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 5]);
        assert_eq!(rows[0].cell("words"), " 01 ");
        assert_eq!(rows[1].cell("words"), "");
    }
}
