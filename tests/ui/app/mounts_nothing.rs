use fastr::App;

fn main() -> fastr::Result {
    App::new().mount("/sub", App::new()).run()
}
