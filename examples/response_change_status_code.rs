//! The operation's own status, unless the handler sets another.
//!
//! Follows FastAPI's page "Response - Change Status Code". `cargo run --example response_change_status_code`, then
//! `curl -i -X PUT localhost:8000/get-or-create-task/dishes`, twice.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use fastr::{App, ResponseParts, put, status};

type Tasks = BTreeMap<String, String>;

static TASKS: LazyLock<Mutex<Tasks>> =
    LazyLock::new(|| Mutex::new([("laundry".to_owned(), "Hang out the laundry".to_owned())].into()));

/// Read a task, which is created when it is not there.
#[put("/get-or-create-task/{task_id}", status_code = 200, responses(201 = "The task is new"))]
async fn get_or_create_task(task_id: String, response: &mut ResponseParts) -> String {
    let mut tasks = TASKS.lock().unwrap_or_else(PoisonError::into_inner);
    let task = tasks.entry(task_id).or_insert_with(|| {
        response.set_status(status::HTTP_201_CREATED);
        "Was not there a moment ago".to_owned()
    });
    task.clone()
}

fn main() -> fastr::Result {
    App::new().title("Response - Change Status Code").run()
}
