//! Puts multipart bodies together, and sends them.

use std::pin::Pin;
use std::task::{Context, Poll};

use fastr::{Body, BodyError, Bytes, TestClient, TestResponse};
use http_body::Frame;

/// The boundary of all of them.
pub const BOUNDARY: &str = "fastr-boundary";

/// The content type of all of them.
pub fn content_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// A part with headers of its own.
pub fn part(headers: &str, content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut part = format!("--{BOUNDARY}\r\n{headers}\r\n\r\n").into_bytes();
    part.extend_from_slice(content.as_ref());
    part.extend_from_slice(b"\r\n");
    part
}

/// A part that is a text.
pub fn text(name: &str, content: impl AsRef<[u8]>) -> Vec<u8> {
    part(
        &format!("Content-Disposition: form-data; name=\"{name}\""),
        content,
    )
}

/// A part that is a file.
pub fn file(name: &str, filename: &str, content: impl AsRef<[u8]>) -> Vec<u8> {
    let disposition = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{filename}\"");
    part(&format!("{disposition}\r\nContent-Type: text/plain"), content)
}

/// The whole body.
pub fn whole(parts: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut body: Vec<u8> = parts.into_iter().flatten().collect();
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Sends a body.
#[track_caller]
pub fn post(client: &TestClient, path: &str, body: impl Into<Body>) -> TestResponse {
    let request = client.post(path).header("content-type", &content_type());
    request.body(body).send()
}

/// A body that comes in pieces of this size.
pub fn in_pieces(body: &[u8], size: usize) -> Body {
    Body::stream(Pieces {
        body: Bytes::copy_from_slice(body),
        size,
    })
}

struct Pieces {
    body: Bytes,
    size: usize,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let size = self.size.min(self.body.len());
        let piece = self.body.split_to(size);
        Poll::Ready((size > 0).then(|| Ok(Frame::data(piece))))
    }
}
