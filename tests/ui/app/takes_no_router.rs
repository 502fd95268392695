use fastr::App;

struct Router;

fn main() -> fastr::Result {
    App::new().router(Router).run()
}
