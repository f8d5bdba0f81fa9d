//! Data and methods: the packages of the site, and how numbers are treated.

use crate::bytes::Source;
use crate::loader::PublishedFiles;
use crate::locale::Arg;
use crate::m;
use crate::package::CatalogEntry;
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

#[derive(Clone, Debug)]
pub struct DataPage {
    packages: Vec<CatalogEntry>,
}

pub(super) async fn load<S: Source>(files: &PublishedFiles<S>) -> Result<DataPage, Problem> {
    Ok(DataPage {
        packages: files.catalog.packages.clone(),
    })
}

pub(super) fn data_page(page: DataPage) -> impl IntoView {
    let packages = page.packages.into_iter().map(|entry| {
        // The latest version is the first.
        let version = entry.versions.first().cloned().unwrap_or_default();
        let line = localize(m!(DataPackageVersion, version = version.version, date = Arg::Date(version.released)));
        let address = href(&Route::Package(entry.name));
        view! {
            <li class="package">
                <h3><a href=address>{entry.title}</a></h3>
                {entry.illustrative.then(|| view! { <p class="illustrative">{localize(m!(DataIllustrative))}</p> })}
                <p>{entry.summary}</p>
                <p class="package-version">{line}</p>
            </li>
        }
    }).collect_view();
    let methods = [
        m!(DataMethodQualifier),
        m!(DataMethodKind),
        m!(DataMethodMedian),
        m!(DataMethodRatio),
        m!(DataMethodDates),
        m!(DataMethodStatus),
    ];
    let methods = methods
        .into_iter()
        .map(|line| view! { <li>{localize(line)}</li> })
        .collect_view();
    let openapi = shell().place.file("openapi.json");
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(DataTitle))}</h1>
            <p class="lede">{localize(m!(DataLede))}</p>
            <p class="page-ways"><a href=href(&Route::PublishData)>{localize(m!(PublishDataTitle))}</a></p>
        </div>
        <section class="wrap band" aria-labelledby="packages">
            <h2 id="packages">{localize(m!(DataPackages))}</h2>
            <ul class="packages">{packages}</ul>
        </section>
        <section class="wrap band" aria-labelledby="methods">
            <h2 id="methods">{localize(m!(DataMethods))}</h2>
            <ul class="methods">{methods}</ul>
        </section>
        <section class="wrap band" aria-labelledby="programs">
            <h2 id="programs">{localize(m!(DataPrograms))}</h2>
            <p>{localize(m!(DataProgramsText))}</p>
            <p><a href=openapi>{localize(m!(DataProgramsLink))}</a></p>
        </section>
    }
}
