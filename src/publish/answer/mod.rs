//! `outcomes answer`: the frame of an address as JSON, and seeded random questions with their
//! answers, for an independent script to recompute.

mod dashboards;

pub use dashboards::dashboards;

use super::Disk;
use super::split_mix::SplitMix64;
use crate::bytes::join;
use crate::frame::{
    Facet, Frame, Refusal, answer, beside_published, facets, kinds_published, levels,
    measures_published, published_claims,
};
use crate::locale::Locale;
use crate::package::{self, Catalog, open_catalog};
use crate::problem::Problem;
use crate::query::{MeasureRef, Offer, Query, Resolved, SortOrder, parse, resolve, to_address};
use crate::table::{Dataset, load};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

const CATALOG: &str = "catalog.json";
const VIEWS: &str = "views.json";
/// Above this many rows, filter values are taken from the columns without counting their rows,
/// which would take too long.
const COUNTED: usize = 5000;
/// How often a question with an empty answer is replaced by another.
const TRIES: usize = 8;

/// A question and its answer.
#[derive(Serialize)]
pub struct AnsweredQuery {
    pub address: String,
    /// The question, with every default filled in.
    pub query: Query,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<Frame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// Answers one address, `?package=…&measure=…`, from the packages below `data`.
pub fn one(data: &Path, address: &str) -> Result<String, String> {
    let (query, _) = parse(address);
    let answered = OpenPackages::new(data)?.ask(&query)?;
    serde_json::to_string_pretty(&answered).map_err(|error| error.to_string())
}

/// Answers each address of `addresses` in turn; the answer goes to `tell` as one line of JSON as soon
/// as it is ready.
pub fn each(
    data: &Path,
    addresses: impl Iterator<Item = Result<String, String>>,
    mut tell: impl FnMut(String),
) -> Result<(), String> {
    let mut packages = OpenPackages::new(data)?;
    for address in addresses {
        let (query, _) = parse(&address?);
        let answered = packages.ask(&query)?;
        tell(serde_json::to_string(&answered).map_err(|error| error.to_string())?);
    }
    Ok(())
}

/// The packages below a folder, each version opened once, when it is first asked.
struct OpenPackages<'a> {
    data: &'a Path,
    catalog: Catalog,
    opened: BTreeMap<(String, Option<String>), Dataset>,
}

impl<'a> OpenPackages<'a> {
    fn new(data: &'a Path) -> Result<Self, String> {
        Ok(Self {
            data,
            catalog: catalog(data)?,
            opened: BTreeMap::new(),
        })
    }

    /// Answers a query; one that names no package goes to the default one, and one that names no version
    /// to the newest.
    fn ask(&mut self, query: &Query) -> Result<AnsweredQuery, String> {
        let name = query.package.clone();
        let name = name.or_else(|| Some(self.catalog.default_entry()?.name.clone()));
        let edition = (name.unwrap_or_default(), query.at.clone());
        if !self.opened.contains_key(&edition) {
            let dataset = open_version(self.data, &self.catalog, &edition.0, query.at.as_deref())?;
            self.opened.insert(edition.clone(), dataset);
        }
        ask(&self.opened[&edition], query).ok_or_else(|| "the package has no measure".to_owned())
    }
}

/// Asks `count` valid random questions to a package; each is passed to `tell` with its answer as
/// one line of JSON, as soon as it is ready. The same seed gives the same questions.
pub fn random(
    data: &Path,
    package: &str,
    (count, seed): (usize, u64),
    mut tell: impl FnMut(String),
) -> Result<(), String> {
    let dataset = open(data, &catalog(data)?, package)?;
    let mut dice = Dice(SplitMix64(seed));
    for _ in 0..count {
        let none = "the package has no measure";
        let mut answered = None;
        // Most random questions have an empty answer; a few of those are enough.
        for _ in 0..TRIES {
            let query = invent(&dataset, &mut dice).ok_or(none)?;
            let found = ask(&dataset, &query).ok_or(none)?;
            let has_rows = found
                .frame
                .as_ref()
                .is_some_and(|frame| !frame.rows.is_empty());
            answered = Some(found);
            if has_rows || dice.chance(20) {
                break;
            }
        }
        tell(serde_json::to_string(&answered).map_err(|error| error.to_string())?);
    }
    Ok(())
}

