//! Names of chart types.

use crate::locale::Message;
use crate::m;
use crate::query::View;

/// The name of a chart type, as its control shows it.
pub fn view_name(view: View) -> Message {
    match view {
        View::Bar => m!(ViewBar),
        View::Line => m!(ViewLine),
        View::Map => m!(ViewMap),
        View::Range => m!(ViewRange),
        View::Strip => m!(ViewStrip),
        View::Column => m!(ViewColumn),
        View::Stacked => m!(ViewStacked),
        View::Area => m!(ViewArea),
        View::Dot => m!(ViewDot),
        View::Dumbbell => m!(ViewDumbbell),
        View::Slope => m!(ViewSlope),
        View::Scatter => m!(ViewScatter),
        View::Funnel => m!(ViewFunnel),
        View::Bullet => m!(ViewBullet),
        View::Multiples => m!(ViewMultiples),
        View::Tiles => m!(ViewTiles),
        View::Heat => m!(ViewHeat),
        View::Spark => m!(ViewSpark),
        View::Table => m!(ViewTable),
    }
}
