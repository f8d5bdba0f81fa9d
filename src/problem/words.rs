//! A problem as a sentence: location, finding, expectation, fix, in that order.

use super::{Fault, Problem, SourceLocation};
use crate::locale::{Arg, Message};
use crate::m;

/// The number of words of a closed list that are named before the rest is counted.
const NAMED: usize = 6;

impl Problem {
    /// What was found, and what was expected.
    pub fn finding(&self) -> Message {
        self.fault.finding()
    }

    /// How to fix it.
    pub fn remedy(&self) -> Message {
        match self.fault.near() {
            Some(near) if matches!(self.fault, Fault::MissingColumn { .. }) => {
                m!(ProblemMissingColumnNear, near = near)
            }
            Some(near) => m!(ProblemDidYouMean, near = near),
            None => self.fault.remedy(),
        }
    }

    /// The whole sentence: `placements.csv, row 214, column “state”: “PX” is not in the table
    /// “places”; did you mean “PR”?`
    pub fn sentence(&self) -> Message {
        // Readers meet this one in place of numbers, where the name of a file would tell them nothing.
        if matches!(self.fault, Fault::Withdrawn { .. }) {
            return m!(
                TombstoneSentence,
                finding = self.finding(),
                way = self.remedy()
            );
        }
        let sentence = m!(
            ProblemSentence,
            place = self.place.words(),
            finding = self.finding(),
            remedy = self.remedy()
        );
        match self.more {
            0 => sentence,
            more => m!(ProblemSentenceMore, sentence = sentence, more = more),
        }
    }
}

impl SourceLocation {
    /// The file, and row and column as far as they are known.
    pub fn words(&self) -> Message {
        let file = &self.file;
        if let (Some(line), Some(character)) = (self.line, self.character) {
            return m!(
                ProblemPlaceSpot,
                file = file,
                line = line,
                character = character
            );
        }
        match (self.row, &self.column) {
            (None, None) => m!(ProblemPlaceFile, file = file),
            (Some(row), None) => m!(ProblemPlaceRow, file = file, row = row),
            (None, Some(column)) => m!(ProblemPlaceColumn, file = file, column = column),
            (Some(row), Some(column)) => {
                m!(ProblemPlaceCell, file = file, row = row, column = column)
            }
        }
    }
}

impl Fault {
    /// The word that was probably meant.
    fn near(&self) -> Option<&String> {
        match self {
            Self::UnknownWord { near, .. }
            | Self::UnknownField { near, .. }
            | Self::UnknownResource { near, .. }
            | Self::MissingColumn { near }
            | Self::ForeignKey { near, .. }
            | Self::NotInEnum { near, .. } => near.as_ref(),
            Self::Story(fault) => fault.near(),
            _ => None,
        }
    }

