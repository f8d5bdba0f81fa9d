//! Published figures: a list of all, and a page for each.

mod list;
mod one;
mod rows;

pub use list::FiguresPage;
pub(super) use list::{figures_page, load as load_list};
pub use one::FigurePage;
pub(super) use one::{figure_page, load as load_one};
