//! Cases of csv-spectrum and PapaParse. Each has a heading here, since this reader reads tables; cells lose white
//! space at either end, and numbers are compared as numbers.

use super::{seen, unaccounted};

/// A name, a file, its columns and its rows.
type Case = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static [&'static str]],
);

const SPECTRUM: [Case; 12] = [
    (
        "comma in quotes",
        "name,place,zip\nAnn,\"Dover, DE\",08123\n",
        &["name", "place", "zip"],
        &[&["Ann", "Dover, DE", "08123"]],
    ),
    (
        "empty",
        "a,b,c\n1,\"\",\"\"\n2,3,4\n",
        &["a", "b", "c"],
        &[&["1", "", ""], &["2", "3", "4"]],
    ),
    (
        "empty with CRLF",
        "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n",
        &["a", "b", "c"],
        &[&["1", "", ""], &["2", "3", "4"]],
    ),
    (
        "escaped quotes",
        "a,b\n1,\"oh \"\"oh\"\" oh\"\n3,4\n",
        &["a", "b"],
        &[&["1", "oh \"oh\" oh"], &["3", "4"]],
    ),
    (
        "json",
        "key,val\n1,\"{\"\"kind\"\": \"\"Point\"\", \"\"at\"\": [12.5, 0.5]}\"\n",
        &["key", "val"],
        &[&["1", "{\"kind\": \"Point\", \"at\": [12.5, 0.5]}"]],
    ),
    (
        "location coordinates",
        "id,place\n7,\"38.9, -77.03\"\n8,\"39.2, -76.6\"\n",
        &["id", "place"],
        &[&["7", "38.9, -77.03"], &["8", "39.2, -76.6"]],
    ),
    (
        "newlines",
        "a,b,c\n1,2,3\n\"Over two \nlines\",5,6\n7,8,9\n",
        &["a", "b", "c"],
        &[
            &["1", "2", "3"],
            &["Over two \nlines", "5", "6"],
            &["7", "8", "9"],
        ],
    ),
    (
        "newlines with CRLF",
        "a,b,c\r\n1,2,3\r\n\"Over two \r\nlines\",5,6\r\n7,8,9\r\n",
        &["a", "b", "c"],
        &[
            &["1", "2", "3"],
            &["Over two \r\nlines", "5", "6"],
            &["7", "8", "9"],
        ],
    ),
    (
        "quotes and newlines",
        "a,b\n1,\"oh \n\"\"oh\"\" \noh\"\n3,4\n",
        &["a", "b"],
        &[&["1", "oh \n\"oh\" \noh"], &["3", "4"]],
    ),
    (
        "simple",
        "a,b,c\n1,2,3\n",
        &["a", "b", "c"],
        &[&["1", "2", "3"]],
    ),
    (
        "simple with CRLF",
        "a,b,c\r\n1,2,3\r\n",
        &["a", "b", "c"],
        &[&["1", "2", "3"]],
    ),
    (
        "utf-8",
        "a,b,c\n1,2,3\n4,5,ʒ\n",
        &["a", "b", "c"],
        &[&["1", "2", "3"], &["4", "5", "ʒ"]],
    ),
];

