//! The reasons why numbers cannot be ranked, in words.

use crate::frame::Incomparable;
use crate::locale::{Arg, Message};
use crate::m;

/// All the reasons as a list for use in a sentence; `None` where there are none.
pub fn comparability_reasons(reasons: &[Incomparable]) -> Option<Arg> {
    let reasons: Vec<Arg> = reasons.iter().map(reason).map(Arg::from).collect();
    (!reasons.is_empty()).then_some(Arg::List(reasons))
}

fn reason(why: &Incomparable) -> Message {
    match why {
        Incomparable::Absent { known, of } => m!(UnfairAbsent, known = *known, of = *of),
        Incomparable::Kinds => m!(UnfairKinds),
        Incomparable::Definitions => m!(UnfairDefinitions),
        Incomparable::Senses => m!(UnfairSenses),
        Incomparable::Parts => m!(UnfairParts),
        Incomparable::Inexact => m!(UnfairInexact),
        Incomparable::Industries => m!(UnfairIndustries),
        Incomparable::Began => m!(UnfairBegan),
        Incomparable::Years => m!(UnfairYears),
        Incomparable::WithinError { first, second } => {
            let names = [first, second].into_iter().map(Arg::from).collect();
            m!(UnfairError, names = Arg::List(names))
        }
    }
}
