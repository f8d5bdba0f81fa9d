//! Files of office programs, read back from their bytes: charts of a workbook refer to the right cells,
//! and the document of a report has every figure with its words.

use crate::export::{faces, home, hostile, of, outlined, part, pictures, unzip, views};
use good_jobs::export::{self, ChartText, Collection, Export, Length, Pixels, Wish};
use good_jobs::frame::{Frame, Row};
use good_jobs::locale::Locale;
use good_jobs::pages::sample;
use good_jobs::paint::Theme;
use good_jobs::prose;
use good_jobs::query::View;
use good_jobs::value::{Kind, Quantity, day_number};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Labels with the texts of their cells.
type Labeled = Vec<(String, String)>;

type Files = Vec<(String, Vec<u8>)>;

/// A cell as text; numbers as they are written.
type Cells = BTreeMap<(u32, u32), String>;

/// A workbook, read without the library that wrote it.
struct Book {
    files: Files,
    sheets: BTreeMap<String, Cells>,
}

fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    let all = node.descendants();
    all.filter(move |node| node.tag_name().name() == name)
}

/// All text below a node.
fn said(node: Node) -> String {
    let all = node.descendants().filter(|node| node.is_text());
    all.filter_map(|node| node.text()).collect()
}

/// Row and column of `AB12` or `$AB$12`, both from 0.
fn place(reference: &str) -> (u32, u32) {
    let letters = reference.chars().filter(char::is_ascii_uppercase);
    let column = letters.fold(0, |sum, letter| sum * 26 + (letter as u32 - 64));
    let row: String = reference.chars().filter(char::is_ascii_digit).collect();
    (row.parse::<u32>().unwrap() - 1, column - 1)
}

impl Book {
    fn open(bytes: &[u8]) -> Self {
        let files = unzip(bytes);
        let shared = part(&files, "sharedStrings.xml");
        let shared = Document::parse(&shared).unwrap();
        // Workbooks write a carriage return as its code.
        let text = |item: Node| said(item).replace("_x000D_", "\r");
        let texts: Vec<String> = named(shared.root(), "si").map(text).collect();
        let book = part(&files, "xl/workbook.xml");
        let book = Document::parse(&book).unwrap();
        let mut sheets = BTreeMap::new();
        for (at, sheet) in named(book.root(), "sheet").enumerate() {
            let xml = part(&files, &format!("worksheets/sheet{}.xml", at + 1));
            let xml = Document::parse(&xml).unwrap();
            assert_eq!(named(xml.root(), "f").count(), 0, "a cell is a formula");
            let cells = named(xml.root(), "c").filter_map(|cell| {
                let value = said(named(cell, "v").next()?);
                let value = match cell.attribute("t") {
                    Some("s") => texts[value.parse::<usize>().unwrap()].clone(),
                    _ => value,
                };
                Some((place(cell.attribute("r").unwrap()), value))
            });
            let name = sheet.attribute("name").unwrap().to_owned();
            sheets.insert(name, cells.collect());
        }
        Self { files, sheets }
    }

    fn chart(&self) -> String {
        part(&self.files, "charts/chart1.xml")
    }

    /// The cells of a reference such as `'Illustrative data'!$E$2:$E$9`, empty ones as `None`.
    fn cells(&self, reference: &str) -> Vec<Option<String>> {
        let (sheet, range) = reference.rsplit_once('!').expect("a sheet");
        let sheet = &self.sheets[sheet.trim_matches('\'')];
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let ((top, left), (bottom, right)) = (place(first), place(last));
        assert_eq!(left, right, "{reference}: one column");
        (top..=bottom)
            .map(|row| sheet.get(&(row, left)).cloned())
            .collect()
    }
}

/// One published number: a range has none.
fn number(quantity: Option<&Quantity>) -> Option<f64> {
    let known = quantity?;
    match (known.low, known.high) {
        (Some(low), Some(high)) => (low.at == high.at).then_some(low.at),
        (Some(end), None) | (None, Some(end)) => Some(end.at),
        (None, None) => None,
    }
}

