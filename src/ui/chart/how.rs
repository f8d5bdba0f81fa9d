//! How to read a chart, for each chart type, and how to use it, for each input device.

use crate::locale::Message;
use crate::m;
use crate::query::View;
use crate::ui::say::say;
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

/// The controls under a chart: play it as sound, and how to read it.
pub fn chart_tools(view: View, rows: usize) -> AnyView {
    let heard = can_be_heard(view) && rows > 1;
    let listen = heard.then(|| {
        view! {
            <button type="button" class="chart-listen" aria-pressed="false">{say(m!(ReadingListen))}</button>
        }
    });
    let sound = heard.then(|| view! { <p>{say(m!(ReadingSound))}</p> });
    let view = view! {
        <div class="chart-tools">
            {listen}
            <details class="figure-how">
                <summary>{say(m!(ReadingTitle))}</summary>
                <p>{say(reading(view))}</p>
                <p>{say(m!(ReadingUnsure))}</p>
                <p>{say(m!(ReadingMouse))}</p>
                <p>{say(m!(ReadingTouch))}</p>
                <p>{say(m!(ReadingKeyboard))}</p>
                <p>{say(m!(ReadingEar))}</p>
                {sound}
                <button
                    type="button"
                    class="chart-keys"
                    aria-pressed="true"
                    data-on=say(m!(ReadingKeysOn))
                    data-off=say(m!(ReadingKeysOff))
                >{say(m!(ReadingKeys))}</button>
            </details>
        </div>
    };
    view.into_any()
}
