//! Values of the application's state as arguments: `#[state]`.

use fastr_status::StatusSet;

use super::{Arg, Found};
use crate::error::HttpException;
use crate::request::{Call, StateKey};
use crate::route::{Parameter, Source};

/// A type that the state of the application can lend: any that threads can share.
pub trait FromState: Send + Sync + Sized + 'static {
    /// The argument as data, still without a name.
    const STATE: Arg<&'static Self> = Arg {
        parameter: Parameter {
            state: Some(StateKey::of::<Self>()),
            ..Parameter::new(Source::Special, false, None, StatusSet::EMPTY)
        },
        find,
        default: None,
        rule: None,
    };
}

impl<T: Send + Sync + 'static> FromState for T {}

/// The start has seen that the value is there, so the refusal is for those who call an operation without an application.
fn find<T: 'static>(call: &mut Call, parameter: &Parameter) -> Found<&'static T> {
    if let Some(value) = call.common.state.get::<T>() {
        return Found::Value(value);
    }
    tracing::error!(
        parameter = parameter.name,
        "the state has no value for a parameter"
    );
    call.refusal = Some(HttpException::of(fastr_status::HTTP_500_INTERNAL_SERVER_ERROR));
    Found::Wrong
}
