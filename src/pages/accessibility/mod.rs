//! The conformance statement: WCAG 2.2 AA and Section 508, criterion by criterion, for this version of the site.

mod criteria;

pub use criteria::{CRITERIA, Conformance, ConformanceLevel, SuccessCriterion};

use super::contact::contact;
use super::wide_table::wide_table;
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::Catalog;
use crate::ui::localize;
use leptos::prelude::*;

/// The version of the site.
const SITE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Heuristics of `docs/chartability.md` that are met in part, each as a limit.
pub const KNOWN_LIMITS: [(u8, fn() -> Message); 6] = [
    (16, || m!(AccessLimit16)),
    (29, || m!(AccessLimit29)),
    (35, || m!(AccessLimit35)),
    (39, || m!(AccessLimit39)),
    (47, || m!(AccessLimit47)),
    (49, || m!(AccessLimit49)),
];

#[derive(Clone, Debug)]
pub struct AccessibilityPage {
    /// The day of the newest data: nothing here reads a clock.
    date: String,
}

pub(super) fn load(catalog: &Catalog) -> AccessibilityPage {
    let versions = catalog.packages.iter().flat_map(|entry| &entry.versions);
    let dates = versions.map(|version| version.released.clone());
    AccessibilityPage {
        date: dates.max().unwrap_or_default(),
    }
}

fn answer(answer: Conformance) -> Message {
    match answer {
        Conformance::Supports => m!(AccessSupports),
        Conformance::Exceptions => m!(AccessExceptions),
        Conformance::DoesNotApply => m!(AccessDoesNotApply),
    }
}

pub(super) fn accessibility_page(page: AccessibilityPage) -> impl IntoView {
    let count = |of: Conformance| {
        let criteria = CRITERIA.iter();
        criteria.filter(|criterion| criterion.answer == of).count()
    };
    let lede = m!(
        AccessLede,
        supports = count(Conformance::Supports),
        count = CRITERIA.len(),
        exceptions = count(Conformance::Exceptions),
        none = count(Conformance::DoesNotApply)
    );
    let scope = m!(
        AccessScope,
        version = SITE_VERSION,
        date = Arg::Date(page.date)
    );
    let columns = [
        m!(AccessNumber),
        m!(AccessLevel),
        m!(AccessAnswer),
        m!(AccessHow),
        m!(AccessTests),
    ];
    let limits = KNOWN_LIMITS.map(|(_, limit)| view! { <li>{localize(limit())}</li> });
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(AccessTitle))}</h1>
            <p class="lede">{localize(lede)}</p>
            <p>{localize(scope)}</p>
        </div>
        <section class="wrap band">
            <h2>{localize(m!(AccessReport))}</h2>
            {contact(m!(AccessContact), m!(AccessContactLink))}
        </section>
        <section class="wrap band">
            <h2>{localize(m!(AccessLimits))}</h2>
            <ul class="methods">{limits.into_iter().collect_view()}</ul>
        </section>
        <section class="wrap band">
            <h2>{localize(m!(AccessSectionTitle))}</h2>
            <p>{localize(m!(AccessSection))}</p>
        </section>
        <section class="wrap band">
            {wide_table(m!(AccessCriteria), columns, CRITERIA.iter().map(line).collect_view())}
        </section>
    }
}

fn line(criterion: &SuccessCriterion) -> impl IntoView + use<> {
    let tests = criterion.tests.iter().map(|(file, name)| {
        view! { <li><code translate="no">{*file}</code> ": " <code translate="no">{*name}</code></li> }
    });
    let tests = tests.collect_view();
    let level = match criterion.level {
        ConformanceLevel::A => "A",
        ConformanceLevel::AA => "AA",
    };
    view! {
        <tr>
            <th scope="row">{criterion.number} " " {localize((criterion.name)())}</th>
            <td>{level}</td>
            <td>{localize(answer(criterion.answer))}</td>
            <td>{localize((criterion.how)())}</td>
            <td><ul class="rules">{tests}</ul></td>
        </tr>
    }
}
