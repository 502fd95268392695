use fastr::App;

fn main() -> fastr::Result {
    App::new().title("Shop").get("/", || "hello").run()
}
