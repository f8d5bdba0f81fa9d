//! The dashboard of a package: tiles, panels and a table that answer one choice of filters.
//!
//! The page is prerendered without filters. Each part that a filter changes is a *slot*. The build also
//! writes the slots of every single filter value (`publish/prerender/dashboard.rs`), and
//! `public/dashboard.js` puts them in place. For other choices the module `embed` makes the same slots
//! with the same functions.

mod filters;
mod holders;
mod panel;
mod tiles;

use crate::bytes::Source;
use crate::frame::{
    Choice, Dashboard, DashboardPanel, dashboard, panel, panel_question, proposed_dashboard,
};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::{DashboardPlan, Views};
use crate::problem::Problem;
use crate::query::parse;
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
    /// The dashboard is the site's first page.
    pub is_default: bool,
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

/// Gathers a dashboard under the filters of an address. `None` where the package has none.
pub async fn load<S: Source>(
    files: &PublishedFiles<S>,
    package: &str,
    address: &str,
) -> Result<Option<DashboardPage>, Problem> {
    files.outlines().await;
    let usual = Edition::usual(&files.catalog).package;
    let name = match package {
        "" => parse(address).0.package.unwrap_or_else(|| usual.clone()),
        name => name.to_owned(),
    };
    let own = files.dataset(&Edition::newest(&name)).await?;
    let Some(plan) = plan_of(&own) else {
        return Ok(None);
    };
    let mut choice = parse(address).0.filters;
    choice.retain(|field, values| plan.filters.contains(field) && !values.is_empty());
    let unknown = drop_unknown(&own, &plan, &mut choice);
    let Some(answer) = dashboard(&own, &plan, &choice) else {
        return Ok(None);
    };
    let mut panels = Vec::new();
    for planned in &plan.panels {
        let asked = match &planned.package {
            Some(other) => {
                let edition = Edition::newest(other);
                // Which file holds the answer depends on the question, which needs roles alone.
                let roles = files.roles(&edition).await?;
                let question = panel_question(&own, &roles, &plan, planned, &choice);
                match question {
                    Some((query, ..)) => files.slice(&edition, &query).await?,
                    None => continue,
                }
            }
            None => Rc::clone(&own),
        };
        panels.extend(panel(&own, &asked, &plan, planned, &choice));
    }
    Ok(Some(DashboardPage {
        is_default: name == usual,
        title: own.package.title.clone(),
        version: own.package.version.clone(),
        created: own.package.created.chars().take(10).collect(),
        illustrative: own.package.outcomes.illustrative,
        package: name,
        views: files.views().await.unwrap_or_default(),
        choice,
        answer,
        panels,
        unknown,
    }))
}

/// Takes the values out of a choice that no record has, and returns them: a condition that matches
/// nothing must not show the number without it.
fn drop_unknown(own: &Dataset, plan: &DashboardPlan, choice: &mut Choice) -> Vec<String> {
    let Some(whole) = dashboard(own, plan, &Choice::new()) else {
        return Vec::new();
    };
    let mut unknown = Vec::new();
    for (field, values) in choice.iter_mut() {
        let facet = whole.filters.iter().find(|facet| facet.field == *field);
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
        match self.is_default {
            true => m!(DashboardDocumentTitle),
            false => m!(DashboardPackageTitle, package = &self.title),
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
    all
}

/// The dashboard with its heading and filters.
pub fn dashboard_view(page: &DashboardPage) -> AnyView {
    let heading = match page.is_default {
        true => localize(m!(DashboardTitle)),
        false => localize(m!(DashboardPackageTitle, package = &page.title)),
    };
    let illustrative = page
        .illustrative
        .then(|| view! { <p class="illustrative">{localize(m!(IllustrativeBanner))}</p> });
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
            "holders" => "dashboard-holders",
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
    let table = page.answer.table.as_ref().and_then(|_| rest.pop());
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
            data-single=page.is_default.then_some("")
        >
            <div class="wrap dashboard-head">
                <h1>{heading}</h1>
                <p class="dashboard-updated">{localize(updated)}{official}</p>
                {illustrative}
            </div>
            {filters::bar(page)}
            <div class="wrap">
                {chosen}
                {tiles}
                <div class="panels">{rest}</div>
                {table}
            </div>
            <p class="visually-hidden" role="status" data-live=""></p>
        </div>
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
