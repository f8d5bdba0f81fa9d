//! The columns of a Parquet file: what their values are, and their cells as texts.

use super::pages::{ColumnPages, page_error};
use super::texts::{
    CellText, SecondParts, day_text, decimal_text, float_text, julian_text, moment_text, time_text,
    utf8_text, uuid_text,
};
use crate::external::formats::grid::too_long;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::column::reader::ColumnReaderImpl;
use parquet::data_type::{
    BoolType, ByteArrayType, DataType, DoubleType, FixedLenByteArrayType, FloatType, Int32Type,
    Int64Type, Int96Type,
};
use parquet::errors::Result;
use parquet::schema::types::{ColumnDescPtr, ColumnDescriptor};

/// The most digits behind the point of a decimal number.
const MAX_SCALE: i32 = 76;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Flag,
    Integer { is_signed: bool },
    Decimal { scale: usize },
    Day,
    Time(SecondParts),
    Moment { parts: SecondParts, is_utc: bool },
    Julian,
    Float,
    Text,
    Uuid,
}

impl ColumnKind {
    /// Fails with the name of a type that is no cell of a table.
    pub fn of(column: &ColumnDescriptor) -> std::result::Result<Self, String> {
        let physical = column.physical_type();
        let Some(logical) = logical(column) else {
            return match (physical, column.converted_type()) {
                (Type::BOOLEAN, ConvertedType::NONE) => Ok(Self::Flag),
                (Type::INT32 | Type::INT64, ConvertedType::NONE) => {
                    Ok(Self::Integer { is_signed: true })
                }
                (Type::INT96, ConvertedType::NONE) => Ok(Self::Julian),
                (Type::FLOAT | Type::DOUBLE, ConvertedType::NONE) => Ok(Self::Float),
                // Old programs do not say that a text is one.
                (Type::BYTE_ARRAY, ConvertedType::NONE) => Ok(Self::Text),
                (_, ConvertedType::NONE) => Err(physical.to_string()),
                (_, converted) => Err(converted.to_string()),
            };
        };
        let is_whole = matches!(physical, Type::INT32 | Type::INT64);
        let is_bytes = matches!(physical, Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY);
        let kind = match &logical {
            LogicalType::String | LogicalType::Enum | LogicalType::Json
                if physical == Type::BYTE_ARRAY =>
            {
                Some(Self::Text)
            }
            LogicalType::Integer(whole) if is_whole => Some(Self::Integer {
                is_signed: whole.is_signed,
            }),
            LogicalType::Decimal(decimal) if is_whole || is_bytes => {
                let scale = decimal.scale.clamp(0, MAX_SCALE + 1);
                (scale == decimal.scale && scale <= MAX_SCALE).then_some(Self::Decimal {
                    scale: scale as usize,
                })
            }
            LogicalType::Date if physical == Type::INT32 => Some(Self::Day),
            LogicalType::Time(time) if is_whole => Some(Self::Time(parts(&time.unit))),
            LogicalType::Timestamp(moment) if physical == Type::INT64 => Some(Self::Moment {
                parts: parts(&moment.unit),
                is_utc: moment.is_adjusted_to_u_t_c,
            }),
            LogicalType::Uuid if physical == Type::FIXED_LEN_BYTE_ARRAY => Some(Self::Uuid),
            // A column without any value.
            LogicalType::Unknown if physical == Type::INT32 => {
                Some(Self::Integer { is_signed: true })
            }
            _ => None,
        };
        kind.ok_or_else(|| type_name(&logical))
    }
}

fn type_name(logical: &LogicalType) -> String {
    let name = format!("{logical:?}");
    let end = name.find(|mark: char| !mark.is_alphanumeric());
    name[..end.unwrap_or(name.len())].to_uppercase()
}

/// The logical type of a column, also where an old program wrote only what it was called before.
fn logical(column: &ColumnDescriptor) -> Option<LogicalType> {
    if let Some(logical) = column.logical_type_ref() {
        return Some(logical.clone());
    }
    Some(match column.converted_type() {
        ConvertedType::UTF8 => LogicalType::String,
        ConvertedType::ENUM => LogicalType::Enum,
        ConvertedType::JSON => LogicalType::Json,
        ConvertedType::DECIMAL => {
            LogicalType::decimal(column.type_scale(), column.type_precision())
        }
        ConvertedType::DATE => LogicalType::Date,
        ConvertedType::TIME_MILLIS => LogicalType::time(true, TimeUnit::MILLIS),
        ConvertedType::TIME_MICROS => LogicalType::time(true, TimeUnit::MICROS),
        ConvertedType::TIMESTAMP_MILLIS => LogicalType::timestamp(true, TimeUnit::MILLIS),
        ConvertedType::TIMESTAMP_MICROS => LogicalType::timestamp(true, TimeUnit::MICROS),
        ConvertedType::UINT_8 => LogicalType::integer(8, false),
        ConvertedType::UINT_16 => LogicalType::integer(16, false),
        ConvertedType::UINT_32 => LogicalType::integer(32, false),
        ConvertedType::UINT_64 => LogicalType::integer(64, false),
        ConvertedType::INT_8 => LogicalType::integer(8, true),
        ConvertedType::INT_16 => LogicalType::integer(16, true),
        ConvertedType::INT_32 => LogicalType::integer(32, true),
        ConvertedType::INT_64 => LogicalType::integer(64, true),
        _ => return None,
    })
}

