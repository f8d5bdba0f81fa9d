//! Which calendar a column follows, decided by all of its cells and its heading.
//!
//! `2010-11` alone is a school year or a month; a column of `2006-07`, `2007-08`, `2008-09` is one of
//! years, since no series of months has its month grow with its year. What the cells and the heading leave
//! open is a question: the column is not used, and the message names both readings.

use super::reading::Reading;
use crate::package::FieldType;
use crate::value::{
    Calendar, Grain, YearSort, bls_period, is_annual_mean, spellings, without_mark,
};
use std::collections::HashSet;

/// More different cells than this are not kept to find repeats.
const KEPT: usize = 5000;
/// Minimum number of different cells from which endings that all grow with their year are years, not months.
const SERIES: usize = 3;
/// Years of two digits that lie further apart have no certain century.
const LIFETIME: i32 = 50;

/// What the cells of a column can mean as time, while they are looked at.
#[derive(Clone, Debug)]
pub struct Periods {
    seen: HashSet<String>,
    candidates: Vec<Candidate>,
    /// Every cell names time in some way.
    all: bool,
    /// A cell that can be nothing but time was seen.
    is_certain: bool,
    /// Lengths of the periods that were seen, each with a cell.
    grains: Vec<(Grain, String)>,
    /// The periods of a year that the cells number, as BLS does, while all of them do.
    numbered: Option<Calendar>,
    /// A cell that stands for the mean of a year.
    mean: Option<String>,
    /// The first cell.
    example: String,
}

/// A calendar that has fitted every cell so far.
#[derive(Clone, Debug)]
struct Candidate {
    calendar: Calendar,
    sort: YearSort,
    needs_heading: bool,
    is_short: bool,
    may_be_day: bool,
    ordinals: Vec<i32>,
}

/// What a column is as time.
#[derive(Clone, Debug, PartialEq)]
pub enum Timing {
    /// It is no time.
    None,
    Is(Calendar),
    /// Its cells number the months or quarters of a year that another column names. `mean` is the cell of the
    /// mean of a year, which is a whole beside them.
    OfYear {
        mean: Option<String>,
    },
    /// Two or more readings fit; nothing in the file chooses between them.
    Unclear {
        example: String,
        readings: Vec<Reading>,
    },
    /// Its cells name time, but in ways that have no common order: quarters and years, fiscal and calendar
    /// years, `13/1/2024` and `1/13/2024`. `whole` is a cell of the longer sort where one holds another.
    Mixed {
        example: String,
        whole: Option<String>,
    },
}

impl Default for Periods {
    fn default() -> Self {
        Self {
            seen: HashSet::new(),
            candidates: Vec::new(),
            all: true,
            is_certain: false,
            grains: Vec::new(),
            numbered: None,
            mean: None,
            example: String::new(),
        }
    }
}

impl Periods {
    /// Looks at a cell that has a value.
    pub fn see(&mut self, cell: &str) {
        if !self.all || self.seen.contains(cell) {
            return;
        }
        let is_first = self.seen.is_empty();
        if let Some((calendar, number)) =
            bls_period(cell).filter(|(calendar, _)| is_first || self.numbered == Some(*calendar))
        {
            self.numbered = Some(calendar);
            if number.is_none() {
                self.mean = Some(cell.to_owned());
            }
            self.seen.insert(cell.to_owned());
            return;
        }
        if self.numbered.take().is_some() {
            self.all = false;
            return;
        }
        let read = spellings(cell);
        let is_mean = read.is_empty() && (is_annual_mean(cell) || is_annual(cell));
        if read.is_empty() && !is_mean {
            self.all = false;
            self.candidates.clear();
            return;
        }
        self.is_certain |= is_mean || read.iter().all(|one| !one.needs_heading);
        let grain = match read.first() {
            Some(one) => one.calendar.grain(),
            None => Grain::Year,
        };
        if !self.grains.iter().any(|(known, _)| *known == grain) {
            self.grains.push((grain, cell.to_owned()));
        }
        if is_first {
            self.example = cell.to_owned();
            self.candidates = read
                .into_iter()
                .map(|one| Candidate {
                    calendar: one.calendar,
                    sort: one.sort,
                    needs_heading: one.needs_heading,
                    is_short: one.is_short,
                    may_be_day: one.may_be_day,
                    ordinals: vec![one.ordinal],
                })
                .collect();
        } else {
            self.candidates.retain_mut(|candidate| {
                let found = read
                    .iter()
                    .find(|one| one.calendar == candidate.calendar && one.sort == candidate.sort);
                let Some(one) = found else {
                    return false;
                };
                candidate.needs_heading &= one.needs_heading;
                candidate.is_short |= one.is_short;
                candidate.may_be_day &= one.may_be_day;
                if self.seen.len() < KEPT {
                    candidate.ordinals.push(one.ordinal);
                }
                true
            });
        }
        if self.seen.len() < KEPT {
            self.seen.insert(cell.to_owned());
        }
    }

