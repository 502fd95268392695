use fastr::App;

async fn read_root() -> bool {
    true
}

fn main() -> fastr::Result {
    let app = App::new().add_route("/", read_root);
    app.run()
}
