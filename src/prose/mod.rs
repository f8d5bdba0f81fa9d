//! Describes a frame in words: values, titles, summaries, notes. Everything is a [`Message`];
//! `locale` renders it in a language, so that a test can check the meaning and a page shows the
//! words.

mod benchmark;
mod changes;
mod coverage;
mod notes;
mod ratio;
mod summary;
mod titles;
mod comparability;
mod values;
mod view_names;

pub use benchmark::{benchmark_label, benchmark_sentences, percentile_value};
pub use changes::{change_kind, change_parts, change_row, change_sentences, change_values};
pub use comparability::comparability_reasons;
pub use coverage::coverage_line;
pub use notes::{
    caveat, citation, dated, foreign_banner, refusal, short_caveat, source_line, whose,
};
pub use ratio::{no_ratio, ratio_made, ratio_term, ratio_value};
pub use summary::{alt, announcement, finding, full_summary, row_label, row_sentence, summary};
pub use titles::{authors_words, file_name, heading, in_a_sentence, subtitle, title};
pub use values::{kind, short_value, status, status_explained, value};
pub use view_names::view_name;
