//! English made strange, to see what a translation would break: text that is not in the catalogue
//! stands out, and what is too tight for a longer language overflows.

/// How much longer a text gets, in letters added per ten letters.
const ADDED_PER_TEN: usize = 4;

/// Adds a piece of prose, accented, lengthened and in ⟦ ⟧. White space at its ends stays outside; a
/// piece without letters (", ", "$") stays as it is.
pub(super) fn write(out: &mut String, text: &str) {
    let core = text.trim();
    if !core.chars().any(char::is_alphabetic) {
        out.push_str(text);
        return;
    }
    let (before, after) = text.split_once(core).unwrap_or_default();
    out.push_str(before);
    out.push('⟦');
    stretch(out, core);
    out.push('⟧');
    out.push_str(after);
}

/// Accents every letter and repeats vowels until the text is long enough; what is then still owed
/// is paid in tildes.
fn stretch(out: &mut String, text: &str) {
    let mut owed = 0;
    for letter in text.chars() {
        let accented = accent(letter);
        out.push(accented);
        owed += ADDED_PER_TEN;
        if "aeiouyAEIOUY".contains(letter) {
            for _ in 0..owed / 10 {
                out.push(accented);
            }
            owed %= 10;
        }
    }
    for _ in 0..owed.div_ceil(10) {
        out.push('~');
    }
}

/// A letter that can still be read as the one it replaces.
fn accent(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ";
    const STRANGE: &str = "áƀçđéƒğĥíĵķļɱñöþŕšţúṽŵýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÖÞŔŠŢÚṼŴÝŽ";
    PLAIN
        .chars()
        .zip(STRANGE.chars())
        .find_map(|(plain, strange)| (plain == letter).then_some(strange))
        .unwrap_or(letter)
}
