//! Answers from a long table of published figures.
//!
//! Nothing is added here. Rows that repeat one claim from several sources become one claim; claims of
//! one scope from different dates are a history, of which the newest is shown; a part of a grant is
//! never shown with its whole as if it were another whole.

mod about;
mod claim;
mod keys;
pub(in crate::frame) mod published;
mod record;
mod select;
mod sources;
mod table;

pub use about::{ClaimContext, claims_about};
pub use claim::{ClaimPage, Other, Relation, Statement, claim_page, claims_published};
pub(super) use keys::keys;
pub use record::{AnswerState, Record, RecordRow, RecordedClaim, record};
pub(super) use table::FigureTable;

use super::assemble::{axis, filters_in_words, keep_top, package_words, put_in_order, series_axis};
use super::labels::DimensionLabels;
use super::{Caveat, Cell, FigureWords, Frame, Refusal, Row};
use crate::package::FieldRole;
use crate::query::{Dimension, Resolved};
use crate::table::{Dataset, RowSet};
use crate::value::{Grain, Kind, Period, Sense};
use serde::{Deserialize, Serialize};
pub(super) use sources::SourceList;
use std::collections::{BTreeMap, BTreeSet};

/// A measure code that some figure uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureEntry {
    pub code: String,
    pub title: String,
    /// Figures of this code, background included.
    pub figures: u32,
}

/// One published claim: its figure rows, strongest source first.
#[derive(Clone, Debug)]
struct ClaimRows {
    row: usize,
    rows: Vec<usize>,
}

/// The measure codes that figures use, in the order of the package's list of measures.
pub fn measures_published(dataset: &Dataset) -> Vec<MeasureEntry> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let Some(column) = figures
        .field(FieldRole::MeasureCode)
        .and_then(|field| figures.table.codes(field))
    else {
        return Vec::new();
    };
    let counts = column.counts(&RowSet::all(figures.table.len));
    let mut entries: Vec<MeasureEntry> = figures
        .measure_list()
        .into_iter()
        .filter_map(|(code, title)| {
            let count = column
                .code_of(&code)
                .map(|at| counts[at as usize])
                .filter(|count| *count > 0)?;
            Some(MeasureEntry {
                code,
                title,
                figures: count,
            })
        })
        .collect();
    let listed: BTreeSet<String> = entries.iter().map(|entry| entry.code.clone()).collect();
    for (code, count) in column
        .words()
        .iter()
        .zip(counts)
        .skip(1)
        .filter(|(code, _)| !listed.contains(*code))
    {
        entries.push(MeasureEntry {
            code: code.clone(),
            title: code.clone(),
            figures: count,
        });
    }
    entries
}

/// The kinds in which a measure code was published, strongest first; none for other tables.
pub fn kinds_published(dataset: &Dataset, resolved: &Resolved) -> Vec<Kind> {
    if resolved.measure.reference != crate::query::MeasureRef::Figure {
        return Vec::new();
    }
    let column = |figures: &FigureTable| {
        Some(
            figures
                .table
                .codes(figures.field(FieldRole::Kind)?)?
                .clone(),
        )
    };
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let (Some(column), Some(rows)) = (column(&figures), figures.of_measure(&resolved.measure.code))
    else {
        return Vec::new();
    };
    let counts = column.counts(&rows);
    let occurs = |kind: &&Kind| {
        column
            .code_of(kind.as_str())
            .is_some_and(|code| counts[code as usize] > 0)
    };
    Kind::ALL.iter().filter(occurs).copied().collect()
}

/// The claims named in `claims`, in that order, as one frame: each row has its own
/// kind, dates and sources. For cards.
pub fn published_claims(dataset: &Dataset, claims: &[String]) -> Vec<Frame> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let all = figures.claims(&RowSet::all(figures.table.len));
    claims
        .iter()
        .filter_map(|id| {
            let claim = all
                .iter()
                .find(|claim| figures.claim_id(claim.row) == id.as_str())?;
            Some(figures.alone(claim))
        })
        .collect()
}

