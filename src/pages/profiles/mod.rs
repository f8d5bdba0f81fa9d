//! A page for every grantee, industry and state: who they are, what has been published about them,
//! what has not, and what such work pays there.

mod grantee;
mod list;
pub(in crate::pages) mod parts;
mod pay;
mod ratios;
mod served;
mod wages;

pub use grantee::GranteePage;
pub(super) use grantee::grantee_page;
pub(super) use list::list_page;
pub use list::{ListPage, Listed};
pub use pay::PayPage;
pub(super) use pay::pay_page;
pub(super) use ratios::{Proportion, proportions, section as proportions_section};
pub(super) use served::served_page;
pub use served::{ServedPage, Sort};

use crate::bytes::Source;
use crate::frame::{Award, Record, awards, record};
use crate::loader::{Edition, Files};
use crate::problem::Problem;
use crate::table::Dataset;
use std::rc::Rc;

/// What every profile is made from: the site's own package, its awards, and what is known of each.
struct Known {
    dataset: Rc<Dataset>,
    awards: Vec<Award>,
    record: Record,
}

impl Known {
    async fn open<S: Source>(files: &Files<S>) -> Result<Self, Problem> {
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

pub(super) async fn gather_grantee<S: Source>(
    files: &Files<S>,
    id: &str,
) -> Result<Option<GranteePage>, Problem> {
    grantee::gather(files, id).await
}

pub(super) async fn gather_served<S: Source>(
    files: &Files<S>,
    sort: Sort,
    key: &str,
) -> Result<Option<ServedPage>, Problem> {
    served::gather(files, sort, key).await
}

pub(super) async fn gather_pay<S: Source>(
    files: &Files<S>,
    place: &str,
) -> Result<Option<PayPage>, Problem> {
    pay::gather(files, place).await
}

pub(super) async fn gather_list<S: Source>(
    files: &Files<S>,
    listed: Listed,
) -> Result<ListPage, Problem> {
    list::gather(files, listed).await
}
