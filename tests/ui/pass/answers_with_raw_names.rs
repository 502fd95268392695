//! Fields, variants and types whose names are words of the language, and fields named as in the generated code.
#![deny(warnings)]
#![allow(non_camel_case_types, reason = "raw identifiers are words of the language")]

use fastr::{ApiError, Responses, TestClient, get};

#[derive(Debug, ApiError)]
enum r#Error {
    #[status(404, "no {type} {self_} {fmt} {f} {error} {reply}", headers("x-type" = "{type}"))]
    r#Match {
        r#type: String,
        self_: u8,
        fmt: u8,
        f: u8,
        error: u8,
        reply: u8,
    },
    #[status(409)]
    r#Loop(#[detail] String),
}

#[derive(Responses)]
enum r#Answer {
    #[status(201, headers("x-type" = "{type}"))]
    r#Yield {
        #[body]
        r#fn: String,
        r#type: u8,
    },
}

#[get("/items", raises(r#Error::r#Match))]
fn list_items() -> Result<r#Answer, r#Error> {
    Err(r#Error::r#Match {
        r#type: "a".into(),
        self_: 1,
        fmt: 2,
        f: 3,
        error: 4,
        reply: 5,
    })
}

#[get("/others")]
fn list_others(add: bool) -> Result<r#Answer, r#Error> {
    if add {
        Ok(r#Answer::r#Yield { r#fn: "f".into(), r#type: 7 })
    } else {
        Err(r#Error::r#Loop("l".into()))
    }
}

fn main() {
    let client = TestClient::new(fastr::App::new());
    let response = client.get("/items").send();
    assert_eq!(response.text(), r#"{"detail":"no a 1 2 3 4 5"}"#);
    assert_eq!(response.header("x-type"), Some("a"));
    assert_eq!(client.get("/others?add=true").send().header("x-type"), Some("7"));
    assert_eq!(client.get("/others?add=false").send().text(), r#"{"detail":"l"}"#);
}
