//! Simulates the participants of the illustrative table, quarter by quarter: people enroll,
//! complete or leave, are placed, and some of their wages are known.
//!
//! Relations that hold by construction, and that the manifest states: people placed are some of
//! those who completed in the same quarter, people placed with a known wage are some of those
//! placed, registered apprentices are some of those who enrolled.

use super::fixture::{self, Grantee, INDUSTRIES, PROGRAM_TYPES, QUARTERS};
use super::random::Random;

/// The counts of a row, in the same order everywhere.
pub const COUNTS: [&str; 5] = [
    "enrolled",
    "completed",
    "placed",
    "placed_with_wage",
    "registered_apprentices",
];
pub const ENROLLED: usize = 0;
pub const COMPLETED: usize = 1;
pub const PLACED: usize = 2;
pub const WITH_WAGE: usize = 3;
pub const APPRENTICES: usize = 4;

/// The mean wages of a row, weighted by [`WITH_WAGE`].
pub const WAGES: [&str; 2] = ["starting_wage", "prior_wage"];

/// Whether a partnership's report for a quarter exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportStatus {
    Received,
    /// Received without wages, which were not collected yet.
    WithoutWages,
    /// Due, and not received.
    Outstanding,
    /// The due date has not been reached.
    NotDue,
}

/// One row of the table as its publisher knows it.
#[derive(Clone, Debug)]
pub struct UnmaskedRow {
    /// Grantee, place, industry, program type, quarter: indexes into their lists.
    pub keys: [u32; 5],
    pub report: ReportStatus,
    pub counts: [u32; 5],
    /// Mean starting and prior wage in cents per hour; meaningless without people.
    pub wages: [u32; 2],
}

/// Every row, in the order of its keys. What a partnership does in one industry is one program: it
/// runs in one of the partnership's places, and its people train in one way.
pub fn records(seed: u64, grantees: &[Grantee]) -> Vec<UnmaskedRow> {
    let mut records = Vec::new();
    for (number, grantee) in grantees.iter().enumerate() {
        for &industry in &grantee.industries {
            let mut random = Random::of(seed, &[7, number as u64, u64::from(industry)]);
            let mut one_of = |all: &[u32]| all[random.below(all.len() as u32) as usize];
            let place = one_of(&grantee.places);
            let program = one_of(&grantee.program_types);
            let keys = [number as u32, place, industry, program];
            follow(seed, grantee, keys, &mut records);
        }
    }
    records.sort_by_key(|record| record.keys);
    records
}

/// One program through all its quarters.
fn follow(seed: u64, grantee: &Grantee, keys: [u32; 4], records: &mut Vec<UnmaskedRow>) {
    let mut path = [2, 0, 0, 0, 0];
    for (part, key) in path[1..].iter_mut().zip(keys) {
        *part = u64::from(key);
    }
    let mut random = Random::of(seed, &path);
    let program = &PROGRAM_TYPES[keys[3] as usize];
    let usual = size(seed, grantee, keys) * random.between(85, 120) / 100;
    let chance = program.place + grantee.skill - 50;
    let wage = wage(seed, grantee, keys);
    // Most programs ran before; the others begin with the table.
    let mut training = if random.chance(940) { usual } else { 0 };
    for quarter in grantee.first..=grantee.last {
        let expected = usual * stage(grantee, quarter) / 100 * random.between(75, 125) / 100;
        let enrolled = random.of_people(2 * expected, 500);
        let completed = random.of_people(training, program.finish);
        let left = random.of_people(training - completed, program.leave);
        training = training + enrolled - completed - left;
        let placed = random.of_people(completed, chance);
        let known = random.of_people(placed, 800);
        let registered = random.of_people(enrolled, program.register);
        let starting = wage * (1000 + 9 * quarter) / 1000 * random.between(940, 1060) / 1000;
        let prior = starting * random.between(680, 860) / 1000;
        records.push(UnmaskedRow {
            keys: [keys[0], keys[1], keys[2], keys[3], quarter],
            report: report(keys[0], grantee, quarter),
            counts: [enrolled, completed, placed, known, registered],
            wages: [starting, prior],
        });
    }
}

/// Number of people who enroll in a typical quarter.
fn size(seed: u64, grantee: &Grantee, keys: [u32; 4]) -> u32 {
    let share = |kind: u64, key: u32, low: u32, high: u32| {
        Random::of(seed, &[kind, u64::from(keys[0]), u64::from(key)]).between(low, high)
    };
    let place = share(3, keys[1], 85, 125);
    let industry = share(4, keys[2], 90, 120);
    let program = share(5, keys[3], 90, 125);
    40 * grantee.size / 100 * place / 100 * industry / 100 * program / 100
}

/// Activity of a partnership, in percent: it grows for a year, and decreases over its last three
/// quarters unless it continues; autumn is busier than winter.
fn stage(grantee: &Grantee, quarter: u32) -> u32 {
    let grown = [60, 80, 95, 100][(quarter - grantee.first).min(3) as usize];
    let tapered = match grantee.last - quarter {
        _ if grantee.last == QUARTERS - 1 => 100,
        0 => 55,
        1 => 75,
        2 => 90,
        _ => 100,
    };
    // The first quarter of the table is an autumn.
    let season = [92, 96, 104, 112][(quarter % 4) as usize];
    grown * tapered / 100 * season / 100
}

/// Starting wage in cents per hour, before growth and random variation.
fn wage(seed: u64, grantee: &Grantee, keys: [u32; 4]) -> u32 {
    let (_, _, base) = INDUSTRIES[keys[2] as usize];
    let place = Random::of(seed, &[6, u64::from(keys[1])]).between(88, 116);
    base * place / 100 * PROGRAM_TYPES[keys[3] as usize].wage / 100 * (980 + grantee.skill / 2)
        / 1000
}

/// Which reports are missing, and why: a few partnerships did not collect wages in their first
/// quarters, two reports are overdue, and for some the last quarter is not due yet.
fn report(number: u32, grantee: &Grantee, quarter: u32) -> ReportStatus {
    match (number, quarter) {
        (18, 7) | (4, 11) => ReportStatus::Outstanding,
        (_, 15) if number % 4 == 1 => ReportStatus::NotDue,
        _ if number % 7 == 3 && quarter < grantee.first + 3 => ReportStatus::WithoutWages,
        _ => ReportStatus::Received,
    }
}

impl UnmaskedRow {
    /// Whether a count of this record was reported.
    pub fn reports(&self, count: usize) -> bool {
        match self.report {
            ReportStatus::Received => true,
            ReportStatus::WithoutWages => count != WITH_WAGE,
            ReportStatus::Outstanding | ReportStatus::NotDue => false,
        }
    }

    /// The codes of the row's keys as written in files.
    pub fn words(&self, grantees: &[Grantee]) -> [String; 5] {
        let [grantee, place, industry, program, quarter] = self.keys;
        [
            grantees[grantee as usize].id.clone(),
            fixture::place(place).0.to_owned(),
            INDUSTRIES[industry as usize].0.to_owned(),
            PROGRAM_TYPES[program as usize].code.to_owned(),
            fixture::quarter(quarter),
        ]
    }
}
