//! Requests that the program sends and somebody else answers: described, and never served.

use std::fmt;

use super::{Operation, Scope};
use crate::request::Call;
use crate::response::Outcome;

/// A request to whoever wants to be told of something.
pub struct Webhook(pub &'static Operation);

inventory::collect!(Webhook);

/// A request to an address that came with another request.
pub struct Callback(pub fn() -> &'static Operation);

/// What `callbacks(…)` can name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no callback",
    label = "not a `#[callback]`",
    note = "name a function that has `#[fastr::callback(\"…\")]` above it"
)]
pub trait IsCallback {
    /// The callback itself.
    fn callback(&'static self) -> &'static Callback;
}

impl IsCallback for Callback {
    fn callback(&'static self) -> &'static Callback {
        self
    }
}

impl fmt::Debug for Callback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Callback").field(&(self.0)().name).finish()
    }
}

/// What stands in the place of a handler. No route leads there.
pub(super) fn not_served(_: &mut Call) -> Outcome {
    unreachable!("somebody else answers it")
}

/// The webhooks of a scope, in the order of the source.
pub fn webhooks(scope: Scope) -> Vec<&'static Operation> {
    let all = inventory::iter::<Webhook>.into_iter().map(|entry| entry.0);
    let mut found: Vec<_> = all.filter(|operation| scope.has(operation)).collect();
    found.sort_by_key(|operation| operation.place);
    found
}
