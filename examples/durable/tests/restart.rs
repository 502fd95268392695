//! The program as its user runs it: killed in the middle of its work, asked to end in the middle of it, and started again.

#[allow(dead_code, reason = "fastr's own tests use the rest")]
#[path = "../../../tests/support/client.rs"]
mod client;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use client::{Connection, header};
use serde_json::{Value, json};

/// What takes longer has failed.
const DEADLINE: Duration = Duration::from_mins(1);

/// Between two questions.
const PAUSE: Duration = Duration::from_millis(20);

/// A running program.
struct Program {
    running: Running,
    address: SocketAddr,
    /// Kept open, so that the program can go on to log.
    _log: BufReader<ChildStderr>,
}

/// A process that does not outlive this value.
struct Running(Child);

impl Program {
    /// Starts it on a database, with letters that take so many milliseconds.
    fn start(database: &Path, letter: &str) -> Self {
        let started = Command::new(env!("CARGO_BIN_EXE_durable"))
            .args(["--port", "0", "--workers", "1"])
            .env("DURABLE_DB", database)
            .env("DURABLE_LETTER_MS", letter)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut running = Running(started.expect("the program starts"));
        let mut log = BufReader::new(running.0.stderr.take().expect("its stderr"));
        let mut said = String::new();
        loop {
            let before = said.len();
            let read = log.read_line(&mut said).expect("a line of the log");
            assert!(read > 0, "it ended before it listened:\n{said}");
            if let Some((_, address)) = said[before..].trim().split_once("at http://") {
                let address = address.parse().expect("an address");
                return Self {
                    running,
                    address,
                    _log: log,
                };
            }
        }
    }

    fn ask(&self, line: &str, body: &str) -> String {
        Connection::open(self.address).ask(line, body)
    }

    /// Hands in a newsletter, and gives the place where to ask.
    fn hand_in(&self, recipients: &[String]) -> String {
        let newsletter = json!({ "subject": "News", "recipients": recipients });
        let answer = self.ask("POST /newsletters", &newsletter.to_string());
        assert!(answer.starts_with("HTTP/1.1 202 Accepted\n"), "{answer}");
        assert_eq!(body(&answer)["state"], "waiting", "{answer}");
        header(&answer, "location").expect("a location").to_owned()
    }

