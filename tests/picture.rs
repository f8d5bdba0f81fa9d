//! Pictures for use on their own: nothing in them is cut off or overlaps, they contain the required
//! texts, and the same picture has the same bytes.

use crate::published::{block_on, root};
use good_jobs::export::{self, Export, Home, Lettering, Sheet};
use good_jobs::frame::{Axis, AxisKind, Frame, answer, published_claims};
use good_jobs::geo::{self, Geography};
use good_jobs::locale::Locale;
use good_jobs::package::{self, Catalog, open_catalog};
use good_jobs::paint::Theme;
use good_jobs::publish::Disk;
use good_jobs::publish::picture::{
    Card, CardBody, FACES, HIGH, Pictures, WIDE, card_sheet, card_svg,
};
use good_jobs::query::{View, parse, resolve};
use good_jobs::scene::{Rect, Role, Scene, Shape, Text};
use good_jobs::table::{Dataset, load};
use std::path::Path;
use std::sync::OnceLock;

/// On a card 1200 px wide: at a third of its size, 7 px.
const SMALLEST_ON_A_CARD: f64 = 20.0;

fn data() -> Disk {
    let outlines = std::fs::read(root().join("build/geo/states-10m.json"))
        .expect("the outlines are there; remedy: make setup");
    geo::provide(Geography::read(&outlines).expect("us-atlas can be read"));
    Disk(root().join("public/data"))
}

fn catalog() -> Catalog {
    block_on(open_catalog(&data(), "catalog.json")).expect("the catalogue is readable")
}

fn dataset(name: &str) -> Dataset {
    let address = format!("{name}/datapackage.json");
    block_on(async {
        let package = package::open(&data(), &address).await.unwrap();
        load(&data(), package.value).await
    })
}

fn ask(dataset: &Dataset, address: &str) -> (Frame, View) {
    let (query, notices) = parse(address);
    let resolved = resolve(&dataset.package, &query).unwrap();
    assert!(
        notices.is_empty() && resolved.notices.is_empty(),
        "{address}"
    );
    let frame = answer(dataset, &resolved).unwrap_or_else(|why| panic!("{address}: {why:?}"));
    (frame, resolved.query.view.unwrap_or_default())
}

/// The charts of the overview and of the other packages: name, frame, view.
fn charts() -> &'static [(String, Frame, View)] {
    static READ: OnceLock<Vec<(String, Frame, View)>> = OnceLock::new();
    READ.get_or_init(read_charts)
}

fn read_charts() -> Vec<(String, Frame, View)> {
    let asked = [
        ("good-jobs-challenge", "?measure=awards&by=state"),
        ("good-jobs-challenge", "?measure=awards&by=industry_id"),
        (
            "good-jobs-challenge",
            "?measure=people_placed&by=published_on&f.program_id=good-jobs-challenge",
        ),
        ("wages-oews-2025", "?measure=hourly_median&by=state"),
        (
            "wages-oews-2025",
            "?measure=hourly_median&by=occupation_code&f.state=MD&f.major_group_code=15-0000&level=detailed",
        ),
        ("good-jobs-challenge-demo", "?measure=placed&by=quarter"),
        ("good-jobs-challenge-demo", "?measure=placed&by=state"),
        ("good-jobs-challenge-demo", "?measure=placed&by=industry_id"),
    ];
    let mut charts: Vec<_> = asked
        .into_iter()
        .map(|(name, address)| {
            let (frame, view) = ask(&dataset(name), address);
            (format!("{name}{address}"), frame, view)
        })
        .collect();
    charts.push(("goals".to_owned(), goals(), View::Bar));
    charts
}

/// The goals of the overview as rows of one frame.
fn goals() -> Frame {
    let mut frames = claims().into_iter().take(3);
    let mut goals = frames.next().unwrap();
    for frame in frames {
        goals.rows.extend(frame.rows);
    }
    for row in &mut goals.rows {
        let scope = row.figure.as_ref().map(|figure| figure.scope.clone());
        row.label = scope.unwrap_or_default();
    }
    goals.by = Axis {
        sort: AxisKind::Names,
        ..Axis::default()
    };
    goals
}

