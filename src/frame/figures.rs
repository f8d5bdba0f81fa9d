//! Answers from a long table of published figures.
//!
//! Nothing is added here. Rows that repeat one claim from several sources are one claim; claims of
//! one scope from different dates are a history, of which the newest stands; a part of a grant is
//! never shown beside its whole as if it were another whole.

use super::answer::{axis, keep_top, package_words, put_in_order, series_axis};
use super::labels::Labels;
use super::{AxisKind, Caveat, Cell, FigureWords, Frame, MeasureWords, Refusal, Row, SourceWords};
use crate::package::{Resource, ResourceRole, Role};
use crate::query::{Dimension, Resolved};
use crate::table::{Dataset, RowSet, Table};
use crate::value::{
    Grain, Kind, Period, Qualifier, Quantity, Rank, Sense, Status, StatusSet, Unit,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A measure code that some figure uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureEntry {
    pub code: String,
    pub title: String,
    /// Figures of this code, background included.
    pub figures: u32,
}

/// One published claim: its figure rows, strongest source first.
#[derive(Clone, Debug)]
struct Claim {
    row: usize,
    rows: Vec<usize>,
}

/// The measure codes that figures use, in the order of the package's list of measures.
pub fn measures_published(dataset: &Dataset) -> Vec<MeasureEntry> {
    let Some(figures) = Figures::of(dataset) else {
        return Vec::new();
    };
    let Some(column) = figures
        .field(Role::MeasureCode)
        .and_then(|field| figures.table.codes(field))
    else {
        return Vec::new();
    };
    let counts = column.counts(&RowSet::all(figures.table.len));
    let mut entries: Vec<MeasureEntry> = figures
        .measure_list()
        .into_iter()
        .filter_map(|(code, title)| {
            let count = column
                .code_of(&code)
                .map(|at| counts[at as usize])
                .filter(|count| *count > 0)?;
            Some(MeasureEntry {
                code,
                title,
                figures: count,
            })
        })
        .collect();
    let listed: BTreeSet<String> = entries.iter().map(|entry| entry.code.clone()).collect();
    for (code, count) in column
        .words()
        .iter()
        .zip(counts)
        .skip(1)
        .filter(|(code, _)| !listed.contains(*code))
    {
        entries.push(MeasureEntry {
            code: code.clone(),
            title: code.clone(),
            figures: count,
        });
    }
    entries
}

/// The kinds in which a measure code was published, strongest first; none for other tables.
pub fn kinds_published(dataset: &Dataset, resolved: &Resolved) -> Vec<Kind> {
    if resolved.measure.reference != crate::query::MeasureRef::Figure {
        return Vec::new();
    }
    let column = |figures: &Figures| Some(figures.table.codes(figures.field(Role::Kind)?)?.clone());
    let Some(figures) = Figures::of(dataset) else {
        return Vec::new();
    };
    let (Some(column), Some(rows)) = (column(&figures), figures.of_measure(&resolved.measure.code))
    else {
        return Vec::new();
    };
    let counts = column.counts(&rows);
    let occurs = |kind: &&Kind| {
        column
            .code_of(kind.as_str())
            .is_some_and(|code| counts[code as usize] > 0)
    };
    Kind::ALL.iter().filter(occurs).copied().collect()
}

/// Named claims in the order of `claims`, as one frame a measure would be: each row says its own
/// kind, dates and sources. For cards.
pub fn published_claims(dataset: &Dataset, claims: &[String]) -> Vec<Frame> {
    let Some(figures) = Figures::of(dataset) else {
        return Vec::new();
    };
    let all = figures.claims(&RowSet::all(figures.table.len));
    claims
        .iter()
        .filter_map(|id| {
            let claim = all
                .iter()
                .find(|claim| figures.claim_id(claim.row) == id.as_str())?;
            let mut sources = Sources::default();
            let row = figures.row(claim, String::new(), String::new(), &mut sources);
            let code = figures.text(Role::MeasureCode, claim.row).to_owned();
            Some(Frame {
                query: Default::default(),
                package: package_words(&dataset.package),
                measure: figures.measure_words(&code),
                by: Default::default(),
                series: None,
                filters: Vec::new(),
                rows: vec![row],
                total: None,
                coverage: Vec::new(),
                sources: sources.list,
                caveats: Vec::new(),
            })
        })
        .collect()
}

/// Answers a question to the table of figures.
pub(super) fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let unreadable = || Refusal::TableUnreadable {
        resource: resolved.measure.resource.clone(),
    };
    let figures = Figures::of(dataset).ok_or_else(unreadable)?;
    let mut query = resolved.query.clone();
    let mut caveats = Vec::new();

    let unknown = || Refusal::UnknownMeasure {
        measure: resolved.measure.code.clone(),
    };
    let mut rows = figures
        .of_measure(&resolved.measure.code)
        .ok_or_else(unknown)?;
    rows.intersect(&super::facts::filtered(
        dataset,
        figures.table,
        resolved,
        &query.filters,
        None,
    ));
    figures.leave_out_background(&mut rows, &mut caveats);
    let kind = figures.one_kind(&mut rows, query.kind);
    query.kind = kind;
    figures.leave_out_parts(&mut rows, &mut caveats);
    let rows = figures.of_scope(&rows, resolved);
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }

    let mut sources = Sources::default();
    let by_date = resolved.by.grain == Some(Grain::Date);
    let claims = figures.claims(&rows);
    let mut answers = if by_date {
        figures.history(&claims, &mut sources, &mut caveats)
    } else {
        figures.newest(&claims, resolved, &mut sources, &mut caveats)
    };
    let series = resolved
        .series
        .as_ref()
        .map(|dimension| figures.put_series(&claims, dimension, &mut answers));
    let mut answers: Vec<Row> = answers.into_iter().map(|answer| answer.row).collect();
    if by_date {
        tell_disagreements(&answers, &mut caveats);
    }
    put_in_order(
        &mut answers,
        resolved.by.kind,
        query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut answers, query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    if figures.table.left_out > 0 {
        caveats.push(Caveat::LeftOut {
            rows: figures.table.left_out,
        });
    }
    Ok(Frame {
        package: package_words(&dataset.package),
        measure: figures.measure_words(&resolved.measure.code),
        by: axis(&resolved.by),
        series: resolved
            .series
            .as_ref()
            .zip(series)
            .map(|(dimension, values)| series_axis(dimension, values)),
        filters: figures.filters_in_words(resolved, &query),
        total: None,
        coverage: Vec::new(),
        sources: sources.settle(&mut answers),
        rows: answers,
        caveats,
        query,
    })
}

