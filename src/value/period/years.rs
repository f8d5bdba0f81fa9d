//! Years of every sort, and quarters of them.

use super::token::Token;
use super::{Calendar, Spelling, YearName, YearSort, number_between};

/// Two digits from here on are of the twentieth century. A column whose years would then lie far apart
/// is not read (`foreign/periods.rs`).
const PIVOT: u32 = 70;

/// One year as it is written.
#[derive(Clone, Copy)]
pub(super) struct Year {
    pub at: u32,
    sort: YearSort,
    needs_heading: bool,
    is_short: bool,
}

/// The year of two digits.
pub(super) fn century(two: u32) -> u32 {
    match two < PIVOT {
        true => 2000 + two,
        false => 1900 + two,
    }
}

/// A year that data are about.
pub(super) fn full(digits: &str) -> Option<u32> {
    number_between(digits, 4, 1500..=2200)
}

/// Reads years and quarters of years.
pub(super) fn read(cut: &[Token], text: &str, found: &mut Vec<Spelling>) {
    if let Some(year) = marked_year(cut) {
        found.push(spelling(
            Calendar::Years,
            year.at as i32,
            year,
            name_of(cut, text),
        ));
        return;
    }
    if let Some((year, quarter)) = quarter(cut) {
        let ordinal = year.at as i32 * 4 + quarter as i32 - 1;
        let year = Year {
            needs_heading: false,
            ..year
        };
        found.push(spelling(Calendar::Quarters, ordinal, year, text));
    }
}

fn spelling(calendar: Calendar, ordinal: i32, year: Year, text: &str) -> Spelling {
    Spelling {
        calendar,
        ordinal,
        sort: year.sort,
        needs_heading: year.needs_heading,
        is_short: year.is_short,
        may_be_day: false,
        text: text.to_owned(),
    }
}

/// `2019.0` is a year that went through a column of numbers with decimals: it is named 2019.
fn name_of<'t>(cut: &[Token<'t>], text: &'t str) -> &'t str {
    match cut {
        [Token::Digits(year), Token::Mark('.'), Token::Digits(_)] => year,
        _ => text,
    }
}

/// A year with or without the name of its sort before or behind it: `FY24`, `School Year 2012-13`.
fn marked_year(cut: &[Token]) -> Option<Year> {
    let (named, rest) = sort_before(cut);
    if named != YearName::Plain || rest.len() < cut.len() {
        return year(rest, named, true);
    }
    let (named, rest) = sort_behind(cut);
    year(rest, named, named != YearName::Plain)
}

/// A year alone. Two digits are a year only beside the name of a sort of year.
fn year(cut: &[Token], named: YearName, is_marked: bool) -> Option<Year> {
    let told = |at: u32, is_span: bool, needs_heading: bool, is_short: bool| Year {
        at,
        sort: YearSort { named, is_span },
        needs_heading: needs_heading && !is_marked,
        is_short,
    };
    match cut {
        [Token::Digits(one)] => match one.len() {
            4 => full(one).map(|at| told(at, false, true, false)),
            2 if is_marked => {
                let two = number_between(one, 2, 0..=99)?;
                Some(told(century(two), false, false, true))
            }
            6 => {
                let at = full(&one[..4])?;
                let next = number_between(&one[4..], 2, 0..=99)?;
                (next == (at + 1) % 100).then(|| told(at, true, true, false))
            }
            _ => None,
        },
        [Token::Digits(one), Token::Mark('.'), Token::Digits(nothing)] => {
            let is_whole = nothing.bytes().all(|digit| digit == b'0');
            full(one)
                .filter(|_| is_whole && named == YearName::Plain)
                .map(|at| told(at, false, true, false))
        }
        [Token::Digits(one), between, Token::Digits(other)] if joins(between) => {
            let next: u32 = other.parse().ok().filter(|_| other.len() <= 4)?;
            match (one.len(), other.len()) {
                (4, 4) => full(one).filter(|at| at + 1 == next),
                (4, 2) => full(one).filter(|at| (at + 1) % 100 == next),
                (4, 1) => full(one).filter(|at| at % 10 != 9 && (at + 1) % 10 == next),
                (2, 2) => {
                    let two = number_between(one, 2, 0..=99).filter(|two| (two + 1) % 100 == next);
                    return two.map(|two| told(century(two), true, true, true));
                }
                _ => None,
            }
            .map(|at| told(at, true, false, false))
        }
        _ => None,
    }
}

/// What stands between the two calendar years of one.
fn joins(between: &Token) -> bool {
    match between {
        Token::Mark(mark) => matches!(mark, '-' | '/'),
        Token::Word(word) => word == "TO",
        Token::Digits(_) => false,
    }
}

/// The name of a sort of year at the front, and what follows it.
fn sort_before<'c, 't>(cut: &'c [Token<'t>]) -> (YearName, &'c [Token<'t>]) {
    let words = cut
        .iter()
        .take_while(|token| matches!(token, Token::Word(_)))
        .count();
    let Some(named) = sort(&cut[..words]) else {
        return (YearName::Plain, cut);
    };
    match &cut[words..] {
        [Token::Mark('-' | '\'' | ':' | '.'), rest @ ..] => (named, rest),
        rest => (named, rest),
    }
}

