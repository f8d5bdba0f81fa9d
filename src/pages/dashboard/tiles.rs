//! The tiles: the number first, then what it covers and where it is from.

use super::{DashboardPage, chosen_words};
use crate::frame::{
    Cell, FigureWords, Frame, HolderFigure, MeasureWords, SourceWords, Tile, TileTotal, TileValue,
};
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use crate::value::{Quantity, Unit};
use leptos::prelude::*;

/// A number with more characters is set smaller where its tile is narrow.
const LONG_NUMBER: usize = 14;

pub(super) fn tiles(page: &DashboardPage) -> AnyView {
    let tiles = page
        .answer
        .tiles
        .iter()
        .map(|tile| one(page, tile))
        .collect_view();
    view! { <ul class="tiles">{tiles}</ul> }.into_any()
}

/// The cell that a tile shows, if it shows one.
fn cell_of(tile: &Tile) -> Option<(&Cell, &MeasureWords)> {
    match &tile.value {
        TileValue::Claim(frame) => frame.rows.first().map(|row| (&row.cell, &frame.measure)),
        TileValue::Sum { cell, measure } => Some((cell, measure)),
        TileValue::Total(total) => Some((&total.cell, &total.measure)),
        TileValue::Listed => match tile.figures.as_slice() {
            [one] => Some((&one.row.cell, &one.measure)),
            _ => None,
        },
        TileValue::NotPublished => None,
    }
}

/// The number of a tile in words.
fn value(tile: &Tile) -> Message {
    match (cell_of(tile), &tile.value) {
        (Some((cell, measure)), _) => prose::value(cell, measure),
        (None, TileValue::Listed) => m!(TileOfIdentified, known = tile.known, of = tile.of),
        (None, _) if !tile.is_filtered => m!(TileNotPublishedProgram),
        (None, _) => m!(TileNotPublished),
    }
}

/// The number of a tile with its qualifier, and apart from it the unit, so that the number stays on one
/// line of a narrow tile. A number in another unit is not divided.
fn number_and_unit(tile: &Tile) -> (Message, Option<Message>) {
    let whole = || (value(tile), None);
    let Some((cell, measure)) = cell_of(tile) else {
        return whole();
    };
    let Some(quantity) = cell.quantity else {
        return whole();
    };
    let count = Arg::Number {
        value: quantity.anchor(),
        decimals: 0,
    };
    let unit = match measure.unit.as_str() {
        Unit::PEOPLE => m!(TileUnitPeople, count = count),
        Unit::AWARDS => m!(TileUnitGrants, count = count),
        _ => return whole(),
    };
    let plain = MeasureWords {
        unit: Unit::new(Unit::COUNT),
        ..measure.clone()
    };
    (prose::value(cell, &plain), Some(unit))
}

/// What a screen reader hears after a choice.
pub(super) fn said(page: &DashboardPage) -> Message {
    let tiles = page.answer.tiles.iter().map(|tile| {
        Arg::from(m!(
            DashboardSaidTile,
            title = &tile.title,
            value = value(tile)
        ))
    });
    let tiles = Arg::List(tiles.collect());
    let grants = m!(
        DashboardGrants,
        known = page.answer.selected,
        of = page.answer.records
    );
    if page.answer.chosen.is_empty() {
        return m!(DashboardSaidAll, grants = grants, tiles = tiles);
    }
    let names: Vec<String> = chosen_words(page)
        .into_iter()
        .flat_map(|(_, _, chips)| chips.into_iter().map(|(_, label)| label))
        .collect();
    let choice = shell().locale.list(&names);
    m!(
        DashboardSaid,
        choice = choice,
        grants = grants,
        tiles = tiles
    )
}

