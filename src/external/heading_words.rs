//! What the words of a heading say of the numbers below it.

use super::heading::words_of;

/// Whether a heading names counts of whole things, so that its numbers have no decimals.
pub fn names_counts(name: &str) -> bool {
    let words = words_of(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    (has(FLOWS) || has(STOCKS)) && !has(NOT_ADDED) && !has(AMOUNTS)
}

/// Whether a heading names numbers: counts, amounts, rates or medians.
pub fn names_numbers(name: &str) -> bool {
    let words = words_of(name);
    let asks = words.windows(2).any(|pair| pair == ["how", "many"]);
    let is_number = names_counts(name) || names_amounts(name) || names_percent(name);
    let is_key = names_key(&words);
    !is_key && (asks || is_number || names_rate(name) || names_median(name))
}

/// Whether a heading is of numbers that name things: “Grant number”, “Award”.
fn names_key(words: &[String]) -> bool {
    let known = ["number", "no", "num", "grant", "award", "id", "code"];
    words
        .last()
        .is_some_and(|word| known.contains(&word.as_str()))
}

/// Whether a heading names amounts, which have decimals but not three of them.
pub fn names_amounts(name: &str) -> bool {
    let words = words_of(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(AMOUNTS) && !has(NOT_ADDED)
}

pub const AMOUNTS: &[&str] = &[
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

/// Whether a heading says percent.
pub fn names_percent(name: &str) -> bool {
    let words = words_of(name);
    let known = ["percent", "percentage", "pct", "pcnt"];
    let is = words.iter().any(|word| known.contains(&word.as_str()));
    (is || name.contains('%')) && !names_difference(&words)
}

/// Whether a heading names rates or shares, which are percent or fractions.
pub fn names_rate(name: &str) -> bool {
    let words = words_of(name);
    let known = ["rate", "rates", "share", "shares", "proportion"];
    let is = words.iter().any(|word| known.contains(&word.as_str()));
    is && !names_difference(&words)
}

/// Rates that may be small, or of something other than a whole.
fn names_difference(words: &[String]) -> bool {
    let known = [
        "growth",
        "change",
        "per",
        "inflation",
        "error",
        "mortality",
        "unemployment",
        "hourly",
        "wage",
        "pay",
    ];
    words.iter().any(|word| known.contains(&word.as_str()))
}

/// Whether a heading names medians.
pub fn names_median(name: &str) -> bool {
    let words = words_of(name);
    let is = |word: &String| ["median", "medians", "mdn"].contains(&word.as_str());
    words.iter().any(is)
}

/// Whether a heading names amounts that run up to their date: each holds those before it.
pub fn names_running(words: &[String]) -> bool {
    let known = [
        "cumulative",
        "cumulated",
        "cumul",
        "cum",
        "ytd",
        "rolling",
        "running",
        "inception",
        "since",
    ];
    let is = words.iter().any(|word| known.contains(&word.as_str()));
    is || words.windows(2).any(|pair| pair == ["to", "date"])
}

/// Whether a heading names a time up to something: "Days to placement".
pub fn names_wait(words: &[String]) -> bool {
    let known = ["days", "weeks", "months", "years", "hours", "time"];
    words.windows(2).any(|pair| {
        known.contains(&pair[0].as_str()) && ["to", "until", "before"].contains(&pair[1].as_str())
    })
}

/// Whether a heading is of one thing over another: "Placed/enrolled", "% of total".
pub fn names_quotient(name: &str) -> Option<&'static str> {
    if name.contains('%') {
        return Some("%");
    }
    let letter = |mark: Option<char>| mark.is_some_and(char::is_alphabetic);
    let divides = name.match_indices('/').any(|(at, _)| {
        let before = name[..at].trim_end().chars().next_back();
        let after = name[at + 1..].trim_start().chars().next();
        let is_short =
            |text: &str| text.chars().take_while(|mark| mark.is_alphabetic()).count() < 2;
        letter(before) && letter(after) && !is_short(name[at + 1..].trim_start())
    });
    // `JOBS_1000` of BLS is jobs of a thousand.
    let words = words_of(name);
    let is_share = words.first().is_some_and(|word| word == "jobs")
        && words.get(1).is_some_and(|word| word == "1000");
    match is_share {
        true => Some("1000"),
        false => divides.then_some("/"),
    }
}

/// Whether a heading names a time: "Award Year", "Year of completion". What happened in it is not what is counted.
pub fn names_time(words: &[String]) -> bool {
    let known = [
        "year", "yr", "fy", "month", "date", "quarter", "period", "day",
    ];
    let others = [
        "this", "last", "current", "prior", "previous", "per", "each", "first", "next", "to", "by",
    ];
    let is = |word: Option<&String>| word.is_some_and(|word| known.contains(&word.as_str()));
    let is_first = is(words.first()) && words.get(1).is_none_or(|word| word == "of");
    (is(words.last()) || is_first)
        && words.len() <= 4
        && !words.iter().any(|word| others.contains(&word.as_str()))
}

/// Whether a heading names years in which people began or ended something.
pub fn names_cohort(words: &[String]) -> bool {
    let known = [
        "cohort",
        "class",
        "vintage",
        "founded",
        "established",
        "opened",
        "start",
        "end",
    ];
    words.iter().any(|word| known.contains(&word.as_str()))
}

/// Whether a heading says that its numbers are thousands, millions or full-time equivalents, which have decimals.
pub fn names_scale(name: &str) -> bool {
    let lower = name.to_lowercase();
    let known = ["thousand", "million", "000", "fte", "hours"];
    known.iter().any(|part| lower.contains(part))
}

/// Whether a heading names years in which something was founded: “Year Established”, “Opened”.
pub fn names_beginning(words: &[String]) -> bool {
    let known = ["founded", "established", "opened", "built", "birth"];
    words.iter().any(|word| known.contains(&word.as_str()))
}

pub const COORDINATES: &[&str] = &[
    "lat",
    "latitude",
    "lon",
    "lng",
    "long",
    "longitude",
    "elevation",
];
/// Of marks that say which rows are withheld.
pub const WITHHELD: &[&str] = &[
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
pub const IDENTIFIERS: &[&str] = &[
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
pub const FLOWS: &[&str] = &[
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
pub const STOCKS: &[&str] = &[
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
pub const NOT_ADDED: &[&str] = &[
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
    "moe",
    "margin",
    "lower",
    "upper",
    "ci",
    "lcl",
    "ucl",
    "cv",
    "sd",
    "stdev",
    "deviation",
    "quartile",
    "decile",
    "quintile",
    "typical",
    "rt",
    "med",
    "mdn",
    "ptile",
    "pctl",
    "weighted",
    "unit",
];
