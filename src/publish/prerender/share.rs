//! `embed/share.json`: the markup of the share dialog, the sentences that its script shows, and what it must know to
//! write addresses. Fetched when the dialog is opened.

use super::document::fixed_markup;
use super::embed::FRAME;
use super::{Build, SANDBOX, THEMES};
use crate::locale::{Locale, Message};
use crate::m;
use crate::query::{Author, View};
use crate::site::Route;
use leptos::prelude::*;
use serde_json::{Map, Value, json};

/// The path of the file, below the base of the site.
pub const SHARE: &str = "embed/share.json";

impl Build<'_> {
    pub(super) fn share_file(&self) -> String {
        let say = |message: Message| Value::from(self.locale.text(message));
        // The script fills these in.
        let (title, version) = ("{title}", "{version}");
        let words = json!({
            "published": say(m!(SharingPublished)),
            "drawn": say(m!(SharingDrawn, title = title)),
            "pinned": say(m!(SharingPinned, version = version)),
            "remark_full": say(m!(SharingRemarkFull, most = "{most}")),
            "preview": say(m!(SharingPreview)),
            "copy": say(m!(SharingCopy)),
            "copied": say(m!(SharingCopied)),
            "report_added": say(m!(SharingReportAdded, place = "{place}")),
            "report_there": say(m!(SharingReportThere, place = "{place}")),
            "report_full": say(m!(SharingReportFull, most = "{most}")),
            "report_refused": say(m!(SharingReportRefused)),
        });
        let views: Vec<Value> = self
            .views
            .iter()
            .map(|shown| {
                let view = &shown.view;
                json!({ "id": view.id, "title": shown.title(self.locale), "query": view.query })
            })
            .collect();
        let packages = self.files.catalog.packages.iter();
        let versions: Map<String, Value> = packages
            .map(|entry| {
                let all = entry.versions.iter();
                let all = all.filter(|version| version.withdrawn.is_none());
                let all = all.map(|version| version.version.clone());
                (entry.name.clone(), all.collect::<Vec<_>>().into())
            })
            .collect();
        let retired = self.plan.retired.iter();
        let retired: Vec<Value> = retired
            .map(|old| json!({ "id": old.id, "now": old.now }))
            .collect();
        let named = |which: fn(View) -> bool| -> Vec<&str> {
            let views = View::ALL.into_iter().filter(|view| which(*view));
            views.map(View::as_str).collect()
        };
        let author = json!({
            "keys": Author::KEYS,
            "remarks": Author::REMARKS,
            "shaped": named(View::has_free_height),
            "ordered": named(View::has_free_order),
        });
        // As other pages write them; the script fills in what stands in braces, escaped.
        let snippets = json!({
            "frame": FRAME,
            "resizing": format!("{FRAME}\n<script src=\"{{site}}embed/host.js\" async></script>"),
            "element": "<script src=\"{site}embed/element.js\" async></script>\n\
                        <good-jobs-chart{attributes}>{inner}</good-jobs-chart>",
            "picture": "<a href=\"{address}\"><img src=\"{site}embed/{view}/picture.png\" alt=\"{alt}\" \
                        style=\"max-width:100%;height:auto\"></a>",
            "text": "<a href=\"{address}\">{title}</a>",
        });
        let all = json!({
            "v": 1,
            "dialog": fixed_markup(dialog(self.locale)),
            "words": words,
            "author": author,
            "snippets": snippets,
            "sandbox": SANDBOX,
            "views": views,
            "versions": versions,
            "retired": retired,
        });
        format!("{all}\n")
    }
}

