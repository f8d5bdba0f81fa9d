//! The pages of a column: their headers, and their bytes unpacked, within limits.
//!
//! Standard: Apache Parquet, `parquet.thrift`. The column readers of the crate `parquet` trust what a header says, and
//! panic where it is wrong: so headers are checked here.

use super::super::archive::Allowance;
use super::thrift::ThriftFields;
use crate::problem::Fault;
use bytes::Bytes;
use parquet::basic::{Compression, Encoding};
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::ColumnChunkMetaData;
use std::fmt;
use std::io::Read;
use std::sync::{Arc, Mutex};

/// The longest header of a page, in bytes: it may have the least and the greatest text of the page.
const MAX_HEADER: usize = 4 * 1024 * 1024;

/// Why a page cannot be read, inside an error of the crate.
#[derive(Debug)]
pub struct PageFault(pub Fault);

impl fmt::Display for PageFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:?}", self.0)
    }
}

impl std::error::Error for PageFault {}

/// An error of the crate with a fault of this project.
pub fn page_error(fault: Fault) -> ParquetError {
    ParquetError::External(Box::new(PageFault(fault)))
}

fn unfit(what: &str) -> ParquetError {
    ParquetError::General(what.to_owned())
}

/// How pages are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Snappy,
    Gzip,
    Zstandard,
}

impl Packing {
    /// Fails with the name of a compression that is not read.
    pub fn of(compression: Compression) -> std::result::Result<Self, Fault> {
        let name = match compression {
            Compression::UNCOMPRESSED => return Ok(Self::Plain),
            Compression::SNAPPY => return Ok(Self::Snappy),
            Compression::GZIP(_) => return Ok(Self::Gzip),
            Compression::ZSTD(_) => return Ok(Self::Zstandard),
            Compression::LZO => "LZO",
            Compression::BROTLI(_) => "Brotli",
            Compression::LZ4 | Compression::LZ4_RAW => "LZ4",
        };
        Err(Fault::OtherCompression {
            name: name.to_owned(),
        })
    }

    /// Unpacks exactly `length` bytes.
    fn unpack(self, packed: &[u8], length: usize) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let from_io = |error: std::io::Error| ParquetError::General(error.to_string());
        let limit = length as u64 + 1;
        match self {
            Self::Plain => bytes.extend_from_slice(packed),
            Self::Snappy => {
                // The length that the page claims was allowed; that of the packed bytes may be another.
                if snap::raw::decompress_len(packed).ok() == Some(length) {
                    let unpacked = snap::raw::Decoder::new().decompress_vec(packed);
                    bytes = unpacked.map_err(|error| ParquetError::General(error.to_string()))?;
                }
            }
            Self::Gzip => {
                let mut from = flate2::read::MultiGzDecoder::new(packed).take(limit);
                from.read_to_end(&mut bytes).map_err(from_io)?;
            }
            Self::Zstandard => {
                let from = ruzstd::decoding::StreamingDecoder::new(packed);
                let from = from.map_err(|error| ParquetError::General(error.to_string()))?;
                from.take(limit).read_to_end(&mut bytes).map_err(from_io)?;
            }
        }
        match bytes.len() == length {
            true => Ok(bytes),
            false => Err(unfit("a page has another length than its header says")),
        }
    }
}

/// The pages of one column of a row group, one after the other.
pub struct ColumnPages {
    file: Bytes,
    at: usize,
    end: usize,
    packing: Packing,
    has_dictionary: bool,
    allowance: Arc<Mutex<Allowance>>,
}

impl ColumnPages {
    /// The pages of a column. `file` is the whole file without its footer; all columns share `allowance`.
    pub fn of(
        file: &Bytes,
        chunk: &ColumnChunkMetaData,
        packing: Packing,
        allowance: &Arc<Mutex<Allowance>>,
    ) -> Result<Self> {
        let place = |value: i64| usize::try_from(value).ok();
        // Some programs write 0 where there is no dictionary.
        let dictionary = chunk.dictionary_page_offset().filter(|at| *at > 0);
        let first = chunk.data_page_offset();
        let start = dictionary.map_or(first, |at| at.min(first));
        let range = place(start).zip(place(chunk.compressed_size()));
        let range = range.and_then(|(at, length)| Some((at, at.checked_add(length)?)));
        match range {
            Some((at, end)) if end <= file.len() && chunk.file_path().is_none() => Ok(Self {
                file: file.clone(),
                at,
                end,
                packing,
                has_dictionary: false,
                allowance: allowance.clone(),
            }),
            _ => Err(unfit("its pages are not in this file")),
        }
    }

    /// The next page of whatever type.
    fn page(&mut self) -> Result<Option<Page>> {
        while self.at < self.end {
            let rest = self.file.slice(self.at..self.end);
            let header = ThriftFields::read(&rest[..rest.len().min(MAX_HEADER)]);
            let (header, length) = header.ok_or_else(|| unfit("a page has no readable header"))?;
            let size = |number| {
                header
                    .integer(number)
                    .and_then(|size| usize::try_from(size).ok())
            };
            let (Some(kind), Some(unpacked), Some(packed)) = (header.integer(1), size(2), size(3))
            else {
                return Err(unfit("a page has no length"));
            };
            let end = length.checked_add(packed).filter(|end| *end <= rest.len());
            let Some(end) = end else {
                return Err(unfit("a page is longer than its column"));
            };
            let body = rest.slice(length..end);
            self.at += end;
            if header
                .integer(4)
                .is_some_and(|sum| sum as u32 != checksum(&body))
            {
                return Err(unfit("a page does not match its checksum"));
            }
            let page = match kind {
                0 => self.first_version(&header, &body, unpacked)?,
                2 => self.dictionary(&header, &body, unpacked)?,
                3 => self.second_version(&header, &body, unpacked)?,
                // An index is not needed, and types that are not known may be passed over.
                _ => continue,
            };
            return Ok(Some(page));
        }
        Ok(None)
    }

