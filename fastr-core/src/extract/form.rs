//! The body as a form.

use fastr_status::StatusSet;
use fastr_status::{
    HTTP_413_CONTENT_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE, HTTP_422_UNPROCESSABLE_CONTENT,
};
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::decode::form::Form;
use crate::decode::header::text;
use crate::error::HttpException;
use crate::request::{Call, Payload};

/// The statuses with which a form can be refused.
pub const STATUSES: StatusSet = StatusSet::of(&[
    HTTP_413_CONTENT_TOO_LARGE,
    HTTP_415_UNSUPPORTED_MEDIA_TYPE,
    HTTP_422_UNPROCESSABLE_CONTENT,
]);

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
        call.refusal = Some(HttpException::new(
            HTTP_415_UNSUPPORTED_MEDIA_TYPE,
            "The body must be sent as application/x-www-form-urlencoded",
        ));
    }
}

fn is_urlencoded(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE).map(text) else {
        return false;
    };
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
