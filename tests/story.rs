//! Stories: what is read, what is refused with its location, what is validated against the data,
//! and that nothing of a story ever reaches a page as markup.

use crate::published::{block_on, files, shell};
use good_jobs::locale::Locale;
use good_jobs::package::ResourceRole;
use good_jobs::pages::{Edition, Page, load_page};
use good_jobs::problem::{Fault, Problem, StoryFault};
use good_jobs::publish::prerender;
use good_jobs::site::Route;
use good_jobs::story::{
    Block, Directive, Inline, MOST_BYTES, Story, ValidationContext, read, validate,
};
use std::path::Path;

const FRONT: &str = "---\ntitle: A title\ngrantee: city-of-boston\nsummary: In short.\nlanguage: en\nauthor: Somebody\n\
                     date: 2026-11-25\nconsent: Nobody is named.\n---\n\n";

/// A story with this text; the text begins on line 11.
fn story(body: &str) -> (Story, Vec<Problem>) {
    let read = read("stories/x.md", format!("{FRONT}{body}").as_bytes());
    (read.value.expect("a story"), read.problems)
}

/// (line, character, fault) of every problem.
fn places(problems: &[Problem]) -> Vec<(u64, u64, StoryFault)> {
    let of = |problem: &Problem| match &problem.fault {
        Fault::Story(fault) => Some((problem.place.line?, problem.place.character?, fault.clone())),
        _ => None,
    };
    problems.iter().filter_map(of).collect()
}

fn text_of(blocks: &[Block]) -> String {
    format!("{blocks:?}")
}

#[test]
fn a_story_is_read_whole() {
    let body = "## A heading\n\nText with *weight*, **more** and [a link](https://a.example/x) and a note.[^one]\n\n\
                - first\n- second\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n::partnership\n\n[^one]: [Source](https://b.example/)\n";
    let (story, problems) = story(body);
    assert_eq!(problems, []);
    assert_eq!(story.id, "x");
    assert_eq!(story.front.grantee, "city-of-boston");
    let [
        Block::Heading {
            level: 2, anchor, ..
        },
        Block::Paragraph { text, .. },
        Block::List { first: None, items },
        Block::Table { head, rows, .. },
        Block::Placed {
            directive: Directive::Partnership,
            ..
        },
    ] = story.blocks.as_slice()
    else {
        panic!("{:#?}", story.blocks);
    };
    assert_eq!(anchor, "s-a-heading");
    assert!(text.iter().any(|part| matches!(part, Inline::Note(1))));
    assert_eq!((items.len(), head.len(), rows.len()), (2, 2, 1));
    assert_eq!(story.notes.len(), 1);
}

#[test]
fn the_front_matter_says_what_is_wrong_and_where() {
    let text = "---\ntitle: A title\ngrantee: City of Boston\nsumary: x\nsummary: In short.\nsummary: again\nno pair\n\
                author: A\ndate: yesterday\nconsent: Nobody is named.\nphoto: ../../secret.png\n---\ntext\n";
    let read = read("stories/x.md", text.as_bytes());
    let found = places(&read.problems);
    let at = |line: u64| {
        found
            .iter()
            .filter(|(found, ..)| *found == line)
            .map(|(.., fault)| fault.clone())
            .collect::<Vec<_>>()
    };
    assert!(
        matches!(at(3)[..], [StoryFault::BadValue { .. }]),
        "{found:?}"
    );
    assert!(
        matches!(&at(4)[..], [StoryFault::UnknownKey { near: Some(near), .. }] if near == "summary")
    );
    assert!(matches!(at(6)[..], [StoryFault::RepeatedKey { .. }]));
    assert!(matches!(at(7)[..], [StoryFault::FrontLine { .. }]));
    assert!(matches!(at(9)[..], [StoryFault::BadValue { .. }]));
    assert!(matches!(at(11)[..], [StoryFault::BadValue { .. }]));
    assert!(at(1).contains(&StoryFault::MissingKey {
        key: "language".to_owned()
    }));
    let story = read.value.expect("what can be read");
    assert_eq!(story.front.photo, None);
    for bare in ["", "no front matter", "---\ntitle: never closed\n"] {
        let read = good_jobs::story::read("stories/x.md", bare.as_bytes());
        assert_eq!(read.value, None, "{bare:?}");
        assert!(matches!(
            places(&read.problems)[..],
            [(1, 1, StoryFault::NoFront)]
        ));
    }
}

