//! TLS: agreed on, refused, and with a certificate that is renewed.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use fastr::{App, TlsCertificate, get};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::support::{Program, Server, request};

#[get("/quick")]
async fn quick() -> bool {
    true
}

/// A directory with a certificate, which is removed at the end.
pub struct Files(PathBuf);

impl Files {
    pub fn new(name: &str) -> (Self, CertificateDer<'static>) {
        let directory = std::env::temp_dir().join(format!("fastr-tls-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&directory).expect("a directory");
        let files = Self(directory);
        let certificate = files.renew();
        (files, certificate)
    }

    /// Another certificate, with another key.
    fn renew(&self) -> CertificateDer<'static> {
        let names = vec!["localhost".to_owned()];
        let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).expect("a certificate");
        self.write("key.pem", &signing_key.serialize_pem());
        self.write("cert.pem", &cert.pem());
        cert.der().clone()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a file");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn certificate(&self) -> TlsCertificate {
        TlsCertificate::new(self.path("cert.pem"), self.path("key.pem")).look_every(Duration::from_millis(10))
    }

    fn server(&self) -> Server {
        Server::start(App::of(module_path!()).tls(self.certificate()))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let limit = tokio::time::timeout(Duration::from_secs(20), work);
        limit.await.expect("it takes no time")
    })
}

/// A connection of a client that trusts this certificate alone.
async fn connect(
    address: SocketAddr,
    trusted: &CertificateDer<'static>,
    protocols: &[&str],
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).expect("a certificate");
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    let socket = TcpStream::connect(address).await?;
    let name = ServerName::try_from("localhost").expect("a name");
    TlsConnector::from(Arc::new(config)).connect(name, socket).await
}

