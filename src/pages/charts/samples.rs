//! Made-up frames with abstract names, one for every chart type, with each state that a number in such a chart can
//! have. They are flagged as illustrative, so that every drawing has that label.

use crate::frame::{
    Axis, AxisKind, Cell, Frame, MeasureWords, PackageWords, PercentileValue, Row, SeriesAxis,
    SourceWords,
};
use crate::locale::{Locale, Message};
use crate::m;
use crate::query::{Query, View};
use crate::value::{AREAS, Kind, Qualifier, Quantity, Status, StatusSet, Unit};

/// The sample for a chart type, with every state that it can show.
pub fn sample(view: View, locale: Locale) -> Frame {
    let sheet = SampleFrames { locale };
    let mut frame = match view {
        View::Line => sheet.over_time(2),
        View::Area => sheet.parts_over_time(),
        View::Multiples => sheet.over_time(6),
        View::Spark => sheet.over_time(5),
        View::Stacked => sheet.parts(),
        View::Dumbbell | View::Slope => sheet.pairs(),
        View::Scatter => sheet.crossed(),
        View::Funnel => sheet.stages(),
        View::Range => sheet.ranges(),
        View::Bullet => sheet.targets(),
        View::Map | View::Tiles => sheet.places(),
        View::Heat => sheet.grid(),
        View::Column => sheet.few_states(),
        View::Bar | View::Dot | View::Strip | View::Table => sheet.states(),
    };
    frame.query.view = Some(view);
    if view == View::Strip {
        frame.query.highlight = vec!["A".to_owned(), "B".to_owned()];
    }
    frame
}

/// Frames in one language.
struct SampleFrames {
    locale: Locale,
}

impl SampleFrames {
    fn say(&self, message: Message) -> String {
        self.locale.text(message)
    }

    fn frame(&self, unit: &str, rows: Vec<Row>) -> Frame {
        Frame {
            query: Query::default(),
            package: PackageWords {
                title: self.say(m!(ChartsSamplePackage)),
                illustrative: true,
                ..PackageWords::default()
            },
            measure: MeasureWords {
                code: "sample".into(),
                title: self.say(m!(ChartsSampleMeasure)),
                unit: Unit::new(unit),
                ..MeasureWords::default()
            },
            by: Axis {
                field: "group".into(),
                title: self.say(m!(ChartsSampleGroup)),
                sort: AxisKind::Names,
            },
            rows,
            sources: vec![SourceWords {
                publisher: self.say(m!(ChartsSampleSource)),
                ..SourceWords::default()
            }],
            ..Frame::default()
        }
    }

    /// Each state once.
    fn states(&self) -> Frame {
        let mut rows = vec![
            exact("A", 90.0),
            worded("B", Qualifier::AtLeast, 74.0),
            worded("C", Qualifier::About, 60.0),
            row("D", Some(Quantity::range(30.0, 52.0))),
            worded("E", Qualifier::UpTo, 44.0),
            with(exact("F", 36.0), Status::Provisional),
            exact("G", 0.0),
        ];
        for row in &mut rows {
            row.kind = Some(Kind::Actual);
        }
        rows.extend([
            of_kind(exact("H", 80.0), Kind::Target),
            of_kind(exact("I", 66.0), Kind::Projection),
            of_kind(worded("J", Qualifier::AtLeast, 40.0), Kind::Commitment),
        ]);
        let absent = [
            ("K", Status::Suppressed),
            ("L", Status::NotYetDue),
            ("M", Status::Missing),
            ("N", Status::NotApplicable),
        ];
        rows.extend(absent.map(|(label, why)| of_kind(without(label, why), Kind::Actual)));
        self.frame(Unit::PEOPLE, rows)
    }

    /// As many as have room side by side, each in another state.
    fn few_states(&self) -> Frame {
        let mut frame = self.states();
        let shown = ["A", "B", "C", "D", "F", "G", "H", "K"];
        frame.rows.retain(|row| shown.contains(&row.key.as_str()));
        frame
    }

