//! The methods that a feature brings, where it is off: whoever calls one is told which to add, and not that there is none.

use super::App;

/// What is missing. Nothing ever has the traits below.
pub struct Feature;

/// A method for each, with a condition that is never kept. `for<'off>` keeps the compiler from asking for it before somebody calls the
/// method.
macro_rules! missing {
    ($($feature:literal, $message:literal, $cure:literal: $($method:ident($($argument:ident),*))*;)*) => {$(
        #[cfg(not(feature = $feature))]
        const _: () = {
            #[diagnostic::on_unimplemented(
                message = $message,
                label = $cure
            )]
            pub trait Missing {}

            impl App {$(
                #[doc(hidden)]
                #[must_use]
                pub fn $method(self, $($argument: impl Sized),*) -> Self
                where
                    for<'off> Feature: Missing,
                {
                    $(let _ = $argument;)*
                    self
                }
            )*}
        };
    )*};
}

missing! {
    "metrics", "`App::metrics` needs the feature `metrics` of fastr", "write `features = [\"metrics\"]` behind `fastr` in Cargo.toml":
        metrics(path);
    "tls", "`App::tls` needs the feature `tls` of fastr", "write `features = [\"tls\"]` behind `fastr` in Cargo.toml":
        tls(certificate);
    "websocket", "WebSockets need the feature `websocket` of fastr", "write `features = [\"websocket\"]` behind `fastr` in Cargo.toml":
        websockets(limits);
    "files", "`App::static_files` needs the feature `files` of fastr", "write `features = [\"files\"]` behind `fastr` in Cargo.toml":
        static_files(path, files);
    "multipart", "files of a form need the feature `multipart` of fastr", "write `features = [\"multipart\"]` behind `fastr` in Cargo.toml":
        upload_limit(bytes) multipart_limits(limits);
    "docs", "the page at `/docs` needs the feature `docs` of fastr", "write `features = [\"docs\"]` behind `fastr` in Cargo.toml":
        docs_url(path) swagger_ui_oauth2_redirect_url(path);
    "redoc", "the page at `/redoc` needs the feature `redoc` of fastr", "write `features = [\"redoc\"]` behind `fastr` in Cargo.toml":
        redoc_url(path);
    "scalar", "the page at `/scalar` needs the feature `scalar` of fastr", "write `features = [\"scalar\"]` behind `fastr` in Cargo.toml":
        scalar_url(path);
}