fn parts(unit: &TimeUnit) -> SecondParts {
    match unit {
        TimeUnit::MILLIS => SecondParts::Millis,
        TimeUnit::MICROS => SecondParts::Micros,
        TimeUnit::NANOS => SecondParts::Nanos,
    }
}

/// Reads the cells of a column of one row group from above.
pub trait CellReader {
    /// The next cells, at most `rows`. Fewer come where the column ends. `budget` is the number of bytes that all texts
    /// may still have.
    fn read(&mut self, rows: usize, budget: &mut usize) -> Result<Vec<CellText>>;
}

struct TypedCells<T: DataType, W> {
    reader: ColumnReaderImpl<T>,
    /// The level of a cell that has a value.
    present: i16,
    write: W,
}

impl<T: DataType, W: Fn(&T::T) -> CellText> CellReader for TypedCells<T, W> {
    fn read(&mut self, rows: usize, budget: &mut usize) -> Result<Vec<CellText>> {
        let (mut levels, mut values) = (Vec::new(), Vec::new());
        let reader = &mut self.reader;
        let (read, _, _) = reader.read_records(rows, Some(&mut levels), None, &mut values)?;
        let mut values = values.iter();
        let mut cells = Vec::with_capacity(read);
        for row in 0..read {
            // A column that needs a value in each row has no levels.
            let is_present = self.present == 0 || levels.get(row) == Some(&self.present);
            let value = if is_present { values.next() } else { None };
            let cell = value.map_or(CellText::Missing, &self.write);
            if let CellText::Text(text) = &cell {
                let left = budget.checked_sub(text.len());
                *budget = left.ok_or_else(|| page_error(too_long(text.len())))?;
            }
            cells.push(cell);
        }
        Ok(cells)
    }
}

fn typed<T: DataType>(
    column: ColumnDescPtr,
    pages: ColumnPages,
    write: impl Fn(&T::T) -> CellText + 'static,
) -> Box<dyn CellReader> {
    Box::new(TypedCells::<T, _> {
        present: column.max_def_level(),
        reader: ColumnReaderImpl::new(column, Box::new(pages)),
        write,
    })
}

/// The cells of a column whose pages are `pages`.
pub fn cells(column: ColumnDescPtr, kind: ColumnKind, pages: ColumnPages) -> Box<dyn CellReader> {
    match column.physical_type() {
        Type::BOOLEAN => {
            typed::<BoolType>(column, pages, |value| CellText::Text(value.to_string()))
        }
        Type::INT32 => typed::<Int32Type>(column, pages, move |value| {
            whole(kind, i64::from(*value), u64::from(*value as u32))
        }),
        Type::INT64 => typed::<Int64Type>(column, pages, move |value| {
            whole(kind, *value, *value as u64)
        }),
        Type::INT96 => typed::<Int96Type>(column, pages, |value| julian_text(value.data())),
        Type::FLOAT => {
            typed::<FloatType>(column, pages, |value| float_text(f64::from(*value), value))
        }
        Type::DOUBLE => typed::<DoubleType>(column, pages, |value| float_text(*value, value)),
        Type::BYTE_ARRAY => {
            typed::<ByteArrayType>(column, pages, move |value| bytes(kind, value.data()))
        }
        Type::FIXED_LEN_BYTE_ARRAY => {
            typed::<FixedLenByteArrayType>(column, pages, move |value| bytes(kind, value.data()))
        }
    }
}

/// A value of a type of whole numbers, with and without a sign.
fn whole(kind: ColumnKind, signed: i64, unsigned: u64) -> CellText {
    match kind {
        ColumnKind::Decimal { scale } => decimal_text(&signed.to_be_bytes(), scale),
        ColumnKind::Day => day_text(signed),
        ColumnKind::Time(parts) => time_text(signed, parts),
        ColumnKind::Moment { parts, is_utc } => moment_text(signed, parts, is_utc),
        ColumnKind::Integer { is_signed: false } => CellText::Text(unsigned.to_string()),
        _ => CellText::Text(signed.to_string()),
    }
}

fn bytes(kind: ColumnKind, value: &[u8]) -> CellText {
    match kind {
        ColumnKind::Decimal { scale } => decimal_text(value, scale),
        ColumnKind::Uuid => uuid_text(value),
        _ => utf8_text(value),
    }
}