    /// The readings as time that fit every cell, for a person to choose from.
    pub fn offered(&self, heading: &[String]) -> Vec<Reading> {
        let says_day = says(heading, &DAYS);
        let fits = |candidate: &&Candidate| {
            let is_counted = matches!(
                candidate.calendar,
                Calendar::Excel1900 | Calendar::Excel1904
            );
            candidate.is_dated() && (!is_counted || candidate.needs_heading && says_day)
        };
        let fit = self.candidates.iter().filter(fits);
        let mut readings: Vec<Reading> = Vec::new();
        for candidate in fit {
            // Readings that give every cell the same day are one reading.
            let same = |other: &&Candidate| {
                readings.contains(&Reading::of(other.calendar))
                    && other.calendar.grain() == candidate.calendar.grain()
                    && other.ordinals == candidate.ordinals
            };
            if !self.candidates.iter().any(|other| same(&other)) {
                readings.push(Reading::of(candidate.calendar));
            }
        }
        readings
    }

    /// Decides. `heading` is the column's name as words in lower case, `is_amount` says that one of them is
    /// the name of a count, `declared` is the type that the publisher gives the column, `format` that
    /// type's format.
    pub fn decide(
        &self,
        heading: &[String],
        is_amount: bool,
        declared: FieldType,
        format: Option<&str>,
    ) -> Timing {
        if !self.all || self.seen.is_empty() {
            return Timing::None;
        }
        if self.numbered.is_some() {
            let mean = self.mean.clone();
            return Timing::OfYear { mean };
        }
        let mut fit = self.candidates.clone();
        fit.retain(|candidate| {
            candidate.is_dated()
                && (!candidate.needs_heading || !is_amount && may_be(candidate, heading, declared))
        });
        // What the publisher declares is no guess.
        if let Some(calendar) = declared_order(format)
            && fit.iter().any(|candidate| candidate.calendar == calendar)
        {
            return Timing::Is(calendar);
        }
        let years = fit.iter().any(|known| known.calendar == Calendar::Years);
        let months = fit.iter().any(|known| known.calendar == Calendar::Months);
        if years && months {
            return self.years_or_months(heading, &fit);
        }
        // `2010-11` under “School Year” is no month, even where `2010-12` beside it is no year of that sort.
        if months && says(heading, &SPANS) && !says(heading, &MONTHS) && self.looks_of_spans() {
            return self.mixed();
        }
        let (first, others) = match fit.split_first() {
            Some((first, others)) => (first, others),
            None if self.is_certain => return self.mixed(),
            None => return Timing::None,
        };
        if let Some(example) = self.version(first) {
            let whole = None;
            return Timing::Mixed { example, whole };
        }
        let differ = others.iter().any(|other| other.ordinals != first.ordinals);
        if differ {
            return self.unclear(&fit);
        }
        if first.calendar == Calendar::Months && first.may_be_day && !says(heading, &MONTHS) {
            // `Jul-22`, `Jul-23`, `Jul-24` are three Julys or three days of one July.
            let same_month = |pair: &[i32]| pair[0].rem_euclid(12) == pair[1].rem_euclid(12);
            let ordinals = &first.ordinals;
            if ordinals.len() > 1 && ordinals.windows(2).all(same_month) {
                return Timing::Unclear {
                    example: self.example.clone(),
                    readings: vec![Reading::Month, Reading::Group],
                };
            }
        }
        Timing::Is(first.calendar)
    }

    /// `2006-07`, `201112`.
    fn years_or_months(&self, heading: &[String], fit: &[Candidate]) -> Timing {
        let says_year = says(heading, &YEARS) || says(heading, &SPANS);
        let says_month = says(heading, &MONTHS);
        let is_series = self.seen.len() >= SERIES;
        match (says_year, says_month) {
            (true, false) => Timing::Is(Calendar::Years),
            (false, true) if !is_series => Timing::Is(Calendar::Months),
            (false, false) if is_series => Timing::Is(Calendar::Years),
            _ => self.unclear(fit),
        }
    }

    fn unclear(&self, fit: &[Candidate]) -> Timing {
        let mut readings: Vec<Reading> = Vec::new();
        let mut told: Vec<&Candidate> = Vec::new();
        for candidate in fit {
            let known = told.iter().any(|other| {
                other.ordinals == candidate.ordinals
                    && other.calendar.grain() == candidate.calendar.grain()
            });
            if !known {
                readings.push(Reading::of(candidate.calendar));
                told.push(candidate);
            }
        }
        Timing::Unclear {
            example: self.telling(&told),
            readings,
        }
    }

    /// A cell on which the readings differ: `3/3/2024` would show nothing.
    fn telling(&self, told: &[&Candidate]) -> String {
        let differs = |cell: &&String| {
            let of = |candidate: &&Candidate| candidate.calendar.read(cell);
            let mut ordinals = told.iter().filter_map(of).map(|period| period.ordinal);
            let first = ordinals.next();
            ordinals.any(|ordinal| Some(ordinal) != first)
        };
        let mut cells: Vec<&String> = self.seen.iter().filter(differs).collect();
        cells.sort();
        cells
            .first()
            .map_or_else(|| self.example.clone(), |cell| (*cell).clone())
    }

