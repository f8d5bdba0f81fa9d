//! The part of `tests/bench/charts.mjs` that measures this crate, as functions that its page calls.
//! Not shipped: built for the benchmark only, with the profile of releases.
#![cfg(target_arch = "wasm32")]

#[path = "../golden/frames.rs"]
mod frames;

use frames::{exact, frame, in_series, scene_in};
use good_jobs::bytes::Memory;
use good_jobs::frame::{Axis, Cell, Frame, MeasureWords, SeriesAxis};
use good_jobs::locale::Locale;
use good_jobs::package::open;
use good_jobs::query::View;
use good_jobs::table::{Grouping, RowSet, Sums, Table, group, read};
use good_jobs::ui::{draw_anew, still};
use good_jobs::value::Quantity;
use leptos::reactive::owner::Owner;
use leptos::tachys::view::{Mountable, Render};
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// Step from one point to the next: with a small number, all points would be on a few lines.
const SPREAD: usize = 389;

/// The same numbers as in `baseline.js`.
fn value(at: usize) -> f64 {
    ((at as u64 * 7_919 + 104_729) % 9_973) as f64 / 9.973
}

/// What a page does with a frame, within an owner that is cleaned up before the next.
fn drawn(owner: &Owner, frame: &Arc<Frame>, view: View, width: u32) -> web_sys::Element {
    owner.cleanup();
    let [narrow, wide] = still(frame, view, Locale::EN);
    let drawing = if width < 600 { narrow } else { wide };
    owner.with(|| drawing.build().elements().remove(0))
}

/// What a page does once.
#[wasm_bindgen(start)]
pub fn begin() {
    draw_anew();
}

/// A chart that can be drawn repeatedly.
#[wasm_bindgen]
pub struct Chart {
    frame: Arc<Frame>,
    view: View,
    owner: Owner,
}

#[wasm_bindgen]
impl Chart {
    /// `count` bars with names and numbers.
    pub fn bars(count: usize) -> Self {
        let rows = (0..count).map(|at| exact(&format!("Grantee {at}"), value(at).round()));
        Self::of(frame("people", "Grantee", rows.collect()), View::Bar)
    }

    /// `count` lines of `points` points each.
    pub fn lines(count: usize, points: usize) -> Self {
        let rows = (0..count).flat_map(|series| {
            (0..points).map(move |at| {
                let mut row = exact(
                    &format!("Q{} {}", at % 4 + 1, 2022 + at / 4),
                    value(series * points + at).round(),
                );
                row.ordinal = Some(2022 * 4 + at as i32);
                in_series(row, series)
            })
        });
        let mut frame = frame("people", "Quarter", rows.collect());
        frame.series = Some(SeriesAxis {
            axis: Axis::default(),
            values: (0..count)
                .map(|at| (at.to_string(), format!("Grantee {at}")))
                .collect(),
        });
        Self::of(frame, View::Line)
    }

    /// Points, one measure plotted against another.
    pub fn points(count: usize) -> Self {
        let rows = (0..count).map(|at| {
            let mut row = exact(&format!("Point {at}"), value(at * SPREAD + 1));
            row.cell.across = Some(Box::new(Cell {
                quantity: Some(Quantity::exact(value(at))),
                ..Cell::default()
            }));
            row
        });
        let mut frame = frame("people", "Grantee", rows.collect());
        frame.across = Some(Box::new(MeasureWords {
            title: "Grants".into(),
            ..frame.measure.clone()
        }));
        Self::of(frame, View::Scatter)
    }

    /// Laid out, drawn, and turned into nodes; a chart with very many marks paints itself when it
    /// becomes visible.
    pub fn draw(&self, width: u32) -> web_sys::Element {
        drawn(&self.owner, &self.frame, self.view, width)
    }

    /// Only laid out.
    pub fn lay_out(&self, width: u32) -> usize {
        scene_in(&self.frame, self.view, width, Locale::EN)
            .marks
            .len()
    }
}

impl Chart {
    fn of(frame: Frame, view: View) -> Self {
        Self {
            frame: Arc::new(frame),
            view,
            owner: Owner::new(),
        }
    }
}

/// Four views of one table that share one filter.
#[wasm_bindgen]
pub struct Linked {
    table: Table,
    owners: [Owner; 4],
}

#[wasm_bindgen]
impl Linked {
    /// Reads the bytes of a table in the format that `baseline.js` writes.
    pub async fn read(bytes: Vec<u8>) -> Result<Linked, JsError> {
        let words = ["grantee", "industry", "state", "program"].map(|name| {
            format!(r#"{{"name":"{name}","type":"string","outcomes":{{"role":"dimension"}}}}"#)
        });
        let numbers = ["enrolled", "placed"].map(|name| {
            format!(r#"{{"name":"{name}","type":"number","outcomes":{{"role":"measure","unit":"people","adds":"sum","over_time":"flow"}}}}"#)
        });
        let quarter =
            r#"{"name":"quarter","type":"string","outcomes":{"role":"period","grain":"quarter"}}"#;
        let fields: Vec<String> = words[..3]
            .iter()
            .cloned()
            .chain([quarter.to_owned()])
            .chain([words[3].clone()])
            .chain(numbers)
            .collect();
        let manifest = format!(
            r#"{{"name":"bench","version":"1","created":"2026-01-01","resources":[{{"name":"t","path":"t.csv","outcomes":{{"role":"facts"}},"schema":{{"fields":[{}]}}}}]}}"#,
            fields.join(",")
        );
        let files = Memory::default().with("datapackage.json", manifest);
        let package = open(&files, "datapackage.json")
            .await
            .map_err(|_| JsError::new("the manifest cannot be read"))?
            .value;
        let table = read(&package, &package.resources[0], &bytes).value;
        Ok(Self {
            table,
            owners: std::array::from_fn(|_| Owner::new()),
        })
    }

    pub fn rows(&self) -> usize {
        self.table.len
    }

    /// The sums of each of the four views under a filter, in one list of numbers.
    pub fn sums(&self, program: &str) -> Vec<f64> {
        self.grouped(program).concat()
    }

    /// What one click does: the filter, one pass for four views, four charts drawn.
    pub fn click(&self, program: &str, width: u32) -> Vec<web_sys::Element> {
        const NAMES: [&str; 4] = ["industry", "state", "quarter", "grantee"];
        let sums = self.grouped(program);
        let charts = NAMES.iter().zip(sums).zip(&self.owners);
        let charts = charts.map(|((name, sums), owner)| {
            let values = sums.iter().enumerate();
            let rows = values.map(|(at, sum)| exact(&format!("{name} {at}"), *sum));
            let frame = frame("people", name, rows.collect());
            drawn(owner, &Arc::new(frame), View::Bar, width)
        });
        charts.collect()
    }

    fn grouped(&self, program: &str) -> Vec<Vec<f64>> {
        let view = |by: &str, measure: &str| Grouping {
            by: self.table.codes(by),
            series: None,
            measure: self.table.numbers(measure),
            weight: None,
        };
        let views = [
            view("industry", "enrolled"),
            view("state", "placed"),
            view("quarter", "enrolled"),
            view("grantee", "placed"),
        ];
        let mut rows = RowSet::all(self.table.len);
        if let Some(programs) = self.table.codes("program").filter(|_| !program.is_empty()) {
            rows.intersect(&programs.rows_with(&[program.to_owned()]));
        }
        let all = group(&rows, &views);
        let sums = |of: &Sums| (0..of.len()).map(|at| of.sum(at)).collect();
        all.iter().map(sums).collect()
    }
}
