//! The words of a column's heading.

/// `MedianWage_2024 ($)` → median, wage, 2024.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for mark in name.chars() {
        let begins = mark.is_uppercase() && before.is_lowercase();
        if begins || !before.is_alphanumeric() {
            words.push(String::new());
        }
        if mark.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(mark.to_lowercase());
        }
        before = mark;
    }
    words.retain(|word| !word.is_empty());
    words
}
