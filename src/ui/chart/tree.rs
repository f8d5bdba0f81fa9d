//! The marks of a drawing as nested lists for navigation: the whole, its series, their marks.
//!
//! A drawing in a separate file is a picture with names. In a page, each mark also has its level
//! and position, and the values that keyboard navigation needs: `data-series`, `data-at` (its
//! position along the chart), `data-value`, `data-low` (of a range) and `data-bound` (`more` or
//! `less`). `public/chart.js` uses them.

use crate::frame::{Axis, AxisKind, Frame, Row};
use crate::locale::{Locale, Message};
use crate::m;
use crate::paint::Element;
use crate::prose;
use std::borrow::Cow;
use std::collections::HashMap;

/// More marks than this are not read out one after another: they are grouped into parts.
pub(super) const MANY: usize = 200;
/// Marks per part, where no series defines the parts.
const STRETCH: usize = 50;

/// A mark with its position.
struct TreeMark {
    element: Element,
    row: Option<usize>,
    series: Option<usize>,
    /// A period where the chart has a time axis, otherwise the index of its name.
    at: i64,
    has_number: bool,
}

/// The drawing of a frame as a list, with its series as nested lists; `help` is the id of the
/// element that explains how to navigate it.
pub(super) fn tree(mut drawing: Element, frame: &Frame, locale: Locale, help: &str) -> Element {
    let (mut before, mut items, mut after) = (Vec::new(), Vec::new(), Vec::new());
    let mut lines = Vec::new();
    let mut names = HashMap::new();
    for child in std::mem::take(&mut drawing.children) {
        if child.attribute("class") == Some("mark") {
            items.push(TreeMark::of(child, frame, &mut names));
        } else if child.attribute("class") == Some("line") {
            lines.push(SeriesGroup::of(child, frame));
        } else if items.is_empty() {
            before.push(child);
        } else {
            after.push(child);
        }
    }
    if items.is_empty() {
        set(&mut drawing, "role", "img");
        drawing.children = before;
        drawing
            .children
            .extend(lines.into_iter().map(|line| line.element));
        return drawing;
    }
    set(&mut drawing, "role", "list");
    set(&mut drawing, "tabindex", "0");
    set(&mut drawing, "aria-describedby", help);
    items.sort_by_key(|item| (item.series.unwrap_or(usize::MAX), item.at));
    let folded = items.len() > MANY;
    let parts = match several(&items) {
        true => by_series(items, std::mem::take(&mut lines), frame, locale, folded),
        false => stretches(items, frame, locale, 1, folded),
    };
    drawing.children = before;
    drawing
        .children
        .extend(lines.into_iter().map(|line| line.element));
    drawing.children.extend(parts);
    drawing.children.append(&mut after);
    drawing
}

/// What is drawn for a whole series: its line.
struct SeriesGroup {
    element: Element,
    series: Option<usize>,
}

impl SeriesGroup {
    fn of(mut element: Element, frame: &Frame) -> Self {
        let row = element
            .attribute("data-row")
            .and_then(|row| row.parse::<usize>().ok());
        element.attributes.retain(|(name, _)| *name != "data-row");
        set(&mut element, "aria-hidden", "true");
        Self {
            element,
            series: row.and_then(|row| frame.rows.get(row)?.series),
        }
    }
}

