//! Links that mail, chat and editors changed on their way: read as they were, or told.

use good_jobs::frame::{Frame, answer, resolve_with_data};
use good_jobs::package::open;
use good_jobs::pages::ComparisonChoice;
use good_jobs::publish::Disk;
use good_jobs::query::{Notice, Query, encode, meant, parse, to_address};
use good_jobs::table::{Dataset, load};
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;

fn read(text: &str, known: &[&str]) -> Option<Vec<String>> {
    meant(text, &|name| known.contains(&name))
}

#[test]
fn a_list_is_read_through_every_way_its_mark_is_written() {
    for text in [
        "TX~WA",
        "TX%7EWA",
        "TX%7eWA",
        "TX%257EWA",
        "TX%25257EWA",
        "TX,WA",
        "TX, WA",
        "TX%2CWA",
        "TX;WA",
        "TX~WA.",
        "TX~WA)",
        "TX~WA).",
        "TX~WA>",
        "TX,WA,",
        "TX%7EWA\u{200b}",
        "3DTX%7EWA",
    ] {
        let known = read(text, &["TX", "WA", "VA"]);
        assert_eq!(known, Some(vec!["TX".into(), "WA".into()]), "{text}");
    }
    assert_eq!(
        read("a~b,c", &["a", "b", "c"]).as_deref(),
        Some(&["a".to_owned(), "b".to_owned(), "c".to_owned()][..])
    );
}

#[test]
fn a_text_that_is_a_name_is_never_taken_apart() {
    for (text, known) in [
        ("a~b", vec!["a~b", "a", "b"]),
        (
            "Finance, insurance",
            vec!["Finance, insurance", "Finance", "insurance"],
        ),
        ("Inc.", vec!["Inc.", "Inc"]),
        ("50%25", vec!["50%25", "50%"]),
        ("3D", vec!["3D", "D"]),
    ] {
        assert_eq!(read(text, &known), Some(vec![text.to_owned()]));
    }
    // Encoded once more, it is still the name and not its parts.
    assert_eq!(read("a%7Eb", &["a~b", "a", "b"]), Some(vec!["a~b".into()]));
    assert_eq!(
        read("Acme Inc.).", &["Acme Inc.", "Acme Inc"]),
        Some(vec!["Acme Inc.".into()])
    );
}

#[test]
fn a_text_of_which_one_part_is_unknown_means_nothing() {
    assert_eq!(read("TX,XX", &["TX", "WA"]), None);
    assert_eq!(read("TX%7EXX", &["TX", "WA"]), None);
    assert_eq!(read("", &["TX"]), None);
    assert_eq!(read("~,~", &["TX"]), None);
}

proptest! {
    /// Whatever the text, what is read of it is known.
    #[test]
    fn only_known_names_are_read(text in "(TX|WA|~|,|%7E|%25|\\.|\\PC){0,8}") {
        let known = ["TX", "WA"];
        if let Some(names) = read(&text, &known) {
            prop_assert!(!names.is_empty());
            prop_assert!(names.iter().all(|name| known.contains(&name.as_str())));
        }
    }

    /// A name is read as itself, whatever other names there are.
    #[test]
    fn a_name_is_itself(name in "\\PC{1,12}", others in proptest::collection::vec("\\PC{1,4}", 0..4)) {
        let is_known = |text: &str| text == name || others.iter().any(|other| other == text);
        prop_assert_eq!(meant(&name, &is_known), Some(vec![name.clone()]));
    }
}

/// The published wages, read once.
fn wages() -> &'static Dataset {
    static WAGES: OnceLock<Dataset> = OnceLock::new();
    WAGES.get_or_init(|| {
        let disk = Disk(Path::new(".").join("public"));
        let read = async {
            let package = open(&disk, "data/wages-oews-2025/datapackage.json")
                .await
                .expect("a package")
                .value;
            load(&disk, package).await
        };
        // Files are read at once, so that nothing is ever waited for.
        let mut read = std::pin::pin!(read);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match read.as_mut().poll(&mut context) {
            std::task::Poll::Ready(dataset) => dataset,
            std::task::Poll::Pending => panic!("the disk was waited for"),
        }
    })
}

fn answered(dataset: &Dataset, address: &str) -> (Result<Frame, String>, Vec<Notice>, Query) {
    let (asked, mut notices) = parse(address);
    let resolved = resolve_with_data(dataset, &asked).expect("there are measures");
    notices.extend(resolved.notices.clone());
    let frame = answer(dataset, &resolved).map_err(|why| format!("{why:?}"));
    (frame, notices, resolved.query)
}

