//! The index of the site's search: one file of short lines, fetched at the first search.
//!
//! It brings the folded letters and the words of a question that name nothing, so that the search reads a
//! question as the lists of the site do. A line is `[kind, title, key, hint, words]`; empty values at its end are
//! left out. The address is that of its kind with the key inserted. `public/find.js` searches it.

use super::Build;
use crate::frame::{awards, claims_published, labels_of, terms};
use crate::locale::LETTERS;
use crate::m;
use crate::package::{Explained, FieldRole, ResourceRole, WagePlan};
use crate::pages::{Edition, teasers};
use crate::query::{Offer, Query, View, encode, to_address};
use crate::site::Route;
use crate::table::Dataset;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The path of the file below the base of the site.
pub const FIND: &str = "find.json";

/// The column of a bridge table with a sector of the North American Industry Classification System.
const NAICS: &str = "naics_sector";

/// Placeholder for the key in the address of a kind.
const KEY: &str = "{key}";

/// One line before it is written.
struct SearchEntry {
    title: String,
    key: String,
    hint: String,
    /// Further words that searches match.
    words: String,
}

impl SearchEntry {
    fn new(title: &str, key: &str) -> Self {
        Self {
            title: title.to_owned(),
            key: key.to_owned(),
            hint: String::new(),
            words: String::new(),
        }
    }
}

/// All lines of one kind.
struct SearchSection {
    id: &'static str,
    word: crate::locale::Message,
    /// Contains [`KEY`].
    address: String,
    lines: Vec<SearchEntry>,
}

