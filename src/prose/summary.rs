//! The content of a frame in one or two sentences that follow from its rows alone.
//!
//! Never a rank or a percentage based on an open-ended number.

use super::{coverage_line, in_a_sentence, kind, title, value};
use crate::frame::{AxisKind, Frame, NoRank, Row, ends};
use crate::locale::{Arg, Message};
use crate::m;
use crate::query::View;
use crate::value::Status;

/// With more series than this, the others are only named.
const SERIES_TOLD: usize = 2;

/// How much a summary says.
#[derive(Clone, Copy, PartialEq)]
enum Detail {
    /// The finding alone: the highest, or first and last.
    Finding,
    /// The lowest, gaps and further series too.
    Full,
}

/// The finding, then the number of rows without a number and why: where a published wage falls among percentiles,
/// otherwise highest and lowest (over time: first and last). The coverage is in the subtitle above it.
pub fn summary(frame: &Frame) -> Message {
    summary_in(frame, Detail::Full)
}

/// The finding alone, for the line below a chart that has the full summary under “More about this chart”: the highest,
/// or first and last. Rows without a number are in it, because they change how the chart is read.
pub fn finding(frame: &Frame) -> Message {
    summary_in(frame, Detail::Finding)
}

fn summary_in(frame: &Frame, detail: Detail) -> Message {
    let known: Vec<&Row> = frame
        .rows
        .iter()
        .filter(|row| row.cell.has_number())
        .collect();
    let mut sentences = super::benchmark_sentences(frame);
    sentences.push(match known.as_slice() {
        _ if frame.across.is_some() => against(frame, detail),
        [] => m!(SummaryNone),
        [only] => m!(
            SummaryOne,
            label = row_label(frame, only),
            value = value(&only.cell, &frame.measure)
        ),
        _ if frame.by.sort == AxisKind::Time => over_time(frame, &known, detail),
        _ if frame.compares() => each_series(frame, &known, detail, extremes),
        _ => extremes(frame, &known, detail),
    });
    let absent: Vec<&Row> = frame
        .rows
        .iter()
        .filter(|row| !row.cell.has_number())
        .collect();
    if !absent.is_empty() && frame.across.is_none() {
        let mut reasons: Vec<Status> = absent
            .iter()
            .filter_map(|row| row.cell.status.first())
            .collect();
        reasons.sort_by_key(|status| *status as u16);
        reasons.dedup();
        let reasons = reasons
            .into_iter()
            .map(|status| Arg::from(super::status(status)))
            .collect();
        sentences.push(m!(
            SummaryMissing,
            count = absent.len(),
            reason = Arg::List(reasons)
        ));
    }
    let joined = sentences
        .into_iter()
        .reduce(|first, second| m!(SummaryTwo, first = first, second = second));
    joined.unwrap_or_else(|| m!(SummaryNone))
}

/// The summary with the coverage, for a text that has no subtitle, such as an alternative text.
pub fn full_summary(frame: &Frame) -> Message {
    if frame.coverage.is_empty() {
        return summary(frame);
    }
    let coverage = m!(SummaryCoverage, coverage = coverage_line(&frame.coverage));
    m!(SummaryTwo, first = summary(frame), second = coverage)
}

/// First and last. Series are described one by one, because their differences (coverage,
/// definition) must not be hidden by comparing across them.
fn over_time(frame: &Frame, known: &[&Row], detail: Detail) -> Message {
    match &frame.series {
        None => first_and_last(frame, known, detail),
        Some(_) => each_series(frame, known, detail, first_and_last),
    }
}

/// Series one by one: each is described independently of the others.
fn each_series(
    frame: &Frame,
    known: &[&Row],
    detail: Detail,
    tell: fn(&Frame, &[&Row], Detail) -> Message,
) -> Message {
    let Some(series) = &frame.series else {
        return tell(frame, known, detail);
    };
    let mut all: Vec<(&String, Message)> = series
        .values
        .iter()
        .enumerate()
        .filter_map(|(index, (_, label))| {
            let of_series: Vec<&Row> = known
                .iter()
                .filter(|row| row.series == Some(index))
                .copied()
                .collect();
            let sentence = match of_series.as_slice() {
                [] => return None,
                [only] => m!(
                    SummarySeriesOne,
                    series = label,
                    label = row_label(frame, only),
                    value = value(&only.cell, &frame.measure)
                ),
                several => m!(
                    SummarySeries,
                    series = label,
                    summary = tell(frame, several, detail)
                ),
            };
            Some((label, sentence))
        })
        .collect();
    let others = all.split_off(SERIES_TOLD.min(all.len()));
    let others = others.iter().map(|(label, _)| Arg::from(*label));
    let others: Vec<Arg> = others.collect();
    let also = (detail == Detail::Full && !others.is_empty())
        .then(|| m!(SummaryAlso, series = Arg::List(others)));
    let told = all.into_iter().map(|(_, sentence)| sentence).chain(also);
    let joined = told.reduce(|first, second| m!(SummaryTwo, first = first, second = second));
    joined.unwrap_or_else(|| m!(SummaryNone))
}

