//! How a grantee or another program brings data to the site: a published figure, or a table of its own.

use super::super::contact::contact;
use super::{Section, code, paragraph, points, steps, template, terms};
use crate::m;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

pub(super) fn sections() -> Vec<Section> {
    vec![
        Section::new(
            "ways",
            m!(PublishDataWays),
            terms(vec![
                (
                    localize(m!(PublishDataWaysFigure)).into_any(),
                    m!(PublishDataWaysFigureText),
                ),
                (
                    localize(m!(PublishDataWaysTable)).into_any(),
                    m!(PublishDataWaysTableText),
                ),
            ]),
        ),
        Section::new(
            "figure",
            m!(PublishDataFigure),
            points(vec![
                m!(PublishDataFigureLink),
                m!(PublishDataFigureQuote),
                m!(PublishDataFigureKind),
                m!(PublishDataFigureScope),
                m!(PublishDataFigureDate),
            ]),
        ),
        Section::new("template", m!(PublishDataTemplate), files()),
        Section::new("columns", m!(PublishDataColumns), columns()),
        Section::new(
            "cells",
            m!(PublishDataCells),
            points(vec![
                m!(PublishDataCellsNumber),
                m!(PublishDataCellsEmpty),
                m!(PublishDataCellsSmall),
                m!(PublishDataCellsFurther),
            ]),
        ),
        Section::new(
            "privacy",
            m!(PublishDataPrivacy),
            points(vec![
                m!(PublishDataPrivacyTotals),
                m!(PublishDataPrivacySmall),
                m!(PublishDataPrivacyMargins),
                m!(PublishDataPrivacyRules),
            ]),
        ),
        Section::new("check", m!(PublishDataCheck), checking()),
        Section::new(
            "review",
            m!(PublishDataReview),
            steps(vec![
                m!(PublishDataReviewCheck),
                m!(PublishDataReviewRead),
                m!(PublishDataReviewSmall),
                m!(PublishDataReviewLicense),
                m!(PublishDataReviewRelease),
            ]),
        ),
        Section::new(
            "send",
            m!(PublishDataSend),
            contact(m!(PublishDataSendText), m!(PublishDataSendLink)),
        ),
    ]
}

fn files() -> AnyView {
    let files = terms(vec![
        (
            template("results.csv", m!(PublishDataTemplateResults)),
            m!(PublishDataTemplateResultsText),
        ),
        (
            template("organizations.csv", m!(PublishDataTemplateOrganizations)),
            m!(PublishDataTemplateOrganizationsText),
        ),
        (
            template("datapackage.json", m!(PublishDataTemplateManifest)),
            m!(PublishDataTemplateManifestText),
        ),
    ]);
    view! { {paragraph(m!(PublishDataTemplateText))} {files} }.into_any()
}

/// The columns of `public/templates/results.csv`; a test compares them with the file.
fn columns() -> AnyView {
    let columns = terms(vec![
        (code("organization_id"), m!(PublishDataColumnOrganization)),
        (code("state"), m!(PublishDataColumnState)),
        (code("quarter"), m!(PublishDataColumnQuarter)),
        (code("enrolled"), m!(PublishDataColumnEnrolled)),
        (code("completed"), m!(PublishDataColumnCompleted)),
        (code("placed"), m!(PublishDataColumnPlaced)),
    ]);
    view! { {columns} {paragraph(m!(PublishDataColumnsMore))} }.into_any()
}

fn checking() -> AnyView {
    let tool = m!(
        PublishDataCheckTool,
        release = "outcomes release",
        check = "outcomes check"
    );
    view! {
        {paragraph(m!(PublishDataCheckExplore))}
        <p><a href=href(&Route::Explore)>{localize(m!(PublishDataCheckExploreLink))}</a></p>
        {paragraph(tool)}
    }
    .into_any()
}
