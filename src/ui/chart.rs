//! A chart in the page: the drawing at two widths, as a list that can be navigated, and the
//! controls and descriptions around it for pointer, touch, keyboard and screen reader.
//!
//! Everything that a mark describes is in the page, so that a prerendered chart becomes interactive
//! without being laid out again: only `public/chart.js` is added, when a reader first uses a chart.

#[cfg(any(target_arch = "wasm32", test))]
mod lazy;
#[cfg(target_arch = "wasm32")]
mod dense;
mod how;
#[cfg(not(target_arch = "wasm32"))]
mod small;
mod tree;

pub(super) use how::chart_tools;
pub use how::reading;
#[cfg(not(target_arch = "wasm32"))]
pub use small::small;

use super::shell::{href, localize, shell};
use super::{Drawing, Drawn};
use crate::frame::{AxisKind, Frame, Row};
use crate::locale::{Arg, Locale};
use crate::m;
use crate::paint::{Element, Theme, draw};
use crate::query::View;
use crate::scene::{RenderOptions, RowWords, Scene, lay_out, words_of};
use crate::{geo, prose};
use leptos::prelude::*;
use std::sync::Arc;

/// The widths for which a chart is laid out, in px; `style/chart.css` shows the one that fits.
pub const NARROW: u32 = 344;
pub const WIDE: u32 = 736;
/// The same for a chart in one of two columns: between 312 and 640 px of room, its texts are shown
/// at 12 to 16 px.
const HALF: [u32; 2] = [312, 480];

/// A frame as a chart. `is_choice`: its marks are options that can be chosen. `is_half`: it
/// is in one of two columns.
pub fn chart(frame: Frame, view: View, is_choice: bool, is_half: bool) -> AnyView {
    let view = {
        let [narrow, wide] = if is_half { HALF } else { [NARROW, WIDE] };
        let locale = shell().locale;
        let id = chart_id(&frame, view);
        let label = localize(prose::title(&frame));
        let skip = format!("{}#{}", href(&shell().route), after(&id));
        let as_of = as_of(&frame);
        let along_time = frame.by.sort == AxisKind::Time;
        let hint = format!("{id}-hint");
        let frame = Arc::new(frame);
        let drawing = |width| {
            let (frame, hint) = (Arc::clone(&frame), hint.clone());
            Drawing::new(move || match picture(&frame, view, width, locale, &hint) {
                Drawn::Tree(mut drawing) if is_choice => {
                    tree::as_listbox(&mut drawing);
                    drawing.into()
                }
                drawn => drawn,
            })
        };
        view! {
            <div
                class="chart"
                role="group"
                aria-label=label
                data-chart=view.as_str()
                data-time=along_time
                data-as-of=as_of
                data-close=localize(m!(ReadingClose))
                data-none=localize(m!(ReadingNone))
                data-folded=localize(m!(ReadingFolded))
            >
                <a class="chart-skip" href=skip>{localize(m!(ReadingSkip))}</a>
                <div class="chart-narrow">{drawing(narrow)}</div>
                <div class="chart-wide">{drawing(wide)}</div>
                <div class="chart-ring" hidden></div>
                <div class="chart-tip" hidden></div>
                <p class="chart-live" role="status"></p>
                <p class="chart-hint" id=hint>{localize(m!(ReadingHint))}</p>
            </div>
        }
    };
    view.into_any()
}

