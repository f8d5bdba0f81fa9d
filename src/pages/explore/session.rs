//! The packages a visitor has opened, in the browser; natively it does nothing.

use super::ExploreAnswer;
use crate::query::{Notice, Query};
use leptos::prelude::*;

/// The progress of loading, as shown to the visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    pub received: u64,
}

/// Answers questions, loading a package when a question first names it.
#[derive(Clone, Copy)]
pub struct ExploreSession {
    /// The last answer.
    pub answered: RwSignal<ExploreAnswer>,
    /// The query whose files are loading: controls show it, but the answer is still the previous one.
    pub pending: RwSignal<Option<Query>>,
    /// Set while files are loading.
    pub loading: RwSignal<Option<Progress>>,
    /// Problems of files that could not be loaded.
    pub failed: RwSignal<Vec<crate::problem::Problem>>,
    #[cfg(target_arch = "wasm32")]
    inner: StoredValue<browser::SessionState, LocalStorage>,
}

impl ExploreSession {
    pub fn new(answered: ExploreAnswer) -> Self {
        Self {
            answered: RwSignal::new(answered),
            pending: RwSignal::new(None),
            loading: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            #[cfg(target_arch = "wasm32")]
            inner: StoredValue::new_local(browser::SessionState::default()),
        }
    }

    /// Shows the answer to `asked` as soon as its package is there; `notices` are what of its address was not
    /// understood.
    pub fn ask(self, asked: Query, notices: Vec<Notice>) {
        #[cfg(target_arch = "wasm32")]
        browser::ask(self, asked, notices);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (asked, notices);
    }

    /// Opens files from the reader's computer, only in the browser's memory; `then` gets their name in
    /// addresses.
    pub fn open_files(self, files: crate::bytes::Memory, then: impl FnOnce(String) + 'static) {
        #[cfg(target_arch = "wasm32")]
        browser::open_files(self, files, then);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (files, then);
    }

    /// Fetches the package of the page's query, once, so that the first change is answered immediately.
    /// Called when the pointer or focus reaches the controls; a visitor who only reads loads no file.
    pub fn warm_up(self) {
        #[cfg(target_arch = "wasm32")]
        browser::warm_up(self);
    }

    /// Nothing is on its way any more.
    #[cfg(target_arch = "wasm32")]
    fn rest(self) {
        self.pending.set(None);
        self.loading.set(None);
    }

