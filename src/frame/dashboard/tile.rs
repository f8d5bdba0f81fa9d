//! The numbers at the top of a dashboard.

use super::Selection;
use crate::frame::{Cell, Frame, MeasureWords, Row, SourceWords, published_claims};
use crate::package::TilePlan;
use crate::query::{MeasureRef, Offer, Query};
use crate::value::{Kind, NoNumber, Quantity};

/// One number with its scope, or the reason why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub id: String,
    pub title: String,
    pub value: TileValue,
    /// Published goals for the same thing, one frame of one row each; only while nothing is filtered.
    pub goals: Vec<Frame>,
    /// The results of single holders behind the tile, newest of each.
    pub figures: Vec<HolderFigure>,
    /// How many holders have a result, of how many that are selected.
    pub known: u32,
    pub of: u32,
    /// Totals of further measures over the selected records.
    pub also: Vec<TileTotal>,
    /// The records are part of what is counted: an amount is of whole grants, whatever the filter.
    pub is_filtered: bool,
}

/// What a tile shows first.
#[derive(Clone, Debug, PartialEq)]
pub enum TileValue {
    /// A published claim about the whole, as a frame of one row.
    Claim(Box<Frame>),
    /// The results of the selected holders added up. The cell is refused where a bound meets an "about".
    Sum { cell: Cell, measure: MeasureWords },
    /// A total of the records themselves.
    Total(TileTotal),
    /// Results of single holders that may not be added.
    Listed,
    /// No figure was published for this selection.
    NotPublished,
}

/// A total over the selected records.
#[derive(Clone, Debug, PartialEq)]
pub struct TileTotal {
    pub measure: MeasureWords,
    pub cell: Cell,
    /// The published claim that this is; `None` for a total of the records.
    pub claim: Option<Box<Frame>>,
}

/// A published result of one holder.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderFigure {
    pub measure: MeasureWords,
    pub row: Row,
    pub sources: Vec<SourceWords>,
}

/// The tiles of the selection's plan.
pub(super) fn tiles(selection: &Selection, holders: &[String]) -> Vec<Tile> {
    let plans = selection.plan.tiles.iter();
    plans.map(|plan| tile(selection, plan, holders)).collect()
}

fn tile(selection: &Selection, plan: &TilePlan, holders: &[String]) -> Tile {
    let offer = Offer::of(&selection.dataset.package);
    let of_records = |code: &String| {
        let found = offer.measure(code);
        found.is_some_and(|measure| measure.reference != MeasureRef::Figure)
    };
    let mut tile = Tile {
        id: plan.id.clone(),
        title: plan.title.clone(),
        value: TileValue::NotPublished,
        goals: Vec::new(),
        figures: Vec::new(),
        known: 0,
        of: holders.len() as u32,
        also: plan
            .also
            .iter()
            .filter_map(|code| whole_records(selection, code, holders))
            .collect(),
        is_filtered: selection.is_filtered,
    };
    if let Some(code) = plan.measures.first().filter(|code| of_records(code)) {
        if let Some(total) = total(selection, code, &selection.resolved.query.filters) {
            tile.title = match plan.title.is_empty() {
                true => total.measure.title.clone(),
                false => plan.title.clone(),
            };
            tile.value = TileValue::Total(total);
        }
        // What was published about the whole covers records that are not in the table.
        let claims = match selection.is_filtered {
            true => Vec::new(),
            false => published_claims(selection.dataset, &plan.claims),
        };
        if !claims.is_empty() {
            tile.also = claims.into_iter().filter_map(claimed).collect();
        }
        return tile;
    }
    tile.figures = figures(selection, plan, holders);
    let mut known: Vec<&str> = tile
        .figures
        .iter()
        .map(|figure| figure.row.key.as_str())
        .collect();
    known.sort_unstable();
    known.dedup();
    tile.known = known.len() as u32;
    if !selection.is_filtered {
        tile.goals = published_claims(selection.dataset, &plan.goals);
        let claims = published_claims(selection.dataset, &plan.claims);
        if let Some(claim) = claims.into_iter().next() {
            tile.value = TileValue::Claim(Box::new(claim));
            return tile;
        }
        // A sum over the holders that published would be taken for the whole program.
        return tile;
    }
    tile.value = match (plan.adds, tile.figures.is_empty()) {
        (_, true) => TileValue::NotPublished,
        (false, false) => TileValue::Listed,
        (true, false) => match added(&tile.figures) {
            Some((cell, measure)) => TileValue::Sum { cell, measure },
            None => TileValue::Listed,
        },
    };
    tile
}

