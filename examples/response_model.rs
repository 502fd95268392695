//! Sending less than the function returns.
//!
//! Follows FastAPI's page "Response Model - Return Type". `cargo run --example response_model`, then
//! `curl -i -X POST localhost:8000/user -H 'content-type: application/json' \
//!     -d '{"username":"ann","password":"secret","email":"ann@example.com"}'`.

use fastr::{App, HttpException, get, model, post};

/// What a client sends.
#[model]
struct UserIn {
    username: String,
    password: String,
    email: String,
    full_name: Option<String>,
}

/// What a client gets: the password is not in it, and so it cannot be sent.
#[model]
struct UserOut {
    username: String,
    email: String,
    full_name: Option<String>,
}

impl From<UserIn> for UserOut {
    fn from(user: UserIn) -> Self {
        let UserIn {
            username,
            email,
            full_name,
            ..
        } = user;
        Self {
            username,
            email,
            full_name,
        }
    }
}

/// Create a user.
#[post("/user", response_model = UserOut, status_code = 201)]
async fn create_user(user: UserIn) -> UserIn {
    user
}

fn users() -> Vec<UserIn> {
    ["ann", "bob"]
        .map(|name| UserIn {
            username: name.to_owned(),
            password: "secret".to_owned(),
            email: format!("{name}@example.com"),
            full_name: None,
        })
        .into()
}

/// All users.
#[get("/users", response_model = Vec<UserOut>, skip_none)]
async fn read_users() -> Vec<UserIn> {
    users()
}

/// One of them.
#[get("/users/{username}", response_model = UserOut, raises(404))]
async fn read_user(username: String) -> Result<UserIn, HttpException> {
    let found = users().into_iter().find(|user| user.username == username);
    found.ok_or_else(|| HttpException::new(404, "No such user"))
}

/// Something on sale.
#[model]
struct Item {
    name: String,
    description: Option<String>,
    price: f64,
    #[field(default = 10.5)]
    tax: f64,
    #[field(default)]
    tags: Vec<String>,
}

fn item(item_id: &str) -> Result<Item, HttpException> {
    let (name, description, price, tax, tags) = match item_id {
        "foo" => ("Foo", None, 50.2, 10.5, vec![]),
        "bar" => (
            "Bar",
            Some("The bartenders"),
            62.0,
            20.2,
            vec!["drinks".to_owned()],
        ),
        _ => return Err(HttpException::new(404, "Item not found")),
    };
    Ok(Item {
        name: name.to_owned(),
        description: description.map(str::to_owned),
        price,
        tax,
        tags,
    })
}

/// Without what is `null`: FastAPI's `response_model_exclude_none`.
#[get("/items/{item_id}", skip_none, raises(404))]
async fn read_item(item_id: String) -> Result<Item, HttpException> {
    item(&item_id)
}

/// Without what is as it would be anyway: FastAPI's `response_model_exclude_defaults`.
#[get("/items/{item_id}/changed", skip_defaults, raises(404))]
async fn read_item_changes(item_id: String) -> Result<Item, HttpException> {
    item(&item_id)
}

fn main() -> fastr::Result {
    App::new().title("Response Model").run()
}
