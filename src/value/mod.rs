//! The vocabulary of numbers.
//!
//! A published number is rarely just a number: it has a qualifier ("more than"), a kind (result or
//! goal), a status (why it is missing), a unit and a date. These types keep all five separate from
//! the first byte to the last pixel.

mod area;
mod date;
mod kind;
mod period;
mod quantity;
mod scheme;
mod status;
mod unit;

pub use area::{AREAS, Area, area};
pub use date::{DateWords, Grain, Period, day_at, day_number};
pub use kind::{Kind, Rank, Sense};
pub use period::{
    Calendar, PeriodReading, YearName, YearSort, bls_period, is_annual_mean, spellings,
    without_mark,
};
pub use quantity::{Bound, NoNumber, Qualifier, Quantity};
pub use scheme::Scheme;
pub use status::{Status, StatusSet, UnknownLetter};
pub use unit::Unit;