    /// A total of two parts over eight periods: one value suppressed, the last a bound and preliminary.
    fn parts_over_time(&self) -> Frame {
        let mut frame = self.over_time(2);
        for row in &mut frame.rows {
            let period = row.ordinal.unwrap_or(1);
            let is_first = row.series == Some(0);
            let rise = 14.0 + f64::from(period) * if is_first { 5.0 } else { 3.0 };
            row.cell = match (is_first, period) {
                (true, 4) => without("", Status::Suppressed).cell,
                (true, 8) => worded("", Qualifier::AtLeast, rise).cell,
                (false, 8) => with(exact("", rise), Status::Provisional).cell,
                _ => exact("", rise).cell,
            };
        }
        frame
    }

    /// `count` series over eight periods, with every reason why a value can be missing.
    fn over_time(&self, count: usize) -> Frame {
        let mut rows = Vec::new();
        for series in 0..count {
            for period in 0..8_i32 {
                let rise = f64::from(period) * (9.0 - 2.0 * series as f64);
                let wave = f64::from((period * (3 + series as i32)) % 4) * 3.0;
                let label = (period + 1).to_string();
                let mut row = exact(&label, (20.0 + 14.0 * series as f64 + rise + wave).round());
                match (series % 3, period) {
                    (0, 2) => row = without(&label, Status::Suppressed),
                    (0, 4) => row = without(&label, Status::Missing),
                    (0, 7) => row = worded(&label, Qualifier::AtLeast, 82.0),
                    (1, 0) => row = exact(&label, 0.0),
                    (1, 5) => row = without(&label, Status::NotApplicable),
                    (1, 7) => row = with(row, Status::Provisional),
                    (2, 3) => row = worded(&label, Qualifier::About, 40.0),
                    (2, 7) => row = without(&label, Status::NotYetDue),
                    _ => {}
                }
                row.ordinal = Some(period + 1);
                rows.push(in_series(row, series));
            }
        }
        let mut frame = self.in_series(self.frame(Unit::PEOPLE, rows), letters(count));
        frame.by = Axis {
            field: "period".into(),
            title: self.say(m!(ChartsSamplePeriod)),
            sort: AxisKind::Time,
        };
        frame
    }

    /// Parts of a whole, one of them withheld and one a lower bound.
    fn parts(&self) -> Frame {
        let mut rows = Vec::new();
        for (at, label) in ["A", "B", "C", "D", "E"].into_iter().enumerate() {
            for series in 0..3 {
                let value = 50.0 - 7.0 * at as f64 - 9.0 * series as f64;
                let row = match (at, series) {
                    (1, 1) => worded(label, Qualifier::AtLeast, value),
                    (2, 2) => without(label, Status::Suppressed),
                    (3, 1) => exact(label, 0.0),
                    (4, 2) => without(label, Status::NotYetDue),
                    _ => exact(label, value.max(4.0)),
                };
                rows.push(in_series(row, series));
            }
        }
        self.in_series(self.frame(Unit::PEOPLE, rows), letters_from('X', 3))
    }

    /// Two numbers of each row.
    fn pairs(&self) -> Frame {
        let pair = |label: &str, first: Row, second: Row| {
            let named = |mut row: Row, series| {
                row.key = label.to_owned();
                row.label = label.to_owned();
                in_series(row, series)
            };
            [named(first, 0), named(second, 1)]
        };
        let rows = [
            pair("A", exact("", 40.0), exact("", 92.0)),
            pair("B", exact("", 36.0), worded("", Qualifier::AtLeast, 78.0)),
            pair("C", worded("", Qualifier::About, 58.0), exact("", 50.0)),
            pair(
                "D",
                exact("", 30.0),
                row("", Some(Quantity::range(56.0, 68.0))),
            ),
            pair("E", exact("", 22.0), of_kind(exact("", 44.0), Kind::Target)),
            pair("F", exact("", 0.0), exact("", 26.0)),
            pair("G", without("", Status::Suppressed), exact("", 18.0)),
            pair("H", exact("", 12.0), without("", Status::NotYetDue)),
        ];
        let names = [m!(ChartsSampleFirst), m!(ChartsSampleSecond)].map(|name| self.say(name));
        let values = ["first", "second"]
            .map(str::to_owned)
            .into_iter()
            .zip(names);
        let frame = self.frame(Unit::PEOPLE, rows.into_iter().flatten().collect());
        self.measures(frame, values.collect())
    }

