//! Every message in every language, and numbers, dates, money, lists and sorting as readers see
//! them.

use good_jobs::locale::{
    Arg, Labeled, Locale, Message, MessageId, messages, period, quantity, unit_long, unit_short,
    unit_value, usd, usd_compact,
};
use good_jobs::m;
use good_jobs::value::{
    Bound, DateWords, Grain, Kind, Qualifier, Quantity, Rank, Sense, Status, Unit,
};
use std::cmp::Ordering;

/// The message with every argument set to `arg`.
fn filled(id: MessageId, arg: &Arg) -> Message {
    let args = id
        .variables()
        .iter()
        .map(|name| (*name, arg.clone()))
        .collect();
    Message { id, args }
}

fn samples() -> Vec<Arg> {
    vec![
        "x".into(),
        0.into(),
        1.into(),
        1200.into(),
        Arg::Number {
            value: -1234.5,
            decimals: 1,
        },
        Arg::Number {
            value: f64::NAN,
            decimals: 0,
        },
        Arg::Date("2025-03".into()),
        vec!["a", "b", "c"].into(),
        m!(SiteTitle).into(),
    ]
}

#[test]
fn every_message_is_said_in_full() {
    assert!(MessageId::all().count() > 100);
    for locale in Locale::ALL {
        for id in MessageId::all() {
            for arg in samples() {
                let text = locale.text(filled(id, &arg));
                assert!(!text.contains(['{', '}']), "{id:?} in {locale:?}: {text}");
                assert!(!text.trim().is_empty(), "{id:?} in {locale:?} says nothing");
                assert_eq!(
                    text,
                    text.trim(),
                    "{id:?} in {locale:?} has white space at an end"
                );
                assert!(
                    !text.contains("  "),
                    "{id:?} in {locale:?}: two spaces in {text}"
                );
            }
        }
    }
}

#[test]
fn a_missing_argument_is_shown_and_never_panics() {
    let id = m!(DatePublished, date = "2022").id;
    assert_eq!(
        Locale::EN.text(Message { id, args: vec![] }),
        "published {$date}"
    );
}

#[test]
fn pseudo_marks_prose_and_leaves_data_alone() {
    let text = Locale::PSEUDO.text(m!(QualifierMoreThan, value = "Baltimore"));
    assert_eq!(text, "⟦ɱöŕéé ţĥáááñ~⟧ Baltimore");
    assert_eq!(Locale::PSEUDO.text(m!(UsdPositive, value = 5)), "$5");
}

#[test]
fn pseudo_is_longer_by_a_third() {
    for id in MessageId::all() {
        let none = Arg::Text(String::new());
        let (plain, strange) = (
            Locale::EN.text(filled(id, &none)),
            Locale::PSEUDO.text(filled(id, &none)),
        );
        let letters = plain
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .count();
        if letters > 1 {
            let (plain, strange) = (plain.chars().count(), strange.chars().count());
            assert!(strange * 10 >= plain * 13, "{id:?}: {plain} and {strange}");
        }
    }
}

#[test]
fn plurals_follow_the_number_as_written() {
    let people = |arg: Arg| Locale::EN.text(m!(UnitPeopleValue, value = arg));
    assert_eq!(people(0.into()), "0 people");
    assert_eq!(people(1.into()), "1 person");
    assert_eq!(people(2_u64.into()), "2 people");
    assert_eq!(
        people(Arg::Number {
            value: 1.0,
            decimals: 0
        }),
        "1 person"
    );
    assert_eq!(
        people(Arg::Number {
            value: 1.0,
            decimals: 1
        }),
        "1.0 people"
    );
    assert_eq!(
        people(m!(QualifierRange, low = 1, high = 9).into()),
        "1 to 9 people"
    );
}

#[test]
fn variants_are_selected_by_exact_number() {
    assert_eq!(Locale::EN.text(m!(MonthName, number = 1)), "January");
    assert_eq!(Locale::EN.text(m!(MonthName, number = 12)), "December");
}

#[test]
fn messages_stand_within_messages() {
    let inner = m!(UnitJobsValue, value = 1200);
    let whole = m!(QualifierMoreThan, value = &inner);
    assert_eq!(Locale::EN.text(&whole), "more than 1,200 jobs");
    assert_eq!(whole.id(), "qualifier-more-than");
    assert_eq!(whole.arg("value"), Some(&Arg::Message(Box::new(inner))));
    assert_eq!(
        Locale::EN.text(messages::SiteTitle),
        "Good Jobs Challenge Outcomes"
    );
}

