//! File names: measure, breakdown, filters, date.

use super::Export;
use crate::frame::FilterWords;

/// The maximum length of a part and of the whole name with its date, in bytes, so that a long list
/// of filters does not make a name that file systems reject.
const PART: usize = 48;
pub(super) const WHOLE: usize = 151;

/// The name of an exported file, without an extension: `people-placed_by-grantee_2025-01-14`,
/// `illustrative_placements_by-state_in-ohio_2026-11-24`. Only letters, digits, `-` and `_`.
/// The date is kept where a long name is cut to `most` bytes.
pub(super) fn file_stem(export: &Export, most: usize) -> String {
    let frame = export.frame;
    let mut parts = Vec::new();
    if frame.package.illustrative {
        parts.push("illustrative".to_owned());
    }
    if frame.package.whose.is_some() {
        parts.push("foreign".to_owned());
    }
    // Accents are removed, so that names work on every file system.
    let slug = |text: &str| slug(&export.locale.fold(text));
    // A title in another alphabet leaves nothing, and so may its code.
    let first = [&frame.measure.title, &frame.measure.code]
        .into_iter()
        .map(|text| slug(text))
        .find(|part| !part.is_empty());
    parts.push(first.unwrap_or_else(|| "chart".to_owned()));
    let named = |word: &str, title: &str| {
        let part = slug(title);
        (!part.is_empty()).then(|| format!("{word}-{part}"))
    };
    parts.extend(named("by", &frame.by.title));
    let series = frame.series.as_ref();
    parts.extend(series.and_then(|series| named("and", &series.axis.title)));
    let filter = |filter: &FilterWords| {
        let values = slug(&filter.values.join("-"));
        let word = if filter.is_place { "in" } else { "for" };
        (!values.is_empty()).then(|| format!("{word}-{values}"))
    };
    parts.extend(frame.filters.iter().filter_map(filter));
    let date = as_of(export).map_or_else(String::new, |date| format!("_{date}"));
    let stem = shortened(&parts.join("_"), most.saturating_sub(date.len()));
    format!("{stem}{date}")
}

/// A name of at most `most` bytes that ends with a whole word.
fn shortened(name: &str, most: usize) -> String {
    let words = name.match_indices(['-', '_']).map(|(at, _)| at);
    let end = words.chain([name.len()]).rfind(|end| *end <= most);
    let end = end.unwrap_or(most.min(name.len()));
    name[..end].trim_end_matches(['-', '_']).to_owned()
}

/// The latest date in the rows, otherwise the day on which this version of the data was made.
pub(super) fn as_of(export: &Export) -> Option<String> {
    let rows = export.frame.rows.iter();
    let dates = rows.filter_map(|row| row.figure.as_ref());
    let newest = dates
        .filter_map(|figure| figure.as_of.as_ref().or(figure.published_on.as_ref()))
        .max();
    let date = newest.unwrap_or(&export.frame.package.created);
    let date = slug(date);
    (!date.is_empty()).then_some(date)
}

/// Lowercase letters and digits with single hyphens in between. A word that does not fit is left out as a whole.
fn slug(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    for c in rest.by_ref() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            // Letters of other alphabets are dropped rather than transliterated.
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' && c != '’' {
            out.push('-');
        }
        if out.len() >= PART {
            break;
        }
    }
    let is_cut = rest.next().is_some_and(char::is_alphanumeric);
    if let Some(end) = out.rfind('-').filter(|_| is_cut) {
        out.truncate(end);
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{shortened, slug};

    #[test]
    fn long_names_are_cut_between_words() {
        assert_eq!(
            shortened("people-placed_by-state", 30),
            "people-placed_by-state"
        );
        assert_eq!(shortened("people-placed_by-state", 18), "people-placed_by");
        assert_eq!(
            shortened("people-placed_by-state", 22),
            "people-placed_by-state"
        );
        assert_eq!(shortened("people", 3), "peo");
    }

    #[test]
    fn names_are_plain() {
        assert_eq!(
            slug("People placed, in jobs (2025)"),
            "people-placed-in-jobs-2025"
        );
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("Grantee’s state"), "grantees-state");
        assert!(slug(&"word ".repeat(90)).len() <= super::PART);
        assert_eq!(
            slug("Computer and Mathematical Occupations, Educational Instruction"),
            "computer-and-mathematical-occupations"
        );
    }
}
