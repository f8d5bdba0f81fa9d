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
        (CHART_SOUND, "what the sounds mean is written beside the button"),
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
        (CHART_TREE, "a screen reader walks the whole, its series and their marks, each by name and place, at … px"),
    ]),
    criterion!("1.3.3", A, Supports, Access133, Access133How, [
        (CHART_KEYS, "help says how each input operates the chart, and is one key away"),
    ]),
    criterion!("1.3.4", AA, Supports, Access134, Access134How, [
        (PAGES, "… at … px"),
        (CHART_LOOKS, "a page at 400 percent, 320 pixels wide, has no chart that must be scrolled sideways"),
    ]),
    criterion!("1.3.5", AA, DoesNotApply, Access135, AccessNoPersonal, []),
    criterion!("1.4.1", A, Supports, Access141, Access141How, [
        (GALLERY_RS, "every_sort_of_chart_in_every_theme_is_as_it_was"),
        (THEME_RS, "colours_are_apart_for_eyes_that_see_fewer_of_them"),
    ]),
    criterion!("1.4.2", A, Supports, Access142, Access142How, [
        (CHART_SOUND, "Listen plays the marks one after another, shows which, and stops on the second press"),
    ]),
    criterion!("1.4.3", AA, Supports, Access143, Access143How, [
        (THEME_RS, "texts_and_marks_stand_out"),
        (CONTRAST, "… in …"),
    ]),
    criterion!("1.4.4", AA, Supports, Access144, Access144How, [
        (CHART_LOOKS, "with text at twice its size a chart, its box and its help stay whole"),
    ]),
    criterion!("1.4.5", AA, Supports, Access145, Access145How, [
        (CHART_TREE, "every chart of … has caption, summary, tree, help and table"),
    ]),
    criterion!("1.4.10", AA, Supports, Access1410, Access1410How, [
        (CHART_LOOKS, "a page at 400 percent, 320 pixels wide, has no chart that must be scrolled sideways"),
        (PAGES, "… at … px"),
    ]),
    criterion!("1.4.11", AA, Supports, Access1411, Access1411How, [
        (THEME_RS, "texts_and_marks_stand_out"),
        (CHART_KEYS, "who walks a chart sees where the focus is: a ring of two pixels that stands out at 4.5 to 1 from its ground"),
    ]),
    criterion!("1.4.12", AA, Exceptions, Access1412, Access1412How, [
        (CHART_LOOKS, "the reader's own style sheet wins over the chart's"),
    ]),
    criterion!("1.4.13", AA, Supports, Access1413, Access1413How, [
        (CHART_TIP, "the box can be pointed at, and stays as long as the pointer is on it"),
        (CHART_TIP, "the box stays while the pointer rests, and Escape sends it away wherever the focus is"),
    ]),
    criterion!("2.1.1", A, Supports, Access211, Access211How, [
        (CHART_KEYS, "the table is one key away, and the same key closes it"),
        (COMPARE, "chosen by keyboard, it has an address, and Back leads to the one before"),
    ]),
    criterion!("2.1.2", A, Supports, Access212, Access212How, [
        (CHART_KEYS, "Escape closes the box first and then leaves the chart"),
    ]),
    criterion!("2.1.4", A, Exceptions, Access214, Access214How, [
        (CHART_KEYS, "single keys can be switched off, and stay off"),
    ]),
    criterion!("2.2.1", A, Supports, Access221, Access221How, [
        (CHARTABILITY_RS, "nothing_flashes_and_little_moves"),
    ]),
    criterion!("2.2.2", A, Supports, Access222, Access222How, [
        (CHART_LOOKS, "nothing moves by itself or flashes while a chart is read"),
        (DASHBOARD, "Play shows one period after the other without steps of Back, and stops when pressed again"),
    ]),
    criterion!("2.3.1", A, Supports, Access231, Access231How, [
        (CHARTABILITY_RS, "nothing_flashes_and_little_moves"),
    ]),
    criterion!("2.4.1", A, Supports, Access241, Access241How, [
        (CHART_KEYS, "a skip link leads over the chart and keeps the question in the address"),
    ]),
    criterion!("2.4.2", A, Supports, Access242, Access242How, [
        (SITE, "every page under … says what it is, with a picture of its own"),
    ]),
    criterion!("2.4.3", A, Supports, Access243, Access243How, [
        (CHART_KEYS, "Enter opens the rows of the file behind a number; Escape gives the focus back"),
    ]),
    criterion!("2.4.4", A, Supports, Access244, Access244How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("2.4.5", AA, Supports, Access245, Access245How, [
        (FIND, "the list names every kind of thing, and every address in it is a page"),
    ]),
    criterion!("2.4.6", AA, Supports, Access246, Access246How, [
        (PAGES_RS, "every_page_has_one_heading_of_the_first_level"),
        (PAGES, "… at … px"),
    ]),
    criterion!("2.4.7", AA, Supports, Access247, Access247How, [
        (CHART_KEYS, "who walks a chart sees where the focus is: a ring of two pixels that stands out at 4.5 to 1 from its ground"),
        (CHART_LOOKS, "in forced colors the ring and the chosen mark are seen in the colors of the system"),
    ]),
    criterion!("2.4.11", AA, Supports, Access2411, Access2411How, [
        (CHART_TIP, "no box is clipped by the window, nor hides the mark it is of, at … px"),
    ]),
    criterion!("2.5.1", A, Supports, Access251, Access251How, [
        (CHART_TIP, "mouse, finger and keyboard read the same of a mark"),
    ]),
    criterion!("2.5.2", A, Supports, Access252, Access252How, [
        (CHART_TIP, "a finger that moves scrolls the page and pins nothing; a tap pins"),
    ]),
    criterion!("2.5.3", A, Supports, Access253, Access253How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("2.5.4", A, DoesNotApply, Access254, AccessNoMotion, []),
    criterion!("2.5.7", AA, Supports, Access257, Access257How, [
        (CHART_TIP, "mouse, finger and keyboard read the same of a mark"),
    ]),
    criterion!("2.5.8", AA, Exceptions, Access258, Access258How, [
        (SAVE, "the dialog passes axe in both themes and fits a phone, with targets for fingers"),
    ]),
    criterion!("3.1.1", A, Supports, Access311, Access311How, [
        (HTML, "the HTML of every page is valid"),
    ]),
    criterion!("3.1.2", AA, Supports, Access312, Access312How, [
        (HTML, "the HTML of every page is valid"),
    ]),
    criterion!("3.2.1", A, Supports, Access321, Access321How, [
        (CHART_KEYS, "keys of the browser and of assistive tools are left alone, and so is a page without a chart in focus"),
    ]),
    criterion!("3.2.2", A, Supports, Access322, Access322How, [
        (CHART_KEYS, "a changed filter is announced"),
    ]),
    criterion!("3.2.3", AA, Supports, Access323, Access323How, [
        (HEADER, "every page below the first level leads up"),
    ]),
    criterion!("3.2.4", AA, Supports, Access324, Access324How, [
        (READABILITY_RS, "the_site_has_one_name"),
    ]),
    criterion!("3.2.6", A, Supports, Access326, Access326How, [
        (ACCESSIBILITY_RS, "the_footer_of_every_page_links_to_the_statement"),
    ]),
    criterion!("3.3.1", A, Supports, Access331, Access331How, [
        (EXPLORE, "a broken row is told with file, row, column, value and remedy, is counted, and the rest works"),
    ]),
    criterion!("3.3.2", A, Supports, Access332, Access332How, [
        (PAGES, "… at … px"),
    ]),
    criterion!("3.3.3", AA, Supports, Access333, Access333How, [
        (EXPLORE, "an unknown measure, break-down, package: each is told, and the usual one is shown"),
    ]),
    criterion!("3.3.4", AA, DoesNotApply, Access334, AccessNoAccount, []),
    criterion!("3.3.7", A, DoesNotApply, Access337, AccessNoPersonal, []),
    criterion!("3.3.8", AA, DoesNotApply, Access338, AccessNoAccount, []),
    criterion!("4.1.2", A, Supports, Access412, Access412How, [
        (CHART_TREE, "a screen reader walks the whole, its series and their marks, each by name and place, at … px"),
        (PAGES, "… at … px"),
    ]),
    criterion!("4.1.3", AA, Supports, Access413, Access413How, [
        (CHART_KEYS, "a changed filter is announced"),
    ]),
];
