//! A published wage compared with the percentiles of an occupation: on the wage's page, on its grantee's page, and in
//! every query with the key `beside`.

use super::attach::attach;
use super::views::ShownView;
use crate::bytes::Source;
use crate::frame::{
    Benchmark, Comparison, Frame, LabeledCode, answer, claim_page, comparison_of, labels_of, terms,
};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::{FamilyOf, PublishedView, WagePlan};
use crate::problem::Problem;
use crate::query::{Query, View, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{FigureData, figure_island, href, localize};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A wage with its chart, the mapping behind it, and other work to choose.
#[derive(Clone, Debug)]
pub struct BenchmarkPage {
    comparison: Comparison,
    /// The occupation as its code list calls it.
    occupation: String,
    place: Option<LabeledCode>,
    query: Query,
    frame: Frame,
    view: Option<PublishedView>,
    /// Work that the wage can be compared with instead.
    groups: Vec<OccupationGroup>,
}

/// Occupations of one group.
#[derive(Clone, Debug)]
struct OccupationGroup {
    group: LabeledCode,
    work: Vec<LabeledCode>,
}

/// A claim's wage and the wages of the occupation that the package compares it with; `None` without a comparison.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    own: &Dataset,
    claim_id: &str,
) -> Result<Option<BenchmarkPage>, Problem> {
    let plan = &files.catalog.profiles.wages;
    let Some(comparison) = comparison_of(own, claim_id) else {
        return Ok(None);
    };
    if files.catalog.entry(&plan.package).is_none() {
        return Ok(None);
    }
    let query = question(plan, &comparison, claim_id);
    let wages = files.dataset(&Edition::newest(&plan.package)).await?;
    let asked = resolve(&wages.package, &query);
    let Some(mut frame) = asked.and_then(|asked| answer(&wages, &asked).ok()) else {
        return Ok(None);
    };
    if attach(&mut frame, own).is_some() {
        return Ok(None);
    }
    let views = files.views().await.unwrap_or_default();
    let asked = to_address(&query, &Query::default());
    let title = claim_page(own, claim_id).map_or_else(String::new, |claim| claim.title);
    let view = views.member(FamilyOf::Figure, claim_id, asked);
    let occupation = frame.rows.first().map(|row| row.label.clone());
    let occupation = occupation.unwrap_or_default();
    let places = terms(own, &files.catalog.profiles.place);
    let is_place = |term: &LabeledCode| Some(&term.key) == comparison.place.as_ref();
    let chart = m!(BesideChart, title = &title, occupation = &occupation);
    Ok(Some(BenchmarkPage {
        place: places.into_iter().find(is_place),
        view: view.map(|view| PublishedView {
            title: Locale::EN.text(chart),
            ..view
        }),
        groups: choices(&wages, plan, &query),
        occupation,
        comparison,
        query,
        frame,
    }))
}

/// The query for the percentiles of the occupation, with the claim as benchmark.
fn question(plan: &WagePlan, comparison: &Comparison, claim_id: &str) -> Query {
    let mut filters = BTreeMap::from([(plan.work.clone(), vec![comparison.occupation.clone()])]);
    if let Some(place) = &comparison.place {
        filters.insert(plan.place.clone(), vec![place.clone()]);
    }
    let measure = match comparison.place {
        Some(_) => &plan.measure,
        None => &plan.nation,
    };
    Query {
        package: Some(plan.package.clone()),
        measure: Some(measure.clone()),
        by: Some(plan.work.clone()),
        view: Some(View::Range),
        beside: Some(claim_id.to_owned()),
        filters,
        ..Query::default()
    }
}