const PAPA: [Case; 44] = [
    (
        "one row",
        "A,b,c\nd,e,f",
        &["A", "b", "c"],
        &[&["d", "e", "f"]],
    ),
    (
        "two rows",
        "A,b,c\nd,E,f\ng,h,i\n",
        &["A", "b", "c"],
        &[&["d", "E", "f"], &["g", "h", "i"]],
    ),
    (
        "white space at the edges of cells",
        "a,b,c\n x ,\ty , z\n",
        &["a", "b", "c"],
        &[&["x", "y", "z"]],
    ),
    (
        "a quoted cell",
        "A,B,C\nx,\"y\",z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "a quoted cell with white space at its edges",
        "A,B,C\nx,\" y \",z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "white space around a quoted cell",
        "A,B,C\nx, \"y\" ,z\n",
        &["A", "B", "C"],
        &[&["x", "\"y\"", "z"]],
    ),
    (
        "a quoted cell with the delimiter",
        "A,B,C\nx,\"y,y\",z\n",
        &["A", "B", "C"],
        &[&["x", "y,y", "z"]],
    ),
    (
        "a quoted cell with a line end",
        "A,B,C\nx,\"y\ny\",z\n",
        &["A", "B", "C"],
        &[&["x", "y\ny", "z"]],
    ),
    (
        "a quoted cell with CR",
        "A,B,C\nx,\"y\ry\",z\n",
        &["A", "B", "C"],
        &[&["x", "y\ry", "z"]],
    ),
    (
        "a quoted cell with CRLF",
        "A,B,C\nx,\"y\r\ny\",z\n",
        &["A", "B", "C"],
        &[&["x", "y\r\ny", "z"]],
    ),
    (
        "quoted cells at both ends",
        "A,B,C\n\"x\",\"y\",\"z\"\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "spaces after a closing quote",
        "A,B,C\n\"x\"   ,\"y\"  ,z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "spaces after a closing quote at the line end",
        "A,B,C\nx,y,\"z\" \nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "escaped quotes",
        "A,B,C\nx,\"y\"\"y\"\"y\",z\n",
        &["A", "B", "C"],
        &[&["x", "y\"y\"y", "z"]],
    ),
    (
        "escaped quotes at both ends",
        "A,B,C\nx,\"\"\"y\"\"\",z\n",
        &["A", "B", "C"],
        &[&["x", "\"y\"", "z"]],
    ),
    (
        "a quoted cell that is empty",
        "A,B,C\nx,\"\",z\n",
        &["A", "B", "C"],
        &[&["x", "", "z"]],
    ),
    (
        "quotes within an unquoted cell",
        "A,B,C\nx,y \"y\" y,z\n",
        &["A", "B", "C"],
        &[&["x", "y \"y\" y", "z"]],
    ),
    (
        "a row begins with a quoted line end",
        "A,B,C\nx,y,z\n\"u\nu\",v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u\nu", "v", "w"]],
    ),
    (
        "a row ends with a quoted line end",
        "A,B,C\nx,y,\"z\nz\"\nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z\nz"], &["u", "v", "w"]],
    ),
    (
        "a row begins with an empty cell",
        "A,B,C\n,y,z\nu,v,w\n",
        &["A", "B", "C"],
        &[&["", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "empty cells in a row",
        "A,B,C\nx,,\nu,,w\n",
        &["A", "B", "C"],
        &[&["x", "", ""], &["u", "", "w"]],
    ),
    (
        "quoted numbers",
        "A,B\nx,\"1\"\ny,\"2\"\n",
        &["A", "B"],
        &[&["x", "1"], &["y", "2"]],
    ),
    (
        "an empty line at the end",
        "A,B,C\nx,y,z\n\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "an empty line at the beginning",
        "\nA,B,C\nx,y,z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "an empty line within",
        "A,B,C\nx,y,z\n\nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "a line of white space",
        "A,B,C\nx,y,z\n  \nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "a line of delimiters",
        "A,B,C\nx,y,z\n,,\nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "tabs",
        "A\tB\tC\nx\ty\tz\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "pipes",
        "A|B|C\nx|y|z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "semicolons",
        "A;B;C\nx;y;z\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"]],
    ),
    (
        "semicolons with commas in the cells",
        "A;B;C\nx,x;y,y;z\nu,u;v;w\n",
        &["A", "B", "C"],
        &[&["x,x", "y,y", "z"], &["u,u", "v", "w"]],
    ),
    (
        "commas with semicolons in quoted cells",
        "A,B,C\n\"x;x\",y,\"z;z\"\nu,v,w\n",
        &["A", "B", "C"],
        &[&["x;x", "y", "z;z"], &["u", "v", "w"]],
    ),
    (
        "CR ends lines",
        "A,B,C\rx,y,z\ru,v,w\r",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "LF and CRLF end lines",
        "A,B,C\nx,y,z\r\nu,v,w\n",
        &["A", "B", "C"],
        &[&["x", "y", "z"], &["u", "v", "w"]],
    ),
    (
        "single quotation marks",
        "'A','B','C'\n'x','y,y','z'\n'u','v','w'\n",
        &["A", "B", "C"],
        &[&["x", "y,y", "z"], &["u", "v", "w"]],
    ),
    (
        "apostrophes that quote nothing",
        "A,B\n'tis,x\nO'Neil,y\n",
        &["A", "B"],
        &[&["'tis", "x"], &["O'Neil", "y"]],
    ),
    (
        "a backslash before quotes",
        "A,B\nx,\"y \\\"y\\\" y\"\nu,v\n",
        &["A", "B"],
        &[&["x", "y \"y\" y"], &["u", "v"]],
    ),
    (
        "a byte order mark",
        "\u{feff}A,B\nx,1\n",
        &["A", "B"],
        &[&["x", "1"]],
    ),
    (
        "a byte order mark before a quote",
        "\u{feff}\"A\",B\nx,1\n",
        &["A", "B"],
        &[&["x", "1"]],
    ),
    (
        "whole, decimal, negative and scientific numbers",
        "A,B\nw,12\nx,-3.5\ny,1.2e3\nz,.5\n",
        &["A", "B"],
        &[&["w", "12"], &["x", "-3.5"], &["y", "1200"], &["z", "0.5"]],
    ),
    (
        "truth values stay words",
        "A,B\nx,TRUE\ny,false\n",
        &["A", "B"],
        &[&["x", "TRUE"], &["y", "false"]],
    ),
    (
        "a heading that appears twice",
        "A,A,B\nx,y,z\n",
        &["A", "A (2)", "B"],
        &[&["x", "y", "z"]],
    ),
    (
        "a heading that is missing",
        "A,,C\nx,y,z\n",
        &["A", "Column 2", "C"],
        &[&["x", "y", "z"]],
    ),
    ("sep=", "sep=;\nA;B\nx;1\n", &["A", "B"], &[&["x", "1"]]),
];

