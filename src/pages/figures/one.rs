//! One published figure: the claim large, the words of its sources, what others say of the same
//! thing, what it may not be added to, and how to cite it.

use super::rows::{self, SourceRows};
use crate::bytes::Source;
use crate::frame::{ClaimPage, FigureWords, Other, Relation, Statement, claim_page};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::pages::benchmark::{self, BenchmarkPage};
use crate::pages::context;
use crate::pages::views::ShownView;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::ui::{address, href, localize, shell};
use leptos::prelude::*;

/// What the page of one figure shows.
#[derive(Clone, Debug)]
pub struct FigurePage {
    pub claim: ClaimPage,
    /// The rows of the file that it comes from, unchanged.
    pub rows: SourceRows,
    /// The figure of the claim itself.
    pub figure: FigureWords,
    /// A wage over what the work pays.
    beside: Option<BenchmarkPage>,
    /// A national series of the same measure.
    context: Option<ShownView>,
}

/// `None`: no claim has this identifier.
pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    id: &str,
) -> Result<Option<FigurePage>, Problem> {
    let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
    let found = claim_page(&dataset, id).and_then(|claim| {
        let figure = claim.frame.rows.first()?.figure.clone()?;
        Some((claim, figure))
    });
    let Some((claim, figure)) = found else {
        return Ok(None);
    };
    let rows = rows::load(files, &dataset, &claim.figure_ids).await?;
    let beside = benchmark::load(files, &dataset, id).await?;
    let context = context::load(files, &[&claim.frame.measure.code]).await;
    Ok(Some(FigurePage {
        beside,
        context,
        claim,
        rows,
        figure,
    }))
}

impl FigurePage {
    /// The claim's number with its qualifier.
    pub fn value(&self) -> Message {
        let frame = &self.claim.frame;
        frame.rows.first().map_or_else(
            || m!(SummaryNone),
            |row| prose::value(&row.cell, &frame.measure),
        )
    }

    /// The label of its type: result, target, projection or commitment.
    pub fn kind(&self) -> Message {
        let kind = self.claim.frame.rows.first().and_then(|row| row.kind);
        kind.map_or_else(|| m!(SummaryNone), Labeled::label)
    }

    /// The claim and who makes it: others may make the same.
    pub fn title(&self) -> Message {
        let source = self.claim.statements.first();
        m!(
            FigureDocumentTitle,
            title = &self.claim.title,
            source = source.map_or("", |first| &first.source.publisher),
            date = prose::dated(&self.figure)
        )
    }

    /// A wage's chart as a published view.
    pub fn chart(&self) -> Option<ShownView> {
        self.beside.as_ref()?.chart()
    }

    /// What is said of it.
    pub fn description(&self) -> Message {
        m!(FigureDescription, finding = self.finding())
    }

    /// The number with everything that must accompany it.
    pub fn finding(&self) -> Message {
        m!(
            FigureFinding,
            title = &self.claim.frame.measure.title,
            value = self.value(),
            kind = self.kind(),
            scope = &self.figure.scope,
            date = prose::dated(&self.figure)
        )
    }
}

pub(in crate::pages) fn figure_page(page: FigurePage) -> impl IntoView {
    let claim = &page.claim;
    let frame = &claim.frame;
    let kind = frame.rows.first().and_then(|row| row.kind).map(|kind| {
        let class = format!("kind kind-{}", kind.as_str());
        view! { <p><span class=class>{localize(kind.label())}</span> " " {localize(kind.explanation())}</p> }
    });
    let statements = claim.statements.iter().map(statement).collect_view();
    view! {
        <article class="wrap claim-page">
            <header class="page-head">
                <p class="claim-scope">{page.figure.scope.clone()}</p>
                <h1>{frame.measure.title.clone()}</h1>
                <p class="claim-value">{localize(page.value())}</p>
                <p class="claim-date">{localize(prose::dated(&page.figure))}</p>
            </header>
            <dl class="facts">
                <div><dt>{localize(m!(FigureKind))}</dt><dd>{kind}</dd></div>
                {frame.measure.definition.clone().map(|text| fact(m!(FigureMeasure), text))}
                {page.figure.period.clone().map(|period| fact(m!(FigurePeriod), span(period)))}
                {page.figure.sense.map(|sense| fact(m!(FigureSense), localize(sense.explanation())))}
            </dl>
            <section class="band" aria-labelledby="sources">
                <h2 id="sources">{localize(m!(FigureSources))}</h2>
                <p>{localize(m!(FigureSourcesLede, count = claim.statements.len()))}</p>
                <ol class="quotes">{statements}</ol>
            </section>
            {page.beside.clone().map(beside_section)}
            {page.context.clone().map(|shown| view! { <section class="band">{context::section(shown, 2)}</section> })}
            {history(&page)}
            {kinds(claim)}
            {never(&page)}
            {rows::section(&page.rows, &claim.frame.package)}
            {cite(&page)}
            <p class="more"><a href=href(&Route::Figures)>{localize(m!(FigureAll))}</a></p>
        </article>
    }
}

