//! `program asyncapi`: the document of the WebSockets, without a server.

use std::path::PathBuf;

use lexopt::prelude::{Long, Short};

use super::{Command, usage, write};
use crate::app::App;
use crate::error::StartupError;
use crate::openapi::yaml;

const HELP: &str = "\
Writes the AsyncAPI document of the application's WebSockets, and does not serve it.

Options:
  -o, --output FILE   write it to FILE and not to the standard output
      --yaml          write YAML and not JSON
  -h, --help          print this
";

/// What was said behind `asyncapi`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    output: Option<PathBuf>,
    yaml: bool,
}

/// Reads what stands behind `asyncapi`.
pub fn read(parser: &mut lexopt::Parser) -> Result<Command, StartupError> {
    let mut said = Options::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("output") | Short('o') => said.output = Some(parser.value().map_err(usage)?.into()),
            Long("yaml") => said.yaml = true,
            Long("help") | Short('h') => return Ok(Command::Print(HELP)),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Command::Asyncapi(said))
}

/// Writes the document.
pub fn run(options: &Options, app: &App) -> Result<(), StartupError> {
    let document = app.asyncapi()?;
    let text = if options.yaml {
        yaml(&document)
    } else {
        format!("{document:#}\n")
    };
    write(options.output.as_deref(), &text)
}
