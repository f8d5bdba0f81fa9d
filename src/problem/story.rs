//! Faults of a story: in its front matter, its links and directives, and its statements about
//! published figures.

use crate::locale::Message;
use crate::m;
use serde::{Deserialize, Serialize};

/// A fault of a story. In every case, nothing but text reaches the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryFault {
    // The front matter.
    /// The file does not begin with front matter, or the front matter does not end.
    NoFront,
    /// A line that is not `key: value`.
    FrontLine {
        found: String,
    },
    UnknownKey {
        found: String,
        near: Option<String>,
    },
    RepeatedKey {
        key: String,
    },
    MissingKey {
        key: String,
    },
    /// A value that its key does not allow; `expected` is a word of the message.
    BadValue {
        key: String,
        found: String,
        expected: String,
    },
    UnknownGrantee {
        found: String,
        near: Option<String>,
    },

    // The text.
    /// Markup, which is shown as text.
    Markup {
        found: String,
    },
    /// An address that links may not have.
    Link {
        found: String,
    },
    /// Nested more deeply than is supported.
    TooDeep {
        limit: u32,
    },
    /// A picture in the text, where it has no credit.
    PictureInText,
    UnknownNote {
        found: String,
    },
    UnusedNote {
        found: String,
    },

    // Directives.
    UnknownDirective {
        found: String,
        near: Option<String>,
    },
    /// A directive that lacks a required property.
    DirectiveLacks {
        directive: String,
        lacks: String,
    },
    /// Stories that refer to each other in a circle.
    Loop {
        path: String,
    },
    UnknownStory {
        found: String,
        near: Option<String>,
    },
    /// A name that is not a plain file name.
    PictureName {
        found: String,
    },
    UnknownPicture {
        found: String,
        near: Option<String>,
    },
    UnknownView {
        found: String,
        near: Option<String>,
    },
    /// A view that has no answer, with the reason in words.
    NoAnswer {
        reason: String,
    },

    // Claims.
    UnknownClaim {
        found: String,
        near: Option<String>,
    },
    /// The text gives a different number, or a different qualifier, than was published.
    SaysOther {
        written: String,
        published: String,
    },
    /// A newer figure for the same thing has been published.
    Older {
        claim: String,
        newer: String,
    },
    /// A statement without a source.
    NoSource {
        begins: String,
    },
    NoteWithoutSource {
        found: String,
    },
    /// The figure itself names no source.
    FigureWithoutSource {
        claim: String,
    },
}

