//! What is uncertain or absent: how each looks, its word and what it means; and a switch of colours.

use super::samples::sample;
use crate::frame::Row;
use crate::locale::{Labeled, Message};
use crate::m;
use crate::paint::{Element, Theme, draw};
use crate::query::View;
use crate::scene::{
    Mark, Point, Primitive, Rect, RenderOptions, Role, Scene, Shape, lay_out, words_of,
};
use crate::ui::{Drawing, localize, shell};
use crate::value::Kind;
use leptos::prelude::*;

/// Wide enough for the longest bar, narrow enough for a phone.
const WIDE: u32 = 260;

/// Colours in which all drawings of the page can be looked at. The style sheet does it, so that it works
/// without a script and takes nothing from the switch of the whole site.
pub(super) fn switch() -> impl IntoView {
    let one = |id: &'static str, words: String, checked: bool| {
        view! {
            <label><input type="radio" name="look" id=format!("look-{id}") checked=checked/> {words}</label>
        }
    };
    view! {
        <form class="wrap look-switch">
            <fieldset>
                <legend>{localize(m!(ChartsLook))}</legend>
                {one("own", localize(m!(ChartsLookOwn)), true)}
                {one("light", localize(m!(ChartsLookLight)), false)}
                {one("dark", localize(m!(ChartsLookDark)), false)}
                {one("print", localize(m!(ChartsLookPrint)), false)}
                {one("contrast", localize(m!(ChartsLookContrast)), false)}
            </fieldset>
        </form>
    }
}

/// Every look with its word and its meaning. The drawings are cut from charts, so that they are what
/// charts show.
pub(super) fn legend() -> impl IntoView {
    let frame = sample(View::Bar, shell().locale);
    let bars = cuttings(View::Bar);
    let dots = cuttings(View::Dot);
    let rows = frame.rows.iter().enumerate().map(|(at, row)| {
        let (word, meaning) = meaning(row);
        let drawing = |cut: Option<&Scene>| {
            let drawn = cut.cloned().map(|scene| Drawing::new(move || nameless(&scene)));
            view! { <div class="look-cut">{drawn}</div> }
        };
        view! {
            <tr>
                <td class="look" aria-hidden="true">{drawing(bars.get(at).and_then(Option::as_ref))}</td>
                <td class="look" aria-hidden="true">{drawing(dots.get(at).and_then(Option::as_ref))}</td>
                <th scope="row">{localize(word)}<p class="look-meaning">{localize(meaning)}</p></th>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="wrap band" aria-labelledby="looks">
            <h2 id="looks">{localize(m!(ChartsLooks))}</h2>
            <p>{localize(m!(ChartsLooksLede))}</p>
            <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(ChartsLooks))>
                <table class="looks">
                    <thead><tr>
                        <th scope="col">{localize(m!(ChartsLookBar))}</th>
                        <th scope="col">{localize(m!(ChartsLookDot))}</th>
                        <th scope="col">{localize(m!(ChartsLookWord))}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A drawing whose name is the text next to it.
fn nameless(scene: &Scene) -> Element {
    let mut drawing = draw(scene, &Theme::LIGHT);
    drawing
        .attributes
        .retain(|(name, _)| !matches!(*name, "role" | "aria-label"));
    drawing
}

/// The word of what a row shows, and what it means.
fn meaning(row: &Row) -> (Message, Message) {
    use crate::value::Qualifier;
    if let Some(status) = row.cell.status.first() {
        return (status.label(), status.explanation());
    }
    if let Some(kind) = row.kind.filter(|kind| *kind != Kind::Actual) {
        return (kind.label(), kind.explanation());
    }
    match row.cell.quantity.map(|known| known.word) {
        _ if row.cell.is_zero() => (m!(ChartsZero), m!(ChartsZeroText)),
        Some(Qualifier::AtLeast | Qualifier::MoreThan) => (m!(ChartsBound), m!(ChartsBoundText)),
        Some(Qualifier::UpTo | Qualifier::LessThan) => (m!(ChartsUpper), m!(ChartsUpperText)),
        Some(Qualifier::About | Qualifier::Nearly) => (m!(ChartsAbout), m!(ChartsAboutText)),
        Some(Qualifier::Range) => (m!(ChartsSpan), m!(ChartsSpanText)),
        _ => (m!(ChartsExact), m!(ChartsExactText)),
    }
}

/// The shapes of each row of the sample, without its texts.
fn cuttings(view: View) -> Vec<Option<Scene>> {
    let locale = shell().locale;
    let mut frame = sample(view, locale);
    // The word over made-up numbers is for numbers; here are none.
    frame.package.illustrative = false;
    let labels = |row: &Row| words_of(&frame, row, locale);
    let look = RenderOptions {
        view,
        width: WIDE,
        locale,
        geography: None,
        labels: &labels,
    };
    let scene = lay_out(&frame, &look);
    let of_row = |at: usize| {
        let mark = scene.marks.iter().find(|mark| mark.row == Some(at))?;
        cut(mark)
    };
    (0..frame.rows.len()).map(of_row).collect()
}

/// A mark alone; `None` where it is words only.
fn cut(mark: &Mark) -> Option<Scene> {
    let seen = |piece: &&Primitive| {
        !matches!(piece.shape, Shape::Text(_))
            && !matches!(piece.role, Role::Hit | Role::Ground | Role::Grid)
    };
    let pieces: Vec<&Primitive> = mark.pieces.iter().filter(seen).collect();
    let around = pieces
        .iter()
        .filter_map(|piece| extent(&piece.shape))
        .reduce(|a, b| {
            let (x, y) = (a.x.min(b.x), a.y.min(b.y));
            let right = (a.x + a.width).max(b.x + b.width);
            let bottom = (a.y + a.height).max(b.y + b.height);
            Rect::new(x, y, right - x, bottom - y)
        })?;
    const EDGE: f64 = 2.0;
    let to = Point::new(EDGE - around.x, EDGE - around.y);
    let placed = |piece: &&Primitive| Primitive {
        shape: piece.shape.placed(1.0, to),
        ..(*piece).clone()
    };
    Some(Scene {
        width: (around.width + 2.0 * EDGE).ceil(),
        height: (around.height + 2.0 * EDGE).ceil(),
        below: pieces.iter().map(placed).collect(),
        ..Scene::default()
    })
}

fn extent(shape: &Shape) -> Option<Rect> {
    match shape {
        Shape::Rect(rect) => Some(*rect),
        Shape::Line(points) => Rect::around(points),
        Shape::Lines(lines) | Shape::Area(lines) => Rect::around(lines.iter().flatten()),
        Shape::Dot { at, radius } => Some(Rect::new(
            at.x - radius,
            at.y - radius,
            radius * 2.0,
            radius * 2.0,
        )),
        Shape::Text(_) => None,
    }
}
