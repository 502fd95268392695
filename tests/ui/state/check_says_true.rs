use fastr::App;

async fn is_there() -> bool {
    true
}

fn main() {
    App::new().readiness("database", is_there);
}
