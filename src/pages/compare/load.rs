//! What is compared, from the packages of the site: the same natively and in the browser.

use super::sides::{amounts, answers, of_frame, ratios, text_row};
use super::{ComparePage, ComparedItem, ComparedKind, ComparisonChoice, ComparisonRow, MAX_ITEMS};
use crate::bytes::Source;
use crate::frame::{
    Award, Frame, MeasureWords, answer, awards, claims_about, labels_of, ratio_of, ratio_titles,
    record, year,
};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Locale, Message};
use crate::m;
use crate::problem::Problem;
use crate::prose;
use crate::query::{MeasureRef, Offer, Query, View, meant, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::FigureData;
use crate::value::Unit;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const LOCALE: Locale = Locale::EN;
/// The maximum number of suggestions.
const PEERS: usize = 4;
/// All occupations together, in the Standard Occupational Classification.
const ALL_WORK: &str = "00-0000";

/// The packages that comparisons are made from.
struct ComparisonPackages {
    own: Rc<Dataset>,
    wages: Option<Rc<Dataset>>,
}

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    address: &str,
) -> Result<ComparePage, Problem> {
    let asked = ComparisonChoice::read(address);
    let plan = &files.catalog.profiles;
    let needs_wages = matches!(asked.of, ComparedKind::States | ComparedKind::Occupations);
    let wages = match needs_wages && files.catalog.entry(&plan.wages.package).is_some() {
        true => Some(files.dataset(&Edition::newest(&plan.wages.package)).await?),
        false => None,
    };
    let sources = ComparisonPackages {
        own: files.dataset(&Edition::usual(&files.catalog)).await?,
        wages,
    };
    let catalog = &files.catalog;
    // The measure by which all of them are set on one line, and by which an example is taken.
    let own = |measure: &str, by: &str| sources.own_frame(measure, by);
    let (strip, order) = match asked.of {
        ComparedKind::Grantees => (own(&plan.amount, &catalog.record.holder), None),
        ComparedKind::Industries => (own("awards", &plan.industry), None),
        ComparedKind::States => (
            sources.wage_frame(&plan.wages.measure, &plan.wages.place, None),
            own("awards", &plan.place),
        ),
        ComparedKind::Occupations => {
            let level = Some(plan.wages.pay.level.as_str());
            let jobs = nation_measure(&sources, &plan.wages.nation, "employment");
            (
                sources.wage_frame(&plan.wages.nation, &plan.wages.work, level),
                jobs.and_then(|jobs| sources.wage_frame(&jobs, &plan.wages.work, level)),
            )
        }
    };
    let Some(mut strip) = strip else {
        return Ok(ComparePage {
            asked,
            ..ComparePage::default()
        });
    };
    let mut choices: Vec<(String, String)> = strip
        .rows
        .iter()
        .map(|row| (row.key.clone(), row.label.clone()))
        .collect();
    let is_choice = |key: &str| choices.iter().any(|(known, _)| known == key);
    let (mut keys, mut unknown) = (Vec::new(), Vec::new());
    for text in &asked.items {
        match meant(text, &is_choice) {
            Some(names) => keys.extend(names),
            None => unknown.push(text.clone()),
        }
    }
    let mut seen = BTreeSet::new();
    keys.retain(|key| seen.insert(key.clone()));
    let beyond = keys.split_off(keys.len().min(MAX_ITEMS));
    // With fewer than two items, the first ones of the default order are added.
    let example = order
        .as_ref()
        .unwrap_or(&strip)
        .rows
        .iter()
        .map(|row| row.key.clone());
    for key in example {
        if keys.len() >= 2 {
            break;
        }
        if !keys.contains(&key) && is_choice(&key) {
            keys.push(key);
        }
    }
    let pair = |key: &String| choices.iter().find(|(known, _)| known == key).cloned();
    let pairs: Vec<(String, String)> = keys.iter().filter_map(pair).collect();
    let beyond = beyond.iter().filter_map(pair).map(|(_, label)| label);
    let beyond: Vec<String> = beyond.collect();
    let all = awards(&sources.own, catalog);
    let lines = match asked.of {
        ComparedKind::Grantees => grantees(&sources.own, files, &all, &pairs),
        ComparedKind::Industries => industries(&sources, &all, &pairs, &plan.industry),
        ComparedKind::States => states(&sources, files, &pairs),
        ComparedKind::Occupations => occupations(&sources, files, &pairs),
    };
    let peers = match asked.of {
        ComparedKind::Grantees => kin(&all, &pairs),
        ComparedKind::Industries => nearest(
            &strip,
            &pairs,
            |_| true,
            |name| m!(ComparePeersAwards, name = name),
        ),
        ComparedKind::States => nearest(
            &strip,
            &pairs,
            |_| true,
            |name| m!(ComparePeersWage, name = name),
        ),
        ComparedKind::Occupations => {
            let groups = sources
                .wages
                .as_ref()
                .map(|wages| labels_of(wages, &plan.wages.work, &plan.wages.pay.group_field));
            let groups = groups.unwrap_or_default();
            let own = pairs.first().and_then(|(key, _)| groups.get(key));
            nearest(
                &strip,
                &pairs,
                |key| groups.get(key) == own,
                |name| m!(ComparePeersWork, name = name),
            )
        }
    };
    let source = LOCALE.text(prose::source_line(&strip));
    choices.sort_by(|a, b| LOCALE.compare(&a.1, &b.1));
    strip.query.highlight = keys;
    strip.query.view = Some(View::Strip);
    let path = |key: &str| match asked.of {
        ComparedKind::Grantees => Route::Grantee(key.to_owned()).path(),
        ComparedKind::States => Route::State(key.to_owned()).path(),
        ComparedKind::Industries => Route::Industry(key.to_owned()).path(),
        ComparedKind::Occupations => String::new(),
    };
    Ok(ComparePage {
        items: pairs
            .iter()
            .map(|(key, label)| ComparedItem {
                path: path(key),
                key: key.clone(),
                label: label.clone(),
            })
            .collect(),
        strip: Some(Box::new(figure(strip))),
        choices,
        lines,
        peers,
        unknown,
        beyond,
        source,
        asked,
    })
}

