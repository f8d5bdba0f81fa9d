//! The words numbers are spoken in: quantity, status, kind, unit, period.
