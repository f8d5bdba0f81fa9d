//! Charts as they are laid out and drawn. `BLESS=1` writes the goldens of `tests/golden/` anew; look
//! at them before committing.

use good_jobs::frame::{
    Axis, AxisKind, Beside, Cell, Frame, MeasureWords, PackageWords, Percentile, Row, SeriesAxis,
};
use good_jobs::geo::Geography;
use good_jobs::locale::Locale;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::{Query, View};
use good_jobs::scene::{Look, Role, Scene, Shape, lay_out, words_of};
use good_jobs::value::{AREAS, Kind, Qualifier, Quantity, Status, StatusSet, Unit};
use proptest::prelude::*;
use std::path::PathBuf;

const WIDTHS: [u32; 6] = [320, 344, 480, 736, 768, 1200];

/// The widths at which a view is read: of ranges, strips and maps, the narrowest phone as well.
fn widths(view: View) -> Vec<u32> {
    let more: &[u32] = match view {
        View::Range | View::Strip | View::Map => &[320, 768],
        _ => &[],
    };
    [&WIDTHS, more].concat()
}

fn frame(unit: &str, by: &str, rows: Vec<Row>) -> Frame {
    Frame {
        query: Query::default(),
        package: PackageWords::default(),
        measure: MeasureWords {
            code: "placed".into(),
            title: "People placed".into(),
            unit: Unit::new(unit),
            ..MeasureWords::default()
        },
        by: Axis {
            field: by.into(),
            title: by.into(),
            sort: AxisKind::default(),
        },
        series: None,
        filters: Vec::new(),
        rows,
        total: None,
        coverage: Vec::new(),
        sources: Vec::new(),
        caveats: Vec::new(),
        beside: None,
        across: None,
    }
}

fn row(label: &str, quantity: Option<Quantity>) -> Row {
    Row {
        key: label.into(),
        label: label.into(),
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

fn absent(label: &str, status: Status) -> Row {
    let mut row = row(label, None);
    row.cell.status = StatusSet::of(status);
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

fn two_series(mut frame: Frame) -> Frame {
    frame.series = Some(SeriesAxis {
        axis: Axis {
            field: "sex".into(),
            title: "Sex".into(),
            sort: AxisKind::default(),
        },
        values: vec![("w".into(), "Women".into()), ("m".into(), "Men".into())],
    });
    frame
}

fn long_names() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            exact(
                "North Carolina Agricultural and Technical State University",
                2841.0,
            ),
            exact("Dallas College", 2377.0),
            exact(
                "Research Foundation of the City University of New York",
                1904.0,
            ),
            exact("Alabama Community College System", 1611.0),
            exact(
                "Vermont Law and Graduate School, on behalf of the Northern Forest Region Workforce Partnership",
                874.0,
            ),
            exact("WTIA Workforce Institute dba Apprenti", 702.0),
            exact("The Chugachmiut", 65.0),
            exact("Maui Economic Development Board", 3.0),
        ],
    )
}

fn open_ended() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            worded("Ohio Manufacturers", Qualifier::MoreThan, 1200.0),
            worded("Dallas College", Qualifier::AtLeast, 870.0),
            worded("Miami Dade College", Qualifier::About, 640.0),
            worded("City of Springfield", Qualifier::UpTo, 500.0),
            row("Pima College", Some(Quantity::range(220.0, 410.0))),
            worded("El Paso Works", Qualifier::LessThan, 90.0),
        ],
    )
}

fn hollow() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            of_kind(exact("Ohio Manufacturers", 1000.0), Kind::Target),
            of_kind(exact("Dallas College", 870.0), Kind::Actual),
            of_kind(
                worded("Pima College", Qualifier::AtLeast, 500.0),
                Kind::Commitment,
            ),
            of_kind(exact("Miami Dade College", 410.0), Kind::Projection),
            of_kind(exact("El Paso Works", 55.0), Kind::Actual),
        ],
    )
}

