//! The pages of engagement models, side by side and one by one with their grantees, and of the phases of a grant.

use super::story_index::{StoryIndex, Teaser, card};
use crate::bytes::Source;
use crate::frame::{Award, LabeledCode, terms};
use crate::loader::PublishedFiles;
use crate::locale::Message;
use crate::m;
use crate::package::ResourceRole;
use crate::package::{FieldRole, Resource};
use crate::problem::Problem;
use crate::query::{Dimension, dimensions_of};
use crate::site::Route;
use crate::table::{Dataset, Table};
use crate::ui::{href, localize};
use leptos::prelude::*;

/// What the page is about.
#[derive(Clone, Debug, PartialEq)]
enum ModelsTopic {
    Models,
    Model(String),
    Phases,
}

#[derive(Clone, Debug)]
pub struct ModelsPage {
    about: ModelsTopic,
    entries: Vec<ModelEntry>,
}

/// One way, or one phase, with what the package says of it.
#[derive(Clone, Debug)]
struct ModelEntry {
    term: LabeledCode,
    /// (title of the column, text), in the order of the columns.
    says: Vec<(String, String)>,
    source: String,
    holders: Vec<Holder>,
    stories: Vec<Teaser>,
}

/// A grantee, with the fact that puts it in this model or phase.
#[derive(Clone, Debug)]
struct Holder {
    term: LabeledCode,
    basis: String,
    source: String,
}

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    route: &Route,
) -> Result<Option<ModelsPage>, Problem> {
    let library = StoryIndex::open(files).await?;
    let plan = &files.catalog.profiles;
    type AwardTerms = fn(&Award) -> &Vec<LabeledCode>;
    let (about, field, of): (ModelsTopic, &str, AwardTerms) = match route {
        Route::Model(id) => (ModelsTopic::Model(id.clone()), &plan.model, |it| &it.models),
        Route::Phases => (ModelsTopic::Phases, &plan.phase, |it| &it.phases),
        _ => (ModelsTopic::Models, &plan.model, |it| &it.models),
    };
    let teasers = library.teasers();
    let entry = |term: LabeledCode| {
        let awards = library
            .awards
            .iter()
            .filter(|award| of(award).contains(&term));
        let holders = awards
            .map(|award| basis(&library.dataset, field, &term.key, award))
            .collect();
        let has = |teaser: &&Teaser| match field == plan.phase {
            true => teaser.phases.contains(&term),
            false => teaser.models.contains(&term),
        };
        let (says, source) = says(&library.dataset, field, &term.key);
        ModelEntry {
            stories: teasers.iter().filter(has).cloned().collect(),
            holders,
            says,
            source,
            term,
        }
    };
    let all = terms(&library.dataset, field).into_iter();
    let entries: Vec<ModelEntry> = match &about {
        ModelsTopic::Model(id) => all.filter(|term| term.key == *id).map(entry).collect(),
        _ => all.map(entry).collect(),
    };
    Ok((!entries.is_empty()).then_some(ModelsPage { about, entries }))
}

/// The list of a dimension of the awards, with its table.
fn list_of<'d>(dataset: &'d Dataset, field: &str) -> Option<(&'d Resource, &'d Table)> {
    let facts = dataset.package.of_role(ResourceRole::Facts).next()?;
    let all: Vec<Dimension> = dimensions_of(&dataset.package, facts);
    let list = all.into_iter().find(|known| known.field == field)?.list?;
    Some((dataset.package.resource(&list)?, dataset.table(&list)?))
}

/// What the list says of one code: every column of text but its label, and its source.
fn says(dataset: &Dataset, field: &str, key: &str) -> (Vec<(String, String)>, String) {
    let Some((list, table)) = list_of(dataset, field) else {
        return Default::default();
    };
    let Some(id) = list.schema.primary_key().first() else {
        return Default::default();
    };
    let Some(row) = (0..table.len).find(|row| table.text(id, *row) == key) else {
        return Default::default();
    };
    let columns = list.schema.fields.iter().filter(|field| {
        let is_word = field.outcomes.role != Some(FieldRole::Label) && !field.kind.is_number();
        is_word && field.name != *id && field.name != SOURCE
    });
    let texts = columns.map(|field| {
        let title = field.title.clone().unwrap_or_else(|| field.name.clone());
        (title, table.text(&field.name, row).to_owned())
    });
    let texts = texts.filter(|(_, text)| !text.is_empty()).collect();
    (texts, table.text(SOURCE, row).to_owned())
}

