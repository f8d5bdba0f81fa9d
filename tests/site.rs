//! The whole site built twice from the same input: the same files with the same bytes, whether its
//! pictures are drawn or cached, and wherever it is built.

use crate::published::root;
use good_jobs::bytes::sha256;
use good_jobs::publish::picture::FACES;
use good_jobs::publish::prerender::{self, BuildSummary};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder that is removed at the end of the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("good-jobs-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).expect("a copy")),
        }
    }
}

/// Path below the folder → hash of the file.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => open.push(path),
                false => {
                    let bytes = std::fs::read(&path).expect("a file");
                    let name = path.strip_prefix(folder).expect("below").to_owned();
                    found.insert(name, sha256(&bytes));
                }
            }
        }
    }
    found
}

fn built(dist: &Path, kept: &Path) -> BuildSummary {
    copy(&root().join("public/data"), &dist.join("data"));
    copy(&root().join("build/geo"), &dist.join("geo"));
    std::fs::copy(root().join("index.html"), dist.join("index.html")).expect("the template");
    prerender::build(&prerender::BuildOptions {
        now: good_jobs::publish::moment::PointInTime(0),
        dist,
        public_url: "/",
        origin: None,
        faces: &root().join(FACES),
        kept: Some(kept.to_owned()),
        progress: &|_, _, _| (),
    })
    .expect("the site is made")
}

#[test]
fn a_site_made_twice_is_the_same_bytes() {
    let (first, second) = (Scratch::new("first"), Scratch::new("second"));
    let kept = Scratch::new("kept");
    let drawn = built(&first.0, &kept.0);
    let again = built(&second.0, &kept.0);
    assert!(drawn.pages.len() > 300, "{} pages", drawn.pages.len());
    assert!(drawn.pictures_kept < drawn.pictures, "nothing was drawn");
    assert_eq!(again.pictures_kept, again.pictures, "all were kept");
    assert_eq!(drawn.pages, again.pages);
    let (one, other) = (files(&first.0), files(&second.0));
    assert!(one.len() > drawn.pages.len() + drawn.pictures);
    let differ: Vec<_> = one
        .iter()
        .filter(|(path, hash)| other.get(*path) != Some(hash))
        .map(|(path, _)| path)
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert_eq!(one.len(), other.len());
}