fn beside_section(page: BenchmarkPage) -> impl IntoView {
    view! { <section class="band">{benchmark::section(page, m!(BesideTitle), 2)}</section> }
}

fn fact(title: Message, text: String) -> impl IntoView {
    view! { <div><dt>{localize(title)}</dt><dd>{text}</dd></div> }
}

fn span((start, end): (Option<String>, Option<String>)) -> String {
    match (start, end) {
        (Some(from), Some(to)) => {
            localize(m!(DateFromTo, from = Arg::Date(from), to = Arg::Date(to)))
        }
        (Some(date), None) | (None, Some(date)) => shell().locale.date(&date),
        (None, None) => String::new(),
    }
}

fn statement(statement: &Statement) -> impl IntoView + use<> {
    let source = &statement.source;
    let date = statement
        .as_of
        .clone()
        .map(|date| m!(DateAsOf, date = Arg::Date(date)));
    let published = statement
        .published_on
        .clone()
        .map(|date| m!(DatePublished, date = Arg::Date(date)));
    let dates = [date, published].into_iter().flatten().map(localize);
    let dates = dates.collect::<Vec<_>>();
    let dates = match dates.is_empty() {
        true => localize(m!(DateUnknown)),
        false => shell().locale.list(&dates),
    };
    let quote = match statement.quote.is_empty() {
        true => view! { <p class="note">{localize(m!(FigureQuoteNone))}</p> }.into_any(),
        false => view! {
            <blockquote cite=source.url.clone()><p>"“" {statement.quote.clone()} "”"</p></blockquote>
        }
        .into_any(),
    };
    let note = (!statement.note.is_empty())
        .then(|| view! { <p class="note">{localize(m!(FigureNote, note = &statement.note))}</p> });
    let rank = source.rank.map(
        |rank| view! { <span class="rank" title=localize(rank.explanation())>{localize(rank.label())}</span> },
    );
    view! {
        <li>
            {quote}
            <p class="quote-source">
                <a href=source.url.clone()>{source.title.clone()}</a>
                ", " {source.publisher.clone()} " · " {dates} " · " {rank}
            </p>
            {note}
        </li>
    }
}

