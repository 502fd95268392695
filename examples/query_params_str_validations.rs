//! What is asked of texts in the query: their length, their pattern, their number, a rule of one's own.
//!
//! Follows FastAPI's page "Query Parameters and String Validations".
//! `cargo run --example query_params_str_validations`, then `curl 'localhost:8000/books/?q=se'`,
//! `curl 'localhost:8000/shelves/?word=sea&word=salt'` and `curl 'localhost:8000/loans/?card-number=AB-1'`.

use fastr::{App, get};

/// Search the titles: the text may be left out, and has from 3 to 50 characters when it is there.
#[get("/books/")]
async fn search_books(
    #[query(
        title = "Words",
        description = "Words that stand in the *title*",
        min_length = 3,
        max_length = 50
    )]
    q: Option<String>,
) -> String {
    q.unwrap_or_else(|| "all books".to_owned())
}

/// Read what a signature means: the text must be there, and is two capital letters and three digits.
#[get("/signatures/")]
async fn read_signature(#[query(pattern = "^[A-Z]{2}[0-9]{3}$")] signature: String) -> String {
    format!("room {}", &signature[..2])
}

/// Search with a default, and with a name that should no longer be used.
#[get("/authors/")]
async fn search_authors(
    #[query(min_length = 2, default = "anonymous")] name: String,
    #[query(deprecated, description = "The same as `name`")] writer: Option<String>,
) -> String {
    writer.unwrap_or(name)
}

/// Look on the shelves for several words: one `word=…` each.
#[get("/shelves/")]
async fn search_shelves(
    #[query(min_items = 1, max_items = 3, default = vec!["new".to_owned()])] word: Vec<String>,
) -> Vec<String> {
    word
}

fn is_card(number: &str) -> Result<(), &'static str> {
    let known = ["AB-", "CD-"];
    let starts = known.iter().any(|start| number.starts_with(start));
    if starts {
        Ok(())
    } else {
        Err("a card begins with AB- or CD-")
    }
}

/// List the loans of a card: the name in the query is no name in Rust, and a function looks at the text.
#[get("/loans/")]
async fn list_loans(
    #[query(alias = "card-number", validate = is_card)] card: String,
    #[query(include_in_schema = false)] trace: Option<String>,
) -> Vec<String> {
    trace.into_iter().chain([card]).collect()
}

fn main() -> fastr::Result {
    App::new().title("Query Parameters and String Validations").run()
}
