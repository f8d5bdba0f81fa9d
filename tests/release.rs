//! Releases and withdrawals: all files or none, at their time, of the files that passed, and what a withdrawn version
//! leaves.

use crate::published::{block_on, plain, release_request, shell};
use good_jobs::loader::PublishedFiles;
use good_jobs::locale::Locale;
use good_jobs::pages::{Page, load_embed, load_page};
use good_jobs::publish::check::{check, check_draft};
use good_jobs::publish::embargo::hold_back;
use good_jobs::publish::moment::PointInTime;
use good_jobs::publish::transaction::{Fate, take_back};
use good_jobs::publish::{
    Disk, ReleaseRequest, WithdrawRequest, answer, diff, prerender, release, release_with, withdraw,
};
use good_jobs::site::Route;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A site with one package, `p`, in a folder that is removed at the end.
struct Site(PathBuf);

const FIELDS: &str = r#"[
  {"name": "state", "type": "string", "title": "State", "outcomes": {"role": "dimension"}},
  {"name": "placed", "type": "integer", "title": "Placed", "outcomes": {"role": "measure", "unit": "people", "adds": "sum"}}
]"#;

impl Site {
    fn new(name: &str) -> Self {
        let site = std::env::temp_dir().join(format!("outcomes-{}-{name}", std::process::id()));
        std::fs::create_dir_all(site.join("data/p")).expect("a folder");
        let site = Self(site);
        std::fs::write(
            site.data().join("catalog.json"),
            "{\n  \"v\": 1,\n  \"packages\": []\n}\n",
        )
        .expect("written");
        site
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn package(&self) -> PathBuf {
        self.data().join("p")
    }

    /// Writes the author's files for a version.
    fn draft(&self, version: &str, placed: u32, more: &str) {
        let manifest = format!(
            r#"{{"name": "p", "title": "P", "version": "{version}", "created": "2026-01-01", {more}
  "outcomes": {{"v": 1, "default": {{"measure": "placed", "by": "state"}}}}, "resources": [
  {{"name": "facts", "path": "facts.csv", "title": "Results", "outcomes": {{"role": "facts"}},
   "schema": {{"fields": {FIELDS}, "primaryKey": ["state"]}}}}]}}"#
        );
        let package = self.package();
        std::fs::write(package.join("datapackage.json"), manifest).expect("written");
        std::fs::write(
            package.join("facts.csv"),
            format!("state,placed\nMD,{placed}\nMO,7\n"),
        )
        .expect("written");
    }

    fn release(&self, version: &str, placed: u32) {
        self.draft(version, placed, "");
        release(&release_request(&self.package())).expect("released");
    }

    fn withdraw(&self, version: &str, replaced_by: Option<&str>) -> Result<Vec<String>, String> {
        withdraw(&WithdrawRequest {
            folder: &self.package(),
            version,
            reason: "Two counts were too small to publish.",
            replaced_by,
            on: "2026-03-04",
        })
    }

    fn text(&self, route: &Route, address: &str) -> String {
        let _ = any_spawner::Executor::init_futures_executor();
        let files = block_on(PublishedFiles::open(Disk(self.0.clone()))).expect("a catalog");
        let page = block_on(load_page(&files, route, address));
        assert!(!matches!(page, Page::Missing), "{route:?}");
        prerender::body(shell(route), page)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Every file below a folder, with its bytes.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(bytes(&path)),
            false => drop(found.insert(path.clone(), std::fs::read(&path).expect("readable"))),
        }
    }
    found
}

fn problems(data: &Path) -> Vec<String> {
    let problems = check(data).problems.into_iter();
    problems
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect()
}

const TOMBSTONE: &str = "Version 1.0.0 was withdrawn on March 4, 2026, and its numbers are no longer shown. Reason: \
                         “Two counts were too small to publish.” Version 1.1.0 replaces it.";