fn gaps() -> Frame {
    frame(
        "people",
        "State",
        vec![
            exact("Virginia", 420.0),
            exact("Ohio", 88.0),
            exact("Texas", 1.0),
            exact("Maine", 0.0),
            absent("Utah", Status::Suppressed),
            absent("Guam", Status::NotYetDue),
            absent("Iowa", Status::Missing),
        ],
    )
}

fn wages() -> Frame {
    let mut rows = Vec::new();
    for (label, before, after) in [
        ("Welding", 15.5, 24.75),
        ("Nursing", 16.0, 22.1),
        ("Trucking", 17.25, 27.0),
    ] {
        rows.push(in_series(exact(label, before), 0));
        rows.push(in_series(exact(label, after), 1));
    }
    rows.push(in_series(absent("Forestry", Status::Suppressed), 0));
    rows.push(in_series(exact("Forestry", 19.5), 1));
    let mut frame = two_series(frame("usd_per_hour", "Occupation", rows));
    frame.measure.decimals = 2;
    frame
}

fn illustrative() -> Frame {
    let mut frame = long_names();
    frame.package.illustrative = true;
    frame
}

fn quarters() -> Frame {
    let mut rows = Vec::new();
    let women = [
        Some(120.0),
        Some(180.0),
        None,
        Some(260.0),
        None,
        Some(410.0),
        Some(520.0),
        Some(515.0),
    ];
    let men = [
        Some(90.0),
        Some(170.0),
        Some(230.0),
        Some(240.0),
        Some(280.0),
        Some(390.0),
        Some(480.0),
        Some(505.0),
    ];
    for (series, values) in [women, men].into_iter().enumerate() {
        for (at, value) in values.into_iter().enumerate() {
            let label = format!("Q{} {}", at % 4 + 1, 2023 + at / 4);
            let mut row = match value {
                Some(value) => exact(&label, value),
                None if at == 2 => absent(&label, Status::Suppressed),
                None => continue,
            };
            row.key = format!("{}-Q{}", 2023 + at / 4, at % 4 + 1);
            row.ordinal = Some(2023 * 4 + at as i32);
            rows.push(in_series(row, series));
        }
    }
    two_series(frame("people", "Quarter", rows))
}

fn one_line() -> Frame {
    let mut rows: Vec<Row> = [310.0, 350.0, 480.0, 640.0, 900.0]
        .into_iter()
        .enumerate()
        .map(|(at, value)| {
            let mut row = exact(&format!("{}", 2019 + at), value);
            row.ordinal = Some(2019 + at as i32);
            row
        })
        .collect();
    rows[4].cell.quantity = Some(Quantity::worded(Qualifier::MoreThan, 900.0));
    frame("people", "Year", rows)
}

/// The outlines, where `make setup` has put them.
fn geography() -> Option<&'static Geography> {
    static READ: std::sync::OnceLock<Option<Geography>> = std::sync::OnceLock::new();
    let read = || {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(root.join("build/geo/states-10m.json")).ok()?;
        Some(Geography::read(&bytes).expect("us-atlas can be read"))
    };
    READ.get_or_init(read).as_ref()
}

fn states() -> Frame {
    let values = [
        ("AL", 1.0),
        ("AK", 1.0),
        ("AZ", 2.0),
        ("CA", 3.0),
        ("CO", 1.0),
        ("CT", 2.0),
        ("DC", 1.0),
        ("FL", 2.0),
        ("HI", 1.0),
        ("IL", 2.0),
        ("KY", 1.0),
        ("LA", 1.0),
        ("MA", 2.0),
        ("MD", 1.0),
        ("MI", 4.0),
        ("MN", 0.0),
        ("MO", 1.0),
        ("NC", 2.0),
        ("NY", 3.0),
        ("OH", 2.0),
        ("PA", 3.0),
        ("PR", 1.0),
        ("TX", 5.0),
        ("VA", 2.0),
        ("WA", 1.0),
        ("WI", 1.0),
        ("GU", 1.0),
    ];
    let mut rows: Vec<Row> = values
        .into_iter()
        .map(|(key, value)| exact(key, value))
        .collect();
    rows.push(absent("UT", Status::Suppressed));
    rows.push(absent("GA", Status::NotYetDue));
    frame("awards", "State", rows)
}

