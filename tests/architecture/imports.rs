//! Which file takes names from which, read from `use` declarations and from paths in the code.
//!
//! A name is followed through `use` to the file that defines it: a `mod.rs` that only hands a name on does
//! not use it. What files take from the `mod.rs` of a folder around them is not counted: it holds the types
//! that the folder shares. Calls of methods are no imports and are not seen.

use std::collections::{BTreeMap, BTreeSet};

/// A file of the library.
pub struct File {
    path: String,
    /// `["frame", "answer"]` for `frame/answer.rs`.
    module: Vec<String>,
    uses: Vec<Use>,
    /// The code without its `use` declarations.
    code: String,
}

/// One name that a `use` declaration brings in: the path it has there and the name it gets.
struct Use {
    path: Vec<String>,
    alias: String,
    is_handed_on: bool,
}

/// For each file the files it takes names from, with those names.
pub type Imports = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

impl File {
    /// `text` is the file's code without comments. `None` for programs, which nothing can import.
    pub fn read(path: &str, text: &str) -> Option<Self> {
        if path == "main.rs" || path.starts_with("bin/") {
            return None;
        }
        let stem = path.strip_suffix(".rs")?;
        let stem = stem.strip_suffix("/mod").unwrap_or(stem);
        let module = match stem {
            "lib" => Vec::new(),
            _ => stem.split('/').map(str::to_owned).collect(),
        };
        let (declared, code) = apart(text);
        let mut uses = Vec::new();
        for (declaration, is_handed_on) in declared {
            expand(&declaration, &[], &mut |path, alias| {
                uses.push(Use {
                    path,
                    alias,
                    is_handed_on,
                });
            });
        }
        Some(Self {
            path: path.to_owned(),
            module,
            uses,
            code,
        })
    }
}

impl File {
    /// Whether `other` is the `mod.rs` of a folder around this file.
    fn is_in_folder_of(&self, other: &File) -> bool {
        let above = &other.module;
        self.module.len() > above.len() && self.module.starts_with(above)
    }
}

/// The files that each file takes names from.
pub fn imports(files: &[File]) -> Imports {
    let house = House::of(files);
    let mut imports = Imports::new();
    for file in files {
        let mut taken = BTreeMap::<String, BTreeSet<String>>::new();
        let mut take = |path: &[String]| {
            if let Some((from, name)) = house.defined(&file.module, path, 0)
                && from.path != file.path
                && !file.is_in_folder_of(from)
            {
                taken.entry(from.path.clone()).or_default().insert(name);
            }
        };
        for used in &file.uses {
            if !used.is_handed_on || is_spoken(&file.code, &used.alias) {
                take(&used.path);
            }
        }
        for path in paths(&file.code) {
            let alias = file.uses.iter().find(|used| used.alias == path[0]);
            match alias {
                Some(used) => take(&[&used.path, &path[1..]].concat()),
                None => take(&path),
            }
        }
        imports.insert(file.path.clone(), taken);
    }
    imports
}

/// Groups of files in which each leads to each other one, by Tarjan's algorithm.
pub fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let mut search = Search {
        imports,
        index: BTreeMap::new(),
        low: BTreeMap::new(),
        open: Vec::new(),
        circles: Vec::new(),
    };
    for path in imports.keys() {
        if !search.index.contains_key(path.as_str()) {
            search.visit(path);
        }
    }
    search.circles
}

struct Search<'a> {
    imports: &'a Imports,
    index: BTreeMap<&'a str, usize>,
    low: BTreeMap<&'a str, usize>,
    open: Vec<&'a str>,
    circles: Vec<Vec<String>>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, path: &'a str) {
        let index = self.index.len();
        self.index.insert(path, index);
        self.low.insert(path, index);
        self.open.push(path);
        for next in self.imports.get(path).into_iter().flat_map(BTreeMap::keys) {
            let reached = match self.index.get(next.as_str()) {
                None => {
                    self.visit(next);
                    self.low[next.as_str()]
                }
                Some(index) if self.open.contains(&next.as_str()) => *index,
                Some(_) => continue,
            };
            let low = self.low[path].min(reached);
            self.low.insert(path, low);
        }
        if self.low[path] == index {
            let at = self.open.iter().position(|known| *known == path);
            let circle = self.open.split_off(at.unwrap_or(0));
            if circle.len() > 1 {
                self.circles
                    .push(circle.into_iter().map(str::to_owned).collect());
            }
        }
    }
}

struct House<'a> {
    modules: BTreeMap<&'a [String], &'a File>,
}

impl<'a> House<'a> {
    fn of(files: &'a [File]) -> Self {
        let modules = files.iter().map(|file| (file.module.as_slice(), file));
        Self {
            modules: modules.collect(),
        }
    }

