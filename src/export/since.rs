//! Finds what has changed since a report was made: each of its charts is answered again from the
//! latest data, and every number is compared with the stored one.

use super::Export;
use super::collection::{Chart, Number, numbers};
use crate::locale::{Locale, Message};
use crate::m;
use crate::query::{Query, parse, to_address};
use serde::Serialize;
use std::collections::BTreeMap;

/// The state of a chart from an older report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The same data.
    Same,
    /// There is a newer version of the data, and every number is unchanged.
    Newer,
    /// Numbers have changed, have been removed, or have been added.
    Changed,
    /// The question no longer has an answer.
    Gone,
    /// It has no address: it was made from files on the reader's own computer.
    Unknown,
}

/// The result for one chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Since {
    pub number: usize,
    pub title: String,
    pub verdict: Verdict,
    /// The verdict in a sentence.
    pub said: String,
    /// Each change: the old and the new value.
    pub changes: Vec<String>,
}

impl Chart {
    /// The question of this chart without its version, as the query part of an address: the
    /// question for the latest data.
    pub fn newest(&self) -> Option<String> {
        let (asked, _) = parse(self.address.as_deref()?);
        Some(to_address(&Query { at: None, ..asked }, &Query::default()))
    }
}

fn of(chart: &Chart, verdict: Verdict, said: String, changes: Vec<String>) -> Since {
    Since {
        number: chart.number,
        title: chart.title.clone(),
        verdict,
        said,
        changes,
    }
}

/// Compares a stored chart with the current answer to its question.
pub fn since(chart: &Chart, now: &Export) -> Since {
    let text = |message: Message| now.locale.text(message);
    let version = &now.frame.package.version;
    let today = numbers(now);
    let by_id = |numbers: &[Number]| -> BTreeMap<String, Number> {
        let numbers = numbers.iter();
        numbers
            .map(|number| (number.id.clone(), number.clone()))
            .collect()
    };
    let (was, is) = (by_id(&chart.numbers), by_id(&today));
    let mut changes = Vec::new();
    for number in &chart.numbers {
        match is.get(&number.id) {
            Some(now) if now.value == number.value && now.status == number.status => {}
            Some(now) => changes.push(text(m!(
                SinceOther,
                label = &number.label,
                was = &number.value,
                now = &now.value
            ))),
            None => changes.push(text(m!(
                SinceGone,
                label = &number.label,
                was = &number.value
            ))),
        }
    }
    for number in today.iter().filter(|number| !was.contains_key(&number.id)) {
        changes.push(text(m!(
            SinceAdded,
            label = &number.label,
            now = &number.value
        )));
    }
    let old = &chart.data_version;
    match (changes.is_empty(), old == version) {
        (true, true) => of(chart, Verdict::Same, text(m!(SinceSame)), changes),
        (true, false) => {
            let said = m!(SinceNewer, old = old, version = version);
            of(chart, Verdict::Newer, text(said), changes)
        }
        (false, _) => {
            let said = m!(
                SinceChanged,
                count = changes.len(),
                old = old,
                version = version
            );
            of(chart, Verdict::Changed, text(said), changes)
        }
    }
}

/// A chart whose question has no answer today, and the reason; with `None`, it has no address.
pub fn unanswered(chart: &Chart, locale: Locale, why: Option<&str>) -> Since {
    match why {
        Some(why) => {
            let said = locale.text(m!(SinceNoAnswer, why = why));
            of(chart, Verdict::Gone, said, Vec::new())
        }
        None => of(
            chart,
            Verdict::Unknown,
            locale.text(m!(SinceUnknown)),
            Vec::new(),
        ),
    }
}
