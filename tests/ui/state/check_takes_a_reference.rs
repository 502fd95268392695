use fastr::App;

struct Pool;

async fn ping(_: &Pool) -> std::io::Result<()> {
    Ok(())
}

fn main() {
    App::new().readiness("database", ping);
}
