//! What a handler does with an uploaded file, be it in memory or on the disk.

#![expect(clippy::needless_pass_by_value, reason = "an operation owns its arguments")]

use std::io::{BufRead, BufReader, Read as _, Seek as _, SeekFrom};

use fastr::{App, MultipartLimits, TestClient, UploadFile, post};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt as _;

use crate::multipart::{file, in_pieces, post as send, whole};

/// Everything that can be read of a file, twice.
#[post("/read")]
async fn read(file: UploadFile) -> Value {
    let (first, second) = (file.read().await, file.read().await);
    let (first, second) = (first.expect("it can be read"), second.expect("and again"));
    let mut streamed = Vec::new();
    let mut reader = file.async_reader();
    reader
        .read_to_end(&mut streamed)
        .await
        .expect("it can be streamed");
    json!([file.size(), first.len(), first == second, streamed == first])
}

#[post("/copy")]
async fn copy(file: UploadFile) -> Value {
    let folder = std::env::temp_dir().join(format!("fastr-copy-{}-{}", std::process::id(), file.size()));
    let count = file.copy_to(&folder).await.expect("it can be copied");
    let copied = std::fs::read(&folder).expect("the copy is there");
    std::fs::remove_file(&folder).expect("the copy can be removed");
    json!([count, copied == file.read().await.expect("it can be read")])
}

#[post("/lines", blocking)]
fn lines(file: UploadFile) -> Value {
    let count = BufReader::new(file.reader()).lines().count();
    let (mut ahead, mut other) = (file.reader(), file.reader());
    let (mut last, mut first) = ([0; 4], [0; 4]);
    ahead.seek(SeekFrom::End(-4)).expect("there are four bytes");
    ahead.read_exact(&mut last).expect("they are read");
    other
        .read_exact(&mut first)
        .expect("each reader has its own place");
    json!([count, last == *b"last", first == *b"line"])
}

fn client(memory: usize) -> TestClient {
    TestClient::new(App::of(module_path!()).multipart_limits(MultipartLimits::new().memory(memory)))
}

#[test]
fn a_file_is_the_same_in_memory_and_on_the_disk() {
    for size in [0, 1, 999, 1000, 1001, 700_000, 3_000_000] {
        let content: Vec<u8> = (0..size)
            .map(|index: u32| index.to_le_bytes()[0] ^ index.to_le_bytes()[1])
            .collect();
        for memory in [0, 1000, 1024 * 1024] {
            let client = client(memory);
            let body = whole([file("file", "n", &content)]);
            let answer: Value = send(&client, "/read", body.clone()).json();
            assert_eq!(answer, json!([size, size, true, true]), "{size} {memory}");
            let answer: Value = send(&client, "/copy", body).json();
            assert_eq!(answer, json!([size, true]), "{size} {memory}");
        }
    }
}

#[test]
fn a_function_reads_a_file_line_by_line() {
    let content = "line\n".repeat(9) + "last";
    for memory in [0, 1000] {
        let answer: Value = send(&client(memory), "/lines", whole([file("file", "n", &content)])).json();
        assert_eq!(answer, json!([10, true, true]));
    }
}

/// The server may get the body in pieces of any size.
#[test]
fn a_body_may_come_in_pieces() {
    let client = client(10);
    let content = "\r\n--fastr-boundar\r\n-\r\r\n--".repeat(20);
    let body = whole([file("other", "m", "x"), file("file", "n", &content)]);
    for size in 1..80 {
        let answer: Value = send(&client, "/read", in_pieces(&body, size)).json();
        let size = content.len();
        assert_eq!(answer, json!([size, size, true, true]));
    }
}
