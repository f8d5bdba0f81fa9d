//! One text cell against one field: type, missing values, markers, constraints.

use super::digits::{self, parse_number};
use super::numbers::RawCell;
use super::statuses::words_of;
use super::written::{self, Written};
use crate::package::{Bare, Field, FieldType, NumberNotation, Schema, Sign};
use crate::problem::{Fault, nearest};
use crate::value::{DateWords, Qualifier, Status, StatusSet};
use regex_lite::Regex;
use serde_json::Value;
use std::collections::HashMap;

/// What is demanded of a field's cells, prepared once per column.
pub(super) struct Demands<'a> {
    pub field: &'a Field,
    missing: Vec<&'a [u8]>,
    markers: Vec<(&'a [u8], RawCell)>,
    allowed: Option<Vec<String>>,
    /// Letters of a status column, several of which may stand in a cell.
    letters: Option<Vec<String>>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    /// A number must be more than this, or less than that.
    above: Option<f64>,
    below: Option<f64>,
    /// Least and greatest day or time, which are put in order as texts.
    first: Option<&'a str>,
    last: Option<&'a str>,
    required: bool,
    pattern: Option<Regex>,
    seen: Option<HashMap<Vec<u8>, u64>>,
}

impl<'a> Demands<'a> {
    /// Prepares the demands; a pattern that cannot be read is a fault of the manifest.
    pub fn new(schema: &'a Schema, field: &'a Field) -> (Self, Option<Fault>) {
        let constraints = &field.constraints;
        let mut fault = None;
        let pattern = constraints.pattern.as_ref().and_then(|pattern| {
            let whole = format!("^(?:{pattern})$");
            Regex::new(&whole)
                .map_err(|_| {
                    fault = Some(Fault::BadPattern {
                        pattern: pattern.clone(),
                    })
                })
                .ok()
        });
        let of_time = |_: &&Value| !field.kind.is_number();
        let demands = Self {
            field,
            missing: schema
                .missing_values(field)
                .into_iter()
                .map(str::as_bytes)
                .collect(),
            markers: markers(field),
            allowed: constraints
                .allowed
                .as_ref()
                .map(|values| values.iter().map(text_of).collect()),
            letters: words_of(field.outcomes.role),
            minimum: constraints.minimum.as_ref().and_then(number_of),
            maximum: constraints.maximum.as_ref().and_then(number_of),
            above: constraints.exclusive_minimum.as_ref().and_then(number_of),
            below: constraints.exclusive_maximum.as_ref().and_then(number_of),
            first: constraints
                .minimum
                .as_ref()
                .filter(of_time)
                .and_then(Value::as_str),
            last: constraints
                .maximum
                .as_ref()
                .filter(of_time)
                .and_then(Value::as_str),
            required: constraints.required || schema.primary_key().contains(&field.name),
            pattern,
            seen: constraints.unique.then(HashMap::new),
        };
        (demands, fault)
    }

    pub fn is_missing(&self, cell: &[u8]) -> bool {
        self.missing.contains(&cell)
    }

    /// Reads a cell of a number column.
    pub fn number(&mut self, cell: &[u8], row: u64) -> Result<RawCell, Fault> {
        if let Some((_, meaning)) = self.markers.iter().find(|(text, _)| *text == cell) {
            return Ok(*meaning);
        }
        if self.is_missing(cell) {
            return match self.required {
                true => Err(Fault::Required),
                false => Ok(RawCell::Absent(StatusSet::of(Status::Missing))),
            };
        }
        let (digits, decimals) = self.digits(cell)?;
        self.listed(cell)?;
        self.first_of_its_kind(cell, row)?;
        Ok(RawCell::Number {
            digits,
            decimals,
            word: Qualifier::Exact,
        })
    }

    /// Reads a cell of an imported number column, with the sign that says its unit. What the manifest demands of the
    /// cell is checked on the number.
    pub fn imported(
        &mut self,
        cell: &[u8],
        style: &NumberNotation,
        row: u64,
    ) -> Result<(RawCell, Sign), Fault> {
        if let Some((_, meaning)) = self.markers.iter().find(|(text, _)| *text == cell) {
            return Ok((*meaning, Sign::None));
        }
        if self.is_missing(cell) {
            let missing = RawCell::Absent(StatusSet::of(Status::Missing));
            return match self.required {
                true => Err(Fault::Required),
                false => Ok((missing, Sign::None)),
            };
        }
        let words = String::from_utf8_lossy(cell);
        let read = written::read(&words, style).map_err(|why| Fault::CellUnread {
            found: text(cell),
            why,
        })?;
        match read {
            Written::Absent(status) => Ok((RawCell::Absent(StatusSet::of(status)), Sign::None)),
            Written::Number {
                digits,
                decimals,
                word,
                sign,
            } => {
                let value = digits / 10f64.powi(i32::from(decimals));
                self.between(value, cell)?;
                if self.field.kind == FieldType::Integer
                    && style.bare == Bare::Plain
                    && value.fract() != 0.0
                {
                    return Err(self.not_of_type(cell));
                }
                let listed = |allowed: &Vec<String>| {
                    allowed
                        .iter()
                        .any(|word| word.parse::<f64>().is_ok_and(|known| known == value))
                };
                if !self.allowed.as_ref().is_some_and(listed) {
                    self.listed(cell)?;
                }
                self.first_of_its_kind(cell, row)?;
                let number = RawCell::Number {
                    digits,
                    decimals,
                    word,
                };
                Ok((number, sign))
            }
        }
    }