/// What the series of a chart should be: for each series and type, or for each percentile, its rows as
/// (name, position along, number).
fn expected(frame: &Frame, view: View) -> Vec<Vec<(String, String)>> {
    let label = |row: &Row| Locale::EN.argument(&prose::row_label(frame, row));
    let mut all: BTreeMap<(Option<usize>, Option<Kind>, u8), Labeled> = BTreeMap::new();
    for row in &frame.rows {
        let up = number(row.cell.quantity.as_ref());
        if view == View::Range {
            for known in &row.cell.percentiles {
                let key = (None, None, known.at);
                let number = number(known.quantity.as_ref());
                let cell = number.map(|number| (label(row), number.to_string()));
                all.entry(key).or_default().extend(cell);
            }
            continue;
        }
        let along = row.cell.across.as_deref();
        let along = along.and_then(|cell| number(cell.quantity.as_ref()));
        let name = match (view, along) {
            (View::Scatter, None) => continue,
            (View::Scatter, Some(along)) => along.to_string(),
            _ => label(row),
        };
        let cell = up.map(|number| (name, number.to_string()));
        all.entry((row.series, row.kind, 0))
            .or_default()
            .extend(cell);
    }
    let sorted = all.into_values().map(|mut cells| {
        cells.sort();
        cells
    });
    sorted.filter(|cells| !cells.is_empty()).collect()
}

/// Every sort of chart with the element that draws it, and published views.
fn charts() -> Vec<(String, Frame, View, &'static str)> {
    let element = |view: View, is_over_time: bool| match view {
        View::Scatter => "scatterChart",
        View::Range => "lineChart",
        View::Line | View::Area | View::Spark | View::Multiples if is_over_time => "lineChart",
        _ => "barChart",
    };
    let samples = View::ALL.into_iter().map(|view| {
        let frame = sample(view, Locale::EN);
        (format!("sample of {}", view.as_str()), frame, view)
    });
    let published = views().iter().cloned();
    let hostile = ("hostile".to_owned(), hostile(), View::Bar);
    let all = samples.chain(published).chain([hostile]);
    all.map(|(name, frame, view)| {
        let is_over_time = frame.by.sort == good_jobs::frame::AxisKind::Time;
        let element = element(view, is_over_time);
        (name, frame, view, element)
    })
    .collect()
}

