//! The work itself. It knows neither HTTP nor the store of the queue.

use std::time::Duration;

use apalis::prelude::{Attempt, BoxDynError, Data};
use fastr::model;
use serde::{Deserialize, Serialize};

use crate::outbox::Outbox;

/// How often a job is begun, before it has failed.
pub const ATTEMPTS: usize = 4;

/// Says how many milliseconds a letter takes; 200 when it is not set.
const LETTER: &str = "DURABLE_LETTER_MS";

/// A letter to many.
#[model]
#[derive(Clone)]
pub struct Newsletter {
    #[field(min_length = 1, max_length = 200)]
    pub subject: String,
    #[field(min_items = 1, max_items = 1000)]
    pub recipients: Vec<String>,
}

/// What is in the queue. It stays there for days, so a field that is new has to be optional.
#[derive(Clone, Serialize, Deserialize)]
pub struct Sending {
    pub id: String,
    pub newsletter: Newsletter,
}

/// Sends a newsletter to those who do not have it yet.
pub async fn send(sending: Sending, attempt: Attempt, outbox: Data<Outbox>) -> Result<(), BoxDynError> {
    let Sending { id, newsletter } = sending;
    let sent = outbox.sent(&id).await?;
    let mut refused = 0;
    for recipient in newsletter.recipients {
        if sent.contains(&recipient) {
            continue;
        }
        // Between this and the note the program may be killed: then this one letter goes out twice.
        let delivered = deliver(&newsletter.subject, &recipient, attempt.current()).await;
        refused += usize::from(delivered.is_err());
        outbox.note(&id, &recipient, delivered.err()).await?;
    }
    if refused > 0 {
        return Err(format!("{refused} letters were refused").into());
    }
    Ok(())
}

/// Hands a letter to somebody's mail server; a program would do it here. Some servers refuse the first time, to see whether
/// it is tried again, and some recipients are not there.
async fn deliver(subject: &str, recipient: &str, attempt: usize) -> Result<(), &'static str> {
    tokio::time::sleep(pace()).await;
    match recipient.split('@').next() {
        Some("nobody") => Err("there is nobody of this name"),
        Some("greylisted") if attempt == 1 => Err("try again later"),
        _ => {
            println!("to {recipient}: {subject}");
            Ok(())
        }
    }
}

fn pace() -> Duration {
    let said = std::env::var(LETTER).ok().and_then(|text| text.parse().ok());
    Duration::from_millis(said.unwrap_or(200))
}
