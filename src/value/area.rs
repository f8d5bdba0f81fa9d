//! The 56 areas: states, DC and territories.

/// One area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Postal Service code.
    pub usps: &'static str,
    /// Census Bureau (FIPS) code.
    pub fips: &'static str,
    pub name: &'static str,
}

/// The index in [`AREAS`] of an area given by either code or by name; codes may be written `US-VA`,
/// and FIPS codes without their leading zero, as spreadsheets leave them.
pub fn area(text: &str) -> Option<usize> {
    let code = text.strip_prefix("US-").unwrap_or(text);
    // A state among counties has five digits: 01000.
    let is_digits = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    let code = code
        .strip_suffix("000")
        .filter(|_| is_digits)
        .unwrap_or(code);
    let is = |fips: &str| fips == code || (code.len() == 1 && fips.strip_prefix('0') == Some(code));
    AREAS
        .iter()
        .position(|area| area.usps == code || is(area.fips) || area.name == text)
}

const fn of(usps: &'static str, fips: &'static str, name: &'static str) -> Area {
    Area { usps, fips, name }
}

/// States and DC by name, then the territories.
pub const AREAS: [Area; 56] = [
    of("AL", "01", "Alabama"),
    of("AK", "02", "Alaska"),
    of("AZ", "04", "Arizona"),
    of("AR", "05", "Arkansas"),
    of("CA", "06", "California"),
    of("CO", "08", "Colorado"),
    of("CT", "09", "Connecticut"),
    of("DE", "10", "Delaware"),
    of("DC", "11", "District of Columbia"),
    of("FL", "12", "Florida"),
    of("GA", "13", "Georgia"),
    of("HI", "15", "Hawaii"),
    of("ID", "16", "Idaho"),
    of("IL", "17", "Illinois"),
    of("IN", "18", "Indiana"),
    of("IA", "19", "Iowa"),
    of("KS", "20", "Kansas"),
    of("KY", "21", "Kentucky"),
    of("LA", "22", "Louisiana"),
    of("ME", "23", "Maine"),
    of("MD", "24", "Maryland"),
    of("MA", "25", "Massachusetts"),
    of("MI", "26", "Michigan"),
    of("MN", "27", "Minnesota"),
    of("MS", "28", "Mississippi"),
    of("MO", "29", "Missouri"),
    of("MT", "30", "Montana"),
    of("NE", "31", "Nebraska"),
    of("NV", "32", "Nevada"),
    of("NH", "33", "New Hampshire"),
    of("NJ", "34", "New Jersey"),
    of("NM", "35", "New Mexico"),
    of("NY", "36", "New York"),
    of("NC", "37", "North Carolina"),
    of("ND", "38", "North Dakota"),
    of("OH", "39", "Ohio"),
    of("OK", "40", "Oklahoma"),
    of("OR", "41", "Oregon"),
    of("PA", "42", "Pennsylvania"),
    of("RI", "44", "Rhode Island"),
    of("SC", "45", "South Carolina"),
    of("SD", "46", "South Dakota"),
    of("TN", "47", "Tennessee"),
    of("TX", "48", "Texas"),
    of("UT", "49", "Utah"),
    of("VT", "50", "Vermont"),
    of("VA", "51", "Virginia"),
    of("WA", "53", "Washington"),
    of("WV", "54", "West Virginia"),
    of("WI", "55", "Wisconsin"),
    of("WY", "56", "Wyoming"),
    of("PR", "72", "Puerto Rico"),
    of("VI", "78", "U.S. Virgin Islands"),
    of("GU", "66", "Guam"),
    of("MP", "69", "Northern Mariana Islands"),
    of("AS", "60", "American Samoa"),
];