/// The column that has the source of each row.
const SOURCE: &str = "source_url";

/// The fact that gives an award this value: from the bridge table if there is one, otherwise the award's own source.
fn basis(dataset: &Dataset, field: &str, key: &str, award: &Award) -> Holder {
    let bridge = dataset
        .package
        .of_role(ResourceRole::Bridge)
        .find_map(|bridge| {
            let table = dataset.table(&bridge.name)?;
            bridge.schema.field(field)?;
            let row = (0..table.len).find(|row| {
                table.text(field, *row) == key
                    && table.text("award_id", *row).ends_with(&award.holder.key)
            })?;
            Some((
                table.text("basis", row).to_owned(),
                table.text(SOURCE, row).to_owned(),
            ))
        });
    let (basis, source) = bridge.unwrap_or_default();
    Holder {
        term: award.holder.clone(),
        basis,
        source,
    }
}

impl ModelsPage {
    pub fn title(&self) -> Message {
        match (&self.about, self.entries.first()) {
            (ModelsTopic::Models, _) => m!(ModelsTitle),
            (ModelsTopic::Phases, _) => m!(PhasesTitle),
            (ModelsTopic::Model(_), Some(entry)) => m!(ModelTitle, model = &entry.term.label),
            (ModelsTopic::Model(id), None) => m!(ModelTitle, model = id),
        }
    }

    pub fn description(&self) -> Message {
        match (&self.about, self.entries.first()) {
            (ModelsTopic::Models, _) => m!(ModelsLede),
            (ModelsTopic::Phases, _) => m!(PhasesLede),
            (ModelsTopic::Model(_), Some(entry)) => {
                let first = entry.says.first().map_or("", |(_, text)| text.as_str());
                m!(SubtitleOnly, part = first)
            }
            (ModelsTopic::Model(_), None) => m!(MissingDescription),
        }
    }
}

pub(in crate::pages) fn models_page(page: ModelsPage) -> impl IntoView {
    let (title, lede) = (page.title(), page.description());
    let heading = match (&page.about, page.entries.first()) {
        (ModelsTopic::Model(_), Some(entry)) => entry.term.label.clone(),
        _ => localize(title),
    };
    let body = match page.about {
        ModelsTopic::Models => compared(&page.entries),
        ModelsTopic::Model(_) => page.entries.iter().map(alone).collect_view().into_any(),
        ModelsTopic::Phases => page
            .entries
            .iter()
            .enumerate()
            .map(|(at, it)| phase(at, it))
            .collect_view()
            .into_any(),
    };
    let back = match page.about {
        ModelsTopic::Models => None,
        _ => Some(
            view! { <p class="wrap more"><a href=href(&Route::Models)>{localize(m!(ModelsLink))}</a></p> },
        ),
    };
    view! {
        <div class="wrap page-head">
            <h1>{heading}</h1>
            <p class="lede">{localize(lede)}</p>
        </div>
        {body}
        {back}
        <p class="wrap more"><a href=href(&Route::Stories)>{localize(m!(StoriesAll))}</a></p>
    }
}

