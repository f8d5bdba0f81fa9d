//! What differs between two versions, in words.

use super::value;
use crate::frame::{AboutChange, Cell, ChangeKind, NumberChange, RowPart, VersionChanges};
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::package::FieldRole;
use crate::value::{Kind, Sense};

/// The finding first, then wording, files and rows; each message is one sentence.
pub fn change_sentences(changes: &VersionChanges) -> Vec<Message> {
    let (before, after) = (&changes.before, &changes.after);
    let count = changes.total();
    let finding = match count {
        0 => m!(ChangesNone, before = before, after = after),
        _ => m!(
            ChangesFinding,
            count = count,
            before = before,
            after = after,
            parts = change_parts(&changes.counts)
        ),
    };
    let mut all = vec![finding, m!(ChangesTexts, count = changes.texts)];
    if changes.files > 0 {
        all.push(m!(ChangesFiles, count = changes.files));
    }
    let (added, removed) = (changes.rows_added, changes.rows_removed);
    if added > 0 {
        all.push(m!(ChangesRowsAdded, count = added));
    }
    if removed > 0 {
        all.push(m!(ChangesRowsRemoved, count = removed));
    }
    if changes.left_out > 0 {
        all.push(m!(ChangesLeftOut, count = changes.left_out));
    }
    all
}

/// How many numbers changed in each way: "3 rose and 2 fell".
pub fn change_parts(counts: &[usize; ChangeKind::ALL.len()]) -> Arg {
    let of = |kind: ChangeKind| {
        let count = counts[kind as usize];
        (count > 0).then(|| Arg::from(part(kind, count)))
    };
    Arg::List(ChangeKind::ALL.into_iter().filter_map(of).collect())
}

fn part(kind: ChangeKind, count: usize) -> Message {
    match kind {
        ChangeKind::Rose => m!(ChangesPartRose, count = count),
        ChangeKind::Fell => m!(ChangesPartFell, count = count),
        ChangeKind::Revised => m!(ChangesPartRevised, count = count),
        ChangeKind::Suppressed => m!(ChangesPartSuppressed, count = count),
        ChangeKind::Vanished => m!(ChangesPartVanished, count = count),
        ChangeKind::Appeared => m!(ChangesPartAppeared, count = count),
    }
}

/// The name of a kind of change: "Rose".
pub fn change_kind(kind: ChangeKind) -> Message {
    match kind {
        ChangeKind::Rose => m!(ChangesKindRose),
        ChangeKind::Fell => m!(ChangesKindFell),
        ChangeKind::Revised => m!(ChangesKindRevised),
        ChangeKind::Suppressed => m!(ChangesKindSuppressed),
        ChangeKind::Vanished => m!(ChangesKindVanished),
        ChangeKind::Appeared => m!(ChangesKindAppeared),
    }
}

/// The parts of a row's name, each as a message.
pub fn change_row(row: &[RowPart]) -> Vec<Message> {
    let of = |part: &RowPart| {
        let text = match part.is_time {
            true => Arg::Date(part.text.clone()),
            false => Arg::from(&part.text),
        };
        m!(SubtitleOnly, part = text)
    };
    row.iter().map(of).collect()
}

/// What one version says, older first: the number, then each column beside it that differs.
pub fn change_values(change: &NumberChange) -> [Vec<Message>; 2] {
    let number = |cell: &Option<Cell>| match cell {
        Some(cell) => value(cell, &change.measure),
        None => m!(ChangesNoRow),
    };
    let beside = |text: fn(&AboutChange) -> &String| {
        let about = change.about.iter();
        about.map(move |about| about_words(about, text(about)))
    };
    let before = beside(|about| &about.before);
    let after = beside(|about| &about.after);
    [
        std::iter::once(number(&change.before))
            .chain(before)
            .collect(),
        std::iter::once(number(&change.after))
            .chain(after)
            .collect(),
    ]
}

fn about_words(about: &AboutChange, text: &str) -> Message {
    let title = &about.title;
    if text.is_empty() {
        return m!(ChangesAboutEmpty, title = title);
    }
    let word = match about.role {
        FieldRole::Kind => Kind::parse(text).map(|kind| Arg::from(kind.label())),
        FieldRole::Sense => Sense::parse(text).map(|sense| Arg::from(sense.label())),
        FieldRole::AsOf | FieldRole::PeriodStart | FieldRole::PeriodEnd | FieldRole::Period => {
            Some(Arg::Date(text.to_owned()))
        }
        _ => None,
    };
    m!(
        ChangesAbout,
        title = title,
        value = word.unwrap_or_else(|| Arg::from(text))
    )
}