    fn finding(&self) -> Message {
        match self {
            Self::NotFetched { status } => {
                m!(ProblemNotFetched, status = u32::from(*status))
            }
            Self::Aborted => m!(ProblemAborted),
            Self::Refused => m!(ProblemRefused),
            Self::WebPage => m!(ProblemWebPage),
            Self::NotATable => m!(ProblemNotATable),
            Self::NotAmongFiles => m!(ProblemNotAmongFiles),
            Self::NoFiles => m!(ProblemNoFiles),
            Self::Withdrawn {
                version,
                on,
                reason,
                ..
            } => m!(
                Tombstone,
                version = version,
                day = Arg::Date(on.clone()),
                reason = reason
            ),
            Self::WithdrawnFile { version } => m!(ProblemWithdrawnFile, version = version),
            Self::TooManyTables { limit } => m!(ProblemTooManyTables, limit = *limit),
            Self::WrongShape { property } => m!(ProblemWrongShape, property = property),
            Self::TooLarge { bytes, limit } => {
                m!(ProblemTooLarge, bytes = *bytes, limit = *limit)
            }
            Self::HashDiffers { expected, found } => m!(
                ProblemHashDiffers,
                expected = beginning(expected),
                found = beginning(found)
            ),
            Self::BytesDiffer { expected, found } => {
                m!(ProblemBytesDiffer, expected = *expected, found = *found)
            }
            Self::NotUtf8 { offset } => m!(ProblemNotUtf8, offset = *offset),
            Self::NotJson { detail } => m!(ProblemNotJson, detail = detail),
            Self::UnreadableCsv { detail } => m!(ProblemUnreadableCsv, detail = detail),
            Self::QuoteNotClosed { line } => {
                m!(ProblemQuoteNotClosed, line = line.to_string().as_str())
            }
            Self::TooManyColumns { found, limit } => {
                m!(ProblemTooManyColumns, found = *found, limit = *limit)
            }
            Self::TooManyRows { found, limit } => {
                m!(ProblemTooManyRows, found = *found, limit = *limit)
            }
            Self::PropertyNotFollowed { property, found } => {
                m!(
                    ProblemPropertyNotFollowed,
                    property = property,
                    found = found
                )
            }
            Self::PathOutside { path } => m!(ProblemPathOutside, path = path),
            Self::OtherFormat { format } => m!(ProblemOtherFormat, format = format),
            Self::Damaged { format, detail } => {
                m!(ProblemDamaged, format = format, detail = detail)
            }
            Self::OtherCompression { name } => m!(ProblemOtherCompression, name = name),
            Self::NoCells { columns } => m!(ProblemNoCells, columns = some_of(columns)),
            Self::UnpacksTooLarge { packed, limit } => {
                m!(ProblemUnpacksTooLarge, packed = *packed, limit = *limit)
            }
            Self::TooManyFiles { count, limit } => {
                m!(ProblemTooManyFiles, count = *count, limit = *limit)
            }
            Self::NestedArchives => m!(ProblemNestedArchives),
            Self::EmptyArchive => m!(ProblemEmptyArchive),
            Self::NoSheet { hidden } if hidden.is_empty() => m!(ProblemNoSheet),
            Self::NoSheet { hidden } => m!(ProblemHiddenSheets, sheets = some_of(hidden)),
            Self::JsonSyntax { line, column } => {
                m!(
                    ProblemJsonSyntax,
                    line = line.to_string().as_str(),
                    column = column.to_string().as_str()
                )
            }
            Self::JsonTwice { name, line, column } => m!(
                ProblemJsonTwice,
                name = name,
                line = line.to_string().as_str(),
                column = column.to_string().as_str()
            ),
            Self::NoRecords => m!(ProblemNoRecords),
            Self::PartUnfit { format, part } => {
                m!(ProblemPartUnfit, format = format, part = part)
            }
            Self::NotMultiplied {
                value,
                multiplier,
                line,
            } => m!(
                ProblemNotMultiplied,
                value = value,
                multiplier = multiplier,
                line = line.to_string().as_str()
            ),
            Self::NoFormatModule => m!(ProblemNoFormatModule),
            Self::MissingProperty { property } => {
                m!(ProblemMissingProperty, property = property)
            }
            Self::UnknownWord {
                property,
                found,
                allowed,
                ..
            } => m!(
                ProblemUnknownWord,
                property = property,
                found = found,
                allowed = some_of(allowed)
            ),
            Self::UnknownField {
                property, found, ..
            } => m!(ProblemUnknownField, property = property, found = found),
            Self::UnknownResource {
                property, found, ..
            } => m!(ProblemUnknownResource, property = property, found = found),
            Self::BadPattern { pattern } => m!(ProblemBadPattern, pattern = pattern),
            Self::IllustrativeDiffers => m!(ProblemIllustrativeDiffers),
            Self::VersionDiffers { found, expected } => {
                m!(ProblemVersionDiffers, found = found, expected = expected)
            }
            Self::MissingColumn { .. } => m!(ProblemMissingColumn),
            Self::ExtraColumn => m!(ProblemExtraColumn),
            Self::DuplicateColumn => m!(ProblemDuplicateColumn),
            Self::PeriodUnclear { found, choices } => {
                let named =
                    |(reading, _): &(String, String)| Arg::from(m!(ProblemQuoted, text = reading));
                let readings = Arg::List(choices.iter().map(named).collect());
                let count = choices.len();
                m!(
                    ProblemPeriodUnclear,
                    found = found,
                    count = count,
                    readings = readings
                )
            }
            Self::CellCount { expected, found } => {
                m!(ProblemCellCount, expected = *expected, found = *found)
            }
            Self::RowsDiffer { expected, found } => {
                m!(ProblemRowsDiffer, expected = *expected, found = *found)
            }
            Self::BlankRow => m!(ProblemBlankRow),
            Self::DuplicateKey { key, first_row } => {
                m!(ProblemDuplicateKey, key = key, first = *first_row)
            }
            Self::ForeignKey {
                found, resource, ..
            } => m!(ProblemForeignKey, found = found, resource = resource),
            Self::NotOfType { found, expected } => {
                m!(ProblemNotOfType, found = found, expected = expected)
            }
            Self::Required => m!(ProblemRequired),
            Self::NotUnique { found, first_row } => {
                m!(ProblemNotUnique, found = found, first = *first_row)
            }
            Self::NotInEnum { found, allowed, .. } => {
                m!(ProblemNotInEnum, found = found, allowed = some_of(allowed))
            }
            Self::NotAbove { found, limit } => m!(ProblemNotAbove, found = found, limit = limit),
            Self::NotBelow { found, limit } => m!(ProblemNotBelow, found = found, limit = limit),
            Self::BelowMinimum { found, minimum } => {
                m!(ProblemBelowMinimum, found = found, minimum = minimum)
            }
            Self::AboveMaximum { found, maximum } => {
                m!(ProblemAboveMaximum, found = found, maximum = maximum)
            }
            Self::PatternMismatch { found, pattern } => {
                m!(ProblemPatternMismatch, found = found, pattern = pattern)
            }
            Self::TooShort { found, minimum } => {
                m!(ProblemTooShort, found = found, minimum = *minimum)
            }
            Self::TooLong { found, maximum } => {
                m!(ProblemTooLong, found = found, maximum = *maximum)
            }
            Self::UnitDiffers { found, expected } => {
                m!(ProblemUnitDiffers, found = found, expected = expected)
            }
            Self::QualifierWithoutValue { qualifier } => {
                m!(ProblemQualifierWithoutValue, qualifier = qualifier)
            }
            Self::EndsReversed { low, high } => m!(ProblemEndsReversed, low = low, high = high),
            Self::PartOfCircle { found } => m!(ProblemPartOfCircle, found = found),
            Self::ClaimDiffers {
                claim,
                column,
                first_row,
            } => m!(
                ProblemClaimDiffers,
                claim = claim,
                column = column,
                first = *first_row
            ),
            Self::CellUnread { found, why } => why.finding(found),
            Self::Story(fault) => fault.finding(),
        }
    }

