//! TLS, with a certificate that can be replaced while the program runs.

use std::convert::Infallible;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};

use tokio::sync::OwnedSemaphorePermit;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

use super::connection::{self, Protocol, Terms};
use super::stream::Stream;
use super::{Answering, Refusal};
use crate::request::Peer;

/// A certificate and its private key, as files in the PEM format: [`App::tls`](crate::private::App::tls).
///
/// The files are looked at every ten seconds. Once both fit together again, new connections use them, so that a certificate
/// is renewed without a restart; until then, and when they are broken, the former one stays.
///
/// ```no_run
/// # use fastr_core::private::{App, TlsCertificate};
/// App::new().tls(TlsCertificate::new("cert.pem", "key.pem"));
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct TlsCertificate {
    chain: PathBuf,
    key: PathBuf,
    looked_at: Duration,
}

impl TlsCertificate {
    /// The certificate, followed by those that lead to the authority, and its private key: what uvicorn calls
    /// `--ssl-certfile` and `--ssl-keyfile`.
    pub fn new(chain: impl Into<PathBuf>, key: impl Into<PathBuf>) -> Self {
        Self {
            chain: chain.into(),
            key: key.into(),
            looked_at: Duration::from_secs(10),
        }
    }

    /// How often the files are looked at.
    pub fn look_every(mut self, time: Duration) -> Self {
        self.looked_at = time;
        self
    }

    fn read(&self, provider: &CryptoProvider) -> io::Result<CertifiedKey> {
        let chain = CertificateDer::pem_file_iter(&self.chain)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| unreadable(&self.chain, error))?;
        if chain.is_empty() {
            return Err(invalid(&self.chain, "holds no certificate"));
        }
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|error| unreadable(&self.key, error))?;
        CertifiedKey::from_der(chain, key, provider).map_err(|error| {
            let what = format!("does not fit to `{}`: {error}", self.chain.display());
            invalid(&self.key, &what)
        })
    }

    /// When the files were last written.
    fn written(&self) -> [Option<SystemTime>; 2] {
        let time = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
        [time(&self.chain), time(&self.key)]
    }
}

fn unreadable(path: &Path, error: pem::Error) -> io::Error {
    match error {
        pem::Error::Io(error) => io::Error::new(error.kind(), format!("`{}`: {error}", path.display())),
        pem::Error::NoItemsFound => invalid(path, "holds nothing in the PEM format"),
        error => invalid(path, &error.to_string()),
    }
}

fn invalid(path: &Path, what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("`{}` {what}", path.display()))
}

/// What encrypts connections.
#[derive(Clone)]
pub struct Tls {
    acceptor: TlsAcceptor,
    current: Arc<Current>,
}

/// The certificate that new connections use.
struct Current {
    files: TlsCertificate,
    provider: Arc<CryptoProvider>,
    key: RwLock<Arc<CertifiedKey>>,
}

impl Tls {
    /// Reads the certificate.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or the key is another's.
    pub fn new(files: TlsCertificate) -> io::Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let current = Arc::new(Current {
            key: RwLock::new(Arc::new(files.read(&provider)?)),
            files,
            provider: provider.clone(),
        });
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_cert_resolver(current.clone());
        config.alpn_protocols = PROTOCOLS.iter().map(|name| name.to_vec()).collect();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        Ok(Self { acceptor, current })
    }

    /// Looks at the files for as long as it is polled.
    pub async fn renew(self) -> Infallible {
        let Current { files, .. } = &*self.current;
        let mut known = files.written();
        loop {
            tokio::time::sleep(files.looked_at).await;
            let written = files.written();
            if written == known {
                continue;
            }
            known = written;
            match self.current.renew() {
                Ok(()) => tracing::info!(
                    "the certificate in `{}` is used from now on",
                    files.chain.display()
                ),
                Err(error) => tracing::error!("the former certificate is still used: {error}"),
            }
        }
    }

    /// Serves a connection after its handshake, which has the time of a head.
    pub async fn serve<A: Answering>(
        self,
        stream: Stream,
        peer: Peer,
        terms: Terms<A>,
        place: OwnedSemaphorePermit,
    ) {
        match terms.in_time(self.acceptor.accept(stream)).await {
            Ok(stream) => {
                let protocol = agreed(stream.get_ref().1.alpn_protocol());
                let peer = Peer {
                    is_secure: true,
                    ..peer
                };
                let stream = Stream::Tls(Box::new(stream));
                connection::serve(stream, protocol, peer, terms, place).await;
            }
            Err(error) if is_gone(&error) => tracing::debug!(%error, "a connection ended early"),
            Err(error) => terms.answering.refused(Refusal::Handshake, peer, &error),
        }
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tls").field(&self.current.files).finish()
    }
}

/// Whether the peer went away, as one does that only looks whether somebody listens.
fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe
    )
}

/// What can be agreed on, the best first (RFC 7301).
const PROTOCOLS: &[&[u8]] = &[
    #[cfg(feature = "http2")]
    b"h2",
    b"http/1.1",
];

fn agreed(name: Option<&[u8]>) -> Protocol {
    match name {
        #[cfg(feature = "http2")]
        Some(b"h2") => Protocol::Http2,
        _ => Protocol::Http1,
    }
}

impl Current {
    fn renew(&self) -> io::Result<()> {
        let key = Arc::new(self.files.read(&self.provider)?);
        *self
            .key
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = key;
        Ok(())
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let key = self.key.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        Some(key.clone())
    }
}

impl fmt::Debug for Current {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.fmt(f)
    }
}
