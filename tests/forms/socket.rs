//! Uploads over a socket, by clients that do not keep to their word.

use std::time::Duration;

use fastr::{App, MultipartLimits, UploadFile, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::multipart::{BOUNDARY, content_type, file, text, whole};

#[post("/size")]
async fn size(file: UploadFile, #[form] note: Option<String>) -> String {
    format!("{} {}", file.size(), note.unwrap_or_default())
}

async fn start(app: App) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    tokio::spawn(app.serve(listener));
    address
}

fn head(length: usize) -> String {
    let content_type = content_type();
    format!("POST /size HTTP/1.1\r\nhost: x\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n")
}

async fn answer(stream: &mut TcpStream) -> String {
    let mut answer = vec![0; 4096];
    let reading = tokio::time::timeout(Duration::from_secs(10), stream.read(&mut answer));
    let count = reading.await.expect("an answer comes").expect("it can be read");
    String::from_utf8_lossy(&answer[..count]).into_owned()
}

async fn upload(address: std::net::SocketAddr, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the server is there");
    let head = head(body.len()) + "\r\n";
    stream.write_all(head.as_bytes()).await.expect("it listens");
    stream.write_all(body).await.expect("it reads on");
    answer(&mut stream).await
}

#[tokio::test]
async fn a_client_that_vanishes_takes_nobody_along() {
    let limits = MultipartLimits::new().memory(1000);
    let address = start(App::of(module_path!()).multipart_limits(limits)).await;
    let body = whole([file("file", "n", vec![b'x'; 200_000]), text("note", "ok")]);
    for sent in [0, 10, 60, 150, 5_000, 150_000, body.len() - 40, body.len() - 1] {
        let mut stream = TcpStream::connect(address).await.expect("the server is there");
        let head = head(body.len()) + "\r\n";
        stream.write_all(head.as_bytes()).await.expect("it listens");
        stream.write_all(&body[..sent]).await.expect("it reads on");
        drop(stream);
    }
    let answer = upload(address, &body).await;
    assert!(answer.ends_with("\"200000 ok\""), "{answer}");
}

#[tokio::test]
async fn a_connection_goes_on_after_an_upload() {
    let address = start(App::of(module_path!())).await;
    let mut stream = TcpStream::connect(address).await.expect("the server is there");
    let mut body = whole([file("file", "n", "12345")]);
    body.extend_from_slice(b"what nobody reads");
    for _ in 0..3 {
        let request = [(head(body.len()) + "\r\n").as_bytes(), &body].concat();
        stream.write_all(&request).await.expect("it listens");
        let answer = answer(&mut stream).await;
        assert!(answer.ends_with("\"5 \""), "{answer}");
    }
}

#[tokio::test]
async fn an_upload_that_is_announced_too_large_is_not_waited_for() {
    let address = start(App::of(module_path!()).upload_limit(1000)).await;
    let mut stream = TcpStream::connect(address).await.expect("the server is there");
    let head = head(1001) + "expect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("it listens");
    let answer = answer(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[tokio::test]
async fn an_upload_without_a_length_is_measured() {
    let address = start(App::of(module_path!()).upload_limit(1000)).await;
    let mut stream = TcpStream::connect(address).await.expect("the server is there");
    let head = head(0).replace("content-length: 0", "transfer-encoding: chunked") + "\r\n";
    let begin =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"n\"\r\n\r\n");
    let piece = begin + &"x".repeat(1000);
    let sent = format!("{head}{:x}\r\n{piece}\r\n", piece.len());
    stream.write_all(sent.as_bytes()).await.expect("it listens");
    let answer = answer(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
