//! Parquet files, made by `tests/formats/parquet/make.py`: each has its right cells or its message.

use crate::effort;
use crate::literal::now;
use crate::reading::wrong_of;
use good_jobs::bytes::Memory;
use good_jobs::external::formats::{UnpackedFile, parquet_table, read_answer, write_answer};
use good_jobs::external::{open, open_files};
use good_jobs::locale::Locale;
use serde_json::{Value, json};

const FOLDER: &str = "tests/formats/parquet";

fn file(name: &str) -> Vec<u8> {
    let path = format!("{FOLDER}/{name}.parquet");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn table(name: &str) -> UnpackedFile {
    parquet_table(name, file(name))
        .unwrap_or_else(|problem| panic!("{name}: {}", Locale::EN.text(problem.sentence())))
}

fn text(table: &UnpackedFile) -> &str {
    std::str::from_utf8(&table.bytes).expect("a table of texts is UTF-8")
}

fn told(table: &UnpackedFile) -> Vec<String> {
    let notices = table.told.iter();
    notices
        .map(|told| Locale::EN.text(told.message()))
        .collect()
}

fn message(name: &str, bytes: Vec<u8>) -> String {
    match parquet_table(name, bytes) {
        Ok(table) => panic!("{name} opened: {}", text(&table)),
        Err(problem) => Locale::EN.text(problem.sentence()),
    }
}

/// The cells of a table by column, without its heading.
fn column<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let mut lines = text.lines().map(|line| line.split('\t'));
    let mut heading = lines.next().expect("a heading");
    let at = heading.position(|known| known == name);
    let at = at.unwrap_or_else(|| panic!("no column {name}"));
    lines
        .map(|mut cells| cells.nth(at).unwrap_or_default())
        .collect()
}

#[test]
fn a_table_is_the_same_in_every_compression_and_version() {
    for name in ["none", "snappy", "gzip", "zstd", "page-2", "checksum"] {
        let table = table(&format!("placed-{name}"));
        assert_eq!(
            text(&table),
            "State\tPeople placed\nMaryland\t1200\nVirginia\t340\nOhio\t85\n",
            "{name}"
        );
        assert_eq!(told(&table), [""; 0], "{name}");
    }
    assert_eq!(text(&table("empty")), "State\tPeople placed\n");
}

#[test]
fn cells_keep_what_their_types_say() {
    let types = table("types");
    let types = text(&types);
    for (name, cells) in [
        ("code", ["0123", "", "04567"]),
        ("note", ["\"said \"\"yes\"\"\"", "two lines and a tab", ""]),
        ("is open", ["true", "false", ""]),
        ("int8", ["-128", "127", ""]),
        ("int32", ["-2147483648", "2147483647", ""]),
        ("int64", ["9007199254740993", "-9223372036854775808", ""]),
        ("uint8", ["0", "255", ""]),
        ("uint32", ["0", "4294967295", ""]),
        ("uint64", ["0", "18446744073709551615", ""]),
        ("float", ["0.1", "-2.5", ""]),
        ("double", ["2019", "0.3333333333333333", ""]),
        ("category", ["a", "b", "a"]),
        ("none", ["", "", ""]),
        (
            "uuid",
            [
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-000000000001",
                "",
            ],
        ),
    ] {
        assert_eq!(column(types, name), cells, "{name}");
    }
    for name in ["decimals", "decimals-bytes"] {
        let decimals = table(name);
        for (column_name, cells) in [
            ("in 32", ["12.50", "-0.05", ""]),
            ("in 64", ["12345678901234.50", "-0.01", ""]),
            (
                "in bytes",
                ["123456789012345678901234567890.1234", "-1.0000", ""],
            ),
            ("whole", ["7", "-7", ""]),
        ] {
            assert_eq!(
                column(text(&decimals), column_name),
                cells,
                "{name}: {column_name}"
            );
        }
    }
}

