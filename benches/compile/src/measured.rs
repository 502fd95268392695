//! How long something took, and how much of the processors.

use std::fs;
use std::io;
use std::process::{Command, Stdio};
use std::time::Instant;

/// How many ticks of the clock of processes make a second, on every Linux that there is.
const TICKS: f64 = 100.0;

/// What a command took, in seconds.
#[derive(Clone, Copy)]
pub struct Taken {
    /// As a clock on the wall has it.
    pub wall: f64,
    /// As the processors have it, all that it started included; nothing where the system does not tell.
    pub busy: Option<f64>,
}

impl Taken {
    /// The lesser of the two: whatever else runs only makes it longer.
    pub fn least(self, other: Self) -> Self {
        let busy = match (self.busy, other.busy) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self {
            wall: self.wall.min(other.wall),
            busy,
        }
    }
}

/// Runs a command to its end.
///
/// # Errors
///
/// When it cannot be started, or fails.
pub fn run(command: &mut Command) -> io::Result<Taken> {
    let (begin, busy) = (Instant::now(), of_children());
    let output = command.stdin(Stdio::null()).output()?;
    let wall = begin.elapsed().as_secs_f64();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("{command:?} failed:\n{said}")));
    }
    let busy = of_children().zip(busy).map(|(now, before)| now - before);
    Ok(Taken { wall, busy })
}

/// The time that processors gave to the processes that this one started and waited for (`proc_pid_stat(5)`).
fn of_children() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, which may hold anything, ends with the last parenthesis; cutime and cstime are the fields 16
    // and 17, and the first behind the name is the third.
    let mut fields = text.rsplit_once(')')?.1.split_ascii_whitespace().skip(13);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}
