//! The wages of every occupation in one place. They give context and are never an outcome of the program.

use super::parts;
use crate::bytes::Source;
use crate::frame::{Cell, Frame, LabeledCode, MeasureWords, answer, labels_of, terms};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::{PayPlan, WagePlan};
use crate::problem::Problem;
use crate::prose;
use crate::query::{Query, View, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{ListFilterData, href, localize, sift_island};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the page of a place's pay shows.
#[derive(Clone, Debug)]
pub struct PayPage {
    pub place: LabeledCode,
    measures: Vec<MeasureWords>,
    lines: Vec<OccupationRow>,
    /// Groups by which the list can be narrowed, as (key, label).
    groups: Vec<(String, String)>,
    source: Message,
    plan: WagePlan,
}

/// One occupation.
#[derive(Clone, Debug)]
struct OccupationRow {
    work: LabeledCode,
    /// Key of its group.
    group: String,
    /// One a measure; `None` where the measure has no line for it.
    cells: Vec<Option<Cell>>,
}

/// `None`: there is no such place, or no wages are published for it.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    place: &str,
) -> Result<Option<PayPage>, Problem> {
    let plan = &files.catalog.profiles.wages;
    let own = files.dataset(&Edition::usual(&files.catalog)).await?;
    let places = terms(&own, &files.catalog.profiles.place);
    let Some(place) = places.into_iter().find(|term| term.key == place) else {
        return Ok(None);
    };
    if files.catalog.entry(&plan.package).is_none() {
        return Ok(None);
    }
    let dataset = files.dataset(&Edition::newest(&plan.package)).await?;
    Ok(page(&dataset, plan, place))
}

/// What all work pays in one place, and in the nation.
#[derive(Clone, Debug)]
pub(super) struct PayHere {
    here: (Cell, MeasureWords),
    nation: Option<(Cell, MeasureWords)>,
}

impl PayHere {
    pub(super) fn value(&self) -> Message {
        prose::value(&self.here.0, &self.here.1)
    }

    /// The nation's value, who says so, and that it is no outcome.
    pub(super) fn beside(&self) -> Message {
        match &self.nation {
            Some((cell, measure)) => {
                m!(PayAllBeside, nation = prose::short_value(cell, measure))
            }
            None => m!(PayAllSource),
        }
    }
}

/// `None`: no wages are published for the place, or the median of all work is not.
pub(super) async fn of_all_work<S: Source>(
    files: &PublishedFiles<S>,
    place: &LabeledCode,
) -> Result<Option<PayHere>, Problem> {
    let plan = &files.catalog.profiles.wages;
    if files.catalog.entry(&plan.package).is_none() {
        return Ok(None);
    }
    let dataset = files.dataset(&Edition::newest(&plan.package)).await?;
    let one = |measure: &String, filters: BTreeMap<String, Vec<String>>| {
        let query = Query {
            measure: Some(measure.clone()),
            by: Some(plan.work.clone()),
            level: Some(plan.pay.all.clone()),
            filters,
            ..Query::default()
        };
        let frame = answer(&dataset, &resolve(&dataset.package, &query)?).ok()?;
        // One row: anything else would be another question.
        let [row] = frame.rows.as_slice() else {
            return None;
        };
        row.cell.quantity?;
        Some((row.cell.clone(), frame.measure.clone()))
    };
    let filters = BTreeMap::from([(plan.place.clone(), vec![place.key.clone()])]);
    Ok(one(&plan.measure, filters).map(|here| PayHere {
        here,
        nation: one(&plan.nation, BTreeMap::new()),
    }))
}

fn page(dataset: &Dataset, plan: &WagePlan, place: LabeledCode) -> Option<PayPage> {
    let ask = |measure: &String, level: &str, filters| {
        let query = Query {
            measure: Some(measure.clone()),
            by: Some(plan.work.clone()),
            level: Some(level.to_owned()),
            filters,
            ..Query::default()
        };
        answer(dataset, &resolve(&dataset.package, &query)?).ok()
    };
    let asked = |measure: &String, level: &str| {
        let here = BTreeMap::from([(plan.place.clone(), vec![place.key.clone()])]);
        ask(measure, level, here)
    };
    let PayPlan {
        measures, level, ..
    } = &plan.pay;
    let mut frames: Vec<Frame> = measures
        .iter()
        .map(|measure| asked(measure, level))
        .collect::<Option<_>>()?;
    // What the same work pays in the nation, right of the first measure, which is the same for the place.
    if let Some(mut nation) = ask(&plan.nation, level, BTreeMap::new()) {
        nation.measure.title = Locale::EN.text(m!(PayNation));
        frames.insert(1.min(frames.len()), nation);
    }
    let first = frames.first()?;
    let groups = labels_of(dataset, &plan.work, &plan.pay.group_field);
    let by_work: Vec<BTreeMap<&str, &Cell>> = frames.iter().map(cells).collect();
    let mut lines: Vec<OccupationRow> = first
        .rows
        .iter()
        .map(|row| OccupationRow {
            work: LabeledCode {
                key: row.key.clone(),
                label: row.label.clone(),
            },
            group: groups.get(&row.key).cloned().unwrap_or_default(),
            cells: by_work
                .iter()
                .map(|cells| cells.get(row.key.as_str()).map(|cell| (*cell).clone()))
                .collect(),
        })
        .collect();
    lines.sort_by(|a, b| Locale::EN.compare(&a.work.label, &b.work.label));
    let used: BTreeSet<&String> = lines.iter().map(|line| &line.group).collect();
    let titles = asked(measures.first()?, &plan.pay.groups)?;
    let titles = titles.rows.iter().filter(|row| used.contains(&row.key));
    Some(PayPage {
        groups: titles
            .map(|row| (row.key.clone(), row.label.clone()))
            .collect(),
        measures: frames.iter().map(|frame| frame.measure.clone()).collect(),
        source: prose::source_line(first),
        plan: plan.clone(),
        place,
        lines,
    })
}

