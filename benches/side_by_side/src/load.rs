//! Clients: connections that ask one request after the other, each as soon as the answer before is whole.

use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

/// A request, and the status that answers it.
pub struct Workload {
    /// What it is called.
    pub name: &'static str,
    line: &'static str,
    body: &'static str,
    status: &'static str,
}

/// What is measured.
pub const WORKLOADS: [Workload; 3] = [
    Workload {
        name: "a text",
        line: "GET /plaintext",
        body: "",
        status: "200",
    },
    Workload {
        name: "typed parameters, JSON out",
        line: "GET /items/42?q=hello&limit=20",
        body: "",
        status: "200",
    },
    Workload {
        name: "a validated JSON body",
        line: "POST /items",
        body: r#"{"name":"Foo","price":42.5,"tags":["a","b"]}"#,
        status: "201",
    },
];

impl Workload {
    /// The request as it is sent.
    fn request(&self) -> Vec<u8> {
        let Self { line, body, .. } = self;
        let content = match body.len() {
            0 => String::new(),
            length => format!("Content-Type: application/json\r\nContent-Length: {length}\r\n"),
        };
        format!("{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n{content}\r\n{body}").into_bytes()
    }
}

/// A connection on which one kind of request is asked.
pub struct Connection {
    stream: TcpStream,
    request: Vec<u8>,
    buffer: Vec<u8>,
    /// How long an answer is; known once one has come.
    length: usize,
}

impl Connection {
    /// Connects, and asks once, to see that the answer is right and how long it is.
    ///
    /// # Errors
    ///
    /// When there is another answer, or none.
    pub async fn open(port: u16, workload: &Workload) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        let mut connection = Self {
            stream,
            request: workload.request(),
            buffer: vec![0; 4096],
            length: 0,
        };
        connection.stream.write_all(&connection.request).await?;
        let mut read = 0;
        while connection.length == 0 || read < connection.length {
            let more = connection.stream.read(&mut connection.buffer[read..]).await?;
            if more == 0 {
                return Err(io::Error::other("the server has hung up"));
            }
            read += more;
            connection.length = length(&connection.buffer[..read], workload)?;
        }
        Ok(connection)
    }

    /// Asks once more.
    ///
    /// # Errors
    ///
    /// When the connection breaks off.
    pub async fn ask(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.request).await?;
        self.stream.read_exact(&mut self.buffer[..self.length]).await?;
        Ok(())
    }
}

/// How long the whole answer is; nothing while its head is not there.
fn length(answer: &[u8], workload: &Workload) -> io::Result<usize> {
    let text = String::from_utf8_lossy(answer);
    let Some((head, _)) = text.split_once("\r\n\r\n") else {
        return Ok(0);
    };
    if !head.starts_with(&format!("HTTP/1.1 {}", workload.status)) {
        return Err(io::Error::other(format!(
            "{} was answered\n{text}",
            workload.name
        )));
    }
    let lengths = head.lines().filter_map(|line| line.split_once(": "));
    let mut lengths = lengths.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let body: usize = lengths
        .next()
        .and_then(|(_, length)| length.parse().ok())
        .unwrap_or_default();
    Ok(head.len() + 4 + body)
}

/// Asks on so many connections for so long, and tells how many answers came.
///
/// # Errors
///
/// When a connection breaks off.
pub async fn drive(
    port: u16,
    workload: &'static Workload,
    connections: usize,
    time: Duration,
) -> io::Result<u32> {
    let local = LocalSet::new();
    local
        .run_until(async {
            let mut clients = Vec::new();
            for _ in 0..connections {
                let mut connection = Connection::open(port, workload).await?;
                clients.push(tokio::task::spawn_local(async move {
                    let (begin, mut count) = (Instant::now(), 0);
                    while begin.elapsed() < time {
                        connection.ask().await?;
                        count += 1;
                    }
                    io::Result::Ok(count)
                }));
            }
            let mut all = 0;
            for client in clients {
                all += client.await.map_err(io::Error::other)??;
            }
            Ok(all)
        })
        .await
}
