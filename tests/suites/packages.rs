//! Cases of Frictionless and of W3C's CSVW validation that a Table Schema can express: what the manifest declares is
//! followed, or named with its place.

use super::{Seen, seen_with};
use serde_json::{Value, json};

fn field(name: &str, kind: &str, constraints: Value) -> Value {
    json!({"name": name, "type": kind, "constraints": constraints})
}

/// A table of a trade and one more column, with that column's field.
fn with_field(own: Value) -> Value {
    json!({"schema": {"fields": [{"name": "trade", "type": "string"}, own]}})
}

fn told(name: &str, seen: &Seen, words: &[&str]) {
    for word in words {
        assert!(
            seen.said.contains(word),
            "{name}: “{word}” in “{}”, {:?}",
            seen.said,
            seen.rows
        );
    }
}

#[test]
fn a_broken_constraint_is_named_with_its_row_and_column() {
    let cases = [
        (
            "required",
            field("n", "integer", json!({"required": true})),
            "w,1\np,\n",
            "row 2, column “n”",
        ),
        (
            "required text",
            field("n", "string", json!({"required": true})),
            "w,a\np,\n",
            "row 2, column “n”",
        ),
        (
            "unique number",
            field("n", "integer", json!({"unique": true})),
            "w,7\np,7\n",
            "row 2, column “n”",
        ),
        (
            "unique text",
            field("n", "string", json!({"unique": true})),
            "w,a\np,a\n",
            "row 2, column “n”",
        ),
        (
            "enum",
            field("n", "string", json!({"enum": ["a", "b"]})),
            "w,a\np,c\n",
            "row 2, column “n”",
        ),
        (
            "enum of numbers",
            field("n", "integer", json!({"enum": [1, 2]})),
            "w,1\np,3\n",
            "row 2, column “n”",
        ),
        (
            "minimum",
            field("n", "number", json!({"minimum": 0})),
            "w,1\np,-3\n",
            "row 2, column “n”",
        ),
        (
            "maximum",
            field("n", "number", json!({"maximum": 10})),
            "w,1\np,30\n",
            "row 2, column “n”",
        ),
        (
            "exclusiveMinimum",
            field("n", "number", json!({"exclusiveMinimum": 0})),
            "w,1\np,0\n",
            "row 2, column “n”",
        ),
        (
            "exclusiveMaximum",
            field("n", "number", json!({"exclusiveMaximum": 10})),
            "w,1\np,10\n",
            "row 2, column “n”",
        ),
        (
            "minLength",
            field("n", "string", json!({"minLength": 2})),
            "w,ab\np,a\n",
            "row 2, column “n”",
        ),
        (
            "maxLength",
            field("n", "string", json!({"maxLength": 2})),
            "w,ab\np,abc\n",
            "row 2, column “n”",
        ),
        (
            "pattern",
            field("n", "string", json!({"pattern": "[a-z]+"})),
            "w,ab\np,A1\n",
            "row 2, column “n”",
        ),
        (
            "whole numbers",
            field("n", "integer", json!({})),
            "w,1\np,2.5\nq,3\n",
            "row 2, column “n”",
        ),
        (
            "a number that is none",
            field("n", "number", json!({})),
            "w,1\np,many\nq,3\n",
            "row 2, column “n”",
        ),
        (
            "truth values",
            field("n", "boolean", json!({})),
            "w,true\np,perhaps\nq,false\n",
            "row 2, column “n”",
        ),
    ];
    for (name, own, rows, place) in cases {
        let seen = seen_with(with_field(own), format!("trade,n\n{rows}"));
        told(name, &seen, &[place, "; "]);
    }
}

#[test]
fn a_row_with_a_broken_constraint_stays() {
    let own = field("n", "string", json!({"enum": ["a", "b"]}));
    let seen = seen_with(with_field(own), "trade,n\nw,a\np,c\n");
    assert_eq!(seen.rows, [["w", "a"], ["p", "c"]], "{}", seen.said);
}

#[test]
fn keys_are_told() {
    let key = json!({"schema": {"primaryKey": "id", "fields": [{"name": "id"}, {"name": "n", "type": "integer"}]}});
    let seen = seen_with(key, "id,n\na,1\nb,2\na,3\n");
    told("a key twice", &seen, &["row 3", "“a”", "row 1"]);
    let key = json!({"schema": {"fields": [{"name": "id"}, {"name": "n", "type": "integer"}],
        "foreignKeys": [{"fields": "id", "reference": {"resource": "u", "fields": "id"}}]}});
    let seen = seen_with(key, "id,n\nx,1\nz,2\n");
    told("a key that leads nowhere", &seen, &["row 2", "“z”", "“u”"]);
}

#[test]
fn labels_are_told() {
    let own = with_field(json!({"name": "n", "type": "integer"}));
    let seen = seen_with(own.clone(), "trade,m\nw,1\n");
    told("missing label", &seen, &["column “n”", "column “m”"]);
    let seen = seen_with(own, "trade,n,m\nw,1,2\n");
    told("extra label", &seen, &["column “m”"]);
}

#[test]
fn sizes_and_hashes_are_told() {
    let seen = seen_with(json!({"bytes": 3}), "a,n\nx,1\n");
    told("bytes", &seen, &["8 bytes", "3 were expected"]);
    let seen = seen_with(json!({"hash": "sha256:00"}), "a,n\nx,1\n");
    told("hash", &seen, &["SHA-256"]);
}

