//! The description of a package that all catalogs use, computed once.

use super::SiteAddress;
use crate::bytes::join;
use crate::frame::measures_published;
use crate::locale::{Locale, unit_long};
use crate::m;
use crate::package::{Catalog, CatalogEntry, Package, Resource, ResourceRole, Role, Version};
use crate::query::{AxisKind, MeasureRef, Offer, dimensions_of};
use crate::site::Route;
use crate::table::{Dataset, Table, needed};
use crate::value::{DateWords, Grain, Kind, Unit};

/// The standard that every package follows, Data Package v2.
pub(super) const DATA_PACKAGE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// A package with the extent of its tables.
#[derive(Clone, Debug)]
pub struct Described<'a> {
    pub package: &'a Package,
    pub entry: &'a CatalogEntry,
    pub measures: Vec<Measure>,
    /// The first and the last day that the data give for results. `None` where they give none: the
    /// date of publication is not the date of a result. The last is `None` where a result has only
    /// a date of publication, later than all given days.
    pub days: Option<(String, Option<String>)>,
    /// Names of the places that the data cover.
    pub places: Vec<String>,
}

/// One measure of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub code: String,
    pub title: String,
    pub definition: Option<String>,
    /// The unit as words.
    pub unit: Option<String>,
}

/// One file of a package, at the address where its bytes never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    pub title: String,
    pub description: Option<String>,
    pub url: String,
    pub bytes: Option<u64>,
    /// SHA-256 in lowercase hexadecimal.
    pub sha256: Option<String>,
}

/// Describes a package; `None` where the catalog does not list it.
pub fn describe<'a>(
    catalog: &'a Catalog,
    dataset: &'a Dataset,
    locale: Locale,
) -> Option<Described<'a>> {
    let package = &dataset.package;
    Some(Described {
        package,
        entry: catalog.entry(&package.name)?,
        measures: measures(dataset, locale),
        days: days(dataset),
        places: places(package, locale),
    })
}

impl Described<'_> {
    /// Whether its data are real, so that catalogs may list it.
    pub fn is_real(&self) -> bool {
        !self.package.outcomes.illustrative && !self.entry.illustrative
    }

    /// The release of this version, where it was released.
    pub fn release(&self) -> Option<&Version> {
        self.entry.version(&self.package.version)
    }

    /// The date of the first release.
    pub fn issued(&self) -> Option<&str> {
        let days = self.entry.versions.iter().map(|it| it.released.as_str());
        days.filter(|day| !day.is_empty()).min()
    }

    /// The date of this release.
    pub fn modified(&self) -> Option<&str> {
        let released = self.release().map(|version| version.released.as_str());
        released
            .or(self.package.created.get(..10))
            .filter(|day| !day.is_empty())
    }

    /// The address of the page of the package.
    pub fn page(&self, address: &SiteAddress) -> String {
        address.url(&Route::Package(self.package.name.clone()).path())
    }

    /// The address of the manifest of this release.
    pub fn manifest(&self, address: &SiteAddress) -> String {
        address.url(&self.manifest_path())
    }

    fn manifest_path(&self) -> String {
        match self.release() {
            Some(version) => format!("data/{}", version.path),
            None => self.package.address.clone(),
        }
    }

    /// The files, without those that repeat a part of another.
    pub fn downloads(&self, address: &SiteAddress) -> Vec<Download> {
        let manifest = self.manifest_path();
        needed(self.package)
            .map(|resource| download(address, &manifest, resource))
            .collect()
    }

    /// The time interval according to ISO 8601, where it has an end or `open` may replace it.
    pub fn span(&self, open: Option<&str>) -> Option<String> {
        let (first, last) = self.days.as_ref()?;
        Some(format!("{first}/{}", last.as_deref().or(open)?))
    }

    /// The address of the license, otherwise its name.
    pub fn license(&self) -> Option<&str> {
        let license = self.package.licenses.first()?;
        license.path.as_deref().or(license.name.as_deref())
    }

    /// Addresses of the sources of the package.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let paths = self.package.sources.iter();
        paths.filter_map(|source| source.path.as_deref())
    }
}

fn download(address: &SiteAddress, manifest: &str, resource: &Resource) -> Download {
    let hash = resource.hash.as_deref();
    Download {
        title: resource.title().to_owned(),
        description: resource.description.clone(),
        url: address.url(&join(manifest, &resource.path)),
        bytes: resource.bytes,
        sha256: hash
            .and_then(|hash| hash.strip_prefix("sha256:"))
            .map(str::to_ascii_lowercase),
    }
}

