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

#[get("/users", response_model = Vec<Public>)]
async fn read_user() -> Vec<User> {
    vec![User {
        name: "ann".to_owned(),
        password: "secret".to_owned(),
    }]
}

fn main() {}
