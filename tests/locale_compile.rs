//! The message compiler rejects everything that would leave a reader without text.

#![allow(dead_code)]

#[path = "../src/locale/compile/catalogue.rs"]
mod catalogue;
#[path = "../src/locale/compile/emit.rs"]
mod emit;

use catalogue::{Catalogue, Entry, Key, Part, differences};

fn entry(id: &str, file: &str, parts: &[Part]) -> Entry {
    Entry {
        id: id.into(),
        file: file.into(),
        parts: parts.to_vec(),
    }
}

fn text(text: &str) -> Part {
    Part::Text(text.into())
}

fn variable(name: &str) -> Part {
    Part::Variable(name.into())
}

fn reference(id: &str) -> Part {
    Part::Reference(id.into())
}

fn merged(language: &str, entries: &[Entry]) -> Catalogue {
    Catalogue::merge(language, entries.to_vec()).expect("a good catalogue")
}

fn refused(entries: &[Entry]) -> Vec<String> {
    Catalogue::merge("en", entries.to_vec()).expect_err("a bad catalogue")
}

#[test]
fn an_id_stands_once() {
    let twice = [
        entry("a", "en/one.ftl", &[text("A")]),
        entry("a", "en/two.ftl", &[text("B")]),
    ];
    assert_eq!(
        refused(&twice),
        ["en/two.ftl: `a` is already in en/one.ftl"]
    );
}

#[test]
fn two_ids_are_two_types() {
    let same = [
        entry("a-b", "en/f.ftl", &[text("A")]),
        entry("aB", "en/f.ftl", &[text("B")]),
    ];
    assert_eq!(
        refused(&same),
        ["en/f.ftl: `aB` and `a-b` would both be the type AB"]
    );
}

#[test]
fn references_are_put_in_place() {
    let entries = [
        entry("-name", "en/f.ftl", &[text("Challenge")]),
        entry("inner", "en/f.ftl", &[text("the "), reference("-name")]),
        entry(
            "outer",
            "en/f.ftl",
            &[text("See "), reference("inner"), text(".")],
        ),
    ];
    let catalogue = merged("en", &entries);
    assert_eq!(
        catalogue.messages["outer"].parts,
        [text("See the Challenge.")]
    );
    assert!(
        !catalogue.messages.contains_key("-name"),
        "a term is no message"
    );
}

#[test]
fn references_lead_somewhere() {
    let lost = [entry("a", "en/f.ftl", &[reference("-gone")])];
    assert_eq!(refused(&lost), ["en/f.ftl: `a` refers to unknown `-gone`"]);
    let circle = [
        entry("a", "en/f.ftl", &[reference("b")]),
        entry("b", "en/f.ftl", &[reference("a")]),
    ];
    assert_eq!(
        refused(&circle),
        [
            "en/f.ftl: `a` refers to itself through `a`",
            "en/f.ftl: `b` refers to itself through `b`"
        ]
    );
}

#[test]
fn languages_say_the_same() {
    let english = merged(
        "en",
        &[
            entry("both", "en/f.ftl", &[variable("n"), text(" people")]),
            entry("only-english", "en/f.ftl", &[text("A")]),
        ],
    );
    let spanish = merged(
        "es",
        &[
            entry("both", "es/f.ftl", &[text("personas")]),
            entry("only-spanish", "es/f.ftl", &[text("B")]),
        ],
    );
    assert_eq!(
        differences(&english, &spanish),
        [
            "es/f.ftl: `both` uses no variable where en/f.ftl uses $n",
            "the `es` catalogue lacks `only-english` (of en/f.ftl)",
            "es/f.ftl: `only-spanish` is not in the `en` catalogue",
        ]
    );
    assert_eq!(differences(&english, &english), [""; 0]);
}

#[test]
fn a_variant_may_hold_further_variables() {
    let select = Part::Select {
        variable: "n".into(),
        variants: vec![
            (Key::Number(0.0), vec![text("none")]),
            (Key::Word("other".into()), vec![variable("who")]),
        ],
        default: 1,
    };
    let catalogue = merged("en", &[entry("people", "en/f.ftl", &[select])]);
    let code = emit::module(&[catalogue]);
    assert!(code.contains("pub struct People {"), "{code}");
    assert!(code.contains("pub n: crate::locale::Arg,"), "{code}");
    assert!(code.contains("pub who: crate::locale::Arg,"), "{code}");
    assert!(code.contains("Key::Number(0.0)"), "{code}");
}

#[test]
fn ids_and_variables_become_rust_names() {
    assert_eq!(
        catalogue::type_name("problem-not-a-number"),
        "ProblemNotANumber"
    );
    let entry = entry("one", "en/f.ftl", &[variable("row-number")]);
    let code = emit::module(&[merged("en", &[entry])]);
    assert!(
        code.contains("pub row_number: crate::locale::Arg,"),
        "{code}"
    );
    assert!(
        code.contains("(\"row-number\", message.row_number)"),
        "{code}"
    );
}