impl TreeMark {
    fn of<'f>(
        mut element: Element,
        frame: &'f Frame,
        names: &mut HashMap<Cow<'f, str>, i64>,
    ) -> Self {
        let place = element.attribute("data-row");
        let place = place.and_then(|row| row.parse::<usize>().ok());
        let row = place.and_then(|row| frame.rows.get(row));
        let next = i64::try_from(names.len()).unwrap_or(i64::MAX);
        let key = match row {
            Some(row) => Cow::Borrowed(row.key.as_str()),
            None => Cow::Owned(spoken(&element).to_owned()),
        };
        let named = *names.entry(key).or_insert(next);
        let at = match row.and_then(|row| row.ordinal) {
            Some(ordinal) if is_time(&frame.by) => i64::from(ordinal),
            _ => named,
        };
        let series = row.and_then(|row| row.series);
        set(&mut element, "role", "listitem");
        // The name is complete: texts in the drawing are hidden from screen readers.
        for child in &mut element.children {
            if matches!(child.name, "text" | "g") {
                set(child, "aria-hidden", "true");
            }
        }
        set(&mut element, "data-at", at.to_string());
        if let Some(series) = series {
            set(&mut element, "data-series", series.to_string());
        }
        if let Some(row) = row {
            value(&mut element, row);
        }
        Self {
            has_number: row.is_some_and(|row| row.cell.has_number()),
            element,
            row: place,
            series,
            at,
        }
    }

    /// The label of a mark within a part.
    fn label(&self, frame: &Frame, locale: Locale) -> String {
        match self.row.and_then(|row| frame.rows.get(row)) {
            Some(row) => locale.argument(&prose::row_label(frame, row)),
            None => spoken(&self.element).to_owned(),
        }
    }

    fn placed(mut self, level: usize, at: usize, of: usize) -> Element {
        place(&mut self.element, level, at, of);
        self.element
    }
}

fn spoken(mark: &Element) -> &str {
    mark.attribute("aria-label").unwrap_or_default()
}

/// Sets the value of a mark, and whether it is open-ended.
pub(super) fn value(element: &mut Element, row: &Row) {
    let Some(known) = &row.cell.quantity else {
        return;
    };
    match (known.low, known.high) {
        (Some(low), Some(high)) if low.at < high.at => {
            set(element, "data-value", high.at.to_string());
            set(element, "data-low", low.at.to_string());
        }
        _ => set(element, "data-value", known.anchor().to_string()),
    }
    match (known.low, known.high) {
        (Some(_), None) => set(element, "data-bound", "more"),
        (None, Some(_)) => set(element, "data-bound", "less"),
        _ => {}
    }
}

fn is_time(axis: &Axis) -> bool {
    axis.sort == AxisKind::Time
}

fn several(items: &[TreeMark]) -> bool {
    items
        .windows(2)
        .any(|pair| pair[0].series != pair[1].series)
}

/// Every series as a part with its line and its marks.
fn by_series(
    items: Vec<TreeMark>,
    mut lines: Vec<SeriesGroup>,
    frame: &Frame,
    locale: Locale,
    folded: bool,
) -> Vec<Element> {
    let mut groups: Vec<Vec<TreeMark>> = Vec::new();
    for item in items {
        match groups.last_mut() {
            Some(group) if group[0].series == item.series => group.push(item),
            _ => groups.push(vec![item]),
        }
    }
    let of = groups.len();
    let mut in_tree = |(at, group): (usize, Vec<TreeMark>)| {
        let series = group[0].series;
        let name = frame
            .series
            .as_ref()
            .zip(series)
            .and_then(|(axis, at)| Some(axis.values.get(at)?.1.as_str()))
            .unwrap_or_default();
        let without = group.iter().filter(|item| !item.has_number).count();
        let words = match without {
            0 => m!(ReadingSeries, series = name, count = group.len()),
            _ => m!(
                ReadingSeriesGaps,
                series = name,
                count = group.len(),
                without = without
            ),
        };
        let own = lines.extract_if(.., |line| line.series == series);
        let mut inside: Vec<Element> = own.map(|line| line.element).collect();
        inside.extend(stretches(group, frame, locale, 2, folded));
        let mut element = part(&locale.text(words), inside, folded);
        if let Some(series) = series {
            set(&mut element, "data-series", series.to_string());
        }
        place(&mut element, 1, at, of);
        element
    };
    groups.into_iter().enumerate().map(&mut in_tree).collect()
}

