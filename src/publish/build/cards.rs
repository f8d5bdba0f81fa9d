//! The preview picture of each page: what the page itself shows first.

use crate::frame::Known;
use crate::locale::Locale;
use crate::m;
use crate::pages::Page;
use crate::publish::picture::{Card, CardBody};
use crate::scene::tally;

/// The card of a page; pages that nobody links to have none.
pub fn card(page: &Page, locale: Locale) -> Option<Card> {
    let title = locale.text(page.title());
    let words = |text: String| Card {
        title: title.clone(),
        lede: None,
        body: CardBody::Words(text.clone()),
        source: locale.text(m!(SiteTitle)),
        alt: text,
        illustrative: matches!(page, Page::Package(page) if page.package.outcomes.illustrative),
    };
    match page {
        Page::Overview(page) => {
            let card = Card::of_claim(page.headline()?, locale)?;
            Some(Card { title, ..card })
        }
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
            let lines: Vec<String> = (0..record.columns.len())
                .map(|at| {
                    let published = record.tally(at)[Known::Published as usize];
                    locale.text(m!(
                        TallySpoken,
                        column = &record.columns[at].title,
                        known = tally::word(Known::Published),
                        count = published,
                        of = record.total()
                    ))
                })
                .collect();
            Some(words(locale.list(&lines)))
        }
        Page::Data(_) | Page::Package(_) | Page::Figures(_) => {
            Some(words(locale.text(page.description())))
        }
        Page::Missing | Page::Failed(_) => None,
    }
}