/// Each of the two measures separately, then how many rows have both; their correlation is not
/// described.
fn against(frame: &Frame, detail: Detail) -> Message {
    let Some(across) = &frame.across else {
        return m!(SummaryNone);
    };
    let rows = frame.rows.iter().filter_map(turned).collect();
    let other = frame.with_rows((**across).clone(), rows);
    let tell = |frame: &Frame| {
        let own = frame.rows.iter().filter(|row| row.cell.has_number());
        let known: Vec<&Row> = own.collect();
        let summary = match known.as_slice() {
            [] => m!(SummaryNone),
            [only] => m!(
                SummaryOne,
                label = row_label(frame, only),
                value = value(&only.cell, &frame.measure)
            ),
            several => extremes(frame, several, detail),
        };
        m!(
            SummarySeries,
            series = &frame.measure.title,
            summary = summary
        )
    };
    let both = frame.rows.iter().filter(|row| {
        let across = row.cell.across.as_ref();
        row.cell.has_number() && across.is_some_and(|across| across.has_number())
    });
    let pairs = m!(SummaryPairs, count = both.count(), of = frame.rows.len());
    let sentence = m!(SummaryTwo, first = tell(frame), second = tell(&other));
    m!(SummaryTwo, first = sentence, second = pairs)
}

/// A row with its second number in place of its first.
fn turned(row: &Row) -> Option<Row> {
    let cell = row.cell.across.as_deref()?.clone();
    let claimed = cell.claimed.clone();
    Some(Row {
        kind: claimed.as_ref().and_then(|claimed| claimed.kind),
        figure: claimed.map(|claimed| claimed.figure),
        cell,
        ..row.clone()
    })
}

fn first_and_last(frame: &Frame, known: &[&Row], detail: Detail) -> Message {
    let (first, last) = (known[0], known[known.len() - 1]);
    let sentence = m!(
        SummaryTime,
        first_label = row_label(frame, first),
        first = value(&first.cell, &frame.measure),
        last_label = row_label(frame, last),
        last = value(&last.cell, &frame.measure)
    );
    let is_by_publication = |by: &str| by.contains("published");
    if detail == Detail::Finding || frame.query.by.as_deref().is_some_and(is_by_publication) {
        return sentence;
    }
    let span = last
        .ordinal
        .zip(first.ordinal)
        .map_or(0, |(last, first)| last - first + 1);
    match usize::try_from(span)
        .unwrap_or(0)
        .saturating_sub(known.len())
    {
        0 => sentence,
        gaps => m!(
            SummaryTwo,
            first = sentence,
            second = m!(SummaryGaps, count = gaps)
        ),
    }
}

fn extremes(frame: &Frame, known: &[&Row], detail: Detail) -> Message {
    let text = |row: &Row| value(&row.cell, &frame.measure);
    let found = match ends(frame, known) {
        Ok(found) => found,
        Err(NoRank::Bounds { count }) if detail == Detail::Finding => {
            return m!(SummaryOpenShort, count = count, of = known.len());
        }
        Err(NoRank::Bounds { count }) => {
            return m!(SummaryOpen, count = count, of = known.len());
        }
        Err(NoRank::Same) => {
            return m!(SummarySame, count = known.len(), value = text(known[0]));
        }
        Err(why) => return no_order(frame, known, &why),
    };
    let rows = |places: &[usize]| places.iter().map(|at| known[*at]).collect::<Vec<&Row>>();
    let (highest, lowest) = (rows(&found.highest), rows(&found.lowest));
    let labels = || Arg::List(highest.iter().map(|row| row_label(frame, row)).collect());
    let many_high = highest.len() > 1 && highest.len() <= 4;
    if detail == Detail::Finding {
        return m!(
            SummaryHighest,
            count = highest.len(),
            labels = labels(),
            high = text(highest[0])
        );
    }
    match (highest.len(), lowest.len()) {
        (1, 1) => m!(
            SummaryRange,
            high_label = row_label(frame, highest[0]),
            high = text(highest[0]),
            low_label = row_label(frame, lowest[0]),
            low = text(lowest[0])
        ),
        (_, 1) if many_high => m!(
            SummaryTied,
            labels = labels(),
            high = text(highest[0]),
            low_label = row_label(frame, lowest[0]),
            low = text(lowest[0])
        ),
        (1, count) => m!(
            SummaryTiedLow,
            high_label = row_label(frame, highest[0]),
            high = text(highest[0]),
            low = text(lowest[0]),
            count = count
        ),
        (_, count) => m!(
            SummaryTiedBoth,
            labels = labels(),
            high = text(highest[0]),
            low = text(lowest[0]),
            count = count
        ),
    }
}

