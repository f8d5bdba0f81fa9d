//! The command-line tool of the publisher: one subcommand per task.

#[cfg(not(target_arch = "wasm32"))]
mod desk {
    use clap::{CommandFactory, Parser, Subcommand};
    use good_jobs::export::{Since, Verdict};
    use good_jobs::locale::Locale;
    use good_jobs::publish::check::CheckFormat;
    use good_jobs::publish::collect::Where;
    use good_jobs::publish::init::InitRequest;
    use good_jobs::publish::moment::PointInTime;
    use good_jobs::publish::suppression::{self, AttackRequest, ProtectRequest};
    use good_jobs::publish::{self, picture::PictureRequest, prerender::BuildOptions};
    use good_jobs::publish::{ReleaseRequest, WithdrawRequest};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    const PROTECT_EXAMPLE: &str = "Example:
  outcomes init results.csv --name placements --created 2026-11-30
  outcomes protect placements --out placements-public
  outcomes attack placements-public";

    const ATTACK_EXAMPLE: &str = "Example:
  outcomes attack public/data/good-jobs-challenge-demo";

    /// Create, check and release data packages, and write the pages of the site.
    #[derive(Parser)]
    #[command(name = "outcomes", version)]
    struct CommandLine {
        #[command(subcommand)]
        verb: Verb,
    }

    /// The site whose views are requested.
    #[derive(clap::Args)]
    struct At {
        /// The site's host in citations, https://…; by default the one in the catalog.
        #[arg(long)]
        origin: Option<String>,
        /// The base path of the site on its host.
        #[arg(long, default_value = "/")]
        public_url: String,
        /// The folder of the catalog.
        #[arg(long, default_value = "public/data")]
        data: PathBuf,
    }