/// The measures of wide tables, without those that only count records, then those of published
/// figures.
fn measures(dataset: &Dataset, locale: Locale) -> Vec<Measure> {
    let words = |unit: &Unit| unit_long(unit).map(|message| locale.text(message));
    let wide = Offer::of(&dataset.package).measures.into_iter();
    let mut all: Vec<Measure> = wide
        .filter(|measure| measure.reference != MeasureRef::Count)
        .map(|measure| Measure {
            unit: words(&measure.unit),
            code: measure.code,
            title: measure.title,
            definition: measure.definition,
        })
        .collect();
    let published = measures_published(dataset).into_iter();
    all.extend(published.map(|entry| Measure {
        unit: list_cell(dataset, &entry.code, Role::UnitCode).and_then(|code| words(&Unit(code))),
        definition: list_cell(dataset, &entry.code, Role::Definition),
        code: entry.code,
        title: entry.title,
    }));
    all
}

/// A cell of the package's list of measures.
fn list_cell(dataset: &Dataset, code: &str, role: Role) -> Option<String> {
    let list = dataset.package.of_role(ResourceRole::Measures).next()?;
    let table = dataset.table(&list.name)?;
    let key = list.schema.primary_key().first()?;
    let row = (0..table.len).find(|row| table.text(key, *row) == code)?;
    let text = table.text(&list.with_role(role)?.name, row);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The time range of all results. Targets and projections are later than the data, and background
/// is earlier; neither extends the range.
fn days(dataset: &Dataset) -> Option<(String, Option<String>)> {
    let mut named: Vec<(String, String)> = Vec::new();
    let mut published: Option<String> = None;
    let tables =
        dataset.package.resources.iter().filter(|resource| {
            matches!(resource.role(), ResourceRole::Facts | ResourceRole::Figures)
        });
    for resource in tables {
        let Some(table) = dataset.table(&resource.name) else {
            continue;
        };
        for row in (0..table.len).filter(|row| is_result(resource, table, *row)) {
            let before = named.len();
            named.extend(named_days(resource, table, row));
            if named.len() == before {
                let day = of_date(text(resource, table, Role::PublishedOn, row));
                published = published.max(day.map(|(first, _)| first));
            }
        }
    }
    let first = named.iter().map(|(first, _)| first).min()?.clone();
    let last = named.iter().map(|(_, last)| last).max()?.clone();
    let is_open = published.is_some_and(|day| day > last);
    Some((first, (!is_open).then_some(last)))
}

fn text<'a>(resource: &Resource, table: &'a Table, role: Role, row: usize) -> &'a str {
    resource
        .with_role(role)
        .map_or("", |field| table.text(&field.name, row))
}

fn is_result(resource: &Resource, table: &Table, row: usize) -> bool {
    let text = |role: Role| text(resource, table, role, row);
    let kind = Kind::parse(text(Role::Kind));
    kind.is_none_or(|kind| kind == Kind::Actual) && text(Role::Background) != "true"
}

fn named_days<'a>(
    resource: &'a Resource,
    table: &'a Table,
    row: usize,
) -> impl Iterator<Item = (String, String)> + 'a {
    resource.schema.fields.iter().filter_map(move |field| {
        let text = table.text(&field.name, row);
        match field.outcomes.role? {
            Role::Period => of_period(field.outcomes.grain, text),
            Role::AsOf | Role::PeriodStart | Role::PeriodEnd => of_date(text),
            _ => None,
        }
    })
}

fn of_date(text: &str) -> Option<(String, String)> {
    let date = DateWords::parse(text)?;
    Some((date.first_day(), date.last_day()))
}

/// A federal fiscal year begins in October of the year before.
fn of_period(grain: Option<Grain>, text: &str) -> Option<(String, String)> {
    match grain {
        Some(Grain::FiscalYear) => {
            let year: u32 = text.parse().ok()?;
            Some((
                format!("{}-10-01", year.checked_sub(1)?),
                format!("{year}-09-30"),
            ))
        }
        Some(Grain::Quarter) => {
            let (year, quarter) = text.split_once("-Q")?;
            let last = quarter
                .parse::<u32>()
                .ok()
                .filter(|it| (1..=4).contains(it))?
                * 3;
            let end = DateWords(format!("{year}-{last:02}")).last_day();
            Some((format!("{year}-{:02}-01", last - 2), end))
        }
        _ => of_date(text),
    }
}

/// The United States where a table is by state or nation: both code lists are of that country.
fn places(package: &Package, locale: Locale) -> Vec<String> {
    let is_of_the_country = package.resources.iter().any(|resource| {
        dimensions_of(package, resource).iter().any(|dimension| {
            dimension.kind == AxisKind::Places || dimension.list.as_deref() == Some("nations")
        })
    });
    let name = || locale.text(m!(FeedsUnitedStates));
    is_of_the_country.then(name).into_iter().collect()
}
