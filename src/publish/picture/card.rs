//! What a card says.

use crate::frame::{FigureWords, Frame, Row};
use crate::locale::{Arg, Locale, Message, Words};
use crate::m;
use crate::prose;
use crate::query::View;

/// The picture that stands beside a link to a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The page's title.
    pub title: String,
    /// A sentence below it.
    pub lede: Option<String>,
    pub body: CardBody,
    /// Where the numbers come from.
    pub source: String,
    /// What the card shows, for those who do not see it.
    pub alt: String,
    /// The numbers are made up: the card says so. A chart knows it of its own frame.
    pub illustrative: bool,
}

/// What a card shows.
#[derive(Clone, Debug, PartialEq)]
pub enum CardBody {
    Chart {
        frame: Box<Frame>,
        view: View,
    },
    /// One published figure.
    Number {
        /// In full, with the word it was published with.
        value: String,
        /// Kind and scope.
        what: String,
        /// As of when.
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

    /// The first published claim of a frame as a large number; `None` where the frame's rows are no
    /// claims.
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

/// The number with everything that must stand beside it.
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

/// A sentence about made-up numbers says that they are.
fn told(frame: &Frame, sentence: Message) -> Message {
    if frame.package.illustrative {
        m!(IllustrativePrefix, text = Arg::from(sentence))
    } else {
        sentence
    }
}

/// Words that begin a line.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
