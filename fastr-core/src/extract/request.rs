//! The request itself as an argument.

use fastr_status::StatusSet;

use super::{Argument, Found};
use crate::body::Body;
use crate::request::{Arrival, Call, Payload, Request, take_head};
use crate::route::{BodyUse, Parameter, Source};
use crate::schema::ShapeOf;

impl Argument for Request {
    const SOURCE: Source = Source::Special;
    const REQUIRED: bool = false;
    const BODY: BodyUse = BodyUse::Stream;
    const STATUSES: StatusSet = StatusSet::EMPTY;
    const SHAPE: Option<ShapeOf> = None;

    fn find(call: &mut Call, _: &Parameter) -> Found<Self> {
        let mut head = take_head(call);
        // So that `Client::of` knows it here as well.
        head.extensions.insert(Arrival {
            peer: call.peer,
            site: &call.common.site,
        });
        let body = match std::mem::replace(&mut call.payload, Payload::Bytes(bytes::Bytes::new())) {
            Payload::Stream(body) => body,
            Payload::Bytes(bytes) => bytes.into(),
            // No operation has a form and the body as a stream.
            Payload::Form(_) => Body::empty(),
        };
        Found::Value(Self::from_parts(head, body))
    }
}
