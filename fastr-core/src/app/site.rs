//! What the user says of where the application stands.

use std::time::Duration;

use super::App;
use crate::error::StartupError;
use crate::request::TrustedProxies;

impl App {
    /// The proxies in front of the program, whose word on their clients is taken: uvicorn's `--forwarded-allow-ips`, which the command line
    /// and the environment (`FASTR_FORWARDED_ALLOW_IPS`) have as well. Nobody is trusted when not given.
    ///
    /// [`Client`](crate::private::Client) and [`BaseUrl`](crate::private::BaseUrl), the log, `HttpsRedirectMiddleware` and
    /// `RateLimitMiddleware` then know the client itself.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::of(module_path!()).trusted_proxies(["127.0.0.1", "10.0.0.0/8", "unix"]);
    /// ```
    ///
    /// # Panics
    ///
    /// When one of them is no network.
    #[must_use]
    #[track_caller]
    pub fn trusted_proxies(mut self, proxies: impl Into<TrustedProxies>) -> Self {
        self.proxies = proxies.into();
        self
    }

    /// The path below which a proxy serves the program, such as `/api/v1`: FastAPI's `root_path`, which the command line
    /// (`--root-path`) and the environment (`FASTR_ROOT_PATH`) have as well.
    ///
    /// It is the first of the document's `servers`, and stands before each address that the program tells: of the document on its pages, and
    /// in redirects to the other slash. The operations are written without it, and are found whether the proxy takes it from the path
    /// or not. A handler knows it by [`BaseUrl::root_path`](crate::private::BaseUrl::root_path), and puts it before what it says in a
    /// `Location` of its own: `Created::at` and its like send what they are given.
    ///
    /// ```
    /// # use fastr_core::private::App;
    /// let app = App::of(module_path!()).root_path("/api/v1");
    /// assert_eq!(app.openapi().unwrap()["servers"][0]["url"], "/api/v1");
    /// ```
    ///
    /// # Panics
    ///
    /// When it is no path without parameters.
    #[must_use]
    #[track_caller]
    pub fn root_path(mut self, path: &str) -> Self {
        match root_path(path) {
            Ok(path) => self.document.root_path = path,
            Err(problem) => panic!("root_path: {problem}"),
        }
        self
    }

    /// Whether the [`root_path`](Self::root_path) is the first of the document's `servers`; it is when not said otherwise.
    #[must_use]
    pub fn root_path_in_servers(mut self, told: bool) -> Self {
        self.document.root_path_in_servers = told;
        self
    }
}

/// The path without a slash at its end.
fn root_path(path: &str) -> Result<String, String> {
    let bare = path.trim_end_matches('/');
    let is_path = bare.is_empty() || bare.starts_with('/') && !bare.starts_with("//");
    if is_path
        && bare
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"?#{}\\\"<>".contains(&byte))
    {
        Ok(bare.to_owned())
    } else {
        Err(format!(
            "`{path}` is no path to stand below; write one such as `/api/v1`"
        ))
    }
}

fn seconds(text: &str) -> Result<Duration, StartupError> {
    let seconds = text
        .parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| {
        StartupError::Usage(format!(
            "the shutdown delay is `{text}`; give a number of seconds such as 10 or 0.5"
        ))
    })
}

/// What the command line and the environment say of where the program stands, as text.
pub struct Said {
    /// The addresses and networks of the proxies, with commas between them.
    pub proxies: Option<String>,
    /// The path below which it stands.
    pub root_path: Option<String>,
    /// The seconds of the delay.
    pub shutdown_delay: Option<String>,
}

/// The same, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// The proxies that are trusted.
    pub proxies: Option<TrustedProxies>,
    /// The path below which it stands.
    pub root_path: Option<String>,
    /// How long it goes on accepting once it was asked to end.
    pub shutdown_delay: Option<Duration>,
}

impl Deployment {
    /// Reads what was said.
    ///
    /// # Errors
    ///
    /// When some of it cannot be.
    pub fn read(said: &Said) -> Result<Self, StartupError> {
        let networks = |text: &str| {
            let networks = text.split(',').map(str::trim_ascii);
            TrustedProxies::read(networks.filter(|network| !network.is_empty()))
        };
        let problem = |what: &str| {
            let what = what.to_owned();
            move |problem: String| StartupError::Usage(format!("{what}: {problem}"))
        };
        Ok(Self {
            proxies: said
                .proxies
                .as_deref()
                .map(networks)
                .transpose()
                .map_err(problem("the trusted proxies"))?,
            root_path: said
                .root_path
                .as_deref()
                .map(root_path)
                .transpose()
                .map_err(problem("the root path"))?,
            shutdown_delay: said.shutdown_delay.as_deref().map(seconds).transpose()?,
        })
    }

    /// The application with what was said; its own word counts where nothing was.
    pub fn of(self, mut app: App) -> App {
        if let Some(proxies) = self.proxies {
            app.proxies = proxies.telling_as(&app.proxies);
        }
        if let Some(path) = self.root_path {
            app.document.root_path = path;
        }
        if let Some(delay) = self.shutdown_delay {
            app.shutdown_delay = delay;
        }
        app
    }
}
