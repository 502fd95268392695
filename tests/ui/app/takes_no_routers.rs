use fastr::App;

struct Users;

fn main() -> fastr::Result {
    App::new().include_router(Users).run()
}