/// The table of figures with its roles at hand.
pub(super) struct Figures<'a> {
    dataset: &'a Dataset,
    resource: &'a Resource,
    pub table: &'a Table,
}

impl<'a> Figures<'a> {
    pub fn of(dataset: &'a Dataset) -> Option<Self> {
        let resource = dataset.package.of_role(ResourceRole::Figures).next()?;
        Some(Self {
            dataset,
            resource,
            table: dataset.table(&resource.name)?,
        })
    }

    fn field(&self, role: Role) -> Option<&'a str> {
        self.resource
            .with_role(role)
            .map(|field| field.name.as_str())
    }

    fn text(&self, role: Role, row: usize) -> &'a str {
        self.field(role)
            .map_or("", |field| self.table.text(field, row))
    }

    fn date(&self, role: Role, row: usize) -> Option<String> {
        Some(self.text(role, row))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    fn claim_id(&self, row: usize) -> &'a str {
        let claim = self.text(Role::Claim, row);
        if claim.is_empty() {
            self.text(Role::FigureId, row)
        } else {
            claim
        }
    }

    /// The rows of one measure code; `None` where no figure has it.
    pub fn of_measure(&self, code: &str) -> Option<RowSet> {
        let column = self.table.codes(self.field(Role::MeasureCode)?)?;
        column.code_of(code).filter(|at| *at > 0)?;
        Some(column.rows_with(&[code.to_owned()]))
    }

    fn leave_out_background(&self, rows: &mut RowSet, caveats: &mut Vec<Caveat>) {
        let Some(field) = self.field(Role::Background) else {
            return;
        };
        let before = rows.count();
        rows.intersect(&RowSet::matching(self.table.len, |row| {
            self.table.text(field, row) != "true"
        }));
        let figures = (before - rows.count()) as u32;
        if figures > 0 {
            caveats.push(Caveat::BackgroundLeftOut { figures });
        }
    }

    /// Kinds are never one series: the one asked for, or the strongest that is there.
    fn one_kind(&self, rows: &mut RowSet, asked: Option<Kind>) -> Option<Kind> {
        let column = self.table.codes(self.field(Role::Kind)?)?;
        let has = |kind: &Kind| {
            let mut of_kind = column.rows_with(&[kind.as_str().to_owned()]);
            of_kind.intersect(rows);
            !of_kind.is_empty()
        };
        let kind = asked.or_else(|| Kind::ALL.iter().copied().find(has))?;
        rows.intersect(&column.rows_with(&[kind.as_str().to_owned()]));
        Some(kind)
    }

    fn leave_out_parts(&self, rows: &mut RowSet, caveats: &mut Vec<Caveat>) {
        let Some(field) = self.field(Role::PartOf) else {
            return;
        };
        let before = rows.count();
        rows.intersect(&RowSet::matching(self.table.len, |row| {
            self.table.text(field, row).is_empty()
        }));
        let figures = (before - rows.count()) as u32;
        if figures > 0 {
            caveats.push(Caveat::PartsLeftOut { figures });
        }
    }

    /// Figures whose scope is just the one asked for: other scope columns are empty. Where that
    /// leaves nothing, a figure may have another scope besides (a share of one cohort's placements
    /// by industry), if it is the same one for all.
    fn of_scope(&self, rows: &RowSet, resolved: &Resolved) -> RowSet {
        let is_named = |field: &str| {
            let query = &resolved.query;
            query.filters.contains_key(field)
                || [&query.by, &query.series]
                    .into_iter()
                    .flatten()
                    .any(|by| by == field)
        };
        let scopes: Vec<&Dimension> = resolved
            .dimensions
            .iter()
            .filter(|dimension| {
                dimension.list.is_some()
                    && dimension.kind != AxisKind::Time
                    && !is_named(&dimension.field)
            })
            .filter(|dimension| self.is_nullable(&dimension.field))
            .collect();
        let mut own = rows.clone();
        if self.table.codes(&resolved.by.field).is_some() {
            let by = &resolved.by.field;
            own.intersect(&RowSet::matching(self.table.len, |row| {
                !self.table.text(by, row).is_empty()
            }));
        }
        let free = |row: usize, scope: &Dimension| self.table.text(&scope.field, row).is_empty();
        let mut strict = own.clone();
        strict.intersect(&RowSet::matching(self.table.len, |row| {
            scopes.iter().all(|scope| free(row, scope))
        }));
        if resolved.by.kind == AxisKind::Time && strict.is_empty() {
            return self.widest_scope(&own, &scopes);
        }
        if !strict.is_empty() {
            return strict;
        }
        let same_for_all = |scope: &&Dimension| {
            let words: BTreeSet<&str> = own
                .iter()
                .map(|row| self.table.text(&scope.field, row))
                .collect();
            words.len() <= 1
        };
        if scopes.iter().all(same_for_all) {
            own
        } else {
            strict
        }
    }

    /// Over time, without a scope named: the figures of the programme or nation as a whole, which
    /// are those with the fewest values in their scope column.
    fn widest_scope(&self, rows: &RowSet, scopes: &[&Dimension]) -> RowSet {
        let only = |scope: &Dimension| {
            let mut set = rows.clone();
            set.intersect(&RowSet::matching(self.table.len, |row| {
                scopes.iter().all(|other| {
                    (other.field == scope.field) != self.table.text(&other.field, row).is_empty()
                })
            }));
            set
        };
        let values = |set: &RowSet, scope: &Dimension| {
            set.iter()
                .map(|row| self.table.text(&scope.field, row))
                .collect::<BTreeSet<_>>()
                .len()
        };
        let sets = scopes
            .iter()
            .map(|scope| (only(scope), *scope))
            .filter(|(set, _)| !set.is_empty());
        let narrowest = sets.min_by_key(|(set, scope)| values(set, scope));
        narrowest.map_or_else(
            || RowSet::matching(self.table.len, |_| false),
            |(set, _)| set,
        )
    }

    fn is_nullable(&self, field: &str) -> bool {
        self.table
            .codes(field)
            .is_some_and(|column| column.counts(&RowSet::all(self.table.len))[0] > 0)
    }

    /// Rows that repeat one claim, together; the strongest source speaks for it. Claims stand in the
    /// order of their sources' strength, whatever the order of rows.
    fn claims(&self, rows: &RowSet) -> Vec<Claim> {
        let mut by_claim: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in rows.iter() {
            by_claim.entry(self.claim_id(row)).or_default().push(row);
        }
        let strength = |row: &usize| {
            self.source(*row)
                .rank
                .map_or(usize::MAX, |rank| rank as usize)
        };
        let mut claims: Vec<Claim> = by_claim
            .into_values()
            .map(|mut rows| {
                rows.sort_by_key(|row| (strength(row), self.text(Role::FigureId, *row)));
                Claim { row: rows[0], rows }
            })
            .collect();
        claims.sort_by_key(|claim| (strength(&claim.row), self.claim_id(claim.row)));
        claims
    }

    /// The date by which claims of one scope are put in order: what the source says the number is
    /// of, else the end of its period, else the day that any of its sources first came out.
    fn dated(&self, claim: &Claim) -> Option<String> {
        let first = |role: Role| {
            claim
                .rows
                .iter()
                .filter_map(|row| self.date(role, *row))
                .min()
        };
        let published =
            || first_published(claim.rows.iter().filter_map(|row| self.published_on(*row)));
        let period = || {
            claim
                .rows
                .iter()
                .filter_map(|row| self.end_of_period(*row))
                .min()
        };
        first(Role::AsOf)
            .or_else(|| first(Role::PeriodEnd))
            .or_else(period)
            .or_else(published)
    }

    /// The year, month or day of the figure's period; of a quarter, its last month.
    fn end_of_period(&self, row: usize) -> Option<String> {
        let text = self.date(Role::Period, row)?;
        Some(match text.split_once("-Q") {
            Some((year, "1")) => format!("{year}-03"),
            Some((year, "2")) => format!("{year}-06"),
            Some((year, "3")) => format!("{year}-09"),
            Some((year, _)) => format!("{year}-12"),
            None => text,
        })
    }

    fn published_on(&self, row: usize) -> Option<String> {
        self.date(Role::PublishedOn, row)
            .or_else(|| self.source(row).published_on)
    }

    /// Every dated claim as a point in time.
    fn history(
        &self,
        claims: &[Claim],
        sources: &mut Sources,
        caveats: &mut Vec<Caveat>,
    ) -> Vec<Answer> {
        let mut answers = Vec::new();
        for (index, claim) in claims.iter().enumerate() {
            let Some(date) = self.dated(claim) else {
                continue;
            };
            let mut row = self.row(claim, date.clone(), date.clone(), sources);
            row.ordinal = Period::parse(Grain::Date, &date).map(|period| period.ordinal);
            answers.push(Answer { row, claim: index });
        }
        let undated = claims.len() - answers.len();
        if undated > 0 {
            caveats.push(Caveat::Undated {
                figures: undated as u32,
            });
        }
        answers
    }

    /// The newest claim of every value of the break-down (and of the series, if any).
    fn newest(
        &self,
        claims: &[Claim],
        resolved: &Resolved,
        sources: &mut Sources,
        caveats: &mut Vec<Caveat>,
    ) -> Vec<Answer> {
        let labels = Labels::of(self.dataset, &resolved.by);
        let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            let key = self.table.text(&resolved.by.field, claim.row);
            let series = resolved
                .series
                .as_ref()
                .map_or("", |series| self.table.text(&series.field, claim.row));
            groups.entry((key, series)).or_default().push(index);
        }
        let mut is_history = false;
        let mut answers = Vec::new();
        for ((key, _), mut group) in groups {
            group.sort_by_key(|index| (self.dated(&claims[*index]), std::cmp::Reverse(*index)));
            let Some(newest) = group.last().copied() else {
                continue;
            };
            let label = labels.label(key).to_owned();
            let rivals = group.iter().filter(|index| {
                **index != newest && self.dated(&claims[**index]) == self.dated(&claims[newest])
            });
            let differs =
                |index: &&usize| self.cell(claims[**index].row) != self.cell(claims[newest].row);
            if rivals.clone().any(|index| differs(&index)) {
                caveats.push(Caveat::Disagreement {
                    label: label.clone(),
                });
            }
            is_history |= group.len() > 1;
            let mut row = self.row(&claims[newest], key.to_owned(), label, sources);
            row.ordinal = resolved
                .by
                .grain
                .and_then(|grain| Period::parse(grain, key))
                .map(|period| period.ordinal);
            answers.push(Answer { row, claim: newest });
        }
        if is_history {
            caveats.push(Caveat::NewestOfHistory);
        }
        answers
    }

    fn put_series(
        &self,
        claims: &[Claim],
        dimension: &Dimension,
        answers: &mut [Answer],
    ) -> Vec<(String, String)> {
        let labels = Labels::of(self.dataset, dimension);
        let key = |answer: &Answer| self.table.text(&dimension.field, claims[answer.claim].row);
        let keys: BTreeSet<&str> = answers.iter().map(key).collect();
        let mut keys: Vec<&str> = keys.into_iter().collect();
        keys.sort_by(|a, b| labels.compare(dimension, a, b));
        for answer in answers.iter_mut() {
            answer.row.series = keys.iter().position(|known| *known == key(answer));
        }
        keys.into_iter()
            .map(|key| (key.to_owned(), labels.label(key).to_owned()))
            .collect()
    }

    fn row(&self, claim: &Claim, key: String, label: String, sources: &mut Sources) -> Row {
        let row = claim.row;
        let period = (
            self.date(Role::PeriodStart, row),
            self.date(Role::PeriodEnd, row),
        );
        let figure = FigureWords {
            figure_id: self.text(Role::FigureId, row).to_owned(),
            claim_id: self.claim_id(row).to_owned(),
            scope: self.scope(row),
            as_of: self.date(Role::AsOf, row),
            published_on: first_published(
                claim.rows.iter().filter_map(|row| self.published_on(*row)),
            ),
            period: Some(period).filter(|(start, end)| start.is_some() || end.is_some()),
            sense: Sense::parse(self.text(Role::Sense, row)),
            quote: self.text(Role::Quote, row).to_owned(),
            note: self.text(Role::Note, row).to_owned(),
            background: self.text(Role::Background, row) == "true",
            sources: claim
                .rows
                .iter()
                .map(|row| sources.index_of(self.source(*row)))
                .collect(),
        };
        Row {
            key,
            label,
            series: None,
            ordinal: None,
            cell: self.cell(row),
            kind: Kind::parse(self.text(Role::Kind, row)),
            figure: Some(figure),
        }
    }

    /// What the figure is about, in the words of the code lists: "Good Jobs Challenge", "Virginia".
    fn scope(&self, row: usize) -> String {
        let mut words = Vec::new();
        for dimension in crate::query::dimensions_of(&self.dataset.package, self.resource) {
            let code = self.table.text(&dimension.field, row);
            if dimension.list.is_some() && dimension.kind != AxisKind::Time && !code.is_empty() {
                words.push(Labels::of(self.dataset, &dimension).label(code).to_owned());
            }
        }
        words.join(" · ")
    }

    fn cell(&self, row: usize) -> Cell {
        let number = |role: Role| {
            self.field(role)
                .and_then(|field| self.table.numbers(field)?.at(row))
        };
        let word = Qualifier::parse(self.text(Role::Qualifier, row)).unwrap_or(Qualifier::Exact);
        let quantity = match (
            word,
            number(Role::Value),
            number(Role::Low),
            number(Role::High),
        ) {
            (Qualifier::Range, _, Some(low), Some(high)) => Some(Quantity::range(low, high)),
            (_, Some(value), ..) => Some(Quantity::worded(word, value)),
            _ => None,
        };
        let status = if quantity.is_some() {
            StatusSet::NORMAL
        } else {
            StatusSet::of(Status::Missing)
        };
        Cell {
            quantity,
            status,
            records: 1,
            without_number: u32::from(quantity.is_none()),
            ..Cell::default()
        }
    }

    fn source(&self, row: usize) -> SourceWords {
        let missing = SourceWords::default;
        let Some(field) = self.resource.with_role(Role::Source) else {
            return missing();
        };
        let Some(key) = self.resource.schema.foreign_key(&field.name) else {
            return missing();
        };
        let list = &key.reference.resource;
        let (Some(resource), Some(table)) = (
            self.dataset.package.resource(list),
            self.dataset.table(list),
        ) else {
            return missing();
        };
        let id = self.table.text(&field.name, row);
        let Some(at) = table.codes(&key.reference.fields.0[0]).and_then(|column| {
            let code = column.code_of(id)?;
            (0..table.len).find(|row| column.code_at(*row) == code)
        }) else {
            return missing();
        };
        let text = |role: Role| {
            resource
                .with_role(role)
                .map_or("", |field| table.text(&field.name, at))
        };
        SourceWords {
            publisher: text(Role::Publisher).to_owned(),
            title: text(Role::Title).to_owned(),
            url: text(Role::Url).to_owned(),
            rank: Rank::parse(text(Role::Rank)),
            published_on: Some(text(Role::PublishedOn).to_owned()).filter(|text| !text.is_empty()),
        }
    }

    fn measure_list(&self) -> Vec<(String, String)> {
        let Some(resource) = self.dataset.package.of_role(ResourceRole::Measures).next() else {
            return Vec::new();
        };
        let Some(table) = self.dataset.table(&resource.name) else {
            return Vec::new();
        };
        let Some(key) = resource.schema.primary_key().first() else {
            return Vec::new();
        };
        let title = resource
            .with_role(Role::Title)
            .or(resource.with_role(Role::Label));
        let words = |row| {
            (
                table.text(key, row).to_owned(),
                title
                    .map_or("", |field| table.text(&field.name, row))
                    .to_owned(),
            )
        };
        (0..table.len).map(words).collect()
    }

    fn measure_words(&self, code: &str) -> MeasureWords {
        let mut words = MeasureWords {
            code: code.to_owned(),
            title: code.to_owned(),
            ..MeasureWords::default()
        };
        let Some(resource) = self.dataset.package.of_role(ResourceRole::Measures).next() else {
            return words;
        };
        let Some(table) = self.dataset.table(&resource.name) else {
            return words;
        };
        let Some(key) = resource.schema.primary_key().first() else {
            return words;
        };
        let Some(row) = (0..table.len).find(|row| table.text(key, *row) == code) else {
            return words;
        };
        let text = |role: Role| {
            resource
                .with_role(role)
                .map_or("", |field| table.text(&field.name, row))
        };
        let title = Some(text(Role::Title))
            .filter(|title| !title.is_empty())
            .unwrap_or(text(Role::Label));
        words.title = title.to_owned();
        words.unit = Unit::new(text(Role::UnitCode));
        words.definition = Some(text(Role::Definition).to_owned()).filter(|text| !text.is_empty());
        words.decimals = words.unit.decimals();
        words
    }

    fn filters_in_words(
        &self,
        resolved: &Resolved,
        query: &crate::query::Query,
    ) -> Vec<(String, Vec<String>)> {
        let mut all = Vec::new();
        for (field, values) in &query.filters {
            let Some(dimension) = resolved.dimension(field) else {
                continue;
            };
            let labels = Labels::of(self.dataset, dimension);
            all.push((
                dimension.title.clone(),
                values
                    .iter()
                    .map(|value| labels.label(value).to_owned())
                    .collect(),
            ));
        }
        all
    }
}

