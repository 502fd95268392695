//! The body as a form.

use fastr_status::{
    HTTP_400_BAD_REQUEST, HTTP_413_CONTENT_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_422_UNPROCESSABLE_CONTENT, StatusSet,
};
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::media::unsupported;
use crate::decode::form::Form;
use crate::decode::header::{essence, text};
use crate::request::{Call, Payload};

const OF_ANY_FORM: StatusSet = StatusSet::of(&[
    HTTP_413_CONTENT_TOO_LARGE,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_422_UNPROCESSABLE_CONTENT,
]);

/// The statuses with which a form can be refused. Only `multipart/form-data` can be malformed.
pub const STATUSES: StatusSet = if cfg!(feature = "multipart") {
    OF_ANY_FORM.with(HTTP_400_BAD_REQUEST)
} else {
    OF_ANY_FORM
};

const WANTED: &str = if cfg!(feature = "multipart") {
    "application/x-www-form-urlencoded or multipart/form-data"
} else {
    "application/x-www-form-urlencoded"
};

/// Makes a form of a body that has arrived. Without a body there is an empty one.
pub fn decode(call: &mut Call) {
    let Payload::Bytes(bytes) = &call.payload else {
        return;
    };
    if bytes.is_empty() {
        call.payload = Payload::Form(Form::default());
    } else if is_urlencoded(&call.head.headers) {
        call.payload = Payload::Form(Form::urlencoded(bytes));
    } else {
        call.refusal = Some(unsupported(WANTED, &call.head.headers));
    }
}

fn is_urlencoded(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).map(text).is_some_and(|content_type| {
        essence(&content_type).eq_ignore_ascii_case("application/x-www-form-urlencoded")
    })
}