    fn mixed(&self) -> Timing {
        let length = |grain: Grain| match grain {
            Grain::Date => 0,
            Grain::Month => 1,
            Grain::Quarter => 2,
            Grain::Year | Grain::FiscalYear => 3,
        };
        let longest = self.grains.iter().max_by_key(|(grain, _)| length(*grain));
        let is_several = self.grains.len() > 1;
        Timing::Mixed {
            example: self.example.clone(),
            whole: longest.filter(|_| is_several).map(|(_, cell)| cell.clone()),
        }
    }

    /// A cell with a mark whose period, or another one, is there twice: `2023` and `2023r` are versions of one value.
    fn version(&self, candidate: &Candidate) -> Option<String> {
        let ordinals: HashSet<i32> = candidate.ordinals.iter().copied().collect();
        let mut marked = self.seen.iter().filter(|cell| without_mark(cell).is_some());
        let first = (ordinals.len() < candidate.ordinals.len()).then(|| marked.next())?;
        first.cloned()
    }

    /// Whether a cell reads as `2010-11` does.
    fn looks_of_spans(&self) -> bool {
        let is_span = |cell: &String| {
            let found = spellings(cell);
            found
                .iter()
                .any(|one| one.calendar == Calendar::Years && one.sort.is_span)
        };
        self.seen.iter().any(is_span)
    }
}

impl Candidate {
    /// Whether the century of two digits is certain.
    fn is_dated(&self) -> bool {
        if !self.is_short {
            return true;
        }
        let per_year = match self.calendar.grain() {
            Grain::Year | Grain::FiscalYear => 1,
            Grain::Quarter => 4,
            Grain::Month => 12,
            Grain::Date => 366,
        };
        let ends = self.ordinals.iter().min().zip(self.ordinals.iter().max());
        ends.is_some_and(|(first, last)| last - first <= LIFETIME * per_year)
    }
}

/// `2023 Annual`, `Total 2023`: a year among its quarters or months.
fn is_annual(cell: &str) -> bool {
    let words: Vec<String> = cell
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_year = |word: &String| {
        let plain = word.trim_start_matches(['f', 'p', 'c', 's', 'y']);
        plain.len() == 4
            && plain
                .parse()
                .is_ok_and(|year: u32| (1900..=2100).contains(&year))
    };
    let known = [
        "annual", "total", "year", "ytd", "average", "avg", "mean", "full", "calendar", "fiscal",
        "program", "all", "yearly",
    ];
    let years = words.iter().filter(|word| is_year(word)).count();
    let others = || words.iter().filter(|word| !is_year(word));
    years == 1 && others().count() > 0 && others().all(|word| known.contains(&word.as_str()))
}

/// Whether the heading or the declared type makes time of what could be plain numbers.
fn may_be(candidate: &Candidate, heading: &[String], declared: FieldType) -> bool {
    let is_declared = matches!(
        declared,
        FieldType::Date | FieldType::Datetime | FieldType::Year | FieldType::Yearmonth
    );
    // “Enrolled to date” and “Year to date” are amounts.
    if says(heading, &AMOUNTS) {
        return is_declared;
    }
    match candidate.calendar {
        Calendar::Years if candidate.is_short => says(heading, &YEARS),
        Calendar::Years => is_declared || says(heading, &YEARS) || says(heading, &ANY),
        Calendar::Months => is_declared || says(heading, &MONTHS) || says(heading, &ANY),
        Calendar::Quarters => true,
        _ => is_declared || says(heading, &DAYS),
    }
}

/// The order of day and month in a format of Table Schema: `%d/%m/%Y`.
fn declared_order(format: Option<&str>) -> Option<Calendar> {
    let format = format?;
    let day = format.find("%d")?;
    let month = format.find("%m")?;
    let year = format.find("%Y").or_else(|| format.find("%y"))?;
    Some(match (year < day && year < month, day < month) {
        (true, _) => Calendar::Days,
        (false, true) => Calendar::DayFirst,
        (false, false) => Calendar::MonthFirst,
    })
}

fn says(heading: &[String], list: &[&str]) -> bool {
    heading.iter().any(|word| list.contains(&word.as_str()))
}

/// Words of a heading over years, over years that run over two calendar years, over months, over days, and
/// over any time.
const YEARS: [&str; 12] = [
    "year",
    "years",
    "yr",
    "yrs",
    "fy",
    "ffy",
    "sfy",
    "py",
    "sy",
    "ay",
    "cy",
    "schoolyear",
];
const SPANS: [&str; 9] = [
    "school",
    "program",
    "programme",
    "fiscal",
    "financial",
    "academic",
    "fy",
    "py",
    "sy",
];
const MONTHS: [&str; 5] = ["month", "months", "mon", "yearmonth", "yyyymm"];
const DAYS: [&str; 5] = ["date", "dates", "day", "datetime", "timestamp"];
const ANY: [&str; 3] = ["period", "periods", "date"];
/// Words of a heading over amounts that are counted in, up to or for a time.
const AMOUNTS: [&str; 3] = ["to", "per", "ytd"];