/// The dialog without its figure. `public/share-chart.js` finds controls by their `name`, removes the fields that a chart has no
/// use for, and adds the preview: the policy of Trusted Types allows no frame in markup.
fn dialog(locale: Locale) -> impl RenderHtml {
    let say = |message: Message| locale.text(message);
    let themes = THEMES.map(|theme| {
        let label = match theme {
            "dark" => m!(SharingDark),
            "auto" => m!(SharingAuto),
            "print" => m!(SharingPrint),
            "contrast" => m!(SharingContrast),
            _ => m!(SharingLight),
        };
        // The light theme needs no key in the address.
        let value = if theme == "light" { "" } else { theme };
        view! { <option value=value>{say(label)}</option> }
    });
    let ratios = ["16:9", "3:2", "4:3", "1:1", "2:1"]
        .map(|ratio| view! { <option value=ratio>{ratio}</option> });
    let ways = [
        ("link", m!(SharingLink)),
        ("frame", m!(SharingFrame)),
        ("resizing", m!(SharingResizing)),
        ("element", m!(SharingElement)),
        ("picture", m!(SharingPicture)),
    ];
    let ways = ways.map(|(way, label)| {
        let label = say(label);
        let rows = if way == "link" { "1" } else { "3" };
        // The text of the button changes once it is pressed; its description says what it copies.
        let heading = format!("share-way-{way}");
        view! {
            <div class="share-way">
                <h3 id=heading.clone()>{label.clone()}</h3>
                <textarea name=way readonly rows=rows aria-label=label spellcheck="false"></textarea>
                <button type="button" class="button" data-copy="" aria-describedby=heading>{say(m!(SharingCopy))}</button>
            </div>
        }
    });
    let widths = ["320px", "600px", "100%"].map(|width| {
        let label = match width.strip_suffix("px") {
            Some(pixels) => format!("{pixels} px"),
            None => say(m!(SharingFull)),
        };
        view! { <button type="button" class="button" data-width=width>{label}</button> }
    });
    view! {
        <dialog class="share-dialog" aria-labelledby="share-title">
            <h2 id="share-title">{say(m!(SharingTitle))}</h2>
            <div class="share-report">
                <button type="button" class="button" data-collect="">{say(m!(SharingReportAdd))}</button>
                <a href=Route::Report.path()>{say(m!(SharingReportOpen))}</a>
                <p class="share-said" role="status"></p>
            </div>
            <p class="share-kind" role="status"></p>
            <div class="share-fields">
                {field(say(m!(SharingTheme)), view! { <select name="theme">{themes.into_iter().collect::<Vec<_>>()}</select> })}
                {field(say(m!(SharingData)), view! { <select name="at"><option value="">{say(m!(SharingLive))}</option></select> })}
                {field(say(m!(SharingOwnTitle)), view! { <input name="title" type="text" maxlength=Author::TITLE.to_string()/> })}
                {field(say(m!(SharingOwnNote)), view! { <input name="note" type="text" maxlength=Author::NOTE.to_string()/> })}
            </div>
            <details class="share-edits">
                <summary>{say(m!(SharingMore))}</summary>
                <p class="share-hint">{say(m!(SharingMoreNote))}</p>
                <div class="share-fields">
                    {field(say(m!(SharingRatio)), view! {
                        <select name="ratio">
                            <option value="">{say(m!(SharingUsual))}</option>
                            {ratios.into_iter().collect::<Vec<_>>()}
                        </select>
                    })}
                    {field(say(m!(ExploreSort)), view! {
                        <select name="sort">
                            <option value="">{say(m!(SharingUsual))}</option>
                            <option value="value">{say(m!(ExploreSortValue))}</option>
                            <option value="name">{say(m!(ExploreSortName))}</option>
                        </select>
                    })}
                    {field(say(m!(SharingTop)), view! { <input name="top" type="number" min="1" inputmode="numeric"/> })}
                    {field(say(m!(SharingHighlight)), view! { <select name="highlight" multiple></select> })}
                    {field(say(m!(SharingRemarkAt)), view! {
                        <select name="remark_at"><option value="">{say(m!(SharingRemarkNone))}</option></select>
                    })}
                    {field(say(m!(SharingRemark)), view! { <input name="remark" type="text" maxlength=Author::REMARK.to_string() disabled/> })}
                </div>
                <p class="share-said" role="status"></p>
            </details>
            {ways.into_iter().collect::<Vec<_>>()}
            <p class="share-hint">{say(m!(SharingPrivacy))} " " <a href=Route::UseCharts.path()>{say(m!(SharingRecipes))}</a></p>
            <h3>{say(m!(SharingPreview))}</h3>
            <div class="share-widths" role="group" aria-label=say(m!(SharingWidth))>{widths.into_iter().collect::<Vec<_>>()}</div>
            <form method="dialog"><button class="button">{say(m!(SharingClose))}</button></form>
        </dialog>
    }
}

/// A control with its label.
fn field(label: String, control: impl IntoView) -> impl IntoView {
    view! { <label class="share-field"><span>{label}</span>{control}</label> }
}
