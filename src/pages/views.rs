//! Published views: what each shows, and the list of them.

use crate::bytes::Source;
use crate::frame::{Frame, answer, resolve_with_data};
use crate::loader::PublishedFiles;
use crate::m;
use crate::package::PublishedView;
use crate::prose;
use crate::query::{Notice, Query, View, parse, to_address};
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// A published view with its answer.
#[derive(Clone, Debug)]
pub struct ShownView {
    pub view: PublishedView,
    pub frame: Frame,
    pub as_view: View,
    /// The question as Explore has it.
    pub address: String,
}

/// What a published view shows. A view without an answer, or whose query has an unknown
/// part, is a fault of the site; the build reports it.
pub async fn load_view<S: Source>(
    files: &PublishedFiles<S>,
    view: &PublishedView,
) -> Result<ShownView, String> {
    let (asked, mut notices) = parse(&view.query);
    let edition = files.edition_asked(&asked, &mut notices);
    files.outlines().await;
    let locale = crate::locale::Locale::EN;
    let fault = |what: String| format!("view “{}”: {what}", view.id);
    let dataset = files
        .dataset(&edition)
        .await
        .map_err(|problem| fault(locale.text(problem.sentence())))?;
    let resolved =
        resolve_with_data(&dataset, &asked).ok_or_else(|| fault("no measure".to_owned()))?;
    notices.extend(resolved.notices.clone());
    if let Some(notice) = notices.first() {
        return Err(fault(locale.text(notice.message())));
    }
    let mut frame = answer(&dataset, &resolved)
        .map_err(|refusal| fault(locale.text(prose::refusal(&refusal))))?;
    if let Some(notice) = super::attach::attach_from(files, &mut frame).await {
        return Err(fault(locale.text(notice.message())));
    }
    let as_view = frame.query.view.unwrap_or_default();
    if let Some(wanted) = asked.view.filter(|wanted| *wanted != as_view) {
        let view = wanted.as_str().to_owned();
        let notice = Notice::ViewDoesNotFit { view };
        return Err(fault(locale.text(notice.message())));
    }
    Ok(ShownView {
        view: view.clone(),
        as_view,
        address: to_address(&asked, &Query::default()),
        frame,
    })
}

impl ShownView {
    pub fn title(&self, locale: crate::locale::Locale) -> String {
        match self.view.title.is_empty() {
            true => locale.text(prose::title(&self.frame)),
            false => self.view.title.clone(),
        }
    }
}

/// Every published view as a link that needs no script.
pub(super) fn view_list(views: &[(String, String)]) -> impl IntoView + use<> {
    let links = views
        .iter()
        .map(|(id, title)| {
            view! { <li><a href=href(&Route::Embed(id.clone()))>{title.clone()}</a></li> }
        })
        .collect_view();
    (!views.is_empty()).then(|| {
        view! {
            <section class="wrap band" aria-labelledby="views">
                <h2 id="views">{localize(m!(ViewsTitle))}</h2>
                <p>{localize(m!(ViewsLede))}</p>
                <ul class="view-list">{links}</ul>
            </section>
        }
    })
}
