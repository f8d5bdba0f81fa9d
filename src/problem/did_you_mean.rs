//! Suggests the word that was probably meant ("did you mean").

/// The word of `words` that `found` was probably meant to be: at an edit distance of one, or two
/// for words of more than five letters.
pub fn nearest<'a>(found: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = found.chars().count();
    // A one-letter word is at distance one from every other, so nothing is suggested for it.
    let limit = if length > 5 {
        2
    } else {
        1.min(length.saturating_sub(1))
    };
    words
        .into_iter()
        .map(|word| {
            (
                edit_distance(&found.to_lowercase(), &word.to_lowercase()),
                word,
            )
        })
        .filter(|(distance, word)| *distance <= limit && *distance < word.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
}

/// How many letters of `a` must be put in, left out, changed or swapped with the next to get `b`: the distance that the
/// site's search uses too (`near` in `public/find.js`).
pub fn edit_distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}
