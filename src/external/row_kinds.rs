//! Words that say of what kind the numbers of a row are: levels, units, versions, statements, indicators. Numbers of
//! one kind are not added to those of another.

use super::heading::words_of;

/// Whether a heading says of what level each row is: state or county, two digits of NAICS or six.
fn names_level(name: &str) -> bool {
    let words = words_of(name);
    let text = words.join(" ");
    let known = [
        "level",
        "agglvl",
        "agglvl code",
        "agglvl title",
        "aggregation level",
        "geotype",
        "geo type",
        "geography type",
        "geographic type",
        "geo level",
        "geography level",
        "geographic level",
        "geographic area type",
        "area type",
        "areatype",
        "areatype name",
        "type of area",
        "sumlev",
        "sumlevel",
        "summary level",
        "o group",
        "occ group",
        "naics level",
        "industry level",
        "hierarchy level",
        "location type",
        "area type code",
        "geographylevel",
        "level of geography",
        "group level",
        "record type",
        "row type",
    ];
    known.contains(&text.as_str())
}

/// Whether a heading says which of several statements of one thing each row is: a scenario, a vintage, a release.
fn names_version(name: &str) -> bool {
    let words = words_of(name);
    let known = [
        "scenario",
        "scenarios",
        "vintage",
        "release",
        "revision",
        "version",
    ];
    let filler = ["name", "code", "id", "number", "data", "estimate", "type"];
    let is = |word: &String| known.contains(&word.as_str()) || filler.contains(&word.as_str());
    words.iter().any(|word| known.contains(&word.as_str())) && words.iter().all(is)
}

/// Whether a heading says of what kind each row is, so that numbers of one are not added to those of another.
pub fn names_kind(name: &str) -> bool {
    names_level(name) || names_unit(name) || names_version(name)
}

/// Whether a heading says in what unit each row is.
fn names_unit(name: &str) -> bool {
    let text = words_of(name).join(" ");
    let known = [
        "unit",
        "units",
        "uom",
        "unit of measure",
        "units of measure",
        "unit of measurement",
        "measure unit",
        "value unit",
        "data value unit",
        "multiplier",
        "scale",
        "scalar factor",
        "unit multiplier",
        "unit mult",
        "unit measure",
        "currency",
        "currency code",
    ];
    known.contains(&text.as_str())
}

/// Kinds of statement of which one column holds one beside another. Numbers of different kinds never add up.
const STATEMENTS: &[&[&str]] = &[
    &[
        "actual",
        "actuals",
        "result",
        "results",
        "achieved",
        "performance",
    ],
    &[
        "target",
        "targets",
        "goal",
        "goals",
        "negotiated",
        "negotiated level",
        "planned",
        "plan",
        "projected",
        "projection",
        "forecast",
        "budget",
        "budgeted",
        "expected",
    ],
    &["estimate", "estimates", "point estimate"],
    &[
        "margin of error",
        "moe",
        "standard error",
        "se",
        "lower bound",
        "upper bound",
        "lower ci",
        "upper ci",
        "confidence interval",
    ],
    &[
        "count",
        "number",
        "total number",
        "level",
        "persons",
        "people",
        "n",
    ],
    &[
        "percent",
        "percentage",
        "%",
        "pct",
        "rate",
        "share",
        "percent of total",
        "percent change",
        "index",
        "per 100,000",
    ],
    &["sum", "total"],
    &["mean", "average", "median"],
    &["seasonally adjusted", "sa"],
    &["not seasonally adjusted", "unadjusted", "nsa"],
    &["preliminary"],
    &["final", "revised"],
    &[
        "quarterly",
        "monthly",
        "current quarter",
        "quarter",
        "this quarter",
        "current period",
        "this period",
        "this month",
        "this year",
        "new",
    ],
    &[
        "ytd",
        "year to date",
        "cumulative",
        "to date",
        "program to date",
        "project to date",
        "since inception",
    ],
    &["annual", "annualized", "yearly"],
    &["numerator"],
    &["denominator"],
    // Steps of a program: people of a later step are among those of an earlier one.
    &["applied", "applicants", "applications"],
    &[
        "enrolled",
        "enrollees",
        "enrollments",
        "enrollment",
        "participants",
    ],
    &["started", "starts", "served"],
    &[
        "completed",
        "completers",
        "completions",
        "graduated",
        "graduates",
    ],
    &["credentialed", "certified", "credentials"],
    &[
        "placed",
        "placements",
        "hired",
        "employed",
        "placed in jobs",
        "entered employment",
    ],
    &["retained", "retained in jobs"],
];

/// The word to begin with where the words of a column are of two kinds of statement or more: most of its words are.
pub fn statement(words: &[String]) -> Option<String> {
    if !(2..=12).contains(&words.len()) {
        return None;
    }
    let kind = |word: &String| {
        let word = word.trim().to_lowercase();
        STATEMENTS
            .iter()
            .position(|list| list.contains(&word.as_str()))
    };
    let known: Vec<(usize, &String)> = words
        .iter()
        .filter_map(|word| Some((kind(word)?, word)))
        .collect();
    let first = known.iter().min_by_key(|(kind, _)| *kind)?;
    let differs = known.iter().any(|(kind, _)| *kind != first.0);
    // A total among means is a whole among parts, which is looked for elsewhere.
    let is_known = known.len() == words.len();
    (differs && is_known).then(|| first.1.clone())
}

/// Whether a heading names what the values of a long table are of.
pub fn names_indicator(name: &str) -> bool {
    let words = words_of(name);
    let known = [
        "indicator",
        "measure",
        "metric",
        "variable",
        "statistic",
        "statistics",
        "element",
        "item",
        "series",
        "concept",
    ];
    let filler = [
        "name",
        "title",
        "label",
        "data",
        "code",
        "id",
        "performance",
    ];
    let is = |word: &String| known.contains(&word.as_str()) || filler.contains(&word.as_str());
    words.iter().any(|word| known.contains(&word.as_str())) && words.iter().all(is)
}

/// Whether a heading names the values of a long table.
pub fn names_value(name: &str) -> bool {
    let words = words_of(name);
    let known = [
        "value",
        "values",
        "result",
        "results",
        "obs",
        "observation",
        "data",
        "number",
        "amount",
        "figure",
    ];
    !words.is_empty() && words.iter().all(|word| known.contains(&word.as_str()))
}