/// A published claim about the whole, as a total.
fn claimed(frame: Frame) -> Option<TileTotal> {
    Some(TileTotal {
        cell: frame.rows.first()?.cell.clone(),
        measure: frame.measure.clone(),
        claim: Some(Box::new(frame)),
    })
}

/// The newest result of each selected holder, of each measure of the plan.
fn figures(selection: &Selection, plan: &TilePlan, holders: &[String]) -> Vec<HolderFigure> {
    let mut found = Vec::new();
    for code in &plan.measures {
        let query = Query {
            measure: Some(code.clone()),
            by: Some(selection.plan.holder.clone()),
            kind: Some(plan.kind.unwrap_or(Kind::Actual)),
            ..Query::default()
        };
        let Some(frame) = selection.ask(&query) else {
            continue;
        };
        let wanted = |row: &Row| holders.contains(&row.key) && row.cell.has_number();
        let rows: Vec<Row> = frame.rows.into_iter().filter(wanted).collect();
        found.extend(rows.into_iter().map(|row| {
            let sources = row.figure.iter().flat_map(|figure| &figure.sources);
            HolderFigure {
                measure: frame.measure.clone(),
                sources: sources
                    .filter_map(|at| frame.sources.get(*at))
                    .cloned()
                    .collect(),
                row,
            }
        }));
    }
    found
}

/// The results of one measure added up. `None` where they are of several measures.
fn added(figures: &[HolderFigure]) -> Option<(Cell, MeasureWords)> {
    let measure = &figures.first()?.measure;
    if figures
        .iter()
        .any(|figure| figure.measure.code != measure.code)
    {
        return None;
    }
    let known: Vec<Quantity> = figures
        .iter()
        .filter_map(|figure| figure.row.cell.quantity)
        .collect();
    let cell = match known.as_slice() {
        [] => return None,
        [one] => Cell {
            quantity: Some(*one),
            ..figures[0].row.cell.clone()
        },
        [first, rest @ ..] => {
            let sum = rest.iter().try_fold(*first, |sum, next| sum.plus(*next));
            let records = known.len() as u32;
            match sum {
                Ok(quantity) => Cell {
                    quantity: Some(quantity),
                    records,
                    ..Cell::default()
                },
                Err(reason) => refused(reason, known, records),
            }
        }
    };
    Some((cell, measure.clone()))
}

fn refused(reason: NoNumber, parts: Vec<Quantity>, records: u32) -> Cell {
    Cell {
        refused: Some(reason),
        parts,
        records,
        ..Cell::default()
    }
}

/// The total of a measure of the records under filters.
pub(super) fn total(
    selection: &Selection,
    code: &str,
    filters: &super::Choice,
) -> Option<TileTotal> {
    let by = selection.plan.filters.iter().find(|field| {
        let known = selection.resolved.dimension(field);
        known.is_some_and(|known| known.standing == crate::query::DimensionSource::Own)
    });
    let query = Query {
        measure: Some(code.to_owned()),
        by: by.cloned(),
        filters: filters.clone(),
        ..Query::default()
    };
    let frame = selection.ask(&query)?;
    Some(TileTotal {
        cell: frame.total?,
        measure: frame.measure,
        claim: None,
    })
}

/// The total of whole records: where an amount has no split over the places and industries of a
/// record, its filters are replaced by the holders that they select.
fn whole_records(selection: &Selection, code: &str, holders: &[String]) -> Option<TileTotal> {
    if holders.is_empty() {
        return None;
    }
    let mut filters = super::Choice::new();
    if selection.is_filtered {
        filters.insert(selection.plan.holder.clone(), holders.to_vec());
    }
    total(selection, code, &filters)
}
