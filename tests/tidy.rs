//! What a program can keep of the order of this house. Each message says where, and what to do.
//!
//! The files are read as text, so nothing here needs the crates to compile in any special way.

#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/source.rs"]
mod source;

use rooms::Ranks;
use source::{Source, files, read, sources};

/// The source trees.
const TREES: [&str; 5] = [STATUS, PAGES, MACROS, CORE, FACADE];
const STATUS: &str = "fastr-status/src";
const PAGES: &str = "fastr-pages/src";
const MACROS: &str = "fastr-macros/src";
const CORE: &str = "fastr-core/src";
const FACADE: &str = "src";

/// The rooms of the runtime, in the order in which a request meets them.
const CORE_RANKS: &Ranks = &[
    ("background", 1),
    ("error", 1),
    ("body", 1),
    ("cookie", 1),
    ("header", 1),
    ("sockets", 1),
    ("decode", 2),
    ("encode", 2),
    ("request", 2),
    ("response", 2),
    ("schema", 2),
    ("signed", 2),
    ("route", 3),
    ("server", 3),
    ("validate", 3),
    ("extract", 4),
    ("respond", 4),
    ("handler", 5),
    ("router", 6),
    ("middleware", 6),
    ("openapi", 6),
    ("websocket", 6),
    ("app", 7),
    ("testing", 8),
    ("private", 9),
];

/// The stages of a macro, in the order in which a text passes them.
const MACRO_RANKS: &Ranks = &[
    ("diagnostics", 1),
    ("model", 2),
    ("parse", 3),
    ("check", 4),
    ("expand", 5),
    ("pipeline", 6),
    ("snapshots", 7),
];

/// The crates that the macros may use: each is built before every program that uses fastr.
const MACRO_DEPENDENCIES: [&str; 6] = [
    "fastr-status",
    "proc-macro2",
    "quote",
    "regex-lite",
    "strsim",
    "syn",
];

/// No file has more lines of code.
const MOST_LINES: usize = 400;
/// Nine files in ten have no more.
const LINES_OF_NINE_IN_TEN: usize = 250;
/// Half of the files have no more.
const MEDIAN_LINES: usize = 100;

#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn all() -> Vec<Source> {
    TREES.into_iter().flat_map(sources).collect()
}

/// A problem at each place in the code where these tokens stand one after the other.
fn each(source: &Source, tokens: &[&str], message: &str) -> Vec<String> {
    source
        .find(tokens)
        .map(|line| format!("{}: {message}", source.at(line)))
        .collect()
}

/// A problem at each line of the text, comments included, that holds this.
fn each_line(source: &Source, wanted: impl Fn(&str) -> bool, message: &str) -> Vec<String> {
    let lines = source.text.lines().enumerate();
    lines
        .filter(|(_, line)| wanted(line))
        .map(|(index, _)| format!("{}: {message}", source.at(index + 1)))
        .collect()
}

#[test]
fn the_runtime_knows_only_what_is_below() {
    let sources = sources(CORE);
    let mut problems = rooms::rank_problems(CORE_RANKS, CORE, &sources);
    problems.extend(rooms::order_problems(CORE_RANKS, root_of(&sources)));
    none(&problems);
}

#[test]
fn a_stage_of_the_macros_knows_only_what_is_before_it() {
    let sources = sources(MACROS);
    let mut problems = rooms::rank_problems(MACRO_RANKS, MACROS, &sources);
    problems.extend(rooms::order_problems(MACRO_RANKS, root_of(&sources)));
    none(&problems);
}

fn root_of(sources: &[Source]) -> &Source {
    let root = sources.iter().find(|source| source.path.ends_with("/src/lib.rs"));
    root.unwrap_or_else(|| panic!("a crate has a src/lib.rs"))
}

#[test]
fn no_rooms_know_each_other() {
    for tree in TREES {
        let sources = sources(tree);
        none(&rooms::strangers(tree, &sources));
        none(rooms::circle(tree, &sources).as_slice());
    }
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent = all()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "));
    let problems: Vec<String> = silent
        .map(|source| format!("{}: say in a first line `//! …` what this file is", source.at(1)))
        .collect();
    none(&problems);
}

