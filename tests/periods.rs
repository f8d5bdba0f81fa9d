//! Periods as publishers write them: every form with its place in time, the column that decides, what is
//! asked, and how they stand on an axis.

use crate::literal::now;
use good_jobs::bytes::Memory;
use good_jobs::export::{self, Export, Home, Lettering};
use good_jobs::external::{Read, Reading, ReadingOverride, Why, open_files};
use good_jobs::frame::{Frame, answer, default_view, fits, resolve_with_data};
use good_jobs::locale::Locale;
use good_jobs::paint::Theme;
use good_jobs::prose;
use good_jobs::query::{View, parse};
use good_jobs::value::{Calendar, Grain, Period, spellings};
use proptest::prelude::*;
use std::path::Path;

/// Reads a file of the corpus as a visitor opens it, with corrections as an address has them.
fn corpus(file: &str, address: &str) -> Read {
    let path = Path::new(".").join("tests/corpus/periods");
    let bytes = std::fs::read(path.join(file)).expect("the corpus is there");
    read(file, bytes, address)
}

fn read(file: &str, bytes: impl AsRef<[u8]>, address: &str) -> Read {
    let files = Memory::default().with(file, bytes);
    let (query, notices) = parse(address);
    assert_eq!(notices, []);
    let opened = now(open_files(file, &files)).expect("it opens");
    let read = opened.read(&query.readings);
    assert_eq!(read.unused, Vec::<ReadingOverride>::new());
    read
}

/// A table of one column of time and one of numbers.
fn column(heading: &str, cells: &[&str]) -> Read {
    let rows = cells.iter().enumerate();
    let rows: String = rows
        .map(|(at, cell)| format!("\"{cell}\",{at}\n"))
        .collect();
    read("t.csv", format!("{heading},placed\n{rows}"), "")
}

fn reading(read: &Read) -> Reading {
    read.columns[0].reading
}

fn problems(read: &Read) -> Vec<String> {
    let sentences = read.dataset.problems.iter();
    sentences
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect()
}

fn ask(read: &Read, address: &str) -> Frame {
    let (query, notices) = parse(address);
    assert_eq!(notices, []);
    let resolved = resolve_with_data(&read.dataset, &query).expect("there is a measure");
    answer(&read.dataset, &resolved).expect("there is an answer")
}

/// Labels and numbers, in the order of the axis.
fn shown(frame: &Frame) -> Vec<(String, f64)> {
    let row = |row: &good_jobs::frame::Row| {
        let label = Locale::EN.argument(&prose::row_label(frame, row));
        let number = row.cell.quantity.expect("a number").anchor();
        (label, number)
    };
    frame.rows.iter().map(row).collect()
}

fn pairs(expected: &[(&str, f64)]) -> Vec<(String, f64)> {
    let owned = |(label, number): &(&str, f64)| ((*label).to_owned(), *number);
    expected.iter().map(owned).collect()
}

/// Neighbors on the axis are one period apart.
fn is_even(frame: &Frame) -> bool {
    let ordinals: Vec<i32> = frame.rows.iter().filter_map(|row| row.ordinal).collect();
    ordinals.len() == frame.rows.len() && ordinals.windows(2).all(|pair| pair[1] - pair[0] == 1)
}

/// Everything that is said of a frame.
fn said(frame: &Frame) -> String {
    let texts = [
        prose::title(frame),
        prose::subtitle(frame),
        prose::summary(frame),
        prose::alt(frame, frame.query.view.unwrap_or_default()),
        prose::source_line(frame),
    ];
    let mut text: Vec<String> = texts
        .into_iter()
        .map(|text| Locale::EN.text(text))
        .collect();
    text.push(prose::file_name(frame));
    text.extend(
        frame
            .rows
            .iter()
            .map(|row| Locale::EN.text(prose::row_sentence(frame, row))),
    );
    let home = Home {
        title: "Outcomes".to_owned(),
        explore: "https://site.example/explore/".to_owned(),
    };
    let export = Export {
        frame,
        view: frame.query.view.unwrap_or_default(),
        locale: Locale::EN,
        home: &home,
    };
    text.extend([
        export::csv(&export),
        export::file_stem(&export),
        export::plain_text(&export),
        export::json(&export),
        export.svg(800, &Theme::LIGHT, Lettering::Own),
        format!("{:?}", export::citations(&export)),
    ]);
    text.join("\n")
}