#[test]
fn hostile_addresses_are_no_links() {
    for bad in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "//evil.example/",
        "http://a.example/",
        "/../x",
        "file:///etc/passwd",
    ] {
        let (story, problems) = story(&format!("Say [here]({bad}) it.\n"));
        let found = places(&problems);
        assert!(
            matches!(&found[..], [(11, 5, StoryFault::Link { .. })]),
            "{bad}: {found:?}"
        );
        assert!(!text_of(&story.blocks).contains("Link"), "{bad}");
        assert!(text_of(&story.blocks).contains("here"), "{bad}");
    }
    let (automatic, problems) = story("See <javascript:alert(1)> there.\n");
    assert_eq!(problems.len(), 1);
    assert!(!text_of(&automatic.blocks).contains("Link {"));
}

#[test]
fn markup_is_text_and_told_with_its_place() {
    let body = "Text <b onmouseover=\"alert(1)\">bold</b> here.\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n\
                <iframe srcdoc=\"&lt;script&gt;\"></iframe>\n";
    let (story, problems) = story(body);
    let found = places(&problems);
    assert!(
        found
            .iter()
            .any(|(line, character, fault)| (*line, *character) == (11, 6)
                && matches!(fault, StoryFault::Markup { .. })),
        "{found:?}"
    );
    for line in [13, 15, 17] {
        assert!(
            found.iter().any(|(at, ..)| *at == line),
            "line {line}: {found:?}"
        );
    }
    let html = shown(story);
    for bad in [
        "<script>alert",
        "<img src=x",
        "<iframe",
        "<b onmouseover",
        "onerror=alert(1)>",
    ] {
        assert!(!html.contains(bad), "{bad}");
    }
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

/// A story as the body of its page, rendered by the views of the site.
fn shown(story: Story) -> String {
    let files = files();
    let route = Route::Story("boston-child-care".to_owned());
    let Page::Story(mut page) = block_on(load_page(&files, &route, "")) else {
        panic!("no page");
    };
    page.story = story;
    prerender::body(shell(&route), Page::Story(page))
}

#[test]
fn what_is_no_text_or_too_much_of_it_is_refused_with_its_place() {
    let mut bytes = FRONT.as_bytes().to_vec();
    bytes.extend(b"Good \xff\xfe bad\n");
    let refused = read("stories/x.md", &bytes);
    assert_eq!(refused.value, None);
    let problem = &refused.problems[0];
    assert!(matches!(problem.fault, Fault::NotUtf8 { .. }));
    assert_eq!(
        (problem.place.line, problem.place.character),
        (Some(11), Some(6))
    );
    assert!(
        Locale::EN
            .text(problem.sentence())
            .starts_with("stories/x.md, line 11, character 6: ")
    );

    let huge = format!("{FRONT}{}", "word ".repeat(1_000_000));
    assert!(huge.len() > 5 * 1000 * 1000 && huge.len() > MOST_BYTES);
    let refused = read("stories/x.md", huge.as_bytes());
    assert_eq!(refused.value, None);
    assert!(matches!(refused.problems[0].fault, Fault::TooLarge { .. }));
    assert_eq!(refused.problems[0].place.line, Some(1));
}

#[test]
fn deep_nesting_is_cut_and_told_once_and_costs_no_stack() {
    for body in [
        format!("{}deep\n", "> ".repeat(20_000)),
        format!("{}deep\n", "- ".repeat(3_000)),
        format!("{}deep{}\n", "*a **b ".repeat(3_000), "** *".repeat(3_000)),
        format!(
            "{}deep{}\n",
            "[".repeat(20_000),
            "](https://a.example/)".repeat(20_000)
        ),
    ] {
        let (story, problems) = story(&body);
        let deep = places(&problems)
            .into_iter()
            .filter(|(.., fault)| matches!(fault, StoryFault::TooDeep { .. }))
            .count();
        assert!(deep <= 200, "{deep} messages for {:.20}", body);
        assert!(depth(&story.blocks) <= 24);
    }
    let (_, problems) = story(&format!("{}deep\n", "> ".repeat(40)));
    assert!(
        matches!(places(&problems)[..], [(11, character, StoryFault::TooDeep { limit: 12 })] if character > 1)
    );
}

fn depth(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Quote { blocks, .. } => depth(blocks),
        Block::List { items, .. } => items
            .iter()
            .map(|item| depth(&item.blocks))
            .max()
            .unwrap_or(0),
        _ => 0,
    };
    1 + blocks.iter().map(of).max().unwrap_or(0)
}