fn one(page: &DashboardPage, tile: &Tile) -> impl IntoView + use<> {
    let is_absent = matches!(tile.value, TileValue::NotPublished);
    let class = match is_absent {
        true => "tile tile-absent",
        false => "tile",
    };
    let (scope, date, sources) = facts(tile);
    let whole: u32 = page.answer.coverage.iter().map(|part| part.of).sum();
    let is_part = matches!(&tile.value, TileValue::Total(total) if total.measure.unit.as_str() == Unit::AWARDS);
    let scope = scope.or_else(|| {
        (is_part && !tile.is_filtered && whole > 0).then(|| m!(TileNamedOf, of = whole))
    });
    let goals = tile.goals.iter().filter_map(goal).collect_view();
    let also = tile
        .also
        .iter()
        .map(|total| view! { <p class="tile-also">{localize(amount(tile, total))}</p> })
        .collect_view();
    let bar = goal_bar(tile);
    let claim = claim_of(tile).and_then(figure_of);
    let claim = claim.map(|figure| href(&Route::Figure(figure.claim_id.clone())));
    let list = listed(page, tile);
    let (number, unit) = number_and_unit(tile);
    let number = localize(number);
    let class_of_number = match number.chars().count() > LONG_NUMBER {
        true => "tile-number tile-number-long",
        false => "tile-number",
    };
    let unit = unit.map(|unit| view! { " "<span class="tile-unit">{localize(unit)}</span> });
    view! {
        <li class=class data-tile=tile.id.clone()>
            <h2 class="tile-name">{tile.title.clone()}</h2>
            <p class="tile-value"><span class=class_of_number>{number}</span>{unit}</p>
            {scope.map(|words| view! { <p class="tile-scope">{localize(words)}</p> })}
            {bar}
            {goals}
            {also}
            {list}
            {date.map(|words| view! { <p class="tile-date"><a href=claim title=localize(m!(OverviewCardMore))>{localize(words)}</a></p> })}
            {source_list(&sources)}
        </li>
    }
}

/// A total of a further measure in words: of a published claim with what it is about, of records as
/// whole grants where they are filtered. Parts that cannot be added are listed with a plus.
fn amount(tile: &Tile, total: &TileTotal) -> Message {
    let value = |cell: &Cell| prose::value(cell, &total.measure);
    let part = |part: &Quantity| {
        value(&Cell {
            quantity: Some(*part),
            ..Cell::default()
        })
    };
    let parts = total.cell.parts.iter().map(part);
    let parts = parts.reduce(|sum, next| m!(TilePlus, sum = sum, next = next));
    let is_known = total.cell.has_number() || parts.is_some();
    let value = parts.unwrap_or_else(|| value(&total.cell));
    match total.claim.as_deref().and_then(figure_of) {
        _ if !is_known => value,
        Some(figure) => m!(TileAmountOf, value = value, scope = &figure.scope),
        None if tile.is_filtered => m!(TileWholeGrants, value = value),
        None => m!(TileAmount, value = value),
    }
}

/// The published claim that a tile shows as its number or below it.
fn claim_of(tile: &Tile) -> Option<&Frame> {
    match &tile.value {
        TileValue::Claim(frame) => Some(frame),
        _ => tile.also.iter().find_map(|total| total.claim.as_deref()),
    }
}

fn figure_of(claim: &Frame) -> Option<&FigureWords> {
    claim.rows.first()?.figure.as_ref()
}

/// What a tile covers, its date and its sources.
fn facts(tile: &Tile) -> (Option<Message>, Option<Message>, Vec<SourceWords>) {
    match &tile.value {
        TileValue::Claim(frame) => {
            let row = frame.rows.first();
            let figure = row.and_then(|row| row.figure.clone()).unwrap_or_default();
            let kind = row.and_then(|row| row.kind);
            let scope = kind.map(|kind| m!(TileScope, kind = kind.label(), scope = &figure.scope));
            (scope, Some(prose::dated(&figure)), frame.sources.clone())
        }
        TileValue::Sum { .. } | TileValue::Listed => {
            let sources = tile
                .figures
                .iter()
                .flat_map(|figure| figure.sources.clone());
            let mut unique: Vec<SourceWords> = Vec::new();
            for source in sources {
                if !unique.contains(&source) {
                    unique.push(source);
                }
            }
            (
                Some(m!(TileOfGrants, known = tile.known, of = tile.of)),
                None,
                unique,
            )
        }
        TileValue::Total(_) => {
            let claim = claim_of(tile);
            let date = claim.and_then(figure_of).map(prose::dated);
            (
                None,
                date,
                claim.map_or_else(Vec::new, |claim| claim.sources.clone()),
            )
        }
        TileValue::NotPublished if tile.of > 0 && tile.known == 0 => {
            (Some(m!(TileNoneOf, of = tile.of)), None, Vec::new())
        }
        TileValue::NotPublished if tile.known > 0 => (
            Some(m!(TileOfIdentified, known = tile.known, of = tile.of)),
            None,
            Vec::new(),
        ),
        _ => (None, None, Vec::new()),
    }
}

