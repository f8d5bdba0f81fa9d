//! Everything that a report needs from a chart, in one file with a list of its content.

use super::archive::archive;
use super::qr::Qr;
use super::{
    ChartText, Export, Faces, Length, Lettering, citations, csv, docx, file_stem, json, pdf, xlsx,
};
use crate::bytes::sha256;
use crate::m;
use crate::paint::Theme;
use serde::Serialize;

/// The file that lists the content of a pack.
pub const MANIFEST: &str = "manifest.json";

/// The options of a pack.
pub struct Wish<'a> {
    pub width: Length,
    pub theme: &'a Theme,
    pub faces: &'a Faces,
}

/// The picture in pixels, which the caller has rendered from [`Export::svg`].
pub struct Pixels {
    /// At the size for which the picture is laid out.
    pub web: Vec<u8>,
    /// At 300 pixels per inch.
    pub print: Vec<u8>,
}

#[derive(Serialize)]
struct Manifest {
    /// Version of this format.
    v: u32,
    title: String,
    illustrative: bool,
    /// An address that shows the same numbers again.
    address: Option<String>,
    package: String,
    data_version: String,
    data_made: String,
    citation: String,
    licence: Option<String>,
    files: Vec<PackEntry>,
}

#[derive(Serialize)]
struct PackEntry {
    name: String,
    bytes: usize,
    sha256: String,
}

/// Length of the longest ending that follows a file's stem.
pub(super) const LONGEST_ENDING: usize = "_print.png".len();

/// The files of a pack with their names, the manifest last.
pub(super) fn files(
    export: &Export,
    wish: &Wish,
    pixels: Pixels,
    stem: &str,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let words = ChartText::of(export);
    let cite = citations(export);
    let width = wish.width.pixels();
    let outlines = Lettering::Outlines(wish.faces);
    let document = docx(export, &pixels.print, wish.width)?;
    let text = |message| export.locale.text(&message);
    let mut files: Vec<(String, Vec<u8>)> = vec![
        (format!("{stem}_web.png"), pixels.web),
        (format!("{stem}_print.png"), pixels.print),
        (
            format!("{stem}.svg"),
            export.svg(width, wish.theme, outlines).into_bytes(),
        ),
        (
            format!("{stem}.pdf"),
            pdf(export, width, wish.theme, wish.faces)?,
        ),
        (format!("{stem}.docx"), document),
        (format!("{stem}.csv"), csv(export).into_bytes()),
        (format!("{stem}.xlsx"), xlsx(export, wish.theme)?),
        (format!("{stem}.json"), json(export).into_bytes()),
    ];
    let mut say = |name: &str, text: &str| {
        files.push((name.to_owned(), format!("{text}\n").into_bytes()));
    };
    say("alt-short.txt", &words.alt);
    say("alt-long.txt", &words.long_alt);
    say("caption.txt", &words.caption);
    say("cite-apa.txt", &cite.apa);
    say("cite-chicago.txt", &cite.chicago);
    say("cite-mla.txt", &cite.mla);
    say("cite.bib", cite.bibtex.trim_end());
    let licence = words.licence.clone();
    say(
        "licence.txt",
        &licence.unwrap_or_else(|| text(m!(ExportNoLicence))),
    );
    if let Some(link) = &words.link {
        say("address.txt", link);
        // An address with many filters may be too long for a QR code.
        if let Some(code) = Qr::of(link) {
            files.push((
                "address-qr.svg".to_owned(),
                code.svg(&words.title).into_bytes(),
            ));
            files.push(("address-qr.png".to_owned(), code.png()?));
        }
    }
    let package = &export.frame.package;
    let manifest = Manifest {
        v: 1,
        title: words.title,
        illustrative: package.illustrative,
        address: words.link,
        package: package.name.clone(),
        data_version: package.version.clone(),
        data_made: package.created.clone(),
        citation: words.citation,
        licence: words.licence,
        files: files
            .iter()
            .map(|(name, bytes)| PackEntry {
                name: name.clone(),
                bytes: bytes.len(),
                sha256: sha256(bytes),
            })
            .collect(),
    };
    let mut list = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())?;
    list.push('\n');
    files.push((MANIFEST.to_owned(), list.into_bytes()));
    Ok(files)
}

/// The pack: a zip file whose files are in one folder.
pub fn pack(export: &Export, wish: &Wish, pixels: Pixels) -> Result<Vec<u8>, String> {
    let folder = file_stem(export);
    let files: Vec<(String, Vec<u8>)> = files(export, wish, pixels, &folder)?
        .into_iter()
        .map(|(name, bytes)| (format!("{folder}/{name}"), bytes))
        .collect();
    archive(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    )
}