    /// Two measures of each row.
    fn crossed(&self) -> Frame {
        let mut rows: Vec<Row> = (0..24_i32)
            .map(|at| {
                let across = f64::from(at * 4 + 6);
                let label = letter('A', at as usize);
                let mut row = exact(&label, f64::from((at * 17) % 23) + 20.0 + across * 0.5);
                row.cell.across = Some(Box::new(exact("", across).cell));
                row
            })
            .collect();
        let across = |row: &mut Row, cell: Cell| row.cell.across = Some(Box::new(cell));
        let quantity = |row: Row| row.cell.quantity;
        rows[4].cell.quantity = quantity(worded("", Qualifier::AtLeast, 62.0));
        rows[9].cell.quantity = quantity(worded("", Qualifier::About, 70.0));
        across(&mut rows[13], worded("", Qualifier::AtLeast, 66.0).cell);
        rows[16].kind = Some(Kind::Target);
        rows[19].cell = without("", Status::Suppressed).cell;
        across(&mut rows[19], exact("", 82.0).cell);
        across(&mut rows[21], without("", Status::NotYetDue).cell);
        let mut frame = self.frame(Unit::PEOPLE, rows);
        frame.across = Some(Box::new(MeasureWords {
            code: "across".into(),
            title: self.say(m!(ChartsSampleAcross)),
            unit: Unit::new(Unit::PEOPLE),
            ..MeasureWords::default()
        }));
        frame
    }

    /// Stages, of which one group has not reached the last.
    fn stages(&self) -> Frame {
        let stages: [(&str, [Row; 4]); 2] = [
            (
                "A",
                [
                    exact("", 100.0),
                    exact("", 78.0),
                    worded("", Qualifier::AtLeast, 55.0),
                    exact("", 41.0),
                ],
            ),
            (
                "B",
                [
                    exact("", 60.0),
                    worded("", Qualifier::About, 40.0),
                    without("", Status::Suppressed),
                    without("", Status::NotYetDue),
                ],
            ),
        ];
        let mut rows = Vec::new();
        for (label, of_group) in stages {
            for (series, mut row) in of_group.into_iter().enumerate() {
                row.key = label.to_owned();
                row.label = label.to_owned();
                rows.push(in_series(row, series));
            }
        }
        let names = (1..=4).map(|at| self.say(m!(ChartsSampleStage, number = at)));
        let values = names
            .enumerate()
            .map(|(at, name)| (format!("stage-{at}"), name));
        self.measures(self.frame(Unit::PEOPLE, rows), values.collect())
    }

    /// Percentiles, some above what is published and some not released.
    fn ranges(&self) -> Frame {
        let row_of = |at: usize| {
            let middle = 20.0 + 9.0 * at as f64;
            let mut row = exact(&letter('A', at), middle);
            let times = [0.6, 0.8, 1.0, 1.3, 1.7];
            let known = [10, 25, 50, 75, 90].into_iter().zip(times);
            row.cell.percentiles = known
                .map(|(percent, times)| PercentileValue {
                    at: percent,
                    quantity: Some(match at == 4 && percent > 50 {
                        true => Quantity::at_least(70.0),
                        false => Quantity::exact((middle * times).round()),
                    }),
                    status: StatusSet::NORMAL,
                })
                .collect();
            if at == 2 {
                row.cell.quantity = None;
                row.cell.status = StatusSet::of(Status::Suppressed);
                for known in &mut row.cell.percentiles {
                    known.quantity = None;
                    known.status = row.cell.status;
                }
            }
            row
        };
        let mut frame = self.frame(Unit::USD_PER_HOUR, (0..5).map(row_of).collect());
        frame.measure.percentile = Some(50);
        frame
    }

    /// Results against their targets.
    fn targets(&self) -> Frame {
        let rows = [
            ("A", exact("", 84.0), exact("", 70.0)),
            ("B", worded("", Qualifier::AtLeast, 52.0), exact("", 80.0)),
            (
                "C",
                worded("", Qualifier::About, 40.0),
                worded("", Qualifier::AtLeast, 60.0),
            ),
            ("D", exact("", 0.0), exact("", 45.0)),
            ("E", without("", Status::Suppressed), exact("", 50.0)),
            ("F", without("", Status::NotYetDue), exact("", 36.0)),
            ("G", exact("", 30.0), without("", Status::Missing)),
        ];
        let mut all = Vec::new();
        for (label, result, target) in rows {
            for (series, kind, mut row) in [(0, Kind::Actual, result), (1, Kind::Target, target)] {
                row.key = label.to_owned();
                row.label = label.to_owned();
                row.kind = Some(kind);
                all.push(in_series(row, series));
            }
        }
        let names = [m!(ChartsSampleResult), m!(ChartsSampleTarget)].map(|name| self.say(name));
        let values = ["result", "target"]
            .map(str::to_owned)
            .into_iter()
            .zip(names);
        self.measures(self.frame(Unit::PEOPLE, all), values.collect())
    }

