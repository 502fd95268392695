//! What the command line and the environment say.

use std::ffi::OsString;
use std::net::{SocketAddr, ToSocketAddrs};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use super::command::{Command, usage};
use super::site::{self as deployment, Deployment};
use crate::error::StartupError;
use crate::server::Place;

const HELP: &str = "\
Serves the application, or does what a command says.

Commands:
  asyncapi        write the AsyncAPI document of the WebSockets
  health          ask the program that runs with the same options for `/livez`; fail if it is not well
  openapi         write the OpenAPI document, or compare it with an older one
  routes          list the operations with their statuses, or say who can send one

Options:
  --host HOST           the address to listen on     (or FASTR_HOST; default 127.0.0.1)
  --port PORT           the port; 0 takes a free one (or FASTR_PORT; default 8000)
  --reuse-port          listen there although another process of this program does, until it ends
                                                     (or FASTR_REUSE_PORT=1)
  --uds PATH            a Unix socket, in place of host and port (or FASTR_UDS)
  --ssl-certfile FILE   the certificate, in the PEM format       (or FASTR_SSL_CERTFILE; feature `tls`)
  --ssl-keyfile FILE    its private key                          (or FASTR_SSL_KEYFILE)
  --forwarded-allow-ips LIST
                        the proxies whose word on their clients is taken, such as 10.0.0.0/8,unix, or *
                                                     (or FASTR_FORWARDED_ALLOW_IPS; default nobody)
  --root-path PATH      the path below which a proxy serves it   (or FASTR_ROOT_PATH)
  --shutdown-delay SECONDS
                        how long connections are accepted once it was asked to end
                                                     (or FASTR_SHUTDOWN_DELAY; default 0)
  --work-stealing       share the work of all connections among the threads, where operations compute
                                                     (or FASTR_WORK_STEALING=1)
  --workers N           threads that serve           (or FASTR_WORKERS; default one a core)
  -h, --help            print this; behind a command, what can be said there
";

/// How the program is to be run.
#[derive(Debug, PartialEq, Eq)]
pub enum Options {
    /// Serve.
    Serve(Serving),
    /// Ask the one that serves there whether it is well, and end.
    Health(Asked),
    /// Do something else, and end.
    Command(Command),
}

/// Whom to ask whether it is well.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where it serves.
    pub place: Place,
    /// The files of its certificate and of its key.
    pub certificate: Option<(PathBuf, PathBuf)>,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serving {
    /// Where.
    pub place: Place,
    /// With how many threads; one a core when not said.
    pub workers: Option<NonZeroUsize>,
    /// Whether they share the work.
    pub work_stealing: bool,
    /// The files of the certificate and of its key.
    pub certificate: Option<(PathBuf, PathBuf)>,
    /// What it stands behind.
    pub deployment: Deployment,
}

/// What was said, as text: first in the environment, then on the command line.
struct Said {
    host: Option<String>,
    port: Option<String>,
    uds: Option<String>,
    workers: Option<String>,
    certificate: Option<String>,
    key: Option<String>,
    deployment: deployment::Said,
    reuse_port: bool,
    work_stealing: bool,
    asks_health: bool,
}

impl Said {
    fn in_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|said| said == "1");
        Self {
            host: variable("FASTR_HOST"),
            port: variable("FASTR_PORT"),
            uds: variable("FASTR_UDS"),
            workers: variable("FASTR_WORKERS"),
            certificate: variable("FASTR_SSL_CERTFILE"),
            key: variable("FASTR_SSL_KEYFILE"),
            deployment: deployment::Said {
                proxies: variable("FASTR_FORWARDED_ALLOW_IPS"),
                root_path: variable("FASTR_ROOT_PATH"),
                shutdown_delay: variable("FASTR_SHUTDOWN_DELAY"),
            },
            reuse_port: is_set("FASTR_REUSE_PORT"),
            work_stealing: is_set("FASTR_WORK_STEALING"),
            asks_health: false,
        }
    }

    /// Where the value of an option belongs, if there is such an option.
    fn value_of(&mut self, option: &str) -> Option<&mut Option<String>> {
        Some(match option {
            "host" => &mut self.host,
            "port" => &mut self.port,
            "uds" => &mut self.uds,
            "workers" => &mut self.workers,
            "ssl-certfile" => &mut self.certificate,
            "ssl-keyfile" => &mut self.key,
            "forwarded-allow-ips" => &mut self.deployment.proxies,
            "root-path" => &mut self.deployment.root_path,
            "shutdown-delay" => &mut self.deployment.shutdown_delay,
            _ => return None,
        })
    }

    fn options(self) -> Result<Options, StartupError> {
        let place = self.place()?;
        let workers = self
            .workers
            .map(|text| number(&text, "the number of workers", "a number from 1"))
            .transpose()?;
        let certificate = match (self.certificate, self.key) {
            (Some(chain), Some(key)) => Some((chain.into(), key.into())),
            (None, None) => None,
            _ => {
                return Err(StartupError::Usage(
                    "a certificate and its key belong together; give both `--ssl-certfile` and `--ssl-keyfile`"
                        .into(),
                ));
            }
        };
        if self.asks_health {
            return Ok(Options::Health(Asked { place, certificate }));
        }
        Ok(Options::Serve(Serving {
            place,
            workers,
            work_stealing: self.work_stealing,
            certificate,
            deployment: Deployment::read(&self.deployment)?,
        }))
    }

    fn place(&self) -> Result<Place, StartupError> {
        let port = self.port.as_deref().map_or(Ok(8000), |text| {
            number(text, "the port", "a number from 0 to 65535")
        })?;
        if let Some(path) = &self.uds {
            return Ok(Place::Path(path.into()));
        }
        let address = resolve(self.host.as_deref().unwrap_or("127.0.0.1"), port)?;
        let place = if self.reuse_port {
            Place::Shared
        } else {
            Place::Address
        };
        Ok(place(address))
    }
}

