//! `embed/share.json`: what the dialog of sharing says and offers, fetched when somebody opens it.

use super::Build;
use crate::locale::Message;
use crate::m;
use serde_json::{Map, Value, json};

/// Where the file belongs, below the base of the site.
pub const SHARE: &str = "embed/share.json";

impl Build<'_> {
    pub(super) fn share_file(&self) -> String {
        let say = |message: Message| Value::from(self.locale.text(message));
        // The script fills these in.
        let (title, version) = ("{title}", "{version}");
        let words = json!({
            "title": say(m!(ShareTitle)),
            "published": say(m!(SharePublished)),
            "drawn": say(m!(ShareDrawn, title = title)),
            "theme": say(m!(ShareTheme)),
            "light": say(m!(ShareLight)),
            "dark": say(m!(ShareDark)),
            "auto": say(m!(ShareAuto)),
            "print": say(m!(SharePrint)),
            "data": say(m!(ShareData)),
            "live": say(m!(ShareLive)),
            "pinned": say(m!(SharePinned, version = version)),
            "own_title": say(m!(ShareOwnTitle)),
            "own_note": say(m!(ShareOwnNote)),
            "copy": say(m!(ShareCopy)),
            "copied": say(m!(ShareCopied)),
            "link": say(m!(ShareLink)),
            "frame": say(m!(ShareFrame)),
            "resizing": say(m!(ShareResizing)),
            "element": say(m!(ShareElement)),
            "picture": say(m!(SharePicture)),
            "preview": say(m!(SharePreview)),
            "width": say(m!(ShareWidth)),
            "full": say(m!(ShareFull)),
            "close": say(m!(ShareClose)),
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
        let all = json!({ "v": 1, "words": words, "views": views, "versions": versions });
        format!("{all}\n")
    }
}