/// The figure in the row of others of the same thing.
fn history(page: &FigurePage) -> AnyView {
    let others = &page.claim.others;
    let body = if others.is_empty() {
        view! { <p>{localize(m!(FigureHistoryNone))}</p> }.into_any()
    } else {
        let own = Other {
            claim_id: page.claim.claim_id.clone(),
            title: page.claim.title.clone(),
            frame: page.claim.frame.clone(),
            relation: Relation::Beside,
        };
        let after = others
            .iter()
            .position(|other| !matches!(other.relation, Relation::Earlier));
        let mut list: Vec<(Other, bool)> =
            others.iter().map(|other| (other.clone(), false)).collect();
        list.insert(after.unwrap_or(list.len()), (own, true));
        view! {
            <p>{localize(m!(FigureHistoryLede))}</p>
            {other_table(list, m!(FigureHistory))}
        }
        .into_any()
    };
    view! {
        <section class="band" aria-labelledby="history">
            <h2 id="history">{localize(m!(FigureHistory))}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn kinds(claim: &ClaimPage) -> Option<impl IntoView + use<>> {
    let list: Vec<(Other, bool)> = claim
        .other_kinds
        .iter()
        .map(|other| (other.clone(), false))
        .collect();
    (!list.is_empty()).then(|| {
        view! {
            <section class="band" aria-labelledby="kinds">
                <h2 id="kinds">{localize(m!(FigureKinds))}</h2>
                <p>{localize(m!(FigureKindsLede))}</p>
                {other_table(list, m!(FigureKinds))}
            </section>
        }
    })
}

/// Claims in a table; the page's own is marked.
fn other_table(list: Vec<(Other, bool)>, label: Message) -> impl IntoView {
    let rows = list
        .into_iter()
        .map(|(other, is_this)| {
            let relation = match (is_this, other.relation) {
                (true, _) => m!(FigureRelationThis),
                (_, Relation::Earlier) => m!(FigureRelationEarlier),
                (_, Relation::Later) => m!(FigureRelationLater),
                (_, Relation::Disagrees) => m!(FigureRelationDisagrees),
                (_, Relation::Undated) => m!(FigureRelationUndated),
                (_, Relation::Beside) => m!(FigureRelationBeside),
            };
            let measure = other.frame.measure;
            let source = other
                .frame
                .sources
                .first()
                .map(|source| source.publisher.clone());
            other.frame.rows.into_iter().next().map(|row| {
                let value = localize(prose::value(&row.cell, &measure));
                let figure = row.figure.unwrap_or_default();
                let kind = row.kind.map(|kind| localize(kind.label()));
                let link = match is_this {
                    true => value.into_any(),
                    false => view! { <a href=href(&Route::Figure(other.claim_id))>{value}</a> }
                        .into_any(),
                };
                view! {
                    <tr class=is_this.then_some("this")>
                        <th scope="row">{link}</th>
                        <td>{localize(prose::dated(&figure))}</td>
                        <td>{kind}</td>
                        <td>{source}</td>
                        <td>{localize(relation)}</td>
                    </tr>
                }
            })
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(label)>
            <table>
                <thead><tr>
                    <th scope="col">{localize(m!(FiguresColumnValue))}</th>
                    <th scope="col">{localize(m!(FiguresColumnDate))}</th>
                    <th scope="col">{localize(m!(FiguresColumnKind))}</th>
                    <th scope="col">{localize(m!(FiguresColumnSource))}</th>
                    <th scope="col">{localize(m!(FigureRelation))}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What the number may not be added to, as far as the data say.
fn never(page: &FigurePage) -> impl IntoView + use<> {
    let claim = &page.claim;
    let link = |other: &Other| {
        view! { <li><a href=href(&Route::Figure(other.claim_id.clone()))>{other.title.clone()}</a></li> }
    };
    let whole = claim.whole.as_ref().map(|whole| {
        view! { <li>{localize(m!(FigureNeverWhole))}<ul>{link(whole)}</ul></li> }
    });
    let parts = (!claim.parts.is_empty()).then(|| {
        let list = claim.parts.iter().map(link).collect_view();
        view! { <li>{localize(m!(FigureNeverParts))}<ul>{list}</ul></li> }
    });
    view! {
        <section class="band" aria-labelledby="never">
            <h2 id="never">{localize(m!(FigureNever))}</h2>
            <ul class="methods">
                {whole}
                {parts}
                {(!claim.others.is_empty()).then(|| view! { <li>{localize(m!(FigureNeverHistory))}</li> })}
                <li>{localize(m!(FigureNeverKind))}</li>
                <li>{localize(m!(FigureNeverScope))}</li>
                <li>{localize(m!(FigureNeverSense))}</li>
            </ul>
        </section>
    }
}

fn cite(page: &FigurePage) -> impl IntoView + use<> {
    let claim = &page.claim;
    let shell = shell();
    let url = address(&Route::Figure(claim.claim_id.clone()));
    let package = &claim.frame.package;
    let text = localize(m!(
        FigureCiteText,
        publisher = &shell.site.publisher,
        title = &claim.title,
        value = page.value(),
        site = &shell.site.title,
        version = &package.version,
        date = Arg::Date(package.created.clone()),
        url = &url
    ));
    let source = claim.statements.first().map(|first| {
        let words = format!("{}, {}", first.source.publisher, first.source.title);
        view! { <p>{localize(m!(FigureCiteSource, source = words))}</p> }
    });
    view! {
        <section class="band" aria-labelledby="cite">
            <h2 id="cite">{localize(m!(FigureCite))}</h2>
            <p class="citation">{text}</p>
            {source}
            <h3>{localize(m!(FigureReport))}</h3>
            {report(&claim.claim_id, &url)}
        </section>
    }
}

/// A mail with the figure named in it, or the site's own form.
fn report(id: &str, url: &str) -> AnyView {
    let contact = shell().site.contact;
    let text = |message: Message| crate::query::encode(&localize(message));
    let subject = text(m!(FigureReportSubject, id = id));
    let body = text(m!(FigureReportBody, url = url));
    let target = match contact.split_once(':') {
        Some(("https", _)) => {
            let joint = if contact.contains('?') { '&' } else { '?' };
            format!("{contact}{joint}figure={}", crate::query::encode(id))
        }
        Some(("mailto", _)) => format!("{contact}?subject={subject}&body={body}"),
        _ if contact.contains('@') => format!("mailto:{contact}?subject={subject}&body={body}"),
        _ => return view! { <p>{localize(m!(FigureReportNone))}</p> }.into_any(),
    };
    view! { <p><a class="button" href=target>{localize(m!(FigureReport))}</a></p> }.into_any()
}
