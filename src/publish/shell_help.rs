//! Completions for shells and man pages, made from the definition of the command line.

use clap::Command;
use clap_complete::Shell;
use std::path::Path;

/// The script that completes verbs and options in a shell.
pub fn completions(mut command: Command, shell: Shell) -> String {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// Writes a man page for the tool and one for each verb into a folder. Returns their names.
pub fn man(mut command: Command, out: &Path) -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", out.display());
    // So that each verb's page is named after the tool.
    command.build();
    let name = command.get_name().to_owned();
    let verbs = command
        .get_subcommands()
        .filter(|verb| verb.get_name() != "help");
    let verbs = verbs.map(|verb| (format!("{name}-{}", verb.get_name()), verb.clone()));
    let pages: Vec<(String, Command)> = verbs.collect();
    std::fs::create_dir_all(out).map_err(failed)?;
    let mut names = Vec::new();
    for (name, command) in std::iter::once((name, command.clone())).chain(pages) {
        let file = format!("{name}.1");
        let mut page = Vec::new();
        clap_mangen::Man::new(command)
            .render(&mut page)
            .map_err(failed)?;
        std::fs::write(out.join(&file), page).map_err(failed)?;
        names.push(file);
    }
    Ok(names)
}