/// Answers a question to the table of figures.
pub(super) fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let unreadable = || Refusal::TableUnreadable {
        resource: resolved.measure.resource.clone(),
    };
    let figures = FigureTable::of(dataset).ok_or_else(unreadable)?;
    let mut query = resolved.query.clone();
    let mut caveats = Vec::new();

    let rows = figures.chosen(resolved, &mut query.kind, &mut caveats)?;

    let mut sources = SourceList::default();
    let by_date = resolved.by.grain == Some(Grain::Date);
    let claims = figures.claims(&rows);
    let mut answers = if by_date {
        figures.history(&claims, &mut sources, &mut caveats)
    } else {
        figures.newest(&claims, resolved, &mut sources, &mut caveats)
    };
    let series = resolved
        .series
        .as_ref()
        .map(|dimension| figures.put_series(&claims, dimension, &mut answers));
    let mut answers: Vec<Row> = answers.into_iter().map(|answer| answer.row).collect();
    if by_date {
        tell_disagreements(&answers, &mut caveats);
    }
    put_in_order(
        &mut answers,
        resolved.by.kind,
        query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut answers, query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    if figures.table.left_out > 0 {
        caveats.push(Caveat::LeftOut {
            rows: figures.table.left_out,
        });
    }
    Ok(Frame {
        package: package_words(&dataset.package, &figures.resource.name),
        measure: figures.measure_words(&resolved.measure.code),
        by: axis(&resolved.by),
        series: resolved
            .series
            .as_ref()
            .zip(series)
            .map(|(dimension, values)| series_axis(dimension, values)),
        filters: filters_in_words(dataset, resolved, &query),
        total: None,
        coverage: Vec::new(),
        sources: sources.settle(&mut answers),
        rows: answers,
        caveats,
        beside: None,
        across: None,
        query,
    })
}

