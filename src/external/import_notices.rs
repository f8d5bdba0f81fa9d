//! What was decided about a table as a whole, shown to the visitor beside its columns.

use crate::locale::{Arg, Message};
use crate::m;
use serde::{Deserialize, Serialize};

/// One decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportNotice {
    /// The file is not UTF-8.
    Encoding { name: String },
    /// The table is in several files, one after the other.
    Parts { files: u32 },
    /// Lines above the heading.
    Title { lines: u32, text: String },
    /// The heading has several lines.
    Heading { lines: u32 },
    /// The first line is data already.
    NoHeading,
    /// A heading appears twice; the later column has a name of its own.
    Twice {
        name: String,
        column: u32,
        own: String,
    },
    /// The heading is repeated among the rows.
    HeadingAgain { rows: u32 },
    /// Notes and loose cells below the table.
    Below { rows: u32, line: u32, text: String },
    /// A second table in the same file, which is a table of its own.
    SecondTable { line: u32, table: String },
    /// Cells stand between this mark.
    QuotationMark { mark: String },
    /// This mark comes before a quotation mark that is part of a text.
    EscapeMark { mark: String },
    /// Rows whose quotation marks are not where they can be: left out.
    Damaged { lines: Vec<u32> },
    /// Rows with fewer cells than the heading, whose cells fit other columns: left out.
    Shifted { lines: Vec<u32> },
    /// Rows with more cells than the heading, the last of them empty.
    Extra { lines: Vec<u32> },
    /// Rows that lack their last cells.
    Short { lines: Vec<u32> },
    /// Rows that are the whole of others: not added.
    Wholes {
        column: String,
        words: Vec<String>,
        rows: u32,
        lines: Vec<u32>,
        part: String,
    },
    /// A row that has the sum of others and no word for a whole: a question.
    MaybeWhole {
        column: String,
        words: Vec<String>,
        lines: Vec<u32>,
        whole: String,
        part: String,
    },
    /// The table is too large to be searched for wholes that no word names.
    NotSearched,
    /// A word for a whole whose numbers are not those of one: read as a part.
    NoWhole {
        column: String,
        word: String,
        lines: Vec<u32>,
        whole: String,
    },
    /// A 0 in a row that another column marks is withheld.
    Withheld {
        column: String,
        marks: Vec<String>,
        rows: u32,
    },
    /// A file that this site made.
    OwnExport,
    /// Rows of a spreadsheet that it hides, by their numbers; they are read.
    HiddenRows { rows: Vec<u32> },
    /// Columns of a spreadsheet that it hides, by their letters; they are read.
    HiddenColumns { columns: Vec<String> },
    /// Sheets that a spreadsheet hides; they are not read.
    HiddenSheets { sheets: Vec<String> },
    /// Formulas for which the file has no value, by the addresses of the first cells.
    NoStoredValue { cells: Vec<String>, count: u32 },
    /// Numbers that a spreadsheet keeps as text in a column of numbers; they are read as numbers.
    TextNumbers { cells: Vec<String>, count: u32 },
    /// A text merged over several rows is that of each row.
    MergedTexts { cells: Vec<String> },
    /// A number merged over several rows is that of the first row alone.
    MergedNumbers { cells: Vec<String> },
    /// Cells under a merged cell have values that the spreadsheet does not show; they are not read.
    CoveredCells { cells: Vec<String>, count: u32 },
    /// Numbers that the spreadsheet shows divided by a thousand or a million, and whether a heading or title says so: then
    /// they are read as shown.
    ShownDivided { columns: Vec<String>, is_said: bool },
    /// Zeros beside a status that says that there is no value.
    ZerosWithStatus {
        column: String,
        marks: Vec<String>,
        rows: u32,
    },
    /// Lists inside records of JSON: each is one text.
    ListsInRecords { columns: Vec<String> },
    /// Columns with lists or maps, which are no cells; they are not read.
    NestedColumns { columns: Vec<String> },
    /// Columns of types that are no cells, each with the name of its type; they are not read.
    OtherTypes { columns: Vec<String> },
    /// Values that are NaN or an infinity, by the first rows.
    NotFinite {
        column: String,
        rows: Vec<String>,
        count: u32,
    },
    /// Values that the type of their column does not allow, by the first rows; their cells are empty.
    UnfitValues {
        column: String,
        rows: Vec<String>,
        count: u32,
    },
    /// A resource with several sheets or files, of which the first is read.
    FirstSheet { others: Vec<String> },
    /// Values that were multiplied as SDMX asks.
    Multiplied { rows: u32 },
    /// The heading has a cell fewer than the rows; it is read one column to the right where the rows have names.
    HeadingShort { is_moved: bool },
    /// Another table is in the same lines.
    Beside { column: u32, table: String },
    /// A line beside the table says “in thousands”.
    Scale { scale: String },
    /// Columns named by periods or places are read as rows.
    Melted {
        columns: Vec<String>,
        field: String,
        left_out: Vec<String>,
        wide: String,
    },
    /// Columns named by periods or places could be read as rows.
    MayMelt {
        columns: Vec<String>,
        field: String,
        rows: String,
    },
    /// Empty cells below a word are read as that word.
    FilledDown {
        column: String,
        rows: u32,
        empty: String,
    },
    /// Words alone in their rows are read as headings of the rows below them.
    Sections {
        column: String,
        words: Vec<String>,
        rows: u32,
    },
    /// Marks that repeat the word above are read as that word.
    Ditto { column: String, rows: u32 },
    /// Rows of a column are of different kinds or levels, so nothing is added over it.
    Kinds {
        column: String,
        words: Vec<String>,
        part: String,
    },
    /// Words of a column overlap: ages 16-24 and 18-24.
    Overlap { column: String, words: Vec<String> },
    /// Codes of a column are of several levels, whose sums do not agree.
    Levels {
        column: String,
        words: Vec<String>,
        whole: String,
        part: String,
    },
    /// A row with the mean of the others, or their middle, least or greatest: not added.
    Statistic {
        column: String,
        word: String,
        lines: Vec<u32>,
        part: String,
    },
    /// A row with the word of a mean whose numbers are not that of the others: a question.
    MaybeStatistic {
        column: String,
        word: String,
        lines: Vec<u32>,
        whole: String,
        part: String,
    },
    /// A published total that is not the sum of its parts.
    TotalDiffers {
        column: String,
        word: String,
        measure: String,
        line: u32,
        published: String,
        sum: String,
        is_shown: bool,
    },
    /// Cells that are no numbers under a heading of numbers.
    NoNumbers { column: String, example: String },
    /// Codes that stand for no value.
    Codes { column: String, words: Vec<String> },
    /// Words such as 4-Jan among ranges.
    DatesAmongRanges { column: String, words: Vec<String> },
}