    /// Stops loading; the previous answer remains.
    pub fn stop(self) {
        #[cfg(target_arch = "wasm32")]
        browser::stop(self);
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{ExploreAnswer, ExploreSession, Notice, Progress, Query};
    use crate::browser::{Fetch, Stop, base, origin};
    use crate::bytes::Memory;
    use crate::external::{self, is_foreign};
    use crate::loader::PublishedFiles;
    use crate::pages::attach::{attach, own_edition};
    use crate::pages::explore::answered;
    use crate::problem::{Fault, Problem, SourceLocation};
    use leptos::prelude::*;
    use std::rc::Rc;

    #[derive(Default)]
    pub struct SessionState {
        files: Option<Rc<PublishedFiles<Fetch>>>,
        stop: Option<Stop>,
        /// The pointer or focus has reached the controls before.
        warm: bool,
        /// Answers that arrive after a newer question are dropped.
        asked: u32,
    }

    pub fn ask(session: ExploreSession, asked: Query, notices: Vec<Notice>) {
        let turn = session.inner.try_update_value(|inner| {
            inner.asked += 1;
            inner.asked
        });
        if answer_if_loaded(session, &asked, &notices) {
            session.rest();
            return;
        }
        leptos::task::spawn_local(async move {
            let outcome = load(session, &asked, true).await;
            if session.inner.try_with_value(|inner| inner.asked) != turn {
                return;
            }
            session.rest();
            match outcome {
                Ok(()) => {
                    answer_if_loaded(session, &asked, &notices);
                }
                Err(problem) => fail(session, asked, problem),
            }
        });
    }

    pub fn warm_up(session: ExploreSession) {
        let was_warm = session
            .inner
            .try_update_value(|inner| std::mem::replace(&mut inner.warm, true));
        if was_warm != Some(false) {
            return;
        }
        let shown = session
            .answered
            .with_untracked(|answered| answered.asked.clone());
        leptos::task::spawn_local(async move {
            // A failure shows when it matters: at the first question.
            let _ = load(session, &shown, false).await;
        });
    }

    pub fn stop(session: ExploreSession) {
        session.inner.update_value(|inner| {
            if let Some(stop) = inner.stop.take() {
                stop.stop();
            }
            inner.files = None;
            inner.asked += 1;
        });
        session.rest();
    }

    fn answer_if_loaded(session: ExploreSession, asked: &Query, notices: &[Notice]) -> bool {
        let Some(files) = session
            .inner
            .try_with_value(|inner| inner.files.clone())
            .flatten()
        else {
            return false;
        };
        let mut notices = notices.to_vec();
        let edition = files.edition_asked(asked, &mut notices);
        let Some(dataset) = files.loaded(&edition) else {
            return false;
        };
        let mut answered = answered(&files, &edition, &dataset, asked.clone(), notices);
        if let Ok(frame) = &mut answered.outcome
            && frame.query.beside.is_some()
        {
            let Some(own) = files.loaded(&own_edition(&files)) else {
                return false;
            };
            answered.notices.extend(attach(frame, &own));
        }
        session.failed.set(Vec::new());
        session.answered.set(answered);
        true
    }

    /// The previous answer stays next to the message, except if it is from other data than the address names: one
    /// owner's numbers must not appear as another's, nor those of one version as those of a withdrawn one.
    fn fail(session: ExploreSession, asked: Query, problem: Problem) {
        let files = session.inner.try_with_value(|inner| inner.files.clone());
        let is_other = asked.package.as_deref().is_some_and(is_foreign)
            || matches!(problem.fault, Fault::Withdrawn { .. });
        match files.flatten().filter(|_| is_other) {
            Some(files) => {
                session.failed.set(Vec::new());
                let failed = ExploreAnswer::not_opened(&files.catalog, asked, Vec::new(), problem);
                session.answered.set(failed);
            }
            None => session.failed.set(vec![problem]),
        }
    }

    /// Opens files from the reader's computer. Returns their name in addresses.
    pub fn open_files(
        session: ExploreSession,
        memory: Memory,
        then: impl FnOnce(String) + 'static,
    ) {
        leptos::task::spawn_local(async move {
            let first = memory.0.keys().next().cloned().unwrap_or_default();
            let opened = match external::open_files(&first, &memory).await {
                Ok(opened) => files(session).await.map(|files| (files, opened)),
                Err(problem) => Err(problem),
            };
            match opened {
                Ok((files, opened)) => {
                    let name = opened.name().to_owned();
                    files.keep(&name, opened);
                    then(name);
                }
                Err(problem) => session.failed.set(vec![problem]),
            }
        });
    }

    async fn load(session: ExploreSession, asked: &Query, show: bool) -> Result<(), Problem> {
        if show {
            session.pending.set(Some(asked.clone()));
            session.loading.set(Some(Progress::default()));
        }
        let files = files(session).await?;
        let edition = files.edition_asked(asked, &mut Vec::new());
        let (dataset, ()) = futures_util::join!(files.dataset(&edition), files.outlines());
        dataset?;
        if asked.beside.is_some() {
            files.dataset(&own_edition(&files)).await?;
        }
        Ok(())
    }

    /// The published files, with the catalogue read.
    async fn files(session: ExploreSession) -> Result<Rc<PublishedFiles<Fetch>>, Problem> {
        let known = session.inner.try_with_value(|inner| inner.files.clone());
        if let Some(files) = known.flatten() {
            return Ok(files);
        }
        let aborted = || Problem::new(SourceLocation::default(), Fault::Aborted);
        let stop = Stop::new().ok_or_else(aborted)?;
        let loading = session.loading;
        let received = move |bytes| {
            loading.update(|progress| {
                if let Some(progress) = progress {
                    progress.received += bytes;
                }
            })
        };
        let fetch = Fetch::new(&base(), stop.clone(), received);
        let files = Rc::new(PublishedFiles::open_at(fetch, origin()).await?);
        session.inner.update_value(|inner| {
            inner.files = Some(files.clone());
            inner.stop = Some(stop);
        });
        Ok(files)
    }
}
