//! A block for a report that Word and LibreOffice open: the picture with its alternative text, a
//! caption, the rows as a table with a header that repeats on every page, notes, source and
//! citation.

use super::archive::archive;
use super::{ChartText, Export, Length, text_cells};
use crate::m;
use crate::paint::{Theme, backend};
use crate::scene::Role;

/// English metric units, the smallest unit of length in drawings, per inch.
const EMU: f64 = 914_400.0;
/// Twentieths of a point per inch.
const TWIPS: f64 = 1440.0;
/// Width of the text on a letter page with its usual margins, in inches.
const PAGE: f64 = 6.5;
/// The maximum number of rows. Longer tables are in the other files: a table of hundreds of rows
/// does not belong in a report.
const MAX_ROWS: usize = 60;

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// Creates the document. `png` is the picture; `width` is its width on paper. Fails if `png` is not
/// a PNG file.
pub fn docx(export: &Export, png: &[u8], width: Length) -> Result<Vec<u8>, String> {
    let (across, down) = size(png).ok_or("the picture is no PNG file")?;
    let words = ChartText::of(export);
    let wide = width.inches().min(PAGE);
    let high = wide * f64::from(down) / f64::from(across.max(1));
    let document = document(export, &words, wide, high);
    let link = words.link.as_deref().map_or_else(String::new, |link| {
        format!(
            "<Relationship Id=\"rId3\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(link)
        )
    });
    let relations = relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{OFFICE}/image\" Target=\"media/picture.png\"/>{link}"
    ));
    let created = &export.frame.package.created;
    let core = core(&words, &export.home.title, created, export.locale.tag());
    let root = self::relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    ));
    let styles = styles(export.locale.tag());
    archive([
        ("[Content_Types].xml", types().as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/media/picture.png", png),
    ])
}

/// Width and height of a PNG file in pixels.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    (png.get(12..16)? == b"IHDR").then_some((number(16)?, number(20)?))
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn relations(all: &str) -> String {
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{word}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>"
    )
}

fn core(words: &ChartText, site: &str, created: &str, language: &str) -> String {
    // Word does not accept a date without a time; a value that is not a date is left out.
    let dated = match created.len() == 10 {
        true => format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created>",
            escape(created)
        ),
        false => String::new(),
    };
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:description>{}</dc:description>\
         <dc:language>{language}</dc:language>{dated}</cp:coreProperties>",
        escape(&words.title),
        escape(site),
        escape(&words.alt),
    )
}

/// A color of the light theme in the notation of Word.
fn colour(role: Role) -> String {
    let (r, g, b) = Theme::LIGHT.of(role);
    format!("{r:02X}{g:02X}{b:02X}")
}

/// Word's own style names, so that the styles of a report apply where the block is pasted.
fn styles(language: &str) -> String {
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let caption = style(
        "Caption",
        "caption",
        "<w:keepLines/><w:spacing w:before=\"60\" w:after=\"160\"/>",
        "<w:sz w:val=\"20\"/>",
    );
    let heading = style(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:sz w:val=\"26\"/>",
    );
    format!(
        "{HEAD}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:lang w:val=\"{language}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
         {heading}{caption}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"{link}\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:color=\"{axis}\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"{axis}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"{grid}\"/></w:tblBorders>\
         <w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         </w:styles>",
        link = colour(Role::Mark),
        axis = colour(Role::Axis),
        grid = colour(Role::Grid),
    )
}

fn document(export: &Export, words: &ChartText, wide: f64, high: f64) -> String {
    let text = |message| export.locale.text(&message);
    let mut body = String::new();
    for banner in &words.banners {
        body.push_str(&paragraph("", &strong(banner)));
    }
    body.push_str(&paragraph("Heading3", &run(&words.heading)));
    body.push_str(&paragraph("", &picture(words, wide, high)));
    body.push_str(&paragraph("Caption", &run(&words.caption)));
    let (head, rows) = text_cells(export);
    let shown = rows.len().min(MAX_ROWS);
    body.push_str(&table(&words.title, &head, &rows[..shown]));
    if shown < rows.len() {
        let cut = m!(CaveatTop, shown = shown, of = rows.len());
        body.push_str(&paragraph("", &run(&text(cut))));
    }
    for note in &words.notes {
        body.push_str(&paragraph("", &run(note)));
    }
    body.push_str(&paragraph("", &run(&words.citation)));
    if let Some(link) = &words.link {
        let linked = format!(
            "<w:hyperlink r:id=\"rId3\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>{}</w:r></w:hyperlink>",
            letters(link)
        );
        body.push_str(&paragraph("", &linked));
    }
    if let Some(licence) = &words.licence {
        body.push_str(&paragraph("", &run(licence)));
    }
    format!(
        "{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\" xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" \
         xmlns:a=\"{DRAWING}/main\" xmlns:pic=\"{DRAWING}/picture\"><w:body>{body}\
         <w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
         <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

fn picture(words: &ChartText, wide: f64, high: f64) -> String {
    let (x, y) = ((wide * EMU).round(), (high * EMU).round());
    let alt = escape(&words.alt);
    let title = escape(&words.title);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{x}\" cy=\"{y}\"/>\
         <wp:docPr id=\"1\" name=\"Chart\" title=\"{title}\" descr=\"{alt}\"/>\
         <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
         <a:graphic><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"picture.png\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rId2\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r>"
    )
}

fn table(title: &str, head: &[String], rows: &[Vec<String>]) -> String {
    let each = (PAGE * TWIPS / head.len().max(1) as f64).floor();
    let grid = format!("<w:gridCol w:w=\"{each}\"/>").repeat(head.len());
    let cell = |inner: &str| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{each}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            paragraph("", inner)
        )
    };
    let row = |properties: &str, cells: &[String]| {
        format!(
            "<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{}</w:tr>",
            cells.concat()
        )
    };
    let heads: Vec<String> = head.iter().map(|text| cell(&strong(text))).collect();
    let mut all = row("<w:tblHeader/>", &heads);
    for cells in rows {
        let cells: Vec<String> = cells.iter().map(|text| cell(&run(text))).collect();
        all.push_str(&row("", &cells));
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
         <w:tblLook w:firstRow=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{all}</w:tbl>{}",
        escape(title),
        paragraph("", "")
    )
}

fn paragraph(style: &str, inner: &str) -> String {
    match style {
        "" => format!("<w:p>{inner}</w:p>"),
        style => format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}</w:p>"),
    }
}

fn run(text: &str) -> String {
    format!("<w:r>{}</w:r>", letters(text))
}

fn strong(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", letters(text))
}

fn letters(text: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(text))
}

/// Escapes text for use within an element or a quoted attribute; characters that XML does not allow
/// are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    backend::escape(&mut out, text);
    out
}