#[test]
fn directives_that_are_none_stay_text_and_are_told() {
    let (story, problems) = story(
        "::viw x\n\n::picture ../../../etc/passwd | a | b\n\n::picture a.jpg\n\n::picture photo.svg | a | b\n\n::figure\n\n::view\n",
    );
    let found: Vec<StoryFault> = places(&problems)
        .into_iter()
        .map(|(.., fault)| fault)
        .collect();
    assert!(
        matches!(&found[0], StoryFault::UnknownDirective { near: Some(near), .. } if near == "view")
    );
    assert!(matches!(&found[1], StoryFault::PictureName { found } if found.contains("passwd")));
    assert!(matches!(&found[2], StoryFault::DirectiveLacks { lacks, .. } if lacks == "alt"));
    assert!(matches!(&found[3], StoryFault::PictureName { .. }));
    assert!(matches!(&found[4], StoryFault::DirectiveLacks { lacks, .. } if lacks == "claim"));
    assert!(matches!(&found[5], StoryFault::DirectiveLacks { lacks, .. } if lacks == "view"));
    assert!(
        story
            .blocks
            .iter()
            .all(|block| matches!(block, Block::Paragraph { .. }))
    );
}

/// All problems that validating some stories against the published data finds in the first.
fn held(bodies: &[(&str, &str)]) -> Vec<(u64, u64, StoryFault)> {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let stories: Vec<Story> = bodies
        .iter()
        .map(|(id, body)| {
            let file = format!("stories/{id}.md");
            let text = format!("{FRONT}{body}");
            read(&file, text.as_bytes()).value.expect("a story")
        })
        .collect();
    let holds = ValidationContext {
        dataset: &dataset,
        grantees: vec!["city-of-boston".to_owned()],
        views: Some(vec!["awards-by-state".to_owned()]),
        stories: &stories,
    };
    places(&validate(&stories[0], &holds))
}

const RATE: &str = "claim:maryland-department-of-labor-apprenticeship-placement-rate-part-0-9";

#[test]
fn a_claim_says_what_was_published() {
    assert_eq!(
        held(&[("x", &format!("Placed: [nearly 90%]({RATE}).\n"))]),
        []
    );
    let wrong = held(&[("x", &format!("Placed: [90%]({RATE}).\n"))]);
    let [(11, 9, StoryFault::SaysOther { written, published })] = &wrong[..] else {
        panic!("{wrong:?}");
    };
    assert_eq!(
        (written.as_str(), published.as_str()),
        ("90%", "nearly 90%")
    );
    let unknown = held(&[("x", &format!("Placed: [nearly 90%]({RATE}x).\n"))]);
    assert!(
        matches!(
            &unknown[..],
            [(11, 9, StoryFault::UnknownClaim { near: Some(_), .. })]
        ),
        "{unknown:?}"
    );
}

#[test]
fn an_earlier_state_is_told_unless_it_is_meant() {
    let id = "washington-student-achievement-council-target-placements-3150-2022";
    let plain = held(&[("x", &format!("Goal: [at least 3,150](claim:{id}).\n"))]);
    assert!(
        matches!(&plain[..], [(11, 7, StoryFault::Older { .. })]),
        "{plain:?}"
    );
    let meant = held(&[(
        "x",
        &format!("Goal: [at least 3,150](claim:{id} \"history\").\n"),
    )]);
    assert_eq!(meant, []);
}

