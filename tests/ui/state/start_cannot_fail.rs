use fastr::App;

struct Pool;

async fn open() -> Pool {
    Pool
}

fn main() {
    App::new().on_startup(open);
}