    /// Asks until the answer is what is waited for.
    fn until(&self, place: &str, wanted: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + DEADLINE;
        loop {
            let answer = self.ask(&format!("GET {place}"), "");
            if wanted(&answer) {
                return answer;
            }
            assert!(
                Instant::now() < end,
                "this is still so at the deadline:\n{answer}"
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// Asks until the job is done, and gives what the report says.
    fn report(&self, place: &str) -> Value {
        let done = self.until(place, |answer| answer.starts_with("HTTP/1.1 303 See Other\n"));
        let report = header(&done, "location").expect("a location");
        assert_eq!(report, place.replace("/jobs/", "/reports/"));
        body(&self.ask(&format!("GET {report}"), ""))
    }

    /// Kills it with SIGKILL, and gives who was sent a letter.
    fn kill(mut self) -> Vec<String> {
        self.running.0.kill().expect("it runs");
        self.delivered()
    }

    /// Asks it to end, waits until it has, and gives who was sent a letter.
    fn terminate(self) -> Vec<String> {
        let id = self.running.0.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "SIGTERM is sent");
        self.delivered()
    }

    fn delivered(mut self) -> Vec<String> {
        let mut said = String::new();
        let mut stdout = self.running.0.stdout.take().expect("its stdout");
        stdout.read_to_string(&mut said).expect("it speaks UTF-8");
        let letters = said
            .lines()
            .filter_map(|line| line.strip_prefix("to ")?.strip_suffix(": News"));
        letters.map(str::to_owned).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn body(answer: &str) -> Value {
    let (_, body) = answer.split_once("\n\n").expect("a head and a body");
    serde_json::from_str(body).expect("JSON")
}

/// A place for a database, with none in it.
fn database(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join("durable.db")
}

fn recipients(count: usize) -> Vec<String> {
    (0..count)
        .map(|number| format!("{number:02}@example.com"))
        .collect()
}

#[test]
fn killed_in_the_middle_nothing_is_lost() {
    let (database, everybody) = (database("killed"), recipients(30));
    let first = Program::start(&database, "100");
    let place = first.hand_in(&everybody);
    let begun = first.until(&place, |answer| body(answer)["sent"].as_u64() >= Some(5));
    assert_eq!(body(&begun)["state"], "working", "{begun}");
    // Answered 202, and killed.
    let waiting = first.hand_in(&everybody[..2]);
    let before = first.kill();
    assert!(before.len() < everybody.len(), "it was in the middle: {before:?}");

    let second = Program::start(&database, "1");
    let report = second.report(&place);
    assert_eq!(report, json!({ "subject": "News", "sent": everybody }));
    assert_eq!(second.report(&waiting)["sent"], json!(everybody[..2]));
    let after = second.kill();

    // At least once: of each job, the letter that was under way may have gone out twice, and no other.
    let mut letters: BTreeMap<&String, usize> = BTreeMap::new();
    for recipient in before.iter().chain(&after) {
        *letters.entry(recipient).or_default() += 1;
    }
    assert!(letters.keys().copied().eq(&everybody), "{letters:?}");
    let total: usize = letters.values().sum();
    let (least, jobs) = (everybody.len() + 2, 2);
    assert!((least..=least + jobs).contains(&total), "{total}: {letters:?}");
}

#[test]
fn asked_to_end_it_finishes_what_is_under_way() {
    let (database, everybody) = (database("asked"), recipients(20));
    let first = Program::start(&database, "100");
    let place = first.hand_in(&everybody);
    first.until(&place, |answer| body(answer)["sent"].as_u64() >= Some(2));
    assert_eq!(first.terminate(), everybody);

    let second = Program::start(&database, "50");
    let done = second.ask(&format!("GET {place}"), "");
    assert!(done.starts_with("HTTP/1.1 303 See Other\n"), "{done}");
    assert_eq!(second.kill(), [""; 0], "nothing is sent twice");
}

#[test]
fn what_fails_is_tried_again_and_in_the_end_says_why() {
    let database = database("failing");
    let program = Program::start(&database, "1");
    let named = |names: &[&str]| {
        names
            .iter()
            .map(|name| format!("{name}@example.com"))
            .collect::<Vec<_>>()
    };

    // Its server takes nothing at the first attempt.
    let place = program.hand_in(&named(&["ann", "greylisted"]));
    let report = program.report(&place);
    assert_eq!(report["sent"], json!(named(&["ann", "greylisted"])));

    let place = program.hand_in(&named(&["ann", "nobody"]));
    let failed = program.until(&place, |answer| body(answer)["state"] == "failed");
    assert!(failed.starts_with("HTTP/1.1 200 OK\n"), "{failed}");
    let failed = body(&failed);
    assert_eq!((&failed["attempts"], &failed["sent"]), (&json!(4), &json!(1)));
    assert_eq!(
        failed["refused"],
        json!(["nobody@example.com: there is nobody of this name"])
    );
    let report = place.replace("/jobs/", "/reports/");
    let unfinished = program.ask(&format!("GET {report}"), "");
    assert!(unfinished.starts_with("HTTP/1.1 404 Not Found\n"), "{unfinished}");
    assert_eq!(
        program.kill(),
        named(&["ann", "greylisted", "ann"]),
        "nobody gets a letter twice"
    );
}

#[test]
fn a_job_that_nobody_has_is_not_found() {
    let program = Program::start(&database("unknown"), "1");
    for (id, status) in [
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "404 Not Found"),
        ("seven", "404 Not Found"),
    ] {
        let answer = program.ask(&format!("GET /jobs/{id}"), "");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}\n")), "{answer}");
        assert_eq!(
            body(&answer),
            json!({ "detail": format!("there is no job {id}") })
        );
    }
    let empty = program.ask("POST /newsletters", r#"{"subject":"News","recipients":[]}"#);
    assert!(empty.starts_with("HTTP/1.1 422 "), "{empty}");
}
