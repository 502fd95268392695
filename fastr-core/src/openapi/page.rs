//! What the pages that show the document have in common. Their scripts stand in files of their own, so that a page
//! needs no script inside of it and a policy can forbid them.

use bytes::Bytes;

/// A file of a page.
#[derive(Clone)]
pub struct Asset {
    /// Its name, beside the page.
    pub name: &'static str,
    /// What it is.
    pub media_type: &'static str,
    /// Its content, compressed where `gzip` says so.
    pub content: Bytes,
    /// Whether the content is compressed with gzip (RFC 1952).
    pub gzip: bool,
}

impl Asset {
    /// A script that is written for the page.
    pub fn script(name: &'static str, content: String) -> Self {
        Self {
            name,
            media_type: JAVASCRIPT,
            content: content.into(),
            gzip: false,
        }
    }

    /// The looks of a page.
    #[cfg(feature = "docs")]
    pub fn style(name: &'static str, content: &'static str) -> Self {
        Self {
            name,
            media_type: "text/css; charset=utf-8",
            content: Bytes::from_static(content.as_bytes()),
            gzip: false,
        }
    }

    /// A script that lies compressed in the program.
    #[cfg(any(feature = "redoc", feature = "scalar"))]
    pub fn compressed(name: &'static str, content: &'static [u8]) -> Self {
        Self {
            name,
            media_type: JAVASCRIPT,
            content: Bytes::from_static(content),
            gzip: true,
        }
    }
}

/// The media type of scripts (RFC 9239).
pub const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// A page: what stands in its head beside the title, and its body.
pub fn html(title: &str, head: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}</head>
<body>
{body}</body>
</html>
"#
    )
}

/// A text as HTML shows it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