/// The models side by side: one row for each column of their table.
fn compared(entries: &[ModelEntry]) -> AnyView {
    let heads = entries.iter().map(|entry| {
        let address = href(&Route::Model(entry.term.key.clone()));
        view! { <th scope="col"><a href=address>{entry.term.label.clone()}</a></th> }
    });
    let heads = heads.collect_view();
    let titles = entries
        .first()
        .map(|entry| entry.says.clone())
        .unwrap_or_default();
    let rows = titles.iter().map(|(title, _)| {
        let cells = entries.iter().map(|entry| {
            let texts = entry.says.iter().find(|(known, _)| known == title);
            let text = texts.map_or_else(|| localize(m!(RecordBlank)), |(_, text)| text.clone());
            view! { <td>{text}</td> }
        });
        view! { <tr><th scope="row">{title.clone()}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let examples = entries.iter().map(|entry| {
        view! { <td>{holders(entry)}</td> }
    });
    let sources = entries
        .iter()
        .map(|entry| view! { <td>{source(&entry.source)}</td> });
    view! {
        <section class="wrap band" aria-labelledby="models">
            <h2 id="models">{localize(m!(ModelsCompared))}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(ModelsCompared))>
                <table class="models">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>
                        {rows}
                        <tr><th scope="row">{localize(m!(ModelsExample))}</th>{examples.collect_view()}</tr>
                        <tr><th scope="row">{localize(m!(FiguresColumnSource))}</th>{sources.collect_view()}</tr>
                    </tbody>
                </table>
            </div>
            <p class="note">{localize(m!(ModelsNote))}</p>
        </section>
        {entries.iter().map(stories).collect_view()}
    }
    .into_any()
}

fn alone(entry: &ModelEntry) -> AnyView {
    let facts = entry.says.iter().skip(1).map(|(title, text)| {
        view! { <div><dt>{title.clone()}</dt><dd>{text.clone()}</dd></div> }
    });
    view! {
        <section class="wrap band" aria-labelledby="model">
            <h2 id="model">{localize(m!(ModelHow))}</h2>
            <dl class="facts">
                {facts.collect_view()}
                <div><dt>{localize(m!(ModelsExample))}</dt><dd>{holders(entry)}</dd></div>
                <div><dt>{localize(m!(FiguresColumnSource))}</dt><dd>{source(&entry.source)}</dd></div>
            </dl>
            <p class="note">{localize(m!(ModelsNote))}</p>
        </section>
        {stories(entry)}
    }
    .into_any()
}

fn phase(at: usize, entry: &ModelEntry) -> AnyView {
    let lines = entry.holders.iter().map(|holder| {
        let from = (!holder.source.is_empty()).then(|| view! { " (" {source(&holder.source)} ")" });
        view! {
            <tr>
                <th scope="row"><a href=href(&Route::Grantee(holder.term.key.clone()))>{holder.term.label.clone()}</a></th>
                <td>{holder.basis.clone()} {from}</td>
            </tr>
        }
    });
    let lines = lines.collect_view();
    let words = entry.says.first().map(|(_, text)| text.clone());
    let id = format!("phase-{}", at + 1);
    let title = localize(m!(PhaseTitle, number = at + 1, name = &entry.term.label));
    let body = match entry.holders.is_empty() {
        true => view! { <p class="note">{localize(m!(PhaseNobody))}</p> }.into_any(),
        false => view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=title.clone()>
                <table><thead><tr><th scope="col">{localize(m!(StoryOf))}</th><th scope="col">{localize(m!(PhaseBasis))}</th></tr></thead>
                <tbody>{lines}</tbody></table>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="wrap band" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            <p>{words} " " {source(&entry.source)}</p>
            {body}
        </section>
    }
    .into_any()
}

fn holders(entry: &ModelEntry) -> AnyView {
    let links = entry.holders.iter().map(|holder| {
        view! { <a href=href(&Route::Grantee(holder.term.key.clone()))>{holder.term.label.clone()}</a> " " }
    });
    match entry.holders.is_empty() {
        true => localize(m!(RecordBlank)).into_any(),
        false => links.collect_view().into_any(),
    }
}

fn source(address: &str) -> Option<impl IntoView + use<>> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest
        .split(['/', ':'])
        .next()
        .unwrap_or(rest)
        .trim_start_matches("www.")
        .to_owned();
    (!address.is_empty()).then(|| view! { <a href=address.to_owned()>{host}</a> })
}

fn stories(entry: &ModelEntry) -> Option<impl IntoView + use<>> {
    let cards = entry
        .stories
        .iter()
        .map(|teaser| view! { <li>{card(teaser)}</li> });
    let cards = cards.collect_view();
    let id = format!("stories-{}", entry.term.key);
    let title = localize(m!(ModelStories, model = &entry.term.label));
    (!entry.stories.is_empty()).then(|| {
        view! {
            <section class="wrap band" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{title}</h2>
                <ul class="story-cards">{cards}</ul>
            </section>
        }
    })
}
