//! `program routes`: every operation with its statuses, every WebSocket with its close codes, and who can send one of them.

mod closes;
mod unseen;
mod why;

use std::path::PathBuf;

use fastr_status::{StatusSet, close_code_may_be_sent, why_not_final};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::{Command, print, usage};
use crate::app::App;
use crate::error::StartupError;
use crate::openapi::REFUSED;
use crate::request::ErrorStyle;
use crate::route::{Operation, Socket, as_written};

const HELP: &str = "\
Lists every operation with the statuses that it can answer with, and every WebSocket with its close codes,
and serves none.

Options:
      --why STATUS METHOD PATH   who can send this status, such as `--why 409 POST /items`;
                                 who closes with a code: `--why 4001 WS /chat`
      --unseen FILE              the statuses that no test has seen; the tests write FILE when
                                 the variable FASTR_SEEN names it
  -h, --help                     print this
";

/// What was said behind `routes`.
#[derive(Debug, PartialEq, Eq)]
pub enum Options {
    /// List them.
    List,
    /// Who can send a status.
    Why {
        /// The status.
        status: u16,
        /// The method.
        method: String,
        /// The path, as a client or as the source has it.
        path: String,
    },
    /// Which statuses are not in this file.
    Unseen(PathBuf),
}

/// Reads what stands behind `routes`.
pub fn read(parser: &mut lexopt::Parser) -> Result<Command, StartupError> {
    let mut options = Options::List;
    while let Some(argument) = parser.next().map_err(usage)? {
        options = match argument {
            Long("why") => asked_why(parser)?,
            Long("unseen") => Options::Unseen(parser.value().map_err(usage)?.into()),
            Long("help") | Short('h') => return Ok(Command::Print(HELP)),
            other => return Err(usage(other.unexpected())),
        };
    }
    Ok(Command::Routes(options))
}

fn asked_why(parser: &mut lexopt::Parser) -> Result<Options, StartupError> {
    let status = parser.value().and_then(ValueExt::string).map_err(usage)?;
    let mut word = |wanted: &str| match parser.next().map_err(usage)? {
        Some(Value(word)) => word.string().map_err(usage),
        _ => Err(StartupError::Usage(format!(
            "`--why` wants {wanted}; write `--why 409 POST /items`"
        ))),
    };
    let (method, path) = (word("a method")?.to_ascii_uppercase(), word("a path")?);
    match status.parse::<u16>() {
        Ok(code) => match why_not_final(code).filter(|_| method != "WS" || !close_code_may_be_sent(code)) {
            None => Ok(Options::Why {
                status: code,
                method,
                path,
            }),
            Some(why) => Err(StartupError::Usage(format!("{code} {why}"))),
        },
        Err(_) => Err(StartupError::Usage(format!(
            "`{status}` is no status; give one from 200 to 599"
        ))),
    }
}

/// Does it.
pub fn run(options: Options, app: &App) -> Result<(), StartupError> {
    app.check_paths()?;
    let operations = app.operations();
    let style = app.style();
    let text = match options {
        Options::List => list(&operations, &app.sockets(), style),
        Options::Why { status, method, path } => {
            why::why(&operations, &app.sockets(), style, status, (&method, &path))?
        }
        Options::Unseen(file) => {
            let seen = std::fs::read_to_string(&file).map_err(|source| StartupError::Io {
                doing: format!("reading {}", file.display()),
                source,
            })?;
            unseen::unseen(&operations, style, &seen)
        }
    };
    print(&text).map_err(|source| StartupError::Io {
        doing: "writing to the standard output".into(),
        source,
    })
}

fn list(operations: &[&'static Operation], sockets: &[&'static Socket], style: ErrorStyle) -> String {
    let rows = operations.iter().flat_map(|operation| {
        let statuses = statuses(operation, style).join(" ");
        operation.methods.iter().map(move |method| {
            [
                method.name().to_owned(),
                as_written(operation.path),
                operation.name.to_owned(),
                statuses.clone(),
                operation.place.to_string(),
            ]
        })
    });
    let handshakes = sockets.iter().map(|Socket { operation, .. }| {
        [
            "WS".to_owned(),
            as_written(operation.path),
            operation.name.to_owned(),
            statuses(operation, style).join(" "),
            operation.place.to_string(),
        ]
    });
    let mut text = table(&rows.chain(handshakes).collect::<Vec<_>>());
    text.push_str(&closes::list(sockets));
    text.push_str(
        "\nBesides: 404 for an unknown path, 405 for an unknown method of a known one, 204 for OPTIONS",
    );
    text.push_str(", 307 to the same path with or without the slash at its end.\n");
    text.push_str("Before an operation is reached:\n");
    let refused = REFUSED
        .iter()
        .map(|(status, when, _)| format!("  {status}  {when}\n"));
    text.extend(refused);
    text.push_str(&of_middleware(style));
    text
}

/// What middleware answers for any request, whether an operation is there for it or not: preflights, for example.
fn of_middleware(style: ErrorStyle) -> String {
    let rows = style.around.outside().map(|(around, statuses)| {
        let name = format!("`{}`", around.name);
        [joined(statuses), name, around.place.to_string()]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\nMiddleware answers requests for any path with these:\n{}",
        table(&rows)
    )
}

fn joined(statuses: StatusSet) -> String {
    let statuses: Vec<String> = statuses.iter().map(|status| status.to_string()).collect();
    statuses.join(" ")
}

/// The statuses of an operation as text, ranges last.
fn statuses(operation: &Operation, style: ErrorStyle) -> Vec<String> {
    let single = operation.all_statuses(style);
    let single = single.iter().map(|status| status.to_string());
    single.chain(operation.contract.ranges()).collect()
}

/// The rows, each column as wide as its widest entry.
fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, &width)| format!("{cell:width$}"));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    });
    lines.collect()
}