#[test]
fn the_series_of_a_workbooks_chart_are_the_numbers_of_its_rows() {
    for (name, frame, view, element) in charts() {
        let home = home();
        let export = of(&frame, view, &home);
        let bytes =
            export::xlsx(&export, &Theme::LIGHT).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(
            bytes,
            export::xlsx(&export, &Theme::LIGHT).unwrap(),
            "{name}: other bytes"
        );
        let book = Book::open(&bytes);
        let xml = book.chart();
        let chart = Document::parse(&xml).unwrap();
        let find = |name: &'static str| named(chart.root(), name);
        assert_eq!(find(element).count(), 1, "{name}: no {element}");
        assert_eq!(
            find("dispBlanksAs").next().unwrap().attribute("val"),
            Some("gap"),
            "{name}"
        );
        let mut found: Vec<Vec<(String, String)>> = Vec::new();
        for series in find("ser") {
            let range = |part: &[&str]| {
                let node = series
                    .children()
                    .find(|node| part.contains(&node.tag_name().name()));
                let formula = named(node.unwrap(), "f").next().unwrap();
                (book.cells(&said(formula)), node.unwrap())
            };
            let (names, _) = range(&["cat", "xVal"]);
            let (values, cached) = range(&["val", "yVal"]);
            assert_eq!(names.len(), values.len(), "{name}");
            // The numbers that viewers show before a spreadsheet program reads the cells: gaps are left out.
            let points: Vec<String> = named(cached, "pt").map(said).collect();
            let numbers: Vec<String> = values.iter().flatten().cloned().collect();
            assert_eq!(points, numbers, "{name}: the cache differs");
            // A number between two gaps is seen by its dot.
            let symbols: Vec<_> = named(series, "symbol")
                .map(|dot| dot.attribute("val"))
                .collect();
            let is_dot = |symbol: &Option<&str>| matches!(symbol, Some("circle" | "diamond"));
            let dots = usize::from(element != "barChart");
            assert_eq!(
                symbols.iter().filter(|symbol| is_dot(symbol)).count(),
                dots,
                "{name}"
            );
            let pairs = names.into_iter().zip(values);
            let mut cells: Vec<(String, String)> = pairs
                .filter_map(|(name, value)| Some((name.unwrap_or_default(), value?)))
                .collect();
            cells.sort();
            found.push(cells);
        }
        let mut wanted = expected(&frame, view);
        if find("dateAx").count() > 0 {
            // Dates are numbers of days: they are the position of their row in time.
            let mut of_days: BTreeMap<(Option<usize>, Option<Kind>), Labeled> = BTreeMap::new();
            for row in &frame.rows {
                let day = row.ordinal.unwrap() - day_number("1899-12-30");
                let cell = number(row.cell.quantity.as_ref());
                let cell = cell.map(|number| (day.to_string(), number.to_string()));
                of_days
                    .entry((row.series, row.kind))
                    .or_default()
                    .extend(cell);
            }
            wanted = of_days.into_values().collect();
            wanted.iter_mut().for_each(|cells| cells.sort());
        }
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{name}");
        let words = ChartText::of(&export);
        let titles: Vec<String> = find("title").map(said).collect();
        let of_chart = titles.first().expect("a title");
        assert!(
            of_chart.contains(words.heading.trim()),
            "{name}: {of_chart}"
        );
        let warns = of_chart.contains("Illustrative data, not real outcomes");
        assert_eq!(warns, frame.package.illustrative, "{name}: {of_chart}");
        assert!(
            titles[1..]
                .iter()
                .any(|title| title.contains(&frame.measure.title)),
            "{name}: {titles:?}"
        );
        let drawing = part(&book.files, "drawings/drawing1.xml");
        let drawing = Document::parse(&drawing).unwrap();
        let picture = named(drawing.root(), "cNvPr").next().unwrap();
        let alt = picture.attribute("descr").unwrap_or_default();
        let start: String = words.title.chars().take(60).collect();
        let fits = alt.chars().count() <= 255;
        assert!(fits && alt.contains(&start), "{name}: {alt}");
        let beside: Vec<&String> = book.sheets["Chart"].values().collect();
        for text in [
            &words.heading,
            &words.subtitle,
            &words.source,
            &words.citation,
        ] {
            assert!(beside.contains(&text), "{name}: {text}");
        }
        for text in words.banners.iter().chain(&words.notes) {
            assert!(beside.contains(&text), "{name}: {text}");
        }
    }
}

#[test]
fn a_workbooks_chart_says_what_it_cannot_show() {
    let home = home();
    let notes = |frame: &Frame, view: View| {
        let bytes = export::xlsx(&of(frame, view, &home), &Theme::LIGHT).unwrap();
        let book = Book::open(&bytes);
        let all: Vec<String> = book.sheets["Chart"].values().cloned().collect();
        all.join("\n")
    };
    let bars = notes(&sample(View::Bar, Locale::EN), View::Bar);
    assert!(
        bars.contains("5 rows have no single number. They are gaps in the chart, not zeros: D: "),
        "{bars}"
    );
    assert!(
        bars.contains("K: Suppressed") && bars.contains("B: at least 74 people"),
        "{bars}"
    );
    let map = notes(&sample(View::Map, Locale::EN), View::Map);
    assert!(
        map.contains("are shown as: Map. The Excel chart shows them as: Bars"),
        "{map}"
    );
    // With every part known, parts are stacked; with one missing, they are side by side.
    let grouping = |frame: &Frame| {
        let bytes = export::xlsx(&of(frame, View::Stacked, &home), &Theme::LIGHT).unwrap();
        let chart = Book::open(&bytes).chart();
        chart.contains("<c:grouping val=\"stacked\"/>")
    };
    let mut parts = sample(View::Stacked, Locale::EN);
    assert!(!grouping(&parts));
    for row in &mut parts.rows {
        row.cell.quantity = Some(Quantity::exact(3.0));
    }
    assert!(grouping(&parts));
}

