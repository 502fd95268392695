//! Fields of an HTML form: one by one, and as a model.
//!
//! Follows FastAPI's pages "Form Data" and "Form Models". `cargo run --example request_forms --features multipart`, then
//! `curl -d 'username=ada' -d 'password=secret' localhost:8000/login/`; with `-F` in place of `-d` it is multipart.

use fastr::{App, model, post};

/// Who came in.
#[model]
struct Session {
    username: String,
    remembered: bool,
}

/// What a new member says of themselves. A field that the form does not have is a mistake.
#[model]
#[serde(deny_unknown_fields)]
struct Registration {
    #[field(min_length = 3, max_length = 20)]
    username: String,
    #[field(min_length = 8)]
    password: String,
    age: Option<u8>,
    /// One `interests=…` each.
    #[field(default)]
    interests: Vec<String>,
}

/// The same, without what nobody should read.
#[model]
struct Member {
    username: String,
    age: Option<u8>,
    interests: Vec<String>,
}

/// Log in.
#[post("/login/")]
async fn login(
    #[form] username: String,
    #[form(min_length = 4)] password: String,
    #[form(default = false)] remember: bool,
) -> Session {
    drop(password);
    Session {
        username,
        remembered: remember,
    }
}

/// Become a member.
#[post("/members/", status_code = 201)]
async fn register(#[form] registration: Registration) -> Member {
    Member {
        username: registration.username,
        age: registration.age,
        interests: registration.interests,
    }
}

fn main() -> fastr::Result {
    App::new().title("Request Forms").run()
}
