//! The snippets of a package's page: address, hash and types are those of the manifest.

use crate::published::{block_on, body, files, plain};
use good_jobs::package::{Package, ResourceRole, Site};
use good_jobs::pages::{DataProgram, Edition, file_url, snippet};
use good_jobs::site::Route;

fn package(name: &str) -> Package {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::newest(name))).expect("readable");
    dataset.package.clone()
}

#[test]
fn code_columns_are_text_in_every_program() {
    let package = package("wages-oews-2025");
    let table = package.resource("state_occupations").expect("a table");
    let of = |program| snippet(program, table, "https://a.gov/x.csv");
    let excel = of(DataProgram::Excel);
    assert!(excel.contains("Csv.Document(Web.Contents(\"https://a.gov/x.csv\"),"));
    assert!(excel.contains("{\"occupation_code\", type text}"));
    // Its cells may be “#”, which is no number.
    assert!(!excel.contains("\"hourly_median\""), "{excel}");
    let python = of(DataProgram::Python);
    assert!(
        python.contains("\"occupation_code\": str") && python.contains("keep_default_na=False")
    );
    assert!(!python.contains("\"employment\": str"));
    assert!(of(DataProgram::R).contains("`occupation_code` = \"c\""));
    // Stata counts columns from 1: state, occupation_code, major_group_code.
    assert!(of(DataProgram::Stata).contains("stringcols(1 2 3) clear"));
}

#[test]
fn an_address_has_a_host_only_where_the_site_has_one() {
    let site = |origin: &str| Site {
        origin: origin.to_owned(),
        ..Site::default()
    };
    assert_eq!(
        file_url(&site("https://jobs.gov"), "/data/x.csv"),
        "https://jobs.gov/data/x.csv"
    );
    assert_eq!(file_url(&site(""), "/data/x.csv"), "/data/x.csv");
    assert_eq!(file_url(&site(Site::NOWHERE), "/data/x.csv"), "/data/x.csv");
}

#[test]
fn every_table_has_its_frozen_file_its_hash_and_a_snippet_for_each_program() {
    let files = files();
    for entry in &files.catalog.packages {
        let package = package(&entry.name);
        let html = body(&files, &Route::Package(entry.name.clone()));
        let text = plain(&html);
        let version = &entry.versions[0].version;
        for table in &package.resources {
            if table.role() == ResourceRole::Slice || !table.role().is_table() {
                continue;
            }
            let path = format!("/data/{}/v/{version}/{}", entry.name, table.path);
            assert!(!html.contains("data <- "), "marks of HTML are escaped");
            // A link, and one line in each of the four programs.
            assert_eq!(
                html.matches(&format!("href=\"{path}\"")).count(),
                1,
                "{path}"
            );
            assert_eq!(text.matches(&format!("\"{path}\"")).count(), 4, "{path}");
            let hash = table
                .hash
                .as_deref()
                .and_then(|it| it.strip_prefix("sha256:"));
            assert!(text.contains(hash.expect("a hash")), "{path}");
            assert!(
                std::path::Path::new("public").join(&path[1..]).is_file(),
                "{path}"
            );
            for program in ["excel", "python", "r", "stata"] {
                let field = format!("id=\"{}-{program}\"", table.name);
                assert_eq!(html.matches(&field).count(), 1, "{field}");
            }
        }
    }
}
