//! An answer that is sent while it is made.
//!
//! Follows FastAPI's page "Stream Data". `cargo run --example stream_data`, then `curl -N localhost:8000/story/stream`.

use fastr::{App, StreamResponse, get, media, stream};

const STORY: &str = "\
It was a dark and stormy night.
The rain fell in torrents.
A shot rang out.
";

/// A text, line by line.
#[get("/story/stream")]
async fn stream_story() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        for line in STORY.split_inclusive('\n') {
            out.send(line).await;
        }
    }))
}

/// A table of any length, which is never in memory as a whole.
#[get("/squares.csv")]
async fn squares(#[query(default = 10)] rows: u64) -> StreamResponse<media::Csv> {
    StreamResponse::new(stream(move |mut out| async move {
        out.send("number,square\n".to_owned()).await;
        for number in 1..=rows {
            out.send(format!("{number},{}\n", number.saturating_mul(number)))
                .await;
        }
    }))
}

/// A stream that fails: the client sees that something is missing.
#[get("/broken")]
async fn broken() -> StreamResponse {
    StreamResponse::new(stream(|mut out| async move {
        out.send(Ok("the beginning, ")).await;
        out.send(Err("the disk is gone")).await;
    }))
}

fn main() -> fastr::Result {
    App::new().title("Stream Data").run()
}