#[test]
fn numbers_are_grouped_and_signed() {
    let number = |value, decimals| Locale::EN.number(value, decimals);
    assert_eq!(number(1_234_567.0, 0), "1,234,567");
    assert_eq!(number(1234.5, 2), "1,234.50");
    assert_eq!(number(-1234.5, 1), "\u{2212}1,234.5");
    assert_eq!(number(-0.4, 0), "0");
    assert_eq!(number(-0.0, 2), "0.00");
    assert_eq!(Locale::EN.count(u64::MAX), "18,446,744,073,709,551,615");
    assert_eq!(number(f64::NAN, 0), "no value");
    assert_eq!(number(f64::NEG_INFINITY, 0), "no value");
    for value in [f64::MAX, f64::MIN, f64::MIN_POSITIVE] {
        assert!(!number(value, u8::MAX).is_empty());
    }
}

#[test]
fn money_in_full_and_in_short() {
    let en = Locale::EN;
    assert_eq!(en.usd(1240.5, 2), "$1,240.50");
    assert_eq!(en.usd(-5.0, 0), "\u{2212}$5");
    assert_eq!(en.usd(-0.2, 0), "$0");
    assert_eq!(en.usd(f64::INFINITY, 0), "no value");
    assert_eq!(en.usd_compact(23_900_000.0, 3), "$23.9 million");
    assert_eq!(en.usd_compact(23_941_000.0, 3), "$23.9 million");
    assert_eq!(en.usd_compact(500_000_000.0, 3), "$500 million");
    assert_eq!(en.usd_compact(1_250_000_000.0, 3), "$1.25 billion");
    assert_eq!(en.usd_compact(950_000.0, 3), "$950,000");
    assert_eq!(en.usd_compact(999_999.0, 3), "$1 million");
    assert_eq!(en.usd_compact(-23_900_000.0, 3), "\u{2212}$23.9 million");
    assert_eq!(en.usd_compact(19.5, 4), "$19.50");
    assert_eq!(en.usd_compact(0.0, 3), "$0");
    assert_eq!(en.usd_compact(f64::NAN, 0), "no value");
    assert_eq!(
        en.text(m!(UnitUsdPerHourValue, value = usd(19.5, 2))),
        "$19.50 per hour"
    );
    let award = m!(QualifierUpTo, value = usd_compact(5e6, 2));
    assert_eq!(en.text(award), "up to $5 million");
}

#[test]
fn dates_say_no_more_than_their_source() {
    let en = Locale::EN;
    assert_eq!(en.date("2026-01-13"), "January 13, 2026");
    assert_eq!(en.date("2026-01-03"), "January 3, 2026");
    assert_eq!(en.date("2025-03"), "March 2025");
    assert_eq!(en.date("2022"), "2022");
    for odd in [
        "",
        "soon",
        "2025-13",
        "2025-00-01",
        "2025-01-32",
        "2025-1-1",
        "2025-01-01-01",
    ] {
        assert_eq!(en.date(odd), odd);
    }
    assert_eq!(en.period("2024-Q1"), "Q1 2024");
    assert_eq!(en.period("2012"), "2012");
    assert_eq!(en.period("2024-Q5"), "2024-Q5");
    let published = m!(DatePublished, date = Arg::Date("2025-03".into()));
    assert_eq!(en.text(published), "published March 2025");
}

#[test]
fn lists_end_in_and() {
    let list = |items: &[&str]| Locale::EN.argument(&items.to_vec().into());
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["a"]), "a");
    assert_eq!(list(&["a", "b"]), "a and b");
    assert_eq!(list(&["a", "b", "c"]), "a, b and c");
}

#[test]
fn search_and_order_pass_over_case_and_accents() {
    let en = Locale::EN;
    assert_eq!(en.fold("Hawaiʻi"), en.fold("HAWAII"));
    assert_eq!(en.fold("Hawai'i"), "hawaii");
    assert_eq!(en.fold("Doña Ana"), "dona ana");
    assert_eq!(en.fold("Straße Łódź"), "strasse lodz");
    let mut names = vec!["ñu", "Oz", "nu", "Zoe", "hawaiʻi", "Hawaii", "Ab"];
    names.sort_by(|a, b| en.compare(a, b));
    assert_eq!(names, ["Ab", "Hawaii", "hawaiʻi", "nu", "ñu", "Oz", "Zoe"]);
    assert_eq!(en.compare("a", "a"), Ordering::Equal);
}