#[test]
fn a_workbook_without_an_honest_chart_says_why() {
    let home = home();
    let about = |frame: &Frame, view: View| {
        let bytes = export::xlsx(&of(frame, view, &home), &Theme::LIGHT).unwrap();
        let book = Book::open(&bytes);
        assert!(!book.sheets.contains_key("Chart"));
        assert!(book.files.iter().all(|(name, _)| !name.contains("chart")));
        let all: Vec<String> = book.sheets["About"].values().cloned().collect();
        all.join("\n")
    };
    let mut many = sample(View::Line, Locale::EN);
    let first = many.rows.clone();
    for series in 2..7 {
        many.rows.extend(first[..8].iter().map(|row| Row {
            series: Some(series),
            ..row.clone()
        }));
        let axis = many.series.as_mut().unwrap();
        axis.values
            .push((format!("s{series}"), format!("Series {series}")));
    }
    let said = about(&many, View::Line);
    assert!(
        said.contains("There is no Excel chart because its 7 series"),
        "{said}"
    );
    let mut long = sample(View::Strip, Locale::EN);
    let row = long.rows[0].clone();
    long.rows = (0..300).map(|_| row.clone()).collect();
    assert!(about(&long, View::Strip).contains("its 300 rows"));
    let mut none = sample(View::Bar, Locale::EN);
    for row in &mut none.rows {
        row.cell.quantity = None;
    }
    assert!(about(&none, View::Bar).contains("no row has a single number"));
}

/// The name of a series may look like a reference to cells; it stays a name.
#[test]
fn no_word_of_the_data_becomes_a_reference() {
    let home = home();
    let mut frame = sample(View::Dumbbell, Locale::EN);
    let names = ["=(Data!$A$1,Data!$A$2)", "Data!A1"];
    let axis = frame.series.as_mut().unwrap();
    for ((_, label), name) in axis.values.iter_mut().zip(names) {
        *label = name.to_owned();
    }
    frame.measure.title = "=Table1[Column1]".to_owned();
    let bytes = export::xlsx(&of(&frame, View::Dumbbell, &home), &Theme::LIGHT).unwrap();
    let xml = Book::open(&bytes).chart();
    let chart = Document::parse(&xml).unwrap();
    for formula in named(chart.root(), "f").map(said) {
        assert!(formula.starts_with("Chart!$"), "{formula}");
    }
    let legend: Vec<String> = named(chart.root(), "ser")
        .filter_map(|series| named(series, "tx").next().map(said))
        .collect();
    assert!(
        legend.iter().any(|name| name.contains(names[0])),
        "{legend:?}"
    );
}

fn pixels(export: &Export) -> Pixels {
    let svg = outlined(export, Length::USUAL.pixels());
    let png = pictures().png(&svg, 1.0).unwrap();
    Pixels {
        web: png.clone(),
        print: png,
    }
}

