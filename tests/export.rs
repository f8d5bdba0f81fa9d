//! Exports: they include what they must, open nothing that they should not, and have the same bytes
//! every time.

use crate::published::{block_on, root};
use good_jobs::export::{
    self, Chart, ChartText, Collection, CollectionManifest, Export, Faces, Home, Length, Lettering,
    MANIFEST, Number, Pixels, Value, Verdict, Wish, since, unanswered,
};
use good_jobs::frame::{Frame, answer};
use good_jobs::geo::{self, Geography};
use good_jobs::locale::Locale;
use good_jobs::package::{self, DataOwner};
use good_jobs::paint::Theme;
use good_jobs::publish::Disk;
use good_jobs::publish::picture::{FACES, Pictures};
use good_jobs::query::{View, parse, resolve};
use good_jobs::table::{Dataset, load};
use std::io::{Cursor, Read};
use std::sync::OnceLock;

fn dataset(name: &str) -> Dataset {
    let outlines = std::fs::read(root().join("build/geo/states-10m.json"))
        .expect("the outlines are there; remedy: make setup");
    geo::provide(Geography::read(&outlines).expect("us-atlas can be read"));
    let data = Disk(root().join("public/data"));
    let address = format!("{name}/datapackage.json");
    block_on(async {
        let package = package::open(&data, &address).await.unwrap();
        load(&data, package.value).await
    })
}

/// Views of every package: name, frame, view.
pub(crate) fn views() -> &'static [(String, Frame, View)] {
    static READ: OnceLock<Vec<(String, Frame, View)>> = OnceLock::new();
    READ.get_or_init(|| {
        let asked = [
            ("good-jobs-challenge", "?measure=awards&by=state"),
            ("good-jobs-challenge", "?measure=awards&by=industry_id"),
            (
                "good-jobs-challenge",
                "?measure=people_placed&by=published_on&f.program_id=good-jobs-challenge",
            ),
            ("wages-oews-2025", "?measure=hourly_median&by=state&top=12"),
            ("good-jobs-challenge-demo", "?measure=placed&by=quarter"),
            ("good-jobs-challenge-demo", "?measure=placed&by=state"),
        ];
        let read = |(name, address): (&str, &str)| {
            let dataset = dataset(name);
            let (query, _) = parse(address);
            let resolved = resolve(&dataset.package, &query).unwrap();
            let frame = answer(&dataset, &resolved).unwrap();
            let view = resolved.query.view.unwrap_or_default();
            (format!("{name}{address}"), frame, view)
        };
        asked.into_iter().map(read).collect()
    })
}

pub(crate) fn home() -> Home {
    Home {
        title: "Good Jobs Challenge Outcomes".to_owned(),
        explore: "https://good-jobs.example/explore/".to_owned(),
    }
}

pub(crate) fn of<'a>(frame: &'a Frame, view: View, home: &'a Home) -> Export<'a> {
    Export {
        frame,
        view,
        locale: Locale::EN,
        home,
    }
}

pub(crate) fn faces() -> Faces {
    let read = |name: &str| std::fs::read(root().join(FACES).join(name)).expect("make setup");
    let [regular, strong] = ["PublicSans-Regular.ttf", "PublicSans-SemiBold.ttf"].map(read);
    Faces::read(regular, strong).unwrap()
}

pub(crate) fn pictures() -> Pictures {
    Pictures::open(&root().join(FACES)).unwrap()
}

pub(crate) fn outlined(export: &Export, width: u32) -> String {
    export.svg(width, &Theme::LIGHT, Lettering::Outlines(&faces()))
}

/// An external frame whose texts are meant to do harm.
pub(crate) fn hostile() -> Frame {
    let mut frame = views()[1].1.clone();
    frame.package.whose = Some(DataOwner::Host {
        host: "data.example.org".to_owned(),
        address: "https://data.example.org/datapackage.json".to_owned(),
    });
    frame.query.package = Some("https://data.example.org/datapackage.json".to_owned());
    let label = "=HYPERLINK(\"https://evil.example\",\"<script>alert(1)</script>\")";
    frame.rows[0].label = label.to_owned();
    frame.rows[0].key = "@SUM(A1:A9)".to_owned();
    frame.rows[1].label = "-1+cmd|' /C calc'!A0, \"quoted\"\r\nnext".to_owned();
    frame
}

