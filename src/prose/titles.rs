//! What a frame is called.

use crate::frame::Frame;
use crate::locale::{Arg, Message, Words, unit_long};
use crate::m;

/// "Awards by state", with the chosen filter values behind it.
pub fn title(frame: &Frame) -> Message {
    let measure = &frame.measure.title;
    let dimension = in_a_sentence(&frame.by.title);
    let title = match &frame.series {
        Some(series) => {
            m!(
                TitleBySeries,
                measure = measure,
                dimension = dimension,
                series = in_a_sentence(&series.axis.title)
            )
        }
        None if frame.by.title.is_empty() => m!(SubtitleOnly, part = measure),
        None => m!(TitleBy, measure = measure, dimension = dimension),
    };
    let title = match span(frame) {
        Some((low, high)) => m!(TitleRange, title = title, low = low, high = high),
        None => title,
    };
    // Where the rows themselves are what was chosen, each says its own name.
    let series = frame.series.as_ref().map(|series| &series.axis.title);
    let (of_rows, around): (Vec<_>, Vec<_>) = frame
        .filters
        .iter()
        .partition(|(dimension, _)| *dimension == frame.by.title || Some(dimension) == series);
    let chosen = of_rows.iter().map(|(_, values)| values.len()).sum();
    let title = match chosen {
        0 => title,
        // One row has nothing beside it to tell it from.
        1 => return filtered(title, &frame.filters.iter().collect::<Vec<_>>()),
        count => m!(TitleChosen, title = title, count = count),
    };
    filtered(title, &around)
}

/// The lowest and the highest percentile that rows are shown from and to.
fn span(frame: &Frame) -> Option<(u8, u8)> {
    let mut rows = frame.rows.iter().map(|row| &row.cell.percentiles);
    match rows.find(|known| known.len() > 1)?.as_slice() {
        [low, .., high] => Some((low.at, high.at)),
        _ => None,
    }
}

fn filtered(title: Message, filters: &[&(String, Vec<String>)]) -> Message {
    if filters.is_empty() {
        return title;
    }
    let values = filters.iter().flat_map(|(_, values)| values);
    let values = values.map(Arg::from).collect();
    m!(TitleFiltered, title = title, filters = Arg::List(values))
}

/// Titles of dimensions begin with a capital in packages; inside a sentence they do not, unless the
/// whole word is in capitals.
fn in_a_sentence(title: &str) -> String {
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
        parts.push(super::coverage_line(&frame.coverage));
    }
    let joined = parts
        .into_iter()
        .reduce(|before, part| m!(SubtitlePart, before = before, part = part));
    joined.unwrap_or_else(|| m!(SubtitleOnly, part = &frame.package.title))
}

/// The name of a file that holds the frame, without an ending: from what was asked.
pub fn file_name(frame: &Frame) -> String {
    let prefix = if frame.package.illustrative {
        "illustrative-"
    } else {
        ""
    };
    let query = &frame.query;
    let parts = [&query.package, &query.measure, &query.by, &query.series]
        .into_iter()
        .flatten()
        .cloned();
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
