//! Replacing with PUT, and changing a part with PATCH: what was not sent stays, and what was sent as `null` goes.
//!
//! Follows FastAPI's page "Body - Updates". `cargo run --example body_updates`, then
//! `curl -X PATCH localhost:8000/clocks/hall --json '{"minutes_fast": 2}'`,
//! `curl -X PATCH localhost:8000/clocks/hall --json '{"maker": null}'` and
//! `curl -X PUT localhost:8000/clocks/hall --json '{"name": "Tall clock"}'`.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use fastr::{App, HttpException, Patch, get, model, patch, put, status};

/// A clock.
#[model]
#[derive(Clone)]
struct Clock {
    name: String,
    maker: Option<String>,
    #[field(ge = -30, le = 30, default = 0)]
    minutes_fast: i8,
}

/// What should change of a clock. `Patch` tells what was not sent from what was sent as `null`.
#[model]
struct ClockChange {
    #[field(min_length = 1)]
    name: Option<String>,
    maker: Patch<String>,
    #[field(ge = -30, le = 30)]
    minutes_fast: Option<i8>,
}

static CLOCKS: LazyLock<Mutex<BTreeMap<String, Clock>>> = LazyLock::new(|| {
    let clock = Clock {
        name: "Long-case clock".to_owned(),
        maker: Some("Tompion".to_owned()),
        minutes_fast: -4,
    };
    Mutex::new([("hall".to_owned(), clock)].into())
});

/// Does something with a clock and gives what it is then.
fn with_clock(room: &str, act: impl FnOnce(&mut Clock)) -> Result<Clock, HttpException> {
    let mut clocks = CLOCKS.lock().unwrap_or_else(PoisonError::into_inner);
    let no_clock = || HttpException::new(status::HTTP_404_NOT_FOUND, "There is no clock in this room");
    let clock = clocks.get_mut(room).ok_or_else(no_clock)?;
    act(clock);
    Ok(clock.clone())
}

/// Show a clock.
#[get("/clocks/{room}", raises(404))]
async fn read_clock(room: String) -> Result<Clock, HttpException> {
    with_clock(&room, |_| {})
}

/// Replace a clock: what is not sent has its default afterwards, whatever it was before.
#[put("/clocks/{room}", raises(404))]
async fn replace_clock(room: String, clock: Clock) -> Result<Clock, HttpException> {
    with_clock(&room, |place| *place = clock)
}

/// Change a clock: what is not sent stays as it is.
#[patch("/clocks/{room}", raises(404))]
async fn change_clock(room: String, change: ClockChange) -> Result<Clock, HttpException> {
    with_clock(&room, |clock| {
        clock.name = change.name.unwrap_or(std::mem::take(&mut clock.name));
        clock.minutes_fast = change.minutes_fast.unwrap_or(clock.minutes_fast);
        change.maker.apply(&mut clock.maker);
    })
}

fn main() -> fastr::Result {
    App::new().title("Body - Updates").run()
}