#[test]
fn a_picture_of_outlines_has_attributes_alone_and_keeps_its_words() {
    for (name, frame, view) in views() {
        let home = home();
        let export = of(frame, *view, &home);
        let svg = outlined(&export, 624);
        let tree = roxmltree::Document::parse(&svg).unwrap_or_else(|why| panic!("{name}: {why}"));
        for node in tree.descendants().filter(|node| node.is_element()) {
            let tag = node.tag_name().name();
            let allowed = ["svg", "g", "path", "rect", "circle", "title", "desc"];
            assert!(allowed.contains(&tag), "{name}: <{tag}>");
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(!["class", "style", "href", "id"].contains(&name), "{name}");
            }
        }
        let said = |tag: &str| {
            let mut all = tree.descendants().filter(|node| node.has_tag_name(tag));
            all.next()
                .and_then(|node| node.text())
                .unwrap_or_default()
                .to_owned()
        };
        let words = ChartText::of(&export);
        assert_eq!(said("title"), words.title);
        for row in &frame.rows {
            let label = Locale::EN.argument(&good_jobs::prose::row_label(frame, row));
            assert!(said("desc").contains(&label), "{name}: {label}");
        }
        assert!(said("desc").contains(&words.source), "{name}");
        assert_eq!(svg, outlined(&export, 624), "{name}: other bytes");
    }
}

#[test]
fn outlines_stand_where_the_texts_stood() {
    let pictures = pictures();
    for (name, frame, view) in views() {
        let home = home();
        let export = of(frame, *view, &home);
        let text = export.svg(736, &Theme::LIGHT, Lettering::Own);
        let [outlines, text] = [outlined(&export, 736), text].map(|svg| pixels(&pictures, &svg));
        assert_eq!(outlines.len(), text.len(), "{name}");
        // Letters of a text may be slightly closer together, because a program that sets it applies
        // kerning.
        let inked = |pixels: &[u8]| pixels.iter().filter(|level| **level < 128).count() as f64;
        let ratio = inked(&outlines) / inked(&text);
        assert!((0.97..1.03).contains(&ratio), "{name}: {ratio}");
    }
}

/// Gray levels of a drawing, from an indexed PNG.
fn pixels(pictures: &Pictures, svg: &str) -> Vec<u8> {
    let png = pictures.png(svg, 1.0).unwrap();
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    bytes.chunks(3).map(|rgb| rgb[1]).collect()
}

#[test]
fn text_that_stays_text_names_only_typefaces_of_every_machine() {
    let (_, frame, view) = &views()[0];
    let home = home();
    let svg = of(frame, *view, &home).svg(736, &Theme::PRINT, Lettering::Live);
    assert!(svg.contains("font-family=\"Arial, Helvetica, sans-serif\""));
    assert_eq!(svg.matches("font-family").count(), 1);
    assert!(svg.contains("<text "));
}