#[test]
fn files_are_short() {
    for tree in TREES {
        let mut sizes: Vec<(usize, String)> = sources(tree)
            .iter()
            .map(|source| (source.code_lines(), source.at(1)))
            .collect();
        sizes.sort();
        let mut problems = Vec::new();
        for (percent, limit, which) in [
            (50, MEDIAN_LINES, "half of the files"),
            (90, LINES_OF_NINE_IN_TEN, "nine files in ten"),
            (100, MOST_LINES, "all files"),
        ] {
            let most = (sizes.len() * percent).div_ceil(100);
            let over = sizes[..most].iter().filter(|(lines, _)| *lines > limit);
            problems.extend(over.map(|(lines, place)| {
                format!("{place}: {lines} lines of code, and {which} of {tree} have at most {limit}; split it by what it does")
            }));
        }
        none(&problems);
    }
}

#[test]
fn every_rule_has_a_case_that_does_not_compile() {
    let rules = Source::new(
        "fastr-macros/src/check/mod.rs",
        &read("fastr-macros/src/check/mod.rs"),
    );
    let cases = files("tests/ui");
    let mut problems = Vec::new();
    for table in [
        "VALUE_RULES",
        "OPERATION_RULES",
        "SOCKET_RULES",
        "OUTGOING_RULES",
        "ATTACHED_RULES",
        "MODEL_RULES",
        "ANSWER_RULES",
        "END_RULES",
    ] {
        let named = rules_in(&rules, table);
        assert!(
            !named.is_empty(),
            "{}: `{table}` is not found here; tell tests/tidy.rs its new place",
            rules.at(1)
        );
        for (rule, line) in named {
            let file = format!("/{rule}.rs");
            if !cases.iter().any(|case| case.ends_with(&file)) {
                problems.push(format!(
                    "{}: the rule `{rule}` has no case; write tests/ui/…{file}, which breaks it and nothing else",
                    rules.at(line)
                ));
            }
        }
    }
    none(&problems);
}

/// The rules of a table, `[room::rule, …]`, and their lines.
fn rules_in(source: &Source, table: &str) -> Vec<(String, usize)> {
    let value = source.code.iter().skip_while(|token| token.text != table);
    let value = value.skip_while(|token| token.text != "=");
    let value: Vec<_> = value.take_while(|token| token.text != ";").collect();
    let last = |pair: &[&source::Token]| matches!(pair[1].text.as_str(), "," | "]") && pair[0].text != ",";
    value
        .windows(2)
        .filter(|pair| last(pair))
        .map(|pair| (pair[0].text.clone(), pair[0].line))
        .collect()
}

#[test]
fn the_facts_depend_on_nothing() {
    let mut problems: Vec<String> = dependencies("fastr-status/Cargo.toml")
        .into_iter()
        .map(|(name, place)| format!("{place}: fastr-status depends on nothing; take `{name}` out"))
        .collect();
    let sources = sources(STATUS);
    for word in ["std", "alloc"] {
        let message = format!("fastr-status is `no_std` and names no `{word}`; use `core`");
        problems.extend(sources.iter().flat_map(|source| each(source, &[word], &message)));
    }
    let root = root_of(&sources);
    if root.find(&["#", "!", "[", "no_std", "]"]).next().is_none() {
        problems.push(format!(
            "{}: fastr-status is `no_std`; write `#![no_std]`",
            root.at(1)
        ));
    }
    none(&problems);
}

#[test]
fn the_macros_depend_on_little() {
    let strange = dependencies("fastr-macros/Cargo.toml")
        .into_iter()
        .filter(|(name, _)| !MACRO_DEPENDENCIES.contains(&name.as_str()));
    let problems: Vec<String> = strange
        .map(|(name, place)| {
            format!("{place}: `{name}` would be built before every program; do without it, or allow it in tests/tidy.rs")
        })
        .collect();
    none(&problems);
}