#[test]
fn a_statement_has_a_source() {
    let bare = held(&[(
        "x",
        "## Heading\n\nNine in ten succeed.\n\n- So they say.\n",
    )]);
    assert!(
        matches!(
            &bare[..],
            [
                (13, 1, StoryFault::NoSource { .. }),
                (15, 3, StoryFault::NoSource { .. })
            ]
        ),
        "{bare:?}"
    );
    let note = held(&[("x", "They do.[^a]\n\n[^a]: A book.\n")]);
    assert!(
        matches!(&note[..], [(13, 1, StoryFault::NoteWithoutSource { .. })]),
        "{note:?}"
    );
    let (_, lost) = story("They do.[^b] [Here](https://a.example/).\n");
    assert!(
        matches!(&places(&lost)[..], [(11, 1, StoryFault::UnknownNote { found })] if found == "b"),
        "{lost:?}"
    );
}

#[test]
fn stories_that_lead_back_to_themselves_are_told_once_each() {
    let way = held(&[
        ("x", "::story y\n"),
        ("y", "::story z\n"),
        ("z", "::story x\n"),
    ]);
    assert!(
        matches!(&way[..], [(11, 1, StoryFault::Loop { path })] if path == "x → y → z → x"),
        "{way:?}"
    );
    let own = held(&[("x", "::story x\n")]);
    assert!(
        matches!(&own[..], [(11, 1, StoryFault::Loop { .. })]),
        "{own:?}"
    );
    let open = held(&[
        ("x", "::story y\n"),
        ("y", "::story z\n"),
        ("z", "::story y\n"),
    ]);
    assert_eq!(open, [], "a circle of others is theirs to be told");
}

#[test]
fn what_a_directive_names_is_there() {
    let found = held(&[(
        "x",
        "::view awards-by-stat\n\n::view measure=people_plced\n\n::picture a.png | b | c\n\n::story q\n\n::view awards-by-state\n",
    )]);
    assert!(
        matches!(
            &found[..],
            [
                (11, 1, StoryFault::UnknownView { near: Some(_), .. }),
                (13, 1, StoryFault::NoAnswer { .. }),
                (15, 1, StoryFault::UnknownPicture { .. }),
                (17, 1, StoryFault::UnknownStory { .. }),
            ]
        ),
        "{found:?}"
    );
}

#[test]
fn every_published_story_has_a_page_of_its_own_and_nothing_is_wrong_with_it() {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let package = &dataset.package;
    let stories: Vec<_> = package.of_role(ResourceRole::Story).collect();
    assert!(stories.len() >= 20, "{}", stories.len());
    for resource in stories {
        assert!(
            resource
                .hash
                .as_deref()
                .is_some_and(|hash| hash.starts_with("sha256:")),
            "{}",
            resource.path
        );
        let id = good_jobs::story::id_of(&resource.path).to_owned();
        let route = Route::Story(id.clone());
        let page = block_on(load_page(&files, &route, ""));
        let Page::Story(page) = page else {
            panic!("{id}");
        };
        assert!(page.hero().is_some(), "{id} has a number");
        // Every claim in the text links to the page of its figure.
        let claims: Vec<String> = page
            .story
            .claims()
            .into_iter()
            .map(|claim| claim.id.clone())
            .collect();
        let html = shown_as(&route, Page::Story(page));
        for claim in claims {
            assert!(
                html.contains(&format!("href=\"/figures/{claim}/\"")),
                "{id}: {claim}"
            );
        }
    }
    let report = good_jobs::publish::check::check(&Path::new(".").join("public/data"));
    let told: Vec<String> = report
        .problems
        .iter()
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect();
    assert_eq!(told, Vec::<String>::new());
}

fn shown_as(route: &Route, page: Page) -> String {
    prerender::body(shell(route), page)
}
