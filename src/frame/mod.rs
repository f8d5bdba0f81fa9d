//! The answer to a query: ordered rows of quantities with everything needed to read them.
//!
//! The chart, the table, the sentence, the alternative text and the download are made from the
//! same [`Frame`], so they cannot disagree. A frame is a plain value: it is computed natively for
//! prerendered pages, carried in them as JSON, and computed again in the browser.

mod answer;
mod assemble;
mod awards;
mod benchmark;
mod changes;
mod combine;
mod compare;
mod dashboard;
mod facets;
mod facts;
mod figures;
mod filter;
mod view_fit;
mod labels;
mod margins;
mod meant;
mod default_view;
mod rank;
mod ratio;
mod multi_measure;
mod offered;
mod shares;
mod single;
mod understand;

pub use answer::answer;
pub use awards::{Award, LabeledCode, awards, labels_of, terms};
pub use benchmark::{
    Benchmark, Comparison, PercentilePosition, YEAR_HOURS, comparison_of, find_benchmark,
};
pub use changes::{
    AboutChange, ChangeKind, NumberChange, RowPart, VersionChanges, changed_tables,
    compare_versions,
};
pub use compare::{
    BEYOND, ComparedNumber, Incomparable, incomparable_reasons, is_beyond_error, year,
};
pub use dashboard::{
    Choice, Dashboard, DashboardPanel, HolderCell, HolderFigure, HolderRow, HolderTable, Reported,
    ReportingTable, Selection, Tile, TileTotal, TileValue, dashboard, panel, panel_question,
    proposed_dashboard,
};
pub use default_view::default_view;
pub use facets::{Facet, FacetValue, facets};
pub use facts::levels;
pub use figures::published::beside_published;
pub use figures::{
    AnswerState, ClaimContext, ClaimPage, MeasureEntry, Other, Record, RecordRow, RecordedClaim,
    Relation, Statement, claim_page, claims_about, claims_published, kinds_published,
    measures_published, published_claims, record,
};
pub use multi_measure::MEASURES;
pub use offered::{MeasureGroup, OfferedMeasure, measures_offered, refusal_of};
pub use rank::{Ends, NoRank, ends};
pub use ratio::{DAYS_APART, FEWEST, NoRatio, Ratio, RatioPart, ratio, ratio_of, ratio_titles};
pub use understand::{breakdowns, resolve_with_data};
pub use view_fit::fits;

use crate::external::is_files;
use crate::package::{DataOwner, License, PackageArchive};
pub use crate::query::AxisKind;
use crate::query::{Notice, Query};
use crate::value::{Kind, NoNumber, Qualifier, Quantity, Rank, Sense, Status, StatusSet, Unit};
use serde::{Deserialize, Serialize};

/// The answer to one [`Query`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// The question, with all defaults filled in.
    pub query: Query,
    pub package: PackageWords,
    pub measure: MeasureWords,
    /// The dimension of the rows.
    pub by: Axis,
    /// The second break-down, if the question has one; each row then names its series.
    pub series: Option<SeriesAxis>,
    /// Filters in words.
    pub filters: Vec<FilterWords>,
    pub rows: Vec<Row>,
    /// The total under the same filters; `None` where adding is not allowed.
    pub total: Option<Cell>,
    pub coverage: Vec<Coverage>,
    /// Where the numbers come from, strongest source first.
    pub sources: Vec<SourceWords>,
    /// What a reader must know besides.
    pub caveats: Vec<Caveat>,
    /// A published figure that the rows are compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Box<Benchmark>>,
    /// The measure of [`Cell::across`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub across: Option<Box<MeasureWords>>,
}

/// One filter in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterWords {
    pub field: String,
    /// The dimension's title.
    pub title: String,
    /// Labels of the chosen values.
    pub values: Vec<String>,
    /// The values are states and territories.
    #[serde(default)]
    pub is_place: bool,
}

/// The package a frame was answered from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackageWords {
    pub name: String,
    pub title: String,
    pub version: String,
    /// The day this version was made, `YYYY-MM-DD`.
    pub created: String,
    /// The numbers are made up; every view must say so.
    pub illustrative: bool,
    /// The owner of the data, where the site does not publish them; every view must name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<DataOwner>,
    #[serde(default)]
    pub kept: PackageArchive,
    /// The file with the rows behind the answer, as the manifest names it.
    #[serde(default)]
    pub file: String,
    /// The license of its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<License>,
}

/// The measure a frame shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MeasureWords {
    pub code: String,
    pub title: String,
    pub unit: Unit,
    pub definition: Option<String>,
    /// Decimals the values were published with.
    pub decimals: u8,
    /// The published error of each row is a relative standard error in percent.
    pub has_error: bool,
    /// The measure is this percentile of a distribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percentile: Option<u8>,
}

