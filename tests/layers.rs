//! The import rule of the crate: a module uses only modules listed above it in `lib.rs`; siblings
//! inside a folder meet only through its `mod.rs`; nothing imports `web`, the only home of the browser.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the sources has to fail")]

use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: [&str; 4] = ["wasm_bindgen::", "serde_wasm_bindgen::", "js_sys::", "web_sys::"];

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

/// The paths that begin with `start` (`crate::`, `super::`) on a line, without it: `crate::table::{Money, Day}`
/// gives `["table", "Money"]` and `["table", "Day"]`.
fn paths(line: &str, start: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(start) {
        let own_word = !rest[..at].ends_with(|c: char| is_of_name(c) || c == ':');
        rest = &rest[at + start.len()..];
        if own_word {
            found.extend(branches(rest));
        }
    }
    found
}

/// The branches of a path: `{a::b, c}` has two.
fn branches(path: &str) -> Vec<Vec<String>> {
    if let Some(group) = path.strip_prefix('{') {
        return top_level(group).iter().flat_map(|part| branches(part)).collect();
    }
    let name: String = path.chars().take_while(|&c| is_of_name(c)).collect();
    let Some(deeper) = path[name.len()..].strip_prefix("::") else {
        return vec![vec![name]];
    };
    let grow = |branch: Vec<String>| [vec![name.clone()], branch].concat();
    branches(deeper).into_iter().map(grow).collect()
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
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
    assert!(!broken("crate::", |_, _| false).is_empty(), "no path was seen");
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = order();
    let place = |name: &str| order.iter().position(|module| module == name);
    let broken = broken("crate::", |source, path| {
        let own = source.path.first().map_or("", String::as_str);
        let module = path[0].as_str();
        // `error` names the roles that are missing, `issue` serves all.
        let serves_all = own == "error" || module == "error" || module == "issue";
        place(module).is_some()
            && (own.is_empty() || serves_all || module == own || place(module) < place(own))
    });
    assert_eq!(broken, NONE);
}

#[test]
fn siblings_meet_through_their_folder() {
    let all = sources();
    let is_module = |path: &[String]| all.iter().any(|source| source.path == path);
    // A function may share its name with the file it is in: only what is reached through a file counts.
    let through = |path: &[String], depth: usize| path.len() > depth && is_module(&path[..depth]);
    let beside = broken("super::", |source, path| {
        let is_of_tests = ["super", "by_hand"].contains(&path[0].as_str());
        let folder = &source.path[..source.path.len() - 1];
        let met = [folder, path].concat();
        source.is_folder || is_of_tests || !through(&met, folder.len() + 1)
    });
    assert_eq!(beside, NONE);
    let inside = broken("crate::", |_, path| {
        path.get(1).is_some_and(|name| name == "by_hand") || !through(path, 2)
    });
    assert_eq!(inside, NONE);
}

#[test]
fn the_browser_stays_in_web() {
    let of_web = |source: &Source| source.path.first().is_some_and(|module| module == "web");
    for start in BROWSER {
        assert_eq!(broken(start, |source, _| of_web(source)), NONE);
    }
    assert_eq!(broken("crate::", |source, path| of_web(source) || path[0] != "web"), NONE);
}

const NONE: [String; 0] = [];

/// The lines with a path from `start` for which the rule does not hold.
fn broken(start: &str, holds: impl Fn(&Source, &[String]) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources() {
        for line in &source.lines {
            for path in paths(line, start) {
                if !holds(&source, &path) {
                    broken.push(format!("{}: {line}", source.path.join("::")));
                }
            }
        }
    }
    broken.dedup();
    broken
}

#[test]
fn paths_are_read_with_their_groups() {
    let line = "use crate::table::{Money, deep::{A, B}}; let x = crate::rfm::score(my_crate::y);";
    let expected = [
        ["table", "Money"].as_slice(),
        &["table", "deep", "A"],
        &["table", "deep", "B"],
        &["rfm", "score"],
    ];
    assert_eq!(paths(line, "crate::"), expected);
}