#[test]
fn a_withdrawn_version_leaves_its_manifest_and_a_sentence_on_every_page() {
    let site = Site::new("withdrawn");
    site.release("1.0.0", 41);
    site.release("1.1.0", 43);
    site.release("1.2.0", 47);
    let removed = site.withdraw("1.0.0", Some("1.1.0")).expect("withdrawn");
    assert_eq!(removed, ["p/v/1.0.0/facts.csv"]);
    let kept = site.package().join("v/1.0.0");
    assert!(!kept.join("facts.csv").exists());
    assert!(kept.join("datapackage.json").is_file() && kept.join("withdrawn.json").is_file());
    // Its manifest still has the hash that the catalog names.
    assert_eq!(problems(&site.data()), Vec::<String>::new());

    let changes = |version: &str| Route::Changes("p".to_owned(), version.to_owned());
    for (route, address) in [
        (changes("1.0.0"), ""),
        (Route::Package("p".to_owned()), ""),
        (Route::Explore, "?package=p&at=1.0.0"),
        (Route::Dashboard("p".to_owned()), "?at=1.0.0"),
    ] {
        let html = site.text(&route, address);
        let text = plain(&html);
        assert!(text.contains(TOMBSTONE), "{route:?}: {text}");
        assert!(!text.contains("41"), "{route:?}: {text}");
    }
    let html = site.text(&Route::Explore, "?package=p&at=1.0.0");
    assert!(
        html.contains("?package=p&amp;at=1.1.0") || html.contains("at=1.1.0"),
        "{html}"
    );
    assert!(html.contains("Show version 1.1.0"));
    assert!(
        site.text(&changes("1.0.0"), "")
            .contains("/data/p/changes/1.1.0/")
    );
    // The version after it has nothing left to be compared with; the newest is compared with that one.
    assert!(plain(&site.text(&changes("1.2.0"), "")).contains("version 1.1.0 and version 1.2.0"));
    let package = site.text(&Route::Package("p".to_owned()), "");
    assert!(!package.contains("changes/1.1.0/"));

    let files = block_on(PublishedFiles::open(Disk(site.0.clone()))).expect("a catalog");
    let embed = block_on(load_embed(&files, "?package=p&at=1.0.0"));
    let why = embed.outcome.expect_err("no numbers");
    assert_eq!(Locale::EN.text(why), TOMBSTONE);
    assert!(embed.address.contains("at=1.1.0"), "{}", embed.address);
    let refused = diff::diff(&site.data(), "p@1.0.0", "p@1.2.0").expect_err("withdrawn");
    assert_eq!(refused, TOMBSTONE);

    let refused = answer::one(&site.data(), "?package=p&at=1.0.0").expect_err("withdrawn");
    assert_eq!(refused, TOMBSTONE);

    // Neither a release nor a file that is put back makes it a version again.
    site.draft("1.0.0", 41, "");
    let refused = release(&release_request(&site.package())).expect_err("withdrawn");
    assert!(refused.contains("this version was withdrawn"), "{refused}");
    site.release("1.2.0", 47);
    std::fs::write(kept.join("facts.csv"), "state,placed\n").expect("written");
    let told = problems(&site.data());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("version 1.0.0 was withdrawn, but this file of it is still there"));
}

#[test]
fn the_newest_version_and_unknown_ones_are_not_withdrawn() {
    let site = Site::new("not-withdrawn");
    site.release("1.0.0", 41);
    site.release("1.1.0", 43);
    let before = bytes(&site.0);
    for (version, by, expected) in [
        ("1.1.0", None, "is the newest version"),
        ("3.0.0", None, "p has no version 3.0.0; it has 1.1.0, 1.0.0"),
        ("1.0.0", Some("2.0.0"), "p has no version 2.0.0"),
        ("1.0.0", Some("1.0.0"), "cannot replace 1.0.0"),
        ("../..", None, "is not a version"),
    ] {
        let refused = site.withdraw(version, by).expect_err(expected);
        assert!(refused.contains(expected), "{refused}");
        assert_eq!(bytes(&site.0), before);
    }
}

#[test]
fn a_release_that_is_stopped_at_any_step_leaves_the_folder_as_it_was() {
    let site = Site::new("stopped");
    site.release("1.0.0", 41);
    site.draft("1.1.0", 43, "");
    let before = bytes(&site.0);
    let mut names = Vec::new();
    let stop_at = |step: usize, fate: Fate| {
        let mut count = 0;
        let done = release_with(&release_request(&site.package()), &mut |_| {
            count += 1;
            if count == step { fate } else { Fate::Continue }
        });
        (done, count)
    };
    for step in 1.. {
        let (done, count) = stop_at(step, Fate::Die);
        let Err(error) = done else {
            assert!(step > 12, "every file has several steps: {names:?}");
            break;
        };
        assert_eq!(count, step, "nothing is done after it is killed");
        names.push(error);
        // The next start takes back what was done.
        take_back(&site.data()).expect("taken back");
        assert_eq!(bytes(&site.0), before, "{names:?}");
        assert!(!site.package().join("v/1.1.0").exists());

        let (done, _) = stop_at(step, Fate::Fail);
        let error = done.expect_err("the step fails");
        assert!(error.contains("nothing was changed"), "{error}");
        assert_eq!(bytes(&site.0), before, "{error}");
    }
    assert!(site.package().join("v/1.1.0/facts.csv").is_file());
    assert_eq!(problems(&site.data()), Vec::<String>::new());
    let beside: Vec<_> = std::fs::read_dir(&site.0).expect("a folder").collect();
    assert_eq!(beside.len(), 1, "nothing is left beside the folder");
}