/// A dimension that rows are broken down by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    pub field: String,
    pub title: String,
    pub sort: AxisKind,
}

/// The second break-down of a frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesAxis {
    pub axis: Axis,
    /// (key, label) of each series; [`Row::series`] is an index into this list.
    pub values: Vec<(String, String)>,
}

/// One row: a group, or one published figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The code in the file, such as `VA`.
    pub key: String,
    /// The label, such as `Virginia`.
    pub label: String,
    /// Index into [`SeriesAxis::values`].
    pub series: Option<usize>,
    /// Position in time, in periods; only on a time axis.
    pub ordinal: Option<i32>,
    pub cell: Cell,
    /// The type of the figure; `None` where the package does not say.
    pub kind: Option<Kind>,
    /// The published claim behind the row, where the package is one of figures.
    pub figure: Option<FigureWords>,
}

/// One number with everything known about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// `None`: there is no number; `status` or `refused` says why.
    pub quantity: Option<Quantity>,
    pub status: StatusSet,
    /// Records (rows of the file) behind it.
    pub records: u32,
    /// The number of these records without a number.
    pub without_number: u32,
    /// Relative standard error in percent.
    pub error_pct: Option<f64>,
    /// The denominator, where the measure is a rate.
    pub denominator: Option<Quantity>,
    /// Why the parts have no result as a number; then `parts` lists them.
    pub refused: Option<NoNumber>,
    pub parts: Vec<Quantity>,
    /// The lines of the file on which these records begin, where they are few enough to be named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<u64>,
    /// The percentiles of the distribution that the measure is one of, lowest first: only where the
    /// rows are shown as ranges, and only of one record, since percentiles are never averaged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub percentiles: Vec<PercentileValue>,
    /// The same row's number of another measure ([`Frame::across`]): only where one is set against
    /// the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub across: Option<Box<Cell>>,
    /// The published claim behind a number that another row carries; a row's own is [`Row::figure`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<Box<Claimed>>,
}

/// A published claim and its type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claimed {
    pub kind: Option<Kind>,
    pub figure: FigureWords,
}

/// The value below which this percentage of a distribution falls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PercentileValue {
    /// From 1 to 99.
    pub at: u8,
    /// `None`: not released, or it does not apply; `status` says which.
    pub quantity: Option<Quantity>,
    pub status: StatusSet,
}

impl Frame {
    /// Whether the series are measures, each with its own definition and perhaps of another kind.
    pub fn compares(&self) -> bool {
        let series = self.series.as_ref();
        series.is_some_and(|series| series.axis.field == MEASURES) && !self.query.compare.is_empty()
    }

    /// Whether an address can show this frame to others. It cannot where the rows are a made-up sample
    /// without a package or come from files of the reader's own computer.
    pub fn has_address(&self) -> bool {
        let package = self.query.package.as_deref();
        package.is_some_and(|package| !is_files(package))
    }

    /// The same question with other rows; the rows of this frame are not copied.
    pub fn with_rows(&self, measure: MeasureWords, rows: Vec<Row>) -> Self {
        Self {
            query: self.query.clone(),
            package: self.package.clone(),
            measure,
            by: self.by.clone(),
            series: self.series.clone(),
            filters: self.filters.clone(),
            rows,
            total: self.total.clone(),
            coverage: self.coverage.clone(),
            sources: self.sources.clone(),
            caveats: self.caveats.clone(),
            beside: self.beside.clone(),
            across: self.across.clone(),
        }
    }

    /// Remarks of the report's author at rows that are not shown.
    pub fn lost_remarks(&self) -> impl Iterator<Item = Notice> {
        let remarks = self.query.author.remarks.keys();
        let lost = remarks.filter(|key| self.rows.iter().all(|row| row.key != **key));
        lost.map(|key| Notice::UnknownRemark { row: key.clone() })
    }
}

impl Cell {
    /// Up to this many records are named by their lines; more are only counted.
    pub const NAMED: u32 = 24;

    /// Whether there is a number to show.
    pub fn has_number(&self) -> bool {
        self.quantity.is_some()
    }

    /// Whether this is a published zero, which is a result and not a gap.
    pub fn is_zero(&self) -> bool {
        self.quantity
            .is_some_and(|q| q.word == Qualifier::Exact && q.anchor() == 0.0)
            && !self.is_of_some()
    }

    /// Whether the number is a sum of only some values and no bound, because the others may be negative.
    pub fn is_of_some(&self) -> bool {
        let is_bound = |q: Quantity| matches!(q.word, Qualifier::AtLeast | Qualifier::MoreThan);
        self.status.has(Status::Partial) && self.quantity.is_some_and(|q| !is_bound(q))
    }

