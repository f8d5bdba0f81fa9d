//! Columns named by a measure and a period: “Placed 2021”, “Placed 2022”, “Enrolled 2021”, “Enrolled 2022”.

use crate::value::{Calendar, YearSort, spellings};
use std::collections::BTreeMap;

/// Measures that have the same periods, two at least.
pub struct MeasuresOverPeriods {
    pub measures: Vec<String>,
    pub periods: Vec<String>,
    /// Their places in the file: for each period, those of all measures.
    pub columns: Vec<usize>,
}

/// A heading taken apart.
struct Named {
    at: usize,
    measure: String,
    period: String,
    calendar: Calendar,
    ordinal: i32,
    /// It is no fiscal year, program year or the like.
    is_plain: bool,
}

/// Finds such columns, where each measure has the same periods.
pub fn measures_over_periods(names: &[String]) -> Option<MeasuresOverPeriods> {
    let mut sorts: BTreeMap<(Calendar, bool), Vec<Named>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        if let Some(named) = take_apart(at, name) {
            let list = sorts.entry((named.calendar, named.is_plain)).or_default();
            list.push(named);
        }
    }
    let list = sorts.into_values().max_by_key(Vec::len)?;
    let mut measures: Vec<String> = Vec::new();
    let mut periods: Vec<(i32, String)> = Vec::new();
    for named in &list {
        if !measures.contains(&named.measure) {
            measures.push(named.measure.clone());
        }
        if !periods.iter().any(|(known, _)| *known == named.ordinal) {
            periods.push((named.ordinal, named.period.clone()));
        }
    }
    let mut columns = Vec::new();
    for (ordinal, _) in &periods {
        for measure in &measures {
            let is_own = |named: &&Named| named.measure == *measure && named.ordinal == *ordinal;
            columns.push(list.iter().find(is_own)?.at);
        }
    }
    let is_taken = measures.iter().any(|measure| names.contains(measure));
    let fits = periods.len() > 1 && columns.len() == list.len() && !is_taken;
    fits.then(|| MeasuresOverPeriods {
        measures,
        periods: periods.into_iter().map(|(_, period)| period).collect(),
        columns,
    })
}

/// “Placed 2021” → Placed and 2021; “Q1 2023 Placed” → Placed and Q1 2023.
fn take_apart(at: usize, name: &str) -> Option<Named> {
    let is_between = |mark: char| matches!(mark, ' ' | '_' | '-' | ',' | ':' | '(' | ')');
    let cuts = name.match_indices(is_between);
    let pairs = cuts.flat_map(|(cut, mark)| {
        let (before, after) = (&name[..cut], &name[cut + mark.len()..]);
        [(before, after), (after, before)]
    });
    let mut pairs: Vec<(&str, &str)> = pairs.collect();
    // The longest period first: Q1 2023, not 2023.
    pairs.sort_by_key(|(measure, _)| measure.len());
    pairs.into_iter().find_map(|(measure, period)| {
        let measure = measure.trim_matches(is_between);
        let period = period.trim_matches(is_between);
        let known = [Calendar::Years, Calendar::Quarters, Calendar::Months];
        let read = spellings(period).into_iter().find(|read| {
            let is_year = period.len() == 4 && read.calendar == Calendar::Years;
            known.contains(&read.calendar) && (!read.needs_heading || is_year)
        })?;
        measure.chars().any(char::is_alphabetic).then(|| Named {
            at,
            measure: measure.to_owned(),
            period: period.to_owned(),
            calendar: read.calendar,
            ordinal: read.ordinal,
            is_plain: read.sort == YearSort::default(),
        })
    })
}
