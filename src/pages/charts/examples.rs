//! The example with published data for each chart type, answered in the same way as in Explore.

use crate::bytes::Source;
use crate::frame::{Frame, answer, resolve_with_data};
use crate::loader::PublishedFiles;
use crate::query::{Query, View, parse, to_address};

/// A chart type with an answer from published data.
#[derive(Clone, Debug)]
pub struct Example {
    pub frame: Frame,
    /// The question as an address has it.
    pub query: Query,
}

impl Example {
    /// The query part of its address.
    pub fn address(&self) -> String {
        to_address(&self.query, &Query::default())
    }
}

/// The query for each chart type.
pub fn question(view: View) -> &'static str {
    match view {
        View::Bar => "?package=good-jobs-challenge&measure=awards&by=industry_id&view=bar",
        View::Column => {
            "?package=registered-apprenticeship&measure=active_apprentices&by=fiscal_year&series=&view=column&f.coverage=excludes-usmap"
        }
        View::Stacked => {
            "?package=good-jobs-challenge&measure=awards&by=industry_id&series=cohort_id&view=stacked"
        }
        View::Line => {
            "?package=registered-apprenticeship&measure=active_apprentices&by=fiscal_year&series=coverage&view=line"
        }
        View::Area => {
            "?package=registered-apprenticeship&measure=new_apprentices&by=fiscal_year&series=&view=area&f.coverage=excludes-usmap"
        }
        View::Dot => {
            "?package=wages-oews-2025&measure=hourly_median&by=state&view=dot&f.occupation_code=47-2111&top=15"
        }
        View::Dumbbell => {
            "?package=wages-oews-2025&measure=hourly_p25&compare=hourly_p75&by=occupation_code&view=dumbbell&f.state=MO&f.major_group_code=49-0000&level=detailed&top=12"
        }
        View::Slope => {
            "?package=wages-oews-2025&measure=hourly_median&compare=hourly_mean&by=state&view=slope&f.occupation_code=29-1141&top=10"
        }
        View::Strip => {
            "?package=wages-oews-2025&measure=hourly_median&by=state&view=strip&f.occupation_code=29-1141&highlight=MO~PR"
        }
        View::Scatter => {
            "?package=wages-oews-2025&measure=hourly_median&x=employment&by=state&view=scatter&f.occupation_code=29-1141"
        }
        View::Funnel => {
            "?package=good-jobs-challenge-demo&measure=enrolled&compare=completed~placed&by=program_type&view=funnel&f.program_type=registered-apprenticeship~pre-apprenticeship"
        }
        View::Range => {
            "?package=wages-oews-2025&measure=hourly_median&by=occupation_code&view=range&f.state=MO&f.occupation_code=47-2111~49-9021~53-3032~29-2061~51-4121"
        }
        View::Bullet => {
            "?package=good-jobs-challenge&measure=people_placed&compare=target_placements&by=grantee_id&view=bullet"
        }
        View::Multiples => {
            "?package=good-jobs-challenge-demo&measure=placed&by=quarter&series=industry_id&view=multiples&f.industry_id=healthcare~information-technology~manufacturing~building-and-construction~energy-and-resilience~transportation-distribution-and-logistics"
        }
        View::Map => "?package=good-jobs-challenge&measure=awards&by=state&view=map",
        View::Tiles => "?package=good-jobs-challenge&measure=awards&by=state&view=tiles",
        View::Heat => {
            "?package=good-jobs-challenge&measure=awards&by=state&series=industry_id&view=heat&f.industry_id=healthcare~information-technology~manufacturing~building-and-construction~energy-and-resilience~transportation-distribution-and-logistics"
        }
        View::Spark => {
            "?package=good-jobs-challenge-demo&measure=placed&by=quarter&series=industry_id&view=spark&f.industry_id=healthcare~information-technology~manufacturing~building-and-construction~energy-and-resilience~transportation-distribution-and-logistics"
        }
        View::Table => {
            "?package=good-jobs-challenge&measure=award_usd&by=grantee_id&view=table&top=10"
        }
    }
}

/// Answers the query. `None` if a part of it was ignored or the view does not fit.
pub async fn example<S: Source>(files: &PublishedFiles<S>, view: View) -> Option<Example> {
    let (query, mut notices) = parse(question(view));
    let edition = files.edition_asked(&query, &mut notices);
    let dataset = files.dataset(&edition).await.ok()?;
    let resolved = resolve_with_data(&dataset, &query)?;
    let is_whole = notices.is_empty() && resolved.notices.is_empty();
    let frame = answer(&dataset, &resolved).ok()?;
    (is_whole && resolved.query.view == Some(view)).then_some(Example { frame, query })
}