    /// The digits of a number within its limits.
    fn digits(&self, cell: &[u8]) -> Result<(f64, u8), Fault> {
        let whole_only = self.field.kind == FieldType::Integer;
        let (digits, decimals) = digits::read(self.field, cell)
            .filter(|(_, decimals)| !whole_only || *decimals == 0)
            .ok_or_else(|| self.not_of_type(cell))?;
        if self.has_limits() {
            self.between(digits / 10f64.powi(i32::from(decimals)), cell)?;
        }
        Ok((digits, decimals))
    }

    fn not_of_type(&self, cell: &[u8]) -> Fault {
        Fault::NotOfType {
            found: text(cell),
            expected: type_word(self.field.kind).to_owned(),
        }
    }

    /// Checks a cell of a word or text column; gives `None` for "no value".
    pub fn words<'c>(&mut self, cell: &'c [u8], row: u64) -> Result<Option<&'c str>, Fault> {
        if self.is_missing(cell) {
            return if self.required {
                Err(Fault::Required)
            } else {
                Ok(None)
            };
        }
        let found = || text(cell);
        let words = std::str::from_utf8(cell).map_err(|error| Fault::NotUtf8 {
            offset: error.valid_up_to() as u64,
        })?;
        if self.field.kind.is_number() {
            self.digits(cell)?;
        } else if !self.is_of_type(words) {
            return Err(self.not_of_type(cell));
        }
        self.in_order(words)?;
        self.on_the_list(words)?;
        let constraints = &self.field.constraints;
        let length = || words.chars().count() as u64;
        if let Some(minimum) = constraints.min_length.filter(|minimum| length() < *minimum) {
            return Err(Fault::TooShort {
                found: found(),
                minimum,
            });
        }
        if let Some(maximum) = constraints.max_length.filter(|maximum| length() > *maximum) {
            return Err(Fault::TooLong {
                found: found(),
                maximum,
            });
        }
        if self
            .pattern
            .as_ref()
            .is_some_and(|pattern| !pattern.is_match(words))
        {
            let pattern = constraints.pattern.clone().unwrap_or_default();
            return Err(Fault::PatternMismatch {
                found: found(),
                pattern,
            });
        }
        self.listed(cell)?;
        self.first_of_its_kind(cell, row)?;
        Ok(Some(words))
    }

    fn is_of_type(&self, words: &str) -> bool {
        match self.field.kind {
            FieldType::Boolean => {
                let listed = |list: &Option<Vec<String>>, plain: &[&str]| match list {
                    Some(list) => list.iter().any(|word| word == words),
                    None => plain.contains(&words),
                };
                listed(&self.field.true_values, &["true", "True", "TRUE", "1"])
                    || listed(&self.field.false_values, &["false", "False", "FALSE", "0"])
            }
            FieldType::Date => words.len() == 10 && DateWords::parse(words).is_some(),
            FieldType::Yearmonth => words.len() == 7 && DateWords::parse(words).is_some(),
            FieldType::Year => words.len() == 4 && DateWords::parse(words).is_some(),
            FieldType::Datetime => {
                words.len() >= 19
                    && words
                        .get(..10)
                        .is_some_and(|day| DateWords::parse(day).is_some())
            }
            FieldType::Object | FieldType::Geojson => {
                serde_json::from_str::<Value>(words).is_ok_and(|value| value.is_object())
            }
            FieldType::Array => {
                serde_json::from_str::<Value>(words).is_ok_and(|value| value.is_array())
            }
            _ => true,
        }
    }

    /// Holds a day or time against the first and the last that can stand here.
    fn in_order(&self, words: &str) -> Result<(), Fault> {
        if let Some(first) = self.first.filter(|first| words < *first) {
            return Err(Fault::BelowMinimum {
                found: words.to_owned(),
                minimum: first.to_owned(),
            });
        }
        if let Some(last) = self.last.filter(|last| words > *last) {
            return Err(Fault::AboveMaximum {
                found: words.to_owned(),
                maximum: last.to_owned(),
            });
        }
        Ok(())
    }

    fn has_limits(&self) -> bool {
        [self.minimum, self.maximum, self.above, self.below]
            .iter()
            .any(Option::is_some)
    }

    fn between(&self, value: f64, cell: &[u8]) -> Result<(), Fault> {
        if let Some(limit) = self.above.filter(|limit| value <= *limit) {
            return Err(Fault::NotAbove {
                found: text(cell),
                limit: limit.to_string(),
            });
        }
        if let Some(limit) = self.below.filter(|limit| value >= *limit) {
            return Err(Fault::NotBelow {
                found: text(cell),
                limit: limit.to_string(),
            });
        }
        if let Some(minimum) = self.minimum.filter(|minimum| value < *minimum) {
            return Err(Fault::BelowMinimum {
                found: text(cell),
                minimum: minimum.to_string(),
            });
        }
        if let Some(maximum) = self.maximum.filter(|maximum| value > *maximum) {
            return Err(Fault::AboveMaximum {
                found: text(cell),
                maximum: maximum.to_string(),
            });
        }
        Ok(())
    }

    /// A reason that is on no list must not pass for "nothing to note".
    fn on_the_list(&self, words: &str) -> Result<(), Fault> {
        let Some(letters) = &self.letters else {
            return Ok(());
        };
        let unknown = |letter: &&str| letters.iter().all(|known| known != letter);
        match words.split('~').find(unknown) {
            None => Ok(()),
            Some(found) => Err(Fault::NotInEnum {
                found: found.to_owned(),
                allowed: letters.clone(),
                near: nearest(found, letters.iter().map(String::as_str)),
            }),
        }
    }

    fn listed(&self, cell: &[u8]) -> Result<(), Fault> {
        let Some(allowed) = &self.allowed else {
            return Ok(());
        };
        if allowed.iter().any(|word| word.as_bytes() == cell) {
            return Ok(());
        }
        let found = text(cell);
        let near = nearest(&found, allowed.iter().map(String::as_str));
        Err(Fault::NotInEnum {
            found,
            allowed: allowed.clone(),
            near,
        })
    }

    fn first_of_its_kind(&mut self, cell: &[u8], row: u64) -> Result<(), Fault> {
        let Some(seen) = &mut self.seen else {
            return Ok(());
        };
        match seen.get(cell) {
            Some(first_row) => Err(Fault::NotUnique {
                found: text(cell),
                first_row: *first_row,
            }),
            None => {
                seen.insert(cell.to_vec(), row);
                Ok(())
            }
        }
    }
}

