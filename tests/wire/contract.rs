//! An answer that was not declared: the test says so, and a server that is being written refuses to send it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fastr::{App, HttpException, TestClient, get};

use crate::support::{Server, json};

#[get("/items/{code}", raises(404))]
async fn raise(code: u16) -> Result<bool, HttpException> {
    Err(HttpException::of(code))
}

/// The line of the attribute above.
const LINE: u32 = 9;

#[test]
fn the_test_client_panics_and_names_the_place() {
    let client = TestClient::new(App::of(module_path!()));
    assert_eq!(client.get("/items/404").send().status(), 404);
    let told = catch_unwind(AssertUnwindSafe(|| client.get("/items/403").send()));
    let Err(told) = told else {
        panic!("a status was sent that was not declared")
    };
    let told = told.downcast_ref::<String>().expect("a message");
    let place = format!(
        "`raise` ({}:{LINE}) answered 403 Forbidden, which it does not declare",
        file!()
    );
    assert!(told.starts_with(&place), "{told}");
    assert!(told.contains("raises(403)"), "{told}");
}

#[test]
fn a_server_of_a_debug_build_answers_500() {
    let server = Server::start(App::of(module_path!()));
    let mut connection = server.connect();
    let declared = json("404 Not Found", r#"{"detail":"Not Found"}"#);
    let undeclared = if cfg!(debug_assertions) {
        json(
            "500 Internal Server Error",
            r#"{"detail":"Internal Server Error"}"#,
        )
    } else {
        json("403 Forbidden", r#"{"detail":"Forbidden"}"#)
    };
    assert_eq!(connection.ask("GET /items/403", ""), undeclared);
    assert_eq!(connection.ask("GET /items/404", ""), declared);
}
