//! Every grantee, industry and state has a page; every number on it is the package's own.

use crate::published::{block_on, body, files, plain, public};
use good_jobs::frame::terms;
use good_jobs::pages::{Edition, Page, PublishedFiles, load_page, load_view};
use good_jobs::publish::Disk;
use good_jobs::site::Route;
use std::collections::{BTreeMap, BTreeSet};

/// A table of the package, read independently of the app: one map of field → text per row.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = public().join(format!("data/good-jobs-challenge/{name}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("the table is there");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

struct Built {
    files: PublishedFiles<Disk>,
}

impl Built {
    fn open() -> Self {
        let files = files();
        Self { files }
    }

    fn keys(&self, field: &str) -> Vec<String> {
        let dataset = block_on(self.files.dataset(&Edition::usual(&self.files.catalog)));
        let terms = terms(&dataset.expect("readable"), field);
        terms.into_iter().map(|term| term.key).collect()
    }

    fn body(&self, route: &Route) -> String {
        body(&self.files, route)
    }
}

/// (claim, the value as written) of every line of the tables of claims.
fn claims_on(body: &str) -> Vec<(String, String)> {
    let tables = body.split("<table class=\"claims stacked\">").skip(1);
    let lines = tables.flat_map(|table| {
        let table = table.split("</table>").next().unwrap_or("");
        table.split("<tr>").skip(2)
    });
    lines
        .filter_map(|line| {
            let (_, rest) = line.split_once("href=\"/figures/")?;
            let id = rest.split('/').next()?.to_owned();
            let (_, value) = line.split_once("<td class=\"number\">")?;
            Some((id, plain(value.split("</td>").next()?)))
        })
        .collect()
}

/// The numbers in a text, with millions and percentages converted back.
fn numbers(text: &str) -> Vec<f64> {
    let scale = match text {
        text if text.contains("billion") => 1e9,
        text if text.contains("million") => 1e6,
        text if text.contains('%') => 0.01,
        _ => 1.0,
    };
    let kept = text.replace(',', "");
    let parts = kept.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let numbers = parts.filter_map(|part| part.trim_matches('.').parse::<f64>().ok());
    numbers.map(|number| number * scale).collect()
}

/// Every claim of the table of figures about `value`, as (claim, numbers that may represent it).
fn published(field: &str, value: &str) -> BTreeMap<String, Vec<f64>> {
    let mut claims: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for row in rows("figures").iter().filter(|row| row[field] == value) {
        let id = match row["claim_id"].as_str() {
            "" => row["figure_id"].as_str(),
            id => id,
        };
        let numbers = ["value", "low", "high"].map(|name| row[name].parse::<f64>().ok());
        let known = claims.entry(id.to_owned()).or_default();
        known.extend(numbers.into_iter().flatten());
    }
    claims
}

fn holds(field: &str, route: fn(String) -> Route) -> usize {
    let site = Built::open();
    let keys = site.keys(field);
    let mut lines = 0;
    for key in &keys {
        let body = site.body(&route(key.clone()));
        assert_eq!(body.matches("<h1").count(), 1, "{key}: one h1");
        let known = published(field, key);
        let shown = claims_on(&body);
        let ids: BTreeSet<&String> = shown.iter().map(|(id, _)| id).collect();
        assert_eq!(ids, known.keys().collect(), "{key}: every claim, no other");
        for (id, text) in &shown {
            let written = numbers(text);
            let is_known = |number: &f64| {
                let mut known = known[id].iter();
                known.any(|known| (known - number).abs() <= 1e-9 * known.abs().max(1.0))
            };
            assert!(!written.is_empty(), "{key}: {id}: {text:?} has no number");
            assert!(
                written.iter().all(is_known),
                "{key}: {id}: {text:?} is not {:?}",
                known[id]
            );
        }
        lines += shown.len();
    }
    assert!(keys.len() > 20, "{} pages", keys.len());
    lines
}

#[test]
fn every_figure_on_the_page_of_a_grantee_is_the_packages() {
    assert!(holds("grantee_id", Route::Grantee) > 150);
}

#[test]
fn every_figure_on_the_page_of_an_industry_is_the_packages() {
    assert!(holds("industry_id", Route::Industry) > 5);
}

#[test]
fn every_figure_on_the_page_of_a_state_is_the_packages() {
    holds("state", Route::State);
}

#[test]
fn a_page_names_exactly_the_awards_that_serve_the_state() {
    let site = Built::open();
    let holders: BTreeMap<String, String> = rows("awards")
        .into_iter()
        .map(|row| (row["award_id"].clone(), row["grantee_id"].clone()))
        .collect();
    for state in site.keys("state") {
        let serving: BTreeSet<String> = rows("award_states")
            .iter()
            .filter(|row| row["state"] == state)
            .map(|row| holders[&row["award_id"]].clone())
            .collect();
        let body = site.body(&Route::State(state.clone()));
        let cards = body.split("<h3 class=\"card-name\">").skip(1);
        let shown = cards.filter_map(|card| {
            let (_, rest) = card.split_once("href=\"/grantees/")?;
            Some(rest.split('/').next()?.to_owned())
        });
        assert_eq!(shown.collect::<BTreeSet<_>>(), serving, "{state}");
        let says_nobody = body.contains("None of the 35 identified grants");
        assert_eq!(says_nobody, serving.is_empty(), "{state}");
    }
}