/// (occupation, state, dollars an hour) of every row, in order.
fn rows(frame: &Frame) -> Vec<(String, String, String)> {
    let series = frame.series.as_ref().expect("two states");
    let mut rows: Vec<_> = frame
        .rows
        .iter()
        .map(|row| {
            let state = series.values[row.series.expect("a state")].0.clone();
            let dollars = row.cell.quantity.as_ref().expect("a number").anchor();
            (row.key.clone(), state, format!("{dollars:.2}"))
        })
        .collect();
    rows.sort();
    rows
}

const AS_WRITTEN: &str = "/explore/?package=wages-oews-2025&measure=hourly_median&by=occupation_code&series=state&view=slope&f.occupation_code=29-1141~47-2111&f.state=TX~WA";

/// Ways in which a link has come back, each with the program that does it.
fn mangled() -> Vec<(&'static str, String)> {
    let all = |from: &str, to: &str| AS_WRITTEN.replace(from, to);
    let (path, query) = AS_WRITTEN.split_once('?').expect("a query");
    vec![
        ("encoded: Java, PHP, Slack", all("~", "%7E")),
        ("encoded in small letters", all("~", "%7e")),
        ("encoded twice", all("~", "%257E")),
        ("encoded three times", all("~", "%25257E")),
        ("& as text: editors of HTML", all("&", "&amp;")),
        ("& as text, twice", all("&", "&amp;amp;")),
        ("& as a number", all("&", "&#38;")),
        ("= encoded", format!("{path}?{}", query.replace('=', "%3D"))),
        ("everything encoded", format!("{path}?{}", encode(query))),
        (
            "everything encoded twice",
            format!("{path}?{}", encode(&encode(query))),
        ),
        ("quoted-printable mail", all("=", "=3D")),
        ("a full stop", format!("{AS_WRITTEN}.")),
        ("a bracket", format!("{AS_WRITTEN})")),
        ("a bracket and a full stop", format!("{AS_WRITTEN}).")),
        ("a comma", format!("{AS_WRITTEN},")),
        ("a closing quotation mark", format!("{AS_WRITTEN}”")),
        ("an encoded full stop", format!("{AS_WRITTEN}%2E")),
        ("a space without width", format!("{AS_WRITTEN}%E2%80%8B")),
        (
            "keys of others",
            format!("{AS_WRITTEN}&utm_source=newsletter&fbclid=IwAR0x&mc_eid=1"),
        ),
        ("keys encoded", all("&f.", "&f%2E")),
        ("keys encoded twice", all("&f.", "&f%252E")),
        ("commas: typed by hand", all("~", ",")),
        ("commas with spaces", all("~", ",+")),
        ("commas encoded", all("~", "%2C")),
    ]
}

#[test]
fn a_link_that_came_back_changed_shows_what_it_showed() {
    let (frame, notices, query) = answered(wages(), AS_WRITTEN);
    let frame = frame.expect("an answer");
    assert_eq!(notices, []);
    let known: Vec<(String, String, String)> = [
        ("29-1141", "TX", "46.14"),
        ("29-1141", "WA", "59.71"),
        ("47-2111", "TX", "28.16"),
        ("47-2111", "WA", "45.78"),
    ]
    .map(|(work, state, dollars)| (work.into(), state.into(), dollars.into()))
    .into();
    assert_eq!(rows(&frame), known);
    for (how, address) in mangled() {
        let (own, notices, read) = answered(wages(), &address);
        assert_eq!(notices, [], "{how}: {address}");
        assert_eq!(read, query, "{how}: {address}");
        assert_eq!(own.expect("an answer"), frame, "{how}: {address}");
        // What the page writes into the address from now on is as it should be.
        let written = to_address(&read, &Query::default());
        assert_eq!(answered(wages(), &written).2, query, "{how}");
    }
}

