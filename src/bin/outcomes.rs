//! The publisher's desk: one verb, one line.

#[cfg(not(target_arch = "wasm32"))]
mod desk {
    use clap::{Parser, Subcommand};
    use good_jobs::publish;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    /// Makes, checks and releases packages of outcomes, and writes the site's pages.
    #[derive(Parser)]
    #[command(name = "outcomes", version)]
    struct Desk {
        #[command(subcommand)]
        verb: Verb,
    }

    #[derive(Subcommand)]
    enum Verb {
        /// Write every page of the built site as a file that needs no script.
        Build {
            /// What Trunk has built.
            #[arg(long, default_value = "dist")]
            dist: PathBuf,
            /// Where the site will live on its host.
            #[arg(long, default_value = "/")]
            public_url: String,
        },
    }

    pub fn main() -> ExitCode {
        let done = match Desk::parse().verb {
            Verb::Build { dist, public_url } => build(&dist, &public_url),
        };
        match done {
            Ok(said) => {
                println!("{said}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("outcomes: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn build(dist: &Path, public_url: &str) -> Result<String, String> {
        let written = publish::build::build(dist, public_url)?;
        Ok(format!(
            "{} pages written: {}",
            written.len(),
            written.join(", ")
        ))
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    desk::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