/// The range of the values, and why none of them is called the highest.
fn no_order(frame: &Frame, known: &[&Row], why: &NoRank) -> Message {
    let label = |at: &usize| row_label(frame, known[*at]);
    let anchor = |row: &&&Row| row.cell.quantity.map_or(0.0, |known| known.anchor());
    let lowest = known.iter().min_by(|a, b| anchor(a).total_cmp(&anchor(b)));
    let highest = known.iter().max_by(|a, b| anchor(a).total_cmp(&anchor(b)));
    let (Some(lowest), Some(highest)) = (lowest, highest) else {
        return m!(SummaryNone);
    };
    let why = match why {
        NoRank::Parts { count } => m!(SummaryParts, count = *count),
        NoRank::Kinds => m!(SummaryKinds),
        NoRank::Measures => m!(SummaryMeasures),
        NoRank::Senses => m!(SummarySenses),
        NoRank::Dates => m!(SummaryDates),
        NoRank::Overlap { first, second } => {
            m!(SummaryOverlap, first = label(first), second = label(second))
        }
        NoRank::WithinError { first, second } => m!(
            SummaryWithinError,
            first = label(first),
            second = label(second)
        ),
        NoRank::Bounds { count } => m!(SummaryOpen, count = *count, of = known.len()),
        NoRank::Same => m!(SummaryNone),
    };
    m!(
        SummaryNoOrder,
        low = value(&lowest.cell, &frame.measure),
        high = value(&highest.cell, &frame.measure),
        why = why
    )
}

/// The alternative text of a chart: its type, its title, its summary.
pub fn alt(frame: &Frame, view: View) -> Message {
    let (title, summary) = (title(frame), full_summary(frame));
    let text = match view {
        View::Bar => m!(AltBar, title = title, summary = summary),
        View::Line => m!(AltLine, title = title, summary = summary),
        View::Map => m!(AltMap, title = title, summary = summary),
        View::Strip => m!(AltStrip, title = title, summary = summary),
        View::Range => m!(AltRange, title = title, summary = summary),
        View::Column => m!(AltColumn, title = title, summary = summary),
        View::Stacked => m!(AltStacked, title = title, summary = summary),
        View::Area => m!(AltArea, title = title, summary = summary),
        View::Dot => m!(AltDot, title = title, summary = summary),
        View::Dumbbell => m!(AltDumbbell, title = title, summary = summary),
        View::Slope => m!(AltSlope, title = title, summary = summary),
        View::Scatter => m!(AltScatter, title = title, summary = summary),
        View::Funnel => m!(AltFunnel, title = title, summary = summary),
        View::Bullet => m!(AltBullet, title = title, summary = summary),
        View::Multiples => m!(AltMultiples, title = title, summary = summary),
        View::Tiles => m!(AltTiles, title = title, summary = summary),
        View::Heat => m!(AltHeat, title = title, summary = summary),
        View::Spark => m!(AltSpark, title = title, summary = summary),
        View::Table => m!(AltTable, title = title, summary = summary),
    };
    if frame.package.illustrative {
        m!(IllustrativePrefix, text = text)
    } else {
        text
    }
}

/// What a row is called: a period in words, any other value by its label. Periods of other publishers are
/// called as their publisher writes them: `2010-11` there may be a school year.
pub fn row_label(frame: &Frame, row: &Row) -> Arg {
    match frame.by.sort {
        AxisKind::Time if frame.package.whose.is_none() => Arg::Date(row.key.clone()),
        AxisKind::Time | AxisKind::Names | AxisKind::Places => Arg::from(&row.label),
    }
}

/// The announcement for screen readers when the answer has changed.
pub fn announcement(frame: &Frame) -> Message {
    m!(Announcement, title = title(frame), count = frame.rows.len())
}

/// The sentence for screen readers on one mark.
pub fn row_sentence(frame: &Frame, row: &Row) -> Message {
    let full = value(&row.cell, &frame.measure);
    let series = frame
        .series
        .as_ref()
        .and_then(|series| series.values.get(row.series?));
    let mut sentence = match series {
        Some((_, series)) => m!(
            RowSentenceSeries,
            label = row_label(frame, row),
            series = series,
            value = full
        ),
        None => m!(RowSentence, label = row_label(frame, row), value = full),
    };
    let mut add = |more: Message| sentence = m!(RowWith, sentence = sentence.clone(), more = more);
    for percentile in super::benchmark::percentiles(row, &frame.measure) {
        add(percentile);
    }
    if let Some(sort) = row.kind {
        add(kind(sort));
    }
    if let Some(figure) = &row.figure {
        add(super::dated(figure));
    }
    if let Some((measure, across)) = frame.across.as_ref().zip(row.cell.across.as_ref()) {
        let named = in_a_sentence(&measure.title);
        let number = value(across, measure);
        add(m!(RowAcross, measure = named, value = number));
        if let Some(claimed) = &across.claimed {
            claimed.kind.into_iter().for_each(|sort| add(kind(sort)));
            add(super::dated(&claimed.figure));
        }
    }
    if let Some(error) = row.cell.error_pct {
        add(m!(
            RowError,
            error = Arg::Number {
                value: error,
                decimals: 1
            }
        ));
    }
    sentence
}
