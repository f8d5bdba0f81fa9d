//! Two to four of a kind side by side: the same measures, one scale, and a plain warning where the numbers
//! are no ranking.
//!
//! The page is a form and an island. The island is made from what is chosen in the address; another choice
//! is another address, so that Back, links and a form without scripts need nothing of their own.

mod gather;
mod sides;

pub(super) use gather::gather;

use crate::m;
use crate::query::{encode, list_of, meant_one};
use crate::site::Route;
use crate::ui::{FigureData, figure, href, island, say, shell};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// At most so many side by side.
pub const MOST: usize = 4;
/// The key of what sort is compared, and of those that are.
const OF: &str = "of";
const ITEMS: &str = "items";

/// What sort is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    #[default]
    Grantees,
    States,
    Industries,
    Occupations,
}

impl Of {
    pub const ALL: [Self; 4] = [
        Self::Grantees,
        Self::States,
        Self::Industries,
        Self::Occupations,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grantees => "grantees",
            Self::States => "states",
            Self::Industries => "industries",
            Self::Occupations => "occupations",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.as_str() == text)
    }

    /// The sort that an address names, read through what was changed in it on the way.
    fn read(text: &str) -> Option<Self> {
        Self::parse(&meant_one(text, &|word| Self::parse(word).is_some())?)
    }

    fn word(self) -> crate::locale::Message {
        match self {
            Self::Grantees => m!(GranteesTitle),
            Self::States => m!(StatesTitle),
            Self::Industries => m!(IndustriesTitle),
            Self::Occupations => m!(CompareOccupations),
        }
    }
}

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub of: Of,
    /// Keys, in the order of the columns, as the address has them; none leaves the choice to the page.
    pub items: Vec<String>,
}

impl Choice {
    /// Reads the query part of an address. What is not understood is the usual, and the page tells which
    /// keys it does not know.
    pub fn read(address: &str) -> Self {
        let of = list_of(address, OF);
        let mut items: Vec<String> = Vec::new();
        for item in list_of(address, ITEMS) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        Self {
            of: of.first().and_then(|of| Of::read(of)).unwrap_or_default(),
            items,
        }
    }

    /// The address of the comparison.
    pub fn href(&self) -> String {
        let items: Vec<String> = self.items.iter().map(|item| encode(item)).collect();
        let items = match items.is_empty() {
            true => String::new(),
            false => format!("&{ITEMS}={}", items.join("~")),
        };
        format!("{}?{OF}={}{items}", href(&Route::Compare), self.of.as_str())
    }
}

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComparePage {
    /// As the address has it.
    pub asked: Choice,
    /// With the items that are shown, as (key, label, address below the base).
    items: Vec<Item>,
    /// Everything that can be chosen, as (key, label).
    choices: Vec<(String, String)>,
    lines: Vec<Line>,
    /// All of them on one scale, those that are shown by name.
    strip: Option<Box<FigureData>>,
    /// Others to look at: the rule that they were chosen by, and they.
    peers: Option<(String, Vec<(String, String)>)>,
    /// What was not understood.
    unknown: Vec<String>,
    /// Labels of those that have no column left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    beyond: Vec<String>,
    source: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Item {
    key: String,
    label: String,
    /// Its own page, below the base; empty where it has none.
    path: String,
}

/// One measure across the items.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Line {
    title: String,
    cells: Vec<Cell>,
    /// Why the numbers are no ranking; empty where they may be compared.
    warnings: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Cell {
    value: String,
    /// Kind, date, error: what stands with the number.
    notes: Vec<String>,
    /// The claim behind it.
    claim: String,
    has_number: bool,
}

pub(super) fn compare_page(page: ComparePage) -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{say(m!(CompareTitle))}</h1>
            <p class="lede">{say(m!(CompareLede))}</p>
        </div>
        <div class="wrap">{island("compare", page, compared)}</div>
    }
}

