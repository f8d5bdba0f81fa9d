//! Every number can be traced to its row: the row shown is the line of the file, the given line
//! contains the number, and no page shows a number without a link. The files are read here
//! independently of the app.

use crate::published::{block_on, body, files, plain, public};
use good_jobs::frame::{Cell, Frame, answer, claims_published, terms};
use good_jobs::pages::{Edition, PublishedFiles};
use good_jobs::publish::Disk;
use good_jobs::query::{parse, resolve};
use good_jobs::site::Route;
use std::collections::BTreeMap;

/// The lines of a file below `public/`, counted from 1; no published file has a cell with a line
/// break.
fn lines(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(public().join(path)).expect("the file is there");
    text.lines().map(str::to_owned).collect()
}

/// One line as (column → cell).
fn cells(lines: &[String], line: u64) -> BTreeMap<String, String> {
    let text = format!("{}\n{}\n", lines[0], lines[line as usize - 1]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().next().expect("a line").expect("cells")
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> Vec<&'h str> {
    let parts = html.split(start).skip(1);
    parts.filter_map(|part| part.split(end).next()).collect()
}

#[test]
fn the_rows_on_the_page_of_every_figure_are_the_lines_of_the_file() {
    let files = files();
    let edition = Edition::usual(&files.catalog);
    let dataset = block_on(files.dataset(&edition)).expect("readable");
    let version = &dataset.package.version;
    let file = format!("data/good-jobs-challenge/v/{version}/figures.csv");
    let all = lines(&file);
    let mut seen = 0;
    for claim in claims_published(&dataset) {
        let html = body(&files, &Route::Figure(claim.claim_id.clone()));
        let rows = between(&html, "<details id=\"row-", "</details>");
        assert!(!rows.is_empty(), "{} shows no row", claim.claim_id);
        for row in rows {
            let (address, line) = between(row, &format!("href=\"/{file}#row="), "\"")
                .first()
                .and_then(|line| Some((*line, line.parse::<u64>().ok()?)))
                .expect("a link to the line");
            assert!(
                plain(row).contains(&format!("Row {address}: ")) || line > 999,
                "{}",
                claim.claim_id
            );
            let shown: BTreeMap<String, String> = between(row, "<tr><th scope=\"row\">", "</tr>")
                .into_iter()
                .map(|cell| {
                    let (name, text) = cell.split_once("</th>").expect("a cell");
                    let is_empty = text.contains("class=\"aside\"");
                    (
                        plain(name),
                        if is_empty { String::new() } else { plain(text) },
                    )
                })
                .collect();
            assert_eq!(shown, cells(&all, line), "{} line {line}", claim.claim_id);
            assert_eq!(shown["claim_id"], claim.claim_id);
            seen += 1;
        }
    }
    assert_eq!(
        seen,
        all.len() - 1,
        "every row of the file stands on one page"
    );
}

fn frame(files: &PublishedFiles<Disk>, address: &str) -> Frame {
    let asked = parse(address).0;
    let edition = Edition {
        package: asked.package.clone().expect("named"),
        at: None,
        ..Edition::default()
    };
    let dataset = block_on(files.dataset(&edition)).expect("readable");
    answer(
        &dataset,
        &resolve(&dataset.package, &asked).expect("a measure"),
    )
    .expect("an answer")
}

/// The number of a cell that was published exactly, or as a lower bound.
fn number(cell: &Cell) -> Option<f64> {
    cell.quantity.map(|quantity| quantity.anchor())
}

#[test]
fn the_line_named_for_each_wage_holds_it() {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let mut checked = 0;
    for place in terms(&dataset, "state") {
        let address = format!(
            "?package=wages-oews-2025&measure=hourly_median&by=occupation_code&f.state={}",
            place.key
        );
        let asked = parse(&address).0;
        let wages = block_on(files.dataset(&Edition::newest("wages-oews-2025"))).expect("readable");
        let Some(Ok(frame)) = resolve(&wages.package, &asked).map(|asked| answer(&wages, &asked))
        else {
            continue;
        };
        let path = format!("{}{}", frame.package.kept.folder, frame.package.file);
        let all = lines(&path);
        for row in &frame.rows {
            let [line] = row.cell.lines[..] else {
                panic!("{} {}: one line", place.key, row.key);
            };
            let raw = cells(&all, line);
            assert_eq!(
                (&raw["state"], &raw["occupation_code"]),
                (&place.key, &row.key)
            );
            match number(&row.cell) {
                Some(wage) => {
                    let held = if raw["hourly_median"] == "#" {
                        115.0
                    } else {
                        raw["hourly_median"].parse().expect("a wage")
                    };
                    assert_eq!(wage, held, "{} {}", place.key, row.key);
                    checked += 1;
                }
                None => assert!(raw["hourly_median"].parse::<f64>().is_err()),
            }
        }
    }
    assert!(checked > 900, "{checked} wages");
}

#[test]
fn the_lines_named_for_a_count_are_its_records() {
    let files = files();
    let frame = frame(
        &files,
        "?package=good-jobs-challenge&measure=awards&by=state",
    );
    let folder = &frame.package.kept.folder;
    let awards = lines(&format!("{folder}awards.csv"));
    let pairs = lines(&format!("{folder}award_states.csv"));
    let served: Vec<_> = (2..=pairs.len() as u64)
        .map(|line| cells(&pairs, line))
        .collect();
    assert_eq!(frame.package.file, "awards.csv");
    for row in &frame.rows {
        let known = served.iter().filter(|pair| pair["state"] == row.key);
        let mut known: Vec<String> = known.map(|pair| pair["award_id"].clone()).collect();
        let named = row
            .cell
            .lines
            .iter()
            .map(|line| cells(&awards, *line)["award_id"].clone());
        let mut named: Vec<String> = named.collect();
        known.sort();
        named.sort();
        assert_eq!(named, known, "{}", row.key);
        assert_eq!(number(&row.cell), Some(known.len() as f64));
    }
}

/// Whether a part of a page links to a figure, a file, or the question that counts the rows.
fn leads(html: &str) -> bool {
    let ways = [
        "href=\"/figures/",
        "href=\"/data/",
        "href=\"/explore/?",
        "href=\"https://",
    ];
    ways.iter().any(|way| html.contains(way))
}

/// Every kind of page except that of a package, whose tables describe columns and contain no
/// outcome.
fn kinds(files: &PublishedFiles<Disk>) -> Vec<Route> {
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let all = |field: &str, route: fn(String) -> Route| {
        terms(&dataset, field)
            .into_iter()
            .map(move |term| route(term.key))
            .collect::<Vec<_>>()
    };
    let mut routes = vec![
        Route::Overview,
        Route::Record,
        Route::Explore,
        Route::Figures,
    ];
    routes.extend([Route::Grantees, Route::Industries, Route::States]);
    routes.extend(all("grantee_id", Route::Grantee));
    routes.extend(all("industry_id", Route::Industry).into_iter().step_by(3));
    routes.extend(all("state", Route::State).into_iter().step_by(5));
    routes
}

#[test]
fn no_number_leads_nowhere() {
    let files = files();
    let mut counted = 0;
    for route in kinds(&files) {
        let html = body(&files, &route);
        let rows = between(&html, "<tr", "</tr>");
        let with_number = rows
            .into_iter()
            .filter(|row| row.contains("<td class=\"number\">"));
        // The last line adds up the others, which are its sources.
        for row in with_number.filter(|row| !row.starts_with(" class=\"total\"")) {
            assert!(leads(row), "{route:?}: {}", plain(row));
            counted += 1;
        }
        for card in between(&html, "<li class=\"card", "</li>") {
            let values = between(card, "class=\"card-value\">", "</p>");
            let has_number = values
                .iter()
                .any(|value| plain(value).contains(|c: char| c.is_ascii_digit()));
            assert!(!has_number || leads(card), "{route:?}: {}", plain(card));
            counted += usize::from(has_number);
        }
        for cell in between(&html, "<td class=\"published\">", "</td>") {
            assert!(leads(cell), "{route:?}: {}", plain(cell));
            counted += 1;
        }
    }
    assert!(counted > 500, "{counted} numbers");
}
