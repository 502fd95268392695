//! An application served in the same process, on a port of its own.

use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread;

use fastr::App;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Connection;

/// A server. It ends at once when it goes out of scope, whatever is under way.
pub struct Server {
    address: SocketAddr,
    /// Held and never used: the server lives as long as it does.
    _life: oneshot::Sender<()>,
}

impl Server {
    /// Serves an application on a thread with a runtime of its own.
    pub fn start(app: App) -> Self {
        let (life, gone) = oneshot::channel::<()>();
        let address = spawn(move |listener| async move {
            tokio::select! {
                served = app.serve(listener) => served.expect("the application starts"),
                _ = gone => {}
            }
        });
        Self { address, _life: life }
    }

    /// A connection to the server.
    pub fn connect(&self) -> Connection {
        Connection::open(self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A socket that is connected to it.
    pub fn socket(&self) -> TcpStream {
        TcpStream::connect(self.address).expect("the server accepts")
    }

    /// Sends one request on a connection of its own.
    pub fn ask(&self, line: &str, body: &str) -> String {
        self.connect().ask(line, body)
    }
}

/// Runs what serves on a thread of its own, and says where it listens.
pub fn spawn<S, F>(serve: S) -> SocketAddr
where
    S: FnOnce(TcpListener) -> F + Send + 'static,
    F: Future<Output = ()>,
{
    let (bound, binding) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async move {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            bound
                .send(listener.local_addr().expect("its address"))
                .expect("somebody waits for it");
            serve(listener).await;
        });
    });
    binding.recv().expect("the server listens")
}
