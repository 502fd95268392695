use fastr::{get, model};

#[model]
struct Public {
    name: String,
}

#[get("/user", response_model(Public))]
async fn read_user() -> Public {
    Public {
        name: "ann".to_owned(),
    }
}

fn main() {}