    /// The file that defines what a path leads to from a module, and the name it has there; `None` for what
    /// another crate defines and for a module itself. `depth` counts the `use` declarations followed.
    fn defined(
        &self,
        from: &[String],
        path: &[String],
        depth: usize,
    ) -> Option<(&'a File, String)> {
        let (mut module, mut rest) = self.start(from, path)?;
        while let Some((first, others)) = rest.split_first() {
            let child = [module.as_slice(), std::slice::from_ref(first)].concat();
            if self.modules.contains_key(child.as_slice()) {
                (module, rest) = (child, others);
                continue;
            }
            let file = *self.modules.get(module.as_slice())?;
            let handed = file.uses.iter().find(|used| used.alias == *first);
            return match handed {
                Some(used) if depth < 9 => {
                    let on = [&used.path, others].concat();
                    self.defined(&file.module, &on, depth + 1)
                }
                _ => Some((file, first.clone())),
            };
        }
        None
    }

    /// The module in which a path starts, and the rest of the path.
    fn start<'p>(
        &self,
        from: &[String],
        path: &'p [String],
    ) -> Option<(Vec<String>, &'p [String])> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some((Vec::new(), rest)),
            "self" => Some((from.to_vec(), rest)),
            "super" => {
                let mut module = from.to_vec();
                module.pop()?;
                let mut rest = rest;
                while let Some((_, others)) =
                    rest.split_first().filter(|(next, _)| *next == "super")
                {
                    module.pop()?;
                    rest = others;
                }
                Some((module, rest))
            }
            _ => {
                let child = [from, std::slice::from_ref(first)].concat();
                let is_child = self.modules.contains_key(child.as_slice());
                is_child.then(|| (from.to_vec(), path))
            }
        }
    }
}

/// The `use` declarations of a file, each without its `use` and `;` and with whether it hands names on,
/// and the code without them.
fn apart(text: &str) -> (Vec<(String, bool)>, String) {
    let (mut declared, mut code) = (Vec::new(), String::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let start = line.trim_start();
        let handed_on = start.starts_with("pub");
        let is_inner = line.starts_with(' ');
        let Some(mut declaration) = start
            .strip_prefix("use ")
            .or_else(|| {
                start
                    .split_once(" use ")
                    .filter(|_| handed_on)
                    .map(|(_, rest)| rest)
            })
            .map(str::to_owned)
        else {
            code.push_str(line);
            code.push('\n');
            continue;
        };
        while !declaration.contains(';') {
            let Some(more) = lines.next() else { break };
            declaration.push_str(more.trim());
        }
        let end = declaration.find(';').unwrap_or(declaration.len());
        declaration.truncate(end);
        // Within a module of the file itself `super` is the file.
        if is_inner && let Some(own) = declaration.strip_prefix("super::") {
            declaration = format!("self::{own}");
        }
        declared.push((declaration, handed_on));
    }
    (declared, code)
}

/// Gives each path of a declaration such as `crate::a::{b, c::{self, d as e}}`.
fn expand(declaration: &str, before: &[String], give: &mut dyn FnMut(Vec<String>, String)) {
    let declaration = declaration.trim();
    if let Some((start, group)) = declaration.split_once('{') {
        let start: Vec<String> = segments(start).collect();
        let before = [before, &start].concat();
        let group = group.trim_end().strip_suffix('}').unwrap_or(group);
        let (mut depth, mut from) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    expand(&group[from..at], &before, give);
                    from = at + 1;
                }
                _ => {}
            }
        }
        expand(&group[from..], &before, give);
        return;
    }
    if declaration.ends_with('*') {
        return;
    }
    let (path, alias) = match declaration.split_once(" as ") {
        Some((path, alias)) => (path, Some(alias.trim().to_owned())),
        None => (declaration, None),
    };
    let own: Vec<String> = segments(path).collect();
    let mut path = [before, &own].concat();
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(last) = path.last().cloned().filter(|_| !own.is_empty()) {
        give(path, alias.unwrap_or(last));
    }
}

fn segments(path: &str) -> impl Iterator<Item = String> {
    let parts = path.split("::").map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| match part {
            "good_jobs" => "crate".to_owned(),
            part => part.to_owned(),
        })
}

/// Every path of two names or more in the code.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c| !is_path(c)).map(|word| {
        let word = word.trim_matches(':');
        // `a: b::c` is a name and a path.
        word.rsplit_once(": ").map_or(word, |(_, path)| path)
    });
    words
        .filter(|word| word.contains("::"))
        .map(|word| segments(word).collect::<Vec<_>>())
        .filter(|path: &Vec<String>| path.len() > 1)
        .collect()
}

/// Whether code uses a name by itself: a type wherever it occurs, a function where it is called.
fn is_spoken(code: &str, name: &str) -> bool {
    let is_type = name.starts_with(char::is_uppercase);
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let is_own =
            before == Some('.') || code[..at].ends_with("fn ") || code[..at].ends_with("::");
        let called = ["(", "::", "!"].iter().any(|next| after.starts_with(next));
        !is_word(before) && !is_word(after.chars().next()) && !is_own && (is_type || called)
    })
}
