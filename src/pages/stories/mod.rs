//! What grantees tell: the stories, the ways in which employers take part, and how far the work has
//! come. All of them are pages of text, made beforehand.

mod blocks;
mod library;
mod list;
mod models;
mod one;
mod placed;
mod sheet;

pub(super) use list::{gather as gather_list, stories_page};
pub(super) use models::{gather as gather_models, models_page};
pub(super) use one::{gather as gather_one, story_page};
pub(super) use sheet::{gather as gather_sheet, sheet_page};

pub use library::{Teaser, teasers};
pub use list::StoriesPage;
pub use models::ModelsPage;
pub use one::StoryPage;
pub use sheet::SheetPage;
