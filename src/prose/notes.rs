//! The texts around a chart: dates, sources, notes, refusals.

use crate::frame::{Caveat, FigureWords, Frame, Refusal};
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::DataOwner;

/// "as of March 2025" where the source gives the date itself; otherwise "published January 13,
/// 2026".
pub fn dated(figure: &FigureWords) -> Message {
    match (&figure.as_of, &figure.published_on) {
        (Some(date), _) => m!(DateAsOf, date = Arg::Date(date.clone())),
        (None, Some(date)) => m!(DatePublished, date = Arg::Date(date.clone())),
        (None, None) => m!(DateUnknown),
    }
}

/// The source of the numbers and the version of the data.
pub fn source_line(frame: &Frame) -> Message {
    if let Some(whose) = &frame.package.whose {
        return foreign_line(frame, whose);
    }
    let version = &frame.package.version;
    let made = || Arg::Date(frame.package.created.clone());
    let Some(first) = frame.sources.first() else {
        return m!(SourceNone, version = version, date = made());
    };
    // A sample that belongs to no package has no version.
    if version.is_empty() {
        return m!(SubtitleOnly, part = &first.publisher);
    }
    let source = match &first.published_on {
        Some(date) => {
            let published = m!(DatePublished, date = Arg::Date(date.clone()));
            Arg::from(m!(SourceDated, source = &first.publisher, date = published))
        }
        None => Arg::from(&first.publisher),
    };
    match frame.sources.len() - 1 {
        0 => m!(
            SourceLine,
            source = source,
            version = version,
            date = made()
        ),
        count => m!(
            SourceLines,
            source = source,
            count = count,
            version = version,
            date = made()
        ),
    }
}

/// The owner of data that this site does not publish, in a word or two.
pub fn whose(whose: &DataOwner) -> Message {
    match whose {
        DataOwner::Host { host, .. } if host.is_empty() => m!(ForeignOwn),
        DataOwner::Host { host, .. } => m!(ForeignHost, host = host),
        DataOwner::Files => m!(ForeignFiles),
    }
}

/// The same as shown on every view of such data.
pub fn foreign_banner(owner: &DataOwner) -> Message {
    match owner {
        DataOwner::Host { .. } => m!(ForeignBanner, whose = whose(owner)),
        DataOwner::Files => m!(ForeignBannerFiles),
    }
}

fn foreign_line(frame: &Frame, owner: &DataOwner) -> Message {
    let title = &frame.package.title;
    let named: Vec<&str> = frame
        .sources
        .iter()
        .map(|source| source.publisher.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    match named.as_slice() {
        [] => m!(ForeignSource, title = title, whose = whose(owner)),
        [first, ..] => m!(
            ForeignSourceNamed,
            title = title,
            whose = whose(owner),
            source = *first
        ),
    }
}

/// The citation of a frame that is shown at `address`, which is passed in because this module knows
/// no routes.
pub fn citation(frame: &Frame, site: &str, address: &str) -> Message {
    let publisher = frame
        .sources
        .first()
        .map_or(&frame.package.title, |source| &source.publisher);
    m!(
        Citation,
        publisher = publisher,
        title = super::title(frame),
        site = site,
        version = &frame.package.version,
        address = address
    )
}

/// A note as a sentence.
pub fn caveat(caveat: &Caveat) -> Message {
    match caveat {
        Caveat::RowsOverlap { by } => m!(CaveatRowsOverlap, by = by),
        Caveat::AbsentIsUnknown => m!(CaveatAbsent),
        Caveat::LeftOut { rows } => m!(CaveatLeftOut, rows = *rows),
        Caveat::LowerBounds { cells } => m!(CaveatLowerBounds, cells = *cells),
        Caveat::SomeValues { cells } => m!(CaveatSomeValues, cells = *cells),
        Caveat::FixedAt { dimension, value } => {
            m!(CaveatFixed, dimension = dimension, value = value)
        }
        Caveat::OneLevel { dimension, level } => {
            m!(CaveatLevel, dimension = dimension, level = level)
        }
        Caveat::NewestOfHistory => m!(CaveatHistory),
        Caveat::PartsLeftOut { figures } => m!(CaveatParts, figures = *figures),
        Caveat::Disagreement { label } => m!(CaveatDisagree, label = label),
        Caveat::AllExperience => m!(CaveatExperience),
        Caveat::Unassigned { rows } => m!(CaveatUnassigned, rows = *rows),
        Caveat::TopOnly { shown, of } => m!(CaveatTop, shown = *shown, of = *of),
        Caveat::Undated { figures } => m!(CaveatUndated, figures = *figures),
        Caveat::BackgroundLeftOut { figures } => m!(CaveatBackground, figures = *figures),
        Caveat::DatesDiffer { rows } => m!(CaveatDatesDiffer, rows = *rows),
    }
}

/// A note in the fewest words, for the line below a chart whose notes in full are under “More about this chart”.
pub fn short_caveat(caveat: &Caveat) -> Option<Message> {
    matches!(caveat, Caveat::RowsOverlap { .. }).then(|| m!(CaveatOverlapShort))
}

/// The reason why there is no answer, and what to do.
pub fn refusal(refusal: &Refusal) -> Message {
    match refusal {
        Refusal::CannotAverage { measure, over } if over.is_empty() => {
            m!(RefusalAveragePlain, measure = measure)
        }
        Refusal::CannotAverage { measure, over } => {
            let over = Arg::List(over.iter().map(Arg::from).collect());
            m!(RefusalAverage, measure = measure, over = over)
        }
        Refusal::NotAdded { measure, over } if over.is_empty() => {
            m!(RefusalNotAddedPlain, measure = measure)
        }
        Refusal::NotAdded { measure, over } => {
            let over = Arg::List(over.iter().map(Arg::from).collect());
            m!(RefusalNotAdded, measure = measure, over = over)
        }
        Refusal::MixedUnits { measure, over } if over.is_empty() => {
            m!(RefusalMixedUnitsPlain, measure = measure)
        }
        Refusal::MixedUnits { measure, over } => {
            let over = Arg::List(over.iter().map(Arg::from).collect());
            m!(RefusalMixedUnits, measure = measure, over = over)
        }
        Refusal::NoSplit { measure, over } => m!(RefusalSplit, measure = measure, over = over),
        Refusal::UnknownMeasure { measure } => m!(RefusalUnknown, measure = measure),
        Refusal::Empty => m!(RefusalEmpty),
        Refusal::OtherUnit { measure, other } => {
            m!(RefusalOtherUnit, measure = measure, other = other)
        }
        Refusal::OtherSpan { measure, other } => {
            m!(RefusalOtherSpan, measure = measure, other = other)
        }
        Refusal::NotOpened => m!(ForeignNotOpened),
        Refusal::Withdrawn => m!(RefusalWithdrawn),
        Refusal::TableUnreadable { resource } => m!(RefusalTable, resource = resource),
    }
}