/// Every view of the published list with its answer, one JSON object per line, in the order of the
/// list.
pub fn views(data: &Path) -> Result<String, String> {
    let listed =
        super::now(package::open_views(&Disk(data.to_owned()), VIEWS)).map_err(problem_text)?;
    let mut lines = Vec::with_capacity(listed.views.len());
    let addresses = listed.views.iter().map(|view| Ok(view.query.clone()));
    each(data, addresses, |line| lines.push(line))?;
    Ok(lines.join("\n"))
}

/// The claims at the top of the overview, each as the frame of its card.
pub fn overview(data: &Path) -> Result<String, String> {
    let catalog = catalog(data)?;
    let name = catalog
        .default_entry()
        .map(|entry| entry.name.clone())
        .unwrap_or_default();
    let dataset = open(data, &catalog, &name)?;
    let frames = published_claims(&dataset, &catalog.overview.headlines);
    serde_json::to_string_pretty(&frames).map_err(|error| error.to_string())
}

fn problem_text(problem: Problem) -> String {
    Locale::EN.text(problem.sentence())
}

pub(super) fn catalog(data: &Path) -> Result<Catalog, String> {
    super::now(open_catalog(&Disk(data.to_owned()), CATALOG)).map_err(problem_text)
}

/// The newest version of a package.
pub(super) fn open(data: &Path, catalog: &Catalog, name: &str) -> Result<Dataset, String> {
    open_version(data, catalog, name, None)
}

fn open_version(
    data: &Path,
    catalog: &Catalog,
    name: &str,
    at: Option<&str>,
) -> Result<Dataset, String> {
    let entry = catalog
        .entry(name)
        .ok_or_else(|| format!("there is no package “{name}”"))?;
    let path = match at {
        Some(at) => {
            let version = entry.version(at);
            let none = || format!("the package “{name}” has no version “{at}”");
            let version = version.ok_or_else(none)?;
            if let Some(tombstone) = version.tombstone() {
                return Err(Locale::EN.text(tombstone.sentence()));
            }
            &version.path
        }
        None => &entry.path,
    };
    let source = Disk(data.to_owned());
    super::now(async {
        let address = join(CATALOG, path);
        let package = package::open(&source, &address)
            .await
            .map_err(problem_text)?;
        Ok(load(&source, package.value).await)
    })
}

/// Asks through the address, so that writing and reading addresses are tested too.
fn ask(dataset: &Dataset, query: &Query) -> Option<AnsweredQuery> {
    let address = to_address(query, &Query::default());
    let (query, _) = parse(&address);
    let resolved = resolve(&dataset.package, &query)?;
    let (frame, refusal) = match answer(dataset, &resolved) {
        Ok(frame) => (Some(frame), None),
        Err(refusal) => (None, Some(refusal)),
    };
    Some(AnsweredQuery {
        address,
        query: resolved.query,
        frame,
        refusal,
    })
}

