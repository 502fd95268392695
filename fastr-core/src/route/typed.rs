//! An operation as a type, so that what is known of it can be asked while a test is compiled.

use fastr_status::{HTTP_400_BAD_REQUEST, HTTP_422_UNPROCESSABLE_CONTENT};

use super::{Contract, Message, Operation};

/// The type beside an annotated function, of the same name; or no operation in particular.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no operation",
    label = "no function with this name has an attribute such as `#[get(...)]`",
    note = "write the name of the function that is called: `client.call::<create_item>()`"
)]
pub trait TypedOperation {
    /// The operation.
    const OPERATION: KnownOperation;
}

/// The operation; none when it is not known.
pub type KnownOperation = Option<&'static Operation>;

/// No operation in particular: a path and a method as texts.
#[derive(Clone, Copy, Debug)]
pub enum Anything {}

impl TypedOperation for Anything {
    const OPERATION: KnownOperation = None;
}

impl Operation {
    /// The operation as one that is known.
    pub const fn known(&'static self) -> KnownOperation {
        Some(self)
    }

    /// Why this status can never be an answer; nothing when it can be one.
    pub const fn never_problem(&self, status: u16) -> Option<Message> {
        if self.contract.may_answer(status) {
            return None;
        }
        Some(
            Message::new("`")
                .text(self.name)
                .text("` can never answer ")
                .status(status)
                .text("; expect a status that its signature or its attribute has, and one of a middleware with `expect_status`"),
        )
    }
}

impl Contract {
    /// Whether a status can be an answer, whatever the application says.
    const fn may_answer(&self, status: u16) -> bool {
        if self.sent.contains(status) || self.refusals.contains(status) {
            return true;
        }
        // What the application makes of a 422 is not known here; 400 is what those say who change it.
        if status == HTTP_400_BAD_REQUEST && self.refusals.contains(HTTP_422_UNPROCESSABLE_CONTENT) {
            return true;
        }
        let mut index = 0;
        while index < self.declared.len() {
            if self.declared[index].covers.statuses().contains(status) {
                return true;
            }
            index += 1;
        }
        false
    }
}