fn cells(frame: &Frame) -> BTreeMap<&str, &Cell> {
    let rows = frame.rows.iter();
    rows.map(|row| (row.key.as_str(), &row.cell)).collect()
}

impl PayPage {
    pub fn title(&self) -> Message {
        m!(
            PayDocumentTitle,
            place = &self.place.label,
            count = self.lines.len()
        )
    }

    pub fn description(&self) -> Message {
        m!(
            PayDescription,
            place = &self.place.label,
            count = self.lines.len()
        )
    }

    fn choices(&self) -> ListFilterData {
        let mut groups = self.groups.clone();
        groups.sort_by(|a, b| Locale::EN.compare(&a.1, &b.1));
        let all = (String::new(), localize(m!(SiftAll)));
        ListFilterData {
            search: localize(m!(PaySearch)),
            show: (
                localize(m!(PayGroup)),
                [all].into_iter().chain(groups).collect(),
            ),
            more: Vec::new(),
            orders: vec![
                (String::new(), localize(m!(SiftByName))),
                ("amount".to_owned(), localize(m!(PayByMedian))),
            ],
            of: self.lines.len(),
        }
    }
}

/// The number of rows that a list shows before a visitor presses “Show all”; `style/site.css` has the same number.
const ROWS_SHOWN: usize = 50;

pub(in crate::pages) fn pay_page(page: PayPage) -> impl IntoView {
    let controls = sift_island(page.choices());
    let place = page.place.label.clone();
    let heads = page.measures.iter();
    let heads = heads
        .map(|measure| view! { <th scope="col" class="number">{measure.title.clone()}</th> })
        .collect_view();
    // The style sheet shows the first rows of an unfiltered list until the box is checked.
    let all = (page.lines.len() > ROWS_SHOWN).then(|| {
        view! {
            <p class="list-all">
                {localize(m!(PayFirst, shown = ROWS_SHOWN, of = page.lines.len()))} " "
                <label class="figure-all"><input type="checkbox" class="visually-hidden"/>{localize(m!(PayAll, of = page.lines.len()))}</label>
            </p>
        }
    });
    let rows = page.lines.iter().enumerate();
    let rows = rows.map(|(at, of)| line(at, of, &page)).collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(PayTitle, place = &place))}</h1>
            <p class="lede">{localize(m!(PayLede, count = page.lines.len()))}</p>
        </div>
        <section class="wrap band long-list">
            {controls}
            <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(PayTitle, place = &place))>
                <table class="claims">
                    <thead><tr>
                        <th scope="col">{localize(m!(PayOccupation))}</th>
                        {heads}
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {all}
            <p class="figure-source">{localize(page.source)} " " {localize(m!(PayElsewhere))}</p>
        </section>
        {parts::more(&Route::State(page.place.key), m!(PayBack, place = place))}
    }
}

/// One occupation; it leads to its pay in all places.
fn line(at: usize, line: &OccupationRow, page: &PayPage) -> impl IntoView + use<> {
    let everywhere = Query {
        package: Some(page.plan.package.clone()),
        measure: Some(page.plan.measure.clone()),
        by: Some(page.plan.place.clone()),
        view: Some(View::Map),
        filters: BTreeMap::from([(page.plan.work.clone(), vec![line.work.key.clone()])]),
        ..Query::default()
    };
    let address = to_address(&everywhere, &Query::default());
    let address = format!("{}{address}", href(&Route::Explore));
    let number = |cell: &Option<Cell>| cell.as_ref()?.quantity.map(|known| known.anchor());
    let rank = line.cells.first().and_then(number);
    let cells = line.cells.iter().zip(&page.measures);
    let cells = cells
        .map(|(cell, measure)| {
            let cell = cell.clone().unwrap_or_default();
            view! { <td class="number">{localize(prose::short_value(&cell, measure))}</td> }
        })
        .collect_view();
    view! {
        <tr id=format!("pay-{}", line.work.key) data-line=at.to_string() data-show=line.group.clone() data-by-amount=rank.map(|rank| rank.to_string())>
            <th scope="row"><a href=address>{line.work.label.clone()}</a>" "<span class="code">{line.work.key.clone()}</span></th>
            {cells}
        </tr>
    }
}