#[test]
fn days_and_times_do_not_move() {
    let times = table("times");
    let moments = ["2024-12-31T23:30:00", "1969-07-20", ""];
    let utc = ["2024-12-31T23:30:00Z", "1969-07-20T00:00:00Z", ""];
    for (name, cells) in [
        ("day", ["2024-03-31", "1899-12-31", ""]),
        ("time ms", ["13:05:00", "00:00:01.25", ""]),
        ("time us", ["13:05:00", "23:59:59.999999", ""]),
        ("time ns", ["00:00:00.000000001", "23:59:59.999999999", ""]),
        ("local ms", moments),
        ("local us", moments),
        ("utc us", utc),
        ("new york", utc),
        (
            "local ns",
            ["1970-01-01T00:00:01.5", "1969-12-31T23:59:59.999999999", ""],
        ),
    ] {
        assert_eq!(column(text(&times), name), cells, "{name}");
    }
    assert_eq!(column(text(&table("int96")), "moment"), moments);
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let mut expected = "number\tlarge\tpart\tname\tgap\teven\n".to_owned();
    for n in 0..500_u32 {
        let gap = if n % 3 > 0 {
            n.to_string()
        } else {
            String::new()
        };
        expected.push_str(&format!(
            "{}\t{}\t{}\tname {:03}\t{gap}\t{}\n",
            n * 37 % 101,
            u64::from(n) * 1_000_003,
            f64::from(n) / 8.0,
            n / 10,
            n % 2 == 0
        ));
    }
    for version in [1, 2] {
        for name in ["dictionary", "plain", "delta", "lengths"] {
            let name = format!("{name}-{version}");
            assert!(text(&table(&name)) == expected, "{name} has other rows");
        }
    }
}

#[test]
fn what_is_no_cell_and_no_value_is_named() {
    let nested = table("nested");
    assert_eq!(
        text(&nested),
        "place.state\tplace.codes.fips\tplaced\nMD\t24\t1\n\t\t2\n\t\t3\n"
    );
    assert_eq!(
        told(&nested),
        [
            "Columns with lists or maps were not read: “tags” and “counts”. To read them, save a table with one value \
             in each cell.",
            "Columns of these types were not read: “half (FLOAT16)” and “fixed (FIXED_LEN_BYTE_ARRAY)”. To read them, \
             save them as numbers, texts or dates.",
        ]
    );
    let wages = table("not-finite");
    assert_eq!(
        column(text(&wages), "Wage"),
        ["NaN", "20.5", "NaN", "18.25", "19"]
    );
    assert_eq!(
        told(&wages),
        [
            "“Wage” has NaN or infinity in 2 rows: 1 and 3. Those are not numbers, so they are not used."
        ]
    );
    let unfit = table("unfit");
    assert_eq!(text(&unfit), "bytes\tday\ntext\t1970-01-01\n\t\nmore\t\n");
    assert_eq!(
        told(&unfit),
        [
            "“bytes” has a value in row 2 that does not fit the column's type, so the cell was left empty. Correct it \
             in the program that made the file.",
            "“day” has values in 2 rows that do not fit the column's type, so the cells were left empty: 2 and 3. \
             Correct them in the program that made the file.",
        ]
    );
}

#[test]
fn a_file_opens_as_a_visitor_opens_it() {
    let placed = json!([{
        "measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340, "Ohio": 85},
        "total": 1625
    }]);
    let cases: [(&str, Value); 5] = [
        ("placed-zstd", json!({"asks": placed})),
        (
            "times",
            json!({"readings": {"day": "date", "local ms": "date", "utc us": "date", "new york": "date"}}),
        ),
        // A code stays a text, and a number of more digits than are kept is no number.
        (
            "types",
            json!({
                "readings": {"code": "leave", "category": "group"},
                "problems": ["“9007199254740993”"],
            }),
        ),
        (
            "not-finite",
            json!({
                "told": ["“Wage” has NaN or infinity in 2 rows: 1 and 3."],
                "asks": [{
                    "measure": "Wage", "by": "State",
                    "values": {"Virginia": 20.5, "Iowa": 18.25, "Utah": 19, "Maryland": null, "Ohio": null},
                }],
            }),
        ),
        (
            "multiplied",
            json!({
                "told": ["2 values were multiplied as their rows say (UNIT_MULT)."],
                "asks": [{"measure": "OBS_VALUE", "by": "TIME_PERIOD", "values": {"2023": 1500, "2024": 2250}}],
            }),
        ),
    ];
    for (name, expected) in cases {
        let wrong = wrong_of(&format!("{name}.parquet"), &file(name), &expected);
        assert_eq!(wrong, [""; 0], "{name}");
    }
    // Known by its first bytes: in an archive, at an address, in a package.
    let archive = super::zipped(&[("in/placed.dat", &file("placed-snappy"))]);
    assert_eq!(
        wrong_of("t.zip", &archive, &json!({"asks": placed})),
        [""; 0]
    );
    let packed = super::gzipped(&file("placed-snappy"));
    assert_eq!(wrong_of("t.gz", &packed, &json!({"asks": placed})), [""; 0]);
    let manifest =
        json!({"name": "p", "resources": [{"name": "placed", "path": "placed.parquet"}]});
    let files = Memory::default()
        .with(
            "https://data.example/datapackage.json",
            manifest.to_string(),
        )
        .with("https://data.example/placed.parquet", file("placed-none"))
        .with("https://data.example/download?id=5", file("placed-none"));
    for address in [
        "https://data.example/datapackage.json",
        "https://data.example/download?id=5",
    ] {
        let opened = now(open(&files, address)).expect("a table");
        let read = opened.read(&[]);
        assert_eq!(read.dataset.problems, [], "{address}");
        assert_eq!(read.columns.len(), 2, "{address}");
    }
    // The answer of the module in the browser carries the table.
    let answer = write_answer(Ok(vec![table("nested")]));
    assert_eq!(read_answer(&answer), Some(Ok(vec![table("nested")])));
}

