//! HTTP/2 as those speak it who want to hurt: frame by frame, in floods, and with windows that let nothing through. The memory of the program stays,
//! and others do not notice.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use fastr::{App, ConnectionLimits, PlainText, StreamResponse, get, media, stream};

use crate::support::{Connection, Program, Server};

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const PRIORITY: u8 = 2;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;

const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// RFC 9113, section 7.
const ENHANCE_YOUR_CALM: u32 = 11;

/// A frame (RFC 9113, section 4.1).
fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a length").to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// A field that is neither indexed nor compressed (RFC 7541, section 6.2.2).
fn field(name: &str, value: &str) -> Vec<u8> {
    let text = |text: &str| [&[u8::try_from(text.len()).expect("short")], text.as_bytes()].concat();
    [vec![0], text(name), text(value)].concat()
}

fn head(method: &str, path: &str) -> Vec<u8> {
    let fields = [
        (":method", method),
        (":scheme", "http"),
        (":path", path),
        (":authority", "a"),
    ];
    fields
        .iter()
        .flat_map(|(name, value)| field(name, value))
        .collect()
}

/// A request without a body.
fn get(stream: u32, path: &str) -> Vec<u8> {
    frame(HEADERS, END_HEADERS | END_STREAM, stream, &head("GET", path))
}

fn settings(pairs: &[(u16, u32)]) -> Vec<u8> {
    let payload: Vec<u8> = pairs
        .iter()
        .flat_map(|(key, value)| [&key.to_be_bytes()[..], &value.to_be_bytes()].concat())
        .collect();
    frame(SETTINGS, 0, 0, &payload)
}

const INITIAL_WINDOW_SIZE: u16 = 4;

/// A client without windows, or with them.
fn client(socket: &mut TcpStream, window: u32) {
    let deadline = Some(Duration::from_secs(10));
    socket.set_read_timeout(deadline).expect("a deadline");
    socket
        .set_write_timeout(Some(Duration::from_millis(500)))
        .expect("a deadline");
    let hello = [PREFACE.to_vec(), settings(&[(INITIAL_WINDOW_SIZE, window)])].concat();
    socket.write_all(&hello).expect("the server reads");
}

/// The next frame; nothing when the connection has ended.
fn next(socket: &mut TcpStream) -> Option<(u8, u32, Vec<u8>)> {
    let mut head = [0; 9];
    socket.read_exact(&mut head).ok()?;
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
    let mut payload = vec![0; usize::try_from(length).expect("a length")];
    socket.read_exact(&mut payload).ok()?;
    Some((head[3], stream, payload))
}

/// The code of the GOAWAY with which the connection ends, if it does with one.
fn farewell(socket: &mut TcpStream) -> Option<u32> {
    while let Some((kind, _, payload)) = next(socket) {
        if kind == GOAWAY {
            return Some(u32::from_be_bytes(payload[4..8].try_into().expect("a code")));
        }
    }
    None
}

/// How much memory the program has, in KiB.
fn memory(program: &Program) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.expect("its memory").trim().trim_end_matches(" kB");
    number.parse().expect("a number")
}

/// How much is sent, unless the server hangs up or does not read on: so much that nobody could keep it, or what it asks for, unnoticed.
const FLOOD: usize = 24 << 20;
/// What a program may have more in the middle of a flood, in KiB.
const MORE: u64 = 6 << 10;

/// Sends the first frames, and then the others again and again; gives the connection back, and whether the server went along to the end.
fn flood(address: SocketAddr, first: &[u8], again: &[u8]) -> (TcpStream, bool) {
    let mut socket = TcpStream::connect(address).expect("the server accepts");
    client(&mut socket, 65_535);
    socket.write_all(first).expect("the server reads");
    let piece = again.repeat((64 << 10) / again.len() + 1);
    let mut sent = 0;
    while sent < FLOOD {
        if socket.write_all(&piece).is_err() {
            return (socket, false);
        }
        sent += piece.len();
    }
    (socket, true)
}

fn answers(connection: &mut Connection) {
    let answer = connection.ask("GET /nowhere", "");
    assert!(answer.starts_with("HTTP/1.1 404 Not Found\n"), "{answer}");
}

/// Floods a program with one thread, and asks it beside that; gives whether it went along to the end, and hands over what the flooder
/// has by then.
fn beside_others(first: &[u8], again: &[u8], look: impl FnOnce(TcpStream)) -> bool {
    let program = Program::start_with("response_status_code", &["--port", "0", "--workers", "1"]);
    let mut open = program.connect();
    for _ in 0..20 {
        answers(&mut open);
        answers(&mut program.connect());
    }
    let before = memory(&program);
    let (socket, went_along) = thread::scope(|scope| {
        let address = program.address();
        let flooder = scope.spawn(move || flood(address, first, again));
        let mut longest = Duration::ZERO;
        while !flooder.is_finished() {
            let began = Instant::now();
            answers(&mut open);
            answers(&mut program.connect());
            longest = longest.max(began.elapsed());
            let more = memory(&program).saturating_sub(before);
            assert!(more < MORE, "{more} KiB more");
        }
        assert!(longest < Duration::from_secs(3), "others waited for {longest:?}");
        flooder.join().expect("a flood")
    });
    look(socket);
    answers(&mut open);
    assert!(program.terminate().success());
    went_along
}

/// h2 answers a ping before it reads on, so a peer that does not read waits for itself.
#[test]
fn pings_are_not_kept() {
    beside_others(&[], &frame(PING, 0, 0, b"12345678"), drop);
}

#[test]
fn settings_are_not_kept() {
    beside_others(&[], &settings(&[(INITIAL_WINDOW_SIZE, 65_535)]), drop);
}