/// The identifier of a chart within its page: the same natively and in the browser.
pub(super) fn chart_id(frame: &Frame, view: View) -> String {
    let title = localize(prose::title(frame));
    // FNV-1a: short, and the same everywhere.
    let hash = title
        .bytes()
        .chain(view.as_str().bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
    format!("chart-{hash:08x}")
}

/// The identifier of the element that follows a chart, the target of the skip link.
pub(super) fn after(id: &str) -> String {
    format!("{id}-after")
}

/// The version of the data, where the rows have no dates of their own.
fn as_of(frame: &Frame) -> Option<String> {
    let package = &frame.package;
    let dated = frame.rows.iter().any(|row| row.figure.is_some());
    (!dated && !package.created.is_empty()).then(|| {
        localize(m!(
            ReadingAsOf,
            version = &package.version,
            date = Arg::Date(package.created.clone())
        ))
    })
}

/// A frame drawn at both widths, without interaction.
#[cfg(target_arch = "wasm32")]
pub fn still(frame: &Arc<Frame>, view: View, locale: Locale) -> [Drawing; 2] {
    [NARROW, WIDE].map(|width| {
        let frame = Arc::clone(frame);
        Drawing::new(move || picture(&frame, view, width, locale, ""))
    })
}

/// Lays a frame out and draws it.
#[cfg(target_arch = "wasm32")]
type DrawChart = fn(&Arc<Frame>, View, u32, Locale, &str) -> Drawn;

/// The function with which this module draws charts, if it draws any.
#[cfg(target_arch = "wasm32")]
static DRAW: std::sync::OnceLock<DrawChart> = std::sync::OnceLock::new();

/// Lets this module draw new charts. A module that only takes over prerendered drawings does not
/// call this, and thereby leaves out every layout, a sixth of the module's size.
#[cfg(target_arch = "wasm32")]
pub fn draw_anew() {
    let _ = DRAW.set(drawn);
    crate::browser::say_draws();
    super::table::turn_pages();
}

fn picture(frame: &Arc<Frame>, view: View, width: u32, locale: Locale, hint: &str) -> Drawn {
    #[cfg(target_arch = "wasm32")]
    if let Some(drawing) = crate::browser::kept_drawing() {
        return Drawn::Made(drawing);
    }
    #[cfg(target_arch = "wasm32")]
    return DRAW.get().map_or_else(
        || Element::new("svg").into(),
        |draw| draw(frame, view, width, locale, hint),
    );
    #[cfg(not(target_arch = "wasm32"))]
    drawn(frame, view, width, locale, hint)
}

fn drawn(frame: &Arc<Frame>, view: View, width: u32, locale: Locale, hint: &str) -> Drawn {
    // A prerendered document has no canvas: there, the marks are a few paths.
    #[cfg(target_arch = "wasm32")]
    if dense::is_painted(frame, view)
        && let Some(painted) = dense::dense(frame, view, width, locale, hint)
    {
        return painted;
    }
    // A prerendered document has no script yet that could expand a lazy drawing.
    #[cfg(target_arch = "wasm32")]
    if let Some(asleep) = lazy::lazy_drawing(frame, view, width, locale, hint) {
        return asleep;
    }
    full_drawing(frame, view, width, locale, hint).into()
}

/// Draws every mark with its name and position.
fn full_drawing(frame: &Frame, view: View, width: u32, locale: Locale, hint: &str) -> Element {
    let drawing = draw(&laid_out(frame, view, width, locale), &Theme::LIGHT);
    tree::tree(drawing, frame, locale, hint)
}

fn laid_out(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
    laid_out_with(frame, view, width, locale, &|row| {
        words_of(frame, row, locale)
    })
}

/// Lays a frame out; `labels` gives the words at its marks.
fn laid_out_with(
    frame: &Frame,
    view: View,
    width: u32,
    locale: Locale,
    labels: &dyn Fn(&Row) -> RowWords,
) -> Scene {
    let look = RenderOptions {
        view,
        width,
        locale,
        geography: geo::shared(),
        labels,
    };
    lay_out(frame, &look)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Cell;
    use crate::value::Quantity;

    fn frame() -> Frame {
        let row = |label: &str, value: f64| Row {
            key: label.into(),
            label: label.into(),
            cell: Cell {
                quantity: Some(Quantity::exact(value)),
                ..Cell::default()
            },
            ..Row::default()
        };
        Frame {
            rows: vec![row("Ohio", 4.0), row("Texas & more", 2.0)],
            ..Frame::default()
        }
    }

    #[test]
    fn a_chart_is_prerendered_at_both_widths_with_a_sentence_for_each_mark() {
        let html = chart(frame(), View::Bar, false, false).to_html();
        for width in [NARROW, WIDE] {
            assert!(html.contains(&format!("viewBox=\"0 0 {width} ")), "{html}");
        }
        assert_eq!(html.matches("class=\"mark\"").count(), 4);
        assert_eq!(html.matches("aria-label=\"Texas &amp; more").count(), 2);
        // One tab stop for each of the two drawings, of which only one is shown.
        assert_eq!(html.matches("tabindex=\"0\"").count(), 2);
        assert_eq!(html.matches("role=\"list\"").count(), 2);
        assert!(
            !html.contains("style="),
            "the policy of the page refuses style attributes"
        );
    }
}