#[test]
fn a_file_that_cannot_be_read_says_what_where_and_what_to_do() {
    let whole = file("placed-none");
    let length = whole.len();
    let cut = |bytes: usize| whole[..bytes].to_vec();
    let mut long_footer = whole.clone();
    long_footer[length - 6] = 0xff;
    let mut changed = file("placed-checksum");
    let ohio = changed.windows(4).position(|text| text == b"Ohio");
    changed[ohio.expect("plain text")] = b'Q';
    for (name, bytes, said) in [
        (
            "lz4",
            file("placed-lz4"),
            "lz4, row 1, column “State”: this file is compressed with LZ4, which this site cannot \
            read; save it with Snappy, gzip or Zstandard compression, or as CSV",
        ),
        (
            "rows",
            file("too-many-rows"),
            "rows: the table has 1,048,577 rows, more than the limit of 1,048,576; keep only the rows \
            that you need, or add them up by group, and open the file again",
        ),
        (
            "brotli",
            file("placed-brotli"),
            "this file is compressed with Brotli",
        ),
        (
            "lists",
            file("only-lists"),
            "no column of this file has one readable value in each row: “tags”; save a table",
        ),
        (
            "encrypted",
            file("encrypted-columns"),
            "this site cannot read files of the format encrypted Parquet; open it",
        ),
        (
            "cut",
            cut(length - 1),
            "cut: this file cannot be read as Parquet (error: the file has no footer at its end); \
            download it again",
        ),
        ("short", cut(10), "the file ends before its footer"),
        ("long", long_footer, "the footer is longer than the file"),
        (
            "changed",
            changed,
            "changed, row 1, column “State”: this file cannot be read as Parquet (error: Parquet error: \
            a page does not match its checksum)",
        ),
    ] {
        let found = message(name, bytes);
        assert!(
            found.contains(said),
            "{name}: “{found}” does not say “{said}”"
        );
    }
    let files = Memory::default().with("t.parquet", file("encrypted"));
    let problem = now(open_files("t.parquet", &files)).expect_err("it is encrypted");
    let found = Locale::EN.text(problem.sentence());
    assert!(found.contains("the format encrypted Parquet"), "{found}");
}

/// Bytes that are cut or changed anywhere end in a message or in a table, never in a panic.
#[test]
fn damaged_parquet_never_panics() {
    let mut state = 11_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize
    };
    let entries = std::fs::read_dir(FOLDER)
        .expect("the folder is there")
        .flatten();
    let names = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().expect("a plain name");
        name.strip_suffix(".parquet").map(str::to_owned)
    });
    let mut files: Vec<(String, Vec<u8>)> = names.map(|name| (name.clone(), file(&name))).collect();
    files.sort();
    assert!(files.len() > 20, "{} files", files.len());
    let mut refused = 0;
    for _ in 0..effort::cases(600) {
        let (name, bytes) = &files[next() % files.len()];
        let mut bytes = bytes.clone();
        match next() % 4 {
            0 => bytes.truncate(next() % bytes.len()),
            changes => {
                for _ in 0..changes {
                    let at = 4 + next() % (bytes.len() - 4);
                    bytes[at] = next() as u8;
                }
            }
        }
        let read = parquet_table(name, bytes);
        refused += u32::from(read.is_err());
    }
    assert!(refused > 100, "only {refused} were refused");
}

/// Values for which the decoders of the crate panic: their lengths reach behind the page.
#[test]
fn values_that_do_not_fit_their_encoding_end_in_a_message() {
    for (name, at, byte) in [
        ("delta-2", 2942, 130),
        ("lengths-1", 7532, 255),
        ("lengths-1", 1769, 1),
        ("decimals-bytes", 378, 18),
    ] {
        let mut bytes = file(name);
        bytes[at] = byte;
        let found = message(name, bytes);
        let said = "cannot be read as Parquet (error: its values do not fit their encoding); download it again";
        assert!(
            found.contains(said),
            "{name} {at}: “{found}” does not say “{said}”"
        );
    }
}
