//! The cells of a comparison: each number with its type, date and error, and the reasons why they are not ranked.

use super::{ComparisonCell, ComparisonRow};
use crate::frame::{
    ComparedNumber, Frame, MeasureWords, NoRatio, Ratio, RecordedClaim, incomparable_reasons, year,
};
use crate::locale::{Labeled, Locale, Message};
use crate::m;
use crate::package::{RatioPlan, RecordColumn};
use crate::prose;

const LOCALE: Locale = Locale::EN;

fn text(message: impl Into<Message>) -> String {
    LOCALE.text(message.into())
}

/// Words that are not compared, one a column.
pub fn text_row(title: Message, values: Vec<String>) -> ComparisonRow {
    let cell = |value: String| ComparisonCell {
        has_number: !value.is_empty(),
        value: match value.is_empty() {
            true => text(m!(CompareBlank)),
            false => value,
        },
        ..ComparisonCell::default()
    };
    ComparisonRow {
        title: text(title),
        cells: values.into_iter().map(cell).collect(),
        warnings: Vec::new(),
    }
}

/// A measure of a wide table: the rows of the frame with these keys.
pub fn of_frame(frame: &Frame, items: &[(String, String)]) -> ComparisonRow {
    let mut sides = Vec::new();
    let cells = items.iter().map(|(key, label)| {
        let row = frame.rows.iter().find(|row| row.key == *key);
        let cell = row.map(|row| row.cell.clone()).unwrap_or_default();
        sides.push(ComparedNumber {
            label: label.clone(),
            quantity: cell.quantity,
            measure: frame.measure.code.clone(),
            error_pct: cell.error_pct.filter(|_| frame.measure.has_error),
            ..ComparedNumber::default()
        });
        let error = cell.error_pct.filter(|_| frame.measure.has_error);
        ComparisonCell {
            value: match row {
                Some(_) => text(prose::value(&cell, &frame.measure)),
                None => text(m!(CompareBlank)),
            },
            notes: error
                .map(|error| text(m!(CompareError, error = LOCALE.number(error, 1))))
                .into_iter()
                .collect(),
            claim: String::new(),
            has_number: cell.has_number(),
        }
    });
    let cells = cells.collect();
    ComparisonRow {
        title: frame.measure.title.clone(),
        cells,
        warnings: warnings(&sides),
    }
}

/// Who holds an award, its amount, and the year in which it began.
type AmountOf = (
    String,
    Option<(crate::frame::Cell, MeasureWords)>,
    Option<i32>,
);

/// The amount of an award.
pub fn amounts(title: Message, values: Vec<AmountOf>) -> ComparisonRow {
    let mut sides = Vec::new();
    let mut cells = Vec::new();
    for (label, amount, began) in values {
        let (cell, measure) = amount.unwrap_or_default();
        sides.push(ComparedNumber {
            label,
            quantity: cell.quantity,
            measure: measure.code.clone(),
            began,
            ..ComparedNumber::default()
        });
        cells.push(ComparisonCell {
            value: match cell.has_number() {
                true => text(prose::value(&cell, &measure)),
                false => text(m!(CompareBlank)),
            },
            has_number: cell.has_number(),
            ..ComparisonCell::default()
        });
    }
    ComparisonRow {
        title: text(title),
        cells,
        warnings: warnings(&sides),
    }
}

/// One published number over another, of each grantee.
pub fn ratios(
    plan: &RatioPlan,
    titles: &(String, String),
    values: Vec<(String, Result<Ratio, NoRatio>, Option<i32>)>,
) -> ComparisonRow {
    let mut sides = Vec::new();
    let mut cells = Vec::new();
    for (label, ratio, began) in values {
        match ratio {
            Ok(ratio) => {
                cells.push(ComparisonCell {
                    value: text(prose::ratio_value(&ratio)),
                    notes: vec![text(prose::ratio_made(&ratio))],
                    claim: ratio.numerator.claim_id.clone(),
                    has_number: true,
                });
                sides.push(ComparedNumber {
                    label,
                    quantity: Some(ratio.quantity),
                    kind: Some(ratio.numerator.kind),
                    measure: ratio.measure.code.clone(),
                    year: ratio.numerator.date.as_deref().and_then(year),
                    began,
                    ..ComparedNumber::default()
                });
            }
            Err(why) => {
                let words = prose::no_ratio(&why, (&titles.0, &titles.1));
                cells.push(ComparisonCell {
                    value: text(m!(RatioNone)),
                    notes: words.into_iter().map(text).collect(),
                    ..ComparisonCell::default()
                });
                sides.push(ComparedNumber {
                    label,
                    ..ComparedNumber::default()
                });
            }
        }
    }
    ComparisonRow {
        title: plan.title.clone(),
        cells,
        warnings: warnings(&sides),
    }
}

/// One question of the record: the strongest published answer of each.
pub fn answers(
    column: &RecordColumn,
    values: Vec<(String, Option<RecordedClaim>, Option<i32>)>,
) -> ComparisonRow {
    let mut sides = Vec::new();
    let mut cells = Vec::new();
    for (label, entry, began) in values {
        let Some(entry) = entry else {
            sides.push(ComparedNumber {
                label,
                ..ComparedNumber::default()
            });
            cells.push(ComparisonCell {
                value: text(m!(RecordBlank)),
                ..ComparisonCell::default()
            });
            continue;
        };
        let part = entry.is_part.then(|| text(m!(RecordOfPart)));
        cells.push(ComparisonCell {
            value: text(prose::value(&entry.cell, &entry.measure)),
            notes: [
                Some(entry.measure.title.clone()),
                Some(text(entry.kind.label())),
                part,
            ]
            .into_iter()
            .flatten()
            .collect(),
            claim: entry.claim_id.clone(),
            has_number: true,
        });
        sides.push(ComparedNumber {
            label,
            quantity: entry.cell.quantity,
            kind: Some(entry.kind),
            measure: entry.measure.code.clone(),
            began,
            is_part: entry.is_part,
            ..ComparedNumber::default()
        });
    }
    ComparisonRow {
        title: column.title.clone(),
        cells,
        warnings: warnings(&sides),
    }
}

/// Why the numbers are no ranking, in a sentence; nothing to say where no two are known.
fn warnings(sides: &[ComparedNumber]) -> Vec<String> {
    if sides.iter().filter(|side| side.quantity.is_some()).count() < 2 {
        return Vec::new();
    }
    let reasons = prose::comparability_reasons(&incomparable_reasons(sides));
    reasons
        .map(|reasons| text(m!(UnfairLine, reasons = reasons)))
        .into_iter()
        .collect()
}