#[test]
fn rows_are_the_frames_rows_in_a_file_that_runs_nothing() {
    let hostile = hostile();
    let all = views()
        .iter()
        .map(|(name, frame, view)| (name.as_str(), frame, *view));
    for (name, frame, view) in all.chain([("hostile", &hostile, View::Bar)]) {
        let home = home();
        let text = export::csv(&of(frame, view, &home));
        let body = text
            .strip_prefix('\u{feff}')
            .expect("spreadsheets need the mark");
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let head = reader.headers().unwrap().clone();
        let at = |name: &str| head.iter().position(|own| own == name).expect("a column");
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), frame.rows.len(), "{name}");
        for (row, line) in frame.rows.iter().zip(&rows) {
            let quantity = row.cell.quantity.as_ref();
            let ends = quantity.map(|known| (known.low, known.high));
            let read = |name: &str| line[at(name)].parse::<f64>().ok();
            let (low, high) = ends.unwrap_or((None, None));
            assert_eq!(read("low"), low.map(|end| end.at), "{name}: {}", row.label);
            assert_eq!(
                read("high"),
                high.map(|end| end.at),
                "{name}: {}",
                row.label
            );
            let word = quantity.map_or("", |known| known.word.as_str());
            assert_eq!(&line[at("qualifier")], word);
            // A row without a number and a reason would read as zero.
            assert!(quantity.is_some() || !line[at("value_in_words")].is_empty());
            assert_eq!(
                line[at("illustrative")] == *"true",
                frame.package.illustrative
            );
            assert!(!line[at("source")].is_empty(), "{name}");
            for cell in line {
                let is_number = cell.parse::<f64>().is_ok();
                let first = cell.trim_start().chars().next().unwrap_or(' ');
                assert!(is_number || !"=+-@".contains(first), "{name}: {cell}");
            }
        }
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    }
    let home = home();
    let text = export::csv(&of(&hostile, View::Bar, &home));
    assert!(text.contains("\"'=HYPERLINK(\"\"https://evil.example\"\""));
    assert!(text.contains("'@SUM(A1:A9)"));
}

/// The files of a zip file, in their order.
pub(crate) fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let all = (0..archive.len()).map(|at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    });
    all.collect()
}

pub(crate) fn part(files: &[(String, Vec<u8>)], end: &str) -> String {
    let found = files.iter().find(|(name, _)| name.ends_with(end));
    let (_, bytes) = found.unwrap_or_else(|| panic!("no {end}"));
    String::from_utf8(bytes.clone()).expect("text")
}

#[test]
fn a_workbook_has_numbers_a_chart_notes_and_no_formula() {
    let hostile = hostile();
    for frame in [&hostile, &views()[4].1] {
        let home = home();
        let bytes = export::xlsx(&of(frame, View::Bar, &home), &Theme::LIGHT).unwrap();
        assert_eq!(
            bytes,
            export::xlsx(&of(frame, View::Bar, &home), &Theme::LIGHT).unwrap()
        );
        let files = unzip(&bytes);
        for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".xml")) {
            let text = std::str::from_utf8(bytes).unwrap();
            roxmltree::Document::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
        let sheet = part(&files, "worksheets/sheet1.xml");
        let tree = roxmltree::Document::parse(&sheet).unwrap();
        let cells = |name: &str| {
            tree.descendants()
                .filter(|node| {
                    node.has_tag_name((
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        name,
                    ))
                })
                .count()
        };
        assert_eq!(cells("f"), 0);
        assert_eq!(cells("row"), frame.rows.len() + 1);
        let book = part(&files, "xl/workbook.xml");
        assert_eq!(book.matches("<sheet ").count(), 3);
        let texts = part(&files, "sharedStrings.xml");
        assert!(texts.contains("suppressed") && texts.contains("more_than"));
        // All dates come from the data: no clock is read.
        let core = part(&files, "core.xml");
        let of_data = core.matches(&frame.package.created).count();
        assert!(
            of_data > 0 && of_data == core.matches("T00:00:00Z").count(),
            "{core}"
        );
        if frame.package.illustrative {
            assert!(book.contains("name=\"Illustrative data\""), "{book}");
        } else {
            assert!(texts.contains("data.example.org"));
        }
    }
}

fn png(export: &Export, scale: f32) -> Vec<u8> {
    let png = pictures().png(&outlined(export, 624), scale).unwrap();
    export::described(&png, f64::from(scale) * 96.0, &ChartText::of(export)).unwrap()
}

#[test]
fn a_picture_knows_its_size_on_paper_and_what_it_shows() {
    let (_, frame, view) = &views()[0];
    let home = home();
    let export = of(frame, *view, &home);
    let bytes = png(&export, 3.125);
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let info = reader.info();
    let density = info.pixel_dims.expect("a density");
    assert_eq!(
        (density.xppu, density.yppu),
        (11811, 11811),
        "300 dots an inch"
    );
    assert_eq!(info.width, 1950);
    let texts: Vec<&str> = info
        .utf8_text
        .iter()
        .map(|text| text.keyword.as_str())
        .collect();
    assert_eq!(texts, ["Title", "Description", "Source", "Copyright"]);
}

