//! The report page: the charts that a reader has collected, the changes since an earlier report, and a check of the
//! charts on another page. `public/report.js` does all of it in the reader's browser, with the modules that draw embeds
//! and make files. Without scripts, the page names the command-line tool that does the same.

use crate::locale::Message;
use crate::m;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;
use serde_json::json;

/// What the script says. Names in braces are filled in by it.
fn words() -> String {
    let text = |message: Message| shell().locale.text(message);
    json!({
        "empty": text(m!(ReportEmpty)),
        "count": text(m!(ReportCount, count = "{count}")),
        "shared": text(m!(ReportShared)),
        "keep": text(m!(ReportKeep)),
        "kept": text(m!(ReportKept)),
        "up": text(m!(ReportUp, title = "{title}")),
        "down": text(m!(ReportDown, title = "{title}")),
        "remove": text(m!(ReportRemove, title = "{title}")),
        "removed": text(m!(ReportRemoved, title = "{title}")),
        "moved": text(m!(ReportMoved, title = "{title}", place = "{place}")),
        "download": text(m!(ReportDownload)),
        "link": text(m!(ReportLink)),
        "linked": text(m!(ReportLinked)),
        "clear": text(m!(ReportClear)),
        "making": text(m!(ReportMaking, place = "{place}", count = "{count}", title = "{title}")),
        "saved": text(m!(ReportSaved, name = "{name}")),
        "failed": text(m!(ReportFailed, title = "{title}", why = "{why}")),
        "absent": text(m!(ReportAbsent)),
        "illustrative": text(m!(ReportIllustrative)),
        "no_manifest": text(m!(ReportNoManifest, name = "{name}")),
        "asking": text(m!(ReportAsking, place = "{place}", count = "{count}")),
        "stands": text(m!(ReportStands, count = "{count}", changed = "{changed}")),
        "no_address": text(m!(ReportNoAddress)),
        "not_ours": text(m!(ReportNotOurs)),
        "not_known": text(m!(ReportNotKnown, name = "{name}")),
        "retired": text(m!(ReportRetired, name = "{name}", now = "{now}")),
        "no_chart": text(m!(ReportNoChart)),
        "no_title": text(m!(ReportNoTitle)),
        "no_answer": text(m!(ReportNoAnswer, why = "{why}")),
        "superseded": text(m!(ReportSuperseded, version = "{version}", newer = "{newer}")),
        "live": text(m!(ReportLive)),
        "pinned": text(m!(ReportPinned, version = "{version}")),
        "fine": text(m!(ReportFine)),
        "checked": text(m!(ReportChecked, count = "{count}", faults = "{faults}")),
        "ways": {
            "frame": text(m!(ReportWayFrame)),
            "element": text(m!(ReportWayElement)),
            "link": text(m!(ReportWayLink)),
            "picture": text(m!(ReportWayPicture)),
            "address": text(m!(ReportWayAddress)),
        },
        "head": {
            "chart": text(m!(ReportHeadChart)),
            "way": text(m!(ReportHeadWay)),
            "state": text(m!(ReportHeadState)),
        },
    })
    .to_string()
}

pub(super) fn report_page() -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(ReportTitle))}</h1>
            <p class="lede">{localize(m!(ReportLede))}</p>
        </div>
        <div id="report" data-words=words()>
            <section class="wrap band" aria-labelledby="report-charts">
                <h2 id="report-charts">{localize(m!(ReportCharts))}</h2>
                <div class="report-list">
                    <p class="report-scripts">{localize(m!(ReportScripts))}</p>
                </div>
                <p>
                    <a href=href(&Route::Explore)>{localize(m!(ExploreTitle))}</a>" · "
                    <a href=href(&Route::Charts)>{localize(m!(ChartsTitle))}</a>
                </p>
            </section>
            <section class="wrap band" aria-labelledby="report-since">
                <h2 id="report-since">{localize(m!(ReportSince))}</h2>
                <p>{localize(m!(ReportSinceLede))}</p>
                <div class="report-old" hidden>
                    <label class="report-file">
                        <span>{localize(m!(ReportSinceFile))}</span>
                        <input type="file" accept=".json,application/json"/>
                    </label>
                    <p class="report-said" role="status"></p>
                    <div class="report-out"></div>
                </div>
            </section>
            <section class="wrap band" aria-labelledby="report-check">
                <h2 id="report-check">{localize(m!(ReportCheck))}</h2>
                <p>{localize(m!(ReportCheckLede))}</p>
                <div class="report-health" hidden>
                    <label class="report-paste">
                        <span>{localize(m!(ReportCheckText))}</span>
                        <textarea rows="6" spellcheck="false"></textarea>
                    </label>
                    <p><button type="button" class="button">{localize(m!(ReportCheckButton))}</button></p>
                    <p class="report-said" role="status"></p>
                    <div class="report-out"></div>
                </div>
            </section>
        </div>
    }
}
