//! Words of a closed or short list, as small integers.

use super::RowSet;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Codes at the narrowest width that holds the list of words.
#[derive(Clone, Debug)]
pub enum Codes {
    U8(Vec<u8>),
    U16(Vec<u16>),
    U32(Vec<u32>),
}

/// A column of words. Code 0 is "no value".
#[derive(Clone, Debug)]
pub struct CodeColumn {
    pub codes: Codes,
    words: Vec<String>,
    known: HashMap<Box<[u8]>, u32, BuildHasherDefault<Fnv>>,
    /// The code written last: files are mostly sorted, so the next is often the same.
    last: u32,
}

impl Default for CodeColumn {
    fn default() -> Self {
        Self {
            codes: Codes::U8(Vec::new()),
            words: vec![String::new()],
            known: HashMap::default(),
            last: 0,
        }
    }
}

impl CodeColumn {
    /// Adds a cell and gives its code; `word` is valid UTF-8, empty for "no value".
    pub(super) fn push(&mut self, word: &[u8]) -> u32 {
        let code = if self.words[self.last as usize].as_bytes() == word {
            self.last
        } else {
            self.code_for(word)
        };
        self.last = code;
        self.codes.push(code);
        code
    }

    fn code_for(&mut self, word: &[u8]) -> u32 {
        if word.is_empty() {
            return 0;
        }
        if let Some(code) = self.known.get(word) {
            return *code;
        }
        let code = self.words.len() as u32;
        self.words.push(String::from_utf8_lossy(word).into_owned());
        self.known.insert(word.into(), code);
        code
    }

    pub(super) fn truncate(&mut self, len: usize) {
        match &mut self.codes {
            Codes::U8(codes) => codes.truncate(len),
            Codes::U16(codes) => codes.truncate(len),
            Codes::U32(codes) => codes.truncate(len),
        }
    }

    pub(super) fn retain(&mut self, keep: &RowSet) {
        match &mut self.codes {
            Codes::U8(codes) => *codes = keep.iter().map(|row| codes[row]).collect(),
            Codes::U16(codes) => *codes = keep.iter().map(|row| codes[row]).collect(),
            Codes::U32(codes) => *codes = keep.iter().map(|row| codes[row]).collect(),
        }
        self.forget_unused();
    }

    /// Drops the words that no row has, such as those of rows that were left out.
    pub(super) fn forget_unused(&mut self) {
        let mut used = vec![false; self.words.len()];
        used[0] = true;
        self.each(|code| used[code as usize] = true);
        if used.iter().all(|used| *used) {
            return;
        }
        let mut kept = Self::default();
        self.each(|code| {
            kept.push(self.words[code as usize].as_bytes());
        });
        *self = kept;
    }

    /// Puts another word in the place of each; rows whose words become one share a code. The words come in
    /// the order in which the file first has them.
    pub(super) fn rename(&mut self, name: impl FnMut(&str) -> String) {
        let named: Vec<String> = std::iter::once(String::new())
            .chain(self.words[1..].iter().map(String::as_str).map(name))
            .collect();
        if named == self.words {
            return;
        }
        let mut renamed = Self::default();
        self.each(|code| {
            renamed.push(named[code as usize].as_bytes());
        });
        *self = renamed;
    }

    fn each(&self, mut visit: impl FnMut(u32)) {
        match &self.codes {
            Codes::U8(codes) => codes.iter().for_each(|code| visit(u32::from(*code))),
            Codes::U16(codes) => codes.iter().for_each(|code| visit(u32::from(*code))),
            Codes::U32(codes) => codes.iter().for_each(|code| visit(*code)),
        }
    }

    pub(super) fn shrink(&mut self) {
        match &mut self.codes {
            Codes::U8(codes) => codes.shrink_to_fit(),
            Codes::U16(codes) => codes.shrink_to_fit(),
            Codes::U32(codes) => codes.shrink_to_fit(),
        }
    }

    /// The code of a row; 0 is "no value".
    pub fn code_at(&self, row: usize) -> u32 {
        match &self.codes {
            Codes::U8(codes) => u32::from(codes[row]),
            Codes::U16(codes) => u32::from(codes[row]),
            Codes::U32(codes) => codes[row],
        }
    }

    /// The word of a row; empty for "no value".
    pub fn word_at(&self, row: usize) -> &str {
        &self.words[self.code_at(row) as usize]
    }

    /// Every word by its code; the first, empty one is "no value".
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The code of a word that occurs in the column.
    pub fn code_of(&self, word: &str) -> Option<u32> {
        if word.is_empty() {
            Some(0)
        } else {
            self.known.get(word.as_bytes()).copied()
        }
    }

    /// The rows whose word is one of `words`.
    pub fn rows_with(&self, words: &[String]) -> RowSet {
        let mut wanted = vec![false; self.words.len()];
        for code in words.iter().filter_map(|word| self.code_of(word)) {
            wanted[code as usize] = true;
        }
        match &self.codes {
            Codes::U8(codes) => RowSet::matching(codes.len(), |row| wanted[codes[row] as usize]),
            Codes::U16(codes) => RowSet::matching(codes.len(), |row| wanted[codes[row] as usize]),
            Codes::U32(codes) => RowSet::matching(codes.len(), |row| wanted[codes[row] as usize]),
        }
    }

    /// Rows in `set` by code.
    pub fn counts(&self, set: &RowSet) -> Vec<u32> {
        let mut counts = vec![0; self.words.len()];
        for row in set.iter() {
            counts[self.code_at(row) as usize] += 1;
        }
        counts
    }
}

impl Codes {
    fn push(&mut self, code: u32) {
        match self {
            Self::U8(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::U16(codes.iter().map(|code| u16::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::U16(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::U32(codes.iter().map(|code| u32::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::U32(codes) => codes.push(code),
        }
    }
}

/// FNV-1a: short keys, no adversary, since a column's words are bounded by its file.
#[derive(Clone)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
