//! Every fault is reported as location, finding, expectation, fix.

use good_jobs::locale::Locale;
use good_jobs::problem::{Fault, Problem, SourceLocation, nearest};
use good_jobs::query::Notice;

fn told(place: SourceLocation, fault: Fault) -> String {
    Locale::EN.text(Problem::new(place, fault).sentence())
}

#[test]
fn a_problem_names_place_finding_expectation_and_remedy_in_that_order() {
    let place = SourceLocation::file("placements.csv")
        .at(214, 215)
        .column("state");
    let fault = Fault::ForeignKey {
        found: "PX".into(),
        resource: "places".into(),
        near: Some("PR".into()),
    };
    assert_eq!(
        told(place, fault),
        "placements.csv, row 214, column “state”: “PX” is not in the table “places”; did you mean “PR”?"
    );
}

#[test]
fn a_place_says_no_more_than_is_known() {
    let file = SourceLocation::file("t.csv");
    assert_eq!(Locale::EN.text(file.words()), "t.csv");
    assert_eq!(
        Locale::EN.text(file.at(1200, 1201).words()),
        "t.csv, row 1,200"
    );
    assert_eq!(
        Locale::EN.text(file.column("x").words()),
        "t.csv, column “x”"
    );
}

#[test]
fn many_of_a_kind_are_counted() {
    let mut problem = Problem::new(SourceLocation::file("t.csv").at(3, 4), Fault::BlankRow);
    problem.more = 12;
    assert_eq!(
        Locale::EN.text(problem.sentence()),
        "t.csv, row 3: the row is empty; remove it (and 12 more like it)"
    );
}

#[test]
fn a_long_list_of_allowed_words_is_cut_and_counted() {
    let allowed = (0..40).map(|word| word.to_string()).collect();
    let fault = Fault::NotInEnum {
        found: "x".into(),
        allowed,
        near: None,
    };
    assert_eq!(
        told(SourceLocation::file("t.csv").at(1, 2).column("c"), fault),
        "t.csv, row 1, column “c”: “x” is not one of “0”, “1”, “2”, “3”, “4”, “5” and 34 others; \
         correct it, or add it to the list in the schema"
    );
}

#[test]
fn the_nearest_word_is_one_slip_away_or_two_in_long_words() {
    assert_eq!(nearest("PX", ["TX", "VA"]).as_deref(), Some("TX"));
    assert_eq!(
        nearest("Virgina", ["Virginia", "Georgia"]).as_deref(),
        Some("Virginia")
    );
    assert_eq!(nearest("enroled_n", ["enrolled"]).as_deref(), None);
    assert_eq!(nearest("x", ["completed"]), None);
}

#[test]
fn a_notice_says_what_was_left_out_and_what_may_have_been_meant() {
    let notice = Notice::UnknownMeasure {
        measure: "plcements".into(),
        near: Some("placements".into()),
    };
    assert_eq!(
        Locale::EN.text(notice.message()),
        "There is no measure “plcements”. The default measure is shown. Did you mean “placements”?"
    );
}
