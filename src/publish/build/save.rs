//! `save/words.json`: the texts of the download dialog, and the site's address, which every file
//! contains. Fetched when the dialog is opened.

use super::Build;
use crate::locale::Message;
use crate::m;
use crate::site::Route;
use serde_json::{Value, json};

/// The path of the file, below the base of the site.
pub const SAVE: &str = "save/words.json";

impl Build<'_> {
    pub(super) fn save_file(&self) -> String {
        let say = |message: Message| Value::from(self.locale.text(message));
        // The script fills these in.
        let (what, name) = ("{what}", "{name}");
        let words = json!({
            "title": say(m!(SaveTitle)),
            "note": say(m!(SaveNote)),
            "preview": say(m!(SavePreview)),
            "preview_none": say(m!(SavePreviewNone)),
            "look": say(m!(SaveLook)),
            "width": say(m!(SaveWidth)),
            "unit": say(m!(SaveUnit)),
            "in": say(m!(SaveInches)),
            "cm": say(m!(SaveCentimetres)),
            "px": say(m!(SavePixels)),
            "theme": say(m!(SaveTheme)),
            "light": say(m!(SaveLight)),
            "dark": say(m!(SaveDark)),
            "print": say(m!(SavePrint)),
            "live": say(m!(SaveLive)),
            "width_wrong": say(m!(SaveWidthWrong)),
            "picture": say(m!(SavePicture)),
            "png-print": say(m!(SavePngPrint)),
            "png-2x": say(m!(SavePngTwice)),
            "png-web": say(m!(SavePngWeb)),
            "svg": say(m!(SaveSvg)),
            "pdf": say(m!(SavePdf)),
            "numbers": say(m!(SaveNumbers)),
            "csv": say(m!(SaveCsv)),
            "xlsx": say(m!(SaveXlsx)),
            "json": say(m!(SaveJson)),
            "report": say(m!(SaveReport)),
            "docx": say(m!(SaveDocx)),
            "pack": say(m!(SavePack)),
            "copy": say(m!(SaveCopy)),
            "copy-word": say(m!(SaveCopyWord)),
            "copy-picture": say(m!(SaveCopyPicture)),
            "link": say(m!(SaveCopyLink)),
            "alt": say(m!(SaveCopyAlt)),
            "cite": say(m!(SaveCite)),
            "copied_text": say(m!(SaveCopiedText)),
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
            "close": say(m!(SaveClose)),
        });
        let home = json!({
            "title": self.files.catalog.site.title,
            "explore": self.address.url(&Route::Explore.path()),
        });
        format!("{}\n", json!({ "v": 1, "words": words, "home": home }))
    }
}
