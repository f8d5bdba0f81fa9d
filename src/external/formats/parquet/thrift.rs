//! Thrift's compact protocol, as far as page headers and the footer of a Parquet file need it.
//!
//! Standard: Apache Thrift, "Thrift compact protocol encoding".

/// How deep structs and lists may be inside one another.
const MAX_DEPTH: usize = 16;

/// A value of a field. Texts, lists and maps are passed over.
enum ThriftValue {
    Integer(i64),
    Flag(bool),
    Fields(ThriftFields),
    Other,
}

/// The fields of a struct by their numbers.
pub struct ThriftFields(Vec<(i64, ThriftValue)>);

impl ThriftFields {
    /// Reads the struct at the front of `bytes`, and gives how many bytes it has. Nothing where there is none.
    pub fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        let mut reader = ThriftReader { rest: bytes };
        let fields = reader.fields(0)?;
        Some((fields, bytes.len() - reader.rest.len()))
    }

    fn get(&self, number: i64) -> Option<&ThriftValue> {
        let found = self.0.iter().find(|(known, _)| *known == number);
        found.map(|(_, value)| value)
    }

    pub fn has(&self, number: i64) -> bool {
        self.get(number).is_some()
    }

    pub fn integer(&self, number: i64) -> Option<i64> {
        match self.get(number) {
            Some(ThriftValue::Integer(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn flag(&self, number: i64) -> Option<bool> {
        match self.get(number) {
            Some(ThriftValue::Flag(value)) => Some(*value),
            _ => None,
        }
    }

    pub fn fields(&self, number: i64) -> Option<&Self> {
        match self.get(number) {
            Some(ThriftValue::Fields(fields)) => Some(fields),
            _ => None,
        }
    }
}

struct ThriftReader<'a> {
    rest: &'a [u8],
}

impl ThriftReader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn pass(&mut self, bytes: u64) -> Option<()> {
        self.rest = self.rest.get(usize::try_from(bytes).ok()?..)?;
        Some(())
    }

    /// Seven bits in each byte, the lowest first.
    fn unsigned(&mut self) -> Option<u64> {
        let mut value = 0;
        for place in 0..10 {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    /// The sign is in the lowest bit.
    fn integer(&mut self) -> Option<i64> {
        let value = self.unsigned()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    fn fields(&mut self, depth: usize) -> Option<ThriftFields> {
        let mut fields = Vec::new();
        let mut number = 0;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Some(ThriftFields(fields));
            }
            // The distance from the field before, or the number itself.
            number = match head >> 4 {
                0 => self.integer()?,
                distance => number + i64::from(distance),
            };
            // The kind of a flag in a struct is its value.
            let value = match head & 0x0f {
                1 => ThriftValue::Flag(true),
                2 => ThriftValue::Flag(false),
                kind => self.value(kind, depth)?,
            };
            fields.push((number, value));
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Option<ThriftValue> {
        if depth > MAX_DEPTH {
            return None;
        }
        match kind {
            1 | 2 => Some(ThriftValue::Flag(self.byte()? == 1)),
            3 => self.pass(1).map(|()| ThriftValue::Other),
            4..=6 => Some(ThriftValue::Integer(self.integer()?)),
            7 => self.pass(8).map(|()| ThriftValue::Other),
            8 => {
                let length = self.unsigned()?;
                self.pass(length).map(|()| ThriftValue::Other)
            }
            9 | 10 => {
                let head = self.byte()?;
                let length = match head >> 4 {
                    15 => self.unsigned()?,
                    length => u64::from(length),
                };
                for _ in 0..length {
                    self.value(head & 0x0f, depth + 1)?;
                }
                Some(ThriftValue::Other)
            }
            11 => {
                let length = self.unsigned()?;
                let kinds = if length > 0 { self.byte()? } else { 0 };
                for _ in 0..length {
                    self.value(kinds >> 4, depth + 1)?;
                    self.value(kinds & 0x0f, depth + 1)?;
                }
                Some(ThriftValue::Other)
            }
            12 => Some(ThriftValue::Fields(self.fields(depth + 1)?)),
            13 => self.pass(16).map(|()| ThriftValue::Other),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_struct_is_read_to_its_end() {
        // 1: i32 3; 5: a struct with 1: i32 -1, 7: false; 6: list of two i32; 7: text "ab".
        let bytes = [
            0x15, 6, 0x4c, 0x15, 1, 0x62, 0, 0x19, 0x25, 2, 4, 0x18, 2, b'a', b'b', 0, 99,
        ];
        let (fields, length) = ThriftFields::read(&bytes).expect("whole");
        assert_eq!((fields.integer(1), length), (Some(3), 16));
        let inner = fields.fields(5).expect("a struct");
        assert_eq!((inner.integer(1), inner.flag(7)), (Some(-1), Some(false)));
        assert!(fields.has(6) && fields.has(7) && !fields.has(8));
        for end in 0..16 {
            assert!(ThriftFields::read(&bytes[..end]).is_none(), "{end}");
        }
        // A text and a list that claim more than there is; structs without an end.
        assert!(ThriftFields::read(&[0x18, 0xff, 0xff, 0xff, 0xff, 0x7f]).is_none());
        assert!(ThriftFields::read(&[0x19, 0xf5, 0xff, 0xff, 0x7f]).is_none());
        assert!(ThriftFields::read(&[0x1c; 64]).is_none());
    }
}
