//! `embed/share.json`: the texts and options of the share dialog, fetched when it is opened.

use super::Build;
use crate::locale::Message;
use crate::m;
use crate::query::{Author, View};
use serde_json::{Map, Value, json};

/// The path of the file, below the base of the site.
pub const SHARE: &str = "embed/share.json";

impl Build<'_> {
    pub(super) fn share_file(&self) -> String {
        let say = |message: Message| Value::from(self.locale.text(message));
        // The script fills these in.
        let (title, version) = ("{title}", "{version}");
        let words = json!({
            "title": say(m!(SharingTitle)),
            "published": say(m!(SharingPublished)),
            "drawn": say(m!(SharingDrawn, title = title)),
            "theme": say(m!(SharingTheme)),
            "light": say(m!(SharingLight)),
            "dark": say(m!(SharingDark)),
            "auto": say(m!(SharingAuto)),
            "print": say(m!(SharingPrint)),
            "contrast": say(m!(SharingContrast)),
            "data": say(m!(SharingData)),
            "live": say(m!(SharingLive)),
            "pinned": say(m!(SharingPinned, version = version)),
            "own_title": say(m!(SharingOwnTitle)),
            "own_note": say(m!(SharingOwnNote)),
            "more": say(m!(SharingMore)),
            "more_note": say(m!(SharingMoreNote)),
            "usual": say(m!(SharingUsual)),
            "ratio": say(m!(SharingRatio)),
            "order": say(m!(ExploreSort)),
            "by_value": say(m!(ExploreSortValue)),
            "by_name": say(m!(ExploreSortName)),
            "top": say(m!(SharingTop)),
            "highlight": say(m!(SharingHighlight)),
            "remark_at": say(m!(SharingRemarkAt)),
            "remark_none": say(m!(SharingRemarkNone)),
            "remark": say(m!(SharingRemark)),
            "remark_full": say(m!(SharingRemarkFull, most = "{most}")),
            "copy": say(m!(SharingCopy)),
            "copied": say(m!(SharingCopied)),
            "link": say(m!(SharingLink)),
            "frame": say(m!(SharingFrame)),
            "resizing": say(m!(SharingResizing)),
            "element": say(m!(SharingElement)),
            "picture": say(m!(SharingPicture)),
            "preview": say(m!(SharingPreview)),
            "width": say(m!(SharingWidth)),
            "full": say(m!(SharingFull)),
            "report_add": say(m!(SharingReportAdd)),
            "report_added": say(m!(SharingReportAdded, place = "{place}")),
            "report_there": say(m!(SharingReportThere, place = "{place}")),
            "report_full": say(m!(SharingReportFull, most = "{most}")),
            "report_open": say(m!(SharingReportOpen)),
            "report_refused": say(m!(SharingReportRefused)),
            "close": say(m!(SharingClose)),
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
                let all = entry.versions.iter().map(|version| version.version.clone());
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
            "title": Author::TITLE,
            "note": Author::NOTE,
            "remark": Author::REMARK,
            "remarks": Author::REMARKS,
            "shaped": named(View::has_free_height),
            "ordered": named(View::has_free_order),
        });
        let all = json!({
            "v": 1,
            "words": words,
            "author": author,
            "views": views,
            "versions": versions,
            "retired": retired,
        });
        format!("{all}\n")
    }
}
