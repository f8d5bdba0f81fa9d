//! `/dashboard/`: the dashboards of the site's packages, and one of any other package or table, which
//! `public/dashboard-open.js` makes with the module `embed`.

use super::load;
use crate::bytes::Source;
use crate::loader::PublishedFiles;
use crate::m;
use crate::package::ExternalPlan;
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// The page that leads to every dashboard.
#[derive(Clone, Debug)]
pub struct DashboardsPage {
    /// Name and title of each package with a dashboard.
    packages: Vec<(String, String)>,
    /// The package whose dashboard is the first page of the site.
    usual: String,
    /// What other packages the site opens.
    external: ExternalPlan,
}

/// Lists the packages of the catalog that have a dashboard.
pub(in crate::pages) async fn load_list<S: Source>(
    files: &PublishedFiles<S>,
) -> Result<DashboardsPage, Problem> {
    let mut packages = Vec::new();
    for entry in &files.catalog.packages {
        if load(files, &entry.name, "").await?.is_some() {
            packages.push((entry.name.clone(), entry.title.clone()));
        }
    }
    let usual = files.catalog.default_entry();
    Ok(DashboardsPage {
        packages,
        usual: usual.map(|entry| entry.name.clone()).unwrap_or_default(),
        external: files.catalog.site.foreign.clone(),
    })
}

pub(in crate::pages) fn dashboards_page(page: DashboardsPage) -> impl IntoView {
    let links = page
        .packages
        .iter()
        .map(|(name, title)| {
            let route = match *name == page.usual {
                true => Route::Overview,
                false => Route::Dashboard(name.clone()),
            };
            view! { <li><a href=href(&route) data-package=name.clone()>{title.clone()}</a></li> }
        })
        .collect_view();
    let by_address = page.external.addresses.then(|| {
        view! {
            <form class="opener-way" method="get" action=href(&Route::Dashboard(String::new()))>
                <label for="dashboard-address">{localize(m!(ForeignOpenAddress))}</label>
                <div class="opener-row">
                    <input id="dashboard-address" name="package" type="text" inputmode="url" autocomplete="url" spellcheck="false" required placeholder="https://…/datapackage.json"/>
                    <button type="submit" class="chip">{localize(m!(ForeignOpenButton))}</button>
                </div>
            </form>
        }
    });
    let by_files = page.external.files.then(|| {
        view! {
            <div class="opener-way opener-scripts">
                <label for="dashboard-files">{localize(m!(ForeignOpenFiles))}</label>
                <input id="dashboard-files" type="file" multiple accept=".csv,.tsv,.tab,.json,text/csv,application/json" data-dashboard-files=""/>
                <p class="note">{localize(m!(ForeignOpenFilesNote))}</p>
            </div>
        }
    });
    view! {
        <div
            data-open-dashboard=""
            data-loading=localize(m!(DashboardsLoading))
            data-failed=localize(m!(DashboardsFailed, reason = "{reason}"))
            data-explore=href(&Route::Explore)
            data-explore-words=localize(m!(FigureExplore))
        >
            <div class="wrap page-head">
                <h1>{localize(m!(DashboardsTitle))}</h1>
                <p class="lede">{localize(m!(DashboardsLede))}</p>
            </div>
            <section class="wrap band" aria-labelledby="dashboards">
                <h2 id="dashboards">{localize(m!(DashboardsOwn))}</h2>
                <ul class="view-list">{links}</ul>
            </section>
            <section class="wrap band opener" aria-labelledby="dashboards-other">
                <h2 id="dashboards-other">{localize(m!(DashboardsOther))}</h2>
                <p>{localize(m!(DashboardsOtherNote))}</p>
                <div class="opener-ways">{by_address} {by_files}</div>
            </section>
            <p class="wrap" role="status" data-opening=""></p>
        </div>
    }
}
