//! What a program does when a command stands behind its name: something else than to serve.

mod asyncapi;
pub mod health;
mod openapi;
mod routes;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use super::App;
use crate::error::StartupError;

/// A command, with what was said behind it. A new one is a file here, a variant, and a line in the help.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print this text.
    Print(&'static str),
    /// `asyncapi`
    Asyncapi(asyncapi::Options),
    /// `openapi`
    Openapi(openapi::Options),
    /// `routes`
    Routes(routes::Options),
}

impl Command {
    /// Reads what stands behind the command.
    pub fn read(word: &OsStr, parser: &mut lexopt::Parser) -> Result<Self, StartupError> {
        match word.to_str() {
            Some("asyncapi") => asyncapi::read(parser),
            Some("openapi") => openapi::read(parser),
            Some("routes") => routes::read(parser),
            _ => Err(StartupError::Usage(format!(
                "there is no command `{}`; `--help` lists what can be said",
                word.display()
            ))),
        }
    }

    /// Does it.
    pub fn run(self, app: &App) -> Result<(), StartupError> {
        match self {
            Self::Print(text) => {
                print!("{text}");
                Ok(())
            }
            Self::Asyncapi(options) => asyncapi::run(&options, app),
            Self::Openapi(options) => openapi::run(&options, app),
            Self::Routes(options) => routes::run(options, app),
        }
    }
}

/// An argument that cannot be understood.
#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands on")]
pub fn usage(error: lexopt::Error) -> StartupError {
    StartupError::Usage(format!("{error}; `--help` lists what can be said"))
}

/// A reader that has seen enough, such as `head`, is no failure.
pub fn print(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to a file, or to the standard output.
pub fn write(path: Option<&Path>, text: &str) -> Result<(), StartupError> {
    let (written, place) = match path {
        Some(path) => (std::fs::write(path, text), path.display().to_string()),
        None => (print(text), "to the standard output".to_owned()),
    };
    written.map_err(|source| StartupError::Io {
        doing: format!("writing {place}"),
        source,
    })
}
