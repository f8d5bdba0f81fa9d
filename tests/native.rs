//! All native tests in one program: linked once, and the tests run in parallel.
#![cfg(not(target_arch = "wasm32"))]

// Shared by several tests.
mod drawn;
mod effort;
mod frames;
#[path = "golden/frames.rs"]
mod goldens;
mod literal;
mod published;

mod accessibility;
mod architecture;
mod benchmark;
mod changes;
mod chartability;
mod charts_bars;
mod charts_dots;
mod compare;
mod dashboard;
mod definitions;
mod demo;
mod disclosure;
mod explore;
mod export;
mod feeds;
mod figures;
mod formats;
mod external;
mod frame;
mod fuzz_scenes;
mod gallery;
mod glyphs;
mod guides;
mod hosting;
mod init;
mod laws;
mod links;
mod locale;
mod locale_compile;
mod names;
mod office;
mod openapi;
mod pages;
mod paint;
mod periods;
mod picture;
mod problem;
mod profiles;
mod query;
mod rank;
mod ratio;
mod readability;
mod reading;
mod report;
mod rows;
mod scene;
mod scripts;
mod serve;
mod site;
mod snippets;
mod story;
mod suppression;
mod suites;
mod table;
mod theme;
