//! Which views fit which question, as far as roles determine it. The number and kinds of rows are
//! known only with the answer: `frame::fits` checks a view against them.

use super::{AxisKind, MeasureRef, Notice, Resolved, Standing, View};
use crate::package::OverTime;

impl Resolved {
    /// The views that can show this breakdown, the default one first, the table last.
    pub fn views(&self) -> Vec<View> {
        let usual = self.usual_view();
        let others = View::ALL
            .into_iter()
            .filter(|view| *view != usual && self.fits(*view));
        std::iter::once(usual).chain(others).collect()
    }

    /// Whether a view can show this breakdown.
    ///
    /// Compared measures are series, so they do not fit a map, a strip plot or a range chart, which
    /// show one number per row; nor stacked bars, because they are not parts of one total.
    /// Sparklines take either orientation: time along the rows and a line for each series, or time
    /// along the series and a line for each row.
    pub fn fits(&self, view: View) -> bool {
        if self.across.is_some() {
            return matches!(view, View::Scatter | View::Table);
        }
        let is_time = self.by.kind == AxisKind::Time;
        let is_plain = self.series.is_none() && self.compare.is_empty();
        let has_pair = self.series.is_some() || self.compare.len() == 1;
        let series_in_time =
            || matches!(&self.series, Some(series) if series.kind == AxisKind::Time);
        match view {
            View::Bar | View::Column | View::Table => true,
            View::Line => is_time,
            View::Area => is_time && (self.adds_over_series() || is_plain && self.is_amount()),
            View::Stacked => self.adds_over_series(),
            View::Dot => !is_time,
            View::Dumbbell => has_pair,
            View::Slope => has_pair && !is_time,
            View::Strip => is_plain && !is_time,
            View::Scatter => false,
            View::Funnel => !self.compare.is_empty() && !is_time,
            // Only published figures have a kind.
            View::Bullet => !self.compare.is_empty() && !is_time && self.is_published(),
            View::Range => is_plain && !self.measure.percentiles.is_empty(),
            View::Multiples | View::Heat => !is_plain,
            View::Map | View::Tiles => is_plain && self.by.kind == AxisKind::Places,
            View::Spark => !is_plain && (is_time || series_in_time()),
        }
    }

    /// Whether the series of a row are parts of one total, so that they may be stacked and shown as
    /// shares. Where values of a tree are selected, one may include another.
    pub fn adds_over_series(&self) -> bool {
        let Some(series) = &self.series else {
            return false;
        };
        let measure = &self.measure;
        let chosen = self.query.filters.contains_key(&series.field);
        let in_time = series.kind == AxisKind::Time
            && measure.over_time != OverTime::Flow
            && measure.reference != MeasureRef::Count;
        measure.adds_up()
            && self.across.is_none()
            && series.standing == Standing::Own
            && !measure.not_additive_over.contains(&series.field)
            && !(series.is_tree && chosen)
            && !in_time
    }

    /// Whether the size of a number, measured from zero, is meaningful.
    fn is_amount(&self) -> bool {
        self.is_published() || self.measure.adds_up()
    }

    fn is_published(&self) -> bool {
        self.measure.reference == MeasureRef::Figure
    }

    /// Turns off shares of what has no total, with a notice.
    pub(super) fn choose_share(&mut self) {
        if self.query.share && !self.adds_over_series() {
            self.query.share = false;
            self.notices.push(Notice::NoShare);
        }
    }

    /// Chooses the requested view, otherwise the package's default, otherwise the usual one.
    pub(super) fn choose_view(&mut self, asked: Option<View>, default: Option<&str>) {
        if let Some(view) = asked {
            if self.fits(view) {
                self.query.view = Some(view);
                return;
            }
            self.notices.push(Notice::ViewDoesNotFit {
                view: view.as_str().to_owned(),
            });
        }
        let default = default
            .and_then(View::parse)
            .filter(|view| !self.query.share && self.fits(*view));
        self.query.view = Some(default.unwrap_or_else(|| self.usual_view()));
    }

    fn usual_view(&self) -> View {
        let is_plain = self.series.is_none() && self.compare.is_empty();
        match self.by.kind {
            _ if self.across.is_some() => View::Scatter,
            _ if self.query.share => View::Stacked,
            AxisKind::Time => View::Line,
            AxisKind::Places if is_plain => View::Map,
            _ => View::Bar,
        }
    }
}