#[test]
fn every_dependency_has_its_reason() {
    let architecture = read("ARCHITECTURE.md");
    let table = architecture.split("## Dependencies").last().unwrap_or_default();
    let manifests = [
        "Cargo.toml",
        "fastr-core/Cargo.toml",
        "fastr-macros/Cargo.toml",
        "fastr-pages/Cargo.toml",
        "fastr-status/Cargo.toml",
    ];
    let unsaid = manifests
        .into_iter()
        .flat_map(dependencies)
        .filter(|(name, _)| !table.contains(&format!("`{name}`")));
    let problems: Vec<String> = unsaid
        .map(|(name, place)| {
            format!("{place}: say in the last table of ARCHITECTURE.md what `{name}` is for")
        })
        .collect();
    none(&problems);
}

/// The dependencies in a manifest but those of tests, and the place of each.
fn dependencies(path: &str) -> Vec<(String, String)> {
    let text = read(path);
    let mut section = String::new();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        let place = format!("{path}:{}", index + 1);
        if let Some(header) = line.strip_prefix('[') {
            section = String::from(header.trim_end_matches(']'));
            // `[dependencies.name]`
            if let Some((_, name)) = section.split_once("dependencies.") {
                found.push((name.to_owned(), place));
            }
        } else if section.ends_with("dependencies") && !section.ends_with("dev-dependencies") {
            let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
            if !name.is_empty() && !name.starts_with('#') {
                found.push((name.to_owned(), place));
            }
        }
    }
    found
}

#[test]
fn generated_code_names_one_place() {
    let mut problems = Vec::new();
    for source in sources(MACROS) {
        let message = "generated code reaches the runtime as `::fastr::__private`, through `runtime()` alone";
        problems.extend(each_line(&source, |line| line.contains("fastr_core"), message));
        if source.path != "fastr-macros/src/expand/runtime.rs" {
            let names_it = |line: &str| line.contains("::fastr") || line.contains("__private");
            problems.extend(each_line(&source, names_it, message));
        }
    }
    none(&problems);
}

#[test]
fn the_facade_holds_no_code() {
    let mut problems = Vec::new();
    for source in sources(FACADE) {
        for word in [
            "fn",
            "struct",
            "enum",
            "union",
            "trait",
            "impl",
            "static",
            "macro_rules",
        ] {
            let message =
                format!("the facade holds re-exports and prose, and no `{word}`; put it into fastr-core");
            problems.extend(each(&source, &[word], &message));
        }
        // The pages of the guide are modules without anything in them.
        let pages = each(&source, &["{", "}"], "").len() + each(&source, &["mod", "guide", ";"], "").len();
        let modules = each(
            &source,
            &["mod"],
            "the facade has no modules but the pages of its guide",
        );
        problems.extend(modules.into_iter().skip(pages));
    }
    none(&problems);
}

#[test]
fn nothing_panics_where_it_could_answer() {
    let mut problems = Vec::new();
    for source in all() {
        for before in [".", "::"] {
            for word in ["unwrap", "expect"] {
                let message = format!("`{word}` panics; match, use `let … else`, or carry the error on");
                problems.extend(each(&source, &[before, word, "("], &message));
            }
        }
    }
    none(&problems);
}

#[test]
fn nothing_is_left_for_later() {
    let mut problems = Vec::new();
    for source in all().into_iter().chain(sources("examples")) {
        for word in ["todo", "unimplemented", "dbg"] {
            problems.extend(each(
                &source,
                &[word, "!"],
                &format!("`{word}!` is a note to oneself; finish it"),
            ));
        }
    }
    none(&problems);
}

#[test]
fn nothing_is_ignored() {
    let mut problems = Vec::new();
    let folders = ["tests", "examples", "benches", "fastr-status/tests"];
    for source in all().into_iter().chain(folders.into_iter().flat_map(sources)) {
        let message = "a test that is ignored proves nothing; mend it or take it out";
        problems.extend(each(&source, &["[", "ignore"], message));
        let ignored = |line: &str| line.trim_start().starts_with("//") && line.contains("```ignore");
        problems.extend(each_line(
            &source,
            ignored,
            "an example that is ignored goes stale; make it compile",
        ));
    }
    none(&problems);
}