fn claims() -> Vec<Frame> {
    let found = published_claims(
        &dataset("good-jobs-challenge"),
        &catalog().overview.headlines,
    );
    assert!(found.len() >= 4);
    found
}

fn home() -> Home {
    Home {
        title: "Good Jobs Challenge Outcomes".to_owned(),
        explore: "https://good-jobs.example/explore/".to_owned(),
    }
}

fn chart_sheet(frame: &Frame, view: View, locale: Locale, width: u32) -> Sheet {
    let home = &home();
    let export = Export {
        frame,
        view,
        locale,
        home,
    };
    export::chart_sheet(&export, width)
}

fn chart_svg(frame: &Frame, view: View, locale: Locale, width: u32) -> String {
    let sheet = chart_sheet(frame, view, locale, width);
    sheet.svg(&Theme::LIGHT, locale, Lettering::Own)
}

/// No text extends beyond the picture, and no two overlap.
fn legible(sheet: &Sheet, smallest: f64, what: &str) {
    let texts = sheet.texts();
    assert!(texts.len() > 3, "{what} says nothing");
    for (at, (text, size, area)) in texts.iter().enumerate() {
        assert!(*size >= smallest, "{what}: “{text}” has {size} pixels");
        assert!(
            area.x >= 0.0
                && area.y >= 0.0
                && area.x + area.width <= sheet.width
                && area.y + area.height <= sheet.height,
            "{what}: “{text}” at {area:?} leaves the picture"
        );
        for (other, _, place) in &texts[at + 1..] {
            assert!(
                !area.overlaps(place),
                "{what}: “{text}” {area:?} meets “{other}” {place:?}"
            );
        }
    }
    for inset in &sheet.insets {
        assert!(
            inset.at.x + inset.width() <= sheet.width + 0.5
                && inset.at.y + inset.height() <= sheet.height,
            "{what}: the chart leaves the picture"
        );
    }
}

fn words(sheet: &Sheet) -> String {
    let texts: Vec<&str> = sheet.texts().into_iter().map(|(text, ..)| text).collect();
    texts.join(" ")
}

#[test]
fn every_chart_makes_a_card_that_can_be_read() {
    for (name, frame, view) in charts() {
        for locale in Locale::ALL {
            let card = Card::of_chart(frame, *view, locale);
            let sheet = card_sheet(&card, locale);
            let what = format!("{name} in {}", locale.tag());
            legible(&sheet, SMALLEST_ON_A_CARD, &what);
            assert_eq!((sheet.width, sheet.height), (WIDE, HIGH));
            if locale == Locale::EN {
                assert_eq!(sheet.insets.len(), 1, "{what}: the chart did not fit");
                // The filters are at its end.
                assert!(
                    words(&sheet).contains(&card.title),
                    "{what}: the title is cut"
                );
            }
        }
    }
}

#[test]
fn a_page_may_have_a_title_of_its_own_and_the_chart_keeps_its_name() {
    for (name, frame, view) in charts() {
        let own = Card::of_chart(frame, *view, Locale::EN);
        let card = Card {
            title: "Good Jobs Challenge: results to date".to_owned(),
            ..own.clone()
        };
        let sheet = card_sheet(&card, Locale::EN);
        legible(&sheet, SMALLEST_ON_A_CARD, name);
        assert!(words(&sheet).contains(&own.title), "{name}");
    }
}

#[test]
fn every_headline_makes_a_card() {
    for frame in claims() {
        let card = Card::of_claim(&frame, Locale::EN).unwrap();
        let sheet = card_sheet(&card, Locale::EN);
        legible(&sheet, SMALLEST_ON_A_CARD, &card.title);
        let CardBody::Number { value, what, meta } = &card.body else {
            panic!("a claim is a number");
        };
        for said in [value, what, meta, &card.source, &card.title] {
            assert!(words(&sheet).contains(said.as_str()), "{said}");
        }
    }
    let placed = Card::of_claim(&claims()[0], Locale::EN).unwrap();
    assert!(
        matches!(placed.body, CardBody::Number { value, .. } if value == "More than 25,000 people")
    );
}