    impl At {
        fn place(&self) -> Where<'_> {
            Where {
                data: &self.data,
                origin: self.origin.as_deref(),
                public_url: &self.public_url,
            }
        }
    }

    #[derive(Subcommand)]
    enum Verb {
        /// Create the illustrative package, with the same bytes every time.
        Demo {
            /// The package's folder.
            #[arg(long, default_value = "public/data/good-jobs-challenge-demo")]
            out: PathBuf,
            /// Choose which other cells to suppress, by simulating attacks (minutes); needed when
            /// the table has changed. Build and run again to use the result.
            #[arg(long)]
            choose: bool,
        },
        /// Record sizes and hashes, archive the version, and list it in the catalog. All files are written, or none.
        #[command(
            after_help = "Example:\n  outcomes check public/data/my-program --record passed.json\n  \
                                outcomes release public/data/my-program --checked passed.json\n\n\
                                Exit codes: 0 released or unchanged, 1 refused; then nothing was written."
        )]
        Release {
            /// The package's folder, next to `catalog.json`.
            package: PathBuf,
            /// Write a version again if it was never published.
            #[arg(long)]
            redraft: bool,
            /// Refuse until this moment: 2026-12-15T08:30-05:00. The `issued` of the manifest does the same; the later
            /// of both counts.
            #[arg(long, value_name = "TIME", value_parser = PointInTime::parse)]
            not_before: Option<PointInTime>,
            /// Refuse files that differ from those that passed: a record of `check --record`, or of a program that
            /// protects small counts. May be given several times.
            #[arg(long, value_name = "FILE")]
            checked: Vec<PathBuf>,
        },
        /// Take a published version back: its files are removed, and every page that showed it says when and why. Its
        /// manifest stays, as the record of what was published.
        #[command(
            after_help = "Example:\n  outcomes withdraw public/data/my-program --version 1.0.0 \\\n    \
                                --reason \"Two counts were too small to publish.\" --replaced-by 1.0.1\n\n\
                                Exit codes: 0 withdrawn, 1 refused; then nothing was changed."
        )]
        Withdraw {
            /// The package's folder, next to `catalog.json`.
            package: PathBuf,
            /// The version to withdraw; never the newest.
            #[arg(long)]
            version: String,
            /// Why, in a sentence for readers.
            #[arg(long)]
            reason: String,
            /// The version that replaces it.
            #[arg(long, value_name = "VERSION")]
            replaced_by: Option<String>,
            /// The day of the withdrawal, YYYY-MM-DD; by default today (UTC).
            #[arg(long, value_name = "DAY")]
            on: Option<String>,
        },
        /// Write every page of the built site as a file that works without JavaScript.
        Build {
            /// The output folder of Trunk.
            #[arg(long, default_value = "dist")]
            dist: PathBuf,
            /// The base path of the site on its host.
            #[arg(long, default_value = "/")]
            public_url: String,
            /// The site's host, https://…; by default the one in the catalog.
            #[arg(long)]
            origin: Option<String>,
            /// The folder of the fonts for pictures.
            #[arg(long, default_value = publish::picture::FACES)]
            faces: PathBuf,
            /// The cache of drawn pictures for the next build.
            #[arg(long)]
            kept: Option<PathBuf>,
        },
        /// Serve the built site as its host will, on this computer only.
        Serve {
            /// The built site.
            #[arg(long, default_value = "dist")]
            dist: PathBuf,
            /// The port; 0 chooses a free one.
            #[arg(long, default_value_t = 8080)]
            port: u16,
            /// The base path that the site was built for.
            #[arg(long, default_value = "/")]
            public_url: String,
        },
        /// Check a catalog with all its packages, or one package; list every problem.
        Check {
            /// Folders, or files named catalog.json or datapackage.json.
            #[arg(default_value = "public/data")]
            paths: Vec<PathBuf>,
            /// How problems are written: grouped for people, for programs (json, sarif), or as a web page.
            #[arg(long, value_enum, default_value = "text")]
            format: CheckFormat,
            /// Check one package as its release would write it, and if there is no problem, write the hash of each file
            /// here, for `release --checked`.
            #[arg(long, value_name = "FILE")]
            record: Option<PathBuf>,
        },
        /// Write a draft package from tables: CSV, XLSX, ODS, Parquet, JSON or archives of them. It says how each column is read
        /// and why, and writes nothing that does not read back the same.
        Init {
            /// The files of the tables.
            #[arg(required = true)]
            files: Vec<PathBuf>,
            /// The name of the package: letters, digits, '.', '-' and '_'.
            #[arg(long)]
            name: String,
            /// The title of the package; by default that of its first file.
            #[arg(long)]
            title: Option<String>,
            /// The day of the draft, YYYY-MM-DD.
            #[arg(long)]
            created: String,
            /// The folder to write; by default the name.
            #[arg(short, long)]
            out: Option<PathBuf>,
            /// How a column is read, as Explore has it in its address: table~column~reading. May be given several times.
            #[arg(long = "as", value_name = "ANSWER")]
            answers: Vec<String>,
        },
        /// Suppress small counts of a package, and further counts until none can be computed.
        ///
        /// Reads a draft with all its counts and writes a protected package to another folder. Totals are derived
        /// from the package's roles over all of its tables. The result is attacked before it gets its name, and
        /// disclosure-audit.json in it has the proof with the hashes of the files.
        ///
        /// Exit code 0: the protected package was written. 1: nothing was written; the message names file, line,
        /// column and remedy, never a count.
        #[command(after_help = PROTECT_EXAMPLE)]
        Protect {
            /// The folder of the draft, which is not changed.
            folder: PathBuf,
            /// The folder to write; by default the name of the draft with “-protected”.
            #[arg(short, long)]
            out: Option<PathBuf>,
            /// Counts from 1 to one below it are suppressed.
            #[arg(long, default_value_t = suppression::attack::THRESHOLD)]
            threshold: u32,
            /// What remains between the smallest and the largest possible value of a suppressed count; by default the
            /// threshold less 2, so that every small count remains possible.
            #[arg(long)]
            width: Option<u32>,
            /// Suppress only small counts here: a table, or table~column. May be given several times.
            #[arg(long, value_name = "TABLE[~COLUMN]")]
            keep: Vec<String>,
            /// The folder of a version that readers have already.
            #[arg(long, value_name = "FOLDER")]
            against: Option<PathBuf>,
            /// Print JSON.
            #[arg(long)]
            json: bool,
        },
        /// Compute how far each suppressed count of a package can be narrowed.
        ///
        /// Uses what a reader has: the numbers, totals and declared ranges of all tables. Exit code 0: no count can
        /// be narrowed below its declared width. 2: some can; they are listed by file, line and column. 1: the
        /// package cannot be attacked.
        #[command(after_help = ATTACK_EXAMPLE)]
        Attack {
            /// The folder of the package.
            folder: PathBuf,
            /// Counts from 1 to one below it must be protected; by default what the package declares, else 10.
            #[arg(long)]
            threshold: Option<u32>,
            /// The folder of another published version, whose numbers readers know too.
            #[arg(long, value_name = "FOLDER")]
            against: Option<PathBuf>,
            /// Print JSON, with the interval of every suppressed count.
            #[arg(long)]
            json: bool,
        },
        /// Draw the answer to a query into a file: a chart, or the card for social networks.
        Picture {
            /// The package to query; by default the site's own.
            #[arg(long)]
            package: Option<String>,
            /// The query part of an address: "?measure=…&by=…".
            #[arg(long, default_value = "")]
            query: String,
            /// Show this published claim as a number, instead of a query.
            #[arg(long, conflicts_with = "query")]
            claim: Option<String>,
            /// The output file: a name that ends in .svg or .png.
            #[arg(long)]
            out: PathBuf,
            /// Width of a chart, in pixels.
            #[arg(long, default_value_t = 736)]
            width: u32,
            /// Draw the card for social networks.
            #[arg(long)]
            card: bool,
            /// The folder of the catalog.
            #[arg(long, default_value = "public/data")]
            data: PathBuf,
        },
        /// Compare two folders of drawings and write a page that shows the differences. Exit code 0
        /// if all are equal, 2 if some differ, 1 if they cannot be compared.
        Report {
            /// The old drawings.
            #[arg(long, default_value = "tests/golden")]
            before: PathBuf,
            /// The new drawings, as written by the tests.
            #[arg(long, default_value = "build/pictures/after")]
            after: PathBuf,
            /// The folder for the page.
            #[arg(long, default_value = "build/pictures")]
            out: PathBuf,
        },
        /// Draw any view of the site into files for a report; file names give measure, place and
        /// date.
        Draw {
            /// The address of a view, "https://…/explore/?…", or only its query part.
            address: String,
            /// The formats: svg, png, pdf, docx, xlsx, csv, json, pack; separate several with
            /// commas.
            #[arg(long = "format", value_delimiter = ',', default_value = "svg")]
            formats: Vec<String>,
            /// Width of the picture: 6.5in, 16cm, 736px.
            #[arg(long, default_value = "736px")]
            width: String,
            /// The color theme: light, dark, print.
            #[arg(long, default_value = "light")]
            theme: String,
            /// Dots per inch of PNG files: 300 for a width on paper, 192 for one in pixels.
            #[arg(long)]
            dpi: Option<f64>,
            /// Keep the text of SVG files as editable text, in fonts that every computer has,
            /// instead of outlines.
            #[arg(long)]
            live_text: bool,
            /// The output folder.
            #[arg(short, long, default_value = ".")]
            out: PathBuf,
            #[command(flatten)]
            at: At,
        },
        /// Collect the charts of a report in one zip file: numbered, with a bibliography, a table
        /// of every number cited, and a list for `since`.
        Collect {
            /// The addresses of views, in the order of the report.
            #[arg(required = true)]
            addresses: Vec<String>,
            /// Width of the pictures: 6.5in, 16cm, 736px.
            #[arg(long, default_value = "6.5in")]
            width: String,
            /// The zip file.
            #[arg(short, long, default_value = "report.zip")]
            out: PathBuf,
            #[command(flatten)]
            at: At,
        },
        /// List what has changed since a report was collected. Exit code 0 if every number is the
        /// same, 2 if some differ or no longer have a result, 1 if the comparison failed.
        Since {
            /// The `manifest.json` of the report.
            manifest: PathBuf,
            /// Print JSON.
            #[arg(long)]
            json: bool,
            #[command(flatten)]
            at: At,
        },
        /// List what differs between two versions of a package, number by number. Exit code 0 if no number differs, 2
        /// if some do, 1 if the comparison failed.
        Diff {
            /// The older one: a folder with a datapackage.json, or package@version of the catalog.
            before: String,
            /// The newer one.
            after: String,
            /// The folder of the catalog.
            #[arg(long, default_value = "public/data")]
            data: PathBuf,
            /// Print JSON.
            #[arg(long)]
            json: bool,
        },
        /// Print the script that completes verbs and options in a shell.
        #[command(
            after_help = "Example:\n  outcomes completions bash > ~/.local/share/bash-completion/completions/outcomes"
        )]
        Completions {
            /// The shell.
            shell: clap_complete::Shell,
        },
        /// Write a man page for the tool and one for each verb.
        #[command(
            after_help = "Example:\n  outcomes man --out ~/.local/share/man/man1 && man outcomes-release"
        )]
        Man {
            /// The folder.
            #[arg(short, long)]
            out: PathBuf,
        },
        /// Print the numbers behind an address as JSON.
        Answer {
            /// The query part of an address: "?package=…&measure=…"; "-" reads one address per line from
            /// standard input and prints one answer per line.
            #[arg(default_value = "")]
            address: String,
            /// The folder of the catalog.
            #[arg(long, default_value = "public/data")]
            data: PathBuf,
            /// Answer this many random queries of a package instead, one answer per line.
            #[arg(long, requires = "package")]
            random: Option<usize>,
            /// The package for random queries.
            #[arg(long)]
            package: Option<String>,
            /// The same seed gives the same queries.
            #[arg(long, default_value_t = 1)]
            seed: u64,
            /// Print the cards at the top of the overview.
            #[arg(long)]
            overview: bool,
            /// Print every published view, one answer per line.
            #[arg(long)]
            views: bool,
            /// Print what the dashboard of a package shows under this many random choices of filters, one choice
            /// per line.
            #[arg(long, requires = "package", conflicts_with = "random")]
            dashboards: Option<usize>,
        },
    }

    pub fn main() -> ExitCode {
        let done = match CommandLine::parse().verb {
            Verb::Report { before, after, out } => return report(&before, &after, &out),
            Verb::Diff {
                before,
                after,
                data,
                json,
            } => return diff(&data, &before, &after, json),
            Verb::Since { manifest, json, at } => return since(&at.place(), &manifest, json),
            Verb::Collect {
                addresses,
                width,
                out,
                at,
            } => publish::collect::collect(&at.place(), &addresses, &width, &out),
            Verb::Demo { out, choose } => demo(&out, choose),
            Verb::Completions { shell } => {
                let script = publish::shell_help::completions(CommandLine::command(), shell);
                Ok(script.trim_end().to_owned())
            }
            Verb::Man { out } => {
                publish::shell_help::man(CommandLine::command(), &out).map(|names| names.join("\n"))
            }
            Verb::Release {
                package,
                redraft,
                not_before,
                checked,
            } => release(&ReleaseRequest {
                folder: &package,
                redraft,
                not_before,
                now: PointInTime::now(),
                records: &checked,
            }),
            Verb::Withdraw {
                package,
                version,
                reason,
                replaced_by,
                on,
            } => withdraw(&WithdrawRequest {
                folder: &package,
                version: &version,
                reason: &reason,
                replaced_by: replaced_by.as_deref(),
                on: &on.unwrap_or_else(|| PointInTime::now().day()),
            }),
            Verb::Build {
                dist,
                public_url,
                origin,
                faces,
                kept,
            } => build(&BuildOptions {
                now: PointInTime::now(),
                dist: &dist,
                public_url: &public_url,
                origin: origin.as_deref(),
                faces: &faces,
                kept,
                progress: &progress,
            }),
            Verb::Serve {
                dist,
                port,
                public_url,
            } => serve(&dist, port, &public_url),
            Verb::Check {
                paths,
                format,
                record,
            } => check(&paths, format, record.as_deref()),
            Verb::Init {
                files,
                name,
                title,
                created,
                out,
                answers,
            } => {
                let answers: Vec<String> = answers.iter().map(|one| format!("as={one}")).collect();
                publish::init::init(&InitRequest {
                    files: &files,
                    title: title.as_deref(),
                    created: &created,
                    out: &out.unwrap_or_else(|| PathBuf::from(&name)),
                    name: &name,
                    answers: &answers,
                })
            }
            Verb::Attack {
                folder,
                threshold,
                against,
                json,
            } => {
                let request = AttackRequest {
                    folder: &folder,
                    threshold,
                    against: against.as_deref(),
                };
                return attack(&request, json);
            }
            Verb::Protect {
                folder,
                out,
                threshold,
                width,
                keep,
                against,
                json,
            } => protect(
                &ProtectRequest {
                    folder: &folder,
                    out: &out.unwrap_or_else(|| beside(&folder)),
                    threshold,
                    width,
                    keep: &keep,
                    against: against.as_deref(),
                },
                json,
            ),
            Verb::Picture {
                package,
                query,
                claim,
                out,
                width,
                card,
                data,
            } => publish::picture::picture(&PictureRequest {
                data: &data,
                package: package.as_deref(),
                query: &query,
                claim: claim.as_deref(),
                width,
                card,
                out: &out,
            }),
            Verb::Draw {
                address,
                formats,
                width,
                theme,
                dpi,
                live_text,
                out,
                at,
            } => publish::draw::draw(&publish::draw::DrawRequest {
                data: &at.data,
                address: &address,
                formats: &formats,
                width: &width,
                theme: &theme,
                dpi,
                live_text,
                origin: at.origin.as_deref(),
                public_url: &at.public_url,
                out: &out,
            }),
            Verb::Answer {
                address,
                data,
                random,
                package,
                seed,
                overview,
                views,
                dashboards,
            } => match (random.or(dashboards), package) {
                (Some(count), Some(package)) => {
                    let tell = |line: String| println!("{line}");
                    let draw = (count, seed);
                    let done = match dashboards.is_some() {
                        true => publish::answer::dashboards(&data, &package, draw, tell),
                        false => publish::answer::random(&data, &package, draw, tell),
                    };
                    done.map(|()| String::new())
                }
                _ if overview => publish::answer::overview(&data),
                _ if views => publish::answer::views(&data),
                _ if address == "-" => {
                    let lines = std::io::stdin().lines();
                    let addresses = lines.map(|line| line.map_err(|error| error.to_string()));
                    publish::answer::each(&data, addresses, |line| println!("{line}"))
                        .map(|()| String::new())
                }
                _ => publish::answer::one(&data, &address),
            },
        };
        match done {
            Ok(message) => {
                println!("{message}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("outcomes: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn since(at: &Where, manifest: &Path, json: bool) -> ExitCode {
        let all = match publish::collect::changed(at, manifest) {
            Ok(all) => all,
            Err(error) => {
                eprintln!("outcomes: {error}");
                return ExitCode::FAILURE;
            }
        };
        match json {
            true => println!("{}", serde_json::to_string_pretty(&all).unwrap_or_default()),
            false => all.iter().for_each(|chart: &Since| {
                println!("{}. {}: {}", chart.number, chart.title, chart.said);
                for change in &chart.changes {
                    println!("   {change}");
                }
            }),
        }
        let stands = |chart: &Since| matches!(chart.verdict, Verdict::Same | Verdict::Newer);
        match all.iter().all(stands) {
            true => ExitCode::SUCCESS,
            false => ExitCode::from(2),
        }
    }

    fn diff(data: &Path, before: &str, after: &str, json: bool) -> ExitCode {
        let changes = match publish::diff::diff(data, before, after) {
            Ok(changes) => changes,
            Err(error) => {
                eprintln!("outcomes: {error}");
                return ExitCode::FAILURE;
            }
        };
        match json {
            true => println!("{:#}", publish::diff::as_json(&changes, Locale::EN)),
            false => println!("{}", publish::diff::as_table(&changes, Locale::EN)),
        }
        ExitCode::from(if changes.total() == 0 { 0 } else { 2 })
    }

    /// The folder of a protected package, beside that of its draft.
    fn beside(folder: &Path) -> PathBuf {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        folder.with_file_name(format!("{name}-protected"))
    }

    fn protect(request: &ProtectRequest, json: bool) -> Result<String, String> {
        let done = suppression::protect(request, &progress)?;
        Ok(match json {
            true => format!("{:#}", suppression::as_json(&done)),
            false => suppression::as_text(&done, request.out),
        })
    }

    fn attack(request: &AttackRequest, json: bool) -> ExitCode {
        let tell = |done: usize, of: usize| progress("groups of suppressed counts", done, of);
        let report = match suppression::attack(request, &tell) {
            Ok(report) => report,
            Err(error) => {
                eprintln!("outcomes: {error}");
                return ExitCode::FAILURE;
            }
        };
        match json {
            true => println!("{:#}", suppression::attack::as_json(&report)),
            false => println!("{}", suppression::attack::as_text(&report)),
        }
        ExitCode::from(if report.narrow().next().is_none() {
            0
        } else {
            2
        })
    }

    fn demo(out: &Path, choose: bool) -> Result<String, String> {
        if choose {
            let at = publish::demo::FURTHER_PATH;
            std::fs::write(at, publish::demo::choose()?)
                .map_err(|error| format!("{at}: {error}"))?;
            return Ok(format!(
                "{at} has the new choice; build and run again without --choose"
            ));
        }
        let demo = publish::demo::write(out)?;
        let [[primary, further], [primary_totals, further_totals]] = demo.hidden;
        Ok(format!(
            "{} rows in {}\nsuppressed counts: {primary} primary and {further} secondary in the table, {primary_totals} primary \
             and {further_totals} secondary in the totals",
            demo.rows,
            out.display(),
        ))
    }

    fn withdraw(request: &WithdrawRequest) -> Result<String, String> {
        let removed = publish::withdraw(request)?;
        let mut lines: Vec<String> = removed
            .iter()
            .map(|path| format!("removed {path}"))
            .collect();
        lines.push(format!(
            "version {} is withdrawn as of {}; its manifest stays as the record of its hashes",
            request.version, request.on
        ));
        Ok(lines.join("\n"))
    }

    fn release(request: &ReleaseRequest) -> Result<String, String> {
        let released = publish::release(request)?;
        let state = if released.unchanged {
            "unchanged"
        } else {
            "new"
        };
        Ok(format!(
            "{} {} ({state}), manifest {}",
            released.name, released.version, released.sha256
        ))
    }

    fn check(
        paths: &[PathBuf],
        format: CheckFormat,
        record: Option<&Path>,
    ) -> Result<String, String> {
        let checked: Vec<_> = match (record, paths) {
            (None, _) => paths
                .iter()
                .map(|path| (path.as_path(), publish::check::check(path)))
                .collect(),
            (Some(record), [folder]) => {
                let (report, text) = publish::check::check_draft(folder)?;
                if report.problems.is_empty() {
                    std::fs::write(record, text)
                        .map_err(|error| format!("{}: {error}", record.display()))?;
                }
                vec![(folder.as_path(), report)]
            }
            (Some(_), _) => return Err("--record is for one package; name its folder".to_owned()),
        };
        print!("{}", publish::check::write(&checked, format));
        let summary = publish::check::summary(&checked);
        // Programs read the output whole: the sentence is for people.
        match format {
            CheckFormat::Text => summary,
            _ => summary.map(|_| String::new()),
        }
    }

    fn build(site: &BuildOptions) -> Result<String, String> {
        let began = std::time::Instant::now();
        let report = publish::prerender::build(site)?;
        for held in &report.held_back {
            println!("{}", held.words());
        }
        Ok(format!(
            "{} pages, {} published views, {} pictures ({} unchanged), {} other files: {:.1} MB in {:.1} s",
            report.pages.len(),
            report.views,
            report.pictures,
            report.pictures_kept,
            report.others.len(),
            report.bytes as f64 / 1e6,
            began.elapsed().as_secs_f64(),
        ))
    }

    fn serve(dist: &Path, port: u16, public_url: &str) -> Result<String, String> {
        let serving = publish::serve::serve(dist, port, public_url)?;
        println!("Open {}", serving.url);
        serving.wait()
    }

    fn report(before: &Path, after: &Path, out: &Path) -> ExitCode {
        let faces = Path::new(publish::picture::FACES);
        match publish::report::report(before, after, out, faces) {
            Ok(report) => {
                for different in &report.different {
                    println!("{}", different.name);
                }
                println!(
                    "{} drawings differ, {} are unchanged; see {}",
                    report.different.len(),
                    report.equal,
                    out.join(publish::report::PAGE).display()
                );
                ExitCode::from(if report.is_equal() { 0 } else { 2 })
            }
            Err(error) => {
                eprintln!("outcomes: {error}");
                ExitCode::FAILURE
            }
        }
    }

    /// Writes a line of progress every five seconds, with the count and the time left.
    fn progress(what: &str, done: usize, of: usize) {
        use std::sync::Mutex;
        use std::time::{Duration, Instant};
        /// What is counted, when it began, and when a line was last written.
        static SINCE: Mutex<Option<(String, Instant, Instant)>> = Mutex::new(None);
        let now = Instant::now();
        let Ok(mut since) = SINCE.lock() else { return };
        let is_new = since.as_ref().is_none_or(|(known, ..)| known != what);
        if is_new {
            *since = Some((what.to_owned(), now, now));
        }
        let Some((_, began, last)) = since.as_mut() else {
            return;
        };
        if done != of && now - *last < Duration::from_secs(5) {
            return;
        }
        *last = now;
        let left = (now - *began).as_secs_f64() / done.max(1) as f64 * (of - done.min(of)) as f64;
        match done < of {
            true => eprintln!("  {what}: {done} of {of}, about {left:.0} s left"),
            false => eprintln!("  {what}: {done} of {of}"),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    desk::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
