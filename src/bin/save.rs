//! Creates files for reports in the page. `public/save.js` fetches this module on request, so that
//! readers who download nothing do not pay for it. It contains `export` and nothing else; only
//! pixels are left to the browser, which renders them from the SVG. Nothing is uploaded.

#![recursion_limit = "512"]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod save {
    use good_jobs::export::{
        self, ChartText, Collection, Export, Faces, Home, Length, Lettering, Pixels, Wish,
        citations,
    };
    use good_jobs::frame::Frame;
    use good_jobs::geo::{self, Geography};
    use good_jobs::locale::Locale;
    use good_jobs::paint::Theme;
    use good_jobs::query::{Query, View};
    use serde::Deserialize;
    use serde::de::IgnoredAny;
    use wasm_bindgen::prelude::*;

    /// A figure as pages carry it; only these properties are needed.
    #[derive(Deserialize)]
    struct Figure {
        frame: Frame,
        view: View,
    }

    /// The explorer's answer.
    #[derive(Deserialize)]
    struct CarriedAnswer {
        query: Query,
        outcome: Result<Frame, IgnoredAny>,
    }

    /// The comparison's chart.
    #[derive(Deserialize)]
    struct Compared {
        strip: Option<Figure>,
    }

    /// The data next to an island, or the data that a figure provides.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Carried {
        Figure(Figure),
        Explorer(CarriedAnswer),
        Compare(Compared),
    }

    impl Carried {
        fn figure(self) -> Option<Figure> {
            match self {
                Self::Figure(figure) => Some(figure),
                Self::Explorer(answered) => Some(Figure {
                    view: answered.query.view.unwrap_or_default(),
                    frame: answered.outcome.ok()?,
                }),
                Self::Compare(compared) => compared.strip,
            }
        }
    }

    /// Creates the files of one figure.
    #[wasm_bindgen]
    pub struct Maker {
        faces: Faces,
        home: Home,
        figure: Figure,
        width: Length,
        theme: &'static Theme,
    }

    /// The charts of a report, one after the other.
    #[wasm_bindgen]
    #[derive(Default)]
    pub struct Report {
        collection: Collection,
    }

    type Made<T> = Result<T, JsError>;

    fn js_error(error: impl std::fmt::Display) -> JsError {
        JsError::new(&error.to_string())
    }

    #[wasm_bindgen]
    impl Maker {
        /// Takes the site's name and the full address of Explore, the two weights of the typeface,
        /// and the JSON of a figure. Fails if the JSON or a typeface cannot be read.
        #[wasm_bindgen(constructor)]
        pub fn new(
            title: String,
            explore: String,
            regular: Vec<u8>,
            strong: Vec<u8>,
            figure: &str,
        ) -> Made<Maker> {
            let carried: Carried = serde_json::from_str(figure).map_err(js_error)?;
            let figure = carried.figure();
            Ok(Self {
                faces: Faces::read(regular, strong).map_err(js_error)?,
                home: Home { title, explore },
                figure: figure.ok_or_else(|| JsError::new("no figure was answered"))?,
                width: Length::USUAL,
                theme: &Theme::LIGHT,
            })
        }

        /// Whether a map is to be drawn, which needs the outlines of the states first.
        pub fn needs_outlines(&self) -> bool {
            self.figure.view == View::Map && geo::shared().is_none()
        }

        pub fn outlines(&self, bytes: &[u8]) -> Made<()> {
            geo::provide(Geography::read(bytes).map_err(js_error)?);
            Ok(())
        }

        /// Sets width and theme of the pictures. Returns `false` if the width is not possible for a
        /// picture.
        pub fn look(&mut self, width: &str, theme: &str) -> bool {
            self.theme = Theme::named(theme).unwrap_or(&Theme::LIGHT);
            let width = Length::parse(width).filter(|width| width.is_possible());
            self.width = width.unwrap_or(self.width);
            width.is_some()
        }

        fn wish(&self) -> Wish<'_> {
            Wish {
                width: self.width,
                theme: self.theme,
                faces: &self.faces,
            }
        }

        fn export(&self) -> Export<'_> {
            Export {
                frame: &self.figure.frame,
                view: self.figure.view,
                locale: Locale::EN,
                home: &self.home,
            }
        }

        /// The file name, without its extension.
        pub fn stem(&self) -> String {
            export::file_stem(&self.export())
        }

        pub fn svg(&self, live: bool) -> String {
            let lettering = match live {
                true => Lettering::Live,
                false => Lettering::Outlines(&self.faces),
            };
            self.export()
                .svg(self.width.pixels(), self.theme, lettering)
        }

        /// A PNG that the browser rendered, with its size on paper and its texts added. Fails if it
        /// is not a PNG.
        pub fn described(&self, png: &[u8], dpi: f64) -> Made<Vec<u8>> {
            let words = ChartText::of(&self.export());
            export::described(png, dpi, &words).ok_or_else(|| JsError::new("no PNG file"))
        }

        pub fn pdf(&self) -> Made<Vec<u8>> {
            let width = self.width.pixels();
            export::pdf(&self.export(), width, self.theme, &self.faces).map_err(js_error)
        }

        pub fn csv(&self) -> String {
            export::csv(&self.export())
        }

        pub fn json(&self) -> String {
            export::json(&self.export())
        }

        pub fn xlsx(&self) -> Made<Vec<u8>> {
            export::xlsx(&self.export(), self.theme).map_err(js_error)
        }

        pub fn docx(&self, print: &[u8]) -> Made<Vec<u8>> {
            export::docx(&self.export(), print, self.width).map_err(js_error)
        }

        pub fn pack(&self, web: Vec<u8>, print: Vec<u8>) -> Made<Vec<u8>> {
            export::pack(&self.export(), &self.wish(), Pixels { web, print }).map_err(js_error)
        }

        /// HTML for the clipboard; `picture` is a data URL of the picture.
        pub fn html(&self, picture: &str) -> String {
            export::html(&self.export(), picture, self.width)
        }

        pub fn plain(&self) -> String {
            export::plain_text(&self.export())
        }

        /// A single text to copy: `alt`, `link` or a citation style. Empty where there is none.
        pub fn words(&self, what: &str) -> String {
            let export = self.export();
            let cite = citations(&export);
            match what {
                "alt" => ChartText::of(&export).alt,
                "link" => export.link().unwrap_or_default(),
                "apa" => cite.apa,
                "chicago" => cite.chicago,
                "mla" => cite.mla,
                "bibtex" => cite.bibtex,
                _ => String::new(),
            }
        }
    }

    #[wasm_bindgen]
    impl Report {
        #[wasm_bindgen(constructor)]
        pub fn new() -> Report {
            Self::default()
        }

        /// Adds a chart with its picture, as for a pack.
        pub fn add(&mut self, maker: &Maker, web: Vec<u8>, print: Vec<u8>) -> Made<()> {
            let wish = maker.wish();
            let added = self
                .collection
                .add(&maker.export(), &wish, Pixels { web, print });
            added.map_err(js_error)
        }

        /// All charts as a zip file.
        pub fn finish(self) -> Made<Vec<u8>> {
            self.collection.finish(Locale::EN).map_err(js_error)
        }
    }
}
