//! One published claim with its context: what each source says, other claims about the
//! same subject, the claim it is a part of and the claims that are parts of it.

use super::{ClaimRows, FigureTable};
use crate::frame::labels::DimensionLabels;
use crate::frame::{AxisKind, Frame, SourceWords};
use crate::package::FieldRole;
use crate::table::{Dataset, RowSet};

/// A claim and its context.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimPage {
    pub claim_id: String,
    /// The claim in a line, as the package's list of claims has it.
    pub title: String,
    /// The claim alone, as a frame of one row.
    pub frame: Frame,
    /// What each source says, strongest source first.
    pub statements: Vec<Statement>,
    /// Claims of the same measure, kind and scope, oldest first; undated ones last.
    pub others: Vec<Other>,
    /// Claims of other types about the same subject: the goal for a result, or the result of a goal.
    pub other_kinds: Vec<Other>,
    /// The claim of which this one is a part.
    pub whole: Option<Other>,
    /// Claims that are parts of this one.
    pub parts: Vec<Other>,
    /// Identifiers of the figure rows behind it.
    pub figure_ids: Vec<String>,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub source: SourceWords,
    /// The source's own words.
    pub quote: String,
    pub note: String,
    /// The date that the source gives for the number.
    pub as_of: Option<String>,
    pub published_on: Option<String>,
}

/// A related claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    pub claim_id: String,
    pub title: String,
    pub frame: Frame,
    pub relation: Relation,
}

/// How one claim relates to another about the same subject, by their dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Earlier,
    Later,
    /// Of the same date with another number: the sources disagree.
    Disagrees,
    /// One of the two has no date.
    Undated,
    /// Not compared by date.
    Beside,
}

/// (identifier, title, frame of one row) of every claim, by measure and then as published.
pub fn claims_published(dataset: &Dataset) -> Vec<Other> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let titles = Titles::of(&figures);
    let place = figures.measure_places();
    let mut claims = figures.claims(&RowSet::all(figures.table.len));
    claims.sort_by_key(|claim| place(claim));
    claims
        .iter()
        .map(|claim| titles.other(&figures, claim, Relation::Beside))
        .collect()
}

/// The claim of this identifier.
pub fn claim_page(dataset: &Dataset, claim_id: &str) -> Option<ClaimPage> {
    let figures = FigureTable::of(dataset)?;
    let titles = Titles::of(&figures);
    let all = figures.claims(&RowSet::all(figures.table.len));
    let own = all
        .iter()
        .find(|claim| figures.claim_id(claim.row) == claim_id)?;
    let of_same_thing = |claim: &&ClaimRows| {
        claim.row != own.row
            && figures.text(FieldRole::MeasureCode, claim.row)
                == figures.text(FieldRole::MeasureCode, own.row)
            && figures.text(FieldRole::Sense, claim.row) == figures.text(FieldRole::Sense, own.row)
            && figures.scope_codes(claim.row) == figures.scope_codes(own.row)
    };
    let kind = |claim: &ClaimRows| figures.text(FieldRole::Kind, claim.row);
    let mut same: Vec<&ClaimRows> = all.iter().filter(of_same_thing).collect();
    same.sort_by_key(|claim| {
        let date = figures.dated(claim);
        (date.is_none(), date)
    });
    let (others, other_kinds): (Vec<&ClaimRows>, Vec<&ClaimRows>) =
        same.into_iter().partition(|claim| kind(claim) == kind(own));
    let is_part = |part: &ClaimRows, whole: &ClaimRows| {
        let ids: Vec<&str> = figures.ids(whole).collect();
        part.rows
            .iter()
            .any(|row| ids.contains(&figures.text(FieldRole::PartOf, *row)))
    };
    let beside = |claim: &ClaimRows| titles.other(&figures, claim, Relation::Beside);
    Some(ClaimPage {
        claim_id: claim_id.to_owned(),
        title: titles.title(&figures, own),
        frame: figures.alone(own),
        statements: own.rows.iter().map(|row| figures.statement(*row)).collect(),
        others: others
            .into_iter()
            .filter(|claim| !is_part(claim, own) && !is_part(own, claim))
            .map(|claim| titles.other(&figures, claim, figures.relation(own, claim)))
            .collect(),
        other_kinds: other_kinds.into_iter().map(beside).collect(),
        whole: all.iter().find(|claim| is_part(own, claim)).map(beside),
        parts: all
            .iter()
            .filter(|claim| is_part(claim, own))
            .map(beside)
            .collect(),
        figure_ids: figures.ids(own).map(str::to_owned).collect(),
    })
}

/// The package's own line for each claim.
pub(super) struct Titles<'a>(Option<DimensionLabels<'a>>);

impl<'a> Titles<'a> {
    pub(super) fn of(figures: &FigureTable<'a>) -> Self {
        let dimension = crate::query::code_list_of(
            &figures.dataset.package,
            figures.resource,
            FieldRole::Claim,
        );
        Self(dimension.map(|dimension| DimensionLabels::of(figures.dataset, &dimension)))
    }

    fn title(&self, figures: &FigureTable, claim: &ClaimRows) -> String {
        let id = figures.claim_id(claim.row);
        let title = self.0.as_ref().map_or(id, |labels| labels.label(id));
        title.to_owned()
    }

    pub(super) fn other(
        &self,
        figures: &FigureTable,
        claim: &ClaimRows,
        relation: Relation,
    ) -> Other {
        Other {
            claim_id: figures.claim_id(claim.row).to_owned(),
            title: self.title(figures, claim),
            frame: figures.alone(claim),
            relation,
        }
    }
}

impl FigureTable<'_> {
    fn ids<'c>(&'c self, claim: &'c ClaimRows) -> impl Iterator<Item = &'c str> {
        claim
            .rows
            .iter()
            .map(|row| self.text(FieldRole::FigureId, *row))
    }

    fn statement(&self, row: usize) -> Statement {
        Statement {
            source: self.source(row),
            quote: self.text(FieldRole::Quote, row).to_owned(),
            note: self.text(FieldRole::Note, row).to_owned(),
            as_of: self.date(FieldRole::AsOf, row),
            published_on: self.published_on(row),
        }
    }

    /// The codes of all subjects of the figure.
    fn scope_codes(&self, row: usize) -> Vec<&str> {
        crate::query::dimensions_of(&self.dataset.package, self.resource)
            .iter()
            .filter(|dimension| dimension.list.is_some() && dimension.kind != AxisKind::Time)
            .map(|dimension| self.table.text(&dimension.field, row))
            .collect()
    }

    fn relation(&self, own: &ClaimRows, other: &ClaimRows) -> Relation {
        match (self.dated(own), self.dated(other)) {
            (Some(own), Some(other)) if other < own => Relation::Earlier,
            (Some(own), Some(other)) if other > own => Relation::Later,
            (Some(_), Some(_)) => Relation::Disagrees,
            _ => Relation::Undated,
        }
    }
}
