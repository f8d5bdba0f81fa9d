//! How many examples a generated test tries.

/// `usual`, or twenty times as many in `make test-long` (`LONG=1`).
pub fn cases(usual: u32) -> u32 {
    match std::env::var_os("LONG").is_some() {
        true => usual * 20,
        false => usual,
    }
}
