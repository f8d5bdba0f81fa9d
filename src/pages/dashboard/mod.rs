//! The dashboard of a package: tiles, panels and a table that answer one choice of filters.
//!
//! The page is prerendered without filters. Each part that a filter changes is a *slot*. The build also
//! writes the slots of every single filter value (`publish/prerender/dashboard.rs`), and
//! `public/dashboard.js` puts them in place. For other choices the module `embed` makes the same slots
//! with the same functions.

mod filters;
mod holders;
mod open;
mod panel;
mod reporting;
mod tiles;

pub(super) use open::{DashboardsPage, dashboards_page, load_list};

use crate::bytes::Source;
use crate::external::is_files;
use crate::frame::{
    Choice, Dashboard, DashboardPanel, Selection, dashboard, panel, panel_question,
    proposed_dashboard,
};
use crate::loader::{Edition, EditionWords, PublishedFiles};
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::{DashboardPlan, DataOwner, Views};
use crate::pages::edition::{VERSIONS, older_note};
use crate::problem::Problem;
use crate::prose;
use crate::query::{AxisKind, View, list_of, parse};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;
use std::rc::Rc;

/// Everything on a dashboard.
#[derive(Clone, Debug)]
pub struct DashboardPage {
    /// Name and title of the package.
    pub package: String,
    pub title: String,
    pub version: String,
    pub created: String,
    pub illustrative: bool,
    /// Who publishes the data, where the site does not.
    pub owner: Option<DataOwner>,
    /// The query part of the address, for a link to how a table was read.
    pub address: String,
    /// The dashboard is the site's first page.
    pub is_default: bool,
    /// The version that is shown, where the site publishes the package.
    pub edition: Option<EditionWords>,
    pub choice: Choice,
    pub answer: Dashboard,
    pub panels: Vec<DashboardPanel>,
    /// The published views, for links to charts of their own.
    pub views: Views,
    /// Values of the address that the data do not have.
    pub unknown: Vec<String>,
}

/// One part of a dashboard that filters change.
pub struct Slot {
    pub name: String,
    pub view: AnyView,
}

/// The plan of a package: its own, else one proposed from its roles.
fn plan_of(dataset: &Dataset) -> Option<DashboardPlan> {
    let own = dataset.package.outcomes.dashboard.clone();
    own.or_else(|| proposed_dashboard(dataset))
}

/// Whether a package has a dashboard.
pub(super) fn has_dashboard(dataset: &Dataset) -> bool {
    let plan = plan_of(dataset);
    plan.is_some_and(|plan| Selection::of(dataset, &plan, &Choice::new()).is_some())
}

/// Gathers a dashboard under the filters of an address. `None` where the package has none.
pub async fn load<S: Source>(
    files: &PublishedFiles<S>,
    package: &str,
    address: &str,
) -> Result<Option<DashboardPage>, Problem> {
    files.outlines().await;
    let usual = Edition::usual(&files.catalog).package;
    let (mut asked, mut notices) = parse(address);
    if !package.is_empty() {
        asked.package = Some(package.to_owned());
    }
    let edition = files.edition_asked(&asked, &mut notices);
    let name = edition.package.clone();
    let own = files.dataset(&edition).await?;
    let Some(plan) = plan_of(&own) else {
        return Ok(None);
    };
    let mut choice = asked.filters;
    choice.retain(|field, values| plan.filters.contains(field) && !values.is_empty());
    let range = list_of(address, "period");
    let unknown = drop_unknown(&own, &plan, &mut choice, &range);
    let Some(selection) = Selection::of(&own, &plan, &choice) else {
        return Ok(None);
    };
    let answer = dashboard(&selection);
    let mut panels = Vec::new();
    for planned in &plan.panels {
        // `panel.<id>` names the chart type that a reader switched a panel to.
        let asked_view = list_of(address, &format!("panel.{}", planned.id));
        let view = asked_view.first().and_then(|name| View::parse(name));
        let asked = match &planned.package {
            Some(other) => {
                let edition = Edition::newest(other);
                // Which file holds the answer depends on the question, which needs roles alone.
                let roles = files.roles(&edition).await?;
                let question = panel_question(&selection, &roles, planned);
                match question {
                    Some(question) => files.slice(&edition, &question.query).await?,
                    None => continue,
                }
            }
            None => Rc::clone(&own),
        };
        panels.extend(panel(&selection, &asked, planned, view));
    }
    Ok(Some(DashboardPage {
        is_default: name == usual,
        edition: EditionWords::of(&files.catalog, &name, edition.at.as_deref()),
        title: own.package.title.clone(),
        version: own.package.version.clone(),
        created: own.package.created.chars().take(10).collect(),
        illustrative: own.package.outcomes.illustrative,
        owner: own.package.whose.clone(),
        address: address.to_owned(),
        package: name,
        views: files.views().await.unwrap_or_default(),
        choice,
        answer,
        panels,
        unknown,
    }))
}

