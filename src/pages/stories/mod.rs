//! The pages of stories, engagement models and phases. The build prerenders all of them as text.

mod blocks;
mod story_index;
mod list;
mod models;
mod one;
mod placed;
mod sheet;

pub(super) use list::{load as load_list, stories_page};
pub(super) use models::{load as load_models, models_page};
pub(super) use one::{load as load_one, story_page};
pub(super) use sheet::{load as load_sheet, sheet_page};

pub use list::StoriesPage;
pub use models::ModelsPage;
pub use one::StoryPage;
pub use sheet::SheetPage;
pub use story_index::{Teaser, teasers};
