//! A page for every grantee, industry and state: who they are, what has been published about them,
//! what has not, and what such work pays there.

mod grantee;
mod list;
pub(in crate::pages) mod parts;
mod pay;
mod ratios;
mod industry_or_state;
mod wages;

pub use grantee::GranteePage;
pub(super) use grantee::grantee_page;
pub(super) use industry_or_state::industry_or_state_page;
pub use industry_or_state::{IndustryOrStatePage, ProfileKind};
pub(super) use list::list_page;
pub use list::{ListPage, Listed};
pub use pay::PayPage;
pub(super) use pay::pay_page;
pub(super) use ratios::{Proportion, proportions, section as proportions_section};

use crate::bytes::Source;
use crate::frame::{Award, Record, awards, record};
use crate::loader::{Edition, PublishedFiles};
use crate::problem::Problem;
use crate::table::Dataset;
use std::rc::Rc;

/// What every profile is made from: the site's own package, its awards, and what is known of each.
struct ProfileData {
    dataset: Rc<Dataset>,
    awards: Vec<Award>,
    record: Record,
}

impl ProfileData {
    async fn open<S: Source>(files: &PublishedFiles<S>) -> Result<Self, Problem> {
        let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
        Ok(Self {
            awards: awards(&dataset, &files.catalog),
            record: record(&dataset, &files.catalog.record).unwrap_or_default(),
            dataset,
        })
    }

    /// The record of some awards alone.
    fn record_of(&self, awards: &[Award]) -> Record {
        let held = |holder: &String| awards.iter().any(|award| award.holder.key == *holder);
        Record {
            columns: self.record.columns.clone(),
            awards: self
                .record
                .awards
                .iter()
                .filter(|row| held(&row.holder))
                .cloned()
                .collect(),
            unnamed: Vec::new(),
        }
    }
}

pub(super) async fn load_grantee<S: Source>(
    files: &PublishedFiles<S>,
    id: &str,
) -> Result<Option<GranteePage>, Problem> {
    grantee::load(files, id).await
}

pub(super) async fn load_industry_or_state<S: Source>(
    files: &PublishedFiles<S>,
    sort: ProfileKind,
    key: &str,
) -> Result<Option<IndustryOrStatePage>, Problem> {
    industry_or_state::load(files, sort, key).await
}

pub(super) async fn load_pay<S: Source>(
    files: &PublishedFiles<S>,
    place: &str,
) -> Result<Option<PayPage>, Problem> {
    pay::load(files, place).await
}

pub(super) async fn load_list<S: Source>(
    files: &PublishedFiles<S>,
    listed: Listed,
) -> Result<ListPage, Problem> {
    list::load(files, listed).await
}