/// All of them on one scale.
fn figure(frame: Frame) -> FigureData {
    let heading = m!(CompareStrip, title = prose::title(&frame));
    FigureData {
        heading: Some(LOCALE.text(heading)),
        view: View::Strip,
        level: 2,
        explore: Some(format!(
            "{}{}",
            Route::Explore.path(),
            to_address(&frame.query, &Query::default())
        )),
        alone: None,
        brief: false,
        is_choice: false,
        is_half: false,
        frame,
    }
}

impl ComparisonPackages {
    fn own_frame(&self, measure: &str, by: &str) -> Option<Frame> {
        ask(&self.own, measure, by, None, &BTreeMap::new())
    }

    fn wage_frame(&self, measure: &str, by: &str, level: Option<&str>) -> Option<Frame> {
        ask(self.wages.as_ref()?, measure, by, level, &BTreeMap::new())
    }
}

fn ask(
    dataset: &Dataset,
    measure: &str,
    by: &str,
    level: Option<&str>,
    filters: &BTreeMap<String, Vec<String>>,
) -> Option<Frame> {
    let query = Query {
        package: Some(dataset.package.name.clone()),
        measure: Some(measure.to_owned()),
        by: Some(by.to_owned()),
        series: Some(String::new()),
        level: level.map(str::to_owned),
        filters: filters.clone(),
        ..Query::default()
    };
    answer(dataset, &resolve(&dataset.package, &query)?).ok()
}

/// A measure of the table that holds the nation's wages.
fn nation_measure(sources: &ComparisonPackages, nation: &str, field: &str) -> Option<String> {
    let offer = Offer::of(&sources.wages.as_ref()?.package);
    let table = offer.measure(nation)?.resource.clone();
    let is_it = |code: &str| code == field || code.ends_with(&format!(".{field}"));
    let mut measures = offer.measures.iter();
    let found = measures.find(|measure| measure.resource == table && is_it(&measure.code));
    found.map(|measure| measure.code.clone())
}

/// The measures of a table of wages: those of the plan, then those whose error is published.
fn wage_measures(wages: &Dataset, first: &str, plan: &[String]) -> Vec<String> {
    let offer = Offer::of(&wages.package);
    let Some(table) = offer.measure(first).map(|measure| measure.resource.clone()) else {
        return Vec::new();
    };
    let of_table: Vec<_> = offer
        .measures
        .iter()
        .filter(|measure| measure.resource == table)
        .collect();
    let is_planned = |code: &str| {
        plan.iter()
            .any(|field| code == field || code.ends_with(&format!(".{field}")))
    };
    let has_error =
        |reference: &MeasureRef| matches!(reference, MeasureRef::Column { error: Some(_), .. });
    let planned = of_table.iter().filter(|measure| is_planned(&measure.code));
    let with_error = of_table
        .iter()
        .filter(|measure| has_error(&measure.reference) && !is_planned(&measure.code));
    planned
        .chain(with_error)
        .map(|measure| measure.code.clone())
        .collect()
}

