//! A client that sends bytes as they are and shows an answer as it came.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// No answer takes this long; a test that waits so long has failed.
const DEADLINE: Duration = Duration::from_secs(10);

/// A connection to a server.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> Self {
        Self::over(TcpStream::connect(address).expect("the server accepts"))
    }

    /// The same over a socket that is connected.
    pub fn over(socket: TcpStream) -> Self {
        socket.set_read_timeout(Some(DEADLINE)).expect("a deadline");
        // What is sent in pieces arrives in pieces.
        socket.set_nodelay(true).expect("no delay");
        Self(BufReader::new(socket))
    }

    /// Sends bytes.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0
            .get_mut()
            .write_all(bytes.as_ref())
            .expect("the server reads");
    }

    /// Ends the sending side, and goes on reading.
    pub fn send_end(&mut self) {
        self.0
            .get_mut()
            .shutdown(std::net::Shutdown::Write)
            .expect("the connection is open");
    }

    /// Sends a request and reads its answer: `line` is a method and a target, as in `GET /items`. A body that is not
    /// empty goes as JSON.
    pub fn ask(&mut self, line: &str, body: &str) -> String {
        self.send(request(line, body));
        let answer = if line.starts_with("HEAD ") {
            self.head()
        } else {
            self.answer()
        };
        assert!(answer.contains('\n'), "no answer to {line}: {answer:?}");
        answer
    }

    /// The next answer, shown as [`with`] shows it.
    pub fn answer(&mut self) -> String {
        let head = self.head();
        let body = if head.starts_with("HTTP/1.1 204") || head.starts_with("HTTP/1.1 304") {
            String::new()
        } else if let Some(length) = header(&head, "content-length") {
            self.exactly(length.parse().expect("a content length"))
        } else if header(&head, "transfer-encoding") == Some("chunked") {
            self.chunks()
        } else {
            self.rest()
        };
        head + &body
    }

    /// The next answer without its body, which an answer to HEAD does not have. The date must be there, and is left
    /// out.
    pub fn head(&mut self) -> String {
        let mut head = String::new();
        let mut dates = 0;
        loop {
            let mut line = String::new();
            let length = self.0.read_line(&mut line).expect("the server answers");
            assert!(length > 0, "the connection ended after {head:?}");
            let line = line.strip_suffix("\r\n").expect("a line ends in CRLF");
            if line.starts_with("date: ") {
                dates += 1;
                continue;
            }
            head.push_str(line);
            head.push('\n');
            if line.is_empty() {
                assert_eq!(dates, 1, "dates in {head}");
                return head;
            }
        }
    }

    /// The line of an interim response, which has no headers.
    pub fn interim(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("the server answers");
        assert_eq!(self.exactly(2), "\r\n", "behind {line}");
        line.trim_end().to_owned()
    }

    /// Whether the server ends the connection without another byte.
    pub fn ends(&mut self) -> bool {
        match self.0.read(&mut [0]) {
            Ok(read) => read == 0,
            Err(error) => matches!(
                error.kind(),
                ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
            ),
        }
    }

    /// Whether nothing has come so far, not even the end.
    pub fn is_silent(&mut self) -> bool {
        let socket = self.0.get_ref();
        socket.set_nonblocking(true).expect("a socket");
        let came = socket.peek(&mut [0]);
        socket.set_nonblocking(false).expect("a socket");
        self.0.buffer().is_empty() && came.is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.0.read_exact(&mut bytes).expect("all of the bytes");
        bytes
    }

    fn exactly(&mut self, length: usize) -> String {
        String::from_utf8(self.bytes(length)).expect("a body of text")
    }

    /// The next chunk of a body that comes in chunks; an empty one is the last.
    pub fn chunk(&mut self) -> String {
        let mut size = String::new();
        self.0.read_line(&mut size).expect("the size of a chunk");
        let size = usize::from_str_radix(size.trim(), 16).expect("a hexadecimal size");
        let chunk = self.exactly(size);
        assert_eq!(self.exactly(2), "\r\n", "behind a chunk");
        chunk
    }

    fn chunks(&mut self) -> String {
        let mut body = String::new();
        loop {
            let chunk = self.chunk();
            if chunk.is_empty() {
                return body;
            }
            body.push_str(&chunk);
        }
    }

    /// Reads a body that comes in chunks and is no text.
    pub fn skip_chunks(&mut self) {
        let mut size = String::new();
        while size.trim() != "0" {
            size.clear();
            self.0.read_line(&mut size).expect("the size of a chunk");
            let length = usize::from_str_radix(size.trim(), 16).expect("a hexadecimal size");
            assert_eq!(&self.bytes(length + 2)[length..], b"\r\n", "behind a chunk");
        }
    }

    /// All that comes until the connection ends, whether it ends well or not.
    pub fn all_that_comes(&mut self) -> String {
        String::from_utf8(self.raw()).expect("a text")
    }

    /// The same, where it is no text.
    pub fn raw(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // What came before a connection was reset is kept.
        let _ = self.0.read_to_end(&mut bytes);
        bytes
    }

    fn rest(&mut self) -> String {
        let mut body = String::new();
        self.0.read_to_string(&mut body).expect("a body of text");
        body
    }
}

/// The bytes of a request.
pub fn request(line: &str, body: &str) -> String {
    let headers: &[&str] = if body.is_empty() {
        &[]
    } else {
        &["content-type: application/json"]
    };
    request_with(line, headers, body)
}

/// The bytes of a request with these headers, and the length of its body if it has one.
pub fn request_with(line: &str, headers: &[&str], body: &str) -> String {
    let mut head = format!("{line} HTTP/1.1\r\nhost: localhost\r\n");
    for header in headers {
        head = head + header + "\r\n";
    }
    if body.is_empty() {
        head + "\r\n"
    } else {
        format!("{head}content-length: {}\r\n\r\n{body}", body.len())
    }
}

/// The value of a header in the head of an answer.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    head.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// A whole answer: its status, its headers but the date, its body.
pub fn with(status: &str, headers: &[&str], body: &str) -> String {
    let mut answer = format!("HTTP/1.1 {status}\n");
    for header in headers {
        answer.push_str(header);
        answer.push('\n');
    }
    answer + "\n" + body
}

/// A whole answer with a JSON body and nothing unusual.
pub fn json(status: &str, body: &str) -> String {
    let length = format!("content-length: {}", body.len());
    with(status, &["content-type: application/json", &length], body)
}

/// A whole answer without a body and without a word of one.
pub fn bare(status: &str) -> String {
    with(status, &[], "")
}
