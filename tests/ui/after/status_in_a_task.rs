use fastr::{BackgroundTasks, ResponseParts, post};

#[post("/texts", responses(500))]
async fn send(response: &mut ResponseParts, tasks: &mut BackgroundTasks) -> bool {
    tasks.add(async move { response.set_status(500) });
    true
}

fn main() {}