impl FigureTable<'_> {
    /// A claim as a frame of one row.
    fn alone(&self, claim: &ClaimRows) -> Frame {
        let mut sources = SourceList::default();
        let row = self.row(claim, String::new(), String::new(), &mut sources);
        Frame {
            package: package_words(&self.dataset.package, &self.resource.name),
            measure: self.measure_words(self.text(FieldRole::MeasureCode, claim.row)),
            rows: vec![row],
            sources: sources.list,
            ..Frame::default()
        }
    }

    /// Groups the rows that repeat one claim; the strongest source represents it. Claims are in the
    /// order of their sources' strength, whatever the order of rows. Of claims from sources of one
    /// strength, the larger comes first where the measure counts from the start of the program: such a
    /// count only grows, so the larger is the later. Everything that needs one claim of several, without
    /// dates that tell, takes the first in this order.
    fn claims(&self, rows: &RowSet) -> Vec<ClaimRows> {
        let mut by_claim: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in rows.iter() {
            by_claim.entry(self.claim_id(row)).or_default().push(row);
        }
        let strength = |row: &usize| {
            self.source(*row)
                .rank
                .map_or(usize::MAX, |rank| rank as usize)
        };
        let mut claims: Vec<ClaimRows> = by_claim
            .into_values()
            .map(|mut rows| {
                rows.sort_by_cached_key(|row| {
                    (strength(row), self.text(FieldRole::FigureId, *row))
                });
                ClaimRows { row: rows[0], rows }
            })
            .collect();
        let growing = self.cumulative_measures();
        let size = |row: usize| {
            let is_growing = growing.contains(self.text(FieldRole::MeasureCode, row));
            let quantity = self.cell(row).quantity.filter(|_| is_growing);
            // Counts are whole numbers.
            quantity.map_or(0, |quantity| quantity.anchor() as i64)
        };
        claims.sort_by_cached_key(|claim| {
            let row = claim.row;
            (
                strength(&row),
                std::cmp::Reverse(size(row)),
                self.claim_id(row),
            )
        });
        claims
    }

    /// The date by which claims of one scope are sorted: the date that the source gives for the number,
    /// else the end of its period, else the day on which the first of its sources was published.
    fn dated(&self, claim: &ClaimRows) -> Option<String> {
        let first = |role: FieldRole| {
            claim
                .rows
                .iter()
                .filter_map(|row| self.date(role, *row))
                .min()
        };
        let published =
            || first_published(claim.rows.iter().filter_map(|row| self.published_on(*row)));
        let period = || {
            claim
                .rows
                .iter()
                .filter_map(|row| self.end_of_period(*row))
                .min()
        };
        first(FieldRole::AsOf)
            .or_else(|| first(FieldRole::PeriodEnd))
            .or_else(period)
            .or_else(published)
    }

    /// Every dated claim as a point in time.
    fn history(
        &self,
        claims: &[ClaimRows],
        sources: &mut SourceList,
        caveats: &mut Vec<Caveat>,
    ) -> Vec<AnswerRow> {
        let mut answers = Vec::new();
        for (index, claim) in claims.iter().enumerate() {
            let Some(date) = self.dated(claim) else {
                continue;
            };
            let mut row = self.row(claim, date.clone(), date.clone(), sources);
            row.ordinal = Period::parse(Grain::Date, &date).map(|period| period.ordinal);
            answers.push(AnswerRow { row, claim: index });
        }
        let undated = claims.len() - answers.len();
        if undated > 0 {
            caveats.push(Caveat::Undated {
                figures: undated as u32,
            });
        }
        answers
    }

    /// The newest claim of every value of the break-down (and of the series, if any).
    fn newest(
        &self,
        claims: &[ClaimRows],
        resolved: &Resolved,
        sources: &mut SourceList,
        caveats: &mut Vec<Caveat>,
    ) -> Vec<AnswerRow> {
        let labels = DimensionLabels::of(self.dataset, &resolved.by);
        let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            let key = self.table.text(&resolved.by.field, claim.row);
            let series = resolved
                .series
                .as_ref()
                .map_or("", |series| self.table.text(&series.field, claim.row));
            groups.entry((key, series)).or_default().push(index);
        }
        let mut is_history = false;
        let mut answers = Vec::new();
        for ((key, _), mut group) in groups {
            group.sort_by_key(|index| (self.dated(&claims[*index]), std::cmp::Reverse(*index)));
            let Some(newest) = group.last().copied() else {
                continue;
            };
            let label = labels.label(key).to_owned();
            let rivals = group.iter().filter(|index| {
                **index != newest && self.dated(&claims[**index]) == self.dated(&claims[newest])
            });
            let differs =
                |index: &&usize| self.cell(claims[**index].row) != self.cell(claims[newest].row);
            if rivals.clone().any(|index| differs(&index)) {
                caveats.push(Caveat::Disagreement {
                    label: label.clone(),
                });
            }
            is_history |= group.len() > 1;
            let mut row = self.row(&claims[newest], key.to_owned(), label, sources);
            row.ordinal = resolved.by.period(key).map(|period| period.ordinal);
            answers.push(AnswerRow { row, claim: newest });
        }
        if is_history {
            caveats.push(Caveat::NewestOfHistory);
        }
        answers
    }

    fn put_series(
        &self,
        claims: &[ClaimRows],
        dimension: &Dimension,
        answers: &mut [AnswerRow],
    ) -> Vec<(String, String)> {
        let labels = DimensionLabels::of(self.dataset, dimension);
        let key = |answer: &AnswerRow| self.table.text(&dimension.field, claims[answer.claim].row);
        let keys: BTreeSet<&str> = answers.iter().map(key).collect();
        let mut keys: Vec<&str> = keys.into_iter().collect();
        keys.sort_by(|a, b| labels.compare(dimension, a, b));
        for answer in answers.iter_mut() {
            answer.row.series = keys.iter().position(|known| *known == key(answer));
        }
        keys.into_iter()
            .map(|key| (key.to_owned(), labels.label(key).to_owned()))
            .collect()
    }

    fn row(&self, claim: &ClaimRows, key: String, label: String, sources: &mut SourceList) -> Row {
        let row = claim.row;
        let period = (
            self.date(FieldRole::PeriodStart, row),
            self.date(FieldRole::PeriodEnd, row),
        );
        let figure = FigureWords {
            figure_id: self.text(FieldRole::FigureId, row).to_owned(),
            claim_id: self.claim_id(row).to_owned(),
            scope: self.scope(row),
            as_of: self.date(FieldRole::AsOf, row),
            published_on: first_published(
                claim.rows.iter().filter_map(|row| self.published_on(*row)),
            ),
            period: Some(period).filter(|(start, end)| start.is_some() || end.is_some()),
            sense: Sense::parse(self.text(FieldRole::Sense, row)),
            quote: self.text(FieldRole::Quote, row).to_owned(),
            note: self.text(FieldRole::Note, row).to_owned(),
            background: self.text(FieldRole::Background, row) == "true",
            sources: claim
                .rows
                .iter()
                .map(|row| sources.index_of(self.source(*row)))
                .collect(),
        };
        Row {
            key,
            label,
            series: None,
            ordinal: None,
            cell: Cell {
                lines: vec![self.table.file_line(row)],
                ..self.cell(row)
            },
            kind: Kind::parse(self.text(FieldRole::Kind, row)),
            figure: Some(figure),
        }
    }
}

/// The day on which a claim was first published. A source that gives only the year does not contradict another
/// that gives the day in that year.
fn first_published(dates: impl Iterator<Item = String>) -> Option<String> {
    let dates: Vec<String> = dates.collect();
    let is_told_better = |date: &String| {
        dates
            .iter()
            .any(|other| other.len() > date.len() && other.starts_with(date))
    };
    dates
        .iter()
        .filter(|date| !is_told_better(date))
        .min()
        .cloned()
}

/// Two figures of one day that differ are reported; neither is preferred.
fn tell_disagreements(rows: &[Row], caveats: &mut Vec<Caveat>) {
    for (index, row) in rows.iter().enumerate() {
        let is_rival = |other: &&Row| {
            other.key == row.key
                && other.series == row.series
                && other.cell.quantity != row.cell.quantity
        };
        let is_told = || {
            rows[..index]
                .iter()
                .any(|before| before.key == row.key && before.series == row.series)
        };
        if rows[index + 1..].iter().find(is_rival).is_some() && !is_told() {
            let label = row.label.clone();
            caveats.push(Caveat::Disagreement { label });
        }
    }
}

/// A row and the claim that it shows.
struct AnswerRow {
    row: Row,
    claim: usize,
}
