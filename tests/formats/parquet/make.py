"""Makes the Parquet files of this folder. Their rows are invented.

    pip install pyarrow==26.0.1
    python tests/formats/parquet/make.py

The right values are in tests/formats/parquet.rs. The program is needed only when a file is added or changed.
"""

import base64
import datetime as dt
import decimal
import pathlib
import struct
import uuid

import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe

FOLDER = pathlib.Path(__file__).parent


def write(name, table, **options):
    options.setdefault("compression", "snappy")
    pq.write_table(table, FOLDER / f"{name}.parquet", **options)


STATES = ["Maryland", "Virginia", "Ohio"]
PLACED = pa.table({"State": STATES, "People placed": pa.array([1200, 340, 85], pa.int64())})

# The same table in every way that is read, and in those that are refused by name.
for codec in ["none", "snappy", "gzip", "zstd", "lz4", "brotli"]:
    write(f"placed-{codec}", PLACED, compression=codec)
write("placed-page-2", PLACED, compression="zstd", data_page_version="2.0")
write("placed-checksum", PLACED, compression="none", write_page_checksum=True, use_dictionary=False)
write("empty", PLACED.slice(0, 0))
# One row more than a worksheet can have.
write("too-many-rows", pa.table({"placed": pa.array([1] * (2**20 + 1), pa.int8())}))

# Texts that keep their zeros, digits that a number of 64 bits would lose, missing cells.
write(
    "types",
    pa.table(
        {
            "code": ["0123", None, "04567"],
            "note": ['said "yes"', "two\nlines\tand a tab", ""],
            "is open": [True, False, None],
            "int8": pa.array([-128, 127, None], pa.int8()),
            "int32": pa.array([-(2**31), 2**31 - 1, None], pa.int32()),
            "int64": pa.array([2**53 + 1, -(2**63), None], pa.int64()),
            "uint8": pa.array([0, 255, None], pa.uint8()),
            "uint32": pa.array([0, 2**32 - 1, None], pa.uint32()),
            "uint64": pa.array([0, 2**64 - 1, None], pa.uint64()),
            "float": pa.array([0.1, -2.5, None], pa.float32()),
            "double": pa.array([2019.0, 1 / 3, None], pa.float64()),
            "category": pa.array(["a", "b", "a"]).dictionary_encode(),
            "none": pa.nulls(3),
            "uuid": pa.array([uuid.UUID(int=n).bytes for n in range(2)] + [None], pa.uuid()),
        }
    ),
    row_group_size=2,
)

D = decimal.Decimal
DECIMALS = {
    "in 32": pa.array([D("12.50"), D("-0.05"), None], pa.decimal128(9, 2)),
    "in 64": pa.array([D("12345678901234.50"), D("-0.01"), None], pa.decimal128(18, 2)),
    "in bytes": pa.array([D("123456789012345678901234567890.1234"), D("-1.0000"), None], pa.decimal128(38, 4)),
    "whole": pa.array([D("7"), D("-7"), None], pa.decimal128(5, 0)),
}
write("decimals", pa.table(DECIMALS), store_decimal_as_integer=True)
write("decimals-bytes", pa.table(DECIMALS), store_decimal_as_integer=False)

NEW_YEAR = dt.datetime(2024, 12, 31, 23, 30)
MOMENTS = [NEW_YEAR, dt.datetime(1969, 7, 20), None]
write(
    "times",
    pa.table(
        {
            "day": pa.array([dt.date(2024, 3, 31), dt.date(1899, 12, 31), None]),
            "time ms": pa.array([dt.time(13, 5), dt.time(0, 0, 1, 250_000), None], pa.time32("ms")),
            "time us": pa.array([dt.time(13, 5), dt.time(23, 59, 59, 999_999), None], pa.time64("us")),
            "time ns": pa.array([1, 86_399_999_999_999, None], pa.time64("ns")),
            "local ms": pa.array(MOMENTS, pa.timestamp("ms")),
            "local us": pa.array(MOMENTS, pa.timestamp("us")),
            "utc us": pa.array(MOMENTS, pa.timestamp("us", tz="UTC")),
            "new york": pa.array(MOMENTS, pa.timestamp("ms", tz="America/New_York")),
            "local ns": pa.array([1_500_000_000, -1, None], pa.timestamp("ns")),
        }
    ),
)
write("int96", pa.table({"moment": pa.array(MOMENTS, pa.timestamp("us"))}), use_deprecated_int96_timestamps=True)

