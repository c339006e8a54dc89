//! The import rule of the crate: a module uses only modules listed above it in `lib.rs`; siblings
//! inside a folder meet only through its `mod.rs`; nothing imports `web`, the only home of the browser.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the sources has to fail")]

use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: [&str; 4] = ["wasm_bindgen", "serde_wasm_bindgen", "js_sys", "web_sys"];

struct Source {
    /// From `src`, without `.rs` and `mod`: `customers`, `fold`.
    path: Vec<String>,
    is_folder: bool,
    lines: Vec<String>,
}

fn source_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![source_dir()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(source(&path));
            }
        }
    }
    found
}

fn source(file: &Path) -> Source {
    let relative = file.strip_prefix(source_dir()).unwrap().with_extension("");
    let mut path: Vec<String> =
        relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    let is_folder = path.last().unwrap() == "mod";
    if is_folder || path.last().unwrap() == "lib" {
        path.pop();
    }
    let text = fs::read_to_string(file).unwrap();
    Source { path, is_folder, lines: code_lines(&text) }
}

/// Lines without comments; a `use` that spans lines becomes one.
fn code_lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open = String::new();
    for line in text.lines() {
        let code = line.split("//").next().unwrap_or_default().trim();
        open.push_str(code);
        let is_use = open.starts_with("use ") || open.starts_with("pub") && open.contains(" use ");
        if is_use && !open.ends_with(';') {
            continue;
        }
        lines.push(std::mem::take(&mut open));
    }
    lines
}

/// The modules that paths from `start` (`crate::`, `super::`) on a line lead to, with what follows them:
/// `crate::table::{Money, Day}` gives `table` and `["Money", "Day"]`.
fn paths(line: &str, start: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(start) {
        let own_word = !rest[..at]
            .ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':');
        rest = &rest[at + start.len()..];
        if own_word {
            found.extend(branches(rest));
        }
    }
    found
}

/// The branches of a path: `{a::b, c}` has two.
fn branches(path: &str) -> Vec<(String, Vec<String>)> {
    if let Some(group) = path.strip_prefix('{') {
        return top_level(group).iter().flat_map(|part| branches(part)).collect();
    }
    let name: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let after = &path[name.len()..];
    let next = match after.strip_prefix("::") {
        Some(deeper) => branches(deeper).into_iter().map(|(name, _)| name).collect(),
        None => Vec::new(),
    };
    vec![(name, next)]
}

/// The parts of a group up to its closing brace.
fn top_level(group: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Modules in the order of `lib.rs`.
fn order() -> Vec<String> {
    let text = fs::read_to_string(source_dir().join("lib.rs")).unwrap();
    let module = |line: &str| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned);
    text.lines().filter_map(module).collect()
}

#[test]
fn every_module_stands_in_the_order() {
    let order = order();
    for source in sources().iter().filter(|source| !source.path.is_empty()) {
        assert!(order.contains(&source.path[0]), "{} is not in lib.rs", source.path[0]);
    }
    assert_eq!(order.last().map(String::as_str), Some("web"));
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = order();
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut checked = 0;
    for source in sources() {
        let Some(own) = source.path.first() else { continue };
        for line in &source.lines {
            for (module, _) in paths(line, "crate::") {
                checked += 1;
                // `error` names the roles that are missing, `issue` serves all.
                let serves_all = own == "error" || module == "error" || module == "issue";
                let above = module == *own || place(&module) < place(own);
                assert!(
                    place(&module).is_some(),
                    "{}: `{module}` is no module: {line}",
                    source.path.join("::")
                );
                assert!(
                    serves_all || above,
                    "{} uses {module}, which is below it: {line}",
                    source.path.join("::")
                );
            }
        }
    }
    assert!(checked > 20, "only {checked} paths were seen");
}

#[test]
fn siblings_meet_through_their_folder() {
    let all = sources();
    let is_module = |path: &[String]| all.iter().any(|source| source.path == path);
    let mut checked = 0;
    for source in all.iter().filter(|source| !source.is_folder && source.path.len() > 1) {
        let folder = &source.path[..source.path.len() - 1];
        for line in &source.lines {
            for (name, _) in paths(line, "super::") {
                checked += 1;
                let sibling = [folder, &[name.clone()]].concat();
                let in_tests = name == "sample" || name == "super";
                assert!(in_tests || !is_module(&sibling), "{}: {line}", source.path.join("::"));
            }
            for (module, next) in paths(line, "crate::") {
                for name in next.into_iter().filter(|name| name != "sample") {
                    let inner = [module.clone(), name];
                    assert!(!is_module(&inner), "{}: {line}", source.path.join("::"));
                }
            }
        }
    }
    assert!(checked > 20, "only {checked} paths were seen");
}

#[test]
fn the_browser_stays_in_web() {
    for source in sources() {
        for line in &source.lines {
            let web = source.path.first().is_some_and(|module| module == "web");
            assert!(web || !line.contains("crate::web"), "{}: {line}", source.path.join("::"));
            for name in BROWSER {
                let path = format!("{name}::");
                assert!(web || !line.contains(&path), "{}: {line}", source.path.join("::"));
            }
        }
    }
}

#[test]
fn paths_are_read_with_their_groups() {
    let line = "use crate::table::{Money, deep::{A, B}}; let x = crate::rfm::score(my_crate::y);";
    let expected = [
        ("table".to_owned(), vec!["Money".to_owned(), "deep".to_owned()]),
        ("rfm".to_owned(), vec!["score".to_owned()]),
    ];
    assert_eq!(paths(line, "crate::"), expected);
}
