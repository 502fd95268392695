//! A program of `examples/` that runs as its user would start it.
//!
//! `cargo test` builds the examples before it runs a test. `cargo test --test …` does not, and would run what an earlier
//! build left: run `cargo build --examples` before it.

use std::env::consts::EXE_SUFFIX;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::Connection;

/// A start that takes longer has failed.
const DEADLINE: Duration = Duration::from_secs(20);

/// A running program. It is killed when it goes out of scope.
pub struct Program {
    running: Running,
    announced: String,
    address: Option<SocketAddr>,
    log: mpsc::Receiver<String>,
}

/// A process that does not outlive this value.
struct Running(Child);

impl Program {
    /// Starts an example on a free port, and waits until it says where it listens.
    pub fn start(name: &str) -> Self {
        Self::start_with(name, &["--port", "0"])
    }

    /// The same with these arguments. The address of a Unix socket is not known.
    pub fn start_with(name: &str, arguments: &[&str]) -> Self {
        Self::start_in(name, arguments, &[])
    }

    /// The same with variables in its environment.
    pub fn start_in(name: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = Self::command(name);
        command.args(arguments).envs(variables.iter().copied());
        Self::begin(name, command)
    }

    /// Starts an example on a free port, with one worker, that may have so many descriptors open.
    #[cfg(unix)]
    pub fn start_with_descriptors(name: &str, descriptors: u32) -> Self {
        let mut command = Command::new("sh");
        command
            .args(["-c", "ulimit -n $1 && shift && exec \"$@\"", "sh"])
            .arg(descriptors.to_string())
            .arg(executable(name))
            .args(["--port", "0", "--workers", "1"]);
        Self::begin(name, command)
    }

    fn begin(name: &str, mut command: Command) -> Self {
        let started = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut running = Running(started.expect("the example starts"));
        let (said, saying) = mpsc::channel();
        let lines = BufReader::new(running.0.stderr.take().expect("its stderr")).lines();
        thread::spawn(move || {
            // To the end, so that the program never waits for its log to be read.
            for line in lines.map_while(Result::ok) {
                let _ = said.send(line);
            }
        });
        let mut log = String::new();
        loop {
            let Ok(line) = saying.recv_timeout(DEADLINE) else {
                panic!("`{name}` does not say where it listens; it says:\n{log}")
            };
            let url = line.split_once("at http://").or(line.split_once("at https://"));
            let address = url.map(|(_, address)| address.parse().expect("an address"));
            if address.is_some() || line.contains("at unix:") {
                return Self {
                    running,
                    announced: line,
                    address,
                    log: saying,
                };
            }
            log = log + &line + "\n";
        }
    }

    /// Runs an example that is expected to end by itself: how it ended, and what it wrote to stderr.
    pub fn run(name: &str, arguments: &[&str]) -> (ExitStatus, String) {
        let output = Self::output(name, arguments);
        (
            output.status,
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    /// The same with all that it wrote.
    pub fn output(name: &str, arguments: &[&str]) -> Output {
        let mut command = Self::command(name);
        command.args(arguments).output().expect("the example starts")
    }

    /// A connection to the program.
    pub fn connect(&self) -> Connection {
        Connection::open(self.address())
    }

    /// Where the program listens.
    pub fn address(&self) -> SocketAddr {
        self.address.expect("it listens at an address")
    }

    /// The line in which it says where it listens.
    pub fn announced(&self) -> &str {
        &self.announced
    }

    /// The next line of its log that has this in it.
    pub fn logged(&self, part: &str) -> String {
        loop {
            let line = self.log.recv_timeout(DEADLINE);
            let line = line.unwrap_or_else(|_| panic!("the log does not say `{part}`"));
            if line.contains(part) {
                return line;
            }
        }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.running.0.id()
    }

    /// Asks the program to end, as a service manager does.
    #[cfg(unix)]
    pub fn signal(&self) {
        let id = self.running.0.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "SIGTERM is sent");
    }

    /// The same, and waits until it has.
    #[cfg(unix)]
    pub fn terminate(self) -> ExitStatus {
        self.signal();
        self.ended()
    }

    /// Waits until it has ended.
    pub fn ended(mut self) -> ExitStatus {
        self.running.0.wait().expect("the program ends")
    }

    fn command(name: &str) -> Command {
        let mut command = Command::new(executable(name));
        for variable in [
            "FASTR_FORWARDED_ALLOW_IPS",
            "FASTR_HOST",
            "FASTR_PORT",
            "FASTR_ROOT_PATH",
            "FASTR_SHUTDOWN_DELAY",
            "FASTR_UDS",
            "FASTR_WORK_STEALING",
            "FASTR_WORKERS",
        ] {
            command.env_remove(variable);
        }
        command
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `target/<profile>/examples/<name>`; this test is in `target/<profile>/deps`.
fn executable(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let profile = test.ancestors().nth(2).expect("the directory of the profile");
    let path = profile.join("examples").join(format!("{name}{EXE_SUFFIX}"));
    assert!(
        path.is_file(),
        "{} is not there; run `cargo build --examples` with the profile of this test, or the whole `cargo test`",
        path.display()
    );
    path
}