/// The island: what is compared, the table, all of them on one scale.
pub fn compared(page: ComparePage) -> AnyView {
    let of = page.asked.of;
    let tabs = Of::ALL.into_iter().map(|other| {
        let address = Choice {
            of: other,
            items: Vec::new(),
        }
        .href();
        view! { <li><a href=address aria-current=(other == of).then_some("true")>{say(other.word())}</a></li> }
    });
    let unknown = page
        .unknown
        .iter()
        .map(|key| view! { <li>{say(m!(CompareUnknown, key = key))}</li> });
    let beyond = page
        .beyond
        .iter()
        .map(|name| view! { <li>{say(m!(CompareBeyond, name = name, most = MOST))}</li> });
    let unknown = (!page.unknown.is_empty() || !page.beyond.is_empty()).then(
        || view! { <ul class="notices">{unknown.collect_view()}{beyond.collect_view()}</ul> },
    );
    let example = page
        .asked
        .items
        .is_empty()
        .then(|| view! { <p class="note">{say(m!(CompareExample))}</p> });
    let form = form(&page);
    let table = table(&page);
    let peers = page
        .peers
        .clone()
        .filter(|(_, list)| !list.is_empty())
        .map(|(rule, list)| {
            let kept: Vec<String> = page
                .items
                .iter()
                .map(|item| item.key.clone())
                .take(MOST - 1)
                .collect();
            let links = list.into_iter().map(|(key, label)| {
                let items = kept.iter().cloned().chain([key]).collect();
                view! { <li><a class="chip" href=Choice { of, items }.href()>{label}</a></li> }
            });
            view! {
                <section aria-labelledby="peers">
                    <h2 id="peers">{say(m!(ComparePeers))}</h2>
                    <p class="note">{rule}</p>
                    <ul class="chips">{links.collect_view()}</ul>
                </section>
            }
        });
    view! {
        <nav class="compare-of" aria-label=say(m!(CompareOf))><ul>{tabs.collect_view()}</ul></nav>
        {unknown}
        {form}
        {example}
        {table}
        <p class="figure-source">{page.source.clone()}</p>
        {page.strip.map(|strip| {
            let explore = strip.explore.as_deref().map(|path| shell().place.file(path));
            figure(FigureData { explore, ..*strip })
        })}
        {peers}
    }
    .into_any()
}

/// A list for each column: a form that needs no script to be sent.
fn form(page: &ComparePage) -> impl IntoView + use<> {
    let columns = (0..MOST).map(|at| {
        let chosen = page
            .items
            .get(at)
            .map(|item| item.key.clone())
            .unwrap_or_default();
        let options = page.choices.iter().map(|(key, label)| {
            let is_chosen = *key == chosen;
            view! { <option value=key.clone() selected=is_chosen>{label.clone()}</option> }
        });
        let none = (at > 1).then(|| view! { <option value="">{say(m!(CompareNone))}</option> });
        let id = format!("compare-{at}");
        view! {
            <div class="control">
                <label for=id.clone()>{say(m!(CompareColumn, number = at + 1))}</label>
                <select id=id name=ITEMS>{none}{options.collect_view()}</select>
            </div>
        }
    });
    view! {
        <form class="compare-form" action=href(&Route::Compare) method="get">
            <input type="hidden" name=OF value=page.asked.of.as_str()/>
            {columns.collect_view()}
            <button type="submit" class="button">{say(m!(CompareShow))}</button>
        </form>
    }
}

fn table(page: &ComparePage) -> impl IntoView + use<> {
    let base = shell().place;
    let heads = page.items.iter().map(|item| match item.path.is_empty() {
        true => view! { <th scope="col">{item.label.clone()}</th> }.into_any(),
        false => {
            view! { <th scope="col"><a href=base.file(&item.path)>{item.label.clone()}</a></th> }
                .into_any()
        }
    });
    let rows = page.lines.iter().map(|line| {
        let warnings = line.warnings.iter().map(|why| view! { <span class="aside">{why.clone()}</span> });
        let cells = line.cells.iter().map(|cell| {
            let value = match cell.claim.is_empty() {
                true => cell.value.clone().into_any(),
                false => view! { <a href=href(&Route::Figure(cell.claim.clone()))>{cell.value.clone()}</a> }.into_any(),
            };
            let notes = cell.notes.iter().map(|note| view! { <span class="aside">{note.clone()}</span> });
            view! { <td class=(!cell.has_number).then_some("blank")>{value}{notes.collect_view()}</td> }
        });
        view! { <tr><th scope="row">{line.title.clone()}{warnings.collect_view()}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=say(m!(CompareTitle))>
            <table class="compare">
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
