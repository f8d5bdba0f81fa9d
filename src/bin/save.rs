//! What files for reports are made with in the page: `public/save.js` fetches it when somebody asks for one, so that a
//! reader pays nothing for it. It is `export` and nothing else; only pixels are left to the browser, which draws
//! them from the SVG. Nothing is sent anywhere.

#![recursion_limit = "512"]

fn main() {}

#[cfg(target_arch = "wasm32")]
mod save {
    use good_jobs::export::{
        self, Collection, Export, Faces, Home, Length, Lettering, Pixels, Wish, Words, citations,
    };
    use good_jobs::frame::Frame;
    use good_jobs::geo::{self, Geography};
    use good_jobs::locale::Locale;
    use good_jobs::paint::Theme;
    use good_jobs::query::{Query, View};
    use serde::Deserialize;
    use serde::de::IgnoredAny;
    use wasm_bindgen::prelude::*;

    /// A figure as pages carry it, of which only this is needed.
    #[derive(Deserialize)]
    struct Figure {
        frame: Frame,
        view: View,
    }

    /// The explorer's answer.
    #[derive(Deserialize)]
    struct Answered {
        query: Query,
        outcome: Result<Frame, IgnoredAny>,
    }

    /// The comparison's chart.
    #[derive(Deserialize)]
    struct Compared {
        strip: Option<Figure>,
    }

    /// What stands beside an island, or what a figure hands over.
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Carried {
        Figure(Figure),
        Explorer(Answered),
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

    /// Makes the files of one figure.
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

    fn said(error: impl std::fmt::Display) -> JsError {
        JsError::new(&error.to_string())
    }

    #[wasm_bindgen]
    impl Maker {
        /// The site's name and the whole address of Explore; the two weights of the typeface; the JSON of a figure.
        #[wasm_bindgen(constructor)]
        pub fn new(
            title: String,
            explore: String,
            regular: Vec<u8>,
            strong: Vec<u8>,
            figure: &str,
        ) -> Made<Maker> {
            let carried: Carried = serde_json::from_str(figure).map_err(said)?;
            let figure = carried.figure();
            Ok(Self {
                faces: Faces::read(regular, strong).map_err(said)?,
                home: Home { title, explore },
                figure: figure.ok_or_else(|| JsError::new("no figure was answered"))?,
                width: Length::USUAL,
                theme: &Theme::LIGHT,
            })
        }

        /// Whether a map is to be drawn, for which the outlines of the states are needed first.
        pub fn needs_outlines(&self) -> bool {
            self.figure.view == View::Map && geo::shared().is_none()
        }

        pub fn outlines(&self, bytes: &[u8]) -> Made<()> {
            geo::provide(Geography::read(bytes).map_err(said)?);
            Ok(())
        }

        /// How pictures are to look. `false`: the width is none that a picture can have.
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

        /// The name of a file, without its ending.
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

        /// A picture that the browser drew, with its size on paper and its words put in.
        pub fn described(&self, png: &[u8], dpi: f64) -> Made<Vec<u8>> {
            let words = Words::of(&self.export());
            export::described(png, dpi, &words).ok_or_else(|| JsError::new("no PNG file"))
        }

        pub fn pdf(&self) -> Made<Vec<u8>> {
            let width = self.width.pixels();
            export::pdf(&self.export(), width, self.theme, &self.faces).map_err(said)
        }

        pub fn csv(&self) -> String {
            export::csv(&self.export())
        }

        pub fn json(&self) -> String {
            export::json(&self.export())
        }

        pub fn xlsx(&self) -> Made<Vec<u8>> {
            export::xlsx(&self.export()).map_err(said)
        }

        pub fn docx(&self, print: &[u8]) -> Made<Vec<u8>> {
            export::docx(&self.export(), print, self.width).map_err(said)
        }

        pub fn pack(&self, web: Vec<u8>, print: Vec<u8>) -> Made<Vec<u8>> {
            export::pack(&self.export(), &self.wish(), Pixels { web, print }).map_err(said)
        }

        /// For the clipboard; `picture` is an address that holds the picture.
        pub fn html(&self, picture: &str) -> String {
            export::html(&self.export(), picture, self.width)
        }

        pub fn plain(&self) -> String {
            export::plain_text(&self.export())
        }

        /// What is copied by itself: `alt`, `link` or a style of citation. Empty where there is none.
        pub fn words(&self, what: &str) -> String {
            let export = self.export();
            let cite = citations(&export);
            match what {
                "alt" => Words::of(&export).alt,
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
            added.map_err(said)
        }

        /// All of them as a zip file.
        pub fn finish(self) -> Made<Vec<u8>> {
            self.collection.finish(Locale::EN).map_err(said)
        }
    }
}
