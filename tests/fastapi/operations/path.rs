//! Tutorial: Path Parameters; Path Parameters and Numeric Validations.

use fastr::{get, model};

#[model]
struct User {
    user: String,
}

#[get("/users/me")]
fn users_me() -> User {
    User {
        user: "the current one".into(),
    }
}

#[get("/users/{user_id}")]
fn users_one(user_id: String) -> User {
    User { user: user_id }
}

#[model]
struct FilePath {
    file_path: String,
}

#[get("/path/files/{file_path:path}")]
fn path_files(file_path: String) -> FilePath {
    FilePath { file_path }
}

#[model]
struct Room {
    room_id: i64,
    size: f64,
    q: Option<String>,
}

#[get("/rooms/{room_id}")]
fn rooms(
    #[path(ge = 1, le = 1000)] room_id: i64,
    #[query(gt = 0, lt = 10.5)] size: f64,
    #[query(alias = "room-query")] q: Option<String>,
) -> Room {
    Room { room_id, size, q }
}

#[model]
struct Name {
    name: String,
}

#[get("/names/{name}")]
fn names(#[path(min_length = 2, max_length = 5, pattern = "^[a-z]+$")] name: String) -> Name {
    Name { name }
}