#[test]
fn a_dialect_is_followed() {
    let rows = |seen: &Seen| {
        seen.rows
            .iter()
            .map(|row| row.join("|"))
            .collect::<Vec<_>>()
            .join("/")
    };
    let cases: [(Value, &str, &str, &str); 13] = [
        (json!({"delimiter": ";"}), "a;n\nx;1\n", "a n", "x|1"),
        (json!({"delimiter": "\t"}), "a\tn\nx\t1\n", "a n", "x|1"),
        (json!({"delimiter": ":"}), "a:n\nx:1\n", "a n", "x|1"),
        (json!({"quoteChar": "'"}), "a,n\n'x,y',1\n", "a n", "x,y|1"),
        (
            json!({"escapeChar": "\\"}),
            "a,n\n\"x \\\"y\\\"\",1\n",
            "a n",
            "x \"y\"|1",
        ),
        (
            json!({"doubleQuote": false, "escapeChar": "\\"}),
            "a,n\n\"x \\\"y\\\"\",1\n",
            "a n",
            "x \"y\"|1",
        ),
        (
            json!({"commentChar": "#"}),
            "# note\na,n\n# note\nx,1\n",
            "a n",
            "x|1",
        ),
        (
            json!({"skipInitialSpace": true}),
            "a, n\nx, 1\n",
            "a n",
            "x|1",
        ),
        (
            json!({"headerRows": [2]}),
            "Title,\na,n\nx,1\n",
            "a n",
            "x|1",
        ),
        (
            json!({"headerRows": [1, 2]}),
            "a,n\nb,m\nx,1\n",
            "a b,n m",
            "x|1",
        ),
        (
            json!({"headerRows": [1, 2], "headerJoin": "-"}),
            "a,n\nb,m\nx,1\n",
            "a-b n-m",
            "x|1",
        ),
        (
            json!({"nullSequence": "\\N"}),
            "a,n\nx,1\ny,\\N\n",
            "a n",
            "x|1/y|",
        ),
        (json!({"lineTerminator": ";"}), "a,n;x,1;", "a n", "x|1"),
    ];
    for (dialect, file, names, sought) in cases {
        let seen = seen_with(json!({"dialect": dialect}), file);
        let joined = match names.contains(',') {
            true => seen.names.join(","),
            false => seen.names.join(" "),
        };
        assert_eq!(
            (joined.as_str(), rows(&seen).as_str()),
            (names, sought),
            "{dialect}: {}",
            seen.said
        );
    }
}

#[test]
fn what_is_not_followed_is_refused_by_its_name() {
    for (resource, words) in [
        (
            json!({"dialect": {"delimiter": "::"}}),
            "“dialect.delimiter” is “::”",
        ),
        (
            json!({"dialect": {"delimiter": "¦"}}),
            "“dialect.delimiter” is “¦”",
        ),
        (
            json!({"dialect": {"quoteChar": "»"}}),
            "“dialect.quoteChar” is “»”",
        ),
        (
            json!({"dialect": {"lineTerminator": "--"}}),
            "“dialect.lineTerminator” is “--”",
        ),
        (
            json!({"dialect": {"commentRows": [2]}}),
            "“dialect.commentRows” is “[2]”",
        ),
        (json!({"encoding": "koi8-r"}), "“encoding” is “koi8-r”"),
    ] {
        let seen = seen_with(resource, "a,n\nx,1\n");
        told("not followed", &seen, &[words, "t.csv"]);
        assert!(seen.rows.is_empty(), "{words}");
    }
}

#[test]
fn a_declared_encoding_is_followed() {
    let seen = seen_with(json!({"encoding": "iso-8859-1"}), b"a,n\nMayag\xfcez,1\n");
    assert_eq!(seen.rows, [["Mayagüez", "1"]]);
    let seen = seen_with(json!({"encoding": "macroman"}), b"a,n\nMayag\x9fez,1\n");
    assert_eq!(seen.rows, [["Mayagüez", "1"]]);
}

#[test]
fn notations_of_numbers_are_followed() {
    let cases = [
        (
            json!({"name": "n", "type": "number", "decimalChar": ",", "groupChar": "."}),
            "w,\"1.234,5\"\n",
            "1234.5",
        ),
        (
            json!({"name": "n", "type": "number", "decimalChar": ",", "groupChar": "."}),
            "w,\"12.345\"\n",
            "12345",
        ),
        (
            json!({"name": "n", "type": "number", "groupChar": " "}),
            "w,12 345.5\n",
            "12345.5",
        ),
        (
            json!({"name": "n", "type": "number", "bareNumber": false}),
            "w,$95\n",
            "95",
        ),
        (
            json!({"name": "n", "type": "number", "bareNumber": false}),
            "w,95%\n",
            "95",
        ),
        (
            json!({"name": "n", "type": "integer", "missingValues": ["-99"]}),
            "w,-99\n",
            "",
        ),
        (
            json!({"name": "n", "type": "integer", "missingValues": ["", "-99"]}),
            "w,7\np,-99\n",
            "7",
        ),
    ];
    for (own, row, sought) in cases {
        let text = own.to_string();
        let seen = seen_with(with_field(own), format!("trade,n\n{row}"));
        assert_eq!(
            seen.rows.first().map(|row| row[1].as_str()),
            Some(sought),
            "{text}: {}",
            seen.said
        );
    }
}

#[test]
fn paths_that_lead_out_of_the_package_are_refused() {
    for path in [
        "../t.csv",
        "/t.csv",
        "a/../../t.csv",
        "..\\t.csv",
        "a\\t.csv",
        "%2e%2e/t.csv",
        "%2Ft.csv",
        "file:///t.csv",
        "http://x.example/t.csv",
        "~/t.csv",
    ] {
        let seen = seen_with(json!({"path": path}), "a,n\nx,1\n");
        assert!(seen.rows.is_empty(), "{path}");
        told(path, &seen, &["is outside the package"]);
    }
}
