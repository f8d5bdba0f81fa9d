//! Guides for people who use the charts elsewhere or bring a story or data: pages of text, each in short sections with
//! a list of them at the top.

mod publish_data;
mod recipes;
mod share_story;
mod use_charts;

use crate::locale::Message;
use crate::m;
use crate::ui::{localize, shell};
use leptos::prelude::*;

/// One of the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    UseCharts,
    ShareStory,
    PublishData,
}

impl Guide {
    pub fn title(self) -> Message {
        match self {
            Self::UseCharts => m!(UseTitle),
            Self::ShareStory => m!(ShareStoryTitle),
            Self::PublishData => m!(PublishDataTitle),
        }
    }

    pub fn description(self) -> Message {
        match self {
            Self::UseCharts => m!(UseDescription),
            Self::ShareStory => m!(ShareStoryDescription),
            Self::PublishData => m!(PublishDataDescription),
        }
    }

    fn lede(self) -> Message {
        match self {
            Self::UseCharts => m!(UseLede),
            Self::ShareStory => m!(ShareStoryLede),
            Self::PublishData => m!(PublishDataLede),
        }
    }

    fn sections(self) -> Vec<Section> {
        match self {
            Self::UseCharts => use_charts::sections(),
            Self::ShareStory => share_story::sections(),
            Self::PublishData => publish_data::sections(),
        }
    }
}

/// A section under its heading; `id` is the fragment of its address.
struct Section {
    id: &'static str,
    title: Message,
    body: AnyView,
}

impl Section {
    fn new(id: &'static str, title: Message, body: impl IntoView + 'static) -> Self {
        Self {
            id,
            title,
            body: body.into_any(),
        }
    }
}

pub(super) fn guide_page(guide: Guide) -> impl IntoView {
    let sections = guide.sections();
    let links = sections.iter().map(|section| {
        let address = format!("#{}", section.id);
        view! { <li><a href=address>{localize(section.title.clone())}</a></li> }
    });
    let links = links.collect_view();
    let sections = sections.into_iter().map(|section| {
        view! {
            <section class="wrap band guide" aria-labelledby=section.id>
                <h2 id=section.id>{localize(section.title)}</h2>
                {section.body}
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{localize(guide.title())}</h1>
            <p class="lede">{localize(guide.lede())}</p>
            <nav class="contents" aria-label=localize(m!(GuideContents))>
                <p>{localize(m!(GuideContents))}</p>
                <ul>{links}</ul>
            </nav>
        </div>
        {sections}
    }
}

/// A paragraph.
fn paragraph(text: Message) -> AnyView {
    view! { <p>{localize(text)}</p> }.into_any()
}

/// Steps in their order.
fn steps(all: Vec<Message>) -> AnyView {
    let all = all
        .into_iter()
        .map(|step| view! { <li>{localize(step)}</li> });
    view! { <ol>{all.collect_view()}</ol> }.into_any()
}

/// Points without an order.
fn points(all: Vec<Message>) -> AnyView {
    let all = all
        .into_iter()
        .map(|point| view! { <li>{localize(point)}</li> });
    view! { <ul>{all.collect_view()}</ul> }.into_any()
}

/// A word or name that is the same in every language.
fn code(name: &'static str) -> AnyView {
    view! { <code translate="no">{name}</code> }.into_any()
}

/// Names with what each means.
fn terms(all: Vec<(AnyView, Message)>) -> AnyView {
    let all = all.into_iter().map(|(name, meaning)| {
        view! { <div><dt>{name}</dt><dd>{localize(meaning)}</dd></div> }
    });
    view! { <dl class="facts">{all.collect_view()}</dl> }.into_any()
}

/// A file of the folder `templates/` to download, and what it is.
fn template(path: &str, label: Message) -> AnyView {
    let address = shell().place.file(&format!("templates/{path}"));
    view! { <a href=address download="">{localize(label)}</a> }.into_any()
}