fn spread() -> Frame {
    let rows = AREAS
        .iter()
        .enumerate()
        .map(|(at, area)| exact(area.usps, 3.0 + ((at * at * 37) % 2900) as f64))
        .collect();
    frame("people", "State", rows)
}

fn named(mut frame: Frame, keys: &[&str]) -> Frame {
    frame.query.highlight = keys.iter().map(|key| (*key).to_owned()).collect();
    frame
}

fn strip_rows(count: usize) -> Frame {
    let rows = (0..count)
        .map(|at| {
            let mut row = exact(
                [
                    "Washington Student Achievement Council",
                    "Ohio",
                    "Hampton Roads Workforce Council",
                ][at % 3],
                8.0 + ((at * 37) % 41) as f64 / 2.0,
            );
            row.key = format!("n{at}");
            row
        })
        .collect();
    frame("people", "Grantee", rows)
}

/// What some work pays, one top-coded and one not released, beside a published wage.
fn beside(count: usize, kind: Kind) -> Frame {
    let names = [
        "Construction and Extraction Occupations",
        "Nurse Anesthetists",
        "Heating, Air Conditioning, and Refrigeration Mechanics and Installers",
        "Actors",
    ];
    let rows = (0..count)
        .map(|at| {
            let mut row = exact(names[at % names.len()], 28.0 + at as f64 * 3.0);
            let values = [0.66, 0.8, 1.0, 1.3, 1.7].map(|times| times * (28.0 + at as f64 * 3.0));
            row.cell.percentiles = [10, 25, 50, 75, 90]
                .into_iter()
                .zip(values)
                .map(|(percent, value)| Percentile {
                    at: percent,
                    quantity: Some(match at % names.len() == 1 && percent > 50 {
                        true => Quantity::at_least(115.0),
                        false => Quantity::exact(value),
                    }),
                    status: StatusSet::NORMAL,
                })
                .collect();
            if at % names.len() == 3 {
                row.cell.quantity = None;
                row.cell.status = StatusSet::of(Status::Missing);
                for known in &mut row.cell.percentiles {
                    known.quantity = None;
                }
            }
            row
        })
        .collect();
    let mut frame = frame("usd_per_hour", "Occupation", rows);
    frame.measure.title = "Median hourly wage".into();
    frame.measure.decimals = 2;
    frame.measure.percentile = Some(50);
    let mut claim = row("A wage", Some(Quantity::range(22.0, 32.0)));
    claim.kind = Some(kind);
    frame.beside = Some(Box::new(Beside {
        claim_id: "a-wage".into(),
        title: "Starting wage of one program".into(),
        measure: frame.measure.clone(),
        row: claim,
        drawn: Quantity::range(22.0, 32.0),
        is_of_year: false,
        source: None,
    }));
    frame
}

fn all() -> Vec<(&'static str, View, Frame)> {
    vec![
        ("bar-long-names", View::Bar, long_names()),
        ("bar-open-ended", View::Bar, open_ended()),
        ("bar-hollow", View::Bar, hollow()),
        ("bar-gaps", View::Bar, gaps()),
        ("bar-series", View::Bar, wages()),
        ("bar-illustrative", View::Bar, illustrative()),
        ("line-two-series", View::Line, quarters()),
        ("line-open-ended", View::Line, one_line()),
        ("map-awards", View::Map, states()),
        ("map-spread", View::Map, spread()),
        (
            "strip-named",
            View::Strip,
            named(strip_rows(54), &["n3", "n20", "n50"]),
        ),
        (
            "strip-close",
            View::Strip,
            named(strip_rows(30), &["n1", "n2", "n3", "n4"]),
        ),
        ("strip-open-ended", View::Strip, named(open_ended(), &[])),
        ("strip-gaps", View::Strip, named(gaps(), &[])),
        ("range-one", View::Range, beside(1, Kind::Actual)),
        ("range-promised", View::Range, beside(2, Kind::Commitment)),
        ("range-many", View::Range, beside(9, Kind::Actual)),
        ("empty", View::Bar, frame("people", "State", Vec::new())),
    ]
}

