//! Work that is done after the answer.
//!
//! Follows FastAPI's page "Background Tasks". `cargo run --example background_tasks`, then
//! `curl -i -X POST localhost:8000/send-notification/ann@example.com`, and look at the log.

use std::io;
use std::sync::{Mutex, PoisonError};

use fastr::{App, BackgroundTasks, get, model, post, status};

/// What has been done. A program would send letters, or write to a file with `add_blocking`.
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn log(line: String) {
    LOG.lock().unwrap_or_else(PoisonError::into_inner).push(line);
}

async fn write_notification(email: String, message: String) {
    log(format!("notification for {email}: {message}"));
}

fn write_log(line: &str) -> io::Result<()> {
    if line.is_empty() {
        return Err(io::Error::other("nothing to write"));
    }
    log(line.to_owned());
    Ok(())
}

#[model]
struct Message {
    message: String,
}

/// Answers at once, and writes afterwards.
#[post("/send-notification/{email}", status_code = status::HTTP_202_ACCEPTED)]
async fn send_notification(email: String, q: Option<String>, tasks: &mut BackgroundTasks) -> Message {
    if let Some(q) = q {
        // It fails when there is nothing to write: that is logged, and the next one is done all the same.
        tasks.add_blocking(move || write_log(&q));
    }
    tasks.add(write_notification(email, "some notification".to_owned()));
    Message {
        message: "Notification sent in the background".to_owned(),
    }
}

/// What has been done.
#[get("/log")]
async fn read_log() -> Vec<String> {
    LOG.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn main() -> fastr::Result {
    App::new().title("Background Tasks").run()
}
