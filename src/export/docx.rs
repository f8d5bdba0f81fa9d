//! A block for a report that Word and LibreOffice open: the picture with its alternative text, a
//! caption, the rows as a table with a header that repeats on every page, notes, source and
//! citation.

use super::word::{Properties, Word, kept, paragraph, run, strong, table};
use super::{ChartText, Export, Length, text_cells};
use crate::m;

/// The maximum number of rows. Longer tables are in the other files: a table of hundreds of rows
/// does not belong in a report.
const MAX_ROWS: usize = 60;

/// Creates the document. `png` is the picture; `width` is its width on paper. Fails if `png` is not
/// a PNG file.
pub fn docx(export: &Export, png: &[u8], width: Length) -> Result<Vec<u8>, String> {
    let words = ChartText::of(export);
    let mut word = Word::default();
    for banner in &words.banners {
        word.body.push_str(&paragraph("", &strong(banner)));
    }
    word.body
        .push_str(&paragraph("Heading3", &run(&words.heading)));
    block(
        &mut word,
        (export, &words),
        (png, width),
        &run(&words.caption),
    )?;
    word.finish(&Properties {
        title: &words.title,
        creator: &export.home.title,
        description: &words.alt,
        created: &export.frame.package.created,
        language: export.locale.tag(),
    })
}

/// Adds everything that is below the heading of a figure. `caption` is the runs of its caption.
pub(super) fn block(
    word: &mut Word,
    (export, words): (&Export, &ChartText),
    (png, width): (&[u8], Length),
    caption: &str,
) -> Result<(), String> {
    let text = |message| export.locale.text(&message);
    let picture = word.picture(png, width, (&words.title, &words.alt))?;
    let mut body = kept(&picture);
    body.push_str(&paragraph("Caption", caption));
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
        body.push_str(&paragraph("", &word.link(link)));
    }
    if let Some(licence) = &words.licence {
        body.push_str(&paragraph("", &run(licence)));
    }
    word.body.push_str(&body);
    Ok(())
}
