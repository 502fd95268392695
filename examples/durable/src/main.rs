//! Work that outlives the program that took it on: a newsletter goes to many, and the program may end in the middle.
//!
//! FastAPI's page "Background Tasks" sends those with heavy work to Celery. Here the queue is [apalis](https://docs.rs/apalis), and
//! its store a file of the same program:
//!
//! ```sh
//! cargo run --manifest-path examples/durable/Cargo.toml
//! curl -i localhost:8000/newsletters -H 'content-type: application/json' \
//!     -d '{"subject": "News", "recipients": ["ann@example.com", "greylisted@example.com", "nobody@example.com"]}'
//! curl -i localhost:8000/jobs/…           # 200 while it goes on, 303 to the report when it is done
//! ```
//!
//! Kill the program while it sends, with `kill -9`, and start it again: it goes on with the recipients that are left.
//!
//! # What is promised
//!
//! * Who was answered 202 has a job that is on the disk.
//! * Every job is done **at least once**. What was under way when the program was killed is done again: here one letter at most for
//!   each job, since each that was sent is noted. Work that must not be repeated needs a receiver that knows what it has, for
//!   example by the id of the job.
//! * A job that fails is tried again, later each time, and in the end is `failed` and says why. One during which the program is
//!   killed is begun again however often that happens.
//! * A program that is asked to end finishes the jobs under way, as long as that takes no longer than [`worker::DRAIN`]. What
//!   is left goes on at the next start, or on another machine with the same store.

mod outbox;
mod store;
mod work;
mod worker;

use std::sync::Arc;

use apalis::prelude::{BoxDynError, FetchById, Status, Task, TaskBuilder, TaskId, TaskSink};
use fastr::{Accepted, ApiError, App, InternalError, Responses, get, model, post};
use ulid::Ulid;

use outbox::Outbox;
use store::{Queue, QueueError};
use work::{Newsletter, Sending};
use worker::Worker;

/// What the operations share.
struct Office {
    queue: Queue,
    outbox: Outbox,
    worker: Worker,
}

/// Opens the store, and starts to work on what is in it.
async fn open() -> Result<Office, BoxDynError> {
    let pool = store::open().await?;
    let outbox = Outbox::open(pool.clone()).await?;
    let queue = store::queue(&pool);
    let worker = Worker::start(queue.clone(), outbox.clone())?;
    Ok(Office {
        queue,
        outbox,
        worker,
    })
}

async fn close(office: Arc<Office>) {
    office.worker.drain().await;
}

/// How far a job is.
#[model]
struct Job {
    id: String,
    state: State,
    /// How often it was begun.
    attempts: usize,
    /// How many letters have gone out.
    sent: usize,
    total: usize,
    /// Who did not take theirs, when it was last tried, and why.
    refused: Vec<String>,
}

/// What a job is doing.
#[model]
#[serde(rename_all = "lowercase")]
enum State {
    /// It is in the queue.
    Waiting,
    Working,
    /// It will not be tried again.
    Failed,
    Done,
}

/// What there is to say of a job.
#[derive(Responses)]
enum Progress {
    /// It is not done, or never will be: its `state` says so.
    #[status(200)]
    Unfinished(Job),
    /// It is done, and the report is elsewhere.
    #[status(303, headers("location" = "/reports/{id}"))]
    Done { id: String },
}

/// What became of a newsletter.
#[model]
struct Report {
    subject: String,
    sent: Vec<String>,
}

#[derive(Debug, ApiError)]
enum OfficeError {
    #[status(404, "there is no job {id}")]
    Unknown { id: String },
    #[status(404, "the newsletter {id} has not gone out to all")]
    Unfinished { id: String },
    #[status(500, "The store is out of order")]
    Queue(#[from] QueueError),
    #[status(500, "The store is out of order")]
    Outbox(#[from] sqlx::Error),
    #[status(500, "The store is out of order")]
    Job(#[from] serde_json::Error),
}

/// Takes a newsletter on, and says where to ask how far it is.
///
/// When this is answered, the job is in the store.
#[post("/newsletters")]
async fn send_newsletter(
    newsletter: Newsletter,
    #[state] office: &Office,
) -> Result<Accepted<Job>, InternalError> {
    let id = Ulid::generate();
    let job = Job {
        id: id.to_string(),
        state: State::Waiting,
        attempts: 0,
        sent: 0,
        total: newsletter.recipients.len(),
        refused: Vec::new(),
    };
    let sending = Sending {
        id: job.id.clone(),
        newsletter,
    };
    let task = TaskBuilder::new(sending)
        .task_id(TaskId::from_ulid(id))
        .max_attempts(work::ATTEMPTS);
    office.queue.clone().push_task(task.build()).await?;
    Ok(Accepted::at(&format!("/jobs/{id}"), job))
}

/// How far a job is.
#[get("/jobs/{id}")]
async fn read_job(id: String, #[state] office: &Office) -> Result<Progress, OfficeError> {
    let task = find(&id, office).await?;
    let sending: Sending = serde_json::from_slice(&task.args)?;
    let state = state(&task);
    if matches!(state, State::Done) {
        return Ok(Progress::Done { id });
    }
    Ok(Progress::Unfinished(Job {
        state,
        attempts: task.attempt(),
        sent: office.outbox.sent(&id).await?.len(),
        total: sending.newsletter.recipients.len(),
        refused: office.outbox.refused(&id).await?,
        id,
    }))
}

/// What became of a newsletter that has gone out.
#[get("/reports/{id}")]
async fn read_report(id: String, #[state] office: &Office) -> Result<Report, OfficeError> {
    let task = find(&id, office).await?;
    if !matches!(state(&task), State::Done) {
        return Err(OfficeError::Unfinished { id });
    }
    let sending: Sending = serde_json::from_slice(&task.args)?;
    Ok(Report {
        subject: sending.newsletter.subject,
        sent: office.outbox.sent(&id).await?,
    })
}

async fn find(id: &str, office: &Office) -> Result<Task<Vec<u8>>, OfficeError> {
    let unknown = || OfficeError::Unknown { id: id.to_owned() };
    // A text that is no id of a job is one that nobody has.
    let wanted = Ulid::from_string(id).map_err(|_| unknown())?;
    let found = office
        .queue
        .clone()
        .fetch_by_id(&TaskId::from_ulid(wanted))
        .await?;
    found.ok_or_else(unknown)
}

fn state(task: &Task<Vec<u8>>) -> State {
    let tries = task.max_attempts().unwrap_or(work::ATTEMPTS);
    match task.status() {
        Status::Done => State::Done,
        Status::Killed => State::Failed,
        Status::Failed if task.attempt() >= tries => State::Failed,
        Status::Queued | Status::Running => State::Working,
        _ => State::Waiting,
    }
}

fn app() -> App {
    App::new().title("Newsletters").lifespan(open, close)
}

fn main() -> fastr::Result {
    app().run()
}

#[cfg(test)]
fastr::openapi_test!("openapi.json", crate::app());