/// Chooses measure, breakdown, series, filters, level and kind from what the package offers.
fn invent(dataset: &Dataset, dice: &mut Dice) -> Option<Query> {
    let offer = Offer::of(&dataset.package);
    let wide = offer.measures.iter().map(|measure| measure.code.clone());
    let published = measures_published(dataset)
        .into_iter()
        .map(|entry| entry.code);
    let (wide, published): (Vec<_>, Vec<_>) = (wide.collect(), published.collect());
    let codes = if wide.is_empty() || (!published.is_empty() && dice.chance(50)) {
        published
    } else {
        wide
    };
    let mut query = Query {
        package: Some(dataset.package.name.clone()),
        measure: Some(dice.one_of(&codes)?.clone()),
        ..Query::default()
    };
    let offered = resolve(&dataset.package, &query)?.dimensions;
    let fields: Vec<String> = offered
        .into_iter()
        .filter(|dimension| !dimension.hidden)
        .map(|dimension| dimension.field)
        .collect();
    query.by = dice.one_of(&fields).cloned();
    query.series = Some(String::new());
    if dice.chance(30) {
        query.series = dice.one_of(&fields).cloned();
    }
    let plain = resolve(&dataset.package, &query)?;
    let kinds = kinds_published(dataset, &plain);
    if dice.chance(70) {
        query.kind = dice.one_of(&kinds).copied();
    }
    let levels = levels(dataset, &plain);
    if dice.chance(60) {
        query.level = dice.one_of(&levels).cloned();
    }
    let filters = dice.below(3);
    let choices = match filters {
        0 => Vec::new(),
        _ => choices(dataset, &plain),
    };
    for _ in 0..filters {
        let Some((field, known)) = dice.one_of(&choices) else {
            break;
        };
        let count = if dice.chance(60) {
            1
        } else {
            2 + dice.below(2)
        };
        let mut values: Vec<String> = (0..count)
            .filter_map(|_| dice.one_of(known).cloned())
            .collect();
        values.sort();
        values.dedup();
        query.filters.insert(field.clone(), values);
    }
    beside(dataset, &plain, &mut query, dice);
    if dice.chance(20) {
        query.sort = Some(SortOrder::Name);
    }
    if dice.chance(10) {
        query.top = Some(1 + dice.below(5) as u32);
    }
    Some(query)
}

/// Each field that can be filtered, with its values.
fn choices(dataset: &Dataset, plain: &Resolved) -> Vec<(String, Vec<String>)> {
    let table = dataset.table(&plain.measure.resource);
    let Some(table) = table.filter(|table| table.len > COUNTED) else {
        let facets = facets(dataset, plain).into_iter();
        let keys = |facet: Facet| facet.values.into_iter().map(|value| value.key).collect();
        return facets
            .map(|facet| (facet.field.clone(), keys(facet)))
            .collect();
    };
    let visible = plain.dimensions.iter().filter(|known| !known.hidden);
    let own = visible.filter_map(|known| Some((known, table.codes(&known.field)?)));
    own.map(|(known, column)| {
        let words = column.words().iter().skip(1);
        (known.field.clone(), words.cloned().collect())
    })
    .collect()
}

/// Sometimes adds further measures, a measure on the horizontal axis, shares, or a view that fits.
fn beside(dataset: &Dataset, plain: &Resolved, query: &mut Query, dice: &mut Dice) {
    let offer = Offer::of(&dataset.package);
    let first = &plain.measure;
    let is_figure = first.reference == MeasureRef::Figure;
    // (code, whether it has the same unit): figures with a different unit are requested too, to be
    // refused.
    let known: Vec<(String, bool)> = match is_figure {
        true => {
            let found = beside_published(dataset, plain).into_iter();
            found.map(|(code, _, is_same)| (code, is_same)).collect()
        }
        false => {
            let own = offer
                .measures
                .iter()
                .filter(|other| other.resource == first.resource && other.code != first.code);
            own.map(|other| (other.code.clone(), other.unit == first.unit))
                .collect()
        }
    };
    match dice.below(10) {
        0..3 => {
            let may_differ = is_figure && dice.chance(5);
            let fit = known.iter().filter(|(_, is_same)| *is_same || may_differ);
            let fit: Vec<String> = fit.map(|(code, _)| code.clone()).collect();
            let picked = (0..1 + dice.below(3)).filter_map(|_| dice.one_of(&fit).cloned());
            query.compare = picked.collect();
            query.series = Some(String::new());
        }
        3..5 => query.x = dice.one_of(&known).map(|(code, _)| code.clone()),
        5..7 => query.share = true,
        _ => {}
    }
    if let Some(resolved) = resolve(&dataset.package, query) {
        query.share = resolved.query.share;
        query.view = dice.one_of(&resolved.views()).copied();
    }
}

/// Draws by the remainder of a division: small results are a little more likely, and the questions of a seed stay the
/// same.
struct Dice(SplitMix64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0.next_bits()
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.roll() % bound.max(1) as u64) as usize
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.roll() % 100 < percent
    }

    fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}