#[test]
fn a_block_for_a_report_has_its_alternative_text_and_a_head_that_repeats() {
    let hostile = hostile();
    for (frame, view) in [(&hostile, View::Bar), (&views()[0].1, View::Map)] {
        let home = home();
        let export = of(frame, view, &home);
        let picture = png(&export, 1.0);
        let bytes = export::docx(&export, &picture, Length::Inches(6.5)).unwrap();
        assert_eq!(
            bytes,
            export::docx(&export, &picture, Length::Inches(6.5)).unwrap()
        );
        let files = unzip(&bytes);
        assert_eq!(files[0].0, "[Content_Types].xml");
        for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with(".png")) {
            let text = std::str::from_utf8(bytes).unwrap();
            roxmltree::Document::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
        }
        let document = part(&files, "document.xml");
        let tree = roxmltree::Document::parse(&document).unwrap();
        let words = ChartText::of(&export);
        let picture = tree
            .descendants()
            .find(|node| node.tag_name().name() == "docPr");
        let alt = picture.and_then(|node| node.attribute("descr"));
        assert_eq!(alt, Some(words.alt.as_str()));
        assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
        let said: String = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "t")
            .filter_map(|node| node.text())
            .collect();
        for text in [&words.heading, &words.caption, &words.citation] {
            assert!(said.contains(text.as_str()), "{text}");
        }
        for banner in &words.banners {
            assert!(said.contains(banner.as_str()));
        }
    }
}

#[test]
fn a_page_is_written_for_every_view_as_the_standard_asks() {
    let faces = faces();
    let hostile = hostile();
    let all = views()
        .iter()
        .map(|(name, frame, view)| (name.as_str(), frame, *view));
    for (name, frame, view) in all.chain([("hostile", &hostile, View::Table)]) {
        let home = home();
        let export = of(frame, view, &home);
        for theme in [&Theme::LIGHT, &Theme::DARK, &Theme::PRINT] {
            let made = || {
                export::pdf(&export, 624, theme, &faces)
                    .unwrap_or_else(|why| panic!("{name}: {why}"))
            };
            let bytes = made();
            assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
            assert_eq!(bytes, made(), "{name}: other bytes");
        }
    }
}

#[test]
fn a_character_that_the_typeface_lacks_costs_its_shape_and_nothing_else() {
    let mut frame = views()[1].1.clone();
    frame.rows[0].label = "日本 → Ohio".to_owned();
    let home = home();
    let export = of(&frame, View::Bar, &home);
    let svg = outlined(&export, 736);
    assert!(svg.contains(">日本 → Ohio</text>"), "it stays a text");
    export::pdf(&export, 736, &Theme::LIGHT, &faces()).unwrap();
}

#[test]
fn everything_says_whose_the_numbers_are_and_that_they_are_made_up() {
    let hostile = hostile();
    let demo = &views()[4].1;
    for (frame, mark) in [(&hostile, "data.example.org"), (demo, "made up")] {
        let home = home();
        let export = of(frame, View::Bar, &home);
        let words = ChartText::of(&export);
        assert!(words.banners.iter().any(|banner| banner.contains(mark)));
        let svg = export.svg(736, &Theme::LIGHT, Lettering::Own);
        assert!(svg.contains(mark), "picture");
        assert!(export::csv(&export).contains(mark), "csv");
        assert!(export::json(&export).contains(mark), "json");
        assert!(
            export::html(&export, "", Length::USUAL).contains(mark),
            "html"
        );
        assert!(export::plain_text(&export).contains(mark), "text");
        let name = export::file_stem(&export);
        let prefix = if frame.package.illustrative {
            "illustrative_"
        } else {
            "foreign_"
        };
        assert!(name.starts_with(prefix), "{name}");
    }
    let demo = views()[4].clone();
    let home = home();
    let cite = export::citations(&of(&demo.1, demo.2, &home));
    assert!(cite.apa.starts_with("Illustrative data"));
    assert!(cite.bibtex.contains("note = {Illustrative"));
}

