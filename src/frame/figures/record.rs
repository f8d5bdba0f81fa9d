//! The record: for each award, what has been published, what was planned, and what has not been
//! published.

use super::{ClaimRows, FigureTable};
use crate::frame::labels::DimensionLabels;
use crate::frame::{Cell, MeasureWords};
use crate::package::{FieldRole, RecordColumn, RecordPlan, ResourceRole};
use crate::query::DimensionSource;
use crate::table::{Dataset, RowSet};
use crate::value::Kind;

/// Every award with every question of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub columns: Vec<RecordColumn>,
    /// Awards that are known by name, in the order of their table.
    pub awards: Vec<RecordRow>,
    /// (round, number of its awards that no source of the package names, number of its awards).
    pub unnamed: Vec<(String, u32, u32)>,
}

/// One award.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    pub holder: String,
    pub label: String,
    pub round: String,
    /// For each column the claims about this award, strongest first.
    pub cells: Vec<Vec<RecordedClaim>>,
}

/// A claim in the record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedClaim {
    pub claim_id: String,
    pub kind: Kind,
    pub cell: Cell,
    pub measure: MeasureWords,
    /// The claim is of one part of the grant only.
    pub is_part: bool,
}

/// What is known about one award in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerState {
    /// A result was published.
    Published,
    /// A result of one part of the grant was published.
    InPart,
    /// A goal was published.
    Promised,
    /// Nothing was found.
    Nothing,
    /// No source of the package names the award.
    Unnamed,
}

impl AnswerState {
    pub const ALL: [Self; 5] = [
        Self::Published,
        Self::InPart,
        Self::Promised,
        Self::Nothing,
        Self::Unnamed,
    ];

    pub fn of(entries: &[RecordedClaim]) -> Self {
        let of_entry = |entry: &RecordedClaim| match (entry.kind, entry.is_part) {
            (Kind::Actual, false) => Self::Published,
            (Kind::Actual, true) => Self::InPart,
            _ => Self::Promised,
        };
        entries.iter().map(of_entry).min().unwrap_or(Self::Nothing)
    }
}

impl Record {
    /// The number of awards in each state of [`AnswerState::ALL`] in a column.
    pub fn tally(&self, column: usize) -> [u32; 5] {
        let mut counts = [0; 5];
        for row in &self.awards {
            counts[AnswerState::of(&row.cells[column]) as usize] += 1;
        }
        counts[AnswerState::Unnamed as usize] =
            self.unnamed.iter().map(|(_, count, _)| count).sum();
        counts
    }

    /// All awards, named or not.
    pub fn total(&self) -> u32 {
        let unnamed: u32 = self.unnamed.iter().map(|(_, count, _)| count).sum();
        self.awards.len() as u32 + unnamed
    }
}

/// The record of a package, by the plan of the site; `None` where the package has no such tables.
pub fn record(dataset: &Dataset, plan: &RecordPlan) -> Option<Record> {
    let figures = FigureTable::of(dataset)?;
    let resource = dataset.package.of_role(ResourceRole::Facts).next()?;
    let table = dataset.table(&resource.name)?;
    let dimensions = crate::query::dimensions_of(&dataset.package, resource);
    let own = |field: &str| {
        dimensions.iter().find(|dimension| {
            dimension.field == field && dimension.standing == DimensionSource::Own
        })
    };
    let (holder, round) = (own(&plan.holder)?, own(&plan.round)?);
    let (holders, rounds) = (
        DimensionLabels::of(dataset, holder),
        DimensionLabels::of(dataset, round),
    );
    let claims = figures.claims(&RowSet::all(figures.table.len));
    let awards = (0..table.len)
        .map(|row| {
            let (who, when) = (
                table.text(&holder.field, row),
                table.text(&round.field, row),
            );
            let about: Vec<&ClaimRows> = claims
                .iter()
                .filter(|claim| {
                    let other = figures.table.text(&round.field, claim.row);
                    figures.table.text(&holder.field, claim.row) == who
                        && (other.is_empty() || other == when)
                        && figures.text(FieldRole::Background, claim.row) != "true"
                })
                .collect();
            RecordRow {
                holder: who.to_owned(),
                label: holders.label(who).to_owned(),
                round: rounds.label(when).to_owned(),
                cells: plan
                    .columns
                    .iter()
                    .map(|column| figures.entries(&about, column))
                    .collect(),
            }
        })
        .collect();
    let unnamed = dataset
        .package
        .outcomes
        .coverage
        .iter()
        .filter(|known| known.field == plan.round)
        .map(|known| {
            let label = rounds.label(&known.value).to_owned();
            (label, known.of.saturating_sub(known.known), known.of)
        })
        .collect();
    Some(Record {
        columns: plan.columns.clone(),
        awards,
        unnamed,
    })
}

impl FigureTable<'_> {
    fn entries(&self, about: &[&ClaimRows], column: &RecordColumn) -> Vec<RecordedClaim> {
        let mut entries: Vec<RecordedClaim> = about
            .iter()
            .filter_map(|claim| {
                let code = self.text(FieldRole::MeasureCode, claim.row);
                let listed = |codes: &[String]| codes.iter().any(|known| known == code);
                let is_part = listed(&column.parts);
                let kind = Kind::parse(self.text(FieldRole::Kind, claim.row))?;
                let only = column.kind.as_ref();
                let wanted = only.is_none_or(|only| only.contains(&kind));
                let is_whole = listed(&column.measures) && self.stands_alone(claim);
                ((is_whole || is_part || listed(&column.measures)) && wanted).then(|| {
                    RecordedClaim {
                        claim_id: self.claim_id(claim.row).to_owned(),
                        kind,
                        cell: self.cell(claim.row),
                        measure: self.measure_words(code),
                        is_part: !is_whole,
                    }
                })
            })
            .collect();
        entries.sort_by_key(|entry| (entry.is_part, entry.kind));
        entries
    }

    /// Whether the claim is of a whole grant and not of a part of it.
    pub(super) fn stands_alone(&self, claim: &ClaimRows) -> bool {
        claim
            .rows
            .iter()
            .all(|row| self.text(FieldRole::PartOf, *row).is_empty())
    }
}
