//! `save/words.json`: the markup of the download dialog, the sentences that its script shows, and the
//! site's address, which every file contains. Fetched when the dialog is opened.

use super::Build;
use super::document::fixed_markup;
use crate::locale::{Locale, Message};
use crate::m;
use crate::site::Route;
use leptos::prelude::*;
use serde_json::{Value, json};

/// The path of the file, below the base of the site.
pub const SAVE: &str = "save/words.json";

impl Build<'_> {
    pub(super) fn save_file(&self) -> String {
        let say = |message: Message| Value::from(self.locale.text(message));
        // The script fills these in.
        let (what, name) = ("{what}", "{name}");
        let words = json!({
            "width_wrong": say(m!(SaveWidthWrong)),
            "preview": say(m!(SavePreview)),
            "starting": say(m!(SaveStarting)),
            "ready": say(m!(SaveReady)),
            "making": say(m!(SaveMaking, what = what)),
            "saved": say(m!(SaveSaved, name = name)),
            "copied": say(m!(SaveCopied, what = what)),
            "no_link": say(m!(SaveNoLink)),
            "too_large": say(m!(SaveTooLarge)),
            "copy_refused": say(m!(SaveCopyRefused)),
            "copy_picture_refused": say(m!(SaveCopyPictureRefused)),
            "offline": say(m!(SaveOffline)),
            "failed": say(m!(SaveFailed, what = what)),
            "report_name": say(m!(SaveReportName, count = "{count}", day = "{day}")),
        });
        let home = json!({
            "title": self.files.catalog.site.title,
            "explore": self.address.url(&Route::Explore.path()),
        });
        let dialog = fixed_markup(dialog(self.locale));
        format!(
            "{}\n",
            json!({ "v": 1, "dialog": dialog, "words": words, "home": home })
        )
    }
}

/// The buttons below one heading: the file or text that each makes (`data-make`), and its label.
type Group = (Message, Vec<(&'static str, String)>);

fn groups(locale: Locale) -> [Group; 5] {
    let named = |acts: Vec<(&'static str, Message)>| -> Vec<(&'static str, String)> {
        let acts = acts.into_iter();
        acts.map(|(what, label)| (what, locale.text(label)))
            .collect()
    };
    let pictures = vec![
        ("png-web", m!(SavePngWeb)),
        ("png-2x", m!(SavePngTwice)),
        ("png-print", m!(SavePngPrint)),
        ("svg", m!(SaveSvg)),
        ("pdf", m!(SavePdf)),
    ];
    let numbers = vec![
        ("csv", m!(SaveCsv)),
        ("xlsx", m!(SaveXlsx)),
        ("json", m!(SaveJson)),
    ];
    let reports = vec![("docx", m!(SaveDocx)), ("pack", m!(SavePack))];
    let copies = vec![
        ("copy-word", m!(SaveCopyWord)),
        ("copy-picture", m!(SaveCopyPicture)),
        ("link", m!(SaveCopyLink)),
        ("alt", m!(SaveCopyAlt)),
    ];
    // Styles of citation have the same name in every language.
    let styles = [
        ("apa", "APA"),
        ("chicago", "Chicago"),
        ("mla", "MLA"),
        ("bibtex", "BibTeX"),
    ];
    [
        (m!(SavePicture), named(pictures)),
        (m!(SaveNumbers), named(numbers)),
        (m!(SaveReport), named(reports)),
        (m!(SaveCopy), named(copies)),
        (
            m!(SaveCite),
            styles.map(|(what, name)| (what, name.to_owned())).into(),
        ),
    ]
}

/// The dialog without its figure. `public/save.js` finds controls by their `name` and buttons by `data-make`.
fn dialog(locale: Locale) -> impl RenderHtml {
    let say = |message: Message| locale.text(message);
    let groups = groups(locale).map(|(heading, acts)| {
        let heading = say(heading);
        let acts = acts.into_iter().map(|(what, label)| {
            view! { <button type="button" class="button save-act" data-make=what>{label}</button> }
        });
        view! {
            <section class="save-group" aria-label=heading>
                <h3>{heading.clone()}</h3>
                <div class="save-acts">{acts.collect::<Vec<_>>()}</div>
            </section>
        }
    });
    // The first control is not the one with the focus: a phone would open its keyboard.
    view! {
        <dialog class="share-dialog save-dialog" aria-labelledby="save-title">
            <h2 id="save-title" tabindex="-1" autofocus>{say(m!(SaveTitle))}</h2>
            <p class="save-what"></p>
            <div class="save-parts">
                <div class="save-look">
                    <div class="save-preview">
                        <p class="save-none">{say(m!(SavePreviewNone))}</p>
                        <img class="save-picture" alt=say(m!(SavePreview)) hidden/>
                    </div>
                    <h3>{say(m!(SaveLook))}</h3>
                    <div class="save-fields">
                        <div class="save-width">
                            <label class="save-field">
                                <span>{say(m!(SaveWidth))}</span>
                                <input name="width" type="text" inputmode="decimal" value="6.5" autocomplete="off" size="6"/>
                            </label>
                            <select name="unit" aria-label=say(m!(SaveUnit))>
                                <option value="in">{say(m!(SaveInches))}</option>
                                <option value="cm">{say(m!(SaveCentimetres))}</option>
                                <option value="px">{say(m!(SavePixels))}</option>
                            </select>
                        </div>
                        <label class="save-field">
                            <span>{say(m!(SaveTheme))}</span>
                            <select name="theme">
                                <option value="light">{say(m!(SaveLight))}</option>
                                <option value="dark">{say(m!(SaveDark))}</option>
                                <option value="print">{say(m!(SavePrint))}</option>
                            </select>
                        </label>
                    </div>
                    <label class="save-live"><input name="live" type="checkbox"/><span>{say(m!(SaveLive))}</span></label>
                </div>
                <div class="save-all">
                    {groups.into_iter().collect::<Vec<_>>()}
                    <textarea class="save-text" readonly rows="4" aria-label=say(m!(SaveCopiedText)) hidden spellcheck="false"></textarea>
                </div>
            </div>
            <p class="save-note">{say(m!(SaveNote))}</p>
            <form class="save-foot" method="dialog">
                <p class="save-told" role="status"></p>
                <button class="button">{say(m!(SaveClose))}</button>
            </form>
        </dialog>
    }
}
