//! A question with its answer and everything the controls offer: a plain value.

use super::choice::{Control, compare};
use super::offered::{ControlOption, Offering, Way};
use crate::bytes::Source;
use crate::external::{ColumnWords, TableWords};
use crate::frame::{Facet, Frame, Refusal, answer, beside_published, fits, resolve_with_data};
use crate::loader::{Edition, EditionWords, PublishedFiles};
use crate::locale::Message;
use crate::m;
use crate::package::{Catalog, ExternalPlan};
use crate::problem::{Fault, Problem};
use crate::prose;
use crate::query::{AxisKind, MeasureRef, Notice, Offer, Query, Resolved, View};
use crate::table::Dataset;
use crate::value::{Grain, Kind};
use serde::{Deserialize, Serialize};

/// What Explore shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExploreAnswer {
    /// The question as its address has it.
    pub asked: Query,
    /// The question with every default filled in.
    pub query: Query,
    pub packages: Vec<ControlOption>,
    /// The published versions of the package with the day of each, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<(String, String)>,
    /// The version that is shown, where the site publishes the package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionWords>,
    pub measures: Vec<ControlOption>,
    pub bys: Vec<ControlOption>,
    /// Second break-downs; none where measures are the series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<ControlOption>,
    /// Measures with the same unit, which can be shown with the selected one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparable: Vec<ControlOption>,
    /// Measures for the x-axis of a scatter plot of the selected one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<ControlOption>,
    /// The parts of each row make up a whole.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub can_share: bool,
    pub views: Vec<View>,
    pub kinds: Vec<Kind>,
    pub levels: Vec<ControlOption>,
    pub facets: Vec<Facet>,
    /// What else a visitor may open here.
    pub foreign: ExternalPlan,
    /// How the columns of an external package are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnWords>,
    /// What was decided about the tables of these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableWords>,
    pub outcome: Result<Frame, Refusal>,
    /// Where the question was refused, others near to it that have an answer. No prerendered page is refused.
    #[serde(skip)]
    pub ways: Vec<Way>,
    /// Not carried in a page: the address that was prerendered has none.
    #[serde(skip)]
    pub notices: Vec<Notice>,
    /// What was wrong with the package's data.
    /// Not stored in a page: with problems, the explorer is mounted anew instead of hydrated.
    #[serde(skip)]
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: usize,
}

impl ExploreAnswer {
    /// Answers `asked` from a package that is loaded.
    pub fn new(catalog: &Catalog, dataset: &Dataset, asked: Query, notices: Vec<Notice>) -> Self {
        let mut empty = Self::empty(catalog, asked.clone(), notices);
        let package = &dataset.package;
        if package.whose.is_some() {
            empty
                .packages
                .push(ControlOption::new(&package.name, &package.title));
        }
        empty.problems.clone_from(&dataset.problems);
        empty.problem_count = dataset.problems.len();
        match resolve_with_data(dataset, &asked) {
            Some(resolved) => empty.filled(dataset, resolved),
            None => empty,
        }
    }

    /// The answer for an external package that could not be opened, or for a version that was withdrawn.
    pub fn not_opened(
        catalog: &Catalog,
        asked: Query,
        notices: Vec<Notice>,
        problem: Problem,
    ) -> Self {
        let mut empty = Self::empty(catalog, asked, notices);
        // The note on the version has the sentence, with the way to the version that replaces it.
        if matches!(problem.fault, Fault::Withdrawn { .. }) {
            empty.outcome = Err(Refusal::Withdrawn);
            return empty;
        }
        if let Some(package) = &empty.asked.package {
            empty.packages.push(ControlOption::new(package, package));
        }
        empty.outcome = Err(Refusal::NotOpened);
        empty.problems = vec![problem];
        empty.problem_count = 1;
        empty
    }

    fn empty(catalog: &Catalog, asked: Query, notices: Vec<Notice>) -> Self {
        let packages = catalog
            .packages
            .iter()
            .map(|entry| ControlOption::new(&entry.name, &entry.title));
        let name = asked.package.as_deref();
        let entry = match name {
            Some(name) => catalog.entry(name),
            None => catalog.default_entry(),
        };
        let versions = entry.into_iter().flat_map(|entry| &entry.versions);
        let versions = versions.filter(|known| known.withdrawn.is_none());
        let versions = versions.map(|known| (known.version.clone(), known.released.clone()));
        Self {
            edition: entry
                .and_then(|entry| EditionWords::of(catalog, &entry.name, asked.at.as_deref())),
            versions: versions.collect(),
            query: asked.clone(),
            asked,
            packages: packages.collect(),
            measures: Vec::new(),
            bys: Vec::new(),
            series: Vec::new(),
            comparable: Vec::new(),
            against: Vec::new(),
            can_share: false,
            views: Vec::new(),
            kinds: Vec::new(),
            levels: Vec::new(),
            facets: Vec::new(),
            foreign: catalog.site.foreign.clone(),
            columns: Vec::new(),
            tables: Vec::new(),
            outcome: Err(Refusal::Empty),
            ways: Vec::new(),
            notices,
            problems: Vec::new(),
            problem_count: 0,
        }
    }

