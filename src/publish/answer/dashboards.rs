//! `outcomes answer --dashboards`: seeded random choices of filters of a package's dashboard, each with what the page
//! shows under it, for an independent script to recompute.

use super::{Dice, problem_text};
use crate::frame::{
    Cell, Choice, DashboardPanel, Facet, Frame, HolderCell, HolderTable, Refusal, Tile, TileTotal,
    TileValue,
};
use crate::pages::{DashboardPage, load_dashboard};
use crate::publish::draw::SiteContext;
use crate::publish::now;
use crate::publish::split_mix::SplitMix64;
use crate::query::{AxisKind, Query, encode};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What a dashboard shows under one choice of filters.
#[derive(Serialize)]
struct DashboardState {
    /// The query part of the address.
    address: String,
    /// Field → chosen values, a range of periods among them.
    choice: Choice,
    /// Records that the choice selects, and all records.
    selected: u32,
    records: u32,
    holders: Vec<String>,
    filters: Vec<Facet>,
    tiles: Vec<TileState>,
    panels: Vec<PanelState>,
    /// Holder → one entry for each column.
    table: BTreeMap<String, Vec<ColumnState>>,
}

#[derive(Serialize)]
struct TileState {
    id: String,
    /// `claim`, `sum`, `total`, `listed` or `not_published`.
    value: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Amount>,
    known: u32,
    of: u32,
    figures: Vec<Amount>,
    also: Vec<Amount>,
    goals: usize,
}

/// A number of a measure.
#[derive(Serialize)]
struct Amount {
    measure: String,
    /// The holder, where it is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<String>,
    cell: Cell,
    /// It was published as it is, rather than computed from records.
    is_claim: bool,
}

#[derive(Serialize)]
struct PanelState {
    id: String,
    /// The query as it was asked.
    query: Query,
    #[serde(skip_serializing_if = "Option::is_none")]
    frame: Option<Frame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Refusal>,
    /// Titles of chosen filters that do not change the panel.
    ignored: Vec<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ColumnState {
    Words(Vec<String>),
    Number(Box<Amount>),
    NotPublished(Option<()>),
}

/// `count` choices of filters of the dashboard of a package; each goes to `tell` as one line of JSON as soon as it is
/// answered. `Err`: the package has no dashboard, or its files cannot be read.
pub fn dashboards(
    data: &Path,
    package: &str,
    (count, seed): (usize, u64),
    mut tell: impl FnMut(String),
) -> Result<(), String> {
    let site = SiteContext::open(data, "/", None)?;
    let load = |address: &str| -> Result<DashboardPage, String> {
        let page = now(load_dashboard(&site.files, package, address)).map_err(problem_text)?;
        page.ok_or_else(|| format!("the package “{package}” has no dashboard"))
    };
    let filters = load("")?.answer.filters;
    let mut dice = Dice(SplitMix64(seed));
    for _ in 0..count {
        let address = invent(&filters, &mut dice);
        let state = state(address.clone(), load(&address)?);
        tell(serde_json::to_string(&state).map_err(|error| error.to_string())?);
    }
    Ok(())
}

/// The address of one to three random filters; of periods often a range.
fn invent(filters: &[Facet], dice: &mut Dice) -> String {
    let mut parts = BTreeMap::new();
    for _ in 0..1 + dice.below(3) {
        let Some(facet) = dice.one_of(filters) else {
            break;
        };
        let count = if dice.chance(60) {
            1
        } else {
            2 + dice.below(2)
        };
        let mut keys: Vec<&str> = (0..count)
            .filter_map(|_| dice.one_of(&facet.values).map(|value| value.key.as_str()))
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let is_range = facet.kind == AxisKind::Time && keys.len() > 1;
        let name = match is_range {
            true => "period".to_owned(),
            false => format!("f.{}", encode(&facet.field)),
        };
        keys.truncate(if is_range { 2 } else { keys.len() });
        let keys: Vec<String> = keys.into_iter().map(encode).collect();
        parts.insert(facet.field.clone(), format!("{name}={}", keys.join("~")));
    }
    let parts: Vec<String> = parts.into_values().collect();
    format!("?{}", parts.join("&"))
}

fn state(address: String, page: DashboardPage) -> DashboardState {
    let answer = page.answer;
    DashboardState {
        address,
        choice: page.choice,
        selected: answer.selected,
        records: answer.records,
        holders: answer.holders,
        filters: answer.filters,
        tiles: answer.tiles.into_iter().map(tile).collect(),
        panels: page.panels.into_iter().map(panel).collect(),
        table: answer.table.map(columns).unwrap_or_default(),
    }
}

fn tile(tile: Tile) -> TileState {
    let (value, amount) = match tile.value {
        TileValue::Claim(frame) => ("claim", claimed(*frame)),
        TileValue::Sum { cell, measure } => ("sum", Some(computed(measure.code, cell))),
        TileValue::Total(total) => ("total", Some(total_amount(total))),
        TileValue::Listed => ("listed", None),
        TileValue::NotPublished => ("not_published", None),
    };
    let figures = tile.figures.into_iter().map(|figure| Amount {
        measure: figure.measure.code,
        holder: Some(figure.row.key),
        cell: figure.row.cell,
        is_claim: true,
    });
    TileState {
        id: tile.id,
        value,
        amount,
        known: tile.known,
        of: tile.of,
        figures: figures.collect(),
        also: tile.also.into_iter().map(total_amount).collect(),
        goals: tile.goals.len(),
    }
}

fn computed(measure: String, cell: Cell) -> Amount {
    Amount {
        measure,
        holder: None,
        cell,
        is_claim: false,
    }
}

fn claimed(frame: Frame) -> Option<Amount> {
    let row = frame.rows.into_iter().next()?;
    Some(Amount {
        is_claim: true,
        ..computed(frame.measure.code, row.cell)
    })
}

fn total_amount(total: TileTotal) -> Amount {
    Amount {
        is_claim: total.claim.is_some(),
        ..computed(total.measure.code, total.cell)
    }
}

fn panel(panel: DashboardPanel) -> PanelState {
    let (frame, refusal) = match panel.outcome {
        Ok(frame) => (Some(frame), None),
        Err(refusal) => (None, Some(refusal)),
    };
    PanelState {
        id: panel.id,
        query: panel.query,
        frame,
        refusal,
        ignored: panel.ignored,
    }
}

fn columns(table: HolderTable) -> BTreeMap<String, Vec<ColumnState>> {
    let column = |cell| match cell {
        HolderCell::Words(words) => ColumnState::Words(words),
        HolderCell::Number {
            cell,
            measure,
            claim,
            ..
        } => {
            let number = Amount {
                is_claim: claim.is_some(),
                ..computed(measure.code, *cell)
            };
            ColumnState::Number(Box::new(number))
        }
        HolderCell::NotPublished => ColumnState::NotPublished(None),
    };
    let rows = table.rows.into_iter();
    rows.map(|row| (row.key, row.cells.into_iter().map(column).collect()))
        .collect()
}