#[test]
fn only_a_published_result_is_called_one() {
    let site = Built::open();
    for grantee in site.keys("grantee_id") {
        let body = site.body(&Route::Grantee(grantee.clone()));
        let (_, results) = body
            .split_once("<h2>Published results<")
            .expect("the section");
        let results = results.split("<h2>").next().unwrap_or("");
        for kind in ["Target", "Projection", "Commitment"] {
            assert!(
                !results.contains(&format!("<td>{kind}</td>")),
                "{grantee}: {kind}"
            );
        }
    }
}

#[test]
fn wages_stand_where_they_are_published_and_nowhere_else() {
    let site = Built::open();
    for (state, known) in [
        ("MO", true),
        ("PR", true),
        ("GU", true),
        ("AS", false),
        ("MP", false),
    ] {
        let body = site.body(&Route::State(state.to_owned()));
        assert_eq!(body.contains("not wages of participants"), known, "{state}");
        assert_eq!(
            body.contains("has no wages for this place"),
            !known,
            "{state}"
        );
    }
}

#[test]
fn an_unknown_grantee_industry_or_state_has_no_page() {
    let site = Built::open();
    for route in [
        Route::Grantee("nobody".to_owned()),
        Route::Industry("nothing".to_owned()),
        Route::State("XX".to_owned()),
    ] {
        let page = block_on(load_page(&site.files, &route, ""));
        assert!(matches!(page, Page::Missing), "{route:?}");
    }
}

/// The chart of a page is a published view: it has its own identifier, a question that is fully
/// understood, and the same numbers when that question is asked again.
#[test]
fn every_chart_of_a_profile_is_a_published_view() {
    let site = Built::open();
    let of = |field: &str, route: fn(String) -> Route| site.keys(field).into_iter().map(route);
    let routes = of("grantee_id", Route::Grantee)
        .chain(of("industry_id", Route::Industry))
        .chain(of("state", Route::State));
    let mut ids = BTreeSet::new();
    for route in routes {
        let page = block_on(load_page(&site.files, &route, ""));
        let body = site.body(&route);
        for shown in page.views() {
            let id = &shown.view.id;
            assert!(ids.insert(id.clone()), "{id} twice");
            assert!(body.contains(&format!("href=\"/embed/{id}/\"")), "{id}");
            let again = block_on(load_view(&site.files, &shown.view)).expect("has an answer");
            assert_eq!(again.frame.rows, shown.frame.rows, "{id}");
        }
    }
    assert!(ids.len() > 80, "{} views", ids.len());
    assert!(ids.contains("wages-state-mo"), "{ids:?}");
}

/// A grant that serves several states links to the wages of each; none is averaged.
#[test]
fn an_award_of_several_states_leads_to_the_wages_of_each() {
    let site = Built::open();
    let served = rows("award_states");
    let awards = rows("awards");
    let several: Vec<_> = awards
        .iter()
        .filter(|award| {
            let of = |row: &&BTreeMap<String, String>| row["award_id"] == award["award_id"];
            served.iter().filter(of).count() > 1
        })
        .collect();
    assert!(several.len() > 3, "{} awards", several.len());
    for award in several {
        let body = site.body(&Route::Grantee(award["grantee_id"].clone()));
        let (_, section) = body
            .split_once("Local pay in the states served")
            .expect("the section is there");
        let section = section.split("</section>").next().unwrap_or("");
        let of = |row: &&BTreeMap<String, String>| row["award_id"] == award["award_id"];
        for row in served.iter().filter(of) {
            let link = format!("href=\"/states/{}/\"", row["state"]);
            assert!(section.contains(&link), "{}: {link}", award["grantee_id"]);
        }
    }
}

