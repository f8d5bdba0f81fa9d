//! Code lists that many tables share, recognized by the format of their codes.

use super::area::{AREAS, area};
use serde::{Deserialize, Serialize};

/// A code list, by the name of its publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// States and territories by Postal Service code: `VA`.
    Usps,
    /// States and territories by FIPS code: `51`.
    Fips,
    /// States and territories by name: `Virginia`.
    StateName,
    /// Industries: North American Industry Classification System, two to six digits.
    Naics,
    /// Occupations: Standard Occupational Classification, `47-2111`.
    Soc,
}

impl Scheme {
    /// Whether the codes are states and territories, which a map can show.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Usps | Self::Fips | Self::StateName)
    }

    /// Whether a text has the format of a code of this list.
    pub fn holds(self, text: &str) -> bool {
        let known = || area(text).map(|at| &AREAS[at]);
        let digits = |text: &str, count: usize| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        match self {
            Self::Usps => {
                let code = text.strip_prefix("US-").unwrap_or(text);
                known().is_some_and(|area| area.usps == code)
            }
            Self::Fips => digits(text, text.len()) && known().is_some(),
            Self::StateName => known().is_some_and(|area| area.name == text),
            Self::Naics => {
                let sector = text.get(..2).unwrap_or_default();
                let is_span = ["31-33", "44-45", "48-49"].contains(&text);
                let is_code = (2..=6).contains(&text.len()) && digits(text, text.len());
                is_span || (is_code && naics_sector(sector).is_some())
            }
            Self::Soc => text.split_once('-').is_some_and(|(major, rest)| {
                digits(major, 2) && digits(rest, 4) && soc_major(major).is_some()
            }),
        }
    }

    /// The label of a code, where the list is short enough to be included here: areas, sectors of
    /// NAICS and major groups of SOC.
    pub fn label(self, text: &str) -> Option<&'static str> {
        match self {
            Self::Usps | Self::Fips => area(text).map(|at| AREAS[at].name),
            Self::StateName => None,
            // QCEW's code for the whole.
            Self::Naics if text == "10" => Some("Total, all industries"),
            Self::Naics if text.len() == 2 || text.contains('-') => naics_sector(text.get(..2)?),
            Self::Soc if text.ends_with("-0000") => soc_major(text.get(..2)?),
            Self::Naics | Self::Soc => None,
        }
    }
}

/// The sectors of NAICS 2022, Office of Management and Budget.
fn naics_sector(code: &str) -> Option<&'static str> {
    Some(match code {
        "11" => "Agriculture, forestry, fishing and hunting",
        "21" => "Mining, quarrying, and oil and gas extraction",
        "22" => "Utilities",
        "23" => "Construction",
        "31" | "32" | "33" => "Manufacturing",
        "42" => "Wholesale trade",
        "44" | "45" => "Retail trade",
        "48" | "49" => "Transportation and warehousing",
        "51" => "Information",
        "52" => "Finance and insurance",
        "53" => "Real estate and rental and leasing",
        "54" => "Professional, scientific, and technical services",
        "55" => "Management of companies and enterprises",
        "56" => "Administrative and waste services",
        "61" => "Educational services",
        "62" => "Health care and social assistance",
        "71" => "Arts, entertainment, and recreation",
        "72" => "Accommodation and food services",
        "81" => "Other services",
        "92" => "Public administration",
        _ => return None,
    })
}

/// The major groups of SOC 2018, Bureau of Labor Statistics.
fn soc_major(code: &str) -> Option<&'static str> {
    Some(match code {
        "00" => "All occupations",
        "11" => "Management",
        "13" => "Business and financial operations",
        "15" => "Computer and mathematical",
        "17" => "Architecture and engineering",
        "19" => "Life, physical, and social science",
        "21" => "Community and social service",
        "23" => "Legal",
        "25" => "Educational instruction and library",
        "27" => "Arts, design, entertainment, sports, and media",
        "29" => "Healthcare practitioners and technical",
        "31" => "Healthcare support",
        "33" => "Protective service",
        "35" => "Food preparation and serving",
        "37" => "Building and grounds cleaning and maintenance",
        "39" => "Personal care and service",
        "41" => "Sales",
        "43" => "Office and administrative support",
        "45" => "Farming, fishing, and forestry",
        "47" => "Construction and extraction",
        "49" => "Installation, maintenance, and repair",
        "51" => "Production",
        "53" => "Transportation and material moving",
        "55" => "Military specific",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_by_their_look() {
        let cases = [
            (Scheme::Usps, "VA", true),
            (Scheme::Usps, "US-VA", true),
            (Scheme::Usps, "Virginia", false),
            (Scheme::Usps, "51", false),
            (Scheme::Fips, "51", true),
            (Scheme::Fips, "1", true),
            (Scheme::Fips, "01", true),
            (Scheme::Fips, "3", false),
            (Scheme::Fips, "VA", false),
            (Scheme::StateName, "Puerto Rico", true),
            (Scheme::StateName, "PR", false),
            (Scheme::Naics, "236", true),
            (Scheme::Naics, "31-33", true),
            (Scheme::Naics, "99", false),
            (Scheme::Naics, "2", false),
            (Scheme::Soc, "47-2111", true),
            (Scheme::Soc, "472111", false),
            (Scheme::Soc, "20-1000", false),
        ];
        for (scheme, text, holds) in cases {
            assert_eq!(scheme.holds(text), holds, "{scheme:?} {text}");
        }
    }

    #[test]
    fn short_lists_have_words() {
        assert_eq!(Scheme::Fips.label("1"), Some("Alabama"));
        assert_eq!(Scheme::Naics.label("31-33"), Some("Manufacturing"));
        assert_eq!(Scheme::Naics.label("236"), None);
        assert_eq!(
            Scheme::Soc.label("47-0000"),
            Some("Construction and extraction")
        );
        assert_eq!(Scheme::Soc.label("47-2111"), None);
    }
}
