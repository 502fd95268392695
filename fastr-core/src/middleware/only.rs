//! A middleware that stands around some operations alone.

use super::{Later, Next, Step};
use crate::decode::path::canonical;
use crate::request::{Only, Request};
use crate::router::{Lookup, Router};

/// Two ways for a request: through the middleware, or past it.
pub struct OnlyStep {
    pub only: Only,
    pub router: &'static Router,
    pub through: Next,
    pub past: Next,
}

impl Step for OnlyStep {
    fn answer(&'static self, request: Request) -> Later {
        let canonical = canonical(request.uri().path());
        let path = canonical.of(request.uri().path());
        let is_for = match self.router.look_up(request.method(), path) {
            Lookup::Operation(operation) => self.only.has(operation.module, operation.place),
            _ => false,
        };
        if is_for {
            self.through.run(request)
        } else {
            self.past.run(request)
        }
    }
}