/// The marks themselves, or parts of fixed size where there are too many.
fn stretches(
    items: Vec<TreeMark>,
    frame: &Frame,
    locale: Locale,
    level: usize,
    folded: bool,
) -> Vec<Element> {
    let count = items.len();
    if !folded || count <= STRETCH {
        let marks = items.into_iter().enumerate();
        return marks
            .map(|(at, item)| item.placed(level, at, count))
            .collect();
    }
    let of = count.div_ceil(STRETCH);
    let mut items = items.into_iter().enumerate().peekable();
    let mut parts = Vec::new();
    while items.peek().is_some() {
        let stretch: Vec<_> = items.by_ref().take(STRETCH).collect();
        let label = |entry: Option<&(usize, TreeMark)>| {
            entry.map_or_else(String::new, |(_, item)| item.label(frame, locale))
        };
        let words: Message = m!(
            ReadingStretch,
            first = label(stretch.first()),
            last = label(stretch.last()),
            count = stretch.len()
        );
        // A mark has its position in the whole series, whichever part contains it.
        let marks = stretch
            .into_iter()
            .map(|(at, item)| item.placed(level + 1, at, count))
            .collect();
        let mut element = part(&locale.text(words), marks, true);
        place(&mut element, level, parts.len(), of);
        parts.push(element);
    }
    parts
}

fn part(name: &str, inside: Vec<Element>, folded: bool) -> Element {
    let mut group = Element::new("g").with("role", "list");
    if folded {
        group = group.with("aria-hidden", "true");
    }
    group.children = inside;
    Element {
        children: vec![group],
        ..Element::new("g")
            .with("class", "part")
            .with("role", "listitem")
            .with("aria-label", name)
    }
}

/// Makes a list of marks a list of options, of which several can be chosen. `public/dashboard.js` says which are.
pub(super) fn as_listbox(drawing: &mut Element) {
    if drawing.attribute("role") != Some("list") {
        return;
    }
    set(drawing, "role", "listbox");
    set(drawing, "aria-multiselectable", "true");
    drawing.children.iter_mut().for_each(as_option);
}

/// A mark as an option, or a part as a group of options.
fn as_option(element: &mut Element) {
    match element.attribute("class") {
        Some("mark") => {
            // The text that a reader sees, such as “TX”, is part of the name by which voice control finds it.
            let (name, seen) = (spoken(element).to_owned(), texts(element).join(" "));
            if !words(&name).contains(&words(&seen)) {
                set(element, "aria-label", format!("{name}, {seen}"));
            }
            set(element, "role", "option");
            set(element, "aria-selected", "false");
            if element.attribute("data-row").is_none() {
                set(element, "aria-disabled", "true");
            }
        }
        Some("part") => {
            set(element, "role", "group");
            let is_of_list = |name: &str| matches!(name, "aria-posinset" | "aria-setsize");
            element.attributes.retain(|(name, _)| !is_of_list(name));
            for list in &mut element.children {
                list.attributes.retain(|(name, _)| *name != "role");
                list.children.iter_mut().for_each(as_option);
            }
        }
        _ => return,
    }
    element.attributes.retain(|(name, _)| *name != "aria-level");
}

/// The words of a text without signs, in lower case, each between spaces.
fn words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words
        .iter()
        .fold(" ".to_owned(), |line, word| line + word + " ")
}

/// Every text in an element, in order.
fn texts(element: &Element) -> Vec<&str> {
    let own = element.text.as_deref().map(str::trim);
    let own = own.filter(|text| !text.is_empty()).into_iter();
    own.chain(element.children.iter().flat_map(texts)).collect()
}

/// Sets the level, the position (`at`, from 0) and the number of siblings.
fn place(element: &mut Element, level: usize, at: usize, of: usize) {
    set(element, "aria-level", level.to_string());
    set(element, "aria-posinset", (at + 1).to_string());
    set(element, "aria-setsize", of.to_string());
}

pub(super) fn set(element: &mut Element, name: &'static str, value: impl Into<String>) {
    let value = value.into();
    match element.attributes.iter_mut().find(|(own, _)| *own == name) {
        Some((_, old)) => *old = value.into(),
        None => element.attributes.push((name, value.into())),
    }
}

#[cfg(test)]
#[path = "tree_tests.rs"]
mod tests;