async fn ask(stream: &mut TlsStream<TcpStream>) -> String {
    let mut answer = vec![0; 1000];
    stream
        .write_all(request("GET /quick", "").as_bytes())
        .await
        .expect("the server reads");
    let read = stream.read(&mut answer).await.expect("the server answers");
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

/// The answer to a request on a connection of its own.
pub fn answer(address: SocketAddr, trusted: &CertificateDer<'static>, line: &str) -> String {
    block_on(async {
        let mut stream = connect(address, trusted, &[]).await.expect("a handshake");
        let head = request(line, "").replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await.expect("the server reads");
        let mut answer = String::new();
        stream
            .read_to_string(&mut answer)
            .await
            .expect("the server answers");
        answer
    })
}

#[test]
fn requests_are_answered_in_the_protocol_that_was_agreed_on() {
    let (files, certificate) = Files::new("agreed");
    let server = files.server();
    block_on(async {
        for protocols in [&[][..], &["http/1.1"]] {
            let mut stream = connect(server.address(), &certificate, protocols)
                .await
                .expect("a handshake");
            for _ in 0..2 {
                let answer = ask(&mut stream).await;
                assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
                assert!(answer.ends_with("true"), "{answer}");
            }
        }
        let stream = connect(server.address(), &certificate, &["h2", "http/1.1"])
            .await
            .expect("a handshake");
        assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
        let (sender, connection) = h2::client::handshake(stream).await.expect("HTTP/2 is spoken");
        tokio::spawn(connection);
        let mut sender = sender.ready().await.expect("a stream");
        let request = http::Request::get("https://localhost/quick").body(());
        let (response, _) = sender
            .send_request(request.expect("a request"), true)
            .expect("a request");
        assert_eq!(response.await.expect("an answer").status(), 200);
    });
}

#[test]
fn what_is_no_tls_is_hung_up_on() {
    let (files, certificate) = Files::new("plain");
    let server = files.server();
    let mut plain = server.connect();
    plain.send(request("GET /quick", ""));
    assert!(!plain.raw().starts_with(b"HTTP"));
    block_on(async {
        let mut stream = connect(server.address(), &certificate, &[])
            .await
            .expect("a handshake");
        assert!(ask(&mut stream).await.ends_with("true"));
    });
}

#[test]
fn a_certificate_is_renewed_while_the_program_runs() {
    let (files, former) = Files::new("renewed");
    let server = files.server();
    block_on(async {
        let mut old = connect(server.address(), &former, &[])
            .await
            .expect("a handshake");
        assert!(ask(&mut old).await.ends_with("true"));
        let renewed = files.renew();
        while connect(server.address(), &renewed, &[]).await.is_err() {}
        assert!(connect(server.address(), &former, &[]).await.is_err());
        assert!(
            ask(&mut old).await.ends_with("true"),
            "connections that are open go on"
        );
        // A broken file changes nothing, and a good one after it does.
        files.write("cert.pem", "nothing");
        for _ in 0..20 {
            connect(server.address(), &renewed, &[])
                .await
                .expect("a handshake");
        }
        let last = files.renew();
        while connect(server.address(), &last, &[]).await.is_err() {}
    });
}

/// Asks the example whether the program with these options is well.
fn health(options: &[&str]) -> (Option<i32>, String) {
    let (status, said) = Program::run("deployment", &[options, &["health"]].concat());
    (status.code(), said)
}

#[test]
fn a_program_says_that_it_speaks_tls_and_is_asked_over_it() {
    let (files, _) = Files::new("program");
    let (others, _) = Files::new("program-others");
    let [cert, key, other_cert, other_key] = [
        files.path("cert.pem"),
        files.path("key.pem"),
        others.path("cert.pem"),
        others.path("key.pem"),
    ]
    .map(|path| path.display().to_string());
    let encrypted = ["--ssl-certfile", &cert, "--ssl-keyfile", &key];
    let program = Program::start_with("deployment", &[&["--port", "0"], &encrypted[..]].concat());
    let address = program.address();
    assert!(
        program
            .announced()
            .ends_with(&format!("operations at https://{address}")),
        "{}",
        program.announced()
    );
    assert!(
        program
            .logged("documentation at")
            .ends_with(&format!("https://{address}/docs"))
    );
    let port = address.port().to_string();
    let well = (Some(0), String::new());
    assert_eq!(health(&[&["--port", &port], &encrypted[..]].concat()), well);
    assert_eq!(
        health(&[&encrypted[..], &["--host", "0.0.0.0", "--port", &port]].concat()),
        well
    );
    // What it shows need not be what is in the file by now.
    let renewed = ["--ssl-certfile", &other_cert, "--ssl-keyfile", &other_key];
    assert_eq!(health(&[&["--port", &port], &renewed[..]].concat()), well);
    let (status, said) = health(&["--port", &port]);
    assert_eq!(status, Some(1));
    assert!(
        said.starts_with(&format!("Error: asking http://{address}/livez: "))
            && said.contains("give its certificate here as well"),
        "{said}"
    );
    assert!(program.terminate().success());
    let (status, said) = health(&[&["--port", &port], &encrypted[..]].concat());
    assert_eq!(status, Some(1));
    assert!(
        said.starts_with(&format!("Error: asking https://{address}/livez: ")),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn a_unix_socket_can_be_encrypted_too() {
    let (files, _) = Files::new("unix");
    let [socket, cert, key] =
        ["socket", "cert.pem", "key.pem"].map(|name| files.path(name).display().to_string());
    let options = ["--uds", &socket, "--ssl-certfile", &cert, "--ssl-keyfile", &key];
    let program = Program::start_with("deployment", &options);
    let announced = format!("operations at unix:{socket}, over TLS");
    assert!(
        program.announced().ends_with(&announced),
        "{}",
        program.announced()
    );
    assert!(
        program
            .logged("documentation at")
            .ends_with("documentation at /docs there")
    );
    assert_eq!(health(&options), (Some(0), String::new()));
    assert!(program.terminate().success());
}

fn refusal(certificate: TlsCertificate) -> String {
    let started = block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        App::of(module_path!()).tls(certificate).serve(listener).await
    });
    let error = started.expect_err("it does not start");
    let source = std::error::Error::source(&error).map(ToString::to_string);
    format!("{error} {}", source.unwrap_or_default())
}

#[test]
fn a_certificate_that_cannot_be_used_stops_the_start() {
    let (files, _) = Files::new("broken");
    let (others, _) = Files::new("others");
    let [cert, key] = ["cert.pem", "key.pem"].map(|name| files.path(name));
    let path = |path: &Path| path.display().to_string();
    let missing = refusal(TlsCertificate::new(files.path("none.pem"), &key));
    assert!(missing.contains(&path(&files.path("none.pem"))), "{missing}");
    let foreign = refusal(TlsCertificate::new(&cert, others.path("key.pem")));
    assert!(foreign.contains("does not fit to"), "{foreign}");
    files.write("empty.pem", "");
    let empty = refusal(TlsCertificate::new(files.path("empty.pem"), &key));
    assert!(empty.contains("holds no"), "{empty}");
}
