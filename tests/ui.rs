//! What the compiler says of a mistake, and that odd but right programs compile.
//!
//! Every case in `tests/ui/<topic>/` holds one mistake, and beside it stands the one error that it gives. A rule of
//! the macros has the case of its name. `TRYBUILD=overwrite cargo test --test ui` writes the errors anew: read them.

use std::path::{Path, PathBuf};

const CASES: &str = "tests/ui";
/// The folder of the programs that compile.
const RIGHT: &str = "pass";

#[test]
fn a_mistake_is_one_error() {
    let cases = trybuild::TestCases::new();
    for topic in topics() {
        cases.compile_fail(topic.join("*.rs"));
    }
}

// By themselves: programs that fail are only checked, all of them at once, and those that compile are built and run.
#[test]
fn odd_programs_compile() {
    trybuild::TestCases::new().pass(Path::new(CASES).join(RIGHT).join("*.rs"));
}

fn topics() -> Vec<PathBuf> {
    let folders = Path::new(CASES).read_dir().expect("the cases are there");
    folders
        .map(|entry| entry.expect("a folder can be read").path())
        .filter(|folder| !folder.ends_with(RIGHT))
        .collect()
}
