//! The problems of a check as text, as JSON, as SARIF 2.1.0 (for editors and code hosts) or as one HTML page.

use super::CheckReport;
use crate::locale::Locale;
use crate::paint::backend::escape_html;
use crate::problem::Problem;
use serde_json::{Value, json};
use std::path::Path;

/// How the problems are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum CheckFormat {
    #[default]
    Text,
    Json,
    Sarif,
    Html,
}

/// The number of problems of one kind that text and HTML list; the rest are counted.
const MAX_LISTED: usize = 20;
const SARIF: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One problem with the file that it is in, as a path that opens it from where the command ran.
struct Located<'a> {
    file: String,
    problem: &'a Problem,
    sentence: String,
}

impl Located<'_> {
    /// `file:line`, or the file alone where no line is known.
    fn place(&self) -> String {
        match self.problem.place.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.clone(),
        }
    }

    /// The sentence without the name of the file, which [`Self::place`] has.
    fn finding(&self) -> &str {
        let rest = self.sentence.strip_prefix(&self.problem.place.file);
        rest.map_or(&self.sentence, |rest| {
            rest.trim_start_matches([',', ':', ' '])
        })
    }
}

/// Writes what was found in each path that was checked.
pub fn write(checked: &[(&Path, CheckReport)], format: CheckFormat) -> String {
    let all: Vec<Located> = checked
        .iter()
        .flat_map(|(path, report)| {
            let folder = match path.is_dir() {
                true => path,
                false => path.parent().unwrap_or(Path::new("")),
            };
            report.problems.iter().map(move |problem| Located {
                file: folder.join(&problem.place.file).display().to_string(),
                problem,
                sentence: Locale::EN.text(problem.sentence()),
            })
        })
        .collect();
    match format {
        CheckFormat::Text => text(&by_kind(&all)),
        CheckFormat::Json => as_json(checked, &all),
        CheckFormat::Sarif => sarif(&all),
        CheckFormat::Html => html(checked, &by_kind(&all)),
    }
}

/// The sentence that closes the command: what was checked, and how many problems there are.
pub fn summary(checked: &[(&Path, CheckReport)]) -> Result<String, String> {
    let lines: Vec<String> = checked.iter().map(counted).collect();
    let lines = lines.join("\n");
    match checked
        .iter()
        .map(|(_, report)| report.problems.len())
        .sum()
    {
        0 => Ok(format!("{lines}; no problem")),
        1 => Err(format!("{lines}; 1 problem")),
        found => Err(format!("{lines}; {found} problems")),
    }
}

fn counted((path, report): &(&Path, CheckReport)) -> String {
    format!(
        "{}: {} packages, {} files, {} rows",
        path.display(),
        report.packages,
        report.files,
        report.rows
    )
}

/// The problems by their code, each kind where its first problem was found.
fn by_kind<'a>(all: &'a [Located]) -> Vec<(&'static str, Vec<&'a Located<'a>>)> {
    let mut kinds: Vec<(&str, Vec<&Located>)> = Vec::new();
    for located in all {
        let code = located.problem.fault.code();
        match kinds.iter_mut().find(|(known, _)| *known == code) {
            Some((_, problems)) => problems.push(located),
            None => kinds.push((code, vec![located])),
        }
    }
    kinds
}

/// The number of problems of a kind, with those that the loader counted and did not list.
fn count(problems: &[&Located]) -> usize {
    let more = problems.iter().map(|located| located.problem.more as usize);
    problems.len() + more.sum::<usize>()
}

fn text(kinds: &[(&str, Vec<&Located>)]) -> String {
    let mut out = String::new();
    for (code, problems) in kinds {
        out.push_str(&format!("{code}: {}\n", count(problems)));
        for located in problems.iter().take(MAX_LISTED) {
            out.push_str(&format!("  {}: {}\n", located.place(), located.finding()));
        }
        if let Some(more) = problems.len().checked_sub(MAX_LISTED + 1) {
            out.push_str(&format!("  and {} more\n", more + 1));
        }
    }
    out
}

fn as_json(checked: &[(&Path, CheckReport)], all: &[Located]) -> String {
    let paths = checked.iter().map(|(path, report)| {
        json!({
            "path": path.display().to_string(),
            "packages": report.packages,
            "files": report.files,
            "rows": report.rows,
        })
    });
    let problems = all.iter().map(|located| {
        let place = &located.problem.place;
        json!({
            "code": located.problem.fault.code(),
            "file": located.file,
            "line": place.line,
            "row": place.row,
            "column": place.column,
            "character": place.character,
            "message": located.sentence,
            "more": located.problem.more,
        })
    });
    let whole = json!({
        "paths": paths.collect::<Vec<Value>>(),
        "problems": problems.collect::<Vec<Value>>(),
    });
    format!("{whole:#}\n")
}