fn scene(frame: &Frame, view: View, width: u32) -> Scene {
    scene_in(frame, view, width, Locale::EN)
}

fn scene_in(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
    let labels = |row: &Row| words_of(frame, row, locale);
    lay_out(
        frame,
        &Look {
            view,
            width,
            locale,
            geography: geography(),
            labels: &labels,
        },
    )
}

fn svg(frame: &Frame, view: View, width: u32) -> String {
    draw(&scene(frame, view, width), &Theme::LIGHT).to_svg_string()
}

#[test]
fn goldens() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    // What was drawn is left for `make report`.
    let after = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("build/pictures/after");
    std::fs::create_dir_all(&after).unwrap();
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, view, frame) in all() {
        if view == View::Map && geography().is_none() {
            continue;
        }
        for width in [344, 736] {
            let path = folder.join(format!("{name}-{width}.svg"));
            let made = svg(&frame, view, width) + "\n";
            assert!(
                made.len() < 45_000,
                "{name} at {width}: {} bytes",
                made.len()
            );
            std::fs::write(after.join(format!("{name}-{width}.svg")), &made).unwrap();
            if bless {
                std::fs::write(&path, &made).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != made {
                wrong.push(path);
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "not as before: {wrong:#?}\nlook at what changed, then BLESS=1"
    );
}

/// No two texts overlap, and none leaves the picture.
fn legible(scene: &Scene, what: &str) {
    let texts: Vec<_> = scene.texts().collect();
    for (at, text) in texts.iter().enumerate() {
        let area = text.area();
        assert!(text.size >= 12.0, "{what}: {text:?} is too small");
        assert!(
            area.x >= -0.01
                && area.y >= -0.01
                && area.x + area.width <= scene.width + 0.01
                && area.y + area.height <= scene.height + 0.01,
            "{what}: {:?} at {area:?} leaves {} × {}",
            text.text,
            scene.width,
            scene.height
        );
        for other in &texts[at + 1..] {
            assert!(
                !area.overlaps(&other.area()),
                "{what}: {:?} {area:?} overlaps {:?} {:?}",
                text.text,
                other.text,
                other.area()
            );
        }
    }
}

#[test]
fn texts_are_apart() {
    for (name, view, frame) in all() {
        for width in widths(view) {
            for locale in Locale::ALL {
                let what = format!("{name} at {width} in {}", locale.tag());
                legible(&scene_in(&frame, view, width, locale), &what);
            }
        }
    }
}

#[test]
fn any_quarter_of_made_up_numbers_says_so() {
    for (name, view, mut frame) in all() {
        frame.package.illustrative = true;
        for width in widths(view) {
            let scene = scene(&frame, view, width);
            let words: Vec<_> = scene
                .pieces()
                .filter(|piece| piece.role == Role::Watermark)
                .filter_map(|piece| match &piece.shape {
                    Shape::Text(text) => Some(text.area()),
                    _ => None,
                })
                .collect();
            let holds = |x: f64, y: f64, width: f64, height: f64| {
                words.iter().any(|word| {
                    word.x >= x - 0.01
                        && word.x + word.width <= x + width + 0.01
                        && word.y >= y - 0.01
                        && word.y + word.height <= y + height + 0.01
                })
            };
            for step in 0..=20 {
                let down = scene.height / 2.0 * f64::from(step) / 20.0;
                for step in 0..=20 {
                    let across = scene.width / 2.0 * f64::from(step) / 20.0;
                    let (half, tall) = (scene.width / 2.0, scene.height / 2.0);
                    assert!(
                        holds(across, down, half, tall),
                        "{name} at {width}: {across}, {down}"
                    );
                }
                let quarter = scene.height / 4.0;
                let down = down * 1.5;
                if scene.height >= 160.0 {
                    assert!(
                        holds(0.0, down, scene.width, quarter),
                        "{name} at {width}: {down}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_row_of_a_chart_is_a_mark() {
    for (name, view, frame) in all() {
        let scene = scene(&frame, view, 736);
        if view != View::Map || geography().is_some() {
            let mut rows: Vec<_> = scene.marks.iter().filter_map(|mark| mark.row).collect();
            rows.sort_unstable();
            assert_eq!(rows, (0..frame.rows.len()).collect::<Vec<_>>(), "{name}");
        }
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    let number = prop_oneof![
        Just(0.0),
        -1e6..1e6_f64,
        (0..5000_i32).prop_map(f64::from),
        any::<f64>(),
    ];
    let word = prop::sample::select(&Qualifier::ALL[..]);
    let quantity = prop_oneof![
        4 => (word, number.clone()).prop_map(|(word, x)| Some(Quantity::worded(word, x))),
        1 => (number.clone(), number).prop_map(|(a, b)| Some(Quantity::range(a, b))),
        1 => Just(None),
    ];
    let label = prop_oneof![
        prop::sample::select(vec!["VA", "TX", "Dallas College", ""]).prop_map(str::to_owned),
        "\\PC{0,200}",
        "[a-z ]{0,80}",
    ];
    let series = prop::option::of(0..3_usize);
    let kind = prop::option::of(prop::sample::select(Kind::ALL));
    let ordinal = prop::option::of(prop_oneof![2000..2030, any::<i32>()]);
    (label, quantity, series, kind, ordinal, 0..0x2000_u16).prop_map(
        |(label, quantity, series, kind, ordinal, status)| {
            let mut row = row(&label, quantity);
            row.cell.status = StatusSet::from_bits(status);
            (row.series, row.kind, row.ordinal) = (series, kind, ordinal);
            row
        },
    )
}

/// What stands in attributes of place and size; a label may well be called "inf".
fn places(svg: &str) -> impl Iterator<Item = &str> {
    let names = [
        "viewBox", "x", "y", "width", "height", "d", "cx", "cy", "r", "points",
    ];
    names.into_iter().flat_map(move |name| {
        let start = format!(" {name}=\"");
        let after: Vec<&str> = svg.split(start.as_str()).skip(1).collect();
        after
            .into_iter()
            .map(|after| after.split('"').next().unwrap_or(""))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_frame_is_drawn(
        rows in prop::collection::vec(any_row(), 0..14),
        unit in prop::sample::select(vec!["people", "usd", "usd_per_hour", "share", "bushels"]),
        width in prop::sample::select(&WIDTHS[..]),
        illustrative in any::<bool>(),
    ) {
        let mut frame = two_series(frame(unit, "Grantee", rows));
        frame.package.illustrative = illustrative;
        for view in [View::Bar, View::Line, View::Map] {
            let scene = scene(&frame, view, width);
            let svg = draw(&scene, &Theme::LIGHT).to_svg_string();
            prop_assert!(places(&svg).all(|place| !place.contains("NaN") && !place.contains("inf")), "{svg}");
            prop_assert_eq!(svg.matches('<').count(), svg.matches('>').count());
            legible(&scene, "a chart of anything");
        }
    }
}

#[test]
fn remarks_of_an_author_stand_by_number_at_their_marks_and_in_words_below() {
    for width in [320, 736] {
        let mut frame = long_names();
        frame
            .query
            .author
            .remark("Dallas College".into(), "reports since June");
        frame
            .query
            .author
            .remark("The Chugachmiut".into(), &"words ".repeat(20));
        frame.query.author.remark("nobody".into(), "is not shown");
        let scene = scene(&frame, View::Bar, width);
        let texts: Vec<&str> = scene.texts().map(|text| text.text.as_str()).collect();
        assert!(texts.contains(&"1") && texts.contains(&"2"), "{texts:?}");
        assert!(
            texts
                .iter()
                .any(|text| text.starts_with("1 Dallas College: reports since June"))
        );
        assert!(!texts.concat().contains("is not shown"));
        let areas: Vec<_> = scene.texts().map(|text| text.area()).collect();
        for (at, area) in areas.iter().enumerate() {
            assert!(
                areas[at + 1..].iter().all(|other| !area.overlaps(other)),
                "{width}: {}",
                texts[at]
            );
            assert!(
                area.y + area.height <= scene.height && area.x + area.width <= scene.width + 0.5
            );
        }
    }
}
