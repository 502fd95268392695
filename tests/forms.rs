//! Forms and files: what FastAPI answers, what the limits do, and what a client can send or leave out.

#[path = "forms/document.rs"]
mod document;
#[path = "forms/endpoints.rs"]
mod endpoints;
#[path = "forms/limits.rs"]
mod limits;
#[path = "forms/multipart.rs"]
mod multipart;
#[path = "forms/names.rs"]
mod names;
#[path = "forms/replay.rs"]
mod replay;
#[path = "forms/socket.rs"]
mod socket;
#[path = "forms/uploads.rs"]
mod uploads;