#[test]
fn a_report_is_one_document_with_every_figure() {
    let (faces, home) = (faces(), home());
    let chosen: Vec<&(String, Frame, View)> = views().iter().collect();
    let exports: Vec<Export> = chosen
        .iter()
        .map(|(_, frame, view)| of(frame, *view, &home))
        .collect();
    let made = || {
        let mut collection = Collection::default();
        for export in &exports {
            let wish = Wish {
                width: Length::USUAL,
                theme: &Theme::LIGHT,
                faces: &faces,
            };
            collection.add(export, &wish, pixels(export)).unwrap();
        }
        collection.finish(Locale::EN).unwrap()
    };
    let files = unzip(&made());
    for (name, _) in &files {
        assert!(name.len() <= 60, "{name} has {} characters", name.len());
    }
    let (_, report) = files
        .iter()
        .find(|(name, _)| name == "report.docx")
        .expect("a report");
    let again = unzip(&made());
    let (_, other) = again
        .iter()
        .find(|(name, _)| name == "report.docx")
        .unwrap();
    assert_eq!(report, other, "other bytes");
    let count = exports.len();
    let parts = unzip(report);
    let pictures = parts
        .iter()
        .filter(|(name, _)| name.starts_with("word/media/"));
    assert_eq!(pictures.count(), count);
    let xml = part(&parts, "document.xml");
    let document = Document::parse(&xml).unwrap();
    let style = |paragraph: Node| {
        let style = named(paragraph, "pStyle").next();
        style.and_then(|style| {
            let mut values = style.attributes().filter(|value| value.name() == "val");
            values.next().map(|value| value.value().to_owned())
        })
    };
    let paragraphs = |wanted: &str| -> Vec<String> {
        let all = named(document.root(), "p");
        all.filter(|paragraph| style(*paragraph).as_deref() == Some(wanted))
            .map(said)
            .collect()
    };
    let words: Vec<ChartText> = exports.iter().map(ChartText::of).collect();
    let mut headings = vec!["Figures".to_owned()];
    headings.extend(words.iter().map(|words| words.heading.clone()));
    headings.push("Bibliography".to_owned());
    assert_eq!(paragraphs("Heading1"), headings);
    assert_eq!(paragraphs("Title"), [format!("Report with {count} charts")]);
    let captions: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, words)| format!("Figure {}. {}", at + 1, words.caption))
        .collect();
    assert_eq!(paragraphs("Caption"), captions);
    let fields = named(document.root(), "fldSimple");
    assert_eq!(
        fields
            .filter(|field| field
                .attributes()
                .any(|value| value.value().contains("SEQ Figure")))
            .count(),
        count
    );
    let alts: Vec<&str> = named(document.root(), "docPr")
        .filter_map(|picture| picture.attribute("descr"))
        .collect();
    assert_eq!(
        alts,
        words
            .iter()
            .map(|words| words.alt.as_str())
            .collect::<Vec<_>>()
    );
    // Each table repeats its header, and each picture and link leads to a part that is there.
    assert_eq!(named(document.root(), "tbl").count(), count);
    assert_eq!(named(document.root(), "tblHeader").count(), count);
    let links = part(&parts, "document.xml.rels");
    let links = Document::parse(&links).unwrap();
    let targets: BTreeMap<&str, &str> = named(links.root(), "Relationship")
        .map(|link| {
            (
                link.attribute("Id").unwrap(),
                link.attribute("Target").unwrap(),
            )
        })
        .collect();
    let used = document.descendants().flat_map(|node| {
        let ids = node
            .attributes()
            .filter(|value| ["embed", "id"].contains(&value.name()));
        ids.filter(|value| {
            value
                .namespace()
                .is_some_and(|space| space.ends_with("relationships"))
        })
        .map(|value| value.value().to_owned())
        .collect::<Vec<_>>()
    });
    let used: Vec<String> = used.collect();
    assert_eq!(used.len(), targets.len() - 1, "all but the styles");
    assert!(
        used.iter().all(|id| targets.contains_key(id.as_str())),
        "{used:?}"
    );
    let all = said(document.root());
    for (words, export) in words.iter().zip(&exports) {
        let texts = words
            .notes
            .iter()
            .chain([&words.citation])
            .chain(&words.banners);
        for text in texts.chain(&words.link) {
            assert!(all.contains(text.as_str()), "{text}");
        }
        assert!(all.contains(&export::citations(export).apa));
    }
    // The date is that of the newest data: no clock is read.
    let newest = exports
        .iter()
        .map(|export| &export.frame.package.created)
        .max()
        .unwrap();
    let core = part(&parts, "core.xml");
    assert!(core.contains(&format!("{newest}T00:00:00Z")), "{core}");
}
