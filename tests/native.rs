//! Every native test in one program: linked once, and its tests share the processors.
#![cfg(not(target_arch = "wasm32"))]

// What several of them need.
mod drawn;
mod frames;
#[path = "golden/frames.rs"]
mod goldens;
mod literal;

mod architecture;
mod beside;
mod chartability;
mod charts_bars;
mod charts_dots;
mod compare;
mod definitions;
mod demo;
mod disclosure;
mod export;
mod feeds;
mod figures;
mod foreign;
mod frame;
mod fuzz_scenes;
mod gallery;
mod glyphs;
mod hosting;
mod laws;
mod locale;
mod locale_compile;
mod pages;
mod paint;
mod picture;
mod problem;
mod profiles;
mod query;
mod rank;
mod ratio;
mod readability;
mod report;
mod rows;
mod scene;
mod scripts;
mod serve;
mod site;
mod story;
mod table;
mod theme;
