//! How long a program of a hundred operations takes to compile: in fastr, in plain axum, and in poem-openapi.
//!
//! `cargo run --manifest-path benches/compile/Cargo.toml` writes the programs, builds them, and prints the table. It
//! takes some minutes, and the network where the crates of the others are not there yet. Behind `--`: how many operations
//! (`100`), how often each is measured (`3`; the least counts), and the names of those to measure.

mod frameworks;
mod measured;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

use frameworks::{FRAMEWORKS, Framework};
use measured::{Taken, run};

/// The name of every program.
const PROGRAM: &str = "bench-compile";

/// What is measured, and what of it is left over from before.
const COLUMNS: [&str; 5] = [
    "clean build, with all that it depends on",
    "the program alone",
    "rebuild after a change in one operation",
    "check of the program alone",
    "check after a change in one operation",
];

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1).peekable();
    let mut number = |default| {
        let said = arguments.peek().and_then(|text| text.parse().ok());
        if said.is_some() {
            arguments.next();
        }
        said.unwrap_or(default)
    };
    let (operations, times) = (number(100), number(3));
    let wanted: Vec<String> = arguments.collect();
    let wanted =
        |framework: &&Framework| wanted.is_empty() || wanted.iter().any(|name| name == framework.name);
    match table(operations, times.max(1), FRAMEWORKS.iter().filter(wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn table<'a>(operations: usize, times: usize, chosen: impl Iterator<Item = &'a Framework>) -> io::Result<()> {
    println!(
        "{operations} operations, built for debugging; seconds on the wall (seconds of the processors)\n"
    );
    println!("| | {} |", COLUMNS.join(" | "));
    println!("|---|{}", "---:|".repeat(COLUMNS.len()));
    for framework in chosen {
        let program = Program::write(framework, operations)?;
        let mut least: Option<Vec<Taken>> = None;
        for time in 0..times {
            let measured = program.measure(time)?;
            least = Some(match least {
                None => measured,
                Some(before) => before
                    .into_iter()
                    .zip(measured)
                    .map(|(one, other)| one.least(other))
                    .collect(),
            });
        }
        let cells: Vec<String> = least.unwrap_or_default().into_iter().map(cell).collect();
        println!("| {} | {} |", framework.name, cells.join(" | "));
    }
    Ok(())
}

fn cell(taken: Taken) -> String {
    let busy = taken
        .busy
        .map_or_else(|| "–".to_owned(), |busy| format!("{busy:.2}"));
    format!("{:.2} ({busy})", taken.wall)
}

/// A program that was written, and stands in a folder of its own.
struct Program {
    folder: PathBuf,
}

impl Program {
    fn write(framework: &Framework, operations: usize) -> io::Result<Self> {
        let fastr = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .canonicalize()?;
        let folder = fastr.join("target/compile").join(framework.name);
        fs::create_dir_all(folder.join("src"))?;
        let dependencies = framework
            .dependencies
            .replace("{fastr}", &fastr.display().to_string());
        let manifest = format!(
            "[workspace]\n\n[package]\nname = \"{PROGRAM}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        for (name, text) in framework.files(operations) {
            fs::write(folder.join("src").join(name), text)?;
        }
        Ok(Self { folder })
    }

    /// What each of [`COLUMNS`] took.
    fn measure(&self, time: usize) -> io::Result<Vec<Taken>> {
        run(&mut self.cargo(&["fetch"]))?;
        run(&mut self.cargo(&["clean"]))?;
        let everything = run(&mut self.cargo(&["build"]))?;
        let [build, rebuild] = self.program_alone("build", time)?;
        run(&mut self.cargo(&["check"]))?;
        let [check, recheck] = self.program_alone("check", time)?;
        Ok(vec![everything, build, rebuild, check, recheck])
    }

    /// What all of the program takes, and what it takes again after a change.
    fn program_alone(&self, command: &str, time: usize) -> io::Result<[Taken; 2]> {
        run(&mut self.cargo(&["clean", "--package", PROGRAM]))?;
        let whole = run(&mut self.cargo(&[command]))?;
        self.change(&format!("{}.5", time + command.len()))?;
        Ok([whole, run(&mut self.cargo(&[command]))?])
    }

    /// Changes what one operation does, by another number in its body.
    fn change(&self, number: &str) -> io::Result<()> {
        let file = self.folder.join("src/m0.rs");
        let text = fs::read_to_string(&file)?;
        let (before, rest) = text
            .split_once("} else { ")
            .ok_or_else(|| io::Error::other("the operation has no number to change"))?;
        let (_, after) = rest.split_once(" };").unwrap_or_default();
        fs::write(file, format!("{before}}} else {{ {number} }};{after}"))
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS");
        command
    }
}