    fn remedy(&self) -> Message {
        match self {
            Self::NotFetched { .. } => m!(ProblemNotFetchedRemedy),
            Self::Aborted => m!(ProblemAbortedRemedy),
            Self::Refused => m!(ProblemRefusedRemedy),
            Self::WebPage => m!(ProblemWebPageRemedy),
            Self::NotATable => m!(ProblemNotATableRemedy),
            Self::NotAmongFiles => m!(ProblemNotAmongFilesRemedy),
            Self::NoFiles => m!(ProblemNoFilesRemedy),
            Self::Withdrawn { replaced_by, .. } if replaced_by.is_empty() => m!(TombstoneNoOther),
            Self::Withdrawn { replaced_by, .. } => m!(TombstoneReplaced, newer = replaced_by),
            Self::WithdrawnFile { .. } => m!(ProblemWithdrawnFileRemedy),
            Self::TooManyTables { .. } => m!(ProblemTooManyTablesRemedy),
            Self::WrongShape { .. } => m!(ProblemWrongShapeRemedy),
            Self::TooLarge { .. } => m!(ProblemTooLargeRemedy),
            Self::HashDiffers { .. } => m!(ProblemHashDiffersRemedy),
            Self::BytesDiffer { .. } => m!(ProblemBytesDifferRemedy),
            Self::NotUtf8 { .. } => m!(ProblemNotUtf8Remedy),
            Self::NotJson { .. } => m!(ProblemNotJsonRemedy),
            Self::UnreadableCsv { .. } => m!(ProblemUnreadableCsvRemedy),
            Self::QuoteNotClosed { .. } => m!(ProblemQuoteNotClosedRemedy),
            Self::TooManyColumns { .. } => m!(ProblemTooManyColumnsRemedy),
            Self::TooManyRows { .. } => m!(ProblemTooManyRowsRemedy),
            Self::PropertyNotFollowed { .. } => m!(ProblemPropertyNotFollowedRemedy),
            Self::PathOutside { .. } => m!(ProblemPathOutsideRemedy),
            Self::OtherFormat { .. } => m!(ProblemOtherFormatRemedy),
            Self::Damaged { .. } => m!(ProblemDamagedRemedy),
            Self::OtherCompression { .. } => m!(ProblemOtherCompressionRemedy),
            Self::NoCells { .. } => m!(ProblemNoCellsRemedy),
            Self::UnpacksTooLarge { .. } => m!(ProblemUnpacksTooLargeRemedy),
            Self::TooManyFiles { .. } => m!(ProblemTooManyFilesRemedy),
            Self::NestedArchives => m!(ProblemNestedArchivesRemedy),
            Self::EmptyArchive => m!(ProblemEmptyArchiveRemedy),
            Self::NoSheet { hidden } if hidden.is_empty() => m!(ProblemNoSheetRemedy),
            Self::NoSheet { .. } => m!(ProblemHiddenSheetsRemedy),
            Self::JsonSyntax { .. } => m!(ProblemJsonSyntaxRemedy),
            Self::JsonTwice { .. } => m!(ProblemJsonTwiceRemedy),
            Self::NoRecords => m!(ProblemNoRecordsRemedy),
            Self::PartUnfit { .. } => m!(ProblemPartUnfitRemedy),
            Self::NotMultiplied { .. } => m!(ProblemNotMultipliedRemedy),
            Self::NoFormatModule => m!(ProblemNoFormatModuleRemedy),
            Self::MissingProperty { .. } => m!(ProblemMissingPropertyRemedy),
            Self::UnknownWord { .. } => m!(ProblemUnknownWordRemedy),
            Self::UnknownField { .. } => m!(ProblemUnknownFieldRemedy),
            Self::UnknownResource { .. } => m!(ProblemUnknownResourceRemedy),
            Self::BadPattern { .. } => m!(ProblemBadPatternRemedy),
            Self::IllustrativeDiffers => m!(ProblemIllustrativeDiffersRemedy),
            Self::VersionDiffers { .. } => m!(ProblemVersionDiffersRemedy),
            Self::MissingColumn { .. } => m!(ProblemMissingColumnRemedy),
            Self::ExtraColumn => m!(ProblemExtraColumnRemedy),
            Self::DuplicateColumn => m!(ProblemDuplicateColumnRemedy),
            Self::PeriodUnclear { choices, .. } => {
                let parts = choices.iter().map(|(_, address)| Arg::from(address));
                m!(
                    ProblemPeriodUnclearRemedy,
                    parts = Arg::List(parts.collect())
                )
            }
            Self::CellCount { expected, found } if found > expected => {
                m!(ProblemCellExtraRemedy)
            }
            Self::CellCount { .. } => m!(ProblemCellMissingRemedy),
            Self::RowsDiffer { .. } => m!(ProblemRowsDifferRemedy),
            Self::BlankRow => m!(ProblemBlankRowRemedy),
            Self::DuplicateKey { .. } => m!(ProblemDuplicateKeyRemedy),
            Self::ForeignKey { .. } => m!(ProblemForeignKeyRemedy),
            Self::NotOfType { .. } => m!(ProblemNotOfTypeRemedy),
            Self::Required => m!(ProblemRequiredRemedy),
            Self::NotUnique { .. } => m!(ProblemNotUniqueRemedy),
            Self::NotInEnum { .. } => m!(ProblemNotInEnumRemedy),
            Self::BelowMinimum { .. }
            | Self::AboveMaximum { .. }
            | Self::NotAbove { .. }
            | Self::NotBelow { .. }
            | Self::PatternMismatch { .. }
            | Self::TooShort { .. }
            | Self::TooLong { .. } => m!(ProblemConstraintRemedy),
            Self::UnitDiffers { .. } => m!(ProblemUnitDiffersRemedy),
            Self::QualifierWithoutValue { .. } => m!(ProblemQualifierWithoutValueRemedy),
            Self::EndsReversed { .. } => m!(ProblemEndsReversedRemedy),
            Self::PartOfCircle { .. } => m!(ProblemPartOfCircleRemedy),
            Self::ClaimDiffers { .. } => m!(ProblemClaimDiffersRemedy),
            Self::CellUnread { why, .. } => why.remedy(),
            Self::Story(fault) => fault.remedy(),
        }
    }
}

/// The beginning of a hash, long enough to distinguish two.
fn beginning(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

/// "“a”, “b” and 40 others".
fn some_of(words: &[String]) -> Arg {
    let mut named: Vec<Arg> = words
        .iter()
        .take(NAMED)
        .map(|word| m!(ProblemQuoted, text = word).into())
        .collect();
    if words.len() > NAMED {
        named.push(m!(ProblemAndOthers, count = words.len() - NAMED).into());
    }
    Arg::List(named)
}
