//! The packages a visitor has opened, in the browser; natively it does nothing.

use super::Answered;
use crate::query::{Notice, Query};
use leptos::prelude::*;

/// What is being loaded, as told to the visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    pub received: u64,
}

/// Answers questions, loading a package when a question first names it.
#[derive(Clone, Copy)]
pub struct Library {
    /// The last answer.
    pub answered: RwSignal<Answered>,
    /// The question whose files are on their way: controls show it, the answer is still the last.
    pub pending: RwSignal<Option<Query>>,
    /// Set while files are on their way.
    pub loading: RwSignal<Option<Progress>>,
    /// A sentence about files that could not be had.
    pub failed: RwSignal<Vec<crate::problem::Problem>>,
    #[cfg(target_arch = "wasm32")]
    inner: StoredValue<browser::Inner, LocalStorage>,
}

impl Library {
    pub fn new(answered: Answered) -> Self {
        Self {
            answered: RwSignal::new(answered),
            pending: RwSignal::new(None),
            loading: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            #[cfg(target_arch = "wasm32")]
            inner: StoredValue::new_local(browser::Inner::default()),
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

    /// Opens files of the reader's own machine, in the memory of the browser alone; `then` gets the name
    /// that stands for them in an address.
    pub fn open_files(self, files: crate::bytes::Memory, then: impl FnOnce(String) + 'static) {
        #[cfg(target_arch = "wasm32")]
        browser::open_files(self, files, then);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (files, then);
    }

    /// Fetches the package of the page's own question, once, so that the first change is answered at
    /// once. For a reader who comes near the controls: whoever only reads needs no file.
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

    /// Stops what is being loaded: the last answer stands.
    pub fn stop(self) {
        #[cfg(target_arch = "wasm32")]
        browser::stop(self);
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{Answered, Library, Notice, Progress, Query};
    use crate::browser::{Fetch, Stop, base, origin};
    use crate::bytes::Memory;
    use crate::foreign::{self, is_foreign};
    use crate::loader::Files;
    use crate::pages::attach::{attach, own_edition};
    use crate::pages::explore::answered;
    use crate::problem::{Fault, Place, Problem};
    use leptos::prelude::*;
    use std::rc::Rc;

    #[derive(Default)]
    pub struct Inner {
        files: Option<Rc<Files<Fetch>>>,
        stop: Option<Stop>,
        /// Somebody came near the controls before.
        warm: bool,
        /// Answers that arrive after a newer question are dropped.
        asked: u32,
    }

    pub fn ask(library: Library, asked: Query, notices: Vec<Notice>) {
        let turn = library.inner.try_update_value(|inner| {
            inner.asked += 1;
            inner.asked
        });
        if answer_if_loaded(library, &asked, &notices) {
            library.rest();
            return;
        }
        leptos::task::spawn_local(async move {
            let outcome = load(library, &asked, true).await;
            if library.inner.try_with_value(|inner| inner.asked) != turn {
                return;
            }
            library.rest();
            match outcome {
                Ok(()) => {
                    answer_if_loaded(library, &asked, &notices);
                }
                Err(problem) => fail(library, asked, problem),
            }
        });
    }

    pub fn warm_up(library: Library) {
        let was_warm = library
            .inner
            .try_update_value(|inner| std::mem::replace(&mut inner.warm, true));
        if was_warm != Some(false) {
            return;
        }
        let shown = library
            .answered
            .with_untracked(|answered| answered.asked.clone());
        leptos::task::spawn_local(async move {
            // A failure shows when it matters: at the first question.
            let _ = load(library, &shown, false).await;
        });
    }

    pub fn stop(library: Library) {
        library.inner.update_value(|inner| {
            if let Some(stop) = inner.stop.take() {
                stop.stop();
            }
            inner.files = None;
            inner.asked += 1;
        });
        library.rest();
    }

    fn answer_if_loaded(library: Library, asked: &Query, notices: &[Notice]) -> bool {
        let Some(files) = library
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
        library.failed.set(Vec::new());
        library.answered.set(answered);
        true
    }

    /// The last answer stands beside the message, except where it is of other data than the address
    /// says: nobody's numbers may pass for somebody else's.
    fn fail(library: Library, asked: Query, problem: Problem) {
        let files = library.inner.try_with_value(|inner| inner.files.clone());
        let is_foreign = asked.package.as_deref().is_some_and(is_foreign);
        match files.flatten().filter(|_| is_foreign) {
            Some(files) => {
                library.failed.set(Vec::new());
                let failed = Answered::not_opened(&files.catalog, asked, Vec::new(), problem);
                library.answered.set(failed);
            }
            None => library.failed.set(vec![problem]),
        }
    }

    /// Opens files of the reader's own machine. Gives the name that stands for them in an address.
    pub fn open_files(library: Library, memory: Memory, then: impl FnOnce(String) + 'static) {
        leptos::task::spawn_local(async move {
            let first = memory.0.keys().next().cloned().unwrap_or_default();
            let opened = match foreign::open_files(&first, &memory).await {
                Ok(opened) => files(library).await.map(|files| (files, opened)),
                Err(problem) => Err(problem),
            };
            match opened {
                Ok((files, opened)) => {
                    let name = opened.name().to_owned();
                    files.keep(&name, opened);
                    then(name);
                }
                Err(problem) => library.failed.set(vec![problem]),
            }
        });
    }

    async fn load(library: Library, asked: &Query, show: bool) -> Result<(), Problem> {
        if show {
            library.pending.set(Some(asked.clone()));
            library.loading.set(Some(Progress::default()));
        }
        let files = files(library).await?;
        let edition = files.edition_asked(asked, &mut Vec::new());
        let (dataset, ()) = futures_util::join!(files.dataset(&edition), files.outlines());
        dataset?;
        if asked.beside.is_some() {
            files.dataset(&own_edition(&files)).await?;
        }
        Ok(())
    }

    /// The published files, with the catalogue read.
    async fn files(library: Library) -> Result<Rc<Files<Fetch>>, Problem> {
        let known = library.inner.try_with_value(|inner| inner.files.clone());
        if let Some(files) = known.flatten() {
            return Ok(files);
        }
        let aborted = || Problem::new(Place::default(), Fault::Aborted);
        let stop = Stop::new().ok_or_else(aborted)?;
        let loading = library.loading;
        let received = move |bytes| {
            loading.update(|progress| {
                if let Some(progress) = progress {
                    progress.received += bytes;
                }
            })
        };
        let fetch = Fetch::new(&base(), stop.clone(), received);
        let files = Rc::new(Files::open_at(fetch, origin()).await?);
        library.inner.update_value(|inner| {
            inner.files = Some(files.clone());
            inner.stop = Some(stop);
        });
        Ok(files)
    }
}