fn goal(frame: &Frame) -> Option<impl IntoView + use<>> {
    let row = frame.rows.first()?;
    let figure = row.figure.clone().unwrap_or_default();
    let value = prose::value(&row.cell, &frame.measure);
    let words = m!(TileGoalOf, scope = &figure.scope, value = value);
    let address = href(&Route::Figure(figure.claim_id));
    Some(view! { <p class="tile-goal"><a href=address>{localize(words)}</a></p> })
}

/// The results of single grants, where they are not added up: at most three by name.
fn listed(page: &DashboardPage, tile: &Tile) -> Option<AnyView> {
    let is_open = matches!(&tile.value, TileValue::Listed | TileValue::NotPublished);
    let is_refused = matches!(&tile.value, TileValue::Sum { cell, .. } if cell.refused.is_some());
    let is_sum = matches!(&tile.value, TileValue::Sum { .. }) && tile.figures.len() > 1;
    if tile.figures.is_empty() || !(is_open || is_refused || is_sum) {
        return None;
    }
    let line = |figure: &HolderFigure| {
        let value = prose::value(&figure.row.cell, &figure.measure);
        let words = localize(m!(
            TileOne,
            holder = &figure.row.label,
            value = value,
            measure = &figure.measure.title
        ));
        let claim = figure
            .row
            .figure
            .as_ref()
            .map(|figure| figure.claim_id.clone());
        match claim.filter(|_| page.is_default) {
            Some(claim) => {
                view! { <li><a href=href(&Route::Figure(claim))>{words}</a></li> }.into_any()
            }
            None => view! { <li>{words}</li> }.into_any(),
        }
    };
    let lines = tile.figures.iter().map(line).collect_view();
    let view = match tile.figures.len() {
        1 | 2 => view! { <ul class="tile-list">{lines}</ul> }.into_any(),
        count => view! {
            <details class="tile-more"><summary>{localize(m!(TileOfGrants, known = count, of = tile.of))}</summary><ul class="tile-list">{lines}</ul></details>
        }
        .into_any(),
    };
    Some(view)
}

/// A mark for the result and one for each goal on one scale, without a ratio: their scopes may differ.
/// Drawn by the browser's own meter of marks: an SVG that scales with the tile.
fn goal_bar(tile: &Tile) -> Option<impl IntoView + use<>> {
    let TileValue::Claim(frame) = &tile.value else {
        return None;
    };
    let result = frame.rows.first()?.cell.quantity?;
    let goals: Vec<f64> = tile
        .goals
        .iter()
        .filter_map(|goal| Some(goal.rows.first()?.cell.quantity?.anchor()))
        .collect();
    let most = goals.iter().copied().fold(result.anchor(), f64::max);
    if goals.is_empty() || most <= 0.0 {
        return None;
    }
    const LENGTH: f64 = 200.0;
    let at = move |value: f64| format!("{:.1}", value / most * (LENGTH - 2.0));
    let open = result.is_open_ended().then(|| {
        let from = result.anchor() / most * (LENGTH - 2.0);
        let points = format!("{:.1},2 {:.1},7 {:.1},12", from, from + 6.0, from);
        view! { <polygon class="tile-bar-more" points=points></polygon> }
    });
    let marks = goals
        .into_iter()
        .map(|goal| view! { <line class="tile-bar-goal" x1=at(goal) x2=at(goal) y1="0" y2="14"></line> })
        .collect_view();
    Some(view! {
        <svg class="tile-bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="tile-bar-track" x="0" y="2" width="198" height="10"></rect>
            <rect class="tile-bar-result" x="0" y="2" width=at(result.anchor()) height="10"></rect>
            {open}
            {marks}
        </svg>
    })
}

fn source_list(sources: &[SourceWords]) -> Option<impl IntoView + use<>> {
    let lines = sources
        .iter()
        .map(|source| {
            let words = match &source.published_on {
                Some(date) => localize(m!(
                    OverviewSourceLine,
                    publisher = &source.publisher,
                    date = Arg::Date(date.clone())
                )),
                None => localize(m!(OverviewSourceUndated, publisher = &source.publisher)),
            };
            let rank = source
                .rank
                .map(|rank| view! { <span class="rank">{localize(rank.label())}</span> });
            view! { <li><a href=source.url.clone()>{words}</a> " " {rank}</li> }
        })
        .collect_view();
    (!sources.is_empty()).then(|| {
        view! {
            <details class="sources">
                <summary>{localize(m!(TileSources, count = sources.len()))}</summary>
                <ol>{lines}</ol>
            </details>
        }
    })
}
