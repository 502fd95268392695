//! What the facade and generated code use. Nothing here is a promise: use the crate `fastr`.

pub use crate::app::{App, Running, Service, Startup, check_document};
pub use crate::background::{BackgroundTasks, TaskOutcome};
pub use crate::body::{Body, BodyError, CollectError};
pub use crate::cookie::{Cookie, SameSite};
pub use crate::decode::json::from_str as read_json;
#[cfg(feature = "multipart")]
pub use crate::decode::{
    multipart::MultipartLimits,
    upload::{UploadFile, UploadReader},
};
pub use crate::error::{
    ErrorFormat, ErrorReport, Exceptions, HttpException, InternalError, JsonText, Loc, Place, StartupError,
    UsualError, ValidationError,
};
pub use crate::extract::{
    Arg, Argument, Found, FromBody, FromFile, FromPath, FromState, FromText, JSON_STATUSES, Lend, Loan,
    TEXT_STATUSES, Texts, find_json, find_text, read_model,
};
pub use crate::handler::{blocking, later, now};
#[cfg(feature = "middleware")]
pub use crate::middleware::{
    CorsMiddleware, GZipMiddleware, HttpsRedirectMiddleware, RateLimitMiddleware, RequestId,
    RequestIdMiddleware, TimeoutMiddleware, TrustedHostMiddleware,
};
pub use crate::middleware::{
    FoundMiddleware, Layered, Middleware, MiddlewareOutput, Next, NoOutput, OutputProbe,
};
pub use crate::request::{BaseUrl, Call, Client, ReadinessCheck, Request, RequestParts, TrustedProxies};
pub use crate::respond::{
    Accepted, Cause, Content, Created, Detail, Event, EventStream, Generated, HandledReturns, Html,
    IntoEvent, JsonLines, JsonResponse, MediaType, NoContent, NotModified, Piece, PlainText, Raised,
    RaisedError, Redirect, Reply, Respond, RespondAs, Returns, Sender, Status, StreamItem, StreamResponse,
    WithHeaders, answer_docs, describe_json, error_doc, media, no_body, raised, refuse, stream, title,
};
#[cfg(feature = "files")]
pub use crate::respond::{FileError, FileResponse, StaticFiles};
pub use crate::response::{Outcome, Response, ResponseParts};
pub use crate::route::{
    Anything, BodyDoc, BodyPlan, BodyUse, Callback, CloseVariant, Closes, Contract, Covers, Declared,
    Details, Documentation, ErrorVariant, HeaderDoc, IsCallback, IsStatus, KnownOperation, Message, Method,
    NoStatus, Operation, Parameter, Registration, ResponseDoc, Segment, Signature, Socket,
    SocketRegistration, Source, StatusOf, Statuses, TypedOperation, Webhook, hold,
};
#[cfg(feature = "base64")]
pub use crate::schema::Base64Bytes;
#[cfg(feature = "email")]
pub use crate::schema::EmailAddress;
#[cfg(any(feature = "base64", feature = "email", feature = "url"))]
pub use crate::schema::FormatError;
#[cfg(feature = "url")]
pub use crate::schema::HttpUrl;
pub use crate::schema::{
    Bound, Choice, Constraints, END, Entries, Field, Fields, FromEntries, FromQuotes, Keys, NotAModel,
    Object, Only, Patch, Pattern, Probe, Rule, Scalar, Schema, Shape, ShapeOf, Tagged, Tagging, TypeName,
    Union, Variant, broken_rule, default_value as to_value, read_choice, read_object, regex, write_object,
};
#[cfg(feature = "tls")]
pub use crate::server::TlsCertificate;
pub use crate::server::{ConnectionLimits, Listener};
#[cfg(feature = "signed-cookies")]
pub use crate::signed::CookieKey;
#[cfg(feature = "websocket")]
pub use crate::sockets::WebSocketLimits;
#[cfg(feature = "websocket")]
pub use crate::testing::TestWebSocket;
pub use crate::testing::{TestClient, TestRequest, TestResponse};
#[cfg(feature = "websocket")]
pub use crate::websocket::{
    CloseError, CloseFrame, CloseFrameError, ClosesWith, Ends, EndsSocket, Handshake, IterBytes, IterJson,
    IterText, Member, Message as SocketMessage, Room, Session, SocketEnds, WebSocket, WebSocketDisconnect,
    WebSocketReceiver, WebSocketSender, close_title, closed_with,
};
pub use bytes::Bytes;
pub use fastr_status::StatusSet;
pub use {fastr_status, inventory, regex_lite, serde, serde_json};

/// What a document is told of, and what two documents are compared with: `fastr::openapi`.
pub mod openapi {
    pub use crate::openapi::{
        Change, Contact, ExternalDocs, License, OperationName, Server, Tag, diff, yaml,
    };
}

/// Looking up an operation without an application around it, for those who measure it.
pub mod routing {
    pub use crate::request::Captures;
    pub use crate::router::{Router, build};
}
