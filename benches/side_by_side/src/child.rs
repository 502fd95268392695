//! A server in a process of its own, and what Linux says of it.

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// The variable that names the server which a process is to be; it has no arguments, as `App::run` reads them.
pub const SERVER: &str = "SIDE_BY_SIDE_SERVER";
/// The variable that says whether allocations are counted.
pub const COUNTED: &str = "SIDE_BY_SIDE_COUNTED";
/// The variable with the port, which `App::run` reads by itself.
pub const PORT: &str = "FASTR_PORT";

/// How many ticks of the clock of processes make a second, on every Linux that there is.
const TICKS: f64 = 100.0;
/// What a page of memory has, in bytes.
const PAGE: f64 = 4096.0;

/// A server that runs. It ends when this is dropped.
pub struct Running {
    process: Child,
    asked: ChildStdin,
    answered: BufReader<ChildStdout>,
    /// Its port on 127.0.0.1.
    pub port: u16,
}

impl Running {
    /// Starts the server of this name, and waits until it listens.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub fn start(name: &str, is_counted: bool) -> io::Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut process = Command::new(env::current_exe()?)
            .env(SERVER, name)
            .env(COUNTED, is_counted.to_string())
            .env(PORT, port.to_string())
            .env("FASTR_WORKERS", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (asked, answered) = pipes.ok_or_else(|| io::Error::other("the server has no pipes"))?;
        let running = Self {
            process,
            asked,
            answered: BufReader::new(answered),
            port,
        };
        running.listens()?;
        Ok(running)
    }

    fn listens(&self) -> io::Result<()> {
        let begin = Instant::now();
        loop {
            match std::net::TcpStream::connect(("127.0.0.1", self.port)) {
                Ok(_) => return Ok(()),
                Err(error) if begin.elapsed() > Duration::from_secs(10) => return Err(error),
                Err(_) => std::thread::yield_now(),
            }
        }
    }

    /// How often it has asked for memory so far.
    ///
    /// # Errors
    ///
    /// When it has ended.
    pub fn allocations(&mut self) -> io::Result<f64> {
        writeln!(self.asked)?;
        let mut line = String::new();
        self.answered.read_line(&mut line)?;
        line.trim().parse().map_err(io::Error::other)
    }

    /// How long processors have worked for it so far, in seconds (`proc_pid_stat(5)`).
    ///
    /// # Errors
    ///
    /// When it has ended.
    pub fn busy(&self) -> io::Result<f64> {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // The name of the program, which may hold anything, ends with the last parenthesis.
        let fields = text.rsplit_once(')').map_or("", |(_, fields)| fields);
        let ticks = fields.split_ascii_whitespace().skip(11).take(2);
        Ok(ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS)
    }

    /// How much memory it holds, in bytes (`proc_pid_statm(5)`).
    ///
    /// # Errors
    ///
    /// When it has ended.
    pub fn resident(&self) -> io::Result<f64> {
        let text = fs::read_to_string(format!("/proc/{}/statm", self.process.id()))?;
        let pages = text
            .split_ascii_whitespace()
            .nth(1)
            .and_then(|pages| pages.parse::<f64>().ok());
        pages
            .map(|pages| pages * PAGE)
            .ok_or_else(|| io::Error::other("statm is of another form"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