fn markers(field: &Field) -> Vec<(&[u8], RawCell)> {
    let meaning = |marker: &crate::package::Marker| {
        if let (Some(word), Some(value)) = (
            marker.bound.as_deref().and_then(Qualifier::parse),
            marker.value,
        ) {
            let (digits, decimals) =
                parse_number(value.to_string().as_bytes()).unwrap_or((value, 0));
            return RawCell::Number {
                digits,
                decimals,
                word,
            };
        }
        let observation = marker
            .status
            .as_deref()
            .and_then(|letter| Status::parse_observation(letter).ok().flatten());
        let confidentiality = marker
            .conf
            .as_deref()
            .and_then(|letter| Status::parse_confidentiality(letter).ok().flatten());
        let reasons = [observation.or(Some(Status::Missing)), confidentiality]
            .into_iter()
            .flatten();
        RawCell::Absent(reasons.fold(StatusSet::NORMAL, StatusSet::with))
    };
    field
        .outcomes
        .markers
        .iter()
        .map(|(text, marker)| (text.as_bytes(), meaning(marker)))
        .collect()
}

fn text(cell: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(cell).into_owned();
    if text.chars().count() > 80 {
        text = text.chars().take(79).chain(['…']).collect();
    }
    text
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn number_of(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

/// The word of Table Schema for a type, used in messages.
fn type_word(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Any => "any",
        FieldType::String => "string",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Boolean => "boolean",
        FieldType::Date => "date",
        FieldType::Datetime => "datetime",
        FieldType::Time => "time",
        FieldType::Year => "year",
        FieldType::Yearmonth => "yearmonth",
        FieldType::Duration => "duration",
        FieldType::Object => "object",
        FieldType::Array => "array",
        FieldType::List => "list",
        FieldType::Geopoint => "geopoint",
        FieldType::Geojson => "geojson",
    }
}