impl StoryFault {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoFront
            | Self::FrontLine { .. }
            | Self::UnknownKey { .. }
            | Self::RepeatedKey { .. }
            | Self::MissingKey { .. }
            | Self::BadValue { .. }
            | Self::UnknownGrantee { .. } => "outcomes-story-front",
            Self::Markup { .. }
            | Self::Link { .. }
            | Self::TooDeep { .. }
            | Self::PictureInText
            | Self::UnknownNote { .. }
            | Self::UnusedNote { .. } => "outcomes-story-text",
            Self::UnknownDirective { .. }
            | Self::DirectiveLacks { .. }
            | Self::Loop { .. }
            | Self::UnknownStory { .. }
            | Self::PictureName { .. }
            | Self::UnknownPicture { .. }
            | Self::UnknownView { .. }
            | Self::NoAnswer { .. } => "outcomes-story-directive",
            Self::UnknownClaim { .. }
            | Self::SaysOther { .. }
            | Self::Older { .. }
            | Self::NoSource { .. }
            | Self::NoteWithoutSource { .. }
            | Self::FigureWithoutSource { .. } => "outcomes-story-claim",
        }
    }

    /// The word that was probably meant.
    pub(super) fn near(&self) -> Option<&String> {
        match self {
            Self::UnknownKey { near, .. }
            | Self::UnknownGrantee { near, .. }
            | Self::UnknownDirective { near, .. }
            | Self::UnknownStory { near, .. }
            | Self::UnknownPicture { near, .. }
            | Self::UnknownView { near, .. }
            | Self::UnknownClaim { near, .. } => near.as_ref(),
            _ => None,
        }
    }

    pub(super) fn finding(&self) -> Message {
        match self {
            Self::NoFront => m!(StoryNoFront),
            Self::FrontLine { found } => m!(StoryFrontLine, found = found),
            Self::UnknownKey { found, .. } => m!(StoryUnknownKey, found = found),
            Self::RepeatedKey { key } => m!(StoryRepeatedKey, key = key),
            Self::MissingKey { key } => m!(StoryMissingKey, key = key),
            Self::BadValue { key, found, .. } => m!(StoryBadValue, key = key, found = found),
            Self::UnknownGrantee { found, .. } => m!(StoryUnknownGrantee, found = found),
            Self::Markup { found } => m!(StoryMarkup, found = found),
            Self::Link { found } => m!(StoryLink, found = found),
            Self::TooDeep { limit } => m!(StoryTooDeep, limit = *limit),
            Self::PictureInText => m!(StoryPictureInText),
            Self::UnknownNote { found } => m!(StoryUnknownNote, found = found),
            Self::UnusedNote { found } => m!(StoryUnusedNote, found = found),
            Self::UnknownDirective { found, .. } => m!(StoryUnknownDirective, found = found),
            Self::DirectiveLacks { directive, lacks } => {
                m!(StoryDirectiveLacks, directive = directive, lacks = lacks)
            }
            Self::Loop { path } => m!(StoryLoop, path = path),
            Self::UnknownStory { found, .. } => m!(StoryUnknownStory, found = found),
            Self::PictureName { found } => m!(StoryPictureName, found = found),
            Self::UnknownPicture { found, .. } => m!(StoryUnknownPicture, found = found),
            Self::UnknownView { found, .. } => m!(StoryUnknownView, found = found),
            Self::NoAnswer { reason } => m!(StoryNoAnswer, reason = reason),
            Self::UnknownClaim { found, .. } => m!(StoryUnknownClaim, found = found),
            Self::SaysOther { written, published } => {
                m!(StorySaysOther, written = written, published = published)
            }
            Self::Older { claim, newer } => m!(StoryOlder, claim = claim, newer = newer),
            Self::NoSource { begins } => m!(StoryNoSource, begins = begins),
            Self::NoteWithoutSource { found } => m!(StoryNoteWithoutSource, found = found),
            Self::FigureWithoutSource { claim } => m!(StoryFigureWithoutSource, claim = claim),
        }
    }

    pub(super) fn remedy(&self) -> Message {
        match self {
            Self::NoFront => m!(StoryNoFrontRemedy),
            Self::FrontLine { .. } => m!(StoryFrontLineRemedy),
            Self::UnknownKey { .. } => m!(StoryUnknownKeyRemedy),
            Self::RepeatedKey { .. } => m!(StoryRepeatedKeyRemedy),
            Self::MissingKey { .. } => m!(StoryMissingKeyRemedy),
            Self::BadValue { expected, .. } => m!(StoryBadValueRemedy, expected = expected),
            Self::UnknownGrantee { .. } => m!(StoryUnknownGranteeRemedy),
            Self::Markup { .. } => m!(StoryMarkupRemedy),
            Self::Link { .. } => m!(StoryLinkRemedy),
            Self::TooDeep { .. } => m!(StoryTooDeepRemedy),
            Self::PictureInText => m!(StoryPictureInTextRemedy),
            Self::UnknownNote { found } => m!(StoryUnknownNoteRemedy, found = found),
            Self::UnusedNote { .. } => m!(StoryUnusedNoteRemedy),
            Self::UnknownDirective { .. } => m!(StoryUnknownDirectiveRemedy),
            Self::DirectiveLacks { .. } => m!(StoryDirectiveLacksRemedy),
            Self::Loop { .. } => m!(StoryLoopRemedy),
            Self::UnknownStory { .. } => m!(StoryUnknownStoryRemedy),
            Self::PictureName { .. } => m!(StoryPictureNameRemedy),
            Self::UnknownPicture { .. } => m!(StoryUnknownPictureRemedy),
            Self::UnknownView { .. } => m!(StoryUnknownViewRemedy),
            Self::NoAnswer { .. } => m!(StoryNoAnswerRemedy),
            Self::UnknownClaim { .. } => m!(StoryUnknownClaimRemedy),
            Self::SaysOther { published, .. } => m!(StorySaysOtherRemedy, published = published),
            Self::Older { .. } => m!(StoryOlderRemedy),
            Self::NoSource { .. } => m!(StoryNoSourceRemedy),
            Self::NoteWithoutSource { .. } => m!(StoryNoteWithoutSourceRemedy),
            Self::FigureWithoutSource { .. } => m!(StoryFigureWithoutSourceRemedy),
        }
    }
}
