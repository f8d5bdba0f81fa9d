//! The query of each panel for one choice of filters, and its answer.

use super::Selection;
use crate::frame::{Frame, Refusal, answer, fits, resolve_with_data};
use crate::package::{PanelPlan, PanelQuery};
use crate::query::{Query, Resolved, View, dimensions_of, parse, resolve};
use crate::table::Dataset;

/// One panel under a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct DashboardPanel {
    pub id: String,
    pub title: String,
    pub wide: bool,
    pub note: String,
    /// It shows the figures of the selected holders.
    pub by_holder: bool,
    pub outcome: Result<Frame, Refusal>,
    /// The question as it was asked, for its link.
    pub query: Query,
    /// The field of the dashboard that this panel's marks choose, if they choose one.
    pub chooses: Option<String>,
    /// Titles of the chosen filters that do not change this panel.
    pub ignored: Vec<String>,
    /// The chart types that a reader can switch to; the plan's own is the first.
    pub views: Vec<View>,
}

/// Chart types that a panel offers besides its own: those that need no explanation.
const OFFERED: [View; 6] = [
    View::Map,
    View::Tiles,
    View::Line,
    View::Column,
    View::Bar,
    View::Table,
];

/// What a panel asks under a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelQuestion {
    /// With the filters that the panel follows, and without the one that its own marks choose, so that all of them
    /// stay visible.
    pub query: Query,
    /// The field that its marks choose.
    chooses: Option<String>,
    /// The fields of the choice that it does not follow.
    ignored: Vec<String>,
    /// The choice selects no holder, or nothing that the mapping leads to: there is no answer. A query cannot say so,
    /// since a filter without values is no filter.
    is_empty: bool,
}

/// The question of a panel under a choice. `None` where the plan's query has no measure.
pub fn panel_question(
    selection: &Selection,
    asked: &Dataset,
    panel: &PanelPlan,
) -> Option<PanelQuestion> {
    let Selection {
        dataset: own,
        plan,
        choice,
        ..
    } = selection;
    let holds = |query: &&PanelQuery| {
        query
            .filtered
            .iter()
            .all(|field| choice.contains_key(field))
    };
    let wanted = panel.queries.iter().find(holds)?;
    let mut query = parse(&wanted.query).0;
    query.package = Some(asked.package.name.clone());
    query.at.clone_from(&asked.package.at);
    let resolved = resolve(&asked.package, &query)?;
    let resource = asked.package.resource(&resolved.measure.resource)?;
    let known = dimensions_of(&asked.package, resource);
    let follows = |field: &String| match &panel.follows {
        Some(map) => map.get(field).cloned(),
        None => known
            .iter()
            .any(|known| known.field == *field)
            .then(|| field.clone()),
    };
    let chooses = (panel.package.is_none() && plan.filters.contains(&resolved.by.field))
        .then(|| resolved.by.field.clone());
    let mut ignored = Vec::new();
    let mut is_empty = false;
    for (field, values) in choice {
        if Some(field) == chooses.as_ref() {
            continue;
        }
        if panel.by_holder {
            continue;
        }
        let is_mapped = panel
            .mapping
            .as_ref()
            .is_some_and(|mapping| mapping.from == *field);
        match follows(field) {
            Some(other) => {
                query.filters.insert(other, values.clone());
            }
            None if is_mapped => {}
            None => ignored.push(field.clone()),
        }
    }
    if panel.by_holder && !choice.is_empty() {
        // The marks choose holders themselves: the other filters select whose marks are drawn.
        let mut others = choice.clone();
        if let Some(own) = &chooses {
            others.remove(own);
        }
        let holders = Selection::of(own, plan, &others)?.holders();
        if !others.is_empty() {
            is_empty |= holders.is_empty();
            query.filters.insert(plan.holder.clone(), holders);
        }
    }
    if let Some(mapping) = panel.mapping.as_ref().filter(|_| selection.is_filtered) {
        let from = match choice.get(&mapping.from) {
            Some(chosen) => chosen.clone(),
            None => selection.values_of(&mapping.from),
        };
        let table = own.table(&mapping.by)?;
        let mut mapped: Vec<String> = (0..table.len)
            .filter(|row| {
                from.iter()
                    .any(|key| key == table.text(&mapping.from, *row))
            })
            .map(|row| table.text(&mapping.to, row).to_owned())
            .collect();
        mapped.sort();
        mapped.dedup();
        is_empty |= mapped.is_empty();
        query.filters.insert(mapping.to.clone(), mapped);
    }
    Some(PanelQuestion {
        query,
        chooses,
        ignored,
        is_empty,
    })
}

/// Answers a panel, as the chart type `view` if the panel offers it. `None` if its package has nothing that the query
/// names.
pub fn panel(
    selection: &Selection,
    asked: &Dataset,
    panel: &PanelPlan,
    view: Option<View>,
) -> Option<DashboardPanel> {
    let PanelQuestion {
        mut query,
        chooses,
        ignored,
        is_empty,
    } = panel_question(selection, asked, panel)?;
    let mut resolved = resolve_with_data(asked, &query)?;
    let mut outcome = match is_empty {
        true => Err(Refusal::Empty),
        false => answer(asked, &resolved),
    };
    let views = match &outcome {
        Ok(frame) => views_of(&resolved, frame),
        Err(_) => Vec::new(),
    };
    if let Some(view) = view.filter(|view| views.iter().skip(1).any(|other| other == view)) {
        query.view = Some(view);
        resolved = resolve_with_data(asked, &query)?;
        outcome = answer(asked, &resolved);
    }
    let titles = ignored.iter().map(|field| {
        let title = selection.resolved.dimension(field);
        title.map_or_else(|| field.clone(), |dimension| dimension.title.clone())
    });
    Some(DashboardPanel {
        id: panel.id.clone(),
        title: panel.title.clone(),
        wide: panel.wide,
        note: panel.note.clone(),
        by_holder: panel.by_holder,
        ignored: titles.collect(),
        outcome,
        query,
        chooses,
        views,
    })
}

/// The chart type of a frame, and the offered ones that fit it.
fn views_of(resolved: &Resolved, frame: &Frame) -> Vec<View> {
    let own = frame.query.view.unwrap_or_default();
    let others = OFFERED
        .into_iter()
        .filter(|view| *view != own && resolved.fits(*view) && fits(frame, *view));
    std::iter::once(own).chain(others).collect()
}
