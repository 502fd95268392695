//! What keeps a program from starting, and that it says where to look.

mod support;

use std::net::TcpListener;

use fastr::{App, StartupError};
use support::Program;

/// A line of this file, as an error names it.
fn place(line: u32) -> String {
    format!("{}:{line}", file!())
}

/// What the application of a module says when it should start.
fn problem(app: App) -> String {
    let served = app
        .clone()
        .service()
        .map(drop)
        .expect_err("it must not start")
        .to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let through_a_socket = runtime.expect("a runtime").block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        app.serve(listener).await
    });
    assert_eq!(
        through_a_socket.expect_err("it must not start").to_string(),
        served
    );
    served
}

mod same_path {
    //! Two operations of one method and path, whose parameters have different names.

    pub const FIRST: u32 = line!() + 2;

    #[fastr::get("/items/{item_id}")]
    fn read(item_id: u32) -> bool {
        item_id > 0
    }

    pub const SECOND: u32 = line!() + 2;

    #[fastr::route("/items/{name}", methods("PUT", "GET"))]
    fn write(name: String) -> String {
        name
    }
}

#[test]
fn one_method_and_path_is_one_operation() {
    let expected = format!(
        "two operations answer GET /items/{{name}}: one at {}, one at {}; give one of them another path or method",
        place(same_path::FIRST),
        place(same_path::SECOND),
    );
    let app = App::of(concat!(module_path!(), "::same_path"));
    let undocumented = app.openapi().expect_err("no document of it");
    assert_eq!(undocumented.to_string(), expected);
    assert_eq!(problem(app), expected);
}

mod same_in_the_document {
    //! What the router tells apart and the document cannot.

    pub const FIRST: u32 = line!() + 2;

    #[fastr::get("/files/{name}")]
    fn file(name: String) -> String {
        name
    }

    pub const SECOND: u32 = line!() + 2;

    #[fastr::get("/files/{name:path}")]
    fn folder(name: String) -> String {
        name
    }

    #[fastr::put("/files/{name:path}")]
    fn other_method(name: String) -> String {
        name
    }
}

#[test]
fn no_operation_is_missing_in_the_document() {
    let expected = format!(
        "the document has one place for GET /files/{{name}}, and there are two operations: one at {}, one at {}; name the parameter of one of them otherwise",
        place(same_in_the_document::FIRST),
        place(same_in_the_document::SECOND),
    );
    let app = App::of(concat!(module_path!(), "::same_in_the_document"));
    let undocumented = app.openapi().expect_err("no document of it");
    assert_eq!(undocumented.to_string(), expected);
    assert_eq!(problem(app), expected);
}

mod same_name {
    //! Two operations of one method, path and name: what is wrong is the path, not the id that follows from it.

    pub const FIRST: u32 = line!() + 2;

    #[fastr::get("/items")]
    fn read() -> bool {
        true
    }

    pub mod again {
        pub const SECOND: u32 = line!() + 2;

        #[fastr::get("/items")]
        fn read() -> bool {
            true
        }
    }
}

#[test]
fn the_path_is_complained_of_before_the_id() {
    let expected = format!(
        "two operations answer GET /items: one at {}, one at {}; give one of them another path or method",
        place(same_name::FIRST),
        place(same_name::again::SECOND),
    );
    assert_eq!(problem(App::of(concat!(module_path!(), "::same_name"))), expected);
}

mod same_id {
    //! Two operations of one id.

    pub const FIRST: u32 = line!() + 2;

    #[fastr::get("/one", operation_id = "the_one")]
    fn one() -> bool {
        true
    }

    pub const SECOND: u32 = line!() + 2;

    #[fastr::get("/two", operation_id = "the_one")]
    fn two() -> bool {
        true
    }
}

#[test]
fn one_id_is_one_operation() {
    let app = App::of(concat!(module_path!(), "::same_id"));
    let expected = format!(
        "two operations have the id `the_one`: one at {}, one at {}; name one with `operation_id = \"…\"`",
        place(same_id::FIRST),
        place(same_id::SECOND),
    );
    assert_eq!(
        app.openapi().expect_err("there is no document").to_string(),
        expected
    );
    assert_eq!(problem(app), expected);
}

/// `main` returns the error, and what is printed of it is its `Debug`.
#[test]
fn the_error_reads_the_same_however_it_is_printed() {
    let error = App::of(concat!(module_path!(), "::same_id"))
        .openapi()
        .expect_err("there is no document");
    assert_eq!(format!("{error:?}"), error.to_string());
    assert!(matches!(error, StartupError::DuplicateOperationId { .. }));
}