#[test]
fn long_words_are_broken_and_shortened_where_there_is_no_room() {
    let long = "On the measure of outcomes for people who were trained in partnerships of the first round, \
        their earnings and the places where they went to work, as far as anything of it has been published";
    let bodies = [
        CardBody::Words(long.repeat(6)),
        CardBody::Number {
            value: long.to_owned(),
            what: long.repeat(2),
            meta: long.repeat(3),
        },
        CardBody::Chart {
            frame: Box::new(charts()[0].1.clone()),
            view: View::Map,
        },
    ];
    for body in bodies {
        for title in [long.repeat(2), "Unbreakable".repeat(20)] {
            let card = Card {
                title,
                lede: Some(long.repeat(3)),
                body: body.clone(),
                source: long.repeat(4),
                alt: String::new(),
                illustrative: true,
            };
            for locale in Locale::ALL {
                let sheet = card_sheet(&card, locale);
                legible(&sheet, SMALLEST_ON_A_CARD, "a long card");
                assert!(words(&sheet).contains('…'));
            }
        }
    }
    let short = Card {
        title: long.chars().take(80).collect(),
        ..Card::of_claim(&claims()[0], Locale::EN).unwrap()
    };
    assert!(words(&card_sheet(&short, Locale::EN)).contains(&short.title));
}

#[test]
fn a_long_value_is_not_cut_while_there_is_room() {
    let value =
        "60 and more than 25,000 people, not added because the margin of “about” is not known";
    let card = Card {
        body: CardBody::Number {
            value: value.to_owned(),
            what: "What it is".to_owned(),
            meta: String::new(),
        },
        ..Card::of_claim(&claims()[0], Locale::EN).unwrap()
    };
    assert!(words(&card_sheet(&card, Locale::EN)).contains(value));
}

#[test]
fn what_is_left_out_of_a_chart_is_told() {
    let (frame, view) = ask(
        &dataset("good-jobs-challenge"),
        "?measure=awards&by=industry_id",
    );
    let sheet = card_sheet(&Card::of_chart(&frame, view, Locale::EN), Locale::EN);
    let shown = sheet.insets[0].scene.marks.len();
    assert!(shown >= 3 && shown < frame.rows.len());
    let told = format!("The first {shown} of {} rows are shown.", frame.rows.len());
    assert!(words(&sheet).contains(&told), "{}", words(&sheet));
}

#[test]
fn made_up_numbers_say_so() {
    let (frame, view) = ask(
        &dataset("good-jobs-challenge-demo"),
        "?measure=placed&by=quarter",
    );
    let svg = chart_svg(&frame, view, Locale::EN, 736);
    assert_eq!(svg.matches(">Illustrative<").count(), 6);
    assert!(svg.contains(">Illustrative data"));
    assert!(svg.contains("<desc>Illustrative data, not real outcomes."));
    let chart = Card::of_chart(&frame, view, Locale::EN);
    let number = CardBody::Number {
        value: "4,000 people".to_owned(),
        what: "Anything".to_owned(),
        meta: String::new(),
    };
    let words = CardBody::Words("Anything".to_owned());
    for body in [chart.body.clone(), number, words] {
        let card = Card {
            body,
            ..chart.clone()
        };
        let sheet = card_sheet(&card, Locale::EN);
        assert!(card_svg(&card, Locale::EN).contains(">Illustrative<"));
        for (x, y) in [
            (0.0, 0.0),
            (300.0, 157.0),
            (600.0, 0.0),
            (0.0, 314.0),
            (600.0, 314.0),
        ] {
            let part = Rect::new(x, y, 600.0, 314.0);
            let mut pieces = sheet.above.iter().chain(&sheet.pieces);
            let held = pieces.any(|piece| match &piece.shape {
                Shape::Text(word) => word.text == "Illustrative" && holds(&part, &word.area()),
                _ => false,
            });
            assert!(held, "{part:?} does not say it");
        }
    }
}

