//! Draws from random numbers: integers in a range, chances and choices.

use crate::publish::split_mix::{STEP, SplitMix64, mix};

/// Draws that depend only on a seed.
pub struct Random(SplitMix64);

impl Random {
    /// A separate stream for every path of numbers, so that one part of the table can change
    /// without changing the others.
    pub fn of(seed: u64, path: &[u64]) -> Self {
        let mut state = seed;
        for part in path {
            state = mix(state.wrapping_add(STEP) ^ part.wrapping_mul(0xd6e8_feb8_6659_fd93));
        }
        Self(SplitMix64(state))
    }

    /// An integer from 0 to `end - 1`; `end` is at least 1.
    pub fn below(&mut self, end: u32) -> u32 {
        (((self.0.next_bits() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// An integer from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high - low + 1)
    }

    /// True with a probability of `per_mille` in a thousand.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// The number of successes among `people` trials, each with a probability of `per_mille` in a
    /// thousand.
    pub fn of_people(&mut self, people: u32, per_mille: u32) -> u32 {
        (0..people).filter(|_| self.chance(per_mille)).count() as u32
    }

    /// `count` different numbers from 0 to `end - 1`, in ascending order.
    pub fn choose(&mut self, count: u32, end: u32) -> Vec<u32> {
        let mut all: Vec<u32> = (0..end).collect();
        for place in 0..count.min(end) {
            let other = self.between(place, end - 1);
            all.swap(place as usize, other as usize);
        }
        all.truncate(count as usize);
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_differ_and_stand_in_order() {
        let mut random = Random::of(1, &[2, 3]);
        for _ in 0..100 {
            let chosen = random.choose(4, 8);
            assert_eq!(chosen.len(), 4);
            assert!(chosen.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
