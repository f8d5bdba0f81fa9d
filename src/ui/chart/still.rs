//! Outside a browser nothing happens to a chart.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};

pub fn walk(_: KeyboardEvent) {}
pub fn point(_: PointerEvent) {}
pub fn tap(_: MouseEvent) {}
pub fn leave(_: PointerEvent) {}
pub fn blur(_: FocusEvent) {}
