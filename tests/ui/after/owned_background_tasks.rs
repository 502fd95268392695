use fastr::{BackgroundTasks, post};

#[post("/texts")]
async fn send(mut tasks: BackgroundTasks) -> bool {
    tasks.add(async {});
    true
}

fn main() {}
