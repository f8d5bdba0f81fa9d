//! The signs and words that numbers are written with.

use crate::value::{Qualifier, Status};

pub fn is_space(mark: char) -> bool {
    mark.is_whitespace()
        || matches!(
            mark,
            '\0' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

pub fn is_minus(mark: char) -> bool {
    matches!(
        mark,
        '-' | '−' | '–' | '\u{2010}' | '\u{2011}' | '﹣' | '－'
    )
}

pub fn is_currency(mark: char) -> bool {
    matches!(
        mark,
        '$' | '€'
            | '£'
            | '¥'
            | '₹'
            | '₩'
            | '₽'
            | '₺'
            | '₪'
            | '฿'
            | '₫'
            | '₦'
            | '₱'
            | '¢'
    )
}

/// Texts for "no number" with their reason; letters in capitals are those that statistics offices print.
const ABSENT: &[(&str, Status)] = &[
    ("na", Status::Missing),
    ("n/a", Status::Missing),
    ("n.a.", Status::Missing),
    ("n.a", Status::Missing),
    ("#n/a", Status::Missing),
    ("nan", Status::Missing),
    ("null", Status::Missing),
    ("none", Status::Missing),
    ("nil", Status::Missing),
    ("-", Status::Missing),
    ("--", Status::Missing),
    ("---", Status::Missing),
    ("–", Status::Missing),
    ("—", Status::Missing),
    ("−", Status::Missing),
    (".", Status::Missing),
    ("..", Status::Missing),
    ("...", Status::Missing),
    ("…", Status::Missing),
    (":", Status::Missing),
    ("?", Status::Missing),
    ("missing", Status::Missing),
    ("unknown", Status::Missing),
    ("not available", Status::Missing),
    ("not reported", Status::Missing),
    ("no data", Status::Missing),
    ("nr", Status::Missing),
    ("tbd", Status::NotYetDue),
    ("pending", Status::NotYetDue),
    ("not yet due", Status::NotYetDue),
    ("not applicable", Status::NotApplicable),
    ("not collected", Status::NotCollected),
    ("x", Status::NotApplicable),
    ("(x)", Status::NotApplicable),
    ("(na)", Status::Missing),
    ("(n/a)", Status::Missing),
    ("*", Status::Suppressed),
    ("**", Status::Suppressed),
    ("***", Status::Suppressed),
    ("****", Status::NotApplicable),
    ("*****", Status::NotApplicable),
    ("s", Status::Suppressed),
    ("(s)", Status::Suppressed),
    ("d", Status::Suppressed),
    ("(d)", Status::Suppressed),
    ("n", Status::Missing),
    ("ps", Status::Suppressed),
    ("suppressed", Status::Suppressed),
    ("privacysuppressed", Status::Suppressed),
    ("privacy suppressed", Status::Suppressed),
    ("withheld", Status::Suppressed),
    ("redacted", Status::Suppressed),
    ("too few to show", Status::Suppressed),
    ("too few to report", Status::Suppressed),
    ("too few", Status::Suppressed),
    ("ds", Status::Suppressed),
    ("‡", Status::Suppressed),
    ("[c]", Status::Suppressed),
    ("[x]", Status::Missing),
    ("[z]", Status::NotApplicable),
    ("[low]", Status::Missing),
    ("\\n", Status::Missing),
    ("(null)", Status::Missing),
    ("<na>", Status::Missing),
    ("n/r", Status::Missing),
    ("n.r.", Status::Missing),
    ("n.d.", Status::Missing),
    ("no answer", Status::Missing),
    ("no response", Status::Missing),
    ("refused", Status::Missing),
    ("don't know", Status::Missing),
];

/// The reason of a text that stands for no number.
pub fn absent(text: &str) -> Option<Status> {
    if text.is_empty() {
        return Some(Status::Missing);
    }
    if text.len() > 24 {
        return None;
    }
    if let Some(status) = census_code(text).or_else(|| lettered(text)) {
        return Some(status);
    }
    let lower = text.to_lowercase();
    // "Suppressed (Too few to show)", as this site's own exports have it, and "confidential".
    let begins = |word: &str| lower.starts_with(word);
    let known = ABSENT.iter().find(|(word, _)| *word == lower);
    let known = known.map(|(_, status)| *status);
    known.or_else(|| {
        let hidden = begins("withheld (") || begins("suppressed (") || lower == "confidential";
        hidden.then_some(Status::Suppressed)
    })
}

/// `.a` to `.z`, as SAS and Stata write missing values with a reason, and `: c`, as Eurostat does.
fn lettered(text: &str) -> Option<Status> {
    let (mark, letter) = (text.get(..1)?, text.get(1..)?.trim_start());
    let is_letter = letter.len() == 1 && letter.bytes().all(|next| next.is_ascii_alphabetic());
    match mark {
        ":" if is_letter && letter == "c" => Some(Status::Suppressed),
        ":" if is_letter => Some(Status::Missing),
        "." if is_letter && text.len() == 2 => Some(Status::Missing),
        _ => None,
    }
}

/// What the Census Bureau writes in place of an estimate or a margin of error that it does not publish.
fn census_code(text: &str) -> Option<Status> {
    let digits = text.strip_prefix('-')?;
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let first = digits.chars().next().filter(|_| digits.len() == 9)?;
    if digits.chars().any(|digit| digit != first) {
        return None;
    }
    match first {
        '2' | '3' | '6' | '9' => Some(Status::Missing),
        '5' | '8' => Some(Status::NotApplicable),
        _ => None,
    }
}

/// What a spreadsheet shows in a cell whose formula failed, or whose column is too narrow.
pub fn is_spreadsheet_error(text: &str) -> bool {
    const ERRORS: [&str; 8] = [
        "#DIV/0!", "#REF!", "#VALUE!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!",
    ];
    let is_narrow = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    is_narrow || ERRORS.contains(&text.to_uppercase().as_str())
}

/// Words and signs before a number that make it a bound, the longest of a kind first.
pub const BEFORE: &[(&str, Qualifier)] = &[
    ("n<=", Qualifier::UpTo),
    ("n>=", Qualifier::AtLeast),
    ("n≤", Qualifier::UpTo),
    ("n≥", Qualifier::AtLeast),
    ("n<", Qualifier::LessThan),
    ("n>", Qualifier::MoreThan),
    ("n ≤ ", Qualifier::UpTo),
    ("n ≥ ", Qualifier::AtLeast),
    ("n <= ", Qualifier::UpTo),
    ("n >= ", Qualifier::AtLeast),
    ("n <", Qualifier::LessThan),
    ("n >", Qualifier::MoreThan),
    ("<=", Qualifier::UpTo),
    ("=<", Qualifier::UpTo),
    (">=", Qualifier::AtLeast),
    ("=>", Qualifier::AtLeast),
    ("≤", Qualifier::UpTo),
    ("≥", Qualifier::AtLeast),
    ("<", Qualifier::LessThan),
    (">", Qualifier::MoreThan),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    ("approximately ", Qualifier::About),
    ("approx. ", Qualifier::About),
    ("approx ", Qualifier::About),
    ("about ", Qualifier::About),
    ("around ", Qualifier::About),
    ("roughly ", Qualifier::About),
    ("circa ", Qualifier::About),
    ("ca. ", Qualifier::About),
    ("c. ", Qualifier::About),
    ("nearly ", Qualifier::Nearly),
    ("almost ", Qualifier::Nearly),
    ("more than ", Qualifier::MoreThan),
    ("greater than ", Qualifier::MoreThan),
    ("over ", Qualifier::MoreThan),
    ("at least ", Qualifier::AtLeast),
    ("no less than ", Qualifier::AtLeast),
    ("less than ", Qualifier::LessThan),
    ("fewer than ", Qualifier::LessThan),
    ("under ", Qualifier::LessThan),
    ("below ", Qualifier::LessThan),
    ("up to ", Qualifier::UpTo),
    ("at most ", Qualifier::UpTo),
];

/// The same after a number.
pub const AFTER: [(&str, Qualifier); 8] = [
    ("or more", Qualifier::AtLeast),
    ("or greater", Qualifier::AtLeast),
    ("or above", Qualifier::AtLeast),
    ("and over", Qualifier::AtLeast),
    ("and above", Qualifier::AtLeast),
    ("or less", Qualifier::UpTo),
    ("or fewer", Qualifier::UpTo),
    ("or below", Qualifier::UpTo),
];

const CODES: [(&str, char); 6] = [
    ("us$", '$'),
    ("usd", '$'),
    ("eur", '€'),
    ("gbp", '£'),
    ("dollars", '$'),
    ("euros", '€'),
];

pub const SCALES: [(&str, i32); 9] = [
    ("thousand", 3),
    ("million", 6),
    ("millions", 6),
    ("billion", 9),
    ("billions", 9),
    ("trillion", 12),
    ("mln", 6),
    ("mio", 6),
    ("bln", 9),
];

/// The power of ten of a letter after a number.
pub fn power_of(letter: &str) -> Option<i32> {
    Some(match letter {
        "k" | "K" => 3,
        "m" | "M" | "MM" | "mm" | "mn" => 6,
        "b" | "B" | "bn" | "Bn" | "BN" => 9,
        "t" | "T" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// Takes a prefix off, whatever its case.
pub fn strip<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start
        .eq_ignore_ascii_case(prefix)
        .then(|| &text[prefix.len()..])
}

/// A currency sign or code at the front of a text.
pub fn currency(text: &str) -> Option<(&str, char)> {
    let first = text.chars().next()?;
    if is_currency(first) {
        return Some((&text[first.len_utf8()..], first));
    }
    let ends = |after: &str| !after.starts_with(|next: char| next.is_alphabetic());
    let mut known = CODES.iter();
    known.find_map(|(code, symbol)| {
        let after = strip(text, code).filter(|after| ends(after))?;
        Some((after, *symbol))
    })
}

pub fn is_blank(mark: char) -> bool {
    matches!(mark, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}