    /// States with values in alphabetical order, so that the map does not look like real results.
    fn places(&self) -> Frame {
        let mut rows: Vec<Row> = AREAS
            .iter()
            .enumerate()
            .filter(|(at, _)| at % 9 != 8)
            .map(|(at, area)| {
                let mut row = match at % 14 {
                    3 => worded(area.name, Qualifier::AtLeast, 20.0),
                    6 => without(area.name, Status::Suppressed),
                    9 => without(area.name, Status::NotYetDue),
                    12 => exact(area.name, 0.0),
                    _ => exact(area.name, (at / 11 + 1) as f64 * 10.0),
                };
                row.key = area.usps.to_owned();
                row
            })
            .collect();
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        let mut frame = self.frame(Unit::PEOPLE, rows);
        frame.by = Axis {
            field: "state".into(),
            title: self.say(m!(ChartsSamplePlace)),
            sort: AxisKind::Places,
        };
        frame
    }

    /// Rows by series, each state somewhere.
    fn grid(&self) -> Frame {
        let mut rows = Vec::new();
        for at in 0..7_usize {
            for series in 0..5_usize {
                let label = letter('A', at);
                let row = match (at, series) {
                    (0, 1) => worded(&label, Qualifier::AtLeast, 60.0),
                    (1, 3) => without(&label, Status::Suppressed),
                    (2, 0) => exact(&label, 0.0),
                    (3, 2) => worded(&label, Qualifier::About, 30.0),
                    (4, 4) => without(&label, Status::NotYetDue),
                    (5, 1) => without(&label, Status::NotApplicable),
                    (6, 2) => continue,
                    _ => exact(&label, ((at * 5 + series * 3) % 11) as f64 * 8.0 + 3.0),
                };
                rows.push(in_series(row, series));
            }
        }
        self.in_series(self.frame(Unit::PEOPLE, rows), letters_from('V', 5))
    }

    fn in_series(&self, mut frame: Frame, values: Vec<(String, String)>) -> Frame {
        frame.series = Some(SeriesAxis {
            axis: Axis {
                field: "series".into(),
                title: self.say(m!(ChartsSampleSeries)),
                sort: AxisKind::Names,
            },
            values,
        });
        frame
    }

    /// The series are measures, as in an answer with several measures.
    fn measures(&self, frame: Frame, values: Vec<(String, String)>) -> Frame {
        let mut frame = self.in_series(frame, values);
        if let Some(series) = &mut frame.series {
            series.axis.field = "measure".into();
        }
        frame
    }
}

fn letter(from: char, at: usize) -> String {
    let code = from as u32 + at as u32;
    char::from_u32(code).unwrap_or(from).to_string()
}

fn letters(count: usize) -> Vec<(String, String)> {
    letters_from('A', count)
}

fn letters_from(from: char, count: usize) -> Vec<(String, String)> {
    (0..count)
        .map(|at| (letter(from, at), letter(from, at)))
        .collect()
}

fn row(label: &str, quantity: Option<Quantity>) -> Row {
    Row {
        key: label.to_owned(),
        label: label.to_owned(),
        series: None,
        ordinal: None,
        cell: Cell {
            quantity,
            ..Cell::default()
        },
        kind: None,
        figure: None,
    }
}

fn exact(label: &str, value: f64) -> Row {
    row(label, Some(Quantity::exact(value)))
}

fn worded(label: &str, word: Qualifier, value: f64) -> Row {
    row(label, Some(Quantity::worded(word, value)))
}

fn without(label: &str, why: Status) -> Row {
    with(row(label, None), why)
}

fn with(mut row: Row, status: Status) -> Row {
    row.cell.status = row.cell.status.with(status);
    row
}

fn of_kind(mut row: Row, kind: Kind) -> Row {
    row.kind = Some(kind);
    row
}

fn in_series(mut row: Row, series: usize) -> Row {
    row.series = Some(series);
    row
}
