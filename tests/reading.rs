//! Imported tables of every kind, each with its right values or the message that refuses them, and laws of the cell
//! reader: a number written in any style reads back as itself or is refused, never as another.
//!
//! A case is two files in `tests/corpus/imported/<kind>/`: the table, and what must come of it. Folder `20-reported`
//! holds tables of kinds that people reported; their rows are invented, as all rows here are.

use crate::literal::now;
use good_jobs::bytes::Memory;
use good_jobs::external::open_files;
use good_jobs::frame::{answer, resolve_with_data};
use good_jobs::locale::Locale;
use good_jobs::package::{Bare, NumberNotation};
use good_jobs::prose;
use good_jobs::query::parse;
use good_jobs::table::written::read;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let corpus = Path::new(".").join("tests/corpus/imported");
    let folders = std::fs::read_dir(corpus)
        .expect("the corpus is there")
        .flatten();
    let files = folders.flat_map(|kind| std::fs::read_dir(kind.path()).expect("a kind").flatten());
    let mut cases: Vec<PathBuf> = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "csv"))
        .collect();
    cases.sort();
    cases
}

fn list(expected: &Value, key: &str) -> Vec<String> {
    let texts = expected[key].as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn encoded(text: &str) -> String {
    good_jobs::query::encode(text)
}

/// What is wrong with one case, as lines.
fn wrong(case: &Path) -> Vec<String> {
    let expected =
        std::fs::read_to_string(case.with_extension("json")).expect("what must come of it");
    let expected: Value = serde_json::from_str(&expected).expect("JSON");
    let bytes = std::fs::read(case).expect("a table");
    wrong_of("t.csv", &bytes, &expected)
}

/// What is wrong with a file that a visitor opens.
pub fn wrong_of(name: &str, bytes: &[u8], expected: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let files = Memory::default().with(name, bytes);
    let opened = match now(open_files(name, &files)) {
        Ok(opened) => opened,
        Err(problem) => return vec![Locale::EN.text(problem.sentence())],
    };
    let given = expected["given"].as_str().unwrap_or_default();
    let (query, notices) = parse(&format!("?{given}"));
    if !notices.is_empty() {
        wrong.push(format!("{given} is not understood"));
    }
    let known = opened.read(&query.readings);
    if !known.unused.is_empty() {
        wrong.push(format!("unused: {:?}", known.unused));
    }
    for (column, reading) in expected["readings"].as_object().into_iter().flatten() {
        let found = known.columns.iter().find(|known| known.field == *column);
        let word = found.map(|column| column.reading.as_str());
        if word != reading.as_str() {
            wrong.push(format!(
                "{column} is read as {word:?}, not {reading}: {:?}",
                found.map(|column| &column.why)
            ));
        }
    }
    let told: Vec<String> = known
        .tables
        .iter()
        .flat_map(|table| &table.told)
        .map(|told| Locale::EN.text(told.message()))
        .collect();
    let told = told.join("\n");
    for text in list(expected, "told") {
        if !told.contains(&text) {
            wrong.push(format!("“{text}” is not told: {told}"));
        }
    }
    for text in list(expected, "not_told") {
        if told.contains(&text) {
            wrong.push(format!("“{text}” is told: {told}"));
        }
    }
    let problems: Vec<String> = known
        .dataset
        .problems
        .iter()
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect();
    let sought = list(expected, "problems");
    if sought.is_empty() && !problems.is_empty() {
        wrong.push(format!("problems: {problems:?}"));
    }
    let joined = problems.join("\n");
    for text in sought {
        if !joined.contains(&text) {
            wrong.push(format!("“{text}” is no problem: {joined}"));
        }
    }
    for asked in expected["asks"].as_array().into_iter().flatten() {
        wrong.extend(wrong_answer(&known.dataset, asked));
    }
    wrong
}

fn wrong_answer(dataset: &good_jobs::table::Dataset, asked: &Value) -> Vec<String> {
    let text = |key: &str| asked[key].as_str().unwrap_or_default();
    let mut address = format!(
        "?measure={}&by={}",
        encoded(text("measure")),
        encoded(text("by"))
    );
    if !text("more").is_empty() {
        address = format!("{address}&{}", text("more"));
    }
    let at = |line: String| vec![format!("{address}: {line}")];
    let Some(resolved) = resolve_with_data(dataset, &parse(&address).0) else {
        return match text("refused").is_empty() {
            true => at("no measure".to_owned()),
            false => Vec::new(),
        };
    };
    let is_asked = resolved.measure.code == text("measure") && resolved.by.field == text("by");
    if !is_asked {
        return match text("refused").is_empty() {
            true => at(format!(
                "answered {} by {}",
                resolved.measure.code, resolved.by.field
            )),
            false => Vec::new(),
        };
    }
    let frame = match answer(dataset, &resolved) {
        Ok(frame) => frame,
        Err(refusal) => {
            let said = Locale::EN.text(prose::refusal(&refusal));
            return match said.contains(text("refused")) && !text("refused").is_empty() {
                true => Vec::new(),
                false => at(said),
            };
        }
    };
    if !text("refused").is_empty() {
        return at("answered".to_owned());
    }
    let mut wrong = Vec::new();
    let sought: BTreeMap<String, Value> =
        serde_json::from_value(asked["values"].clone()).unwrap_or_default();
    let found: BTreeMap<&str, _> = frame
        .rows
        .iter()
        .map(|row| (row.key.as_str(), &row.cell))
        .collect();
    for (key, value) in &sought {
        let Some(cell) = found.get(key.as_str()) else {
            wrong.push(format!("no row {key}"));
            continue;
        };
        let number = cell.quantity.map(|quantity| quantity.anchor());
        let shown = Locale::EN.text(prose::value(cell, &frame.measure));
        let is_right = match value {
            Value::Null => number.is_none(),
            Value::String(words) => shown == *words,
            other => number.is_some_and(|number| {
                let sought = other.as_f64().unwrap_or(f64::NAN);
                (number - sought).abs() <= 1e-9 * sought.abs().max(1.0)
                    && cell.quantity.is_some_and(|known| known.is_exact())
            }),
        };
        if !is_right {
            wrong.push(format!("{key} is {shown} ({number:?}), not {value}"));
        }
    }
    if found.len() != sought.len() {
        wrong.push(format!("rows: {:?}", found.keys().collect::<Vec<_>>()));
    }
    if let Some(total) = asked.get("total") {
        let known = frame
            .total
            .as_ref()
            .and_then(|total| total.quantity)
            .map(|known| known.anchor());
        let is_right = match (total.as_f64(), known) {
            (None, None) => true,
            (Some(sought), Some(known)) => (known - sought).abs() <= 1e-9 * sought.abs().max(1.0),
            _ => false,
        };
        if !is_right {
            wrong.push(format!("total {known:?}, not {total}"));
        }
    }
    if let Some(unit) = asked["unit"].as_str()
        && frame.measure.unit.as_str() != unit
    {
        wrong.push(format!("unit {}, not {unit}", frame.measure.unit.as_str()));
    }
    wrong
        .into_iter()
        .map(|line| format!("{address}: {line}"))
        .collect()
}

#[test]
fn every_table_reads_right_or_is_refused_with_its_reason() {
    let began = std::time::Instant::now();
    let cases = cases();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong_cases = Vec::new();
    for case in &cases {
        let kind = case.parent().and_then(Path::file_name).unwrap_or_default();
        *kinds
            .entry(kind.to_string_lossy().into_owned())
            .or_default() += 1;
        let found = wrong(case);
        if !found.is_empty() {
            let name = case.strip_prefix(".").unwrap_or(case);
            wrong_cases.push(format!("{}\n  {}", name.display(), found.join("\n  ")));
        }
    }
    for (kind, count) in &kinds {
        println!("{kind}: {count}");
    }
    println!(
        "all: {} in {:.1} s",
        cases.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(began.elapsed().as_secs() < 60, "the corpus takes too long");
    assert!(cases.len() > 300, "{} cases", cases.len());
    assert!(
        wrong_cases.is_empty(),
        "{} of {} cases:\n{}",
        wrong_cases.len(),
        cases.len(),
        wrong_cases.join("\n")
    );
}

/// How one number is written.
#[derive(Clone, Copy, Debug)]
struct Way {
    group: char,
    comma: bool,
    sign: usize,
    currency: usize,
    percent: bool,
    padded: usize,
}

fn way() -> impl Strategy<Value = Way> {
    let groups = prop_oneof![
        Just('\0'),
        Just(','),
        Just(' '),
        Just('\u{a0}'),
        Just('\u{202f}'),
        Just('\''),
        Just('’')
    ];
    (
        groups,
        any::<bool>(),
        0..6usize,
        0..5usize,
        any::<bool>(),
        0..3usize,
    )
        .prop_map(|(group, comma, sign, currency, percent, padded)| Way {
            group,
            comma,
            sign,
            currency,
            percent: percent && currency == 0,
            padded,
        })
}

/// Writes whole digits and decimals in one of the ways that people do.
fn write(whole: u64, decimals: &str, negative: bool, way: Way) -> String {
    let digits = whole.to_string();
    let mut grouped = String::new();
    let group = match (way.comma, way.group) {
        (true, ',') => '.',
        (_, group) => group,
    };
    for (at, digit) in digits.chars().enumerate() {
        let rest = digits.len() - at;
        if at > 0 && rest.is_multiple_of(3) && group != '\0' {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    let mark = if way.comma { "," } else { "." };
    let number = match decimals {
        "" => grouped,
        decimals => format!("{grouped}{mark}{decimals}"),
    };
    let money = ["", "$", "€", "USD ", "£"][way.currency];
    let percent = if way.percent { "%" } else { "" };
    let text = match (negative, way.sign) {
        (false, _) => format!("{money}{number}{percent}"),
        (true, 0) => format!("-{money}{number}{percent}"),
        (true, 1) => format!("−{money}{number}{percent}"),
        (true, 2) => format!("({money}{number}{percent})"),
        (true, 3) => format!("{money}-{number}{percent}"),
        (true, 4) => format!("{money}({number}){percent}"),
        (true, _) => format!("{money}{number}-"),
    };
    match way.padded {
        0 => text,
        1 => format!(" {text} "),
        _ => format!("\u{a0}{text}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::effort::cases(2000)))]

    /// In the style of its column a number reads back as itself.
    #[test]
    fn a_number_reads_back_as_itself(
        whole in 0u64..1_000_000_000,
        decimals in prop_oneof![Just(String::new()), "[0-9]{1,6}"],
        negative in any::<bool>(),
        way in way(),
    ) {
        let text = write(whole, &decimals, negative, way);
        let style = NumberNotation { decimal_comma: way.comma, ..NumberNotation::default() };
        let number: f64 = format!("{}{whole}.{decimals}0", if negative { "-" } else { "" }).parse().expect("a number");
        let found = read(&text, &style).map(|written| written.number());
        prop_assert!(
            matches!(found, Ok(Some(found)) if (found - number).abs() <= number.abs() * 1e-12),
            "{text:?}: {found:?}, not {number}"
        );
    }

    /// In the style of another column it is refused, or is what that style says: never a third value.
    #[test]
    fn another_style_refuses_or_says_what_it_says(
        whole in 0u64..1_000_000_000,
        decimals in prop_oneof![Just(String::new()), "[0-9]{1,6}"],
        way in way(),
    ) {
        let text = write(whole, &decimals, false, way);
        let style = NumberNotation { decimal_comma: !way.comma, ..NumberNotation::default() };
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if let Ok(written) = read(&text, &style) {
            let found = written.number().expect("a number");
            // Its digits are those of the text, in their order: only the place of the decimal mark can differ.
            let fits = (0..=digits.len()).any(|at| {
                let value: f64 = format!("{}.{}0", &digits[..at], &digits[at..]).parse().unwrap_or(0.0);
                (found - value).abs() <= value.abs() * 1e-9
            });
            prop_assert!(fits, "{text:?}: {found}");
        }
    }

    /// Whatever is put after a number changes nothing without being said: the cell is refused or keeps its value.
    #[test]
    fn what_is_left_over_never_makes_another_number(
        whole in 0u64..1_000_000,
        left in "[a-zA-Z*†‡¹²%$€()\\[\\]/:;_#@ .,'0-9-]{1,4}",
    ) {
        let text = format!("{whole}{left}");
        let has_digit = left.chars().any(|mark| mark.is_ascii_digit());
        if let Ok(written) = read(&text, &NumberNotation::default())
            && let Some(found) = written.number()
            && !has_digit
        {
            let scales = [1.0, 1e3, 1e6, 1e9, 1e12];
            // A letter is a magnitude beside a currency alone; an abbreviated word is one anywhere.
            let letters: String = left.chars().filter(char::is_ascii_alphabetic).collect();
            let is_word = ["mln", "mio", "bln"].contains(&letters.to_lowercase().as_str());
            let may_scale = is_word || left.contains(['$', '€']);
            let number = whole as f64;
            let fits = scales.iter().take(if may_scale { 5 } else { 1 }).any(|scale| found.abs() == number * scale);
            prop_assert!(fits, "{text:?}: {found}");
        }
    }

    /// Fractions among percents are a hundred times as large when the visitor says so, and refused before.
    #[test]
    fn fractions_wait_for_an_answer(percent in 1u32..100) {
        let text = format!("0.{percent:02}");
        let style = |bare| NumberNotation { bare, ..NumberNotation::default() };
        prop_assert!(read(&text, &style(Bare::Doubtful)).is_err());
        let found = read(&text, &style(Bare::Fraction)).ok().and_then(|written| written.number());
        prop_assert_eq!(found, Some(f64::from(percent)));
    }
}