/// The name of a sort of year at the end, and what stands before it.
fn sort_behind<'c, 't>(cut: &'c [Token<'t>]) -> (YearName, &'c [Token<'t>]) {
    let words = cut
        .iter()
        .rev()
        .take_while(|token| matches!(token, Token::Word(_)))
        .count();
    let (rest, name) = cut.split_at(cut.len() - words);
    match sort(name) {
        Some(named) => (named, rest),
        None => (YearName::Plain, cut),
    }
}

/// `FY`, `Program Year`, `Year`; `None` where the words name no year.
fn sort(words: &[Token]) -> Option<YearName> {
    let words: Vec<&str> = words
        .iter()
        .filter_map(|token| match token {
            Token::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    Some(match words.as_slice() {
        ["YEAR"] => YearName::Plain,
        ["CY"] | ["CALENDAR", "YEAR"] => YearName::Calendar,
        ["FY"] | ["FISCAL", "YEAR"] | ["FINANCIAL", "YEAR"] => YearName::Fiscal,
        ["FFY"] | ["FEDERAL", "FY"] | ["FEDERAL", "FISCAL", "YEAR"] => YearName::FederalFiscal,
        ["SFY"] | ["STATE", "FY"] | ["STATE", "FISCAL", "YEAR"] => YearName::StateFiscal,
        ["PY"] | ["PROGRAM", "YEAR"] | ["PROGRAMME", "YEAR"] => YearName::Program,
        ["SY"] | ["SCHOOL", "YEAR"] => YearName::School,
        ["AY"] | ["ACADEMIC", "YEAR"] => YearName::Academic,
        _ => return None,
    })
}

/// A quarter and its year, in either order: `2023Q3`, `Q3 2023`, `4Q22`, `PY2023 Q4`, `Q1 FY24`.
fn quarter(cut: &[Token]) -> Option<(Year, u32)> {
    let cut = spelled(cut);
    let at = cut.iter().position(|token| is_word(token, "Q"))?;
    let numbered = |from: usize, to: usize, number: Option<&Token>| {
        let number = match number? {
            Token::Digits(number) => number.parse().ok().filter(|_| number.len() <= 2)?,
            _ => return None,
        };
        let mut rest = cut.clone();
        rest.drain(from..to);
        trim(&mut rest, from);
        let (named, bare) = sort_before(&rest);
        let is_bare = bare.len() == rest.len();
        let (named, bare) = match is_bare {
            true => sort_behind(&rest),
            false => (named, bare),
        };
        let is_written_out = matches!(bare.first(), Some(Token::Digits(year)) if year.len() != 6);
        // Beside a quarter two digits can only be a year.
        let year = year(bare, named, true).filter(|_| is_written_out)?;
        (1..=4).contains(&number).then_some((year, number))
    };
    let behind = numbered(at, at + 2, cut.get(at + 1));
    let before = at.checked_sub(1).and_then(|before| {
        let number = cut.get(before);
        let is_single = matches!(number, Some(Token::Digits(number)) if number.len() == 1);
        numbered(before, at + 1, number.filter(|_| is_single))
    });
    match (behind, before) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        // Two quarters in one cell are none.
        _ => None,
    }
}

fn is_word(token: &Token, word: &str) -> bool {
    matches!(token, Token::Word(known) if known == word)
}

/// Marks where the quarter was taken out: `2023-Q3`, `Q3, 2023`, `Q3'23`.
fn trim(rest: &mut Vec<Token>, from: usize) {
    let is_mark = |token: &Token| matches!(token, Token::Mark('-' | '/' | ':' | '.' | ',' | '\''));
    if from == 0 {
        while rest.first().is_some_and(is_mark) {
            rest.remove(0);
        }
    } else if from == rest.len() && rest.last().is_some_and(is_mark) {
        rest.pop();
    }
}

/// `third quarter`, `3rd qtr` and `Quarter 3` as `Q` and its number.
fn spelled<'t>(cut: &[Token<'t>]) -> Vec<Token<'t>> {
    const NUMBERS: [(&str, &str); 4] = [
        ("FIRST", "1"),
        ("SECOND", "2"),
        ("THIRD", "3"),
        ("FOURTH", "4"),
    ];
    let mut out: Vec<Token> = Vec::with_capacity(cut.len());
    for (at, token) in cut.iter().enumerate() {
        let Token::Word(word) = token else {
            out.push(token.clone());
            continue;
        };
        match word.as_str() {
            "QUARTER" | "QTR" => out.push(Token::Word("Q".to_owned())),
            "ST" | "ND" | "RD" | "TH" | "OF" => {}
            // `FYQ3` and `2024PYQ3` are written without a space.
            "FYQ" | "PYQ" | "CYQ" | "SFYQ" | "FFYQ" => {
                out.push(Token::Word(word[..word.len() - 1].to_owned()));
                out.push(Token::Word("Q".to_owned()));
            }
            word => {
                let number = NUMBERS.iter().find(|(known, _)| *known == word);
                let before_quarter = matches!(cut.get(at + 1), Some(Token::Word(next)) if ["QUARTER", "QTR"].contains(&next.as_str()));
                match number.filter(|_| before_quarter) {
                    Some((_, number)) => out.push(Token::Digits(number)),
                    None => out.push(token.clone()),
                }
            }
        }
    }
    out
}