#[test]
fn languages_are_found_by_tag() {
    assert_eq!(Locale::from_tag("en-us"), Some(Locale::EN));
    assert_eq!(Locale::from_tag("en-XA"), Some(Locale::PSEUDO));
    assert_eq!(Locale::from_tag("tlh"), None);
    assert_eq!(Locale::EN.tag(), "en-US");
}

#[test]
fn every_word_has_a_name_and_a_sentence() {
    let mut labels = Vec::new();
    let mut say = |label: Message, explanation: Message| {
        let sentence = Locale::EN.text(explanation);
        assert!(sentence.ends_with('.'), "{label:?}: {sentence}");
        labels.push(Locale::EN.text(label));
    };
    Kind::ALL
        .iter()
        .for_each(|word| say(word.label(), word.explanation()));
    Rank::ALL
        .iter()
        .for_each(|word| say(word.label(), word.explanation()));
    Sense::ALL
        .iter()
        .for_each(|word| say(word.label(), word.explanation()));
    Status::ALL
        .iter()
        .for_each(|word| say(word.label(), word.explanation()));
    let count = labels.len();
    labels.sort();
    labels.dedup();
    assert_eq!(labels.len(), count, "two words have the same name");
}

#[test]
fn quantities_keep_the_word_they_were_published_with() {
    let said = |word, value: f64, unit: &str| {
        Locale::EN.text(quantity(
            &Quantity::worded(word, value),
            &Unit::new(unit),
            0,
        ))
    };
    assert_eq!(said(Qualifier::Exact, 1.0, Unit::PEOPLE), "1 person");
    assert_eq!(
        said(Qualifier::MoreThan, 1.0, Unit::PEOPLE),
        "more than 1 person"
    );
    assert_eq!(
        said(Qualifier::About, 1200.0, Unit::JOBS),
        "about 1,200 jobs"
    );
    assert_eq!(said(Qualifier::Nearly, 500.0, Unit::COUNT), "nearly 500");
    assert_eq!(
        said(Qualifier::AtLeast, 15.0, Unit::USD_PER_HOUR),
        "at least $15 per hour"
    );
    assert_eq!(said(Qualifier::UpTo, 80.0, Unit::PERCENT), "up to 80%");
    assert_eq!(said(Qualifier::LessThan, 3.0, "widgets"), "less than 3");
    let range = Quantity::range(15.0, 18.0);
    let wage = quantity(&range, &Unit::new(Unit::USD_PER_HOUR), 2);
    assert_eq!(Locale::EN.text(wage), "$15.00 to $18.00 per hour");
    let open = Quantity {
        low: Some(Bound {
            at: 15.0,
            open: true,
        }),
        ..range
    };
    let people = quantity(&open, &Unit::new(Unit::PEOPLE), 0);
    assert_eq!(Locale::EN.text(people), "more than 15 to 18 people");
}

#[test]
fn a_package_may_have_units_of_its_own() {
    let own = Unit::new("widgets");
    assert_eq!((unit_long(&own), unit_short(&own)), (None, None));
    assert_eq!(Locale::EN.text(unit_value(&own, 1200)), "1,200");
    let hour = Unit::new(Unit::USD_PER_HOUR);
    assert_eq!(
        unit_long(&hour)
            .map(|unit| Locale::EN.text(unit))
            .as_deref(),
        Some("U.S. dollars per hour")
    );
}

#[test]
fn periods_say_their_grain_where_it_would_be_mistaken() {
    let said = |grain, text| Locale::EN.text(period(grain, text));
    assert_eq!(said(Grain::FiscalYear, "2024"), "fiscal year 2024");
    assert_eq!(said(Grain::Year, "2024"), "2024");
    assert_eq!(said(Grain::Quarter, "2024-Q3"), "Q3 2024");
    assert_eq!(said(Grain::Month, "2024-03"), "March 2024");
    let day = DateWords::parse("2024-03-09").expect("a date");
    assert_eq!(
        Locale::EN.text(m!(DateAsOf, date = &day)),
        "as of March 9, 2024"
    );
}
