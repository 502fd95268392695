//! Who asks, and what it calls us, as arguments.

use fastr_status::{HTTP_400_BAD_REQUEST, StatusSet};

use super::{Argument, Found};
use crate::error::HttpException;
use crate::request::{BaseUrl, Call, Client};
use crate::route::{Parameter, Source};
use crate::schema::ShapeOf;

#[diagnostic::do_not_recommend]
impl Argument for Client {
    const SOURCE: Source = Source::Special;
    const REQUIRED: bool = false;
    const STATUSES: StatusSet = StatusSet::EMPTY;
    const SHAPE: Option<ShapeOf> = None;

    fn find(call: &mut Call, _: &Parameter) -> Found<Self> {
        Found::Value(call.client())
    }
}

#[diagnostic::do_not_recommend]
impl Argument for BaseUrl {
    const SOURCE: Source = Source::Special;
    const STATUSES: StatusSet = StatusSet::one(HTTP_400_BAD_REQUEST);
    const SHAPE: Option<ShapeOf> = None;

    fn find(call: &mut Call, _: &Parameter) -> Found<Self> {
        let site = &call.common.site;
        let Some(host) = site.host(call.peer, &call.head.uri, &call.head.headers) else {
            call.refusal = Some(HttpException::new(HTTP_400_BAD_REQUEST, "Invalid host header"));
            return Found::Wrong;
        };
        Found::Value(Self::new(call.client(), host.into_owned(), site))
    }
}
