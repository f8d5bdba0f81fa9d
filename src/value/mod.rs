//! The words numbers are spoken in.
//!
//! A published number is rarely just a number: it has a word ("more than"), a kind (what happened,
//! what was aimed at), a status (why it is missing), a unit and a date. These types keep all five
//! apart from the first byte to the last pixel.

mod area;
mod date;
mod kind;
mod period;
mod quantity;
mod scheme;
mod status;
mod unit;

pub use area::{AREAS, Area, area};
pub use date::{DateWords, Grain, Period};
pub use kind::{Kind, Rank, Sense};
pub use period::{Calendar, Spelling, YearName, YearSort, bls_period, is_annual_mean, spellings};
pub use quantity::{Bound, NoNumber, Qualifier, Quantity};
pub use scheme::Scheme;
pub use status::{Status, StatusSet, UnknownLetter};
pub use unit::Unit;
