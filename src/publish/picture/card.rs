//! The content of a card.

use crate::frame::{FigureWords, Frame, Row};
use crate::locale::{Arg, Locale, Message, Words};
use crate::m;
use crate::prose;
use crate::query::View;

/// The picture shown with a link to a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The page's title.
    pub title: String,
    /// A sentence below it.
    pub lede: Option<String>,
    pub body: CardBody,
    /// The source of the numbers.
    pub source: String,
    /// Description of the card, for screen readers.
    pub alt: String,
    /// The numbers are made up, and the card says so. For a chart this is determined by its frame.
    pub illustrative: bool,
}

/// The main content of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardBody {
    Chart {
        frame: Box<Frame>,
        view: View,
    },
    /// One published figure.
    Number {
        /// In full, with its published qualifier.
        value: String,
        /// Kind and scope.
        what: String,
        /// The date.
        meta: String,
    },
    Words(String),
}

impl Card {
    /// A frame's chart under the frame's own title.
    pub fn of_chart(frame: &Frame, view: View, locale: Locale) -> Self {
        Self {
            title: locale.text(prose::title(frame)),
            lede: Some(capital(&locale.text(prose::subtitle(frame)))),
            body: CardBody::Chart {
                frame: Box::new(frame.clone()),
                view,
            },
            source: locale.text(prose::source_line(frame)),
            alt: locale.text(prose::alt(frame, view)),
            illustrative: frame.package.illustrative,
        }
    }

    /// The first published claim of a frame as a large number; `None` where the frame's rows are
    /// not claims.
    pub fn of_claim(frame: &Frame, locale: Locale) -> Option<Self> {
        let row = frame.rows.first()?;
        let figure = row.figure.as_ref()?;
        let what = match row.kind {
            Some(kind) => m!(
                SubtitlePart,
                before = m!(SubtitleOnly, part = kind.label()),
                part = &figure.scope
            ),
            None => m!(SubtitleOnly, part = &figure.scope),
        };
        Some(Self {
            title: frame.measure.title.clone(),
            lede: None,
            body: CardBody::Number {
                value: capital(&locale.text(prose::value(&row.cell, &frame.measure))),
                what: locale.text(what),
                meta: capital(&locale.text(prose::dated(figure))),
            },
            source: locale.text(prose::source_line(frame)),
            alt: locale.text(told(frame, claim_sentence(frame, row, figure))),
            illustrative: frame.package.illustrative,
        })
    }
}

/// The number with everything that must accompany it.
fn claim_sentence(frame: &Frame, row: &Row, figure: &FigureWords) -> Message {
    m!(
        FigureFinding,
        title = &frame.measure.title,
        value = prose::value(&row.cell, &frame.measure),
        kind = row.kind.map_or_else(|| m!(SummaryNone), Words::label),
        scope = &figure.scope,
        date = prose::dated(figure)
    )
}

/// A sentence about made-up numbers says that they are made up.
fn told(frame: &Frame, sentence: Message) -> Message {
    if frame.package.illustrative {
        m!(IllustrativePrefix, text = Arg::from(sentence))
    } else {
        sentence
    }
}

/// Capitalizes the first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
