//! What the catalogue compiler writes: compiled patterns and the pieces they are made of.

/// One message of the catalog.
pub(crate) struct Entry {
    pub id: &'static str,
    /// Its variables, in alphabetical order.
    pub variables: &'static [&'static str],
    /// Its pattern in each compiled language.
    pub patterns: &'static [&'static [Part]],
}

/// A piece of a compiled pattern; references were put in place by the build.
pub(crate) enum Part {
    Text(&'static str),
    Variable(&'static str),
    Select(&'static Select),
}

/// One of several patterns, chosen by an argument.
pub(crate) struct Select {
    pub variable: &'static str,
    pub variants: &'static [(Key, &'static [Part])],
    /// The variant taken when no key matches.
    pub default: usize,
}

/// The key of a variant, in brackets.
pub(crate) enum Key {
    /// A text or a plural category.
    Word(&'static str),
    /// A number the argument must equal.
    Number(f64),
}