/// Reads the arguments, which go before the environment.
pub fn read(
    arguments: impl IntoIterator<Item = OsString>,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Options, StartupError> {
    let mut said = Said::in_environment(environment);
    let mut parser = lexopt::Parser::from_iter(arguments);
    let mut is_first = true;
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("help") | Short('h') => return Ok(Options::Command(Command::Print(HELP))),
            Long("reuse-port") => said.reuse_port = true,
            Long("work-stealing") => said.work_stealing = true,
            Long(option) => match said.value_of(option) {
                Some(value) => *value = Some(parser.value().and_then(ValueExt::string).map_err(usage)?),
                None => return Err(usage(argument.unexpected())),
            },
            // What it takes are the options of the program that it asks, so it may stand behind them too.
            Value(word) if !said.asks_health && word == "health" => said.asks_health = true,
            Value(word) if is_first => return Command::read(&word, &mut parser).map(Options::Command),
            other => return Err(usage(other.unexpected())),
        }
        is_first = false;
    }
    said.options()
}

fn number<N: std::str::FromStr>(text: &str, what: &str, wanted: &str) -> Result<N, StartupError> {
    text.parse()
        .map_err(|_| StartupError::Usage(format!("{what} is `{text}`; give {wanted}")))
}

fn resolve(host: &str, port: u16) -> Result<SocketAddr, StartupError> {
    let unknown = |why: String| {
        StartupError::Usage(format!(
            "the host is `{host}`, {why}; give an address such as 127.0.0.1"
        ))
    };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let mut addresses = (bare, port)
        .to_socket_addrs()
        .map_err(|error| unknown(format!("which has no address ({error})")))?;
    addresses
        .next()
        .ok_or_else(|| unknown("which has no address".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Options, String> {
        let arguments = std::iter::once("program")
            .chain(arguments.iter().copied())
            .map(OsString::from);
        let lookup = |name: &str| {
            environment
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        read(arguments, lookup).map_err(|error| error.to_string())
    }

    fn address(arguments: &[&str], environment: &[(&str, &str)]) -> String {
        match options(arguments, environment) {
            Ok(Options::Serve(serving)) => serving.place.url(false),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn arguments_go_before_the_environment_and_that_before_the_default() {
        assert_eq!(address(&[], &[]), "http://127.0.0.1:8000");
        assert_eq!(
            address(&[], &[("FASTR_PORT", "81"), ("FASTR_HOST", "127.0.0.2")]),
            "http://127.0.0.2:81"
        );
        assert_eq!(
            address(&["--port", "82"], &[("FASTR_PORT", "81")]),
            "http://127.0.0.1:82"
        );
        assert_eq!(address(&["--host=::1", "--port=0"], &[]), "http://[::1]:0");
        assert_eq!(
            address(&["--uds", "/run/shop.sock"], &[("FASTR_PORT", "81")]),
            "unix:/run/shop.sock"
        );
    }

    #[test]
    fn health_is_asked_with_the_options_of_the_program_in_any_order() {
        let files = ["--ssl-certfile", "cert.pem", "--ssl-keyfile", "key.pem"];
        for arguments in [
            &["health", "--port", "82"][..],
            &["--port", "82", "health"],
            &["--host", "127.0.0.1", "health", "--port", "82"],
        ] {
            for certificate in [None, Some(("cert.pem".into(), "key.pem".into()))] {
                let said = certificate.is_some().then_some(files).into_iter().flatten();
                let arguments: Vec<_> = arguments.iter().copied().chain(said).collect();
                let place = Place::Address(([127, 0, 0, 1], 82).into());
                let asked = Asked { place, certificate };
                assert_eq!(
                    options(&arguments, &[]),
                    Ok(Options::Health(asked)),
                    "{arguments:?}"
                );
            }
        }
        let twice = "unexpected argument \"health\"; `--help` lists what can be said";
        assert_eq!(options(&["health", "health"], &[]), Err(twice.to_owned()));
    }

    #[test]
    fn what_cannot_be_is_said() {
        for (arguments, message) in [
            (
                &["--port", "http"][..],
                "the port is `http`; give a number from 0 to 65535",
            ),
            (
                &["--port", "70000"],
                "the port is `70000`; give a number from 0 to 65535",
            ),
            (
                &["--workers", "0"],
                "the number of workers is `0`; give a number from 1",
            ),
            (
                &["--prot", "1"],
                "invalid option '--prot'; `--help` lists what can be said",
            ),
            (
                &["--ssl-certfile", "cert.pem"],
                "a certificate and its key belong together; give both `--ssl-certfile` and `--ssl-keyfile`",
            ),
            (
                &["--forwarded-allow-ips", "10.0.0.0/8, proxy"],
                "the trusted proxies: `proxy` is no network; write an address such as `10.1.2.3`, a network such as `10.0.0.0/8`, `unix` or `*`",
            ),
            (
                &["--root-path", "api"],
                "the root path: `api` is no path to stand below; write one such as `/api/v1`",
            ),
            (
                &["--shutdown-delay", "-1"],
                "the shutdown delay is `-1`; give a number of seconds such as 10 or 0.5",
            ),
            (
                &["--port"],
                "missing argument for option '--port'; `--help` lists what can be said",
            ),
        ] {
            assert_eq!(options(arguments, &[]), Err(message.to_owned()));
        }
    }
}
