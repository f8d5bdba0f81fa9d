//! The parts of the first page's dashboard under each single value of a filter, as files: a first
//! filter is answered without the query engine (`public/dashboard.js`).
//!
//! A file holds the slots that differ from the page without filters. It is made by the same functions
//! as the page and as the module that answers further choices.

use super::Build;
use crate::pages::{DashboardPage, load_dashboard, slots};
use crate::paint::backend::escape_html;
use crate::query::encode;
use crate::site::Route;
use crate::ui::Shell;
use leptos::prelude::{Owner, RenderHtml, provide_context};

impl Build<'_> {
    /// Writes the parts of every single filter value of the site's own package.
    pub(super) fn dashboard_parts(&mut self) -> Result<(), String> {
        let name = self
            .files
            .catalog
            .default_entry()
            .map(|entry| entry.name.clone());
        let Some(name) = name else { return Ok(()) };
        let Some(whole) = self.dashboard(&name, "")? else {
            return Ok(());
        };
        let shell = self.shell(&Route::Overview);
        let unfiltered = parts(&shell, &whole);
        let values: Vec<(String, String)> = whole
            .answer
            .filters
            .iter()
            .flat_map(|facet| {
                let with = facet.values.iter().filter(|value| value.records > 0);
                with.map(|value| (facet.field.clone(), value.key.clone()))
            })
            .collect();
        for (at, (field, value)) in values.iter().enumerate() {
            let address = format!("?f.{}={}", encode(field), encode(value));
            let Some(page) = self.dashboard(&name, &address)? else {
                continue;
            };
            let changed = parts(&shell, &page)
                .into_iter()
                .filter(|part| !unfiltered.contains(part))
                .map(|(name, html)| format!("<div data-slot=\"{name}\">{html}</div>"))
                .collect::<String>();
            let document = format!(
                "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\"><title>{}</title></head><body>{changed}</body></html>\n",
                self.locale.tag(),
                escape_html(&page.title),
            );
            let path = format!(
                "{}{field}/{value}.html",
                Route::Dashboard(name.clone()).path()
            );
            self.write(&path, document.as_bytes())?;
            self.report.others.push(path);
            (self.site.progress)("filters", at + 1, values.len());
        }
        Ok(())
    }

    fn dashboard(&self, name: &str, address: &str) -> Result<Option<DashboardPage>, String> {
        let page = crate::publish::now(load_dashboard(&self.files, name, address));
        page.map_err(|problem| self.locale.text(problem.sentence()))
    }
}

/// (name, markup) of every slot.
fn parts(shell: &Shell, page: &DashboardPage) -> Vec<(String, String)> {
    let owner = Owner::new_root(None);
    owner.with(|| {
        provide_context(shell.clone());
        let slots = slots(page).into_iter();
        slots
            .map(|slot| (slot.name, slot.view.to_html().replace("<!>", "<!---->")))
            .collect()
    })
}
