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
        .map(|word| (slips(&found.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(distance, word)| *distance <= limit && *distance < word.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
}

/// Levenshtein distance: insertions, deletions and substitutions of one letter.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != *right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
