//! The ways in which employers take part, side by side and each with its examples; and the phases.

use super::library::{Library, Teaser, card};
use crate::bytes::Source;
use crate::frame::{Award, Term, terms};
use crate::loader::Files;
use crate::locale::Message;
use crate::m;
use crate::package::ResourceRole;
use crate::package::{Resource, Role};
use crate::problem::Problem;
use crate::query::{Dimension, dimensions_of};
use crate::site::Route;
use crate::table::{Dataset, Table};
use crate::ui::{href, say};
use leptos::prelude::*;

/// What the page is about.
#[derive(Clone, Debug, PartialEq)]
enum About {
    Models,
    Model(String),
    Phases,
}

#[derive(Clone, Debug)]
pub struct ModelsPage {
    about: About,
    entries: Vec<Entry>,
}

/// One way, or one phase, with what the package says of it.
#[derive(Clone, Debug)]
struct Entry {
    term: Term,
    /// (title of the column, text), in the order of the columns.
    says: Vec<(String, String)>,
    source: String,
    holders: Vec<Holder>,
    stories: Vec<Teaser>,
}

/// A grantee, with the fact on which it stands here.
#[derive(Clone, Debug)]
struct Holder {
    term: Term,
    basis: String,
    source: String,
}

pub(in crate::pages) async fn gather<S: Source>(
    files: &Files<S>,
    route: &Route,
) -> Result<Option<ModelsPage>, Problem> {
    let library = Library::open(files).await?;
    let plan = &files.catalog.profiles;
    type Of = fn(&Award) -> &Vec<Term>;
    let (about, field, of): (About, &str, Of) = match route {
        Route::Model(id) => (About::Model(id.clone()), &plan.model, |it| &it.models),
        Route::Phases => (About::Phases, &plan.phase, |it| &it.phases),
        _ => (About::Models, &plan.model, |it| &it.models),
    };
    let teasers = library.teasers();
    let entry = |term: Term| {
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
        Entry {
            stories: teasers.iter().filter(has).cloned().collect(),
            holders,
            says,
            source,
            term,
        }
    };
    let all = terms(&library.dataset, field).into_iter();
    let entries: Vec<Entry> = match &about {
        About::Model(id) => all.filter(|term| term.key == *id).map(entry).collect(),
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
        let is_word = field.outcomes.role != Some(Role::Label) && !field.kind.is_number();
        is_word && field.name != *id && field.name != SOURCE
    });
    let said = columns.map(|field| {
        let title = field.title.clone().unwrap_or_else(|| field.name.clone());
        (title, table.text(&field.name, row).to_owned())
    });
    let said = said.filter(|(_, text)| !text.is_empty()).collect();
    (said, table.text(SOURCE, row).to_owned())
}

/// The column of a list that names where its words come from.
const SOURCE: &str = "source_url";

/// The fact on which an award stands at a value: from the bridge where there is one, else its own source.
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
            (About::Models, _) => m!(ModelsTitle),
            (About::Phases, _) => m!(PhasesTitle),
            (About::Model(_), Some(entry)) => m!(ModelTitle, model = &entry.term.label),
            (About::Model(id), None) => m!(ModelTitle, model = id),
        }
    }

    pub fn description(&self) -> Message {
        match (&self.about, self.entries.first()) {
            (About::Models, _) => m!(ModelsLede),
            (About::Phases, _) => m!(PhasesLede),
            (About::Model(_), Some(entry)) => {
                let first = entry.says.first().map_or("", |(_, text)| text.as_str());
                m!(SubtitleOnly, part = first)
            }
            (About::Model(_), None) => m!(MissingDescription),
        }
    }
}