const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn every_form_has_its_place_in_time() {
    let day = |iso: &str| Period::parse(Grain::Date, iso).expect("a day").ordinal;
    let year = |year: i32| (Calendar::Years, year);
    let quarter = |year: i32, quarter: i32| (Calendar::Quarters, year * 4 + quarter - 1);
    let month = |year: i32, month: i32| (Calendar::Months, year * 12 + month - 1);
    let forms = [
        ("2019", year(2019)),
        ("2019.0", year(2019)),
        ("2006-07", year(2006)),
        ("2012–13", year(2012)),
        ("1999-00", year(1999)),
        ("1999-2000", year(1999)),
        ("2021/22", year(2021)),
        ("2005 - 2006", year(2005)),
        ("04-05", year(2004)),
        ("99-00", year(1999)),
        ("201718", year(2017)),
        ("PY2023", year(2023)),
        ("FY24", year(2024)),
        ("FY '98", year(1998)),
        ("SY 2012-13", year(2012)),
        ("School Year 2012-13", year(2012)),
        ("2012-13 school year", year(2012)),
        ("Q4 2022", quarter(2022, 4)),
        ("2022-Q4", quarter(2022, 4)),
        ("2022Q4", quarter(2022, 4)),
        ("2022:Q4", quarter(2022, 4)),
        ("4Q22", quarter(2022, 4)),
        ("4Q04", quarter(2004, 4)),
        ("Q3'23", quarter(2023, 3)),
        ("FY 2024 Q3", quarter(2024, 3)),
        ("Q3 FY24", quarter(2024, 3)),
        ("PY23Q4", quarter(2023, 4)),
        ("PY2023 Q4", quarter(2023, 4)),
        ("1st quarter 2023", quarter(2023, 1)),
        ("Third Quarter of 2023", quarter(2023, 3)),
        ("2024 Q01", quarter(2024, 1)),
        ("Jul-24", month(2024, 7)),
        ("Sept. 2024", month(2024, 9)),
        ("July 2024", month(2024, 7)),
        ("2024-07", month(2024, 7)),
        ("07/2024", month(2024, 7)),
        ("2024M07", month(2024, 7)),
        ("202407", month(2024, 7)),
        ("2024-03-09", (Calendar::Days, day("2024-03-09"))),
        ("20240309", (Calendar::Days, day("2024-03-09"))),
        ("9 March 2024", (Calendar::Days, day("2024-03-09"))),
        ("Sat, Mar 9, 2024", (Calendar::Days, day("2024-03-09"))),
        ("09-Mar-24", (Calendar::Days, day("2024-03-09"))),
        ("3/9/2024", (Calendar::MonthFirst, day("2024-03-09"))),
        ("3/9/2024", (Calendar::DayFirst, day("2024-09-03"))),
        ("3/9/24", (Calendar::MonthFirst, day("2024-03-09"))),
        ("09.03.2024", (Calendar::DayFirst, day("2024-03-09"))),
        (
            "2024-03-09T23:59:59-05:00",
            (Calendar::Days, day("2024-03-09")),
        ),
        (
            "2024-03-09 00:00:00.000Z",
            (Calendar::Days, day("2024-03-09")),
        ),
        (
            "3/9/2024 11:59 PM",
            (Calendar::MonthFirst, day("2024-03-09")),
        ),
        ("45292", (Calendar::Excel1900, day("2024-01-01"))),
        ("45292.75", (Calendar::Excel1900, day("2024-01-01"))),
        ("43830", (Calendar::Excel1904, day("2024-01-01"))),
    ];
    for (text, (calendar, ordinal)) in forms {
        let period = calendar.read(text);
        assert_eq!(period.map(|period| period.ordinal), Some(ordinal), "{text}");
    }
}