fn list<T: Clone>(items: &[T], show: impl Fn(&T) -> Arg) -> Arg {
    const SHOWN: usize = 8;
    let mut shown: Vec<Arg> = items.iter().take(SHOWN).map(show).collect();
    if items.len() > SHOWN {
        shown.push(m!(ProblemAndOthers, count = items.len() - SHOWN).into());
    }
    Arg::List(shown)
}

fn quoted(words: &[String]) -> Arg {
    list(words, |word| match word.is_empty() {
        true => m!(ToldBlank).into(),
        false => m!(ProblemQuoted, text = word).into(),
    })
}

fn numbers(lines: &[u32]) -> Arg {
    list(lines, |line| Arg::from(line.to_string().as_str()))
}

fn names(words: &[String]) -> Arg {
    list(words, |word| Arg::from(word.as_str()))
}

/// The first of `count` names, and how many others there are.
fn first_of(words: &[String], count: u32) -> Arg {
    let mut shown: Vec<Arg> = words.iter().map(|word| Arg::from(word.as_str())).collect();
    let others = (count as usize).saturating_sub(words.len());
    if others > 0 {
        shown.push(m!(ProblemAndOthers, count = others).into());
    }
    Arg::List(shown)
}

impl ImportNotice {
    /// The column whose rows may be wholes.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Wholes { column, .. }
            | Self::MaybeWhole { column, .. }
            | Self::Levels { column, .. }
            | Self::Statistic { column, .. }
            | Self::MaybeStatistic { column, .. }
            | Self::NoWhole { column, .. } => Some(column),
            _ => None,
        }
    }

    /// Completes answers to parts of an address of this table.
    pub fn lead_to(&mut self, table: &str, encode: impl Fn(&str) -> String) {
        let complete = |answer: &mut String| {
            if let Some((column, rest)) = answer.split_once("~auto~") {
                *answer = format!("as={}~{}~auto~{rest}", encode(table), encode(column));
            }
        };
        match self {
            Self::Wholes { part, .. } | Self::Statistic { part, .. } | Self::Kinds { part, .. } => {
                complete(part);
            }
            Self::Melted { wide, .. } => complete(wide),
            Self::MayMelt { rows, .. } => complete(rows),
            Self::FilledDown { empty, .. } => complete(empty),
            Self::MaybeWhole { whole, part, .. }
            | Self::MaybeStatistic { whole, part, .. }
            | Self::Levels { whole, part, .. } => {
                complete(whole);
                complete(part);
            }
            Self::NoWhole { whole, .. } => complete(whole),
            _ => {}
        }
    }

    pub fn message(&self) -> Message {
        match self {
            Self::Encoding { name } => m!(ToldEncoding, name = name),
            Self::Parts { files } => m!(ToldParts, files = *files),
            Self::Title { lines, text } => m!(ToldTitle, lines = *lines, text = text),
            Self::Heading { lines } => m!(ToldHeading, lines = *lines),
            Self::NoHeading => m!(ToldNoHeading),
            Self::Twice { name, column, own } => {
                m!(ToldTwice, name = name, column = *column, own = own)
            }
            Self::HeadingAgain { rows } => m!(ToldHeadingAgain, rows = *rows),
            Self::Below { rows, line, text } => {
                m!(
                    ToldBelow,
                    rows = *rows,
                    line = line.to_string().as_str(),
                    text = text
                )
            }
            Self::SecondTable { line, table } => m!(
                ToldSecondTable,
                line = line.to_string().as_str(),
                table = table
            ),
            Self::QuotationMark { mark } => m!(ToldQuotationMark, mark = mark),
            Self::EscapeMark { mark } => m!(ToldEscapeMark, mark = mark),
            Self::Damaged { lines } => {
                m!(ToldDamaged, rows = lines.len(), lines = numbers(lines))
            }
            Self::Shifted { lines } => {
                m!(ToldShifted, rows = lines.len(), lines = numbers(lines))
            }
            Self::Extra { lines } => m!(ToldExtra, rows = lines.len(), lines = numbers(lines)),
            Self::Short { lines } => m!(ToldShort, rows = lines.len(), lines = numbers(lines)),
            Self::Wholes {
                column,
                words,
                rows,
                lines,
                part,
            } => m!(
                ToldWholes,
                column = column,
                words = quoted(words),
                rows = *rows,
                lines = numbers(lines),
                part = part
            ),
            Self::MaybeWhole {
                column,
                words,
                lines,
                whole,
                part,
            } => m!(
                ToldMaybeWhole,
                column = column,
                words = quoted(words),
                lines = numbers(lines),
                whole = whole,
                part = part
            ),
            Self::NoWhole {
                column,
                word,
                lines,
                whole,
            } => m!(
                ToldNoWhole,
                column = column,
                word = word,
                lines = numbers(lines),
                whole = whole
            ),
            Self::Withheld {
                column,
                marks,
                rows,
            } => {
                m!(
                    ToldWithheld,
                    column = column,
                    marks = quoted(marks),
                    rows = *rows
                )
            }
            Self::NotSearched => m!(ToldNotSearched),
            Self::OwnExport => m!(ToldOwnExport),
            Self::HiddenRows { rows } => {
                m!(ToldHiddenRows, count = rows.len(), rows = numbers(rows))
            }
            Self::HiddenColumns { columns } => m!(
                ToldHiddenColumns,
                count = columns.len(),
                columns = names(columns)
            ),
            Self::HiddenSheets { sheets } => m!(
                ToldHiddenSheets,
                count = sheets.len(),
                sheets = quoted(sheets)
            ),
            Self::NoStoredValue { cells, count } => {
                m!(
                    ToldNoStoredValue,
                    count = *count,
                    cells = first_of(cells, *count)
                )
            }
            Self::TextNumbers { cells, count } => {
                m!(
                    ToldTextNumbers,
                    count = *count,
                    cells = first_of(cells, *count)
                )
            }
            Self::MergedTexts { cells } => m!(ToldMergedTexts, cells = names(cells)),
            Self::MergedNumbers { cells } => m!(ToldMergedNumbers, cells = names(cells)),
            Self::CoveredCells { cells, count } => m!(
                ToldCoveredCells,
                count = *count,
                cells = first_of(cells, *count)
            ),
            Self::ShownDivided { columns, is_said } => {
                let count = columns.len();
                let columns = names(columns);
                match is_said {
                    true => m!(ToldDividedAsShown, count = count, columns = columns),
                    false => m!(ToldDividedInFull, count = count, columns = columns),
                }
            }
            Self::ZerosWithStatus {
                column,
                marks,
                rows,
            } => m!(
                ToldZerosWithStatus,
                column = column,
                marks = quoted(marks),
                rows = *rows
            ),
            Self::ListsInRecords { columns } => m!(ToldListsInRecords, columns = quoted(columns)),
            Self::NestedColumns { columns } => m!(ToldNestedColumns, columns = quoted(columns)),
            Self::OtherTypes { columns } => m!(ToldOtherTypes, columns = quoted(columns)),
            Self::NotFinite {
                column,
                rows,
                count,
            } => m!(
                ToldNotFinite,
                column = column,
                count = *count,
                rows = first_of(rows, *count)
            ),
            Self::UnfitValues {
                column,
                rows,
                count,
            } => m!(
                ToldUnfitValues,
                column = column,
                count = *count,
                rows = first_of(rows, *count)
            ),
            Self::FirstSheet { others } => m!(ToldFirstSheet, others = quoted(others)),
            Self::Multiplied { rows } => m!(ToldMultiplied, rows = *rows),
            Self::HeadingShort { is_moved: true } => m!(ToldHeadingMoved),
            Self::HeadingShort { is_moved: false } => m!(ToldHeadingShort),
            Self::Beside { column, table } => m!(ToldBeside, column = *column, table = table),
            Self::Scale { scale } => m!(ToldScale, scale = scale),
            Self::Melted {
                columns,
                field,
                left_out,
                wide,
            } => match left_out.is_empty() {
                true => m!(
                    ToldMelted,
                    columns = quoted(columns),
                    field = field,
                    wide = wide
                ),
                false => m!(
                    ToldMeltedWithout,
                    columns = quoted(columns),
                    field = field,
                    left = quoted(left_out),
                    wide = wide
                ),
            },
            Self::MayMelt {
                columns,
                field,
                rows,
            } => m!(
                ToldMayMelt,
                columns = quoted(columns),
                field = field,
                rows = rows
            ),
            Self::FilledDown {
                column,
                rows,
                empty,
            } => m!(ToldFilledDown, column = column, rows = *rows, empty = empty),
            Self::Kinds {
                column,
                words,
                part,
            } => {
                m!(
                    ToldKinds,
                    column = column,
                    words = quoted(words),
                    part = part
                )
            }
            Self::Overlap { column, words } => {
                m!(ToldOverlap, column = column, words = quoted(words))
            }
            Self::Levels {
                column,
                words,
                whole,
                part,
            } => m!(
                ToldLevels,
                column = column,
                words = quoted(words),
                whole = whole,
                part = part
            ),
            Self::Statistic {
                column,
                word,
                lines,
                part,
            } => m!(
                ToldStatistic,
                column = column,
                word = word,
                lines = numbers(lines),
                part = part
            ),
            Self::MaybeStatistic {
                column,
                word,
                lines,
                whole,
                part,
            } => m!(
                ToldMaybeStatistic,
                column = column,
                word = word,
                lines = numbers(lines),
                whole = whole,
                part = part
            ),
            Self::TotalDiffers {
                column,
                word,
                measure,
                line,
                published,
                sum,
                is_shown,
            } => {
                let line = line.to_string();
                let line = line.as_str();
                match is_shown {
                    true => m!(
                        ToldTotalDiffers,
                        column = column,
                        word = word,
                        measure = measure,
                        line = line,
                        published = published,
                        sum = sum
                    ),
                    false => m!(
                        ToldTotalNotShown,
                        column = column,
                        word = word,
                        measure = measure,
                        line = line,
                        published = published,
                        sum = sum
                    ),
                }
            }
            Self::Sections { column, words, .. } => {
                m!(ToldSections, column = column, words = quoted(words))
            }
            Self::Ditto { column, rows } => m!(ToldDitto, column = column, rows = *rows),
            Self::NoNumbers { column, example } => {
                m!(ToldNoNumbers, column = column, example = example)
            }
            Self::Codes { column, words } => {
                m!(ToldCodes, column = column, words = quoted(words))
            }
            Self::DatesAmongRanges { column, words } => {
                m!(ToldDatesAmongRanges, column = column, words = quoted(words))
            }
        }
    }
}
