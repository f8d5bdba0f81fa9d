//! The setting of the illustrative table: partnerships with clearly fictional names, their places,
//! industries and program types, and their quarters.

use super::random::Random;

/// The first quarter is 2022-Q4, the last 2026-Q3.
pub const QUARTERS: u32 = 16;
pub const GRANTEES: u32 = 32;

/// Fictional names; each is written with a number and the words "Example" and "(fictional)".
const NAMES: [&str; GRANTEES as usize] = [
    "Amber Hills",
    "Birch Landing",
    "Blue Heron Bay",
    "Bramble Creek",
    "Brass Lantern",
    "Calico Mesa",
    "Cedar Valley",
    "Clover Junction",
    "Copper Kettle",
    "Cotton Cloud",
    "Driftwood Point",
    "Echo Prairie",
    "Fern Hollow",
    "Foxglove County",
    "Ginger Orchard",
    "Granite Steps",
    "Harvest Moon",
    "Hickory Bend",
    "Ivory Dunes",
    "Juniper Ridge",
    "Kite Hill",
    "Lantern Lake",
    "Maple Crossing",
    "Nutmeg Fields",
    "Otter Run",
    "Paper Birch",
    "Pebble Shore",
    "Quartz Plain",
    "Robin Meadow",
    "Silver Thistle",
    "Teacup Island",
    "Willow Bridge",
];

/// Real places by region, because a map needs them; which partnership serves which is made up.
pub const REGIONS: [[(&str, &str); 8]; 4] = [
    [
        ("CT", "Connecticut"),
        ("MA", "Massachusetts"),
        ("MD", "Maryland"),
        ("ME", "Maine"),
        ("NJ", "New Jersey"),
        ("NY", "New York"),
        ("PA", "Pennsylvania"),
        ("VT", "Vermont"),
    ],
    [
        ("AL", "Alabama"),
        ("FL", "Florida"),
        ("GA", "Georgia"),
        ("NC", "North Carolina"),
        ("PR", "Puerto Rico"),
        ("TN", "Tennessee"),
        ("TX", "Texas"),
        ("VA", "Virginia"),
    ],
    [
        ("IA", "Iowa"),
        ("IL", "Illinois"),
        ("IN", "Indiana"),
        ("KS", "Kansas"),
        ("MI", "Michigan"),
        ("MN", "Minnesota"),
        ("MO", "Missouri"),
        ("OH", "Ohio"),
    ],
    [
        ("AK", "Alaska"),
        ("AZ", "Arizona"),
        ("CA", "California"),
        ("CO", "Colorado"),
        ("HI", "Hawaii"),
        ("NM", "New Mexico"),
        ("OR", "Oregon"),
        ("WA", "Washington"),
    ],
];

/// (code, label, base starting wage in cents per hour).
pub const INDUSTRIES: [(&str, &str, u32); 10] = [
    (
        "agriculture-and-food-production",
        "Agriculture and Food Production",
        1_820,
    ),
    ("bioscience", "Bioscience", 2_560),
    (
        "building-and-construction",
        "Building and Construction",
        2_410,
    ),
    ("energy-and-resilience", "Energy and Resilience", 2_520),
    ("film-arts-and-media", "Film, Arts, and Media", 2_150),
    ("financial-services", "Financial Services", 2_280),
    ("healthcare", "Healthcare", 2_060),
    ("information-technology", "Information Technology", 2_790),
    ("manufacturing", "Manufacturing", 2_190),
    (
        "transportation-distribution-and-logistics",
        "Transportation, Distribution, and Logistics",
        2_230,
    ),
];

/// A program type, with the probabilities per person and quarter, in per mille.
pub struct ProgramType {
    pub code: &'static str,
    pub label: &'static str,
    /// Among those in training: how many complete in a quarter, and how many leave.
    pub finish: u32,
    pub leave: u32,
    /// Among those who complete: how many are placed.
    pub place: u32,
    /// Among those who enroll: how many are registered apprentices.
    pub register: u32,
    /// Its effect on the wage, in percent.
    pub wage: u32,
}

pub const PROGRAM_TYPES: [ProgramType; 5] = [
    ProgramType {
        code: "degree-or-certificate",
        label: "Degree or certificate",
        finish: 420,
        leave: 18,
        place: 930,
        register: 0,
        wage: 104,
    },
    ProgramType {
        code: "on-the-job-training",
        label: "On-the-job training",
        finish: 430,
        leave: 30,
        place: 950,
        register: 0,
        wage: 97,
    },
    ProgramType {
        code: "pre-apprenticeship",
        label: "Pre-apprenticeship",
        finish: 470,
        leave: 45,
        place: 900,
        register: 0,
        wage: 94,
    },
    ProgramType {
        code: "registered-apprenticeship",
        label: "Registered apprenticeship",
        finish: 380,
        leave: 12,
        place: 950,
        register: 720,
        wage: 109,
    },
    ProgramType {
        code: "short-course",
        label: "Short course with a credential",
        finish: 560,
        leave: 45,
        place: 930,
        register: 0,
        wage: 98,
    },
];

/// One partnership.
pub struct Grantee {
    pub id: String,
    pub label: String,
    /// First and last quarter with a report, counted from 0.
    pub first: u32,
    pub last: u32,
    /// Indexes into the places, industries and program types.
    pub places: Vec<u32>,
    pub industries: Vec<u32>,
    pub program_types: Vec<u32>,
    /// Size, in percent of the typical size.
    pub size: u32,
    /// Its effect on the probability of placement, in per mille around 50.
    pub skill: u32,
}

/// Every partnership, by number.
pub fn grantees(seed: u64) -> Vec<Grantee> {
    (0..GRANTEES)
        .map(|number| {
            let mut random = Random::of(seed, &[1, u64::from(number)]);
            let region = random.below(4);
            let served = 1 + random.below(3);
            let places = random.choose(served, 8);
            let kinds = random.between(2, 4);
            let industries = random.choose(kinds, INDUSTRIES.len() as u32);
            let ways = random.between(3, 5);
            Grantee {
                id: format!("example-{:02}", number + 1),
                label: format!(
                    "Example Partnership {:02} — {} (fictional)",
                    number + 1,
                    NAMES[number as usize]
                ),
                first: [0, 0, 1, 1, 2, 3][random.below(6) as usize],
                last: [15, 15, 15, 15, 14, 13, 12, 11][random.below(8) as usize],
                places: places.iter().map(|place| region * 8 + place).collect(),
                industries,
                program_types: random.choose(ways, PROGRAM_TYPES.len() as u32),
                size: random.between(85, 135),
                skill: random.below(100),
            }
        })
        .collect()
}

/// The code and name of a place by its index.
pub fn place(index: u32) -> (&'static str, &'static str) {
    REGIONS[index as usize / 8][index as usize % 8]
}

/// A quarter as written in files: `2022-Q4` is the first.
pub fn quarter(index: u32) -> String {
    let from = 2022 * 4 + 3 + index;
    format!("{}-Q{}", from / 4, from % 4 + 1)
}
