//! The reasons why numbers cannot be ranked, in words.

use crate::frame::Unfair;
use crate::locale::{Arg, Message};
use crate::m;

/// All the reasons as a list for use in a sentence; `None` where there are none.
pub fn unfair_reasons(reasons: &[Unfair]) -> Option<Arg> {
    let reasons: Vec<Arg> = reasons.iter().map(reason).map(Arg::from).collect();
    (!reasons.is_empty()).then_some(Arg::List(reasons))
}

fn reason(why: &Unfair) -> Message {
    match why {
        Unfair::Absent { known, of } => m!(UnfairAbsent, known = *known, of = *of),
        Unfair::Kinds => m!(UnfairKinds),
        Unfair::Definitions => m!(UnfairDefinitions),
        Unfair::Senses => m!(UnfairSenses),
        Unfair::Parts => m!(UnfairParts),
        Unfair::Inexact => m!(UnfairInexact),
        Unfair::Industries => m!(UnfairIndustries),
        Unfair::Began => m!(UnfairBegan),
        Unfair::Years => m!(UnfairYears),
        Unfair::WithinError { first, second } => {
            let names = [first, second].into_iter().map(Arg::from).collect();
            m!(UnfairError, names = Arg::List(names))
        }
    }
}
