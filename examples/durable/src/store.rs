//! The store: the only file that names one.
//!
//! With `apalis-postgres` in the place of `apalis-sqlite`, [`Queue`] is `PostgresStorage<Sending>`, and [`open`] is
//! `Pool::connect(url)` and its migrations; with `apalis-redis`, it is `RedisStorage<Sending>` on `apalis_redis::connect(url)`. Their
//! `Config` has the same settings, and nothing else changes. Several machines can then take from one queue.

use std::time::Duration;

use apalis_sqlite::{Config, SqliteConnectOptions, SqlitePoolOptions, SqliteStorage};

use crate::work::Sending;

/// The queue.
pub type Queue = SqliteStorage<Sending>;

/// What can go wrong with it.
pub type QueueError = apalis_sqlite::Error;

/// The database.
pub type Pool = sqlx::SqlitePool;

/// Names the file of the database; `durable.db` when it is not set.
const FILE: &str = "DURABLE_DB";

/// How often a worker says that it lives.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// After so many that were missed, another takes up what it was doing.
const MISSED: usize = 5;

/// Opens the database, and makes it where there is none.
pub async fn open() -> sqlx::Result<Pool> {
    let file = std::env::var(FILE).unwrap_or_else(|_| "durable.db".to_owned());
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        // apalis' own `setup` turns the second one off: quicker, and a power cut may lose what was answered 202.
        .pragma("journal_mode", "WAL")
        .pragma("synchronous", "FULL");
    let pool = SqlitePoolOptions::new().connect_with(options).await?;
    SqliteStorage::migrations().run(&pool).await?;
    Ok(pool)
}

/// The queue in it.
pub fn queue(pool: &Pool) -> Queue {
    // One at a time: a worker says nothing while it holds jobs that it has not begun.
    let config = Config::default()
        .queue("newsletters")
        .batch_size(1)
        .heartbeat_interval(HEARTBEAT)
        .missed_heartbeats(MISSED);
    Queue::new(pool).with_config(config)
}