    fn unpacked(&self, packed: Bytes, length: usize) -> Result<Bytes> {
        if self.packing == Packing::Plain {
            return match packed.len() == length {
                true => Ok(packed),
                false => Err(unfit("a page has another length than its header says")),
            };
        }
        let mut allowance = self
            .allowance
            .lock()
            .map_err(|_| unfit("a page failed before"))?;
        allowance.claim(length as u64).map_err(page_error)?;
        Ok(self.packing.unpack(&packed, length)?.into())
    }

    fn dictionary(&mut self, header: &ThriftFields, body: &Bytes, length: usize) -> Result<Page> {
        let own = header
            .fields(7)
            .ok_or_else(|| unfit("a dictionary has no header"))?;
        let buf = self.unpacked(body.clone(), length)?;
        let num_values = count(own, 1)?;
        // Each value has at least a byte.
        if num_values as usize > buf.len() {
            return Err(unfit("a dictionary claims more values than it has"));
        }
        self.has_dictionary = true;
        Ok(Page::DictionaryPage {
            buf,
            num_values,
            encoding: encoding(own, 2)?,
            is_sorted: false,
        })
    }

    fn first_version(&self, header: &ThriftFields, body: &Bytes, length: usize) -> Result<Page> {
        let own = header
            .fields(5)
            .ok_or_else(|| unfit("a page has no header of its type"))?;
        Ok(Page::DataPage {
            buf: self.unpacked(body.clone(), length)?,
            num_values: count(own, 1)?,
            encoding: self.encoding(own, 2)?,
            def_level_encoding: level_encoding(own, 3)?,
            rep_level_encoding: level_encoding(own, 4)?,
            statistics: None,
        })
    }

    fn second_version(&self, header: &ThriftFields, body: &Bytes, length: usize) -> Result<Page> {
        let own = header
            .fields(8)
            .ok_or_else(|| unfit("a page has no header of its type"))?;
        let (definition, repetition) = (count(own, 5)?, count(own, 6)?);
        let levels = definition as usize + repetition as usize;
        if levels > body.len() || levels > length {
            return Err(unfit("the levels of a page are longer than the page"));
        }
        let is_compressed = own.flag(7).unwrap_or(true);
        let values = body.slice(levels..);
        // Levels are never packed. No value at all may be packed as no byte.
        let values = match is_compressed && !(values.is_empty() && levels == length) {
            true => self.unpacked(values, length - levels)?,
            false if body.len() == length => values,
            false => return Err(unfit("a page has another length than its header says")),
        };
        let buf = match self.packing == Packing::Plain || !is_compressed {
            true => body.clone(),
            false => [&body[..levels], &values].concat().into(),
        };
        Ok(Page::DataPageV2 {
            buf,
            num_values: count(own, 1)?,
            encoding: self.encoding(own, 4)?,
            num_nulls: count(own, 2)?,
            num_rows: count(own, 3)?,
            def_levels_byte_len: definition,
            rep_levels_byte_len: repetition,
            is_compressed,
            statistics: None,
        })
    }

    /// The encoding of values; those that are numbers of a dictionary need one.
    fn encoding(&self, header: &ThriftFields, number: i64) -> Result<Encoding> {
        let encoding = encoding(header, number)?;
        let needs = matches!(
            encoding,
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY
        );
        match needs && !self.has_dictionary {
            true => Err(unfit("a page needs a dictionary that is not there")),
            false => Ok(encoding),
        }
    }
}

/// The checksum of a page (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(bytes);
    sum.sum()
}

fn count(header: &ThriftFields, number: i64) -> Result<u32> {
    let value = header.integer(number);
    let value = value.and_then(|value| i32::try_from(value).ok());
    let value = value.and_then(|value| u32::try_from(value).ok());
    value.ok_or_else(|| unfit("a page has no count of its values"))
}

fn encoding(header: &ThriftFields, number: i64) -> Result<Encoding> {
    match header.integer(number) {
        Some(0) => Ok(Encoding::PLAIN),
        Some(2) => Ok(Encoding::PLAIN_DICTIONARY),
        Some(3) => Ok(Encoding::RLE),
        Some(5) => Ok(Encoding::DELTA_BINARY_PACKED),
        Some(6) => Ok(Encoding::DELTA_LENGTH_BYTE_ARRAY),
        Some(7) => Ok(Encoding::DELTA_BYTE_ARRAY),
        Some(8) => Ok(Encoding::RLE_DICTIONARY),
        Some(9) => Ok(Encoding::BYTE_STREAM_SPLIT),
        other => Err(ParquetError::General(format!(
            "encoding {other:?} is not known"
        ))),
    }
}

fn level_encoding(header: &ThriftFields, number: i64) -> Result<Encoding> {
    match header.integer(number) {
        Some(3) => Ok(Encoding::RLE),
        #[allow(deprecated)] // Old files have it.
        Some(4) => Ok(Encoding::BIT_PACKED),
        _ => Err(unfit("a page has levels of an unknown encoding")),
    }
}

impl Iterator for ColumnPages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.page().transpose()
    }
}

impl PageReader for ColumnPages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        self.page()
    }

    // Rows are never skipped, and no column has repeated values.
    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        Err(unfit("pages are read one after the other"))
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.page().map(|_| ())
    }
}
