//! A program as it is deployed: it says whether it is well, and leaves in peace. `deploy/` has what runs it in a container,
//! below systemd, and in Kubernetes.
//!
//! Follows FastAPI's pages on deployment. `cargo run --example deployment -- --shutdown-delay 10`, then `curl -i localhost:8000/readyz`
//! before and after ctrl-c; a second one ends the wait.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use fastr::{App, Client, get};

/// Say hello.
#[get("/")]
async fn hello(client: Client) -> String {
    format!("Hello {client}")
}

/// What the program needs is there: the folder that `NEEDS_FOLDER` names, if it names one.
async fn look_for(folder: Option<Arc<str>>) -> io::Result<()> {
    folder.map_or(Ok(()), |folder| std::fs::metadata(&*folder).map(drop))
}

fn main() -> fastr::Result {
    let folder: Option<Arc<str>> = std::env::var("NEEDS_FOLDER").ok().map(Into::into);
    App::new()
        .title("Deployment")
        .readiness("folder", move || look_for(folder.clone()))
        .shutdown_grace(Duration::from_secs(20))
        .run()
}
