//! Applies the choice of a control: changes the address, then requests the answer.

use super::ExploreSession;
use super::choice::Control;
use crate::browser;
use crate::query::{Query, to_address};
use leptos::prelude::*;

/// The explorer's session and the path of its page. It changes no chart.
#[derive(Clone, Copy)]
pub(super) struct Go {
    pub session: ExploreSession,
    pub path: StoredValue<String>,
}

impl Go {
    /// Changes the question; Back undoes just this change.
    pub fn to(self, change: impl FnOnce(&mut Query)) {
        let mut asked = self
            .session
            .answered
            .with_untracked(|answered| answered.asked.clone());
        change(&mut asked);
        browser::push_address(&self.address(&asked));
        self.session.ask(asked, Vec::new());
    }

    /// Takes a choice in a list.
    pub fn choose(self, control: Control, key: String) {
        let session = self.session;
        let shown = session
            .answered
            .with_untracked(|answered| answered.query.clone());
        self.to(|query| *query = control.change(std::mem::take(query), &shown, key));
    }

    /// Requests the package's default view; Back undoes it.
    pub fn reset(self) {
        self.to(|query| {
            *query = Query {
                package: query.package.take(),
                ..Query::default()
            }
        });
    }

    /// Gives up what is being loaded: address and controls say again what is shown.
    pub fn stop(self) {
        self.session.stop();
        let shown = self
            .session
            .answered
            .with_untracked(|answered| self.address(&answered.asked));
        browser::replace_address(&shown);
    }

    pub fn address(self, asked: &Query) -> String {
        let address = to_address(asked, &Query::default());
        self.path.with_value(|path| format!("{path}{address}"))
    }
}
