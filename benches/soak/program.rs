//! The server as a process of its own, and how much memory it has.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::Outcome;

/// Tells the process that is the server that it is.
const SERVER: &str = "FASTR_SOAK_SERVER";

pub fn is_server() -> bool {
    std::env::var_os(SERVER).is_some()
}

/// A running server. It is killed when it goes out of scope.
pub struct Program {
    process: Child,
    address: SocketAddr,
}

impl Program {
    /// Starts it on a free port, and waits until it says where it listens.
    pub fn start() -> Outcome<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["--port", "0", "--workers", "2"])
            .env(SERVER, "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut log = BufReader::new(process.stderr.take().ok_or("no stderr")?).lines();
        let address = loop {
            let line = log.next().ok_or("the server does not say where it listens")??;
            if let Some((_, address)) = line.split_once("at http://") {
                break address.parse()?;
            }
        };
        // To the end, so that the program never waits for its log to be read.
        thread::spawn(move || log.for_each(drop));
        Ok(Self { process, address })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The memory that it has, in KiB.
    pub fn memory(&self) -> Outcome<i64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let line = line.ok_or("the server has ended")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