#[test]
fn an_address_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("its address").to_string();
    let (_, port) = address.split_once(':').expect("a port");
    for workers in ["1", "2"] {
        let (status, said) = Program::run("shop", &["--port", port, "--workers", workers]);
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(
            said.starts_with(&format!("Error: listening on {address}: Address ")),
            "{said}"
        );
    }
}

/// A second program of the same kind does not come to share the first one's address.
#[test]
fn a_program_that_runs_already_has_its_address_alone() {
    let running = Program::start("shop");
    let address = running.address().to_string();
    let (_, port) = address.split_once(':').expect("a port");
    let (status, said) = Program::run("shop", &["--port", port]);
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(
        said.contains(&format!("listening on {address}: Address ")),
        "{said}"
    );
}

#[test]
fn a_command_line_that_cannot_be_is_explained() {
    for (arguments, expected) in [
        (
            &["--port", "http"][..],
            "Error: the port is `http`; give a number from 0 to 65535\n",
        ),
        (
            &["--port", "65536"],
            "Error: the port is `65536`; give a number from 0 to 65535\n",
        ),
        (
            &["--port", "-1"],
            "Error: the port is `-1`; give a number from 0 to 65535\n",
        ),
        (
            &["--port"],
            "Error: missing argument for option '--port'; `--help` lists what can be said\n",
        ),
        (
            &["--prot", "80"],
            "Error: invalid option '--prot'; `--help` lists what can be said\n",
        ),
        (
            &["--workers", "0", "--port", "0"],
            "Error: the number of workers is `0`; give a number from 1\n",
        ),
    ] {
        let (status, said) = Program::run("shop", arguments);
        assert_eq!(
            (status.code(), said.as_str()),
            (Some(1), expected),
            "{arguments:?}"
        );
    }
}

#[test]
fn help_is_no_error() {
    let (status, said) = Program::run("shop", &["--help"]);
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

/// `FASTR_BLESS=1` writes it anew.
#[test]
fn the_help_lists_what_can_be_said() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/startup/help.txt");
    let help = String::from_utf8(Program::output("shop", &["--help"]).stdout).expect("a text");
    if std::env::var_os("FASTR_BLESS").is_some() {
        std::fs::write(path, &help).expect("the file is written");
    }
    assert_eq!(
        help,
        std::fs::read_to_string(path).expect("tests/startup/help.txt")
    );
    let longest = help.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(120), "a line has {longest:?} letters");
}

mod missing_state {
    //! A parameter whose value nobody gave to the application.

    pub struct Database;

    pub const LINE: u32 = line!() + 2;

    #[fastr::get("/items")]
    fn read(#[state] database: &Database) -> bool {
        let Database = database;
        true
    }
}

#[test]
fn state_that_is_missing_stops_the_start() {
    let app = App::of("startup::missing_state");
    let expected = format!(
        "`read` ({}) takes `database` from the state, which has no `startup::missing_state::Database`; give it one with `App::state`, or with a lifespan that makes one",
        place(missing_state::LINE),
    );
    assert_eq!(problem(app.clone()), expected);
    let started = app.state(missing_state::Database).service();
    assert!(started.is_ok());
}

/// An application without an operation.
fn nothing() -> App {
    App::of("nothing")
}

/// With both kinds of runtimes, in `main` and in a task.
#[test]
fn a_program_does_not_run_inside_a_runtime() {
    let one = tokio::runtime::Builder::new_current_thread().build();
    let many = tokio::runtime::Builder::new_multi_thread().build();
    for runtime in [one.expect("a runtime"), many.expect("a runtime")] {
        let in_main = runtime.block_on(async { nothing().run() });
        let task = runtime.spawn(async { nothing().run() });
        let in_task = runtime.block_on(task).expect("it does not panic");
        for ran in [in_main, in_task] {
            assert_eq!(
                ran.expect_err("it must not run").to_string(),
                "`App::run` starts runtimes of its own, and was called inside one of tokio's; write `fn main()` without `#[tokio::main]` and `async`, or serve inside the runtime that is there with `App::serve(listener).await`"
            );
        }
    }
}

#[tokio::test]
#[should_panic(expected = "write a plain `fn` with `#[test]` instead of an `async fn` with `#[tokio::test]`")]
async fn a_test_client_is_not_made_inside_a_runtime() {
    fastr::TestClient::new(nothing());
}

/// The pool is where one may wait.
#[tokio::test]
async fn a_test_client_is_made_on_the_pool_for_blocking_work() {
    let asked = || fastr::TestClient::new(nothing()).get("/nowhere").send().status();
    let status = tokio::task::spawn_blocking(asked)
        .await
        .expect("it does not panic");
    assert_eq!(status, 404);
}
