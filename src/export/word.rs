//! The parts of a Word document: paragraphs, pictures, tables and links, and the file that has them.

use super::Length;
use super::archive::archive;
use crate::paint::{Theme, backend};
use crate::scene::Role;

/// English metric units, the smallest unit of length in drawings, per inch.
const EMU: f64 = 914_400.0;
/// Twentieths of a point per inch.
const TWIPS: f64 = 1440.0;
/// Width of the text on a letter page with its usual margins, in inches.
const PAGE: f64 = 6.5;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

/// Fields of the file itself.
pub(super) struct Properties<'a> {
    pub title: &'a str,
    pub creator: &'a str,
    pub description: &'a str,
    /// `YYYY-MM-DD`; any other text is left out.
    pub created: &'a str,
    pub language: &'a str,
}

/// A document under construction.
#[derive(Default)]
pub(super) struct Word {
    /// Paragraphs and tables, in order.
    pub body: String,
    relations: Vec<String>,
    media: Vec<(String, Vec<u8>)>,
}

impl Word {
    /// Adds a relationship and returns its name; that of the styles is the first.
    fn relate(&mut self, kind: &str, target: &str, more: &str) -> String {
        let id = format!("rId{}", self.relations.len() + 2);
        let target = escape(target);
        self.relations.push(format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{more}/>"
        ));
        id
    }

    /// Adds a PNG file, at most as wide as the page. Returns the run that shows it; an error if it is
    /// no PNG file.
    pub fn picture(
        &mut self,
        png: &[u8],
        width: Length,
        (title, alt): (&str, &str),
    ) -> Result<String, String> {
        let (across, down) = size(png).ok_or("the picture is no PNG file")?;
        let wide = width.inches().min(PAGE);
        let high = wide * f64::from(down) / f64::from(across.max(1));
        let number = self.media.len() + 1;
        let name = format!("picture{number}.png");
        let id = self.relate("image", &format!("media/{name}"), "");
        self.media
            .push((format!("word/media/{name}"), png.to_vec()));
        let (x, y) = ((wide * EMU).round(), (high * EMU).round());
        let (title, alt) = (escape(title), escape(alt));
        Ok(format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{x}\" cy=\"{y}\"/>\
             <wp:docPr id=\"{number}\" name=\"Chart\" title=\"{title}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        ))
    }

    /// The run of an address that opens it.
    pub fn link(&mut self, address: &str) -> String {
        let id = self.relate("hyperlink", address, " TargetMode=\"External\"");
        format!(
            "<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>",
            linked(address)
        )
    }

    /// The document as a file.
    pub fn finish(self, properties: &Properties) -> Result<Vec<u8>, String> {
        let relations = relations(&format!(
            "<Relationship Id=\"rId1\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>{}",
            self.relations.concat()
        ));
        let root = self::relations(&format!(
            "<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/>"
        ));
        let texts = [
            ("[Content_Types].xml", types()),
            ("_rels/.rels", root),
            ("docProps/core.xml", core(properties)),
            ("word/document.xml", document(&self.body)),
            ("word/styles.xml", styles(properties.language)),
            ("word/_rels/document.xml.rels", relations),
        ];
        let texts = texts.iter().map(|(name, text)| (*name, text.as_bytes()));
        let media = self.media.iter();
        archive(texts.chain(media.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))))
    }
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
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         </Types>"
    )
}

fn core(properties: &Properties) -> String {
    // Word does not accept a date without a time; a value that is not a date is left out.
    let created = properties.created;
    let dated = match created.len() == 10 {
        true => format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created>",
            escape(created)
        ),
        false => String::new(),
    };
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:description>{}</dc:description>\
         <dc:language>{}</dc:language>{dated}</cp:coreProperties>",
        escape(properties.title),
        escape(properties.creator),
        escape(properties.description),
        properties.language,
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
    let title = style(
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:after=\"120\"/>",
        "<w:b/><w:sz w:val=\"44\"/>",
    );
    let heading = |level: usize, before: u32, size: u32| {
        style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!(
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"80\"/>\
                 <w:outlineLvl w:val=\"{}\"/>",
                level - 1
            ),
            &format!("<w:b/><w:sz w:val=\"{size}\"/>"),
        )
    };
    let headings = heading(1, 360, 32) + &heading(3, 120, 26);
    let list = style("TableofFigures", "table of figures", "", "");
    format!(
        "{HEAD}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/>\
         <w:lang w:val=\"{language}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
         {title}{headings}{caption}{list}\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"{link}\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"8\" w:color=\"{axis}\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"{axis}\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"{grid}\"/></w:tblBorders>\
         <w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>\
         </w:styles>",
        link = colour(Role::Mark),
        axis = colour(Role::Axis),
        grid = colour(Role::Grid),
    )
}

fn document(body: &str) -> String {
    format!(
        "{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\" xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" \
         xmlns:a=\"{DRAWING}/main\" xmlns:pic=\"{DRAWING}/picture\"><w:body>{body}\
         <w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
         <w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" \
         w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

/// A table whose header row repeats on every page and whose first column names its rows.
pub(super) fn table(title: &str, head: &[String], rows: &[Vec<String>]) -> String {
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
         <w:tblLook w:firstRow=\"1\" w:firstColumn=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{all}</w:tbl>{}",
        escape(title),
        paragraph("", "")
    )
}

/// A paragraph in a style; without one, body text.
pub(super) fn paragraph(style: &str, inner: &str) -> String {
    match style {
        "" => format!("<w:p>{inner}</w:p>"),
        style => format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inner}</w:p>"),
    }
}

/// A paragraph on the same page as the next.
pub(super) fn kept(inner: &str) -> String {
    format!("<w:p><w:pPr><w:keepNext/></w:pPr>{inner}</w:p>")
}

pub(super) fn run(text: &str) -> String {
    format!("<w:r>{}</w:r>", letters(text))
}

pub(super) fn strong(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", letters(text))
}

/// The run of a text that looks like a link.
pub(super) fn linked(text: &str) -> String {
    format!(
        "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>{}</w:r>",
        letters(text)
    )
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