pub(in crate::pages) fn models_page(page: ModelsPage) -> impl IntoView {
    let (title, lede) = (page.title(), page.description());
    let heading = match (&page.about, page.entries.first()) {
        (About::Model(_), Some(entry)) => entry.term.label.clone(),
        _ => say(title),
    };
    let body = match page.about {
        About::Models => compared(&page.entries),
        About::Model(_) => page.entries.iter().map(alone).collect_view().into_any(),
        About::Phases => page
            .entries
            .iter()
            .enumerate()
            .map(|(at, it)| phase(at, it))
            .collect_view()
            .into_any(),
    };
    let back = match page.about {
        About::Models => None,
        _ => Some(
            view! { <p class="wrap more"><a href=href(&Route::Models)>{say(m!(ModelsLink))}</a></p> },
        ),
    };
    view! {
        <div class="wrap page-head">
            <h1>{heading}</h1>
            <p class="lede">{say(lede)}</p>
        </div>
        {body}
        {back}
        <p class="wrap more"><a href=href(&Route::Stories)>{say(m!(StoriesAll))}</a></p>
    }
}

/// The ways side by side: what each column of the list says, row by row.
fn compared(entries: &[Entry]) -> AnyView {
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
            let said = entry.says.iter().find(|(known, _)| known == title);
            let text = said.map_or_else(|| say(m!(RecordBlank)), |(_, text)| text.clone());
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
            <h2 id="models">{say(m!(ModelsCompared))}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-label=say(m!(ModelsCompared))>
                <table class="models">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>
                        {rows}
                        <tr><th scope="row">{say(m!(ModelsExample))}</th>{examples.collect_view()}</tr>
                        <tr><th scope="row">{say(m!(FiguresColumnSource))}</th>{sources.collect_view()}</tr>
                    </tbody>
                </table>
            </div>
            <p class="note">{say(m!(ModelsNote))}</p>
        </section>
        {entries.iter().map(stories).collect_view()}
    }
    .into_any()
}

fn alone(entry: &Entry) -> AnyView {
    let facts = entry.says.iter().skip(1).map(|(title, text)| {
        view! { <div><dt>{title.clone()}</dt><dd>{text.clone()}</dd></div> }
    });
    view! {
        <section class="wrap band" aria-labelledby="model">
            <h2 id="model">{say(m!(ModelHow))}</h2>
            <dl class="facts">
                {facts.collect_view()}
                <div><dt>{say(m!(ModelsExample))}</dt><dd>{holders(entry)}</dd></div>
                <div><dt>{say(m!(FiguresColumnSource))}</dt><dd>{source(&entry.source)}</dd></div>
            </dl>
            <p class="note">{say(m!(ModelsNote))}</p>
        </section>
        {stories(entry)}
    }
    .into_any()
}

fn phase(at: usize, entry: &Entry) -> AnyView {
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
    let title = say(m!(PhaseTitle, number = at + 1, name = &entry.term.label));
    let body = match entry.holders.is_empty() {
        true => view! { <p class="note">{say(m!(PhaseNobody))}</p> }.into_any(),
        false => view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=title.clone()>
                <table><thead><tr><th scope="col">{say(m!(StoryOf))}</th><th scope="col">{say(m!(PhaseBasis))}</th></tr></thead>
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

fn holders(entry: &Entry) -> AnyView {
    let links = entry.holders.iter().map(|holder| {
        view! { <a href=href(&Route::Grantee(holder.term.key.clone()))>{holder.term.label.clone()}</a> " " }
    });
    match entry.holders.is_empty() {
        true => say(m!(RecordBlank)).into_any(),
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

fn stories(entry: &Entry) -> Option<impl IntoView + use<>> {
    let cards = entry
        .stories
        .iter()
        .map(|teaser| view! { <li>{card(teaser)}</li> });
    let cards = cards.collect_view();
    let id = format!("stories-{}", entry.term.key);
    let title = say(m!(ModelStories, model = &entry.term.label));
    (!entry.stories.is_empty()).then(|| {
        view! {
            <section class="wrap band" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{title}</h2>
                <ul class="story-cards">{cards}</ul>
            </section>
        }
    })
}
