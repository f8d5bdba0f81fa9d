//! The criteria of WCAG 2.2, level A and AA: the answer of this site, and the tests that hold it.

use crate::locale::Message;
use crate::m;

/// The level of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConformanceLevel {
    A,
    AA,
}

/// Whether the site meets a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    Supports,
    Exceptions,
    DoesNotApply,
}

/// One criterion.
#[derive(Clone, Copy, Debug)]
pub struct SuccessCriterion {
    /// Its number in WCAG 2.2, such as `1.4.10`.
    pub number: &'static str,
    pub level: ConformanceLevel,
    pub answer: Conformance,
    /// Its name, as WCAG has it.
    pub name: fn() -> Message,
    /// Why the answer is so.
    pub how: fn() -> Message,
    /// (file, name) of each test. “…” is a part of the name that differs from run to run.
    pub tests: &'static [(&'static str, &'static str)],
}

macro_rules! criterion {
    ($number:literal, $level:ident, $answer:ident, $name:ident, $how:ident, $tests:expr) => {
        SuccessCriterion {
            number: $number,
            level: ConformanceLevel::$level,
            answer: Conformance::$answer,
            name: || m!($name),
            how: || m!($how),
            tests: &$tests,
        }
    };
}

// The files of the tests.
const ACCESSIBILITY_RS: &str = "tests/accessibility.rs";
const CHARTABILITY_RS: &str = "tests/chartability.rs";
const CHART_KEYS: &str = "tests/e2e/chart-keys.test.mjs";
const CHART_LOOKS: &str = "tests/e2e/chart-looks.test.mjs";
const CHART_SOUND: &str = "tests/e2e/chart-sound.test.mjs";
const CHART_TIP: &str = "tests/e2e/chart-tip.test.mjs";
const CHART_TREE: &str = "tests/e2e/chart-tree.test.mjs";
const COMPARE: &str = "tests/e2e/compare.test.mjs";
const CONTRAST: &str = "tests/style/contrast.test.mjs";
const DASHBOARD: &str = "tests/e2e/dashboard.test.mjs";
const EXPLORE: &str = "tests/e2e/explore.test.mjs";
const FIND: &str = "tests/e2e/find.test.mjs";
const GALLERY_RS: &str = "tests/gallery.rs";
const HEADER: &str = "tests/e2e/header.test.mjs";
const HTML: &str = "tests/e2e/html.test.mjs";
const PAGES: &str = "tests/e2e/pages.mjs";
const PAGES_RS: &str = "tests/pages.rs";
const READABILITY_RS: &str = "tests/readability.rs";
const SAVE: &str = "tests/e2e/save.test.mjs";
const SITE: &str = "tests/e2e/site.test.mjs";
const THEME_RS: &str = "tests/theme.rs";

