//! The list of all stories, with filters for engagement model, phase, industry and state.

use super::story_index::{StoryIndex, Teaser, card};
use crate::bytes::Source;
use crate::frame::LabeledCode;
use crate::loader::PublishedFiles;
use crate::locale::{Locale, Message};
use crate::m;
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{ListFilterData, href, localize, sift_island};
use leptos::prelude::*;

#[derive(Clone, Debug)]
pub struct StoriesPage {
    stories: Vec<Teaser>,
    awards: usize,
}

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
) -> Result<StoriesPage, Problem> {
    let library = StoryIndex::open(files).await?;
    Ok(StoriesPage {
        stories: library.teasers().to_vec(),
        awards: library.awards.len(),
    })
}

impl StoriesPage {
    pub fn description(&self) -> Message {
        m!(
            StoriesLede,
            count = self.stories.len(),
            awards = self.awards
        )
    }

    /// Every value of one dimension that some story has, by its label.
    fn values(&self, of: fn(&Teaser) -> &Vec<LabeledCode>) -> Vec<LabeledCode> {
        let mut all: Vec<LabeledCode> = self.stories.iter().flat_map(of).cloned().collect();
        all.sort_by(|a, b| Locale::EN.compare(&a.label, &b.label));
        all.dedup();
        all
    }
}

pub(in crate::pages) fn stories_page(page: StoriesPage) -> impl IntoView {
    let group = |label: Message, all: Message, terms: Vec<LabeledCode>| {
        let every = (String::new(), localize(all));
        let rest = terms.into_iter().map(|term| (term.key, term.label));
        (
            localize(label),
            std::iter::once(every).chain(rest).collect(),
        )
    };
    let controls = ListFilterData {
        search: localize(m!(SiftStories)),
        show: group(
            m!(StoriesByModel),
            m!(StoriesAllModels),
            page.values(|it| &it.models),
        ),
        more: vec![
            group(
                m!(StoriesByPhase),
                m!(StoriesAllPhases),
                page.values(|it| &it.phases),
            ),
            group(
                m!(StoriesByIndustry),
                m!(StoriesAllIndustries),
                page.values(|it| &it.industries),
            ),
            group(
                m!(StoriesByState),
                m!(StoriesAllStates),
                page.values(|it| &it.places),
            ),
        ],
        orders: Vec::new(),
        of: page.stories.len(),
    };
    let lede = page.description();
    let cards = page.stories.iter().enumerate().map(|(at, teaser)| {
        let keys = |terms: &[LabeledCode]| {
            let keys: Vec<&str> = terms.iter().map(|term| term.key.as_str()).collect();
            keys.join(" ")
        };
        view! {
            <li data-line=at.to_string() data-show=keys(&teaser.models) data-show2=keys(&teaser.phases)
                data-show3=keys(&teaser.industries) data-show4=keys(&teaser.places)>{card(teaser)}</li>
        }
    });
    let cards = cards.collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(StoriesTitle))}</h1>
            <p class="lede">{localize(lede)}</p>
            <p class="page-ways">
                <a href=href(&Route::Models)>{localize(m!(ModelsLink))}</a> " · "
                <a href=href(&Route::Phases)>{localize(m!(PhasesLink))}</a> " · "
                <a href=href(&Route::ShareStory)>{localize(m!(ShareStoryTitle))}</a>
            </p>
        </div>
        <section class="wrap band" aria-label=localize(m!(StoriesTitle))>
            {sift_island(controls)}
            <h2 class="visually-hidden">{localize(m!(StoriesAll))}</h2>
            <ul class="story-cards">{cards}</ul>
        </section>
    }
}