#[test]
fn html_for_the_clipboard_is_markup_of_ours_alone() {
    let hostile = hostile();
    let home = home();
    let html = export::html(
        &of(&hostile, View::Bar, &home),
        "data:image/png;base64,AA==",
        Length::Inches(6.5),
    );
    assert!(!html.contains("<script") && !html.contains("style="));
    assert!(html.contains("width=\"624\"") && html.contains("<th scope=\"col\""));
    roxmltree::Document::parse(&html.replace("624\">", "624\"/>")).expect("well formed");
}

#[test]
fn names_say_what_where_and_as_of_when() {
    let home = home();
    let name = |at: usize| export::file_stem(&of(&views()[at].1, views()[at].2, &home));
    assert!(name(0).starts_with("grants_by-"), "{}", name(0));
    let made = &views()[0].1.package.created;
    assert!(name(0).ends_with(made.as_str()), "{}", name(0));
    for (_, frame, view) in views() {
        let name = export::file_stem(&of(frame, *view, &home));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        assert!(name.chars().all(plain) && name.len() < 160, "{name}");
    }
}

#[test]
fn a_link_names_the_version_and_reads_back_as_the_same_question() {
    for (name, frame, view) in views() {
        let home = home();
        let link = of(frame, *view, &home).link().expect("a link");
        let (query, notices) = parse(&link);
        assert!(notices.is_empty(), "{name}");
        assert_eq!(query.at.as_deref(), Some(frame.package.version.as_str()));
        assert_eq!(query.measure, frame.query.measure, "{name}");
        assert_eq!(query.view, Some(*view));
    }
    let mut own = views()[0].1.clone();
    own.package.whose = Some(DataOwner::Files);
    own.query.package = Some("files:wages".to_owned());
    assert_eq!(
        of(&own, View::Bar, &home()).link(),
        None,
        "no address leads to a reader’s own files"
    );
}

#[test]
fn a_pack_lists_every_file_with_its_hash() {
    let (_, frame, view) = &views()[4];
    let home = home();
    let export = of(frame, *view, &home);
    let faces = faces();
    let wish = Wish {
        width: Length::Inches(6.5),
        theme: &Theme::PRINT,
        faces: &faces,
    };
    let pixels = || Pixels {
        web: png(&export, 1.0),
        print: png(&export, 3.125),
    };
    let bytes = export::pack(&export, &wish, pixels()).unwrap();
    assert_eq!(
        bytes,
        export::pack(&export, &wish, pixels()).unwrap(),
        "other bytes"
    );
    let files = unzip(&bytes);
    let manifest: serde_json::Value = serde_json::from_str(&part(&files, MANIFEST)).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, files.len());
    let folder = export::file_stem(&export);
    for entry in listed {
        let name = format!("{folder}/{}", entry["name"].as_str().unwrap());
        let (_, bytes) = files.iter().find(|(own, _)| *own == name).expect("a file");
        let hash = good_jobs::bytes::sha256(bytes);
        assert_eq!(entry["sha256"], hash, "{name}");
    }
    assert_eq!(manifest["illustrative"], true);
    for end in [
        "_web.png",
        "_print.png",
        ".svg",
        ".pdf",
        ".docx",
        ".csv",
        ".xlsx",
        ".json",
        "alt-short.txt",
        "alt-long.txt",
        "caption.txt",
        "cite-apa.txt",
        "cite-chicago.txt",
        "cite-mla.txt",
        "cite.bib",
        "licence.txt",
        "address.txt",
        "address-qr.svg",
        "address-qr.png",
    ] {
        assert!(files.iter().any(|(name, _)| name.ends_with(end)), "{end}");
    }
}