/// Every criterion of level A and AA, by number.
#[rustfmt::skip]
pub const CRITERIA: [SuccessCriterion; 55] = [
    criterion!("1.1.1", A, Supports, Access111, Access111How, [
        (CHART_TREE, "every chart of … has caption, summary, tree, help and table"),
        (PAGES, "… at … px"),
    ]),
    criterion!("1.2.1", A, Supports, Access121, Access121How, [
        (CHART_SOUND, "a text next to the button explains the sounds"),
    ]),
    criterion!("1.2.2", A, DoesNotApply, Access122, AccessNoMedia, []),
    criterion!("1.2.3", A, DoesNotApply, Access123, AccessNoMedia, []),
    criterion!("1.2.4", AA, DoesNotApply, Access124, AccessNoMedia, []),
    criterion!("1.2.5", AA, DoesNotApply, Access125, AccessNoMedia, []),
    criterion!("1.3.1", A, Supports, Access131, Access131How, [
        (HTML, "the HTML of every page is valid"),
        (CHART_TREE, "every chart of … has caption, summary, tree, help and table"),
    ]),
    criterion!("1.3.2", A, Supports, Access132, Access132How, [
        (CHART_TREE, "a screen reader moves through chart, series and marks and reads name and position, at … px"),
    ]),
    criterion!("1.3.3", A, Supports, Access133, Access133How, [
        (CHART_KEYS, "one key opens the help, which explains how to use the chart with each input device"),
    ]),
    criterion!("1.3.4", AA, Supports, Access134, Access134How, [
        (PAGES, "… at … px"),
        (CHART_LOOKS, "at 400 percent zoom (320 pixels wide), no chart needs horizontal scrolling"),
    ]),
    criterion!("1.3.5", AA, DoesNotApply, Access135, AccessNoPersonal, []),
    criterion!("1.4.1", A, Supports, Access141, Access141How, [
        (GALLERY_RS, "every_chart_type_in_every_theme_equals_its_stored_drawing"),
        (THEME_RS, "colors_differ_for_readers_with_color_blindness"),
    ]),
    criterion!("1.4.2", A, Supports, Access142, Access142How, [
        (CHART_SOUND, "Listen plays the marks one after another, highlights each, and stops when pressed again"),
    ]),
    criterion!("1.4.3", AA, Supports, Access143, Access143How, [
        (THEME_RS, "texts_and_marks_have_enough_contrast"),
        (CONTRAST, "… in …"),
    ]),
    criterion!("1.4.4", AA, Supports, Access144, Access144How, [
        (CHART_LOOKS, "with text at twice its size, no part of a chart, its tooltip or its help is cut off"),
    ]),
    criterion!("1.4.5", AA, Supports, Access145, Access145How, [
        (CHART_TREE, "every chart of … has caption, summary, tree, help and table"),
    ]),
    criterion!("1.4.10", AA, Supports, Access1410, Access1410How, [
        (CHART_LOOKS, "at 400 percent zoom (320 pixels wide), no chart needs horizontal scrolling"),
        (PAGES, "… at … px"),
    ]),
    criterion!("1.4.11", AA, Supports, Access1411, Access1411How, [
        (THEME_RS, "texts_and_marks_have_enough_contrast"),
        (CHART_KEYS, "a two-pixel ring with a contrast of 4.5 to 1 shows the keyboard focus in a chart"),
    ]),
    criterion!("1.4.12", AA, Exceptions, Access1412, Access1412How, [
        (CHART_LOOKS, "the reader's own style sheet overrides the chart's"),
    ]),
    criterion!("1.4.13", AA, Supports, Access1413, Access1413How, [
        (CHART_TIP, "the tooltip stays open while the pointer is on it"),
        (CHART_TIP, "the tooltip stays open while the pointer does not move, and Escape closes it from anywhere"),
    ]),
    criterion!("2.1.1", A, Supports, Access211, Access211How, [
        (CHART_KEYS, "one key opens the table and closes it again"),
        (COMPARE, "a choice made by keyboard changes the address, and Back returns to the previous one"),
    ]),
    criterion!("2.1.2", A, Supports, Access212, Access212How, [
        (CHART_KEYS, "Escape first closes the tooltip and then leaves the chart"),
    ]),
    criterion!("2.1.4", A, Exceptions, Access214, Access214How, [
        (CHART_KEYS, "single-key shortcuts can be turned off and stay off"),
    ]),
    criterion!("2.2.1", A, Supports, Access221, Access221How, [
        (CHARTABILITY_RS, "nothing_flashes_and_motion_is_limited"),
    ]),
    criterion!("2.2.2", A, Supports, Access222, Access222How, [
        (CHART_LOOKS, "nothing moves on its own or flashes while a reader uses a chart"),
        (DASHBOARD, "Play shows one period after another, adds no browser history, and stops when pressed again"),
    ]),
    criterion!("2.3.1", A, Supports, Access231, Access231How, [
        (CHARTABILITY_RS, "nothing_flashes_and_motion_is_limited"),
    ]),
    criterion!("2.4.1", A, Supports, Access241, Access241How, [
        (CHART_KEYS, "a skip link moves the focus past the chart and keeps the query in the address"),
    ]),
    criterion!("2.4.2", A, Supports, Access242, Access242How, [
        (SITE, "every page under … has its own description and picture"),
    ]),
    criterion!("2.4.3", A, Supports, Access243, Access243How, [
        (CHART_KEYS, "Enter opens the data rows of a number; Escape returns the focus"),
    ]),
    criterion!("2.4.4", A, Supports, Access244, Access244How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("2.4.5", AA, Supports, Access245, Access245How, [
        (FIND, "the search list has every type of page, and every address in it works"),
    ]),
    criterion!("2.4.6", AA, Supports, Access246, Access246How, [
        (PAGES_RS, "every_page_has_one_heading_of_the_first_level"),
        (PAGES, "… at … px"),
    ]),
    criterion!("2.4.7", AA, Supports, Access247, Access247How, [
        (CHART_KEYS, "a two-pixel ring with a contrast of 4.5 to 1 shows the keyboard focus in a chart"),
        (CHART_LOOKS, "in forced-colors mode the focus ring and the selected mark use system colors"),
    ]),
    criterion!("2.4.11", AA, Supports, Access2411, Access2411How, [
        (CHART_TIP, "no tooltip is cut off by the window or covers its own mark, at … px"),
    ]),
    criterion!("2.5.1", A, Supports, Access251, Access251How, [
        (CHART_TIP, "mouse, touch and keyboard show the same text for a mark"),
    ]),
    criterion!("2.5.2", A, Supports, Access252, Access252How, [
        (CHART_TIP, "a swipe scrolls the page; a tap keeps the tooltip open"),
    ]),
    criterion!("2.5.3", A, Supports, Access253, Access253How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("2.5.4", A, DoesNotApply, Access254, AccessNoMotion, []),
    criterion!("2.5.7", AA, Supports, Access257, Access257How, [
        (CHART_TIP, "mouse, touch and keyboard show the same text for a mark"),
    ]),
    criterion!("2.5.8", AA, Exceptions, Access258, Access258How, [
        (SAVE, "the dialog passes axe in both themes and fits a phone, with touch targets of the required size"),
    ]),
    criterion!("3.1.1", A, Supports, Access311, Access311How, [
        (HTML, "the HTML of every page is valid"),
    ]),
    criterion!("3.1.2", AA, Supports, Access312, Access312How, [
        (HTML, "the HTML of every page is valid"),
    ]),
    criterion!("3.2.1", A, Supports, Access321, Access321How, [
        (CHART_KEYS, "the chart ignores keys of the browser and assistive technology, and all keys without focus"),
    ]),
    criterion!("3.2.2", A, Supports, Access322, Access322How, [
        (CHART_KEYS, "a changed filter is announced"),
    ]),
    criterion!("3.2.3", AA, Supports, Access323, Access323How, [
        (HEADER, "every page below the first level links to its parent page"),
    ]),
    criterion!("3.2.4", AA, Supports, Access324, Access324How, [
        (READABILITY_RS, "the_site_has_one_name"),
    ]),
    criterion!("3.2.6", A, Supports, Access326, Access326How, [
        (ACCESSIBILITY_RS, "the_footer_of_every_page_links_to_the_statement"),
    ]),
    criterion!("3.3.1", A, Supports, Access331, Access331How, [
        (EXPLORE, "a faulty row is reported with file, row, column, value and fix, and the other rows work"),
    ]),
    criterion!("3.3.2", A, Supports, Access332, Access332How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("3.3.3", AA, Supports, Access333, Access333How, [
        (EXPLORE, "an unknown measure, dimension or package is reported, and the default is shown"),
    ]),
    criterion!("3.3.4", AA, DoesNotApply, Access334, AccessNoAccount, []),
    criterion!("3.3.7", A, DoesNotApply, Access337, AccessNoPersonal, []),
    criterion!("3.3.8", AA, DoesNotApply, Access338, AccessNoAccount, []),
    criterion!("4.1.2", A, Supports, Access412, Access412How, [
        (CHART_TREE, "a screen reader moves through chart, series and marks and reads name and position, at … px"),
        (PAGES, "… at … px"),
    ]),
    criterion!("4.1.3", AA, Supports, Access413, Access413How, [
        (CHART_KEYS, "a changed filter is announced"),
    ]),
];
