//! What WebSockets cost: memory for each that is idle, messages a second, and how long one takes, with and without a peer that
//! reads nothing.
//!
//! `cargo bench --bench websockets`. The server is a process of its own on all cores, and so is the client, which sends raw
//! frames: both share the machine. `CONNECTIONS` and `SECONDS` change how many and how long. Memory is only known on Linux.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fastr::{App, WebSocket, WebSocketDisconnect, WebSocketLimits, websocket};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Tells the process that is the server that it is.
const SERVER: &str = "FASTR_BENCH_SERVER";
/// The text of each message, and its length as a frame has it.
const TEXT: [u8; 64] = [b'x'; LENGTH as usize];
const LENGTH: u8 = 64;

#[websocket("/echo")]
async fn echo(mut ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    loop {
        let message = ws.receive().await?;
        ws.send(message).await?;
    }
}

/// Sends without end, as much as the peer takes.
#[websocket("/flood")]
async fn flood(ws: WebSocket) -> Result<(), WebSocketDisconnect> {
    let (sender, _) = ws.split();
    loop {
        sender.send_bytes(vec![0; 32 * 1024]).await?;
    }
}

fn main() -> Outcome<()> {
    if std::env::var_os(SERVER).is_some() {
        let limits = WebSocketLimits::new().send_timeout(Duration::from_hours(1));
        return Ok(App::new().websockets(limits).run()?);
    }
    let connections = number("CONNECTIONS", 1000)?;
    let time = Duration::from_secs(number("SECONDS", 5)?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut server = Server::start()?;
    let measured = runtime.block_on(measure(&server, connections, time));
    server.process.kill()?;
    server.process.wait()?;
    measured
}

fn number<T: std::str::FromStr<Err: Error + Send + Sync + 'static>>(name: &str, default: T) -> Outcome<T> {
    Ok(match std::env::var(name) {
        Ok(text) => text.parse()?,
        Err(_) => default,
    })
}

async fn measure(server: &Server, connections: usize, time: Duration) -> Outcome<()> {
    // What the first ones need once is not counted.
    drop(server.open_many(16).await?);
    let before = server.memory();
    let begin = Instant::now();
    let mut open = server.open_many(connections).await?;
    println!(
        "{connections} handshakes, one after the other, and a message each: {:?}",
        begin.elapsed()
    );
    if let (Some(before), Some(after)) = (before, server.memory()) {
        let each = after.saturating_sub(before) / connections;
        println!("memory of the server for each that is idle: {each} bytes");
    }
    println!("all of them echo: {}", all_echo(&mut open, time).await?);
    let mut deaf = Vec::new();
    for _ in 0..10 {
        deaf.push(server.open("/flood").await?);
    }
    println!(
        "beside {} peers that read nothing: {}",
        deaf.len(),
        all_echo(&mut open, time).await?
    );
    let mut one = open.split_off(connections - 1);
    drop(open);
    println!("one alone: {}", all_echo(&mut one, time).await?);
    Ok(())
}

/// Lets all of them send and receive, one message at a time each, and says how that went.
async fn all_echo(open: &mut Vec<TcpStream>, time: Duration) -> Outcome<String> {
    let end = Instant::now() + time;
    let mut tasks = JoinSet::new();
    for mut socket in open.drain(..) {
        tasks.spawn(async move {
            let mut waits = Vec::new();
            while Instant::now() < end {
                let begin = Instant::now();
                round(&mut socket).await?;
                waits.push(begin.elapsed());
            }
            Outcome::Ok((socket, waits))
        });
    }
    let mut waits = Vec::new();
    while let Some(done) = tasks.join_next().await {
        let (socket, more) = done??;
        open.push(socket);
        waits.extend(more);
    }
    waits.sort_unstable();
    let of = |percent: usize| {
        waits
            .get(waits.len() * percent / 100)
            .copied()
            .unwrap_or_default()
    };
    let rate = waits.len() as u128 * 1000 / time.as_millis().max(1);
    Ok(format!(
        "{rate} messages a second; half of them in {:?}, 99 of 100 in {:?}",
        of(50),
        of(99)
    ))
}

/// Sends a message, and waits until it comes back.
async fn round(socket: &mut TcpStream) -> Outcome<()> {
    // A mask of zeros changes nothing.
    let mut frame = [0; 6 + TEXT.len()];
    frame[..2].copy_from_slice(&[0x81, 0x80 | LENGTH]);
    frame[6..].copy_from_slice(&TEXT);
    socket.write_all(&frame).await?;
    let mut answer = [0; 2 + TEXT.len()];
    socket.read_exact(&mut answer).await?;
    if answer[..2] == [0x81, LENGTH] && answer[2..] == TEXT {
        return Ok(());
    }
    Err(format!("this came back: {answer:?}").into())
}

/// The process that serves.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start() -> Outcome<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["--port", "0"])
            .env(SERVER, "1")
            .env("RUST_LOG", "off")
            .stderr(Stdio::piped())
            .spawn()?;
        let log = process.stderr.take().ok_or("the server has no log")?;
        let mut lines = BufReader::new(log).lines();
        for line in lines.by_ref() {
            if let Some((_, address)) = line?.split_once("at http://") {
                let address = address.parse()?;
                // It must never wait for its log to be read.
                std::thread::spawn(move || lines.count());
                return Ok(Self { process, address });
            }
        }
        Err("the server does not say where it listens".into())
    }

    /// Opens a WebSocket.
    async fn open(&self, path: &str) -> Outcome<TcpStream> {
        let mut socket = TcpStream::connect(self.address).await?;
        socket.set_nodelay(true)?;
        let handshake = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        socket.write_all(handshake.as_bytes()).await?;
        // Nothing comes behind the head by itself, but what `/flood` sends is not looked at.
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(socket.read_u8().await?);
        }
        if head.starts_with(b"HTTP/1.1 101 ") {
            return Ok(socket);
        }
        Err(format!("the handshake was refused: {}", String::from_utf8_lossy(&head)).into())
    }

    async fn open_many(&self, count: usize) -> Outcome<Vec<TcpStream>> {
        let mut open = Vec::with_capacity(count);
        for _ in 0..count {
            let mut socket = self.open("/echo").await?;
            round(&mut socket).await?;
            open.push(socket);
        }
        Ok(open)
    }

    /// The bytes of memory that the server has in use.
    fn memory(&self) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kilobytes: usize = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kilobytes * 1024)
    }
}