    /// Why there is no number, most serious reason first.
    pub fn reason(&self) -> Option<Status> {
        if self.quantity.is_some() {
            None
        } else {
            self.status.first()
        }
    }
}

/// One published claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FigureWords {
    pub figure_id: String,
    pub claim_id: String,
    pub scope: String,
    /// The date the source itself gives for the number.
    pub as_of: Option<String>,
    /// The day the source was published. Only where `as_of` is absent does a page say "published".
    pub published_on: Option<String>,
    pub period: Option<(Option<String>, Option<String>)>,
    pub sense: Option<Sense>,
    pub quote: String,
    pub note: String,
    /// Neither an outcome nor a goal of the grant: a record from before it, or national context.
    pub background: bool,
    /// Indices into [`Frame::sources`] of every source that repeats the claim, strongest first.
    pub sources: Vec<usize>,
}

/// How much of a known whole the rows hold: "30 of 32 first-round grants".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    pub known: u32,
    pub of: u32,
    pub noun: String,
}

/// One published source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceWords {
    pub publisher: String,
    pub title: String,
    pub url: String,
    pub rank: Option<Rank>,
    pub published_on: Option<String>,
}

/// What a reader must know in addition to the numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caveat {
    /// The rows overlap (an award serves several states), so they do not add up to the total.
    RowsOverlap { by: String },
    /// A value that is absent from the rows is unknown, not zero.
    AbsentIsUnknown,
    /// Rows of the file could not be used.
    LeftOut { rows: u32 },
    /// Some cells are missing or hidden, so sums are lower bounds.
    LowerBounds { cells: u32 },
    /// Some cells are missing or hidden and may be negative, so sums are of the others alone.
    SomeValues { cells: u32 },
    /// One value of a dimension that cannot be added over was taken.
    FixedAt { dimension: String, value: String },
    /// Levels of a tree are never added together; only this one is shown.
    OneLevel { dimension: String, level: String },
    /// Figures of one scope from different dates are a history; the newest is shown.
    NewestOfHistory,
    /// Figures that are a part of another are not shown beside it.
    PartsLeftOut { figures: u32 },
    /// Sources disagree about this scope.
    Disagreement { label: String },
    /// Wages cover workers of all experience (OEWS).
    AllExperience,
    /// Rows that belong to no value of the break-down.
    Unassigned { rows: u32 },
    /// Only the first rows of a longer list are shown.
    TopOnly { shown: u32, of: u32 },
    /// Figures without any date are not on the time axis.
    Undated { figures: u32 },
    /// Records before the grant and national context are not outcomes and are left out.
    BackgroundLeftOut { figures: u32 },
    /// Figures of one type in the same row have different dates.
    DatesDiffer { rows: u32 },
}

impl Caveat {
    /// Whether the numbers shown mean something else to a reader who does not know it: they are a minimum, of a part,
    /// or may not be added up. The others say how the figures were chosen.
    pub fn changes_meaning(&self) -> bool {
        !matches!(
            self,
            Self::NewestOfHistory
                | Self::PartsLeftOut { .. }
                | Self::Undated { .. }
                | Self::BackgroundLeftOut { .. }
        )
    }

    /// Whether the note stays beside the chart. A brief figure, one of several on a page, shows only notes on the
    /// numbers themselves; a map says what a blank means in its legend.
    pub fn is_beside_chart(&self, is_brief: bool) -> bool {
        match self {
            Self::LeftOut { .. } | Self::LowerBounds { .. } | Self::SomeValues { .. } => true,
            Self::AbsentIsUnknown => false,
            _ => !is_brief && self.changes_meaning(),
        }
    }
}

/// Why a query has no answer, as a fact; `prose` makes it a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Medians and percentiles cannot be averaged: the query leaves several records in a group.
    CannotAverage { measure: String, over: Vec<String> },
    /// It is unknown whether the values of an imported column add up, and the query leaves several in a group.
    NotAdded { measure: String, over: Vec<String> },
    /// Values of different units would be on one scale.
    MixedUnits { measure: String, over: Vec<String> },
    /// Dollars of an award have no published split over its states or industries.
    NoSplit { measure: String, over: String },
    /// The package has no measure of this code.
    UnknownMeasure { measure: String },
    /// Measures of two units have no common scale.
    OtherUnit { measure: String, other: String },
    /// One measure is of its last date and the other is a sum over all dates, or they are at different
    /// levels: side by side they would seem to be of the same time.
    OtherSpan { measure: String, other: String },
    /// The filters leave no record.
    Empty,
    /// The table that holds the measure could not be read.
    TableUnreadable { resource: String },
    /// The package could not be loaded.
    NotOpened,
    /// The publisher withdrew this version of the package.
    Withdrawn,
}
