//! Arguments that are files of a form.

use fastr_status::StatusSet;

use super::{Arg, Found, form};
use crate::request::Call;
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::ShapeOf;

/// The statuses with which a file can be refused.
pub const STATUSES: StatusSet = form::STATUSES;

/// A type that `#[file]` can read.
#[cfg_attr(
    feature = "multipart",
    diagnostic::on_unimplemented(
        message = "`{Self}` cannot be read from a file of a form",
        label = "neither `UploadFile` nor `Bytes`, nor an `Option` or a `Vec` of one",
        note = "take `fastr::UploadFile` for a file of any size, and `fastr::Bytes` for its content in memory"
    )
)]
#[cfg_attr(
    not(feature = "multipart"),
    diagnostic::on_unimplemented(
        message = "files of a form need the feature `multipart` of fastr",
        label = "this parameter is to be read from a file",
        note = "write `fastr = {{ version = \"…\", features = [\"multipart\"] }}` in Cargo.toml"
    )
)]
pub trait FromFile: Sized {
    /// Whether it must be there.
    const REQUIRED: bool = true;
    /// What it does with the body.
    const BODY: BodyUse;
    /// What its value looks like.
    const SHAPE: ShapeOf;

    /// Takes it out of the form; what is wrong with it goes into the call.
    fn take(call: &mut Call, parameter: &Parameter) -> Found<Self>;

    /// The argument as data, still without a name.
    const FILE: Arg<Self> = Arg {
        parameter: Parameter {
            body: Self::BODY,
            ..Parameter::new(Source::Form, Self::REQUIRED, Some(Self::SHAPE), STATUSES)
        },
        find: Self::take,
        default: None,
        rule: None,
    };
}
impl<T: FromFile> FromFile for Option<T> {
    const REQUIRED: bool = false;
    const BODY: BodyUse = T::BODY;
    const SHAPE: ShapeOf = T::SHAPE;

    fn take(call: &mut Call, parameter: &Parameter) -> Found<Self> {
        match T::take(call, parameter) {
            Found::Value(value) => Found::Value(Some(value)),
            Found::Absent => Found::Value(None),
            Found::Wrong => Found::Wrong,
        }
    }
}
