//! What the user says of where the application stands.

use super::App;
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
        self.site.proxies = proxies.into();
        self
    }
}