#[test]
fn every_mark_that_ends_a_word_of_the_address_is_taken_off() {
    for part in [
        "package=wages-oews-2025",
        "measure=hourly_median",
        "by=state",
        "view=map",
        "sort=name",
        "top=3",
        "unit=own",
    ] {
        let plain = format!("?measure=hourly_median&f.occupation_code=47-2111&{part}");
        for end in [".", ")", ",", ";", "%22", ">."] {
            let (frame, notices, query) = answered(wages(), &format!("{plain}{end}"));
            let known = answered(wages(), &plain);
            assert_eq!(notices, [], "{part}{end}");
            assert_eq!(
                Query {
                    package: None,
                    ..query
                },
                Query {
                    package: None,
                    ..known.2
                },
                "{part}{end}"
            );
            assert_eq!(frame, known.0);
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_and_no_title_counts_it() {
    let one = "?measure=hourly_median&by=state&f.occupation_code=47-2111&f.state=";
    let (frame, notices, query) = answered(wages(), &format!("{one}TX~WA~XX"));
    let told = |notices: &[Notice]| -> Vec<String> {
        let named = notices.iter().filter_map(|notice| match notice {
            Notice::UnknownFilterValue { value, .. } => Some(value.clone()),
            Notice::UnknownHighlight { row, .. } => Some(row.clone()),
            _ => None,
        });
        named.collect()
    };
    assert_eq!(told(&notices), ["XX"]);
    assert_eq!(query.filters["state"], ["TX", "WA"]);
    let frame = frame.expect("an answer");
    let places = frame.filters.iter().find(|filter| filter.field == "state");
    assert_eq!(places.expect("the filter").values, ["Texas", "Washington"]);
    // One part is no state, so that nothing says where the text would part.
    let (frame, notices, _) = answered(wages(), &format!("{one}TX,XX"));
    assert_eq!(told(&notices), ["TX,XX"]);
    assert!(
        frame.is_err(),
        "a question about no state is not one about all"
    );
    let (frame, notices, query) = answered(wages(), &format!("{one}&highlight=TX%7EWA~XX"));
    assert!(frame.is_ok());
    assert_eq!(query.highlight, ["TX", "WA"]);
    assert_eq!(told(&notices), ["XX"]);
}

#[test]
fn readings_of_columns_and_addresses_of_packages_are_read_through_it() {
    let plain = parse("?package=https%3A%2F%2Fhost%2Fp%2Fdatapackage.json&as=t~median_wage~leave");
    assert_eq!(plain.1, []);
    for address in [
        "?package=https%3A%2F%2Fhost%2Fp%2Fdatapackage.json&as=t%7Emedian_wage%7Eleave",
        "?package=https%253A%252F%252Fhost%252Fp%252Fdatapackage.json&as=t%257Emedian_wage%257Eleave",
        "?package=https://host/p/datapackage.json&amp;as=t,median_wage,leave.",
    ] {
        assert_eq!(parse(address), plain, "{address}");
    }
    assert_eq!(parse("?as=t%7Emedian_wage%7Eperhaps").1.len(), 1);
}

/// How often each of the marks of a link is encoded more than it should be, and what follows the link.
fn changes() -> impl Strategy<Value = (u8, u8, u8, &'static str)> {
    let end = proptest::sample::select(vec!["", ".", ")", ",", "!", ".)", "\u{201d}"]);
    (0..4_u8, 0..3_u8, 0..2_u8, end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::effort::cases(64)))]
    /// However the marks of a link were changed, it shows what it showed.
    #[test]
    fn no_change_of_its_marks_makes_a_link_show_something_else(
        states in proptest::sample::subsequence(vec!["AL", "MO", "TX", "VA", "WA"], 1..5),
        (tilde, amp, equals, end) in changes(),
    ) {
        let plain = format!("?measure=hourly_median&by=state&f.occupation_code=47-2111~29-1141&series=occupation_code&f.state={}", states.join("~"));
        let mark = match tilde { 0 => "~".to_owned(), 1 => ",".to_owned(), times => format!("%{}7E", "25".repeat(usize::from(times) - 2)) };
        let and = format!("&{}", "amp;".repeat(usize::from(amp)));
        let is = ["=", "%3D"][usize::from(equals)];
        let changed = plain.replace('~', &mark).replace('&', &and).replace('=', is) + end;
        let (frame, notices, query) = answered(wages(), &changed);
        prop_assert_eq!(&notices, &vec![], "{}", changed);
        let known = answered(wages(), &plain);
        prop_assert_eq!(query, known.2, "{}", changed);
        prop_assert_eq!(frame, known.0);
    }
}

#[test]
fn a_comparison_keeps_every_item_of_its_address_until_the_names_are_known() {
    let items = |address: &str| ComparisonChoice::read(address).items;
    assert_eq!(items("?of=states&items=MO~VA"), ["MO", "VA"]);
    assert_eq!(items("?of=states&amp;items=MO~VA"), ["MO", "VA"]);
    assert_eq!(items("?of=states&items=MO%7EVA"), ["MO~VA"]);
    assert_eq!(
        items("?items=A~B~C~D~E").len(),
        5,
        "what has no column is told, not dropped"
    );
    assert_eq!(
        ComparisonChoice::read("?of=states.&items=MO").of,
        ComparisonChoice::read("?of=states").of
    );
}
