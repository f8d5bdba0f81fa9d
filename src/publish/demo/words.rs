//! The texts of the manifest.

pub const TITLE: &str = "Illustrative: quarterly outcomes as grantees might report them";

pub const DESCRIPTION: &str = "Made-up numbers in the shape of what grantees report each quarter. They stand by \
grantee, state or territory, industry, program type and quarter. No figure here describes a real grantee, place or person: \
the grantees are fictional, and which of them serves which place is invented. The counts are set larger than those \
of any real program of this kind, so that the table is not mostly hidden by the rule for small counts. It exists so \
that every view can be seen on a full table, and so that nothing needs building on the day such a table is published.";

pub const SOURCE: &str = "Made by a seeded generator (outcomes demo); no data were collected";

pub const OUTCOMES: &str = "Only combinations in which a partnership works are listed. Counts of 1 to 9 people are \
hidden (s); further counts are hidden (c) where a small one could otherwise be worked out from the totals. A zero is \
a count of nobody.";

pub const GRAIN: &str = "One row is one grantee in one state or territory, one industry, one program type and one quarter.";

pub const TOTALS: &str = "Totals over all rows of the table of outcomes, those with hidden counts included. Where \
some reports are missing the total of those received is given and called at least.";

pub const LIST: &str = "Codes of the table of outcomes with the text shown for each.";
pub const LABEL: &str = "The text shown for the code.";
pub const MARKING: &str = "Says in every row that the numbers are made up.";
pub const QUALIFIER: &str = "exact where every report is in the total, at_least where some are missing; empty where \
there is no number.";
pub const WAGE_STATUS: &str = "SDMX CL_OBS_STATUS: A where the wages of every partnership are in the mean, P where \
some reports are missing.";

pub const PRIMARY: &str = "1 to 9 people; hidden to protect them";
pub const FURTHER: &str = "10 people or more; hidden so that a small count cannot be worked out";
pub const OUTSTANDING: &str = "the report was due and has not been received";
pub const NOT_DUE: &str = "the report is not due yet";
pub const NOT_COLLECTED: &str = "wages were not collected in this quarter";
pub const NOT_APPLICABLE: &str = "nobody was placed with a known wage";

/// The relations that a reader knows, and that the attack is given, besides the sums.
pub const RELATIONS: [&str; 4] = [
    "placed_with_wage <= placed <= completed in every row",
    "registered_apprentices <= enrolled in every row",
    "every total is the sum of the reported rows it covers, hidden ones included",
    "every mean wage is weighted by placed_with_wage and rounded to the cent",
];

/// The title of a field or rate.
pub fn title(name: &str) -> &'static str {
    match name {
        "grantee_id" => "Grantee",
        "state" => "State or territory",
        "industry_id" => "Industry",
        "program_type" => "Program type",
        "quarter" => "Quarter",
        "enrolled" => "People enrolled",
        "completed" => "People who completed training",
        "placed" => "People placed",
        "placed_with_wage" => "People placed with a known wage",
        "registered_apprentices" => "Registered apprentices",
        "starting_wage" => "Mean starting wage",
        "prior_wage" => "Mean wage before training",
        "placement_rate" => "Placement rate",
        _ => "",
    }
}

/// The definition of a field or rate.
pub fn description(name: &str) -> &'static str {
    match name {
        "grantee_id" => "A fictional partnership.",
        "state" => "USPS code of the state or territory where people trained.",
        "industry_id" => {
            "Industry of the training, in the codes of the package good-jobs-challenge."
        }
        "program_type" => "How people trained.",
        "quarter" => "Calendar quarter, such as 2024-Q1.",
        "enrolled" => "People who began training in the quarter.",
        "completed" => "People who finished training in the quarter, whenever they began.",
        "placed" => {
            "Of the people who completed in the quarter, those placed in a job by the time of the report. Never more \
             than completed."
        }
        "placed_with_wage" => {
            "Of the people placed, those whose wages before training and at the start of the job are known: the weight \
             of both means. Never more than placed."
        }
        "registered_apprentices" => {
            "Of the people enrolled, those who began as registered apprentices. Never more than enrolled; zero in \
             program types that register nobody."
        }
        "starting_wage" => {
            "Mean hourly wage in U.S. dollars at the start of the job, over the people placed with a known wage. \
             Hidden wherever its weight is."
        }
        "prior_wage" => {
            "Mean hourly wage in U.S. dollars in the last job before training, over the people placed with a known \
             wage. Hidden wherever its weight is."
        }
        "placement_rate" => "People placed, of the people who completed in the same quarter.",
        _ => "",
    }
}

/// The code list of a key.
pub fn list_of(key: &str) -> &'static str {
    match key {
        "grantee_id" => "grantees",
        "state" => "places",
        "industry_id" => "industries",
        _ => "program_types",
    }
}

pub fn list_title(list: &str) -> &'static str {
    match list {
        "grantees" => "Grantees, all fictional",
        "places" => "States and territories",
        "industries" => "Industries",
        _ => "Program types",
    }
}