# Every encoding, in pages of both versions, with several pages and row groups.
COUNT = 500
LONG = pa.table(
    {
        "number": pa.array([n * 37 % 101 for n in range(COUNT)], pa.int32()),
        "large": pa.array([n * 1_000_003 for n in range(COUNT)], pa.int64()),
        "part": pa.array([n / 8 for n in range(COUNT)], pa.float64()),
        "name": [f"name {n // 10:03}" for n in range(COUNT)],
        "gap": pa.array([n if n % 3 else None for n in range(COUNT)], pa.int64()),
        "even": [n % 2 == 0 for n in range(COUNT)],
    }
)
ENCODINGS = {
    "plain": {},
    "delta": {
        "number": "DELTA_BINARY_PACKED",
        "large": "DELTA_BINARY_PACKED",
        "part": "BYTE_STREAM_SPLIT",
        "name": "DELTA_BYTE_ARRAY",
        "gap": "DELTA_BINARY_PACKED",
        "even": "RLE",
    },
    "lengths": {"name": "DELTA_LENGTH_BYTE_ARRAY", "large": "BYTE_STREAM_SPLIT"},
}
for version in ["1.0", "2.0"]:
    options = {"data_page_version": version, "row_group_size": 200, "data_page_size": 400, "write_batch_size": 50}
    write(f"dictionary-{version[0]}", LONG, **options)
    for name, encodings in ENCODINGS.items():
        write(f"{name}-{version[0]}", LONG, use_dictionary=False, column_encoding=encodings, **options)

# What is no cell, and what is no value.
write(
    "nested",
    pa.table(
        {
            "place": pa.array([{"state": "MD", "codes": {"fips": "24"}}, {"state": None, "codes": None}, None]),
            "tags": pa.array([["a"], [], None], pa.list_(pa.string())),
            "counts": pa.array([[("x", 1)], [], None], pa.map_(pa.string(), pa.int32())),
            "half": pa.array([1.0, 2.0, None], pa.float16()),
            "fixed": pa.array([b"ab", b"cd", None], pa.binary(2)),
            "placed": pa.array([1, 2, 3], pa.int16()),
        }
    ),
)
write("only-lists", pa.table({"tags": pa.array([["a"], []], pa.list_(pa.string()))}))
WAGES = [float("nan"), 20.5, float("-inf"), 18.25, 19.0]
write("not-finite", pa.table({"State": [*STATES, "Iowa", "Utah"], "Wage": pa.array(WAGES)}))
write(
    "unfit",
    pa.table(
        {
            "bytes": pa.array([b"text", b"\xff\xfe", b"more"]),
            "day": pa.array([0, 2_932_897, -719_163], pa.int32()).cast(pa.date32()),
        }
    ),
)
write(
    "multiplied",
    pa.table({"TIME_PERIOD": ["2023", "2024"], "OBS_VALUE": [1.5, 2.25], "UNIT_MULT": pa.array([3, 3], pa.int32())}),
)


class KeptKeys(pe.KmsClient):
    """Keys that protect nothing: what they encrypt is published here."""

    def __init__(self, _config):
        super().__init__()

    def wrap_key(self, key_bytes, _master):
        return base64.b64encode(key_bytes)

    def unwrap_key(self, wrapped, _master):
        return base64.b64decode(wrapped)


# Their keys are drawn anew at each run, so that these two files are never the same.
factory = pe.CryptoFactory(KeptKeys)
for name, is_plain in [("encrypted", False), ("encrypted-columns", True)]:
    config = pe.EncryptionConfiguration(
        footer_key="footer", column_keys={"column": ["State", "People placed"]}, plaintext_footer=is_plain
    )
    properties = factory.file_encryption_properties(pe.KmsConnectionConfig(), config)
    with pq.ParquetWriter(FOLDER / f"{name}.parquet", PLACED.schema, encryption_properties=properties) as writer:
        writer.write_table(PLACED)

for path in sorted(FOLDER.glob("*.parquet")):
    size = path.stat().st_size
    assert size < 20_000, (path, size)
    print(f"{size:6} {path.name}")
