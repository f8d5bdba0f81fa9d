//! The further measures of a question: those shown next to the first one on the same scale, and the
//! one on the horizontal axis.

use super::offer::figure;
use super::{AxisKind, Dimension, MeasureRef, Measured, Notice, Offer, Query};
use crate::problem::nearest;
use crate::value::Grain;

/// The measures besides the first.
#[derive(Default)]
pub(super) struct Further {
    /// In the requested order, without duplicates, all with the unit and table of the first.
    pub compare: Vec<Measured>,
    pub across: Option<Measured>,
}

/// Finds the further measures of a question, with a notice for each that does not fit. Whether a
/// figure with that code was published, and in which unit, is known only with the answer.
pub(super) fn further(
    offer: &Offer,
    measure: &Measured,
    by: &Dimension,
    asked: &Query,
    notices: &mut Vec<Notice>,
) -> Further {
    let mut found = Further::default();
    for code in &asked.compare {
        let Some(other) = beside(offer, measure, code, notices) else {
            continue;
        };
        let is_known = |known: &Measured| known.code == other.code;
        if is_known(measure) || found.compare.iter().any(is_known) {
            continue;
        }
        if other.unit == measure.unit {
            found.compare.push(other);
        } else {
            let measure = other.title;
            notices.push(Notice::OtherScale { measure });
        }
    }
    let Some(code) = asked.x.as_deref() else {
        return found;
    };
    if !found.compare.is_empty() {
        let key = "x".to_owned();
        notices.push(Notice::NotBesideCompare { key });
        return found;
    }
    let Some(other) = beside(offer, measure, code, notices) else {
        return found;
    };
    let by_day = by.kind == AxisKind::Time && by.grain == Some(Grain::Date);
    let is_figure = measure.reference == MeasureRef::Figure;
    if other.code == measure.code || (by_day && is_figure) {
        let measure = other.title;
        notices.push(Notice::NoPairs { measure });
    } else {
        found.across = Some(other);
    }
    found
}

/// The measure with this code in the table of the first: rows of two tables are not comparable.
fn beside(
    offer: &Offer,
    measure: &Measured,
    code: &str,
    notices: &mut Vec<Notice>,
) -> Option<Measured> {
    if measure.reference == MeasureRef::Figure {
        return Some(figure(&measure.resource, code));
    }
    let own = || {
        offer
            .measures
            .iter()
            .filter(|other| other.resource == measure.resource)
    };
    let plain = |other: &&Measured| {
        let prefix = other.code.strip_prefix(&other.resource);
        prefix.and_then(|rest| rest.strip_prefix('.')) == Some(code)
    };
    let found = own().find(|other| other.code == code);
    let found = found.or_else(|| own().find(plain)).cloned();
    if found.is_none() {
        notices.push(Notice::NoFurtherMeasure {
            measure: code.to_owned(),
            near: nearest(code, own().map(|other| other.code.as_str())),
        });
    }
    found
}

impl Measured {
    /// Whether numbers of this measure can be parts of a sum.
    pub fn adds_up(&self) -> bool {
        use crate::package::Adds;
        let sums = matches!(
            self.reference,
            MeasureRef::Count
                | MeasureRef::Column {
                    adds: Adds::Sum | Adds::Count,
                    ..
                }
        );
        sums && !self.negative
    }
}