/// Every occupation with a wage in the place of the query, by group.
fn choices(wages: &Dataset, plan: &WagePlan, query: &Query) -> Vec<OccupationGroup> {
    let of_level = |level: &str| -> Vec<LabeledCode> {
        let mut wide = Query {
            level: Some(level.to_owned()),
            beside: None,
            view: None,
            ..query.clone()
        };
        wide.filters.remove(&plan.work);
        let asked = resolve(&wages.package, &wide);
        let frame = asked.and_then(|asked| answer(wages, &asked).ok());
        let rows = frame.map_or_else(Vec::new, |frame| frame.rows);
        let known = rows.into_iter().filter(|row| row.cell.has_number());
        let mut found: Vec<LabeledCode> = known
            .map(|row| LabeledCode {
                key: row.key,
                label: row.label,
            })
            .collect();
        found.sort_by(|a, b| Locale::EN.compare(&a.label, &b.label));
        found
    };
    let parents = labels_of(wages, &plan.work, &plan.pay.group_field);
    let work = of_level(&plan.pay.level);
    of_level(&plan.pay.groups)
        .into_iter()
        .map(|group| OccupationGroup {
            work: work
                .iter()
                .filter(|term| parents.get(&term.key) == Some(&group.key))
                .cloned()
                .collect(),
            group,
        })
        .collect()
}

impl BenchmarkPage {
    /// The chart as a published view.
    pub(super) fn chart(&self) -> Option<ShownView> {
        let view = self.view.clone()?;
        Some(ShownView {
            address: view.query.clone(),
            as_view: View::Range,
            frame: self.frame.clone(),
            view,
        })
    }

    fn beside(&self) -> Option<&Benchmark> {
        self.frame.beside.as_deref()
    }
}

/// The section of a page; `level` is that of its heading.
pub(super) fn section(page: BenchmarkPage, heading: Message, level: u8) -> impl IntoView {
    let place = match &page.place {
        Some(place) => m!(BesidePlace, place = &place.label),
        None => m!(BesideNation),
    };
    let mapping = m!(
        BesideMapping,
        occupation = &page.occupation,
        code = &page.comparison.occupation,
        place = place,
        reason = &page.comparison.reason
    );
    let asked = to_address(&page.query, &Query::default());
    let explore = format!("{}{asked}", href(&Route::Explore));
    let form = other_work(&page);
    view! {
        {figure_island(FigureData {
            frame: page.frame,
            view: View::Range,
            heading: Some(localize(heading)),
            level,
            explore: Some(explore),
            alone: page.view.map(|view| href(&Route::Embed(view.id))),
            brief: false,
            is_choice: false,
            is_half: false,
        })}
        <p class="note">{localize(mapping)}</p>
        {form}
    }
}

/// A form that opens the same comparison for another occupation in Explore, without a script.
fn other_work(page: &BenchmarkPage) -> impl IntoView + use<> {
    let query = &page.query;
    let field = format!("f.{}", query.by.clone().unwrap_or_default());
    let kept = [
        ("package", &query.package),
        ("measure", &query.measure),
        ("by", &query.by),
        ("beside", &query.beside),
    ];
    let kept = kept.into_iter().filter_map(|(key, value)| {
        let value = value.clone()?;
        Some(view! { <input type="hidden" name=key value=value/> })
    });
    let filters = query
        .filters
        .iter()
        .filter(|(name, _)| Some(*name) != query.by.as_ref());
    let filters = filters.map(|(name, values)| {
        view! { <input type="hidden" name=format!("f.{name}") value=values.join("~")/> }
    });
    let chosen = page.comparison.occupation.clone();
    let option = |term: LabeledCode| {
        let is_chosen = term.key == chosen;
        view! { <option value=term.key selected=is_chosen>{term.label}</option> }
    };
    let of_groups = page
        .groups
        .iter()
        .map(|choices| option(choices.group.clone()));
    let of_groups = of_groups.collect_view();
    let of_work = page
        .groups
        .iter()
        .filter(|choices| !choices.work.is_empty());
    let of_work = of_work
        .map(|choices| {
            let work = choices.work.iter().cloned().map(option).collect_view();
            view! { <optgroup label=choices.group.label.clone()>{work}</optgroup> }
        })
        .collect_view();
    let id = page
        .beside()
        .map_or_else(String::new, |beside| format!("work-{}", beside.claim_id));
    view! {
        <form class="other-work" action=href(&Route::Explore) method="get">
            {kept.collect_view()}
            <input type="hidden" name="view" value="range"/>
            {filters.collect_view()}
            <label for=id.clone()>{localize(m!(BesideChange))}</label>
            <select id=id name=field>
                <optgroup label=localize(m!(BesideGroups))>{of_groups}</optgroup>
                {of_work}
            </select>
            <button type="submit" class="button">{localize(m!(BesideShow))}</button>
        </form>
    }
}
