//! `program openapi`: the document without a server, and what changed since an older one.

use std::path::{Path, PathBuf};

use lexopt::prelude::{Long, Short};
use serde_json::Value;

use super::{Command, usage, write};
use crate::app::App;
use crate::error::StartupError;
use crate::openapi::{diff, yaml};

const HELP: &str = "\
Writes the OpenAPI document of the application, and does not serve it.

Options:
  -o, --output FILE   write it to FILE and not to the standard output
      --yaml          write YAML and not JSON
      --diff OLD      write no document but what changed since OLD, a document in JSON; fail if
                      a client that was written for it can break
  -h, --help          print this
";

/// What was said behind `openapi`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    output: Option<PathBuf>,
    yaml: bool,
    diff: Option<PathBuf>,
}

/// Reads what stands behind `openapi`.
pub fn read(parser: &mut lexopt::Parser) -> Result<Command, StartupError> {
    let mut said = Options::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("output") | Short('o') => said.output = Some(parser.value().map_err(usage)?.into()),
            Long("diff") => said.diff = Some(parser.value().map_err(usage)?.into()),
            Long("yaml") => said.yaml = true,
            Long("help") | Short('h') => return Ok(Command::Print(HELP)),
            other => return Err(usage(other.unexpected())),
        }
    }
    if said.diff.is_some() && said.yaml {
        return Err(StartupError::Usage(
            "`--diff` writes changes and no document; leave out `--yaml`".into(),
        ));
    }
    Ok(Command::Openapi(said))
}

/// Writes the document, or the changes.
pub fn run(options: &Options, app: &App) -> Result<(), StartupError> {
    let document = app.openapi()?;
    let Some(older) = &options.diff else {
        let text = if options.yaml {
            yaml(&document)
        } else {
            format!("{document:#}\n")
        };
        return write(options.output.as_deref(), &text);
    };
    let changes = diff(&read_document(older)?, &document);
    let lines: Vec<String> = changes.iter().map(|change| format!("{change}\n")).collect();
    write(options.output.as_deref(), &lines.concat())?;
    match changes.iter().filter(|change| change.breaking).count() {
        0 => Ok(()),
        1 => Err(breaks(older, "1 change breaks")),
        count => Err(breaks(older, &format!("{count} changes break"))),
    }
}

fn breaks(older: &Path, what: &str) -> StartupError {
    StartupError::Document(format!(
        "{what} clients of {}; take back what is breaking, or give the clients a new version of the API",
        older.display()
    ))
}

fn read_document(path: &Path) -> Result<Value, StartupError> {
    let text = std::fs::read(path).map_err(|source| StartupError::Io {
        doing: format!("reading {}", path.display()),
        source,
    })?;
    serde_json::from_slice(&text).map_err(|error| {
        StartupError::Usage(format!(
            "{} is no document in JSON ({error}); give one that `openapi` has written without `--yaml`",
            path.display()
        ))
    })
}
