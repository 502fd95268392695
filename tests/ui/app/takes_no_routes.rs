use fastr::App;

async fn read_root() -> bool {
    true
}

fn main() -> fastr::Result {
    App::new().route("/", read_root).run()
}
