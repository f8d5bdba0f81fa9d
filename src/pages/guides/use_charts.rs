//! Charts on other sites and in documents: the recipes, and what a frame, its options and the scripts do.

use super::super::contact::contact;
use super::{Section, code, paragraph, points, recipes, steps, terms};
use crate::locale::{Arg, Message};
use crate::m;
use crate::ui::localize;
use leptos::prelude::*;

/// The day on which the steps of the recipes were compared with what is public about each program.
const CHECKED: &str = "2026-11-30";

pub(super) fn sections() -> Vec<Section> {
    let start = vec![
        m!(UseStartShare, button = m!(SharingButton)),
        m!(UseStartChoose),
        m!(UseStartCopy),
    ];
    let first = [
        Section::new(
            "start",
            m!(UseStart),
            view! {
                {steps(start)}
                {paragraph(m!(UseStartFile, button = m!(SaveButton)))}
                {paragraph(m!(UseLicense))}
            },
        ),
        Section::new("snippets", m!(UseSnippets), snippets()),
    ];
    let rest = [
        Section::new("removed", m!(UseFallback), fallback()),
        Section::new("sandbox", m!(UseSandbox), sandbox()),
        Section::new("options", m!(UseFlags), options()),
        Section::new(
            "version",
            m!(UseVersion),
            paragraph(m!(UseVersionText, data = m!(SharingData))),
        ),
        Section::new("oembed", m!(UseOembed), paragraph(m!(UseOembedText))),
        Section::new("scripts", m!(UseScripts), scripts()),
        Section::new("privacy", m!(UsePrivacy), paragraph(m!(UsePrivacyText))),
        Section::new("checked", m!(UseChecked), checked()),
    ];
    first
        .into_iter()
        .chain(recipes::sections())
        .chain(rest)
        .collect()
}

fn word(message: Message) -> AnyView {
    localize(message).into_any()
}

/// The snippets of the share dialog, in its order.
fn snippets() -> AnyView {
    terms(vec![
        (word(m!(SharingLink)), m!(UseSnippetLink)),
        (word(m!(SharingFrame)), m!(UseSnippetFrame)),
        (word(m!(SharingResizing)), m!(UseSnippetResizing)),
        (word(m!(SharingElement)), m!(UseSnippetElement)),
        (word(m!(SharingPicture)), m!(UseSnippetPicture)),
    ])
}

fn fallback() -> AnyView {
    steps(vec![
        m!(UseFallbackScript, frame = m!(SharingFrame)),
        m!(UseFallbackFrame, picture = m!(SharingPicture)),
        m!(UseFallbackPicture),
        m!(UseFallbackLink),
    ])
}

/// Each permission of the frame; a test compares them with those of the snippets.
fn sandbox() -> AnyView {
    let permissions = terms(vec![
        (code("allow-scripts"), m!(UseSandboxScripts)),
        (code("allow-popups"), m!(UseSandboxPopups)),
        (code("allow-popups-to-escape-sandbox"), m!(UseSandboxEscape)),
    ]);
    view! {
        {paragraph(m!(UseSandboxLede))}
        {permissions}
        {paragraph(m!(UseSandboxNot))}
    }
    .into_any()
}

fn options() -> AnyView {
    let flags = terms(vec![
        (code("theme=dark"), m!(UseFlagTheme)),
        (code("plain=true"), m!(UseFlagPlain)),
        (code("transparent=true"), m!(UseFlagTransparent)),
        (code("static=true"), m!(UseFlagStatic)),
        (code("at=1.4.0"), m!(UseFlagAt)),
    ]);
    view! { {paragraph(m!(UseFlagsLede))} {flags} }.into_any()
}

fn scripts() -> AnyView {
    let both = terms(vec![
        (code("embed/host.js"), m!(UseScriptsHost)),
        (code("embed/element.js"), m!(UseScriptsElement)),
    ]);
    view! { {both} {paragraph(m!(UseScriptsNote))} }.into_any()
}

fn checked() -> AnyView {
    let date = Arg::Date(CHECKED.to_owned());
    view! {
        {points(vec![m!(UseCheckedSource), m!(UseCheckedOther), m!(UseCheckedNot)])}
        {paragraph(m!(UseCheckedDate, date = date))}
        {contact(m!(UseCheckedWrong), m!(UseCheckedLink))}
    }
    .into_any()
}
