//! Work that is done after the answer.
//!
//! Follows FastAPI's page "Background Tasks". `cargo run --example background_tasks`, then
//! `curl -i -X POST localhost:8000/send-notification/ann@example.com`, and look at the log.

use std::io;
use std::sync::{Mutex, PoisonError};

use fastr::{Accepted, App, BackgroundTasks, HttpException, get, model, post, status};

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

/// How a piece of work stands.
#[model]
#[derive(Clone)]
struct Job {
    id: usize,
    text: String,
    /// How many words it has, once they have been counted.
    words: Option<usize>,
}

static JOBS: Mutex<Vec<Job>> = Mutex::new(Vec::new());

fn count_words(id: usize) {
    let mut jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(job) = jobs.get_mut(id) {
        job.words = Some(job.text.split_whitespace().count());
    }
}

/// Takes work on, and says where to ask after it.
#[post("/jobs")]
async fn take_on(text: String, tasks: &mut BackgroundTasks) -> Accepted<Job> {
    let mut jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
    let job = Job {
        id: jobs.len(),
        text,
        words: None,
    };
    jobs.push(job.clone());
    let id = job.id;
    tasks.add_blocking(move || count_words(id));
    Accepted::new(job).at(&format!("/jobs/{id}"))
}

/// How the work stands.
#[get("/jobs/{id}", raises(404))]
async fn read_job(id: usize) -> Result<Job, HttpException> {
    let jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
    jobs.get(id)
        .cloned()
        .ok_or_else(|| HttpException::new(404, "No such job"))
}

/// What has been done.
#[get("/log")]
async fn read_log() -> Vec<String> {
    LOG.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn main() -> fastr::Result {
    App::new().title("Background Tasks").run()
}