/// Takes the values out of a choice that no record has, and returns them: a condition that matches
/// nothing must not show the number without it. `range` are the first and the last period of the
/// address: every period from one to the other is chosen.
fn drop_unknown(
    own: &Dataset,
    plan: &DashboardPlan,
    choice: &mut Choice,
    range: &[String],
) -> Vec<String> {
    let Some(whole) = Selection::of(own, plan, &Choice::new()) else {
        return Vec::new();
    };
    let known = whole.facets();
    let mut unknown = Vec::new();
    if let (Some(first), Some(last)) = (range.first(), range.last()) {
        let time = known.iter().find(|facet| facet.kind == AxisKind::Time);
        let at = |key: &String| {
            let values = time.map(|facet| facet.values.iter());
            values.and_then(|mut values| values.position(|value| value.key == *key))
        };
        match (time, at(first), at(last)) {
            (Some(time), Some(first), Some(last)) => {
                let between = &time.values[first.min(last)..=first.max(last)];
                let keys = between.iter().map(|value| value.key.clone());
                choice.insert(time.field.clone(), keys.collect());
            }
            _ => unknown.push(range.join("~")),
        }
    }
    for (field, values) in choice.iter_mut() {
        let facet = known.iter().find(|facet| facet.field == *field);
        values.retain(|value| {
            let is_known =
                facet.is_some_and(|facet| facet.values.iter().any(|known| known.key == *value));
            if !is_known {
                unknown.push(value.clone());
            }
            is_known
        });
    }
    choice.retain(|_, values| !values.is_empty());
    unknown
}

impl DashboardPage {
    pub fn document_title(&self) -> Message {
        match (self.is_default, self.illustrative) {
            (true, _) => m!(DashboardDocumentTitle),
            (false, true) => m!(DashboardSampleTitle),
            (false, false) => m!(DashboardPackageTitle, package = &self.title),
        }
    }

    pub fn description(&self) -> Message {
        match self.is_default {
            true => m!(DashboardDescription),
            false => m!(DashboardPackageDescription, package = &self.title),
        }
    }

    fn route(&self) -> Route {
        match self.is_default {
            true => Route::Overview,
            false => Route::Dashboard(self.package.clone()),
        }
    }
}

/// One filter of a choice in words: its field, its title, and (key, label) of each chip.
type ChosenWords = (String, String, Vec<(String, String)>);

/// The choice in words. Consecutive periods are one chip, whose key is empty: it removes the filter.
fn chosen_words(page: &DashboardPage) -> Vec<ChosenWords> {
    let words = page.answer.chosen.iter().map(|filter| {
        let keys = page.choice.get(&filter.field).cloned().unwrap_or_default();
        let facet = page
            .answer
            .filters
            .iter()
            .find(|facet| facet.field == filter.field);
        let chosen: Vec<usize> = facet
            .into_iter()
            .flat_map(|facet| {
                let values = facet.values.iter().enumerate();
                values
                    .filter(|(_, value)| keys.contains(&value.key))
                    .map(|(at, _)| at)
            })
            .collect();
        let is_range = facet.is_some_and(|facet| facet.kind == AxisKind::Time)
            && chosen.len() > 1
            && chosen.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        let chips = match (facet, is_range) {
            (Some(facet), true) => {
                let label = |at: Option<&usize>| {
                    at.map(|at| facet.values[*at].label.clone())
                        .unwrap_or_default()
                };
                let range = m!(
                    DashboardRange,
                    first = label(chosen.first()),
                    last = label(chosen.last())
                );
                vec![(String::new(), localize(range))]
            }
            _ => keys.into_iter().zip(filter.values.clone()).collect(),
        };
        (filter.field.clone(), filter.title.clone(), chips)
    });
    words.collect()
}

/// Every part that filters change, in document order.
pub fn slots(page: &DashboardPage) -> Vec<Slot> {
    let slot = |name: &str, view: AnyView| Slot {
        name: name.to_owned(),
        view,
    };
    let mut all = vec![
        slot("chosen", filters::chosen(page)),
        slot("tiles", tiles::tiles(page)),
    ];
    all.extend(page.panels.iter().map(|shown| Slot {
        name: format!("panel-{}", shown.id),
        view: panel::panel(page, shown),
    }));
    if let Some(table) = &page.answer.table {
        all.push(slot("holders", holders::table(page, table)));
    }
    if let Some(table) = &page.answer.reporting {
        all.push(slot("reporting", reporting::reporting(table)));
    }
    all
}