#[test]
fn a_total_is_never_among_the_rows_of_a_file() {
    let with = views().iter().filter(|(_, frame, _)| frame.total.is_some());
    let mut seen = 0;
    for (name, frame, view) in with {
        let home = home();
        let grid = export::grid(&of(frame, *view, &home));
        let label = grid
            .fields
            .iter()
            .find(|field| field.name == "label")
            .unwrap();
        assert_eq!(label.cells.len(), frame.rows.len(), "{name}");
        assert!(!label.cells.contains(&Value::Text("Total".to_owned())));
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn charts_of_a_report_are_numbered_listed_and_held_against_newer_numbers() {
    let (faces, pictures) = (faces(), pictures());
    let home = home();
    let chosen: Vec<&(String, Frame, View)> = views().iter().take(2).collect();
    let mut collection = Collection::default();
    for (_, frame, view) in &chosen {
        let export = of(frame, *view, &home);
        let wish = Wish {
            width: Length::USUAL,
            theme: &Theme::LIGHT,
            faces: &faces,
        };
        let svg = outlined(&export, 736);
        let png = pictures.png(&svg, 1.0).unwrap();
        let pixels = Pixels {
            web: png.clone(),
            print: png,
        };
        collection.add(&export, &wish, pixels).unwrap();
    }
    let files = unzip(&collection.finish(Locale::EN).unwrap());
    let list = part(&files, "bibliography.txt");
    assert_eq!(list.lines().count(), 2, "{list}");
    let keys: Vec<String> = part(&files, "bibliography.bib")
        .lines()
        .filter(|line| line.starts_with("@misc{"))
        .map(str::to_owned)
        .collect();
    assert!(keys.len() == 2 && keys[0] != keys[1], "{keys:?}");

    let (_, manifest) = files.iter().find(|(name, _)| name == MANIFEST).unwrap();
    let kept: CollectionManifest = serde_json::from_slice(manifest).unwrap();
    let rows: usize = chosen.iter().map(|(_, frame, _)| frame.rows.len()).sum();
    let cited = part(&files, "figures-cited.csv");
    assert_eq!(cited.lines().count(), rows + 1);
    for (chart, (_, frame, _)) in kept.charts.iter().zip(&chosen) {
        let own = |name: &str| format!("{}{name}", chart.folder);
        for file in &chart.files {
            let found = files.iter().find(|(name, _)| *name == own(&file.name));
            let (_, bytes) = found.unwrap_or_else(|| panic!("{} is not there", file.name));
            assert_eq!(good_jobs::bytes::sha256(bytes), file.sha256);
        }
        assert_eq!(chart.numbers.len(), frame.rows.len());
        let ids: std::collections::BTreeSet<&str> =
            chart.numbers.iter().map(|number| &*number.id).collect();
        assert_eq!(ids.len(), chart.numbers.len(), "numbers are told apart");
    }

    let (_, frame, view) = chosen[0];
    let chart = &kept.charts[0];
    let told = |frame: &Frame, chart: &Chart| since(chart, &of(frame, *view, &home));
    assert_eq!(told(frame, chart).verdict, Verdict::Same);
    let mut older = chart.clone();
    older.data_version = "0.0.1".to_owned();
    assert_eq!(told(frame, &older).verdict, Verdict::Newer);
    // A changed number, one that is no longer shown, and one that is new: each is listed.
    older.numbers[0].value = "1,000,000 grants".to_owned();
    let gone = older.numbers.len();
    older.numbers.push(Number {
        id: "ZZ~0".to_owned(),
        label: "Nowhere".to_owned(),
        value: "7 grants".to_owned(),
        status: String::new(),
    });
    older.numbers.remove(1);
    let changed = told(frame, &older);
    assert_eq!(changed.verdict, Verdict::Changed);
    assert_eq!(changed.changes.len(), 3, "{:?}", changed.changes);
    assert!(changed.changes[0].contains("1,000,000 grants"));
    assert!(changed.changes[1].contains("Nowhere"));
    assert!(gone > 2 && changed.changes[2].contains(&frame.rows[1].label));
    // The latest data are queried, whatever version the stored address has.
    let asked = chart.newest().unwrap();
    assert!(
        !asked.contains("at=") && asked.contains("measure="),
        "{asked}"
    );
    let files = Chart {
        address: None,
        ..chart.clone()
    };
    assert_eq!(
        unanswered(&files, Locale::EN, files.newest().as_deref()).verdict,
        Verdict::Unknown
    );
}
