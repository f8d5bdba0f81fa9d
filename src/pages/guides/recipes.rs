//! How a chart gets into each program that people publish with: what to take from the dialogs “Share or embed” and
//! “Download”, the steps, and what to do where the program removes it.

use super::{Section, points, steps};
use crate::locale::Message;
use crate::m;
use crate::ui::localize;
use leptos::prelude::*;

/// The way into one program.
struct Recipe {
    id: &'static str,
    title: fn() -> Message,
    /// The snippets or files that it keeps, the best first, by their names in the dialogs.
    takes: fn() -> Vec<Message>,
    steps: fn() -> Vec<Message>,
    /// What it removes, and the way out.
    removed: fn() -> Vec<Message>,
    /// A page of its maker, where we know a lasting address.
    help: Option<(&'static str, &'static str)>,
}

const RECIPES: [Recipe; 10] = [
    Recipe {
        id: "wordpress",
        title: || m!(UseWordpress),
        takes: || vec![m!(SharingResizing), m!(SharingLink)],
        steps: || {
            vec![
                m!(UseWordpressOne),
                m!(UseWordpressTwo),
                m!(UseWordpressThree),
            ]
        },
        removed: || {
            vec![
                m!(UseWordpressRoles),
                m!(UseWordpressOembed),
                m!(UseWordpressPlans, picture = m!(SharingPicture)),
            ]
        },
        help: Some((
            "WordPress.org: Roles and Capabilities",
            "https://wordpress.org/documentation/article/roles-and-capabilities/",
        )),
    },
    Recipe {
        id: "drupal",
        title: || m!(UseDrupal),
        takes: || vec![m!(SharingFrame)],
        steps: || vec![m!(UseDrupalOne), m!(UseDrupalTwo), m!(UseDrupalThree)],
        removed: || vec![m!(UseDrupalFormats), m!(UseDrupalPicture)],
        help: Some((
            "Drupal User Guide: Text Formats and Editors",
            "https://www.drupal.org/docs/user_guide/en/structure-text-formats.html",
        )),
    },
    Recipe {
        id: "sharepoint",
        title: || m!(UseSharepoint),
        takes: || vec![m!(SharingFrame)],
        steps: || {
            vec![
                m!(UseSharepointOne),
                m!(UseSharepointTwo),
                m!(UseSharepointThree),
            ]
        },
        removed: || {
            vec![
                m!(UseSharepointFrames),
                m!(UseSharepointHost),
                m!(UseSharepointPicture),
            ]
        },
        help: None,
    },
    Recipe {
        id: "squarespace",
        title: || m!(UseSquarespace),
        takes: || vec![m!(SharingResizing), m!(SharingFrame)],
        steps: || {
            vec![
                m!(UseSquarespaceOne),
                m!(UseSquarespaceTwo),
                m!(UseSquarespaceThree),
            ]
        },
        removed: || vec![m!(UseSquarespacePlans)],
        help: None,
    },
    Recipe {
        id: "google-sites",
        title: || m!(UseGoogleSites),
        takes: || vec![m!(SharingLink), m!(SharingFrame)],
        steps: || {
            vec![
                m!(UseGoogleSitesOne),
                m!(UseGoogleSitesTwo),
                m!(UseGoogleSitesThree),
            ]
        },
        removed: || {
            vec![
                m!(UseGoogleSitesHeight, resizing = m!(SharingResizing)),
                m!(UseGoogleSitesCode, frame = m!(SharingFrame)),
                m!(UseGoogleSitesPicture),
            ]
        },
        help: None,
    },
    Recipe {
        id: "word",
        title: || m!(UseWord),
        takes: || vec![m!(SaveCopyWord), m!(SaveDocx)],
        steps: || {
            let copy = m!(
                UseWordOne,
                button = m!(SaveButton),
                copy = m!(SaveCopy),
                word = m!(SaveCopyWord)
            );
            vec![
                copy,
                m!(UseWordTwo),
                m!(UseWordThree, alt = m!(SaveCopyAlt)),
            ]
        },
        removed: || {
            vec![
                m!(UseWordFrames),
                m!(UseWordCopying, docx = m!(SaveDocx)),
                m!(UseWordVersion),
            ]
        },
        help: None,
    },
    Recipe {
        id: "powerpoint",
        title: || m!(UsePowerpoint),
        takes: || vec![m!(SaveSvg), m!(SavePngTwice)],
        steps: || {
            let download = m!(
                UsePowerpointOne,
                button = m!(SaveButton),
                svg = m!(SaveSvg),
                png = m!(SavePngTwice)
            );
            vec![
                download,
                m!(UsePowerpointTwo),
                m!(UsePowerpointThree, alt = m!(SaveCopyAlt)),
                m!(UsePowerpointFour, cite = m!(SaveCite)),
            ]
        },
        removed: || {
            vec![
                m!(UsePowerpointFrames),
                m!(UsePowerpointSvg, png = m!(SavePngTwice)),
            ]
        },
        help: None,
    },
    Recipe {
        id: "google-docs",
        title: || m!(UseGoogleDocs),
        takes: || vec![m!(SavePngTwice)],
        steps: || {
            let download = m!(
                UseGoogleDocsOne,
                button = m!(SaveButton),
                png = m!(SavePngTwice)
            );
            vec![
                download,
                m!(UseGoogleDocsTwo),
                m!(UseGoogleDocsThree, alt = m!(SaveCopyAlt)),
                m!(UseGoogleDocsFour, cite = m!(SaveCite)),
            ]
        },
        removed: || vec![m!(UseGoogleDocsFrames)],
        help: None,
    },
    Recipe {
        id: "html",
        title: || m!(UseHtml),
        takes: || vec![m!(SharingResizing), m!(SharingElement)],
        steps: || vec![m!(UseHtmlOne), m!(UseHtmlTwo), m!(UseHtmlThree)],
        removed: || vec![m!(UseHtmlAll, element = m!(SharingElement))],
        help: None,
    },
    Recipe {
        id: "disk",
        title: || m!(UseDisk),
        takes: || vec![m!(SharingElement), m!(SharingFrame)],
        steps: || vec![m!(UseDiskOne), m!(UseDiskTwo), m!(UseDiskThree)],
        removed: || vec![m!(UseDiskOffline)],
        help: None,
    },
];

/// A section for each program.
pub(super) fn sections() -> impl Iterator<Item = Section> {
    RECIPES.iter().map(|recipe| {
        let takes = (recipe.takes)().into_iter().map(|name| {
            view! { <li><strong>{localize(name)}</strong></li> }
        });
        let help = recipe.help.map(|(name, address)| {
            view! { <p class="note">{localize(m!(UseMoreHelp))} ": " <a href=address translate="no">{name}</a></p> }
        });
        let body = view! {
            <h3>{localize(m!(UseTake))}</h3>
            <ul>{takes.collect_view()}</ul>
            <h3>{localize(m!(UseSteps))}</h3>
            {steps((recipe.steps)())}
            <h3>{localize(m!(UseRemoved))}</h3>
            {points((recipe.removed)())}
            {help}
        };
        Section::new(recipe.id, (recipe.title)(), body)
    })
}