#[test]
fn a_mark_behind_a_period_is_no_part_of_it() {
    for (marked, bare) in [
        ("2023*", "2023"),
        ("2023 (p)", "2023"),
        ("Jul 2024 (r)", "Jul 2024"),
        ("2019 [YR2019]", "2019"),
    ] {
        let ordinals = |text: &str| -> Vec<i32> {
            let found = spellings(text);
            found.iter().map(|reading| reading.ordinal).collect()
        };
        assert_eq!(ordinals(marked), ordinals(bare), "{marked}");
        assert!(
            spellings(marked)
                .iter()
                .all(|reading| reading.text == marked && reading.needs_heading)
        );
    }
}

#[test]
fn what_is_no_period_is_none() {
    let others = [
        "",
        "VA",
        "12",
        "1234.5",
        "2010-12-13-14",
        "2024-13",
        "2024-Q5",
        "2024M13",
        "M13",
        "M07",
        "2023-02-29",
        "31/4/2024",
        "2019.5",
        "FY",
        "FY1",
        "(2019)",
        "1,999",
        "24-Jul",
        "16-17-18",
        "2024-03-09 25:00",
        "2024-03-09Q1",
        "Q1",
        "Q1 Q2 2024",
        "2010-13",
        "99999",
        "1.2",
        "Jul 2024 (x)",
        "2024q",
        "٢٠٢٤",
        "2024‑07‑09x",
    ];
    for text in others {
        let found = spellings(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn program_years_are_six_years_with_the_right_sums() {
    let mut read = corpus("completers-by-program-year.csv", "");
    assert_eq!(reading(&read), Reading::Year);
    assert_eq!(problems(&read), Vec::<String>::new());
    let frame = ask(&read, "?measure=Completers&by=Program%20Year");
    let expected = [
        ("2006-07", 836.0),
        ("2007-08", 1827.0),
        ("2008-09", 1792.0),
        ("2009-10", 1474.0),
        ("2010-11", 2054.0),
        ("2011-12", 2096.0),
    ];
    assert_eq!(shown(&frame), pairs(&expected));
    assert!(is_even(&frame));
    let total = frame.total.as_ref().and_then(|total| total.quantity);
    assert_eq!(total.map(|known| known.anchor()), Some(10079.0));
    assert_eq!(frame.query.view, Some(View::Line));
    // Neither the sum by state, nor one year alone, nor years as series name a month.
    let others = [
        "?measure=Completers&by=State&series=Program%20Year",
        "?measure=Completers&by=State&f.Program%20Year=2010-11",
        "?measure=Completers&by=Program%20Year&series=State&view=table",
    ];
    let frames = others.map(|address| ask(&read, address));
    for frame in std::iter::once(&frame).chain(&frames) {
        let text = said(frame);
        for month in MONTH_NAMES {
            assert!(!text.contains(month), "{month} in {text}");
        }
        assert!(text.contains("2010-11"), "{text}");
    }
    read.dataset.package.outcomes.default = default_view(&read.dataset);
    let usual = ask(&read, "");
    assert_eq!(usual.by.field, "State");
}

#[test]
fn school_years_past_the_twelfth_are_in_order_and_can_be_a_line() {
    let read = corpus("enrolled-by-school-year.csv", "");
    assert_eq!(reading(&read), Reading::Year);
    let frame = ask(&read, "?measure=Enrolled&by=School%20Year");
    let expected = [
        ("2009-10", 8583.0),
        ("2010-11", 7922.0),
        ("2011-12", 6170.0),
        ("2012-13", 5047.0),
        ("2013-14", 6457.0),
        ("2014-15", 5644.0),
    ];
    assert_eq!(shown(&frame), pairs(&expected));
    assert!(is_even(&frame) && fits(&frame, View::Line));
}

#[test]
fn every_form_of_the_case_is_over_time_in_its_order() {
    /// File, reading of its period, and (label, number) of its rows.
    type Known<'a> = (&'a str, Reading, [(&'a str, f64); 4]);
    let files: [Known; 6] = [
        (
            "periods-fy.csv",
            Reading::Year,
            [
                ("FY22", 100.0),
                ("FY23", 200.0),
                ("FY24", 300.0),
                ("FY25", 400.0),
            ],
        ),
        (
            "periods-mon.csv",
            Reading::Month,
            [
                ("Jul-24", 410.0),
                ("Aug-24", 120.0),
                ("Sep-24", 330.0),
                ("Oct-24", 240.0),
            ],
        ),
        (
            "periods-py.csv",
            Reading::Year,
            [
                ("PY2021", 100.0),
                ("PY2022", 200.0),
                ("PY2023", 300.0),
                ("PY2024", 400.0),
            ],
        ),
        (
            "periods-pyq.csv",
            Reading::Quarter,
            [
                ("PY2023 Q3", 100.0),
                ("PY2023 Q4", 200.0),
                ("PY2024 Q1", 300.0),
                ("PY2024 Q2", 400.0),
            ],
        ),
        (
            "periods-q.csv",
            Reading::Quarter,
            [
                ("2023Q3", 100.0),
                ("2023Q4", 200.0),
                ("2024Q1", 300.0),
                ("2024Q2", 400.0),
            ],
        ),
        (
            "periods-slash.csv",
            Reading::Year,
            [
                ("2021/22", 100.0),
                ("2022/23", 200.0),
                ("2023/24", 300.0),
                ("2024/25", 400.0),
            ],
        ),
    ];
    for (file, expected, rows) in files {
        let read = corpus(file, "");
        assert_eq!(reading(&read), expected, "{file}");
        let frame = ask(&read, "?measure=Placed&by=Period");
        assert_eq!(shown(&frame), pairs(&rows), "{file}");
        assert!(is_even(&frame), "{file}");
        assert_eq!(frame.query.view, Some(View::Line), "{file}");
    }
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    let cells = ["Oct-24", "Jul-24", "Dec-23", "Aug-24"];
    let frame = ask(&column("Period", &cells), "?measure=placed&by=Period");
    let labels: Vec<String> = shown(&frame).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["Dec-23", "Jul-24", "Aug-24", "Oct-24"]);
    assert_eq!(
        frame.rows[1]
            .ordinal
            .zip(frame.rows[0].ordinal)
            .map(|(b, a)| b - a),
        Some(7)
    );
}

#[test]
fn the_column_decides_what_a_cell_is() {
    let cases: [(&str, &[&str], Reading); 19] = [
        ("Period", &["2006-07", "2007-08", "2008-09"], Reading::Year),
        ("School Year", &["2010-11"], Reading::Year),
        ("Month", &["2010-11", "2011-12"], Reading::Month),
        ("Period", &["2010-11", "2010-12"], Reading::Month),
        ("Period", &["2010-11", "2012-13"], Reading::Year),
        // A year alone is a number unless its heading says otherwise.
        ("Year", &["2019", "2020"], Reading::Year),
        ("score", &["2019", "2020"], Reading::Value),
        ("Enrolled to date", &["2019", "2020"], Reading::Sum),
        ("Days in program", &["45292", "45323"], Reading::Value),
        ("time_period", &["201718", "201819"], Reading::Year),
        ("month", &["202407", "202408"], Reading::Month),
        ("amount", &["201718", "201819"], Reading::Sum),
        // Ages, grades and versions are no years.
        ("Age", &["16-17", "17-18", "18-19"], Reading::Group),
        ("Fiscal Year", &["04-05", "05-06", "06-07"], Reading::Year),
        ("Version", &["1.2.10", "1.3.11"], Reading::Group),
        ("Date", &["1/15/2024", "2/1/2024"], Reading::MonthFirst),
        ("Date", &["15/1/2024", "2/1/2024"], Reading::DayFirst),
        ("Date", &["2024-01-15", "1/15/2024"], Reading::MonthFirst),
        ("Date", &["3/3/2024", "4/4/2024"], Reading::MonthFirst),
    ];
    for (heading, cells, expected) in cases {
        let read = column(heading, cells);
        let words = &read.columns[0];
        assert_eq!(
            words.reading, expected,
            "{heading} {cells:?}: {:?}",
            words.why
        );
        assert_eq!(problems(&read), Vec::<String>::new(), "{heading} {cells:?}");
    }
}

#[test]
fn what_has_no_common_order_is_not_put_in_one() {
    let cases: [&[&str]; 6] = [
        &["FY23", "2023", "2024"],
        &["2006-07", "FY08"],
        &["13/1/2024", "1/13/2024"],
        &["2023-Q1", "2023-02"],
        &["FY68", "FY69", "FY70"],
        &["2024-01", "2024M13"],
    ];
    for cells in cases {
        let read = column("Period", cells);
        let words = &read.columns[0];
        assert_eq!(words.reading.calendar(), None, "{cells:?}");
        assert!(
            matches!(words.why, Why::PeriodMixed { .. }),
            "{cells:?}: {:?}",
            words.why
        );
    }
    // A school year is never called a month, even where the cell beside it is no school year.
    let read = column("School Year", &["2010-11", "2010-12"]);
    assert_eq!(reading(&read), Reading::Group);
}

#[test]
fn a_year_is_never_added_to_its_quarters() {
    let read = corpus("quarters-and-years.csv", "");
    let placed = &read.columns[1];
    assert_eq!(placed.reading, Reading::Value);
    assert_eq!(
        placed.why,
        Why::WholeAmongParts {
            whole: "2023".to_owned()
        }
    );
    assert_eq!(ask(&read, "?measure=Placed&by=Period").total, None);
}

#[test]
fn a_question_names_both_readings_and_what_chooses_one() {
    let read = corpus("days-unclear.csv", "");
    assert_eq!(reading(&read), Reading::Leave);
    assert_eq!(
        problems(&read),
        [
            "days-unclear.csv, column “Start Date”: “3/9/2024” can be read in 2 ways, “Days, month first \
          (3/9/2024 is March 9)” and “Days, day first (3/9/2024 is September 3)”, so the column was not \
          used; choose how to read the column, or add one of these to the address: \
          as=days-unclear~Start%20Date~month_first and as=days-unclear~Start%20Date~day_first"
        ]
    );
    // Without its days, what stands at a time cannot be added up.
    assert_eq!(read.columns[2].reading, Reading::Value);
    for (choice, first) in [("month_first", "2024-03-09"), ("day_first", "2024-09-03")] {
        let read = corpus(
            "days-unclear.csv",
            &format!("?as=days-unclear~Start%20Date~{choice}"),
        );
        assert_eq!(problems(&read), Vec::<String>::new());
        let frame = ask(&read, "?measure=Placed&by=Start%20Date");
        let ordinal = Period::parse(Grain::Date, first).map(|period| period.ordinal);
        let row = frame
            .rows
            .iter()
            .find(|row| row.label == "3/9/2024")
            .expect("a row");
        assert_eq!(row.ordinal, ordinal, "{choice}");
    }
    let read = corpus("july.csv", "");
    assert!(problems(&read)[0].contains("as=july~Period~month and as=july~Period~group"));
    let read = corpus("excel-days.csv", "");
    assert!(problems(&read)[0].contains("as=excel-days~Date~excel_1900"));
    let read = column("Period", &["2010-11", "2011-12"]);
    let told = problems(&read);
    assert!(told[0].contains("“Years” and “Months”"), "{told:?}");
    assert!(
        told[0].contains("as=t~Period~year and as=t~Period~month"),
        "{told:?}"
    );
}

#[test]
fn days_of_the_calendar_are_in_order() {
    let read = corpus("days-month-first.csv", "");
    let frame = ask(&read, "?measure=Placed&by=Date");
    let expected = [
        ("12/31/2023", 30.0),
        ("1/15/2024", 20.0),
        ("2/1/2024", 10.0),
        ("10/2/2024", 40.0),
    ];
    assert_eq!(shown(&frame), pairs(&expected));
    let read = corpus("excel-days.csv", "?as=excel-days~Date~excel_1900");
    let frame = ask(&read, "?measure=Placed&by=Date");
    let expected = [
        ("2024-01-01", 10.0),
        ("2024-02-01", 20.0),
        ("2024-03-01", 30.0),
    ];
    assert_eq!(shown(&frame), pairs(&expected));
}

#[test]
fn no_zone_moves_a_day() {
    let frame = ask(&corpus("timestamps.csv", ""), "?measure=Placed&by=Recorded");
    let expected = [
        ("2024-02-28", 40.0),
        ("2024-03-09", 10.0),
        ("2024-03-10", 50.0),
    ];
    assert_eq!(shown(&frame), pairs(&expected));
}

#[test]
fn a_period_written_in_two_ways_is_one() {
    let frame = ask(
        &corpus("two-ways.csv", ""),
        "?measure=Enrolled&by=School%20Year",
    );
    assert_eq!(
        shown(&frame),
        pairs(&[("2012–13", 15.0), ("2013-14", 27.0)])
    );
    let frame = ask(
        &corpus("years-with-decimals.csv", ""),
        "?measure=Placed&by=Year",
    );
    let expected = [("2019", 2.0), ("2020", 3.0), ("2021", 4.0)];
    assert_eq!(shown(&frame), pairs(&expected));
    let frame = ask(
        &corpus("academic-years.csv", ""),
        "?measure=enrolled&by=time_period",
    );
    let expected = [("201718", 10.0), ("201819", 20.0), ("201920", 30.0)];
    assert_eq!(shown(&frame), pairs(&expected));
}

#[test]
fn months_of_bls_join_their_year_and_its_mean_is_no_month() {
    let read = corpus("bls-flat.csv", "");
    let frame = ask(&read, "?measure=value&by=year%20period");
    let months: Vec<(String, f64)> = shown(&frame)
        .into_iter()
        .filter(|(label, _)| !label.is_empty())
        .collect();
    let expected = [
        ("2023 M11", 3.7),
        ("2023 M12", 3.9),
        ("2024 M01", 4.1),
        ("2024 M02", 4.3),
    ];
    assert_eq!(months, pairs(&expected));
    assert_eq!(frame.by.title, "Year and period");
    assert_eq!(frame.query.view, Some(View::Line));
    // What adds up is not added to its mean.
    let csv = "year,period,placed\n2024,M01,10\n2024,M02,20\n2024,M13,15\n";
    let read = read_plain(csv);
    assert_eq!(read.columns[2].reading, Reading::Value);
    assert_eq!(
        read.columns[2].why,
        Why::WholeAmongParts {
            whole: "M13".to_owned()
        }
    );
}

fn read_plain(csv: &str) -> Read {
    read("t.csv", csv, "")
}

/// A year, a part of it and how both are written.
fn written() -> impl Strategy<Value = (Calendar, i32, String)> {
    let names = MONTH_NAMES;
    (1950i32..2050, 1i32..=12, 1i32..=28, 0usize..24).prop_map(move |(year, month, day, form)| {
        let two = |number: i32| format!("{:02}", number.rem_euclid(100));
        let quarter = (month - 1) / 3 + 1;
        let of_day = |calendar: Calendar, text: String| {
            let iso = format!("{year}-{}-{}", two(month), two(day));
            let period = Period::parse(Grain::Date, &iso).expect("a day");
            (calendar, period.ordinal, text)
        };
        let of_year = |text: String| (Calendar::Years, year, text);
        let of_quarter = |text: String| (Calendar::Quarters, year * 4 + quarter - 1, text);
        let of_month = |text: String| (Calendar::Months, year * 12 + month - 1, text);
        let name = names[month as usize - 1];
        match form {
            0 => of_year(year.to_string()),
            1 => of_year(format!("{year}-{}", two(year + 1))),
            2 => of_year(format!("{year}/{}", year + 1)),
            3 => of_year(format!("{year} – {}", two(year + 1))),
            4 => of_year(format!("{year}{}", two(year + 1))),
            5 => of_year(format!("FY{year}")),
            6 => of_year(format!("Program Year {year}")),
            7 => of_year(format!("{year}.0")),
            8 => of_quarter(format!("{year}Q{quarter}")),
            9 => of_quarter(format!("{year}-Q{quarter}")),
            10 => of_quarter(format!("Q{quarter} {year}")),
            11 => of_quarter(format!("{quarter}Q{year}")),
            12 => of_quarter(format!("PY {year} Q{quarter}")),
            13 => of_month(format!("{year}-{}", two(month))),
            14 => of_month(format!("{}/{year}", two(month))),
            15 => of_month(format!("{} {year}", &name[..3])),
            16 => of_month(format!("{name}-{year}")),
            17 => of_month(format!("{year}M{}", two(month))),
            18 => of_day(
                Calendar::Days,
                format!("{year}-{}-{}", two(month), two(day)),
            ),
            19 => of_day(Calendar::MonthFirst, format!("{month}/{day}/{year}")),
            20 => of_day(Calendar::DayFirst, format!("{day}.{month}.{year}")),
            21 => of_day(Calendar::Days, format!("{day} {name} {year}")),
            22 => of_day(
                Calendar::Days,
                format!(
                    "{year}-{}-{}T{}:30:00-11:00",
                    two(month),
                    two(day),
                    two(day % 24)
                ),
            ),
            _ => of_day(Calendar::Days, format!("{name} {day}, {year}")),
        }
    })
}

proptest! {
    #[test]
    fn a_period_reads_back_as_itself((calendar, ordinal, text) in written()) {
        let period = calendar.read(&text).expect("it is read");
        prop_assert_eq!(period.ordinal, ordinal);
        // What it is called is the same period again.
        let again = calendar.read(&period.text).expect("its name is read");
        prop_assert_eq!(again, period);
    }

    /// A column of one form is read as that form, asked about, or left as words: never as another period.
    #[test]
    fn a_column_is_never_read_as_other_periods(
        start in 1990i32..2020,
        length in 1usize..14,
        form in 0usize..7,
        heading in proptest::sample::select(vec!["Period", "Year", "Date", "Month", "Cohort"]),
    ) {
        let two = |number: i32| format!("{:02}", number.rem_euclid(100));
        let cells: Vec<(String, Calendar, i32)> = (0..length as i32).map(|at| match form {
            0 => (format!("{}-{}", start + at, two(start + at + 1)), Calendar::Years, start + at),
            1 => (format!("FY{}", two(start + at)), Calendar::Years, start + at),
            2 => {
                let month = start * 12 + at;
                (format!("{}-{}", month / 12, two(month % 12 + 1)), Calendar::Months, month)
            }
            3 => {
                let quarter = start * 4 + at;
                (format!("{}Q{}", quarter / 4, quarter % 4 + 1), Calendar::Quarters, quarter)
            }
            4 => {
                let month = start * 12 + at;
                let name = &MONTH_NAMES[(month % 12) as usize][..3];
                (format!("{name}-{}", two(month / 12)), Calendar::Months, month)
            }
            5 => {
                let period = Period::parse(Grain::Date, &format!("{start}-03-{}", two(at + 1)));
                let ordinal = period.expect("a day").ordinal;
                (format!("3/{}/{start}", at + 1), Calendar::MonthFirst, ordinal)
            }
            _ => {
                let period = Period::parse(Grain::Date, &format!("{start}-03-{}", two(at + 1)));
                let ordinal = period.expect("a day").ordinal;
                (format!("{}/3/{start}", at + 1), Calendar::DayFirst, ordinal)
            }
        }).collect();
        let texts: Vec<&str> = cells.iter().map(|(text, _, _)| text.as_str()).collect();
        let read = column(heading, &texts);
        if let Some(calendar) = reading(&read).calendar() {
            for (text, expected, ordinal) in &cells {
                let period = calendar.read(text).expect("it fits every cell");
                let kind = (calendar.grain(), period.ordinal);
                // One cell alone under a heading of years or months is what the heading says.
                let is_told = heading == "Year" && calendar == Calendar::Years
                    || heading == "Month" && calendar == Calendar::Months;
                prop_assert!(
                    kind == (expected.grain(), *ordinal) || is_told && length < 3,
                    "{} under {} as {:?}", text, heading, calendar
                );
            }
        }
    }
}