/// What must be told: a name, a file, and words of the message.
const TOLD: [(&str, &str, &[&str]); 9] = [
    (
        "a quote that is not closed",
        "A,B,C\nx,\"y,z\nu,v,w\n",
        &["t.csv", "line 2", "not closed", "close it"],
    ),
    (
        "text after a closing quote",
        "A,B,C\nx,\"y\"y,z\nu,v,w\np,q,r\n",
        &["line 2", "left out"],
    ),
    (
        "a quote that is not escaped",
        "A,B,C\nx,\"y \"y\" y\",z\nu,v,w\n",
        &["line 2", "left out"],
    ),
    (
        "a row with a cell too many",
        "A,B\nx,1\ny,2,3\nz,4\n",
        &["row 2", "3 cells", "the header has 2"],
    ),
    (
        "a row with a cell too few",
        "A,B,C\nx,1,2\ny,3\nz,4,5\n",
        &["line 3", "fewer cells", "read as empty"],
    ),
    (
        "a row whose cells have slid",
        "A,B,C\nx,1,2\n3,4\nz,4,5\n",
        &["line 3", "fewer cells", "left out"],
    ),
    (
        "quotes that pair over rows",
        "A,B\n\"x,1\ny,\"2\nz,3\n",
        &["line 2", "not closed"],
    ),
    ("an empty file", "", &["t.csv"]),
    ("a file of line ends", "\n\n", &["t.csv"]),
];

fn is_alike(found: &str, sought: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    found == sought || number(found).is_some() && number(found) == number(sought)
}

fn wrong(cases: &[Case]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, file, names, rows) in cases {
        let seen = seen(file);
        let alike = |found: &Vec<String>, sought: &&[&str]| {
            found.len() == sought.len()
                && found
                    .iter()
                    .zip(*sought)
                    .all(|(found, sought)| is_alike(found, sought))
        };
        let is_right = seen.names == *names
            && seen.rows.len() == rows.len()
            && seen
                .rows
                .iter()
                .zip(*rows)
                .all(|(found, sought)| alike(found, sought));
        if !is_right {
            wrong.push(format!(
                "{name}: {:?} {:?}\n{}",
                seen.names, seen.rows, seen.said
            ));
        }
        let is_plain = !file.starts_with("sep=") && !file.contains(" \"y\" ,");
        if is_plain
            && seen.tables == 1
            && let Err(line) = unaccounted(&file.replace("\r\n", "\n"), &seen)
        {
            wrong.push(format!("{name}: {line}"));
        }
    }
    wrong
}

#[test]
fn csv_spectrum_reads_right() {
    let wrong = wrong(&SPECTRUM);
    assert!(
        wrong.is_empty(),
        "{} of 12:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn cases_of_papaparse_read_right() {
    let wrong = wrong(&PAPA);
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        PAPA.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    for (name, file, words) in TOLD {
        let seen = seen(file);
        for word in words {
            assert!(
                seen.said.contains(word),
                "{name}: “{word}” in “{}”, {:?}",
                seen.said,
                seen.rows
            );
        }
    }
}

#[test]
fn a_limit_ends_in_a_message() {
    let line = |cell: &str, count: usize| vec![cell; count].join(",") + "\n";
    let names: Vec<String> = (0..5000).map(|at| format!("c{at}")).collect();
    let wide = names.join(",") + "\n" + &line("1", 5000);
    let seen = seen(wide);
    for word in ["t.csv", "5,000 columns", "1,500", "keep only the columns"] {
        assert!(seen.said.contains(word), "{word} in {}", seen.said);
    }
    let start = std::time::Instant::now();
    let wide = names[..1500].join(",") + "\n" + &line("x", 1499).replace("x\n", "x,1\n").repeat(40);
    let seen = super::seen(wide);
    assert_eq!(seen.names.len(), 1500);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_cell_of_ten_megabytes_is_read_and_shown_short() {
    let long = "x".repeat(10 << 20);
    let seen = seen(format!("A,B\n{long},1\ny,{long}\nz,2\nw,3\n"));
    assert_eq!(seen.rows.len(), 4);
    assert_eq!(seen.rows[0][0].len(), 10 << 20);
    assert!(seen.said.len() < 5000, "{} bytes are told", seen.said.len());
}
