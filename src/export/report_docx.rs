//! All charts of a report in one Word document: a list of figures, each figure with its heading,
//! numbered caption, table, notes and citation, and one bibliography.

use super::docx::block;
use super::word::{Properties, Word, linked, paragraph, run, strong};
use super::{ChartText, Citations, Export, Length};
use crate::locale::{Arg, Locale};
use crate::m;

/// A document to which figures are added in their order.
#[derive(Default)]
pub(super) struct ReportDocument {
    word: Word,
    headings: Vec<String>,
    /// The title of the site.
    site: String,
    /// The newest day on which a version of the data was made.
    newest: String,
    /// What must be read before all figures: that some numbers are made up.
    banners: Vec<String>,
}

impl ReportDocument {
    /// Adds a figure. Fails if `png` is not a PNG file.
    pub fn add(
        &mut self,
        (export, words): (&Export, &ChartText),
        png: &[u8],
        width: Length,
    ) -> Result<(), String> {
        let number = self.headings.len() + 1;
        let heading = paragraph("Heading1", &run(&words.heading));
        self.word.body.push_str(&heading);
        for banner in &words.banners {
            self.word.body.push_str(&paragraph("", &strong(banner)));
            if !self.banners.contains(banner) {
                self.banners.push(banner.clone());
            }
        }
        // Word numbers captions anew where figures are moved, and finds them for its list of figures.
        let caption = format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"{}\"/>{}\
             <w:fldSimple w:instr=\" SEQ Figure \\* ARABIC \">{}</w:fldSimple>{}<w:bookmarkEnd w:id=\"{number}\"/>",
            mark(number),
            run(&format!("{} ", export.locale.text(m!(ExportFigure)))),
            run(&number.to_string()),
            run(&format!(". {}", words.caption)),
        );
        block(&mut self.word, (export, words), (png, width), &caption)?;
        self.headings.push(words.heading.clone());
        self.site.clone_from(&export.home.title);
        let created = &export.frame.package.created;
        if *created > self.newest {
            self.newest.clone_from(created);
        }
        Ok(())
    }

    /// The document; `cited` are the citations of the figures in their order.
    pub fn finish(mut self, locale: Locale, cited: &[Citations]) -> Result<Vec<u8>, String> {
        let text = |message| locale.text(&message);
        let title = text(m!(ExportReportTitle, count = self.headings.len()));
        let mut front = paragraph("Title", &run(&title));
        let mut about = self.site.clone();
        if !self.newest.is_empty() {
            let date = Arg::Date(self.newest.clone());
            about = text(m!(ExportReportDate, site = &self.site, date = date));
        }
        front.push_str(&paragraph("", &run(&about)));
        for banner in &self.banners {
            front.push_str(&paragraph("", &strong(banner)));
        }
        front.push_str(&paragraph("Heading1", &run(&text(m!(ExportReportFigures)))));
        front.push_str(&figures(&text(m!(ExportFigure)), &self.headings));
        let mut end = paragraph("Heading1", &run(&text(m!(ExportBibliography))));
        for (at, cite) in cited.iter().enumerate() {
            end.push_str(&paragraph("", &run(&format!("{}. {}", at + 1, cite.apa))));
        }
        self.word.body = front + &self.word.body + &end;
        self.word.finish(&Properties {
            title: &title,
            creator: &self.site,
            description: &about,
            created: &self.newest,
            language: locale.tag(),
        })
    }
}

fn mark(number: usize) -> String {
    format!("figure{number}")
}

/// The list of figures: a field that Word can update, filled with links to the captions.
fn figures(word: &str, headings: &[String]) -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let entry = |(at, heading): (usize, &String)| {
        let number = at + 1;
        let begin = match at {
            0 => format!(
                "{}<w:r><w:instrText xml:space=\"preserve\"> TOC \\n \\h \\z \\c \"Figure\" </w:instrText></w:r>{}",
                field("begin"),
                field("separate")
            ),
            _ => String::new(),
        };
        let end = if number == headings.len() {
            field("end")
        } else {
            String::new()
        };
        let link = format!(
            "<w:hyperlink w:anchor=\"{}\">{}</w:hyperlink>",
            mark(number),
            linked(&format!("{word} {number}. {heading}"))
        );
        paragraph("TableofFigures", &format!("{begin}{link}{end}"))
    };
    headings.iter().enumerate().map(entry).collect()
}
