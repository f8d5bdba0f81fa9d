//! What the words of a heading say of the numbers below it.

use super::heading::words_of;

/// Whether a heading names counts of whole things, so that its numbers have no decimals.
pub fn names_counts(name: &str) -> bool {
    let words = words_of(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    (has(&FLOWS) || has(&STOCKS)) && !has(&NOT_ADDED) && !has(&AMOUNTS)
}

/// Whether a heading names amounts, which have decimals but not three of them.
pub fn names_amounts(name: &str) -> bool {
    let words = words_of(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&AMOUNTS) && !has(&NOT_ADDED)
}

pub const AMOUNTS: [&str; 13] = [
    "amount",
    "revenue",
    "sales",
    "spending",
    "spent",
    "expenditure",
    "expenditures",
    "cost",
    "costs",
    "funding",
    "generation",
    "tuition",
    "budget",
];

/// Whether a heading names money.
pub fn names_money(name: &str) -> bool {
    let words = words_of(name);
    let is = |word: &String| ["usd", "dollars", "dollar"].contains(&word.as_str());
    name.contains(['$', '€', '£']) || words.iter().any(is)
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

pub const COORDINATES: [&str; 7] = [
    "lat",
    "latitude",
    "lon",
    "lng",
    "long",
    "longitude",
    "elevation",
];
/// Of marks that say which rows are withheld.
pub const WITHHELD: [&str; 9] = [
    "disclosure",
    "suppression",
    "suppressed",
    "suppress",
    "confidential",
    "confidentiality",
    "withheld",
    "nondisclosure",
    "redacted",
];
pub const IDENTIFIERS: [&str; 32] = [
    "id",
    "ids",
    "code",
    "key",
    "zip",
    "zip5",
    "zipcode",
    "postcode",
    "uuid",
    "fips",
    "phone",
    "fax",
    "ein",
    "fein",
    "duns",
    "uei",
    "naics",
    "soc",
    "cip",
    "cipcode",
    "unitid",
    "opeid",
    "opeid6",
    "opeid8",
    "ope6id",
    "crn",
    "geoid",
    "ssn",
    "isbn",
    "cusip",
    "identifier",
    "pid",
];
/// Of what happened in a span of time.
pub const FLOWS: [&str; 67] = [
    "births",
    "deaths",
    "enrolled",
    "completed",
    "completions",
    "placed",
    "placements",
    "hired",
    "graduates",
    "amount",
    "revenue",
    "sales",
    "spending",
    "spent",
    "expenditure",
    "expenditures",
    "cost",
    "costs",
    "awards",
    "awarded",
    "funding",
    "grants",
    "cases",
    "events",
    "visits",
    "count",
    "number",
    "total",
    "deliveries",
    "trips",
    "units",
    "volume",
    "arrivals",
    "generation",
    "completers",
    "completer",
    "completion",
    "enrollment",
    "enrollments",
    "enrollees",
    "served",
    "placement",
    "hires",
    "hire",
    "exits",
    "exiters",
    "referrals",
    "credentials",
    "certificates",
    "applications",
    "applicants",
    "award",
    "grant",
    "budget",
    "budgeted",
    "obligated",
    "obligations",
    "tuition",
    "fees",
    "fee",
    "graduated",
    "inscrits",
    "inscritos",
    "placés",
    "colocaciones",
    "colocados",
    "colocación",
];
/// Of what there was at one time.
pub const STOCKS: [&str; 28] = [
    "population",
    "pop",
    "employment",
    "employed",
    "unemployed",
    "jobs",
    "people",
    "workers",
    "participants",
    "households",
    "apprentices",
    "establishments",
    "inventory",
    "partners",
    "students",
    "trainees",
    "learners",
    "employees",
    "employers",
    "emplvl",
    "estabs",
    "openings",
    "members",
    "women",
    "men",
    "veterans",
    "programs",
    "providers",
];
pub const NOT_ADDED: [&str; 62] = [
    "rate",
    "rates",
    "percent",
    "pct",
    "percentage",
    "share",
    "ratio",
    "mean",
    "average",
    "avg",
    "median",
    "index",
    "score",
    "rank",
    "ranking",
    "price",
    "prices",
    "wage",
    "wages",
    "salary",
    "temperature",
    "temp",
    "age",
    "per",
    "speed",
    "density",
    "growth",
    "change",
    "min",
    "max",
    "low",
    "high",
    "open",
    "close",
    "trend",
    "uncertainty",
    "interpolated",
    "std",
    "se",
    "rse",
    "error",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "expectancy",
    "decimal",
    "level",
    "adjusted",
    "seasonally",
    "pct10",
    "pct90",
    "income",
    "fraction",
    "proportion",
    "probability",
    "quotient",
    "lq",
    "percentile",
    "hourly",
    "duration",
];
