//! How a grantee brings a story to the site. The rules are those of `docs/stories.md`.

use super::super::contact::contact;
use super::{Section, paragraph, points, steps, template};
use crate::m;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

pub(super) fn sections() -> Vec<Section> {
    vec![
        Section::new("template", m!(ShareStoryTemplate), file()),
        Section::new(
            "need",
            m!(ShareStoryNeed),
            points(vec![
                m!(ShareStoryNeedTitle),
                m!(ShareStoryNeedSummary),
                m!(ShareStoryNeedText),
                m!(ShareStoryNeedAuthor),
                m!(ShareStoryNeedConsent),
                m!(ShareStoryNeedPhoto),
            ]),
        ),
        Section::new("write", m!(ShareStoryWrite), writing()),
        Section::new("numbers", m!(ShareStoryNumbers), numbers()),
        Section::new(
            "consent",
            m!(ShareStoryConsent),
            points(vec![
                m!(ShareStoryConsentPeople),
                m!(ShareStoryConsentWhat),
                m!(ShareStoryConsentQuote),
                m!(ShareStoryConsentPhoto),
                m!(ShareStoryConsentMinor),
                m!(ShareStoryConsentData),
                m!(ShareStoryConsentBack),
                m!(ShareStoryConsentNone),
            ]),
        ),
        Section::new(
            "review",
            m!(ShareStoryReview),
            steps(vec![
                m!(ShareStoryReviewCheck),
                m!(ShareStoryReviewEdit),
                m!(ShareStoryReviewSee),
                m!(ShareStoryReviewRelease),
                m!(ShareStoryReviewLater),
            ]),
        ),
        Section::new(
            "send",
            m!(ShareStorySend),
            contact(m!(ShareStorySendText), m!(ShareStorySendLink)),
        ),
    ]
}

fn file() -> AnyView {
    view! {
        <p>{template("stories/your-story.md", m!(ShareStoryTemplateLink))}</p>
        {paragraph(m!(ShareStoryTemplateText))}
        {paragraph(m!(ShareStoryTemplateGrantee))}
        <p><a href=href(&Route::Grantees)>{localize(m!(GranteesTitle))}</a></p>
    }
    .into_any()
}

fn writing() -> AnyView {
    let rules = points(vec![
        m!(ShareStoryWriteFirst),
        m!(ShareStoryWriteEmployers),
        m!(ShareStoryWriteHeadings),
        m!(ShareStoryWriteWords),
        m!(ShareStoryWriteUnknown),
    ]);
    view! {
        {rules}
        <p><a href=href(&Route::Stories)>{localize(m!(ShareStoryExamples))}</a></p>
    }
    .into_any()
}

fn numbers() -> AnyView {
    let rules = points(vec![
        m!(ShareStoryNumbersSource),
        m!(ShareStoryNumbersLink),
        m!(ShareStoryNumbersGoals),
        m!(ShareStoryNumbersNew),
    ]);
    view! {
        {rules}
        <p>
            <a href=href(&Route::Figures)>{localize(m!(ShareStoryNumbersFigures))}</a> " · "
            <a href=href(&Route::PublishData)>{localize(m!(ShareStoryNumbersPublish))}</a>
        </p>
    }
    .into_any()
}
