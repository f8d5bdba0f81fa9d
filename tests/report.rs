//! `outcomes report` distinguishes equal folders, different ones and those that cannot be compared,
//! and shows the differences.

use std::path::{Path, PathBuf};
use std::process::Command;

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let name = format!("good-jobs-{}-report-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path);
        for folder in ["before/charts", "after/charts"] {
            std::fs::create_dir_all(path.join(folder)).expect("a folder for the test");
        }
        Self(path)
    }

    fn put(&self, name: &str, svg: &str) {
        std::fs::write(self.0.join(name), svg).expect("a file");
    }

    /// The exit code, and the page.
    fn report(&self) -> (i32, String) {
        let out = self.0.join("out");
        let done = Command::new("target/debug/outcomes")
            .current_dir(Path::new("."))
            .arg("report")
            .args([Path::new("--before"), &self.0.join("before")])
            .args([Path::new("--after"), &self.0.join("after")])
            .args([Path::new("--out"), &out])
            .output()
            .expect("it runs");
        let page = std::fs::read_to_string(out.join("report.html")).unwrap_or_default();
        (done.status.code().unwrap_or(-1), page)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn bar(wide: u32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">\
         <rect x=\"0\" y=\"0\" width=\"{wide}\" height=\"20\" fill=\"black\"/></svg>"
    )
}

#[test]
fn equal_folders_are_equal() {
    let scratch = Scratch::new("equal");
    scratch.put("before/charts/a.svg", &bar(10));
    scratch.put("after/charts/a.svg", &bar(10));
    let (code, page) = scratch.report();
    assert_eq!(code, 0);
    assert!(page.contains("All 1 drawings are unchanged."), "{page}");
}

#[test]
fn what_differs_is_shown_before_and_after() {
    let scratch = Scratch::new("different");
    scratch.put("before/charts/a.svg", &bar(10));
    scratch.put("after/charts/a.svg", &bar(15));
    scratch.put("before/gone.svg", &bar(1));
    scratch.put("after/new.svg", &bar(1));
    let (code, page) = scratch.report();
    assert_eq!(code, 2);
    // Five columns of twenty px.
    assert!(page.contains("100 of 800 pixels differ"), "{page}");
    for picture in [
        "charts-a-before.png",
        "charts-a-after.png",
        "charts-a-difference.png",
        "gone-before.png",
        "new-after.png",
    ] {
        assert!(page.contains(picture), "{picture}: {page}");
        let file = scratch.0.join("out/png").join(picture);
        let bytes = std::fs::read(&file).expect("a picture");
        assert!(bytes.starts_with(b"\x89PNG"), "{picture}");
    }
    assert!(page.contains("<p>new</p>") && page.contains("no longer drawn"));
}

#[test]
fn what_cannot_be_drawn_or_found_is_a_failure() {
    let scratch = Scratch::new("failed");
    assert_eq!(scratch.report().0, 1, "nothing was drawn");
    scratch.put("before/charts/a.svg", &bar(10));
    scratch.put("after/charts/a.svg", "<svg");
    assert_eq!(scratch.report().0, 1, "no SVG");
}