impl Build<'_> {
    /// The file as text.
    pub(super) async fn find_file(&self, pay: &BTreeSet<String>) -> Result<String, String> {
        let mut sorts = vec![self.pages()];
        sorts.extend(self.profiles().await?);
        sorts.push(self.stories().await?);
        sorts.push(self.occupations().await?);
        sorts.push(self.figures().await?);
        sorts.extend(self.measures().await?);
        sorts.push(self.definitions().await?);
        let kinds: Vec<Value> = sorts
            .iter()
            .map(|sort| json!({"id": sort.id, "word": self.locale.text(sort.word.clone()), "address": sort.address}))
            .collect();
        let mut lines = Vec::new();
        for (at, sort) in sorts.iter().enumerate() {
            lines.extend(sort.lines.iter().map(|line| write(at, line)));
        }
        let pay = json!({
            "address": Route::StatePay(KEY.to_owned()).path(),
            "places": pay,
            "word": self.locale.text(m!(FindPay, work = "{work}", place = "{place}")),
            "kind": self.locale.text(m!(FindKindPay)),
        });
        let letters: Map<String, Value> = LETTERS
            .iter()
            .map(|(letter, typed)| (letter.to_string(), json!(typed)))
            .collect();
        let empty = self.locale.text(m!(FindEmptyWords));
        // The lines follow what is last, so that each is on a line of its own.
        let head =
            json!({ "v": 1, "kinds": kinds, "letters": letters, "empty": empty, "pay": pay })
                .to_string();
        let head = head.trim_end_matches('}');
        Ok(format!(
            "{head}}},\"lines\":[\n{}\n]}}\n",
            lines.join(",\n")
        ))
    }

    fn pages(&self) -> SearchSection {
        let page = |title: crate::locale::Message, words: crate::locale::Message, route: Route| {
            SearchEntry {
                words: self.locale.text(words),
                ..SearchEntry::new(&self.locale.text(title), &route.path())
            }
        };
        SearchSection {
            id: "page",
            word: m!(FindKindPage),
            address: KEY.to_owned(),
            lines: vec![
                page(m!(NavOverview), m!(FindWordsOverview), Route::Overview),
                page(m!(StatesTitle), m!(FindWordsStates), Route::States),
                page(
                    m!(IndustriesTitle),
                    m!(FindWordsIndustries),
                    Route::Industries,
                ),
                page(m!(GranteesTitle), m!(FindWordsGrantees), Route::Grantees),
                page(m!(StoriesTitle), m!(FindWordsStories), Route::Stories),
                page(m!(ModelsTitle), m!(FindWordsModels), Route::Models),
                page(m!(PhasesTitle), m!(FindWordsPhases), Route::Phases),
                page(m!(RecordTitle), m!(FindWordsRecord), Route::Record),
                page(m!(FiguresTitle), m!(FindWordsFigures), Route::Figures),
                page(m!(ExploreTitle), m!(FindWordsExplore), Route::Explore),
                page(m!(CompareTitle), m!(FindWordsCompare), Route::Compare),
                page(m!(ChartsTitle), m!(FindWordsCharts), Route::Charts),
                page(m!(ReportTitle), m!(FindWordsReport), Route::Report),
                page(m!(UseTitle), m!(FindWordsUse), Route::UseCharts),
                page(m!(DataTitle), m!(FindWordsData), Route::Data),
                page(
                    m!(PublishDataTitle),
                    m!(FindWordsPublish),
                    Route::PublishData,
                ),
                page(m!(ShareStoryTitle), m!(FindWordsShare), Route::ShareStory),
                page(
                    m!(DefinitionsTitle),
                    m!(FindWordsDefinitions),
                    Route::Definitions,
                ),
            ],
        }
    }

    async fn profiles(&self) -> Result<Vec<SearchSection>, String> {
        let own = self.opened(&Edition::usual(&self.files.catalog)).await?;
        let (catalog, locale) = (&self.files.catalog, self.locale);
        let all = awards(&own, catalog);
        let grantees = terms(&own, &catalog.record.holder).into_iter().map(|term| {
            let of = || all.iter().filter(|award| award.holder == term);
            let places = of().flat_map(|award| &award.places);
            let mut places: Vec<String> = places.map(|place| place.label.clone()).collect();
            places.dedup();
            SearchEntry {
                hint: locale.list(&places),
                words: of()
                    .map(|award| award.project.as_str())
                    .collect::<Vec<_>>()
                    .join(" "),
                ..SearchEntry::new(&term.label, &term.key)
            }
        });
        let places = terms(&own, &catalog.profiles.place)
            .into_iter()
            .map(|term| {
                let count = all
                    .iter()
                    .filter(|award| award.places.contains(&term))
                    .count();
                SearchEntry {
                    hint: locale.text(m!(FindAwards, count = count)),
                    words: term.key.clone(),
                    ..SearchEntry::new(&term.label, &term.key)
                }
            });
        let sectors = sectors(&own, &catalog.profiles.industry);
        let industries = terms(&own, &catalog.profiles.industry)
            .into_iter()
            .map(|term| {
                let count = all
                    .iter()
                    .filter(|award| award.industries.contains(&term))
                    .count();
                SearchEntry {
                    hint: locale.text(m!(FindAwards, count = count)),
                    words: sectors.get(&term.key).cloned().unwrap_or_default(),
                    ..SearchEntry::new(&term.label, &term.key)
                }
            });
        let of = |id, word, route: fn(String) -> Route, lines: Vec<SearchEntry>| SearchSection {
            id,
            word,
            address: route(KEY.to_owned()).path(),
            lines,
        };
        Ok(vec![
            of("place", m!(FindKindPlace), Route::State, places.collect()),
            of(
                "industry",
                m!(FindKindIndustry),
                Route::Industry,
                industries.collect(),
            ),
            of(
                "grantee",
                m!(FindKindGrantee),
                Route::Grantee,
                grantees.collect(),
            ),
        ])
    }

    async fn stories(&self) -> Result<SearchSection, String> {
        let all = teasers(&self.files).await;
        let all = all.map_err(|problem| self.locale.text(problem.sentence()))?;
        let lines = all.into_iter().map(|story| SearchEntry {
            hint: story.holder.label.clone(),
            words: story.summary.clone(),
            ..SearchEntry::new(&story.title, &story.id)
        });
        Ok(SearchSection {
            id: "story",
            word: m!(FindKindStory),
            address: Route::Story(KEY.to_owned()).path(),
            lines: lines.collect(),
        })
    }

    /// Occupations with pay data in at least one state; each links to its pay in all of them.
    async fn occupations(&self) -> Result<SearchSection, String> {
        let plan: &WagePlan = &self.files.catalog.profiles.wages;
        let mut lines = Vec::new();
        if self.files.catalog.entry(&plan.package).is_some() {
            let wages = self.opened(&Edition::newest(&plan.package)).await?;
            let offer = Offer::of(&wages.package);
            let table = offer
                .measure(&plan.measure)
                .and_then(|measure| wages.table(&measure.resource));
            let paid: BTreeSet<&str> = table
                .and_then(|table| table.codes(&plan.work))
                .map(|column| column.words().iter().skip(1).map(String::as_str).collect())
                .unwrap_or_default();
            let mut lists = wages.package.of_role(ResourceRole::Codes);
            let list = lists.find(|list| list.schema.field(&plan.work).is_some());
            let column = |role: FieldRole| {
                let field = list.and_then(|list| list.with_role(role));
                field.map_or_else(String::new, |field| field.name.clone())
            };
            let titles = labels_of(&wages, &plan.work, &column(FieldRole::Label));
            let levels = labels_of(&wages, &plan.work, &column(FieldRole::Level));
            let is_listed = |code: &str| {
                let level = levels.get(code);
                level.is_some_and(|level| [&plan.pay.level, &plan.pay.groups].contains(&level))
            };
            let listed = titles
                .iter()
                .filter(|(code, _)| paid.contains(code.as_str()) && is_listed(code));
            lines.extend(listed.map(|(code, title)| SearchEntry {
                words: code.clone(),
                ..SearchEntry::new(title, code)
            }));
        }
        let everywhere = Query {
            package: Some(plan.package.clone()),
            measure: Some(plan.measure.clone()),
            by: Some(plan.place.clone()),
            view: Some(View::Map),
            filters: BTreeMap::from([(plan.work.clone(), vec!["KEY".to_owned()])]),
            ..Query::default()
        };
        let address = to_address(&everywhere, &Query::default()).replace("KEY", KEY);
        Ok(SearchSection {
            id: "occupation",
            word: m!(FindKindOccupation),
            address: format!("{}{address}", Route::Explore.path()),
            lines,
        })
    }

    async fn figures(&self) -> Result<SearchSection, String> {
        let own = self.opened(&Edition::usual(&self.files.catalog)).await?;
        let lines = claims_published(&own)
            .into_iter()
            .map(|claim| SearchEntry::new(&claim.title, &claim.claim_id));
        Ok(SearchSection {
            id: "figure",
            word: m!(FindKindFigure),
            address: Route::Figure(KEY.to_owned()).path(),
            lines: lines.collect(),
        })
    }

    /// The measures of each package, without made-up numbers.
    async fn measures(&self) -> Result<Vec<SearchSection>, String> {
        let mut lines = Vec::new();
        let entries = self
            .files
            .catalog
            .packages
            .iter()
            .filter(|entry| !entry.illustrative);
        for entry in entries {
            let dataset = self.opened(&Edition::newest(&entry.name)).await?;
            let wide = Offer::of(&dataset.package).measures.into_iter();
            let wide = wide.map(|measure| (measure.code, measure.title));
            let published = crate::frame::measures_published(&dataset).into_iter();
            let mut known = BTreeSet::new();
            for (code, title) in wide.chain(published.map(|entry| (entry.code, entry.title))) {
                if known.insert(title.clone()) {
                    let key = format!("{}&measure={}", encode(&entry.name), encode(&code));
                    lines.push(SearchEntry {
                        hint: entry.title.clone(),
                        ..SearchEntry::new(&title, &key)
                    });
                }
            }
        }
        Ok(vec![SearchSection {
            id: "measure",
            word: m!(FindKindMeasure),
            address: format!("{}?package={KEY}", Route::Explore.path()),
            lines,
        }])
    }

    async fn definitions(&self) -> Result<SearchSection, String> {
        let glossary = self.files.terms().await;
        let glossary = glossary.map_err(|problem| self.locale.text(problem.sentence()))?;
        let line = |term: &Explained| SearchEntry {
            words: term.words.join(" "),
            ..SearchEntry::new(&term.term, &term.id)
        };
        Ok(SearchSection {
            id: "definition",
            word: m!(FindKindDefinition),
            address: format!("{}#{KEY}", Route::Definitions.path()),
            lines: glossary.terms.iter().map(line).collect(),
        })
    }

    async fn opened(&self, edition: &Edition) -> Result<std::rc::Rc<Dataset>, String> {
        let dataset = self.files.dataset(edition).await;
        dataset.map_err(|problem| self.locale.text(problem.sentence()))
    }
}

/// The NAICS codes that a bridge table of the package assigns to each industry, as words.
fn sectors(own: &Dataset, industry: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for table in own.tables.values() {
        let (Some(_), Some(_)) = (table.column(industry), table.column(NAICS)) else {
            continue;
        };
        for row in 0..table.len {
            let words = found
                .entry(table.text(industry, row).to_owned())
                .or_default();
            words.push_str(&format!(" naics {}", table.text(NAICS, row)));
        }
    }
    found
}

fn write(kind: usize, line: &SearchEntry) -> String {
    let mut parts = vec![
        json!(kind),
        json!(line.title),
        json!(line.key),
        json!(line.hint),
        json!(line.words),
    ];
    while parts.last().is_some_and(|part| *part == "") {
        parts.pop();
    }
    Value::Array(parts).to_string()
}
