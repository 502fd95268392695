//! `program routes`: every operation with its statuses, and who can send one of them.

use std::collections::HashSet;
use std::path::PathBuf;

use fastr_status::{reason_phrase, why_not_final};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::{Command, print, usage};
use crate::app::{App, seen};
use crate::error::StartupError;
use crate::request::ErrorStyle;
use crate::route::{Operation, Socket, template};
use crate::router::{self, Lookup};

const HELP: &str = "\
Lists every operation with the statuses that it can answer with, and does not serve it.

Options:
      --why STATUS METHOD PATH   who can send this status, such as `--why 409 POST /items`
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
            Long("why") => why(parser)?,
            Long("unseen") => Options::Unseen(parser.value().map_err(usage)?.into()),
            Long("help") | Short('h') => return Ok(Command::Print(HELP)),
            other => return Err(usage(other.unexpected())),
        };
    }
    Ok(Command::Routes(options))
}

fn why(parser: &mut lexopt::Parser) -> Result<Options, StartupError> {
    let status = parser.value().and_then(ValueExt::string).map_err(usage)?;
    let mut word = |wanted: &str| match parser.next().map_err(usage)? {
        Some(Value(word)) => word.string().map_err(usage),
        _ => Err(StartupError::Usage(format!(
            "`--why` wants {wanted}; write `--why 409 POST /items`"
        ))),
    };
    let (method, path) = (word("a method")?.to_ascii_uppercase(), word("a path")?);
    match status.parse::<u16>() {
        Ok(code) => match why_not_final(code) {
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
    let operations = app.operations();
    let style = app.style();
    let text = match options {
        Options::List => list(&operations, &app.sockets(), style),
        Options::Why { status, method, path } => {
            let operation = find(&operations, &method, &path)?;
            explain(operation, style, status, &format!("{method} {path}"))?
        }
        Options::Unseen(file) => {
            let seen = std::fs::read_to_string(&file).map_err(|source| StartupError::Io {
                doing: format!("reading {}", file.display()),
                source,
            })?;
            unseen(&operations, style.validation_status, &seen)
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
                template(operation.path),
                operation.name.to_owned(),
                statuses.clone(),
                operation.place.to_string(),
            ]
        })
    });
    let handshakes = sockets.iter().map(|Socket { operation, .. }| {
        [
            "WS".to_owned(),
            template(operation.path),
            operation.name.to_owned(),
            statuses(operation, style).join(" "),
            operation.place.to_string(),
        ]
    });
    let mut text = table(&rows.chain(handshakes).collect::<Vec<_>>());
    text.push_str(
        "\nBesides: 404 for an unknown path, 405 for an unknown method of a known one, 204 for OPTIONS",
    );
    text.push_str(", 307 to the same path with or without the slash at its end.\n");
    text
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

/// The operation that answers a request, or that stands at this path in the source.
fn find(
    operations: &[&'static Operation],
    method: &str,
    path: &str,
) -> Result<&'static Operation, StartupError> {
    let router = router::build(operations, &[], false)?;
    let known = http::Method::from_bytes(method.as_bytes());
    match known.map(|method| router.look_up(&method, path)) {
        Ok(Lookup::Operation(operation, _)) => Ok(operation),
        _ => Err(StartupError::Usage(format!(
            "no operation answers `{method} {path}`; `routes` lists those there are"
        ))),
    }
}

fn explain(
    operation: &Operation,
    style: ErrorStyle,
    status: u16,
    asked: &str,
) -> Result<String, StartupError> {
    let causes = operation.all_causes(style);
    let rows: Vec<_> = causes
        .into_iter()
        .filter(|cause| cause.statuses.contains(status))
        .map(|cause| [String::new(), cause.who, cause.place.to_string()])
        .collect();
    let phrase = reason_phrase(status).unwrap_or("(no registered status)");
    let name = operation.name;
    if rows.is_empty() {
        return Err(StartupError::Usage(format!(
            "`{name}` ({}) never answers {status} {phrase}; it can answer {}",
            operation.place,
            statuses(operation, style).join(", ")
        )));
    }
    Ok(format!(
        "{status} {phrase}: {asked}, `{name}` ({})\n{}",
        operation.place,
        table(&rows)
    ))
}

fn unseen(operations: &[&'static Operation], validation_status: u16, seen: &str) -> String {
    let seen: HashSet<&str> = seen.lines().collect();
    let mut rows = Vec::new();
    for operation in operations {
        let statuses = seen::expected(operation, validation_status);
        for &method in operation.methods {
            let missing: Vec<String> = statuses
                .iter()
                .filter(|&status| !seen.contains(seen::line(method, operation, status).as_str()))
                .map(|status| status.to_string())
                .collect();
            if !missing.is_empty() {
                rows.push([
                    method.name().to_owned(),
                    template(operation.path),
                    missing.join(" "),
                    operation.place.to_string(),
                ]);
            }
        }
    }
    if rows.is_empty() {
        "The tests have seen every status of every operation.\n".to_owned()
    } else {
        table(&rows)
    }
}
