//! What the work of some industries pays, in one place or in the nation: context, never an outcome.

use crate::bytes::Source;
use crate::frame::{Frame, LabeledCode, answer};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::{FamilyOf, PublishedView};
use crate::pages::views::ShownView;
use crate::problem::Problem;
use crate::query::{Query, View, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{FigureData, figure_island, href, localize};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Wages of the occupations of some industries.
#[derive(Clone, Debug)]
pub struct Wages {
    /// `None`: the package of wages has none for this place.
    frame: Option<Frame>,
    query: Query,
    /// The occupations are those of industries, by our reading; otherwise all major groups.
    is_chosen: bool,
    /// Its published view.
    view: Option<PublishedView>,
}

impl Wages {
    /// Whether any wages are published for the place.
    pub(super) fn are_published(&self) -> bool {
        self.frame.is_some()
    }

    /// The chart as a published view.
    pub(super) fn chart(&self) -> Option<ShownView> {
        let view = self.view.clone()?;
        Some(ShownView {
            address: view.query.clone(),
            as_view: View::Bar,
            frame: self.frame.clone()?,
            view,
        })
    }
}

/// The wages at `place`, or of the nation, of the occupations that the package gives to industries;
/// of every major group where it gives none.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    own: &Dataset,
    page: (FamilyOf, &LabeledCode),
    place: Option<&LabeledCode>,
    industries: &[&LabeledCode],
) -> Result<Option<Wages>, Problem> {
    let plan = &files.catalog.profiles.wages;
    if files.catalog.entry(&plan.package).is_none() {
        return Ok(None);
    }
    let work = occupations(own, &plan.bridge, &plan.work, industries);
    let mut filters = BTreeMap::new();
    if let Some(place) = place {
        filters.insert(plan.place.clone(), vec![place.key.clone()]);
    }
    let is_chosen = !work.is_empty();
    if is_chosen {
        filters.insert(plan.work.clone(), work);
    }
    let measure = place.map_or(&plan.nation, |_| &plan.measure);
    let query = Query {
        package: Some(plan.package.clone()),
        measure: Some(measure.clone()),
        by: Some(plan.work.clone()),
        view: Some(View::Bar),
        filters,
        ..Query::default()
    };
    let dataset = files.dataset(&Edition::newest(&plan.package)).await?;
    let frame = resolve(&dataset.package, &query).and_then(|asked| answer(&dataset, &asked).ok());
    let asked = to_address(&query, &Query::default());
    let views = files.views().await.unwrap_or_default();
    Ok(Some(Wages {
        view: views
            .member(page.0, &page.1.key, asked)
            .map(|view| PublishedView {
                title: Locale::EN.text(title(page, place, is_chosen)),
                ..view
            }),
        frame,
        query,
        is_chosen,
    }))
}

/// What the published view is called; no two pages have the same.
fn title(
    (of, own): (FamilyOf, &LabeledCode),
    place: Option<&LabeledCode>,
    is_chosen: bool,
) -> Message {
    let name = &own.label;
    match (of, place) {
        (FamilyOf::Grantee, Some(place)) => {
            m!(ProfileViewGrantee, name = name, place = &place.label)
        }
        (FamilyOf::State, _) if is_chosen => m!(ProfileViewState, name = name),
        (FamilyOf::Industry, _) if is_chosen => m!(ProfileViewIndustry, name = name),
        _ => m!(ProfileViewAll, name = name),
    }
}

/// The occupations of industries as the bridge has them, each once.
fn occupations(
    own: &Dataset,
    bridge: &str,
    field: &str,
    industries: &[&LabeledCode],
) -> Vec<String> {
    let (Some(resource), Some(table)) = (own.package.resource(bridge), own.table(bridge)) else {
        return Vec::new();
    };
    let other = resource.schema.fields.iter().find(|of| of.name != field);
    let industry = other.map_or("", |field| field.name.as_str());
    let mut found: Vec<String> = (0..table.len)
        .filter(|row| {
            let key = table.text(industry, *row);
            industries.iter().any(|known| known.key == key)
        })
        .map(|row| table.text(field, row).to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// What holds for the wages of a page, for its “About these data”.
pub(super) fn about(wages: Option<&Wages>) -> Vec<Message> {
    let Some(wages) = wages.filter(|wages| wages.are_published()) else {
        return Vec::new();
    };
    let mapping = match wages.is_chosen {
        true => m!(ProfileWagesMapping),
        false => m!(ProfileWagesAll),
    };
    vec![m!(ProfileWagesExperience), mapping]
}

/// The section of a page; `place` is in the words of a heading.
pub(super) fn section(wages: Option<Wages>, heading: Message) -> Option<impl IntoView> {
    let wages = wages?;
    let body = match wages.frame {
        None => {
            view! { <h2>{localize(heading)}</h2><p>{localize(m!(ProfileWagesNone))}</p> }.into_any()
        }
        Some(frame) => {
            let asked = to_address(&wages.query, &Query::default());
            let explore = format!("{}{asked}", href(&Route::Explore));
            view! {
                {figure_island(FigureData {
                    frame,
                    view: View::Bar,
                    heading: Some(localize(heading)),
                    level: 2,
                    explore: Some(explore),
                    alone: wages.view.map(|view| href(&Route::Embed(view.id))),
                    brief: false,
                    is_choice: false,
                    is_half: false,
                })}
                <p class="note">{localize(m!(ProfileWagesNote))}</p>
            }
            .into_any()
        }
    };
    Some(view! { <section class="wrap band">{body}</section> })
}
