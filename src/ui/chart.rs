//! A chart in the page: the drawing at two widths, one way over its marks for pointer, finger and
//! keyboard, and a sentence for each.
//!
//! Everything a mark says stands in the drawing, so that a prerendered chart comes alive without
//! being laid out again: listeners are all that is added.

#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(not(target_arch = "wasm32"))]
#[path = "chart/still.rs"]
mod live;

use super::Drawing;
use super::say::{say, shell};
use crate::frame::{Frame, Row};
use crate::locale::Locale;
use crate::m;
use crate::paint::{Element, Theme, draw};
use crate::query::View;
use crate::scene::{Look, lay_out, words_of};
use crate::{geo, prose};
use leptos::prelude::*;
use std::sync::Arc;

/// The widths a chart is laid out for, in pixels; `style/chart.css` shows the one that fits.
pub const NARROW: u32 = 344;
pub const WIDE: u32 = 736;

/// A frame drawn.
pub fn chart(frame: Frame, view: View) -> AnyView {
    let view = {
        let locale = shell().locale;
        let label = say(prose::title(&frame));
        let frame = Arc::new(frame);
        let drawing = |width| {
            let frame = Arc::clone(&frame);
            Drawing::new(move || picture(&frame, view, width, locale))
        };
        view! {
            <div
                class="chart"
                role="group"
                tabindex="0"
                aria-label=label
                on:keydown=live::walk
                on:pointermove=live::point
                on:click=live::tap
                on:pointerleave=live::leave
                on:blur=live::blur
            >
                <div class="chart-narrow">{drawing(NARROW)}</div>
                <div class="chart-wide">{drawing(WIDE)}</div>
                <p class="chart-tip" hidden aria-hidden="true"></p>
                <p class="chart-live" role="status"></p>
                <p class="chart-help">{say(m!(ChartHelp))}</p>
            </div>
        }
    };
    view.into_any()
}

/// Lays a frame out and draws it.
#[cfg(target_arch = "wasm32")]
type Draw = fn(&Frame, View, u32, Locale) -> Element;

/// How charts are drawn in this module, if it draws any.
#[cfg(target_arch = "wasm32")]
static DRAW: std::sync::OnceLock<Draw> = std::sync::OnceLock::new();

/// Lets this module draw charts anew. One that only takes over drawings as they stand leaves it out, and with
/// it every layout: that is a sixth of its size.
#[cfg(target_arch = "wasm32")]
pub fn draw_anew() {
    let _ = DRAW.set(drawn);
}

fn picture(frame: &Frame, view: View, width: u32, locale: Locale) -> Element {
    #[cfg(target_arch = "wasm32")]
    return DRAW.get().map_or_else(
        || Element::new("svg"),
        |draw| draw(frame, view, width, locale),
    );
    #[cfg(not(target_arch = "wasm32"))]
    drawn(frame, view, width, locale)
}

fn drawn(frame: &Frame, view: View, width: u32, locale: Locale) -> Element {
    let labels = |row: &Row| words_of(frame, row, locale);
    let look = Look {
        view,
        width,
        locale,
        geography: geo::shared(),
        labels: &labels,
    };
    draw(&lay_out(frame, &look), &Theme::LIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Axis, Cell, MeasureWords, PackageWords};
    use crate::value::Quantity;

    fn frame() -> Frame {
        let row = |label: &str, value: f64| Row {
            key: label.into(),
            label: label.into(),
            series: None,
            ordinal: None,
            cell: Cell {
                quantity: Some(Quantity::exact(value)),
                ..Cell::default()
            },
            kind: None,
            figure: None,
        };
        Frame {
            query: Default::default(),
            package: PackageWords::default(),
            measure: MeasureWords::default(),
            by: Axis::default(),
            series: None,
            filters: Vec::new(),
            rows: vec![row("Ohio", 4.0), row("Texas & more", 2.0)],
            total: None,
            coverage: Vec::new(),
            sources: Vec::new(),
            caveats: Vec::new(),
            beside: None,
            across: None,
        }
    }

    #[test]
    fn a_chart_is_prerendered_at_both_widths_with_a_sentence_for_each_mark() {
        let html = chart(frame(), View::Bar).to_html();
        for width in [NARROW, WIDE] {
            assert!(html.contains(&format!("viewBox=\"0 0 {width} ")), "{html}");
        }
        assert_eq!(html.matches("class=\"mark\"").count(), 4);
        assert_eq!(html.matches("aria-label=\"Texas &amp; more").count(), 2);
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1);
        assert!(
            !html.contains("style="),
            "the policy of the page refuses style attributes"
        );
    }
}
