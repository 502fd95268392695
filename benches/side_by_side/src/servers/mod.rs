//! The servers. Each listens on a port of 127.0.0.1 with one thread, and answers the same three requests.

mod axum;
mod fastr;
mod hyper;

use std::io::{self, BufRead, Write};

use crate::counted;

/// A server: its name, and what serves on a port until the process ends.
pub struct Server {
    /// Its name.
    pub name: &'static str,
    /// Serves for ever.
    pub serve: fn(u16) -> io::Result<()>,
}

/// All of them; the first is what the others are compared with.
pub const SERVERS: [Server; 3] = [
    Server {
        name: "hyper, by hand",
        serve: hyper::serve,
    },
    Server {
        name: "fastr",
        serve: fastr::serve,
    },
    Server {
        name: "axum",
        serve: axum::serve,
    },
];

/// Serves, and answers each line on the standard input with the number of allocations so far.
pub fn run(server: &Server, port: u16, is_counted: bool) -> io::Result<()> {
    if is_counted {
        counted::begin();
    }
    std::thread::spawn(|| {
        let (mut line, mut input) = (String::with_capacity(64), io::stdin().lock());
        while input.read_line(&mut line).is_ok_and(|read| read > 0) {
            line.clear();
            let mut output = io::stdout().lock();
            if writeln!(output, "{}", counted::allocations())
                .and_then(|()| output.flush())
                .is_err()
            {
                break;
            }
        }
        // Whoever started this has gone.
        std::process::exit(0);
    });
    (server.serve)(port)
}
