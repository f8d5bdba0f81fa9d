//! The preview picture of each page: what the page itself shows first.

use crate::frame::AnswerState;
use crate::locale::Locale;
use crate::m;
use crate::pages::Page;
use crate::publish::picture::{Card, CardBody};

/// The card of a page; pages that no other site links to have none.
pub fn card(page: &Page, locale: Locale) -> Option<Card> {
    let title = locale.text(page.title());
    let words = |text: String| Card {
        title: title.clone(),
        lede: None,
        body: CardBody::Words(text.clone()),
        source: locale.text(m!(SiteTitle)),
        alt: text,
        illustrative: match page {
            Page::Package(page) => page.package.outcomes.illustrative,
            Page::Changes(page) => page.illustrative,
            Page::Dashboard(page) => page.illustrative,
            _ => false,
        },
    };
    match page {
        Page::Overview(page) => {
            let card = Card::of_claim(page.headline()?, locale)?;
            let lede = Some(page.headline()?.measure.title.clone());
            Some(Card {
                title,
                lede,
                ..card
            })
        }
        Page::Dashboard(page) => page.panels.iter().find_map(|panel| {
            let frame = panel.outcome.as_ref().ok()?;
            let view = frame.query.view.unwrap_or_default();
            Some(Card::of_chart(frame, view, locale))
        }),
        Page::Explore(page) => {
            let frame = page.answered.outcome.as_ref().ok()?;
            let view = page.answered.query.view.unwrap_or_default();
            Some(Card::of_chart(frame, view, locale))
        }
        Page::Figure(page) => Card::of_claim(&page.claim.frame, locale).map(|card| Card {
            alt: locale.text(page.finding()),
            ..card
        }),
        Page::Record(record) => {
            let of = |at: usize| {
                let count = record.tally(at)[AnswerState::Published as usize];
                let column = &record.columns[at].title;
                (count > 0).then(|| locale.text(m!(RecordCardPart, count = count, column = column)))
            };
            let list: Vec<String> = (0..record.columns.len()).filter_map(of).collect();
            let list = locale.list(&list);
            Some(words(locale.text(m!(
                RecordCard,
                awards = record.total(),
                list = list
            ))))
        }
        // The first chart or number of the page, under the page's own title.
        Page::Served(page) => Some(page.chart().map_or_else(
            || words(locale.text(page.description())),
            |shown| {
                let card = Card::of_chart(&shown.frame, shown.as_view, locale);
                Card {
                    title: title.clone(),
                    lede: Some(card.title.clone()),
                    alt: format!("{} {}", locale.text(page.description()), card.alt),
                    ..card
                }
            },
        )),
        Page::Grantee(page) => {
            let number = page.finding().and_then(|frame| {
                let card = Card::of_claim(frame, locale)?;
                Some(Card {
                    title: page.holder.label.clone(),
                    lede: Some(card.title.clone()),
                    ..card
                })
            });
            Some(number.unwrap_or_else(|| words(locale.text(page.description()))))
        }
        Page::Story(page) => {
            let number = page.hero().and_then(|claim| {
                let card = Card::of_claim(&claim.frame, locale)?;
                Some(Card {
                    title: page.story.front.title.clone(),
                    lede: Some(format!("{} · {}", page.teaser.holder.label, card.title)),
                    ..card
                })
            });
            Some(number.unwrap_or_else(|| Card {
                title: page.story.front.title.clone(),
                lede: Some(page.teaser.holder.label.clone()),
                ..words(page.story.front.summary.clone())
            }))
        }
        // A page for printing belongs to another page, which has a picture.
        Page::Sheet(_) => None,
        Page::Stories(_)
        | Page::Dashboards(_)
        | Page::Models(_)
        | Page::Data(_)
        | Page::Package(_)
        | Page::Changes(_)
        | Page::Figures(_)
        | Page::List(_)
        | Page::Pay(_)
        | Page::Accessibility(_)
        | Page::Guide(_)
        | Page::Find
        | Page::Report
        | Page::Compare(_)
        | Page::Charts(_)
        | Page::Chart(_)
        | Page::Definitions(_) => Some(words(locale.text(page.description()))),
        Page::Missing | Page::Failed(_) => None,
    }
}
