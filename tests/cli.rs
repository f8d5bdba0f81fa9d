//! `docs/cli.md` names every verb of the tool with every option.

use std::process::Command;

fn help(words: &[&str]) -> String {
    let tool = Command::new(env!("CARGO_BIN_EXE_outcomes"))
        .args(words)
        .output();
    String::from_utf8(tool.expect("the tool runs").stdout).expect("text")
}

/// The long options in the text of `--help`.
fn options(help: &str) -> Vec<String> {
    let starts = help
        .lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with('-'));
    let of = |line: &str| {
        let from = line.find("--")?;
        let name: String = line[from + 2..]
            .chars()
            .take_while(|sign| sign.is_ascii_lowercase() || *sign == '-')
            .collect();
        (!name.is_empty() && name != "help" && name != "version").then(|| format!("--{name}"))
    };
    starts.filter_map(of).collect()
}

#[test]
fn the_documentation_names_every_verb_and_option() {
    let text = std::fs::read_to_string("docs/cli.md").expect("readable");
    let section = |name: &str| {
        let heading = format!("\n## {name}\n");
        let from = text.find(&heading)? + heading.len();
        let rest = &text[from..];
        Some(&rest[..rest.find("\n## ").unwrap_or(rest.len())])
    };
    let common = section("Common options").expect("a section");
    let all = help(&["--help"]);
    let verbs = all.lines().skip_while(|line| *line != "Commands:").skip(1);
    let verbs: Vec<&str> = verbs
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert!(
        verbs.len() >= 15 && verbs.contains(&"withdraw"),
        "{verbs:?}"
    );
    let mut missing = Vec::new();
    for verb in verbs {
        let row = format!("| [`{verb}`](#{verb}) |");
        let Some(section) = section(verb).filter(|_| text.contains(&row)) else {
            missing.push(verb.to_owned());
            continue;
        };
        let found = options(&help(&[verb, "--help"])).into_iter();
        missing.extend(
            found
                .filter(|option| {
                    !section.contains(option.as_str()) && !common.contains(option.as_str())
                })
                .map(|option| format!("{verb} {option}")),
        );
    }
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "docs/cli.md does not name these"
    );
}

#[test]
fn completions_and_man_pages_have_every_verb() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = help(&["completions", shell]);
        for word in ["withdraw", "replaced-by"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let out = std::env::temp_dir().join(format!("outcomes-man-{}", std::process::id()));
    let folder = out.to_string_lossy().into_owned();
    let names = help(&["man", "--out", &folder]);
    let page = std::fs::read_to_string(out.join("outcomes-withdraw.1"));
    let count = std::fs::read_dir(&out).map(Iterator::count);
    let _ = std::fs::remove_dir_all(&out);
    let page = page.expect("a page of the verb");
    assert!(page.starts_with(".ie") || page.contains(".TH"), "{page}");
    assert!(page.contains("replaced") && page.contains("Two counts were too small to publish."));
    assert_eq!(count.expect("a folder"), names.lines().count());
    assert!(names.lines().any(|name| name == "outcomes.1") && !names.contains("outcomes-help.1"));
}