    fn filled(mut self, dataset: &Dataset, resolved: Resolved) -> Self {
        self.notices.extend(resolved.notices.clone());
        // Controls change the question as it was understood: a box takes back the value that it shows.
        for (field, values) in &resolved.query.filters {
            if let Some(asked) = self.asked.filters.get_mut(field) {
                asked.clone_from(values);
            }
        }
        let asked = self.asked.clone();
        let offering = Offering {
            dataset,
            asked: &asked,
            resolved: &resolved,
        };
        self.measures = offering.measures();
        self.bys = offering.break_downs();
        self.series = offering.series();
        self.views = resolved.views();
        let (comparable, against) = further(dataset, &resolved);
        self.comparable = offering.answered(comparable, |code| {
            let mut query = asked.clone();
            compare(&mut query, resolved.query.compare.clone(), code, true);
            query
        });
        self.against = offering.answered(against, |code| {
            Control::Across.change(asked.clone(), &resolved.query, code.to_owned())
        });
        self.can_share = resolved.adds_over_series();
        self.facets = offering.filters();
        self.kinds = offering.kinds();
        self.levels = offering.levels();
        self.outcome = answer(dataset, &resolved);
        if self.outcome.is_err() {
            self.views.clear();
            self.ways = offering.ways(&self.bys, &self.measures, &self.facets);
        }
        self.query = resolved.query;
        if let Ok(frame) = &self.outcome {
            self.query.level.clone_from(&frame.query.level);
            self.query.kind = frame.query.kind;
            self.views.retain(|view| fits(frame, *view));
            // The rows themselves may not fit a view that the question did.
            if let Some(view) = self.query.view.filter(|view| !fits(frame, *view)) {
                let view = view.as_str().to_owned();
                self.notices.push(Notice::ViewDoesNotFit { view });
            }
            self.notices.extend(frame.lost_remarks());
            self.query.view = frame.query.view;
            if let Some(measure) = self
                .measures
                .iter_mut()
                .find(|choice| choice.key == frame.measure.code)
            {
                measure.title.clone_from(&frame.measure.title);
            }
        }
        self
    }

    /// The title of the document.
    pub fn title(&self) -> Message {
        match &self.outcome {
            Ok(frame) => match &frame.package.whose {
                Some(whose) => m!(
                    ForeignDocumentTitle,
                    title = prose::title(frame),
                    whose = prose::whose(whose)
                ),
                None => prose::title(frame),
            },
            Err(_) => m!(ExploreTitle),
        }
    }
}

/// The answer from a loaded package, with how its columns are read where the package declares no roles.
pub(in crate::pages) fn answered<S: Source>(
    files: &PublishedFiles<S>,
    edition: &Edition,
    dataset: &Dataset,
    asked: Query,
    mut notices: Vec<Notice>,
) -> ExploreAnswer {
    let columns = files.columns(edition);
    if let Some(columns) = &columns {
        let unused = columns
            .unused
            .iter()
            .map(|correction| Notice::UnknownReading {
                table: correction.table.clone(),
                field: correction.field.clone(),
                reading: correction.reading.as_str().to_owned(),
            });
        notices.extend(unused);
    }
    let mut answered = ExploreAnswer::new(&files.catalog, dataset, asked, notices);
    if let Some(known) = columns {
        answered.columns.clone_from(&known.columns);
        answered.tables.clone_from(&known.tables);
    }
    answered
}

/// (measures that share a scale with the first, measures that can be its x-axis).
fn further(dataset: &Dataset, resolved: &Resolved) -> (Vec<ControlOption>, Vec<ControlOption>) {
    let first = &resolved.measure;
    let is_figure = first.reference == MeasureRef::Figure;
    let known: Vec<(ControlOption, bool)> = match is_figure {
        true => beside_published(dataset, resolved)
            .into_iter()
            .map(|(code, title, is_same)| (ControlOption::new(&code, &title), is_same))
            .collect(),
        false => {
            let offer = Offer::of(&dataset.package);
            let others = offer
                .measures
                .iter()
                .filter(|other| other.resource == first.resource && other.code != first.code);
            others
                .map(|other| {
                    let option = ControlOption::new(&other.code, &other.title);
                    (option, other.unit == first.unit)
                })
                .collect()
        }
    };
    let same = known.iter().filter(|(_, is_same)| *is_same);
    let compare = same.map(|(choice, _)| choice.clone()).collect();
    let by_day = resolved.by.kind == AxisKind::Time && resolved.by.grain == Some(Grain::Date);
    let against = match is_figure && by_day {
        true => Vec::new(),
        false => known.into_iter().map(|(choice, _)| choice).collect(),
    };
    (compare, against)
}