/// The day a claim first came out. A source that gives only the year says nothing against another
/// that gives the day in that year.
fn first_published(dates: impl Iterator<Item = String>) -> Option<String> {
    let dates: Vec<String> = dates.collect();
    let is_told_better = |date: &String| {
        dates
            .iter()
            .any(|other| other.len() > date.len() && other.starts_with(date))
    };
    dates
        .iter()
        .filter(|date| !is_told_better(date))
        .min()
        .cloned()
}

/// Two figures of one day that differ are told; neither is chosen.
fn tell_disagreements(rows: &[Row], caveats: &mut Vec<Caveat>) {
    for (index, row) in rows.iter().enumerate() {
        let is_rival = |other: &&Row| {
            other.key == row.key && other.series == row.series && other.cell != row.cell
        };
        let is_told = || {
            rows[..index]
                .iter()
                .any(|before| before.key == row.key && before.series == row.series)
        };
        if rows[index + 1..].iter().find(is_rival).is_some() && !is_told() {
            let label = row.label.clone();
            caveats.push(Caveat::Disagreement { label });
        }
    }
}

/// A row and the claim that it shows.
struct Answer {
    row: Row,
    claim: usize,
}

/// The sources that rows name, each once.
#[derive(Default)]
struct Sources {
    list: Vec<SourceWords>,
}

impl Sources {
    fn index_of(&mut self, source: SourceWords) -> usize {
        self.list
            .iter()
            .position(|known| *known == source)
            .unwrap_or_else(|| {
                self.list.push(source);
                self.list.len() - 1
            })
    }

    /// Those of the rows shown, strongest first; the rows are told the new places.
    fn settle(self, rows: &mut [Row]) -> Vec<SourceWords> {
        let mut figures: Vec<&mut FigureWords> = rows
            .iter_mut()
            .filter_map(|row| row.figure.as_mut())
            .collect();
        let used: BTreeSet<usize> = figures
            .iter()
            .flat_map(|figure| figure.sources.iter().copied())
            .collect();
        let mut order: Vec<usize> = used.into_iter().collect();
        let strength = |at: usize| {
            let source = &self.list[at];
            let rank = source.rank.map_or(usize::MAX, |rank| rank as usize);
            (rank, &source.publisher, &source.title, &source.url)
        };
        order.sort_by(|a, b| strength(*a).cmp(&strength(*b)));
        for figure in &mut figures {
            for at in &mut figure.sources {
                *at = order.iter().position(|old| old == at).unwrap_or_default();
            }
        }
        order.into_iter().map(|at| self.list[at].clone()).collect()
    }
}
