//! What the facade and generated code use. Nothing here is a promise: use the crate `fastr`.

pub use crate::app::{App, Service};
pub use crate::body::{Body, BodyError, CollectError};
pub use crate::error::{HttpException, Loc, Place, StartupError, ValidationError};
pub use crate::extract::{
    Arg, Argument, Found, FromPath, JSON_STATUSES, Lend, Loan, find_json, find_query, query_statuses,
};
pub use crate::handler::{blocking, later, now};
pub use crate::request::{Call, Request, RequestParts};
pub use crate::respond::{
    Html, JsonResponse, PlainText, RaisedError, Redirect, Reply, Respond, Returns, describe_json, refuse,
};
pub use crate::response::{Outcome, Response, ResponseParts};
pub use crate::route::{
    BodyUse, Contract, Declared, Documentation, IsStatus, Message, Method, NoStatus, Operation, Parameter,
    Registration, ResponseDoc, Segment, Source, StatusOf, Statuses,
};
pub use crate::schema::{
    Bound, Choice, Constraints, Field, FromQuotes, NotAModel, Object, Pattern, Probe, Scalar, Schema, Shape,
    ShapeOf, default_value as to_value, regex,
};
pub use crate::testing::{TestClient, TestRequest, TestResponse};
pub use fastr_status::StatusSet;
pub use {fastr_status, inventory, regex_lite, serde, serde_json};
