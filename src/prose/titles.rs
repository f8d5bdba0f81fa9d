//! The titles of a frame.

use super::coverage::coverage_line;
use crate::frame::{FilterWords, Frame};
use crate::locale::{Arg, Message, Words, unit_long};
use crate::m;

/// The question in a sentence: "Median hourly wage for Electricians in Maryland by state".
pub fn title(frame: &Frame) -> Message {
    let series = frame.series.as_ref().map(|series| &series.axis.field);
    let is_of_rows =
        |filter: &&FilterWords| filter.field == frame.by.field || Some(&filter.field) == series;
    let (of_rows, around): (Vec<_>, Vec<_>) = frame.filters.iter().partition(is_of_rows);
    let chosen: usize = of_rows.iter().map(|filter| filter.values.len()).sum();
    // A single row has no others to be distinguished from: its name takes the place of the
    // dimension.
    let is_one = chosen == 1;
    let named: Vec<&FilterWords> = match is_one {
        true => frame.filters.iter().collect(),
        false => around,
    };
    let (apart, named): (Vec<&FilterWords>, Vec<&FilterWords>) =
        named.into_iter().partition(|filter| stands_apart(filter));
    let list = |places: bool| {
        let of_sort = named.iter().filter(|filter| filter.is_place == places);
        let values: Vec<Arg> = of_sort
            .flat_map(|filter| &filter.values)
            .map(Arg::from)
            .collect();
        (!values.is_empty()).then_some(Arg::List(values))
    };
    let mut title = measures(frame);
    if let Some(values) = list(false) {
        title = m!(TitleFor, title = title, values = values);
    }
    if let Some(places) = list(true) {
        title = m!(TitleIn, title = title, places = places);
    }
    let dimension = in_a_sentence(&frame.by.title);
    let has_series = frame.series.as_ref().filter(|_| !frame.compares());
    // A list of measures is separated from its dimension by a comma.
    let is_list = frame.compares() || frame.across.is_some();
    title = match has_series {
        Some(series) => m!(
            TitleBySeries,
            measure = title,
            dimension = dimension,
            series = in_a_sentence(&series.axis.title)
        ),
        None if is_one || frame.by.title.is_empty() => title,
        None if is_list => m!(TitleListBy, measures = title, dimension = dimension),
        None => m!(TitleBy, measure = title, dimension = dimension),
    };
    if !apart.is_empty() {
        let values = apart.iter().flat_map(|filter| &filter.values);
        let values = values.map(|value| Arg::from(in_a_sentence(value)));
        title = m!(
            TitleApart,
            title = title,
            values = Arg::List(values.collect())
        );
    }
    if let Some((low, high)) = span(frame) {
        title = m!(TitleRange, title = title, low = low, high = high);
    }
    if frame.query.share {
        title = m!(TitleShares, title = title);
    }
    match chosen {
        0 | 1 => title,
        // Where the rows themselves were selected, each is labeled with its own name.
        count => m!(TitleChosen, title = title, count = count),
    }
}

/// A value that is a complete phrase, such as “Without the military program”, is not preceded by
/// “for”.
fn stands_apart(filter: &FilterWords) -> bool {
    let is_phrase = |value: &String| value.starts_with("With ") || value.starts_with("Without ");
    !filter.is_place && !filter.values.is_empty() && filter.values.iter().all(is_phrase)
}

/// The heading over the chart: the title set by the report's author, otherwise the question itself.
pub fn heading(frame: &Frame) -> Message {
    match &frame.query.author.title {
        Some(own) => m!(SubtitleOnly, part = own),
        None => title(frame),
    }
}

/// The words that are the author's and not the data's: always shown with the chart, never left out.
pub fn authors_words(frame: &Frame) -> Vec<Message> {
    let author = &frame.query.author;
    let own_title = author.title.as_ref();
    let own_title = own_title.map(|_| m!(AuthorTitle, title = title(frame)));
    let note = author.note.as_ref();
    let note = note.map(|note| m!(AuthorNote, note = note));
    own_title.into_iter().chain(note).collect()
}

/// The measures: one, several as a list, or one against another.
fn measures(frame: &Frame) -> Message {
    let first = Arg::from(&frame.measure.title);
    if let Some(across) = &frame.across {
        let other = in_a_sentence(&across.title);
        return m!(TitleAgainst, measure = first, other = other);
    }
    let series = frame.series.as_ref().filter(|_| frame.compares());
    let others = series.map_or(&[][..], |series| &series.values);
    let others = others.iter().skip(1).map(|(_, title)| in_a_sentence(title));
    let list = std::iter::once(first).chain(others.map(Arg::from));
    m!(SubtitleOnly, part = Arg::List(list.collect()))
}

/// The lowest and the highest percentile of the rows.
fn span(frame: &Frame) -> Option<(u8, u8)> {
    let mut rows = frame.rows.iter().map(|row| &row.cell.percentiles);
    match rows.find(|known| known.len() > 1)?.as_slice() {
        [low, .., high] => Some((low.at, high.at)),
        _ => None,
    }
}

/// Titles of dimensions begin with a capital in packages; inside a sentence they do not, unless the
/// whole word is in capitals, or every word begins with one: "School Year" keeps its letters.
pub fn in_a_sentence(title: &str) -> String {
    let words = title.split([' ', '-']).filter(|word| !word.is_empty());
    let capitals = words
        .clone()
        .all(|word| word.starts_with(char::is_uppercase));
    if capitals && words.count() > 1 {
        return title.to_owned();
    }
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

/// Unit, kind and coverage in one line.
pub fn subtitle(frame: &Frame) -> Message {
    let mut parts: Vec<Message> = Vec::new();
    parts.extend(unit_long(&frame.measure.unit));
    let mut kinds: Vec<_> = frame.rows.iter().filter_map(|row| row.kind).collect();
    kinds.sort();
    kinds.dedup();
    parts.extend(kinds.into_iter().map(Words::label));
    if !frame.coverage.is_empty() {
        parts.push(coverage_line(&frame.coverage));
    }
    let joined = parts
        .into_iter()
        .reduce(|before, part| m!(SubtitlePart, before = before, part = part));
    joined.unwrap_or_else(|| m!(SubtitleOnly, part = &frame.package.title))
}

/// The file name of a frame, without an extension, derived from the question.
pub fn file_name(frame: &Frame) -> String {
    let prefix = if frame.package.illustrative {
        "illustrative-"
    } else {
        ""
    };
    let query = &frame.query;
    let share = query.share.then(|| "share".to_owned());
    let parts = [&query.package, &query.measure, &query.x]
        .into_iter()
        .flatten()
        .chain(&query.compare)
        .chain([&query.by, &query.series].into_iter().flatten())
        .cloned()
        .chain(share);
    let filters = query
        .filters
        .iter()
        .map(|(field, values)| format!("{field}-{}", values.join("-")));
    let name: Vec<String> = parts.chain(filters).collect();
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = name.join("-").chars().map(plain).take(120).collect();
    format!("{prefix}{name}-{}", frame.package.version)
}