/// The dashboard with its heading and filters.
pub fn dashboard_view(page: &DashboardPage) -> AnyView {
    let heading = match (page.is_default, page.illustrative) {
        (true, _) => localize(m!(DashboardTitle)),
        (false, true) => localize(m!(DashboardSampleTitle)),
        (false, false) => localize(m!(DashboardPackageTitle, package = &page.title)),
    };
    let illustrative = page
        .illustrative
        .then(|| view! { <p class="illustrative">{localize(m!(DashboardSampleBanner))}</p> });
    let owner = page.owner.as_ref().map(|owner| {
        let how = match is_files(&page.package) {
            true => None,
            false => Some(view! { " "<a href=format!("{}{}", href(&Route::Explore), page.address)>{localize(m!(DashboardHowRead))}</a> }),
        };
        view! { <p class="foreign" role="note">{localize(prose::foreign_banner(owner))}{how}</p> }
    });
    // The parts that the build made for single values are of the newest version.
    let older = page
        .edition
        .as_ref()
        .and_then(|edition| older_note(edition, href(&page.route())));
    let has_parts = page.is_default && older.is_none();
    let versions = page.edition.as_ref().map(|edition| {
        let address = format!(
            "{}#{VERSIONS}",
            href(&Route::Package(edition.package.clone()))
        );
        view! { " · " <a href=address>{localize(m!(DashboardVersions))}</a> }
    });
    let official = (!shell().site.official).then(|| {
        view! { " · " {localize(m!(DashboardNotOfficial))} }
    });
    let updated = m!(
        DashboardUpdated,
        version = &page.version,
        date = Arg::Date(page.created.clone())
    );
    let mut slots = slots(page).into_iter().map(|slot| {
        let class = match slot.name.as_str() {
            "chosen" => "dashboard-chosen",
            "tiles" => "dashboard-tiles",
            "holders" | "reporting" => "dashboard-holders",
            _ => "panel",
        };
        let shown = page
            .panels
            .iter()
            .find(|panel| slot.name == format!("panel-{}", panel.id));
        let class = match shown.is_some_and(|panel| panel.wide) {
            true => "panel panel-wide",
            false => class,
        };
        let chooses = shown.and_then(|panel| panel.chooses.clone());
        view! { <div class=class data-slot=slot.name data-chooses=chooses>{slot.view}</div> }
            .into_any()
    });
    let chosen = slots.next();
    let tiles = slots.next();
    let mut rest: Vec<AnyView> = slots.collect();
    let reporting = page.answer.reporting.as_ref().and_then(|_| rest.pop());
    let table = page.answer.table.as_ref().and_then(|_| rest.pop());
    let panels = panel_columns(page, rest);
    view! {
        <div
            class="dashboard"
            data-dashboard=page.package.clone()
            data-parts=shell().place.file(&Route::Dashboard(page.package.clone()).path())
            data-loading=localize(m!(DashboardLoading))
            data-failed=localize(m!(DashboardFailed))
            data-filter=localize(m!(DashboardFilter))
            data-open=localize(m!(DashboardOpen))
            data-pages=page.is_default.then(pages)
            data-single=has_parts.then_some("")
        >
            <div class="wrap dashboard-head">
                <h1>{heading}</h1>
                <p class="dashboard-updated">{localize(updated)}{versions}{official}</p>
                {older}
                {illustrative}
                {owner}
            </div>
            {filters::bar(page)}
            <div class="wrap">
                {chosen}
                {tiles}
                <div class="panels">{panels}</div>
                {table}
                {reporting}
            </div>
            <p class="visually-hidden" role="status" data-live=""></p>
        </div>
    }
    .into_any()
}

/// Panels in two columns, which are one where there is no room. A panel as wide as both keeps them in rows.
fn panel_columns(page: &DashboardPage, mut panels: Vec<AnyView>) -> AnyView {
    if page.panels.iter().any(|panel| panel.wide) {
        return panels.into_any();
    }
    let second = panels.split_off(panels.len().div_ceil(2));
    view! {
        <div class="panel-column">{panels}</div>
        <div class="panel-column">{second}</div>
    }
    .into_any()
}

/// The page of a dashboard that is not the first page of the site.
pub(super) fn dashboard_page(page: DashboardPage) -> impl IntoView {
    dashboard_view(&page)
}

/// The address of the page of a value, by field, as JSON; `{key}` stands for the value.
fn pages() -> String {
    let key = || "{key}".to_owned();
    let pages = serde_json::json!({
        "state": href(&Route::State(key())),
        "industry_id": href(&Route::Industry(key())),
        "grantee_id": href(&Route::Grantee(key())),
    });
    pages.to_string()
}

/// The address of a state, an industry or a grantee, where a value of a filter has a page.
fn page_of(page: &DashboardPage, field: &str, key: &str) -> Option<String> {
    if !page.is_default {
        return None;
    }
    let route = match field {
        "state" => Route::State(key.to_owned()),
        "industry_id" => Route::Industry(key.to_owned()),
        "grantee_id" => Route::Grantee(key.to_owned()),
        _ => return None,
    };
    Some(href(&route))
}
