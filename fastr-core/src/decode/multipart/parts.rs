//! The parts of a form one after the other, each within its limits.

use std::pin::Pin;
use std::task::Poll;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use multer::{Field, Multipart};

use super::feed::Feed;
use super::limits::MultipartLimits;
use super::unreadable::Unreadable;
use crate::body::Body;
use crate::decode::form::{Entry, Form};
use crate::decode::parameter::parameter;
use crate::decode::upload::{Spool, UploadFile};
use crate::decode::{charset, header};

/// Reads a form from a body of at most `limit` bytes. The files with the names in `whole` are kept in memory.
///
/// A body that ends too early is a form without its last part, as in FastAPI.
pub async fn read(
    body: Body,
    boundary: String,
    limit: usize,
    limits: MultipartLimits,
    whole: Vec<&'static str>,
) -> Result<Form, Unreadable> {
    let mut feed = Feed::new(body, limit);
    let mut form = Form::default();
    if !feed.starts_with(&boundary).await? {
        return Ok(form);
    }
    let mut parts = Multipart::new(feed.pieces(), boundary);
    let mut intake = Intake {
        limits,
        whole,
        fields: 0,
        files: 0,
    };
    while let Some(Some(part)) = feed.until(|cx| parts.poll_next_field(cx)).await? {
        let Some((name, entry)) = intake.take_in(&mut feed, part).await? else {
            return Ok(form);
        };
        form.push(name, entry);
    }
    feed.drain().await?;
    Ok(form)
}

/// What was taken in so far, and what may be.
struct Intake {
    limits: MultipartLimits,
    whole: Vec<&'static str>,
    fields: usize,
    files: usize,
}

impl Intake {
    /// Reads a part to its end; nothing when the body ends before it does.
    async fn take_in(
        &mut self,
        feed: &mut Feed,
        part: Field<'static>,
    ) -> Result<Option<(String, Entry)>, Unreadable> {
        let disposition = part.headers().get(CONTENT_DISPOSITION);
        let disposition =
            disposition.map_or_else(String::new, |value| charset::text(value.as_bytes()).into_owned());
        let Some(name) = parameter(&disposition, "name") else {
            return Err(Unreadable::bad(
                "The Content-Disposition header field \"name\" must be provided.",
            ));
        };
        let entry = match parameter(&disposition, "filename") {
            None => self.text(feed, part).await?.map(Entry::Text),
            Some(filename) => {
                let filename = without_drive(filename);
                self.file(feed, part, &name, filename).await?.map(Entry::File)
            }
        };
        Ok(entry.map(|entry| (name, entry)))
    }

    async fn text(
        &mut self,
        feed: &mut Feed,
        mut part: Field<'static>,
    ) -> Result<Option<String>, Unreadable> {
        count(&mut self.fields, self.limits.fields, "fields")?;
        let most = self.limits.text_size;
        let mut text = BytesMut::new();
        loop {
            match next(feed, &mut part).await? {
                None => return Ok(None),
                Some(None) => return Ok(Some(charset::text(&text).into_owned())),
                Some(Some(piece)) if text.len() + piece.len() > most => {
                    return Err(Unreadable::too_much(format!(
                        "Part exceeded maximum size of {}KB.",
                        most / 1024
                    )));
                }
                Some(Some(piece)) => text.extend_from_slice(&piece),
            }
        }
    }

    async fn file(
        &mut self,
        feed: &mut Feed,
        mut part: Field<'static>,
        name: &str,
        filename: String,
    ) -> Result<Option<UploadFile>, Unreadable> {
        count(&mut self.files, self.limits.files, "files")?;
        let content_type = part.headers().get(CONTENT_TYPE);
        let content_type = content_type.map(|value| header::text(value).into_owned());
        let in_memory = self.whole.contains(&name);
        let mut spool = Spool::new(if in_memory { usize::MAX } else { self.limits.memory });
        loop {
            match next(feed, &mut part).await? {
                None => return Ok(None),
                Some(None) => break,
                Some(Some(piece)) => spool.write(&piece).await.map_err(Unreadable::not_kept)?,
            }
        }
        let spooled = spool.finish().await.map_err(Unreadable::not_kept)?;
        Ok(Some(UploadFile::new(filename, content_type, spooled)))
    }
}

/// The next piece of a part: nothing at all when the body ends, no piece when the part does.
async fn next(feed: &mut Feed, part: &mut Field<'static>) -> Result<Option<Option<Bytes>>, Unreadable> {
    feed.until(|cx| match Pin::new(&mut *part).poll_next(cx) {
        Poll::Pending => Poll::Pending,
        Poll::Ready(piece) => Poll::Ready(piece.transpose()),
    })
    .await
}

fn count(parts: &mut usize, most: usize, name: &str) -> Result<(), Unreadable> {
    *parts += 1;
    if *parts > most {
        return Err(Unreadable::too_much(format!(
            "Too many {name}. Maximum number of {name} is {most}."
        )));
    }
    Ok(())
}

/// Internet Explorer sent the whole path of a file; its name is what stands behind the last backslash.
fn without_drive(filename: String) -> String {
    let is_path = filename.starts_with(r"\\") || filename.get(1..3) == Some(r":\");
    match filename.rsplit_once('\\') {
        Some((_, name)) if is_path => name.to_owned(),
        _ => filename,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_windows_is_cut_to_the_name() {
        for (sent, name) in [
            (r"C:\dir\a.txt", "a.txt"),
            (r"\\server\a.txt", "a.txt"),
            (r"a\b.txt", r"a\b.txt"),
            ("../../etc/motd", "../../etc/motd"),
            ("", ""),
        ] {
            assert_eq!(without_drive(sent.to_owned()), name);
        }
    }
}
