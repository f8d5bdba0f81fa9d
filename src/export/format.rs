//! The formats of downloaded files.

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
    Pdf,
    Docx,
    Xlsx,
    Csv,
    Json,
    Pack,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Svg,
        Self::Png,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Pack,
    ];

    /// The name used in requests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Pack => "pack",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == text)
    }

    /// The file extension.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pack => "zip",
            other => other.as_str(),
        }
    }
}