fn states<S: Source>(
    sources: &ComparisonPackages,
    files: &PublishedFiles<S>,
    pairs: &[(String, String)],
) -> Vec<ComparisonRow> {
    let plan = &files.catalog.profiles;
    let mut lines: Vec<ComparisonRow> = Vec::new();
    lines.extend(
        sources
            .own_frame("awards", &plan.place)
            .map(|frame| of_frame(&frame, pairs)),
    );
    let Some(wages) = &sources.wages else {
        return lines;
    };
    for measure in wage_measures(wages, &plan.wages.measure, &plan.wages.pay.measures) {
        lines.extend(
            sources
                .wage_frame(&measure, &plan.wages.place, None)
                .map(|frame| of_frame(&frame, pairs)),
        );
    }
    lines
}

fn occupations<S: Source>(
    sources: &ComparisonPackages,
    files: &PublishedFiles<S>,
    pairs: &[(String, String)],
) -> Vec<ComparisonRow> {
    let plan = &files.catalog.profiles.wages;
    let Some(wages) = &sources.wages else {
        return Vec::new();
    };
    let keys = pairs.iter().map(|(key, _)| key.clone()).collect();
    let filters = BTreeMap::from([(plan.work.clone(), keys)]);
    wage_measures(wages, &plan.nation, &plan.pay.measures)
        .iter()
        .filter_map(|measure| ask(wages, measure, &plan.work, None, &filters))
        .map(|frame| of_frame(&frame, pairs))
        .chain(per_thousand(sources, &plan.nation, &plan.work, pairs))
        .collect()
}

fn industries(
    sources: &ComparisonPackages,
    all: &[Award],
    pairs: &[(String, String)],
    field: &str,
) -> Vec<ComparisonRow> {
    let holders = |key: &str| {
        let of = all
            .iter()
            .filter(|award| award.industries.iter().any(|term| term.key == key));
        let names: Vec<String> = of.map(|award| award.holder.label.clone()).collect();
        LOCALE.list(&names)
    };
    let mut lines: Vec<ComparisonRow> = Vec::new();
    lines.extend(
        sources
            .own_frame("awards", field)
            .map(|frame| of_frame(&frame, pairs)),
    );
    lines.push(text_row(
        m!(GranteesTitle),
        pairs.iter().map(|(key, _)| holders(key)).collect(),
    ));
    lines
}

fn grantees<S: Source>(
    own: &Dataset,
    files: &PublishedFiles<S>,
    all: &[Award],
    pairs: &[(String, String)],
) -> Vec<ComparisonRow> {
    let of: Vec<(&String, Option<&Award>)> = pairs
        .iter()
        .map(|(key, label)| (label, all.iter().find(|award| award.holder.key == *key)))
        .collect();
    let words = |get: &dyn Fn(&Award) -> String| {
        of.iter()
            .map(|(_, award)| award.map(get).unwrap_or_default())
            .collect()
    };
    let began = |award: Option<&Award>| award.and_then(|award| year(&award.announced_on));
    let list = |terms: &[crate::frame::LabeledCode]| {
        let labels: Vec<String> = terms.iter().map(|term| term.label.clone()).collect();
        LOCALE.list(&labels)
    };
    let mut lines = vec![
        amounts(
            m!(GranteeAmount),
            of.iter()
                .map(|(label, award)| {
                    (
                        (*label).clone(),
                        award.and_then(|award| award.amount.clone()),
                        began(*award),
                    )
                })
                .collect(),
        ),
        text_row(m!(RecordRound), words(&|award| award.round.label.clone())),
        text_row(m!(GranteePlaces), words(&|award| list(&award.places))),
        text_row(
            m!(GranteeIndustries),
            words(&|award| list(&award.industries)),
        ),
        text_row(m!(GranteeLead), words(&|award| award.lead_type.clone())),
    ];
    let record = record(own, &files.catalog.record).unwrap_or_default();
    for (at, column) in record.columns.iter().enumerate() {
        let values = pairs.iter().zip(&of).map(|((key, label), (_, award))| {
            let row = record.awards.iter().find(|row| row.holder == *key);
            let entry = row.and_then(|row| row.cells.get(at)?.first().cloned());
            (label.clone(), entry, began(*award))
        });
        lines.push(answers(column, values.collect()));
    }
    for plan in &files.catalog.profiles.ratios {
        let holder = &files.catalog.record.holder;
        let made: Vec<_> = pairs
            .iter()
            .zip(&of)
            .map(|((key, label), (_, award))| {
                let ratio = ratio_of(plan, &claims_about(own, holder, key));
                (label.clone(), ratio, began(*award))
            })
            .collect();
        // A ratio that no item has cannot be compared.
        if made.iter().any(|(_, ratio, _)| ratio.is_ok()) {
            lines.push(ratios(plan, &ratio_titles(own, plan), made));
        }
    }
    lines
}

