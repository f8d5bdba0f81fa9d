//! How to read a chart, for each chart type, and how to use it, for each input device.

use crate::locale::Message;
use crate::m;
use crate::query::View;
use crate::ui::shell::localize;
use leptos::prelude::*;

/// What a chart of this type shows, in plain language.
pub fn reading(view: View) -> Message {
    match view {
        View::Bar => m!(ReadingBar),
        View::Column => m!(ReadingColumn),
        View::Stacked => m!(ReadingStacked),
        View::Line => m!(ReadingLine),
        View::Area => m!(ReadingArea),
        View::Dot => m!(ReadingDot),
        View::Dumbbell => m!(ReadingDumbbell),
        View::Slope => m!(ReadingSlope),
        View::Strip => m!(ReadingStrip),
        View::Scatter => m!(ReadingScatter),
        View::Funnel => m!(ReadingFunnel),
        View::Range => m!(ReadingRange),
        View::Bullet => m!(ReadingBullet),
        View::Multiples => m!(ReadingMultiples),
        View::Map => m!(ReadingMap),
        View::Tiles => m!(ReadingTiles),
        View::Heat => m!(ReadingHeat),
        View::Spark => m!(ReadingSpark),
        View::Table => m!(ReadingTable),
    }
}

/// Whether charts of this type have marks in a sequence, which can be played as sound.
pub(in crate::ui) fn can_be_heard(view: View) -> bool {
    matches!(
        view,
        View::Bar | View::Column | View::Line | View::Area | View::Dot | View::Spark
    )
}

/// The controls under a chart: play it as sound, and “More about this chart”, which begins with `more` and ends with how
/// to read the chart. A table has no instructions.
pub fn chart_tools(view: View, rows: usize, more: AnyView) -> AnyView {
    let heard = can_be_heard(view) && rows > 1;
    let listen = heard.then(|| {
        view! {
            <button type="button" class="chart-listen" aria-pressed="false">{localize(m!(ReadingListen))}</button>
        }
    });
    let how = (view != View::Table).then(|| how_to_read(view, heard));
    let view = view! {
        <div class="chart-tools">
            {listen}
            <details class="figure-how">
                <summary>{localize(m!(PanelMore))}</summary>
                {more}
                {how}
            </details>
        </div>
    };
    view.into_any()
}

fn how_to_read(view: View, heard: bool) -> impl IntoView {
    let sound = heard.then(|| view! { <p>{localize(m!(ReadingSound))}</p> });
    view! {
        <p><b>{localize(m!(ReadingTitle))}</b></p>
        <p>{localize(reading(view))}</p>
        <p>{localize(m!(ReadingUnsure))}</p>
        <p>{localize(m!(ReadingMouse))}</p>
        <p>{localize(m!(ReadingTouch))}</p>
        <p>{localize(m!(ReadingKeyboard))}</p>
        <p>{localize(m!(ReadingEar))}</p>
        {sound}
        <button
            type="button"
            class="chart-keys"
            aria-pressed="true"
            data-on=localize(m!(ReadingKeysOn))
            data-off=localize(m!(ReadingKeysOff))
        >{localize(m!(ReadingKeys))}</button>
    }
}