fn holds(part: &Rect, word: &Rect) -> bool {
    word.x >= part.x
        && word.y >= part.y
        && word.x + word.width <= part.x + part.width
        && word.y + word.height <= part.y + part.height
}

#[test]
fn a_chart_stands_alone() {
    for (name, frame, view) in charts() {
        for width in [360, 736, 1200] {
            let sheet = chart_sheet(frame, *view, Locale::EN, width);
            legible(&sheet, 12.0, &format!("{name} at {width}"));
            let svg = chart_svg(frame, *view, Locale::EN, width);
            let start = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} ");
            assert!(svg.starts_with(&start), "{name}");
            assert!(svg.contains(&format!(" width=\"{width}\" height=\"")));
            assert!(svg.contains("<title>") && svg.contains("<desc>"));
            for foreign in [
                "class=",
                "style=",
                "<style",
                "foreignObject",
                "href",
                "NaN",
                "aria-",
            ] {
                assert!(!svg.contains(foreign), "{name}: {foreign}");
            }
            let said = words(&sheet);
            let version = format!("Data version {}", frame.package.version);
            assert!(said.contains(&version), "{name}: {said}");
            assert!(said.contains("Source"), "{name}: {said}");
            assert!(said.contains(&frame.package.title), "{name}: {said}");
        }
    }
}

#[test]
fn a_picture_is_the_same_bytes_every_time() {
    let pictures = Pictures::open(&root().join(FACES)).unwrap();
    let again = Pictures::open(&root().join(FACES)).unwrap();
    let mut svgs: Vec<(String, String)> = charts()
        .iter()
        .map(|(name, frame, view)| {
            let card = Card::of_chart(frame, *view, Locale::EN);
            (name.clone(), card_svg(&card, Locale::EN))
        })
        .collect();
    svgs.extend(claims().iter().map(|frame| {
        let card = Card::of_claim(frame, Locale::EN).unwrap();
        (card.title.clone(), card_svg(&card, Locale::EN))
    }));
    for (name, svg) in svgs {
        let png = pictures.png(&svg, 1.0).unwrap();
        assert!(png == again.png(&svg, 1.0).unwrap(), "{name}");
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[12..16], b"IHDR");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 628), "{name}");
        assert!(png.len() < 60_000, "{name}: {} bytes", png.len());
    }
}

/// A text that no typeface can draw would be blank without a warning.
#[test]
fn texts_are_drawn_as_wide_as_they_were_measured() {
    let pictures = Pictures::open(&root().join(FACES)).unwrap();
    for sample in ["More than 25,000 people · 2024–2026", "“≥ 400+” ≈ ⅓ é ñ ʻ"] {
        for strong in [false, true] {
            let mut text = Text::new(sample, 10.0, 60.0, 40.0);
            if strong {
                text = text.strong();
            }
            let measured = text.width();
            let scene = Scene {
                width: 1000.0,
                height: 80.0,
                below: vec![text.piece(Role::Ink)],
                ..Scene::default()
            };
            let svg = good_jobs::paint::draw(&scene, &Theme::LIGHT).to_svg_string();
            let png = pictures.png(&svg, 1.0).unwrap();
            let drawn = last_column(&png);
            assert!(
                drawn <= 10.0 + measured && drawn > 10.0 + measured * 0.9,
                "{sample}: measured {measured}, drawn up to {drawn}"
            );
        }
    }
}

/// The last column of a picture that is not white.
fn last_column(png: &[u8]) -> f64 {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let row = info.width as usize * 3;
    let last = bytes[..info.buffer_size()]
        .chunks(row)
        .flat_map(|row| row.chunks(3).enumerate())
        .filter(|(_, pixel)| pixel.iter().any(|part| *part < 200))
        .map(|(at, _)| at);
    last.max().unwrap_or(0) as f64
}

#[test]
fn without_a_typeface_the_remedy_is_named() {
    let error = Pictures::open(Path::new("nowhere")).err().unwrap();
    assert!(
        error.contains("nowhere") && error.contains("node style/build.mjs"),
        "{error}"
    );
}