#[test]
fn what_has_no_meaning_is_read_and_forgotten() {
    let priority = frame(PRIORITY, 0, 3, &[0, 0, 0, 0, 16]);
    let unknown = frame(0xee, 0, 0, &[0; 100]);
    beside_others(&[], &[priority, unknown].concat(), drop);
}

/// h2 counts the frames of data that are small or empty.
#[test]
fn empty_data_ends_the_connection() {
    let first = frame(HEADERS, END_HEADERS, 1, &head("POST", "/nowhere"));
    let went_along = beside_others(&first, &frame(DATA, 0, 1, &[]), |mut socket| {
        // The word of the server may be lost to a client that has not stopped sending.
        let code = farewell(&mut socket);
        assert!(code.is_none_or(|code| code == ENHANCE_YOUR_CALM), "{code:?}");
    });
    assert!(!went_along, "it is hung up on");
}

/// CVE-2024-27316: a head that goes on and on. h2 counts its frames.
#[test]
fn heads_without_end_end_the_connection() {
    let first = frame(HEADERS, 0, 1, &head("GET", "/nowhere"));
    for piece in [vec![], field("x", &"x".repeat(100))] {
        let went_along = beside_others(&first, &frame(CONTINUATION, 0, 1, &piece), drop);
        assert!(!went_along, "it is hung up on");
    }
}

/// A window cannot be opened beyond its greatest size (section 6.9.1).
#[test]
fn windows_without_end_end_the_connection() {
    let most = 0x7fff_ffff_u32.to_be_bytes();
    let went_along = beside_others(&[], &frame(WINDOW_UPDATE, 0, 0, &most), drop);
    assert!(!went_along, "it is hung up on");
}

const LARGE: usize = 200_000;

#[get("/large")]
async fn large() -> PlainText<String> {
    PlainText("x".repeat(LARGE))
}

#[get("/endless")]
async fn endless() -> StreamResponse<media::Plain> {
    StreamResponse::new(stream(|mut out| async move {
        loop {
            out.send(vec![b'x'; 65_536]).await;
        }
    }))
}

#[get("/never")]
async fn never() -> bool {
    std::future::pending().await
}

const SHORT: Duration = Duration::from_millis(300);

fn server() -> Server {
    let minute = Duration::from_mins(1);
    let limits = ConnectionLimits::new()
        .head_timeout(SHORT)
        .keep_alive_timeout(minute)
        .write_timeout(SHORT);
    Server::start(App::of(module_path!()).connections(limits).metrics("/metrics"))
}

fn connect(server: &Server, window: u32) -> TcpStream {
    let mut socket = server.socket();
    client(&mut socket, window);
    socket
}

fn send(socket: &mut TcpStream, bytes: &[u8]) {
    socket.write_all(bytes).expect("the server reads");
}

#[test]
fn who_opens_no_window_is_cut_off_in_time() {
    let server = server();
    let mut socket = connect(&server, 0);
    for (stream, path) in [(1, "/large"), (3, "/endless"), (5, "/large")] {
        send(&mut socket, &get(stream, path));
    }
    let began = Instant::now();
    // Pings show that it is there, and not that it takes anything.
    while socket.write_all(&frame(PING, 0, 0, b"12345678")).is_ok()
        && began.elapsed() < Duration::from_secs(8)
    {
        answers(&mut server.connect());
    }
    let took = began.elapsed();
    assert!(took >= SHORT && took < Duration::from_secs(8), "{took:?}");
    let metrics = server.ask("GET /metrics", "");
    assert!(
        metrics.contains("fastr_connections_refused_total{reason=\"slow_reader\"} 1"),
        "{metrics}"
    );
}

#[test]
fn who_waits_for_an_operation_is_not() {
    let server = server();
    let mut socket = connect(&server, 0);
    send(&mut socket, &get(1, "/large"));
    send(&mut socket, &get(3, "/never"));
    socket.set_read_timeout(Some(SHORT * 6)).expect("a deadline");
    while let Some((kind, ..)) = next(&mut socket) {
        assert_ne!(kind, GOAWAY);
    }
    socket
        .set_read_timeout(Some(Duration::from_secs(10)))
        .expect("a deadline");
    // It is there still, and takes what there is.
    send(&mut socket, &frame(WINDOW_UPDATE, 0, 1, &1_u32.to_be_bytes()));
    while let Some((kind, stream, payload)) = next(&mut socket) {
        if (kind, stream) == (DATA, 1) {
            assert_eq!(payload, b"x");
            return;
        }
    }
    panic!("the connection has ended");
}

#[test]
fn who_takes_little_at_a_time_gets_all_of_it() {
    let server = server();
    let mut socket = connect(&server, 0);
    send(&mut socket, &get(1, "/large"));
    let (mut came, mut opened) = (0, 0);
    let began = Instant::now();
    // A tenth at a time, and each time after half of what a peer may take to take nothing: longer in all than that.
    while came < LARGE {
        if came == opened {
            socket.set_read_timeout(Some(SHORT / 2)).expect("a deadline");
            while let Some((kind, ..)) = next(&mut socket) {
                assert_ne!(kind, GOAWAY);
            }
            socket
                .set_read_timeout(Some(Duration::from_secs(10)))
                .expect("a deadline");
            opened += LARGE / 10;
            let more = u32::try_from(LARGE / 10).expect("little").to_be_bytes();
            send(
                &mut socket,
                &[
                    frame(WINDOW_UPDATE, 0, 1, &more),
                    frame(WINDOW_UPDATE, 0, 0, &more),
                ]
                .concat(),
            );
        }
        let (kind, _, payload) = next(&mut socket).expect("the connection goes on");
        if kind == DATA {
            came += payload.len();
        }
    }
    assert_eq!(came, LARGE);
    assert!(began.elapsed() > SHORT * 4);
}
