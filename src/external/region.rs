//! Words for regions, divisions and the nation, which stand among states as wholes.

/// Regions and divisions of the Census Bureau.
const REGIONS: [&str; 14] = [
    "northeast",
    "midwest",
    "south",
    "west",
    "new england",
    "middle atlantic",
    "mid-atlantic",
    "east north central",
    "west north central",
    "south atlantic",
    "east south central",
    "west south central",
    "mountain",
    "pacific",
];

/// Whether a word names a region of states, or the nation.
pub fn is_region(word: &str) -> bool {
    let word = plain(word);
    let bare = [" region", " division"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(&word);
    REGIONS.contains(&bare) || NATION.contains(&word.as_str())
}

/// Whether a word names a part of the world that holds several countries. Only beside “World” is it sure that a column
/// has such words among countries.
pub fn is_continent(word: &str) -> bool {
    const CONTINENTS: [&str; 9] = [
        "africa",
        "asia",
        "europe",
        "north america",
        "south america",
        "latin america",
        "oceania",
        "european union",
        "euro area",
    ];
    let word = plain(word);
    let is_group = ["income", "income countries"]
        .iter()
        .any(|end| word.ends_with(end));
    let bare = word
        .split_once(" (")
        .map_or(word.as_str(), |(bare, _)| bare);
    is_group || CONTINENTS.contains(&bare)
}

pub const WORLD: &str = "world";

pub const NATION: [&str; 9] = [
    "united states",
    "united states of america",
    "us",
    "u.s.",
    "u.s",
    "usa",
    "nation",
    "national",
    "u.s. total",
];

/// A word in small letters, without the footnote marks after it.
pub fn plain(word: &str) -> String {
    let word = word.trim_end_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, '*' | '†' | '‡' | ':' | '¹' | '²' | '³' | '^' | '#')
    });
    word.to_lowercase()
}