#[test]
fn a_release_takes_only_the_files_that_passed_the_check() {
    let site = Site::new("passed");
    site.draft("1.0.0", 41, "");
    let (report, text) = check_draft(&site.package()).expect("readable");
    assert_eq!(report.problems, Vec::new());
    let record = site.0.join("passed.json");
    std::fs::write(&record, text).expect("written");
    let records = [record.clone()];
    let package = site.package();
    let with = ReleaseRequest {
        records: &records,
        ..release_request(&package)
    };
    site.draft("1.0.0", 42, "");
    let before = bytes(&site.0);
    let refused = release(&with).expect_err("changed");
    assert!(refused.contains("facts.csv has changed"), "{refused}");
    assert!(
        refused.contains("datapackage.json has changed"),
        "{refused}"
    );
    assert_eq!(bytes(&site.0), before);
    site.draft("1.0.0", 41, "");
    assert!(!release(&with).expect("the same files").unchanged);
    // What passed once still passes after the release entered the hashes.
    assert!(release(&with).expect("the same files").unchanged);
    // Another program names only the tables that it protected.
    std::fs::write(&record, r#"{"files": {"facts.csv": "sha256:00"}}"#).expect("written");
    let refused = release(&with).expect_err("another hash");
    assert!(refused.contains("facts.csv has changed"), "{refused}");
    std::fs::write(&record, r#"{"files": {"gone.csv": "00"}}"#).expect("written");
    assert!(
        release(&with)
            .expect_err("no such file")
            .contains("gone.csv is not in the package")
    );
    std::fs::write(&record, "{}").expect("written");
    assert!(
        release(&with)
            .expect_err("no hashes")
            .contains("it has no “files”")
    );
}

#[test]
fn a_time_has_a_zone() {
    let time = PointInTime::parse("2026-12-15T08:30-05:00").expect("a time");
    assert_eq!(time.words(), "2026-12-15 13:30 UTC");
    assert_eq!(PointInTime::parse("2026-12-15T13:30:00Z"), Ok(time));
    assert_eq!(PointInTime::parse("2026-12-15T19:00+05:30"), Ok(time));
    assert_eq!(PointInTime::parse("1970-01-01T00:00Z"), Ok(PointInTime(0)));
    assert_eq!(
        PointInTime::parse("2024-02-29T23:30-01:00").map(PointInTime::day),
        Ok("2024-03-01".to_owned())
    );
    assert_eq!(
        PointInTime::parse("1969-12-31T23:59:59Z"),
        Ok(PointInTime(-1))
    );
    for wrong in [
        "2026-12-15",
        "2026-12-15T08:30",
        "2026-13-15T08:30Z",
        "2026-02-29T08:30Z",
        "2026-12-15T24:00Z",
        "2026-12-15T08:30-5",
        "2026-12-15T08:30Z+01:00",
        "2026-12-15T8:30Z",
        "2026-12T08:30Z",
    ] {
        let refused = PointInTime::parse(wrong).expect_err(wrong);
        assert!(
            refused.contains("write it as 2026-12-15T08:30-05:00"),
            "{refused}"
        );
    }
}

#[test]
fn nothing_is_released_or_built_before_its_time() {
    let site = Site::new("embargo");
    site.release("1.0.0", 41);
    let published = bytes(&site.data());
    site.draft("1.1.0", 43, r#""issued": "2026-12-15T08:30-05:00","#);
    let (early, time) = (PointInTime(1_797_341_399), PointInTime(1_797_341_400));
    let at = |now: PointInTime, not_before: Option<PointInTime>| ReleaseRequest {
        now,
        not_before,
        ..release_request(Path::new("."))
    };
    let package = site.package();
    let run = |request: ReleaseRequest| {
        release(&ReleaseRequest {
            folder: &package,
            ..request
        })
    };
    let before = bytes(&site.0);
    let refused = run(at(early, None)).expect_err("too early");
    assert!(
        refused.contains(
            "not to be released before 2026-12-15 13:30 UTC (it is 2026-12-15 13:29 UTC)"
        ),
        "{refused}"
    );
    // The later of both times counts.
    run(at(time, Some(PointInTime(time.0 + 1)))).expect_err("too early");
    assert_eq!(bytes(&site.0), before);

    // The author's files lie in the folder that a build copies: nothing of them may be left.
    let held = hold_back(&site.data(), early).expect("held back");
    let words: Vec<String> = held.iter().map(|held| held.words()).collect();
    assert_eq!(
        words,
        ["p 1.1.0 is left out until 2026-12-15 13:30 UTC; 1.0.0 is published instead"]
    );
    assert_eq!(bytes(&site.data()), published);

    // The same where the version was released on a computer whose clock is ahead.
    site.draft("1.1.0", 43, r#""issued": "2026-12-15T08:30-05:00","#);
    run(at(time, None)).expect("its time has come");
    let released = bytes(&site.data());
    assert_eq!(hold_back(&site.data(), time), Ok(Vec::new()));
    assert_eq!(bytes(&site.data()), released);
    assert_eq!(hold_back(&site.data(), early).expect("held back").len(), 1);
    assert_eq!(bytes(&site.data()), published);

    // A package with no other version is left out as a whole.
    let first = Site::new("embargo-first");
    first.draft("1.0.0", 43, r#""issued": "2026-12-15T13:30Z","#);
    let held = hold_back(&first.data(), early).expect("held back");
    assert_eq!(held[0].instead, None);
    assert!(!first.package().exists());
    // A time without a zone is a fault and not a guess.
    let unclear = Site::new("embargo-unclear");
    unclear.draft("1.0.0", 43, r#""issued": "2026-12-15T13:30","#);
    assert!(
        hold_back(&unclear.data(), early)
            .expect_err("no zone")
            .contains("`issued`")
    );
}
