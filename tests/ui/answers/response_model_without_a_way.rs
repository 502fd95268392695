use fastr::{get, model};

#[model]
struct User {
    name: String,
    password: String,
}

#[model]
struct Public {
    name: String,
}

#[get("/user", response_model = Public)]
async fn read_user() -> User {
    User {
        name: "ann".to_owned(),
        password: "secret".to_owned(),
    }
}

fn main() {}