/// What an occupation employs of every thousand jobs of the nation, from two published numbers.
fn per_thousand(
    sources: &ComparisonPackages,
    nation: &str,
    work: &str,
    pairs: &[(String, String)],
) -> Option<ComparisonRow> {
    let jobs = nation_measure(sources, nation, "employment")?;
    let wages = sources.wages.as_ref()?;
    let of = |keys: Vec<String>| {
        ask(
            wages,
            &jobs,
            work,
            None,
            &BTreeMap::from([(work.to_owned(), keys)]),
        )
    };
    let mut frame = of(pairs.iter().map(|(key, _)| key.clone()).collect())?;
    let whole = of(vec![ALL_WORK.to_owned()])?.rows.first()?.cell.quantity?;
    for row in &mut frame.rows {
        let share = row.cell.quantity.map(|jobs| jobs.over(whole));
        row.cell.quantity = share.and_then(Result::ok).map(|share| share.times(1000.0));
    }
    frame.measure = MeasureWords {
        code: "jobs-per-thousand".to_owned(),
        title: LOCALE.text(m!(ComparePerThousand)),
        unit: Unit::new(Unit::COUNT),
        decimals: 1,
        // The error of the whole is nought to the digit published.
        ..frame.measure
    };
    Some(of_frame(&frame, pairs))
}

type ComparisonPeers = Option<(String, Vec<(String, String)>)>;

/// Grantees that share most industries with the first; of those the same round first.
fn kin(all: &[Award], pairs: &[(String, String)]) -> ComparisonPeers {
    let (first, label) = pairs.first()?;
    let own = all.iter().find(|award| award.holder.key == *first)?;
    let mut found: Vec<(usize, bool, &Award)> = all
        .iter()
        .filter(|award| pairs.iter().all(|(key, _)| award.holder.key != *key))
        .map(|award| {
            let shared = award
                .industries
                .iter()
                .filter(|term| own.industries.contains(term))
                .count();
            (shared, award.round == own.round, award)
        })
        .filter(|(shared, ..)| *shared > 0)
        .collect();
    found.sort_by_key(|(shared, same, award)| {
        (
            std::cmp::Reverse((*shared, *same)),
            award.holder.label.clone(),
        )
    });
    let list = found
        .into_iter()
        .take(PEERS)
        .map(|(_, _, award)| (award.holder.key.clone(), award.holder.label.clone()));
    Some((
        LOCALE.text(m!(ComparePeersKin, name = label)),
        list.collect(),
    ))
}

/// Those whose number is nearest to that of the first.
fn nearest(
    frame: &Frame,
    pairs: &[(String, String)],
    may: impl Fn(&str) -> bool,
    rule: impl Fn(&String) -> Message,
) -> ComparisonPeers {
    let (first, label) = pairs.first()?;
    let number = |key: &str| {
        let row = frame.rows.iter().find(|row| row.key == key)?;
        Some(row.cell.quantity?.anchor())
    };
    let own = number(first)?;
    let mut found: Vec<(f64, &crate::frame::Row)> = frame
        .rows
        .iter()
        .filter(|row| may(&row.key) && pairs.iter().all(|(key, _)| row.key != *key))
        .filter_map(|row| Some(((row.cell.quantity?.anchor() - own).abs(), row)))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let list = found
        .into_iter()
        .take(PEERS)
        .map(|(_, row)| (row.key.clone(), row.label.clone()));
    Some((LOCALE.text(rule(label)), list.collect()))
}