/// The list of a place's pay has every detailed occupation of its table, and no other number.
#[test]
fn the_pay_of_a_place_is_what_the_survey_publishes() {
    let site = Built::open();
    let folder = public().join("data/wages-oews-2025");
    let read = |name: &str| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(folder.join(name)).expect("the table is there");
        reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect()
    };
    let detailed: BTreeSet<String> = read("occupations.csv")
        .into_iter()
        .filter(|row| row["level"] == "detailed")
        .map(|row| row["occupation_code"].clone())
        .collect();
    let published = read("state_occupations.csv");
    let mut national: BTreeMap<String, String> = BTreeMap::new();
    for state in ["PR", "MD", "GU", "WY"] {
        let body = site.body(&Route::StatePay(state.to_owned()));
        let lines: Vec<&str> = body.split("data-line=").skip(1).collect();
        let of: BTreeMap<&str, &BTreeMap<String, String>> = published
            .iter()
            .filter(|row| row["state"] == state && detailed.contains(&row["occupation_code"]))
            .map(|row| (row["occupation_code"].as_str(), row))
            .collect();
        assert_eq!(lines.len(), of.len(), "{state}");
        let mut numbers = 0;
        for line in lines {
            let (_, code) = line.split_once("class=\"code\">").expect("a code");
            let row = of[code.split('<').next().unwrap_or("")];
            let cells = line.split("<td class=\"number\">").skip(1);
            let shown: Vec<String> = cells
                .map(|cell| plain(cell.split("</td>").next().unwrap_or("")))
                .collect();
            // The second number is the nation's, from another table: the same on every page.
            let nation = national
                .entry(code.to_owned())
                .or_insert_with(|| shown[1].clone());
            assert_eq!(*nation, shown[1], "{state} {code}");
            let own = shown.iter().enumerate().filter(|(at, _)| *at != 1);
            for (field, (_, shown)) in
                ["hourly_median", "annual_median", "hourly_p10", "hourly_p90"]
                    .iter()
                    .zip(own)
            {
                match row[*field].parse::<f64>() {
                    Ok(wage) => {
                        let said: f64 = shown
                            .replace(['$', ','], "")
                            .parse()
                            .unwrap_or_else(|_| panic!("{state} {code} {field}: {shown}"));
                        assert!(
                            (said - wage).abs() < 0.005,
                            "{state} {field}: {shown} {wage}"
                        );
                        numbers += 1;
                    }
                    Err(_) => assert!(
                        shown.ends_with('+') || shown.parse::<f64>().is_err(),
                        "{state} {field}: {shown} for {}",
                        row[*field]
                    ),
                }
            }
        }
        assert!(numbers > 100, "{state}: {numbers} numbers");
    }
}

#[test]
fn where_no_wage_is_published_there_is_no_page_of_pay() {
    let site = Built::open();
    for state in ["AS", "MP", "XX"] {
        let page = block_on(load_page(
            &site.files,
            &Route::StatePay(state.to_owned()),
            "",
        ));
        assert!(matches!(page, Page::Missing), "{state}");
    }
}

/// The first screen of a state: each published result of a whole award, and the median pay of all work beside the nation's.
#[test]
fn a_state_begins_with_results_and_pay() {
    let site = Built::open();
    let body = site.body(&Route::State("MO".to_owned()));
    let (_, first) = body
        .split_once("class=\"first-answers\"")
        .expect("first answers");
    let first = plain(first.split("</ul>").next().expect("a list"));
    assert!(
        first.contains("1,684") && first.contains("City of Springfield"),
        "{first}"
    );
    // Lines MO,00-0000 of state_occupations.csv and 000000,00-0000 of industry_occupations.csv.
    assert!(
        first.contains("$22.98 per hour") && first.contains("U.S. median $24.51"),
        "{first}"
    );
    // American Samoa has no wages there and no award.
    let none = site.body(&Route::State("AS".to_owned()));
    assert!(!none.contains("first-answers"));
}

/// What work pays in a state stands beside what the same work pays in the nation, on a line that can be linked to.
#[test]
fn the_pay_of_a_state_stands_beside_the_nations() {
    let site = Built::open();
    let body = site.body(&Route::StatePay("OH".to_owned()));
    let (_, line) = body
        .split_once("<tr id=\"pay-47-2111\"")
        .expect("electricians");
    let cells = line.split("</tr>").next().expect("a line");
    let cells = cells.split("<td class=\"number\">").skip(1);
    let cells: Vec<String> = cells
        .map(|cell| plain(cell.split("</td>").next().unwrap_or("")))
        .collect();
    assert_eq!(&cells[..2], ["$31.11", "$30.38"], "{cells:?}");
}

/// What is not published of a grantee is one line, with every reason behind it.
#[test]
fn a_grantee_says_in_one_line_what_is_not_published() {
    let site = Built::open();
    let body = site.body(&Route::Grantee("maryland-department-of-labor".to_owned()));
    assert_eq!(body.matches("<details class=\"blanks\">").count(), 1);
    assert_eq!(body.matches("card blank").count(), 0);
    let (_, blanks) = body.split_once("<details class=\"blanks\">").expect("one");
    let reasons = blanks
        .split("</details>")
        .next()
        .unwrap_or("")
        .matches("<dt>")
        .count();
    let summary = plain(blanks.split("</summary>").next().unwrap_or(""));
    assert!(summary.contains(&format!("{reasons} of 7")), "{summary}");
}

/// A question that asks for a count is not answered by a percentage.
#[test]
fn only_the_question_about_a_rate_has_percentages() {
    let files = files();
    let Page::Record(record) = block_on(load_page(&files, &Route::Record, "")) else {
        panic!("no record");
    };
    for row in &record.awards {
        for (column, entries) in record.columns.iter().zip(&row.cells) {
            let is_share = |unit: &str| matches!(unit, "share" | "percent");
            let shares = entries.iter();
            let shares = shares.filter(|entry| is_share(entry.measure.unit.as_str()));
            let shares: Vec<_> = shares.map(|entry| &entry.claim_id).collect();
            assert!(
                column.id == "rate" || shares.is_empty(),
                "{}: {shares:?}",
                column.id
            );
        }
    }
}
