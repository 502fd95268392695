use fastr::{BackgroundTasks, post};

async fn count(text: String) -> usize {
    text.len()
}

#[post("/texts")]
async fn send(text: String, tasks: &mut BackgroundTasks) -> bool {
    tasks.add(count(text));
    true
}

fn main() {}