fn sarif(all: &[Located]) -> String {
    let rules = by_kind(all).into_iter();
    let rules: Vec<Value> = rules.map(|(code, _)| json!({ "id": code })).collect();
    let results = all.iter().map(|located| {
        let place = &located.problem.place;
        let mut physical =
            json!({ "artifactLocation": { "uri": located.file.replace('\\', "/") } });
        if let Some(line) = place.line {
            let mut region = json!({ "startLine": line });
            if let Some(character) = place.character {
                region["startColumn"] = json!(character);
            }
            physical["region"] = region;
        }
        let mut location = json!({ "physicalLocation": physical });
        if let Some(column) = &place.column {
            location["logicalLocations"] = json!([{ "name": column, "kind": "member" }]);
        }
        json!({
            "ruleId": located.problem.fault.code(),
            "level": "error",
            "message": { "text": located.sentence },
            "locations": [location],
        })
    });
    let driver = json!({
        "name": "outcomes check",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let run = json!({ "tool": { "driver": driver }, "results": results.collect::<Vec<Value>>() });
    let log = json!({ "$schema": SARIF, "version": "2.1.0", "runs": [run] });
    format!("{log:#}\n")
}

fn html(checked: &[(&Path, CheckReport)], kinds: &[(&str, Vec<&Located>)]) -> String {
    let mut parts = String::new();
    for (code, problems) in kinds {
        parts.push_str(&format!(
            "<h2>{} ({})</h2>\n<table><thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Problem</th></tr></thead><tbody>\n",
            escape_html(code),
            count(problems)
        ));
        for located in problems.iter().take(MAX_LISTED) {
            parts.push_str(&format!(
                "<tr><td><code>{}</code></td><td>{}</td></tr>\n",
                escape_html(&located.place()),
                escape_html(located.finding())
            ));
        }
        parts.push_str("</tbody></table>\n");
        if let Some(more) = problems.len().checked_sub(MAX_LISTED + 1) {
            parts.push_str(&format!("<p>And {} more of this kind.</p>\n", more + 1));
        }
    }
    let lines = summary(checked).unwrap_or_else(|found| found);
    format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Data check</title>\n<style>body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }} \
         table {{ border-collapse: collapse }} td, th {{ border: 1px solid #999; padding: .3rem .6rem; text-align: left; vertical-align: top }}</style>\n\
         <h1>Data check</h1>\n<p>{}</p>\n{parts}</html>\n",
        escape_html(&lines).replace('\n', "<br>")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Fault, SourceLocation};

    fn found(count: usize) -> CheckReport {
        let place = SourceLocation::file("a<b.csv")
            .at(4, 5)
            .column("placed & paid");
        let problem = |at: usize| Problem {
            more: u32::from(at == 0) * 3,
            ..Problem::new(place.clone(), Fault::NotFetched { status: 404 })
        };
        CheckReport {
            problems: (0..count).map(problem).collect(),
            packages: 1,
            ..CheckReport::default()
        }
    }

    #[test]
    fn a_kind_lists_its_first_problems_and_counts_all() {
        let checked = [(Path::new("data/x.json"), found(25))];
        let text = write(&checked, CheckFormat::Text);
        assert!(
            text.starts_with("scheme-error: 28\n  data/a<b.csv:5: row 4, column “placed & paid”: "),
            "{text}"
        );
        assert_eq!(text.matches("data/a<b.csv:5: ").count(), MAX_LISTED);
        assert!(text.ends_with("  and 5 more\n"), "{text}");
        assert!(summary(&checked).is_err_and(|line| line.ends_with("; 25 problems")));
        let none = write(&[(Path::new("data"), found(0))], CheckFormat::Text);
        assert_eq!(none, "");
    }

    #[test]
    fn machines_get_every_problem_with_its_place() {
        let checked = [(Path::new("data/x.json"), found(25))];
        let of = |format| -> Value {
            serde_json::from_str(&write(&checked, format)).unwrap_or_default()
        };
        let json = of(CheckFormat::Json);
        assert_eq!(json["problems"].as_array().map(Vec::len), Some(25));
        assert_eq!(json["problems"][0]["column"], "placed & paid");
        let result = &of(CheckFormat::Sarif)["runs"][0]["results"][24];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "data/a<b.csv");
        assert_eq!(place["region"]["startLine"], 5);
        assert_eq!(result["ruleId"], "scheme-error");
    }

    #[test]
    fn a_page_has_no_markup_from_a_file() {
        let page = write(&[(Path::new("data/x.json"), found(2))], CheckFormat::Html);
        assert!(
            page.contains("a&lt;b.csv:5") && !page.contains("a<b"),
            "{page}"
        );
        assert!(page.contains("2 problems"), "{page}");
    }
}
