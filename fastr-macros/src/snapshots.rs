//! What the attributes write, compared with what is in `snapshots/`, as printed by `prettyplease`.
//!
//! `FASTR_BLESS=1 cargo test -p fastr-macros` writes them anew; read the difference before it is kept. Their size is
//! what a user's build pays for each handler and each model.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Derive, Method};
use crate::pipeline;

/// The most lines of a handler that waits, with a default and a loan.
const LINES_OF_A_HANDLER: usize = 80;
/// The most lines of a handler as most are, the function included: a parameter in the path, one in the query, a body.
const LINES_OF_A_USUAL_HANDLER: usize = 59;
/// The most lines of a model of three fields, of which one has constraints, one a default, and one may be absent.
const LINES_OF_A_MODEL: usize = 147;
/// The most lines of an enum of two plain names.
const LINES_OF_A_CHOICE: usize = 72;
/// The most lines of an error with five variants, one of each kind.
const LINES_OF_AN_ERROR: usize = 206;
/// The most lines of three answers, one of them without a body.
const LINES_OF_SEVERAL_ANSWERS: usize = 115;

fn printed(code: TokenStream) -> String {
    let file = syn::parse2(code).unwrap_or_else(|error| panic!("the code cannot be read: {error}"));
    prettyplease::unparse(&file)
}

fn compare(name: &str, code: TokenStream) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("snapshots")
        .join(name)
        .with_extension("rs");
    let printed = printed(code);
    if std::env::var_os("FASTR_BLESS").is_some() {
        fs::write(&path, &printed).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        printed == expected,
        "{name} is written otherwise now; if it should be, run with FASTR_BLESS=1:\n{printed}"
    );
    printed
}

fn post(arguments: TokenStream, item: TokenStream) -> TokenStream {
    pipeline::operation("post", Some(Method::Post), arguments, item)
}

#[test]
fn a_usual_handler() {
    let code = post(
        quote!("/items/{item_id}", status_code = 201),
        quote! {
            /// Create an item.
            async fn create_item(item_id: u64, q: Option<String>, item: Item) -> Item {
                item
            }
        },
    );
    assert!(compare("usual_handler", code).lines().count() <= LINES_OF_A_USUAL_HANDLER);
}

#[test]
fn a_handler_that_waits() {
    let code = post(
        quote!(
            "/items",
            status_code = status::HTTP_202_ACCEPTED,
            raises(404),
            tags = ["items"]
        ),
        quote! {
            pub async fn send(#[header(default = "en")] language: String, response: &mut ResponseParts) -> Result<String, HttpException> {
                response.set_header("x", "y");
                wait().await;
                Ok(language)
            }
        },
    );
    assert!(compare("waiting_handler", code).lines().count() <= LINES_OF_A_HANDLER);
}

#[test]
fn a_model() {
    let code = pipeline::model(
        TokenStream::new(),
        quote! {
            /// Something on sale.
            struct Item {
                #[field(min_length = 1, max_length = 50)]
                name: String,
                #[field(default)]
                tags: Vec<String>,
                maker: Option<Maker>,
            }
        },
    );
    assert!(compare("model", code).lines().count() <= LINES_OF_A_MODEL);
}

#[test]
fn a_choice() {
    let code = pipeline::model(
        TokenStream::new(),
        quote! {
            /// What it looks like.
            #[serde(rename_all = "lowercase")]
            enum Color {
                Red,
                Blue,
            }
        },
    );
    assert!(compare("choice", code).lines().count() <= LINES_OF_A_CHOICE);
}

#[test]
fn an_error() {
    let code = pipeline::answers(
        Derive::ApiError,
        quote! {
            enum ItemError {
                /// There is no such item.
                #[status(404, "item {item_id} not found")]
                NotFound { item_id: u64 },
                #[status(429, "slow down", headers("Retry-After" = "{0}"))]
                TooMany(u32),
                #[status(status::HTTP_409_CONFLICT)]
                Conflict(#[detail] Conflict),
                #[status(500, "out of order")]
                Store(#[from] std::io::Error),
                #[status(transparent)]
                Access(#[from] AccessError),
            }
        },
    );
    assert!(compare("api_error", code).lines().count() <= LINES_OF_AN_ERROR);
}

#[test]
fn several_answers() {
    let code = pipeline::answers(
        Derive::Responses,
        quote! {
            enum Stored {
                /// The item was there and has been changed.
                #[status(200)]
                Changed(Item),
                #[status(201, "The item is new", headers("location" = "/items/{item_id}"))]
                Created {
                    #[body]
                    item: Item,
                    item_id: u64,
                },
                #[status(204)]
                Nothing,
            }
        },
    );
    assert!(compare("responses", code).lines().count() <= LINES_OF_SEVERAL_ANSWERS);
}

#[test]
fn a_mistake_leaves_the_function_as_it_was() {
    let code = post(
        quote!("items"),
        quote!(
            async fn list(#[query] q: String) {}
        ),
    );
    compare("mistake", code);
}
