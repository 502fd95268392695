//! Why a program does not start.

use std::{fmt, io};

use super::Place;

/// What keeps an application from starting. Printed, it says what was wrong, where, and what to do.
pub enum StartupError {
    /// Two operations have one method and path.
    DuplicateOperation {
        /// The method and the path.
        route: String,
        /// Where the first one stands.
        first: Place,
        /// Where the second one stands.
        second: Place,
    },
    /// Two pages are asked for at this path.
    DuplicatePage(String),
    /// An operation answers GET where the application was asked to show a page.
    PageTaken {
        /// The path.
        path: String,
        /// Where the operation stands.
        operation: Place,
        /// Where the page was asked for.
        asked: Place,
    },
    /// The paths of two operations read alike in the document, though not here: `{rest}` and `{rest:path}`.
    DuplicateTemplate {
        /// The method and the path, as the document has it.
        route: String,
        /// Where the first one stands.
        first: Place,
        /// Where the second one stands.
        second: Place,
    },
    /// Two operations have one `operationId`.
    DuplicateOperationId {
        /// The id.
        id: String,
        /// Where the first one stands.
        first: Place,
        /// Where the second one stands.
        second: Place,
    },
    /// The document cannot be made, or is not what it was.
    Document(String),
    /// A parameter with `#[state]` finds no value of its type.
    MissingState {
        /// The type, with its path.
        wanted: &'static str,
        /// The parameter.
        parameter: &'static str,
        /// The operation.
        operation: &'static str,
        /// Where the operation stands.
        place: Place,
    },
    /// A readiness check finds no value of its type in the state.
    MissingStateOfCheck {
        /// The type, with its path.
        wanted: &'static str,
        /// The name of the check.
        check: &'static str,
    },
    /// What is done at the start finds no value of its type in the state.
    MissingStateOfStart {
        /// The type, with its path.
        wanted: &'static str,
        /// What wants it.
        hook: &'static str,
    },
    /// What is done at the start failed.
    Start {
        /// What failed.
        hook: &'static str,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// What is done at the end failed.
    End {
        /// What failed.
        hook: &'static str,
        /// Why.
        error: String,
    },
    /// A directory that should be served is not there.
    NoDirectory {
        /// The directory.
        directory: String,
        /// What the system answered.
        source: io::Error,
    },
    /// Something answers already at all paths below one for files.
    FilesInTheWay {
        /// The path for the files.
        path: String,
        /// What answers there.
        problem: String,
    },
    /// A service was asked for before the lifespans of the application were started.
    Unstarted,
    /// The program was to run inside a runtime of tokio's, and starts its own.
    InsideRuntime,
    /// The command line or the environment says something that cannot be.
    Usage(String),
    /// The address cannot be listened on, or the runtime cannot be had.
    Io {
        /// What was being done.
        doing: String,
        /// What the system answered.
        source: io::Error,
    },
}

impl StartupError {
    /// What the system answered while this was done.
    pub(crate) fn io(doing: &str, source: io::Error) -> Self {
        Self::Io {
            doing: doing.to_owned(),
            source,
        }
    }
}

impl fmt::Display for StartupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateOperation { route, first, second } => write!(
                f,
                "two operations answer {route}: one at {first}, one at {second}; give one of them another path or method"
            ),
            Self::DuplicatePage(path) => write!(
                f,
                "two pages are asked for at {path}, of the document or the counters; give one of them another path"
            ),
            Self::PageTaken {
                path,
                operation,
                asked,
            } => write!(
                f,
                "an operation answers GET {path}, where a page is asked for: the operation at {operation}, the page at {asked}; give one of them another path"
            ),
            Self::DuplicateTemplate { route, first, second } => write!(
                f,
                "the document has one place for {route}, and there are two operations: one at {first}, one at {second}; name the parameter of one of them otherwise"
            ),
            Self::DuplicateOperationId { id, first, second } => write!(
                f,
                "two operations have the id `{id}`: one at {first}, one at {second}; name one with `operation_id = \"…\"`"
            ),
            Self::MissingState {
                wanted,
                parameter,
                operation,
                place,
            } => write!(
                f,
                "`{operation}` ({place}) takes `{parameter}` from the state, which has no `{wanted}`; give it one with `App::state`, or with a lifespan that makes one"
            ),
            Self::MissingStateOfCheck { wanted, check } => write!(
                f,
                "the readiness check `{check}` takes a `{wanted}` from the state, which has none; give it one with `App::state`, or with a lifespan that makes one"
            ),
            Self::MissingStateOfStart { wanted, hook } => write!(
                f,
                "`{hook}` takes a `{wanted}` from the state, which has none when it is started; give it one with `App::state`, or with a lifespan before it that makes one"
            ),
            Self::Start { hook, source } => write!(f, "`{hook}` failed at the start: {source:#}"),
            Self::End { hook, error } => write!(f, "`{hook}` failed at the end: {error}"),
            Self::NoDirectory { directory, source } => write!(
                f,
                "the files of `{directory}` cannot be served: {source}; make the directory, or give another (it is looked for from where the program is started)"
            ),
            Self::FilesInTheWay { path, problem } => write!(
                f,
                "files below `{path}` would never be asked for: {problem} answers there; serve them below another path"
            ),
            Self::Unstarted => f.write_str(
                "the application has a lifespan, for which a service cannot wait; use `App::start` and then its `service`",
            ),
            Self::InsideRuntime => f.write_str(
                "`App::run` starts runtimes of its own, and was called inside one of tokio's; write `fn main()` without `#[tokio::main]` and `async`, or serve inside the runtime that is there with `App::serve(listener).await`",
            ),
            Self::Document(message) | Self::Usage(message) => f.write_str(message),
            Self::Io { doing, source } => write!(f, "{doing}: {source}"),
        }
    }
}

/// As `Display`: it is what the program prints when `main` returns the error.
impl fmt::Debug for StartupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for StartupError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } | Self::NoDirectory { source, .. } => Some(source),
            Self::Start { source, .. } => Some(&**source),
            _ => None,
        }
    }
}
