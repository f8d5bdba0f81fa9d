//! The blocks of a story as views. Text becomes text nodes and the reader has checked all addresses, so nothing in a
//! story becomes markup.

use super::placed::{Placed, placed};
use crate::frame::ClaimPage;
use crate::m;
use crate::prose;
use crate::site::Route;
use crate::story::{Block, Inline, Note, StoryClaim, Target, agrees};
use crate::ui::{href, localize, shell};
use crate::value::Kind;
use leptos::prelude::*;

pub(super) fn blocks(all: &[Block], of: &Placed) -> AnyView {
    all.iter()
        .map(|one| block(one, of))
        .collect_view()
        .into_any()
}

fn block(block: &Block, of: &Placed) -> AnyView {
    match block {
        Block::Heading {
            level,
            anchor,
            text,
        } => {
            let words = inline(text, of);
            let id = anchor.clone();
            match level {
                2 => view! { <h2 id=id>{words}</h2> }.into_any(),
                3 => view! { <h3 id=id>{words}</h3> }.into_any(),
                _ => view! { <h4 id=id>{words}</h4> }.into_any(),
            }
        }
        Block::Paragraph { text, .. } => view! { <p>{inline(text, of)}</p> }.into_any(),
        Block::List { first, items } => {
            let items = items
                .iter()
                .map(|item| view! { <li>{tight(&item.blocks, of)}</li> })
                .collect_view();
            match first {
                Some(1) => view! { <ol>{items}</ol> }.into_any(),
                Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote { blocks: inner, .. } => {
            view! { <blockquote>{blocks(inner, of)}</blockquote> }.into_any()
        }
        Block::Code(text) => view! { <pre><code>{text.clone()}</code></pre> }.into_any(),
        Block::Table { head, rows, .. } => table(head, rows, of),
        Block::Rule => view! { <hr/> }.into_any(),
        Block::Placed { directive, .. } => placed(directive, of),
    }
}

/// An item of one paragraph is a line; of more, they are paragraphs.
fn tight(all: &[Block], of: &Placed) -> AnyView {
    match all {
        [Block::Paragraph { text, .. }] => inline(text, of),
        more => blocks(more, of),
    }
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], of: &Placed) -> AnyView {
    let head = head
        .iter()
        .map(|cell| view! { <th scope="col">{inline(cell, of)}</th> })
        .collect_view();
    let rows = rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{inline(cell, of)}</th> }.into_any(),
            _ => view! { <td>{inline(cell, of)}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(StoryTable))>
            <table><thead><tr>{head}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

pub(super) fn inline(text: &[Inline], of: &Placed) -> AnyView {
    let parts = text.iter().map(|part| match part {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Code(words) => view! { <code>{words.clone()}</code> }.into_any(),
        Inline::Emphasis(parts) => view! { <em>{inline(parts, of)}</em> }.into_any(),
        Inline::Strong(parts) => view! { <strong>{inline(parts, of)}</strong> }.into_any(),
        Inline::Link { to, text } => {
            view! { <a href=address(to)>{inline(text, of)}</a> }.into_any()
        }
        Inline::Claim(claim) => bound(claim, of.claims.get(&claim.id)),
        Inline::Note(number) => reference(*number),
        Inline::Break => view! { <br/> }.into_any(),
    });
    parts.collect_view().into_any()
}

/// Where a link leads, on this host.
fn address(to: &Target) -> String {
    match to {
        Target::Outside(address) | Target::Mail(address) => address.clone(),
        Target::Own(path) => shell().place.file(path),
    }
}

/// Words bound to a figure: as they were written where they say what was published, else what was
/// published. An aim, a forecast or a promise is named as one.
fn bound(claim: &StoryClaim, figure: Option<&ClaimPage>) -> AnyView {
    let Some(figure) = figure else {
        return claim.written.clone().into_any();
    };
    let Some(row) = figure.frame.rows.first() else {
        return claim.written.clone().into_any();
    };
    let measure = &figure.frame.measure;
    let is_said =
        !claim.written.is_empty() && agrees(&claim.written, &row.cell, measure) != Some(false);
    let words = match is_said {
        true => claim.written.clone(),
        false => localize(prose::value(&row.cell, measure)),
    };
    let kind = row.kind.filter(|kind| *kind != Kind::Actual).map(|kind| {
        use crate::locale::Labeled;
        view! { <span class="claim-kind">{localize(kind.label())}</span> }
    });
    view! { <a class="claim" href=href(&Route::Figure(claim.id.clone()))>{words}</a> {kind} }
        .into_any()
}

fn reference(number: usize) -> AnyView {
    let label = localize(m!(StoryNoteReference, number = number));
    view! {
        <sup class="note-mark"><a href=format!("{}#note-{number}", here()) aria-label=label>{number.to_string()}</a></sup>
    }
    .into_any()
}

/// The page's own address: a bare fragment would be read from the base of the site.
pub(super) fn here() -> String {
    let shell = shell();
    shell.place.href(&shell.route)
}

/// The footnotes, as the sources they are.
pub(super) fn notes(all: &[Note], of: &Placed) -> Option<AnyView> {
    let lines = all.iter().enumerate().map(|(at, note)| {
        let number = at + 1;
        view! { <li id=format!("note-{number}")>{tight(&note.blocks, of)}</li> }
    });
    let lines = lines.collect_view();
    (!all.is_empty()).then(|| view! { <ol class="story-notes">{lines}</ol> }.into_any())
}
