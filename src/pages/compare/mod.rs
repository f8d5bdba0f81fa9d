//! Two to four of a kind side by side: the same measures, one scale, and a plain warning where the numbers
//! are no ranking.
//!
//! The page is a form and an island. The island is made from what is chosen in the address; another choice
//! is another address, so that Back, links and a form without scripts need nothing of their own.

mod load;
mod sides;

pub(super) use load::load;

use crate::m;
use crate::query::{encode, list_of, meant_one};
use crate::site::Route;
use crate::ui::{FigureData, figure, href, island, localize, shell};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The maximum number of items side by side.
pub const MAX_ITEMS: usize = 4;
/// The address keys of the type of item and of the items.
const OF: &str = "of";
const ITEMS: &str = "items";
/// Keys of an address that ask for a comparison.
pub const COMPARED: [&str; 2] = [OF, ITEMS];

/// The type of item that is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComparedKind {
    #[default]
    Grantees,
    States,
    Industries,
    Occupations,
}

impl ComparedKind {
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

    /// The type of item in an address, also if mail or chat changed its spelling.
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
pub struct ComparisonChoice {
    pub of: ComparedKind,
    /// Keys, in the order of the columns, as the address has them; none leaves the choice to the page.
    pub items: Vec<String>,
}

impl ComparisonChoice {
    /// Reads the query part of an address. Unknown values become the default, and the page lists unknown keys.
    pub fn read(address: &str) -> Self {
        let of = list_of(address, OF);
        let mut items: Vec<String> = Vec::new();
        for item in list_of(address, ITEMS) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        Self {
            of: of
                .first()
                .and_then(|of| ComparedKind::read(of))
                .unwrap_or_default(),
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
    pub asked: ComparisonChoice,
    /// With the items that are shown, as (key, label, address below the base).
    items: Vec<ComparedItem>,
    /// Everything that can be chosen, as (key, label).
    choices: Vec<(String, String)>,
    lines: Vec<ComparisonRow>,
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
struct ComparedItem {
    key: String,
    label: String,
    /// Its own page, below the base; empty where it has none.
    path: String,
}

/// One measure across the items.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct ComparisonRow {
    title: String,
    cells: Vec<ComparisonCell>,
    /// Why the numbers are no ranking; empty where they may be compared.
    warnings: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct ComparisonCell {
    value: String,
    /// The type, date and error of the number.
    notes: Vec<String>,
    /// The claim behind it.
    claim: String,
    has_number: bool,
}

pub(super) fn compare_page(page: ComparePage) -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(CompareTitle))}</h1>
            <p class="lede">{localize(m!(CompareLede))}</p>
        </div>
        <div class="wrap">{island("compare", page, compared)}</div>
    }
}

/// The island: what is compared, the table, all of them on one scale.
pub fn compared(page: ComparePage) -> AnyView {
    let of = page.asked.of;
    let tabs = ComparedKind::ALL.into_iter().map(|other| {
        let address = ComparisonChoice {
            of: other,
            items: Vec::new(),
        }
        .href();
        view! { <li><a href=address aria-current=(other == of).then_some("true")>{localize(other.word())}</a></li> }
    });
    let unknown = page
        .unknown
        .iter()
        .map(|key| view! { <li>{localize(m!(CompareUnknown, key = key))}</li> });
    let beyond = page.beyond.iter().map(
        |name| view! { <li>{localize(m!(CompareBeyond, name = name, most = MAX_ITEMS))}</li> },
    );
    let unknown = (!page.unknown.is_empty() || !page.beyond.is_empty()).then(
        || view! { <ul class="notices">{unknown.collect_view()}{beyond.collect_view()}</ul> },
    );
    let example = page
        .asked
        .items
        .is_empty()
        .then(|| view! { <p class="note">{localize(m!(CompareExample))}</p> });
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
                .take(MAX_ITEMS - 1)
                .collect();
            let links = list.into_iter().map(|(key, label)| {
                let items = kept.iter().cloned().chain([key]).collect();
                view! { <li><a class="chip" href=ComparisonChoice { of, items }.href()>{label}</a></li> }
            });
            view! {
                <section aria-labelledby="peers">
                    <h2 id="peers">{localize(m!(ComparePeers))}</h2>
                    <p class="note">{rule}</p>
                    <ul class="chips">{links.collect_view()}</ul>
                </section>
            }
        });
    view! {
        <nav class="compare-of" aria-label=localize(m!(CompareOf))><ul>{tabs.collect_view()}</ul></nav>
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
    let columns = (0..MAX_ITEMS).map(|at| {
        let chosen = page
            .items
            .get(at)
            .map(|item| item.key.clone())
            .unwrap_or_default();
        let options = page.choices.iter().map(|(key, label)| {
            let is_chosen = *key == chosen;
            view! { <option value=key.clone() selected=is_chosen>{label.clone()}</option> }
        });
        let none =
            (at > 1).then(|| view! { <option value="">{localize(m!(CompareNone))}</option> });
        let id = format!("compare-{at}");
        view! {
            <div class="control">
                <label for=id.clone()>{localize(m!(CompareColumn, number = at + 1))}</label>
                <select id=id name=ITEMS>{none}{options.collect_view()}</select>
            </div>
        }
    });
    view! {
        <form class="compare-form" action=href(&Route::Compare) method="get">
            <input type="hidden" name=OF value=page.asked.of.as_str()/>
            {columns.collect_view()}
            <button type="submit" class="button">{localize(m!(CompareShow))}</button>
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
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(CompareTitle))>
            <table class="compare">
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
