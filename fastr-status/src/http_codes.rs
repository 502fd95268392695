//! The 63 HTTP status codes as constants, under the names of RFC 9110.
//!
//! A name carries the number and the reason phrase: [`HTTP_404_NOT_FOUND`]. The module holds
//! nothing else, so a glob import brings in the constants alone:
//!
//! ```
//! use fastr_status::http_codes::*;
//!
//! assert_eq!(HTTP_418_IM_A_TEAPOT, 418);
//! ```
//!
//! The meanings are those of [RFC 9110, section 15][rfc] and of the extensions each code names.
//!
//! [rfc]: https://www.rfc-editor.org/rfc/rfc9110#section-15

code_table! {
    words by reason_phrase;

    /// The head of the request is acceptable so far, and the client may send the content.
    HTTP_100_CONTINUE = 100 "Continue", rfc 9110 "15.2.1";
    /// The server agrees to the `Upgrade` asked for and speaks the new protocol from here on.
    HTTP_101_SWITCHING_PROTOCOLS = 101 "Switching Protocols", rfc 9110 "15.2.2";
    /// The server has taken the request in and needs longer before it can answer.
    HTTP_102_PROCESSING = 102 "Processing", rfc 2518 "10.1";
    /// The fields are some the final response will likely have, for the client to start on.
    HTTP_103_EARLY_HINTS = 103 "Early Hints", rfc 8297 "2";

    /// The request did what it asked for, and the content tells the outcome.
    HTTP_200_OK = 200 "OK", rfc 9110 "15.3.1";
    /// The request made one or more new resources; `Location` names the main one.
    HTTP_201_CREATED = 201 "Created", rfc 9110 "15.3.2";
    /// The request was taken for later work, which may yet come to nothing.
    HTTP_202_ACCEPTED = 202 "Accepted", rfc 9110 "15.3.3";
    /// The request succeeded, and a proxy on the way back changed the content.
    HTTP_203_NON_AUTHORITATIVE_INFORMATION = 203 "Non-Authoritative Information", rfc 9110 "15.3.4";
    /// The request succeeded, and there is nothing to send about it.
    HTTP_204_NO_CONTENT = 204 "No Content", rfc 9110 "15.3.5";
    /// The request succeeded, and the client should reset the form or view it came from.
    HTTP_205_RESET_CONTENT = 205 "Reset Content", rfc 9110 "15.3.6";
    /// The content is the part, or the parts, that the `Range` field asked for.
    HTTP_206_PARTIAL_CONTENT = 206 "Partial Content", rfc 9110 "15.3.7";
    /// The content tells several statuses, each about a resource of its own.
    HTTP_207_MULTI_STATUS = 207 "Multi-Status", rfc 4918 "11.1";
    /// This member of a collection was described earlier in the same multi-status content.
    HTTP_208_ALREADY_REPORTED = 208 "Already Reported", rfc 5842 "7.1";
    /// The content is the outcome of manipulations, such as a delta, of the current instance.
    HTTP_226_IM_USED = 226 "IM Used", rfc 3229 "10.4.1";

    /// Several representations would do, and the client or its user is to choose.
    HTTP_300_MULTIPLE_CHOICES = 300 "Multiple Choices", rfc 9110 "15.4.1";
    /// The resource has a new address for good; a client may turn `POST` into `GET`.
    HTTP_301_MOVED_PERMANENTLY = 301 "Moved Permanently", rfc 9110 "15.4.2";
    /// The resource has another address for now; a client may turn `POST` into `GET`.
    HTTP_302_FOUND = 302 "Found", rfc 9110 "15.4.3";
    /// The answer to the request is to be fetched from another address, with `GET`.
    HTTP_303_SEE_OTHER = 303 "See Other", rfc 9110 "15.4.4";
    /// The request was conditional, and the copy the client has is still good.
    HTTP_304_NOT_MODIFIED = 304 "Not Modified", rfc 9110 "15.4.5";
    /// The client was to go through a proxy; deprecated, as obeying it is a risk.
    HTTP_305_USE_PROXY = 305 "Use Proxy", rfc 9110 "15.4.6";
    /// The number was used by an early draft and is reserved, so that nothing else takes it.
    HTTP_306_RESERVED = 306 "(Unused)", rfc 9110 "15.4.7";
    /// The resource has another address for now, and the client must keep the method.
    HTTP_307_TEMPORARY_REDIRECT = 307 "Temporary Redirect", rfc 9110 "15.4.8";
    /// The resource has a new address for good, and the client must keep the method.
    HTTP_308_PERMANENT_REDIRECT = 308 "Permanent Redirect", rfc 9110 "15.4.9";

    /// The server takes the request for malformed and will not act on it.
    HTTP_400_BAD_REQUEST = 400 "Bad Request", rfc 9110 "15.5.1";
    /// The request lacks valid credentials; `WWW-Authenticate` tells which would do.
    HTTP_401_UNAUTHORIZED = 401 "Unauthorized", rfc 9110 "15.5.2";
    /// The number is reserved for a future in which requests are paid for.
    HTTP_402_PAYMENT_REQUIRED = 402 "Payment Required", rfc 9110 "15.5.3";
    /// The server understood the request and refuses to fulfil it.
    HTTP_403_FORBIDDEN = 403 "Forbidden", rfc 9110 "15.5.4";
    /// The target names nothing, or nothing the server is willing to admit to.
    HTTP_404_NOT_FOUND = 404 "Not Found", rfc 9110 "15.5.5";
    /// The resource is there but does not take this method; `Allow` lists those it takes.
    HTTP_405_METHOD_NOT_ALLOWED = 405 "Method Not Allowed", rfc 9110 "15.5.6";
    /// No representation of the resource is one that the `Accept` fields of the request admit.
    HTTP_406_NOT_ACCEPTABLE = 406 "Not Acceptable", rfc 9110 "15.5.7";
    /// The request lacks credentials for a proxy; `Proxy-Authenticate` tells which would do.
    HTTP_407_PROXY_AUTHENTICATION_REQUIRED = 407 "Proxy Authentication Required", rfc 9110 "15.5.8";
    /// The request was not complete within the time the server was ready to wait.
    HTTP_408_REQUEST_TIMEOUT = 408 "Request Timeout", rfc 9110 "15.5.9";
    /// The request does not agree with the present state of the resource.
    HTTP_409_CONFLICT = 409 "Conflict", rfc 9110 "15.5.10";
    /// The resource was there once, and is likely gone for good.
    HTTP_410_GONE = 410 "Gone", rfc 9110 "15.5.11";
    /// The server will not take the request without a `Content-Length`.
    HTTP_411_LENGTH_REQUIRED = 411 "Length Required", rfc 9110 "15.5.12";
    /// A condition that the fields of the request set did not hold.
    HTTP_412_PRECONDITION_FAILED = 412 "Precondition Failed", rfc 9110 "15.5.13";
    /// The content of the request is larger than the server is willing or able to process.
    HTTP_413_CONTENT_TOO_LARGE = 413 "Content Too Large", rfc 9110 "15.5.14";
    /// The target of the request is longer than the server is willing to read.
    HTTP_414_URI_TOO_LONG = 414 "URI Too Long", rfc 9110 "15.5.15";
    /// The format of the content is not one that the resource takes with this method.
    HTTP_415_UNSUPPORTED_MEDIA_TYPE = 415 "Unsupported Media Type", rfc 9110 "15.5.16";
    /// None of the ranges asked for can be served.
    HTTP_416_RANGE_NOT_SATISFIABLE = 416 "Range Not Satisfiable", rfc 9110 "15.5.17";
    /// The server, or one on the way, cannot meet what the `Expect` field asks.
    HTTP_417_EXPECTATION_FAILED = 417 "Expectation Failed", rfc 9110 "15.5.18";
    /// A teapot will not brew coffee: the joke of RFC 2324, which RFC 9110 keeps reserved.
    HTTP_418_IM_A_TEAPOT = 418 "I'm a Teapot", rfc 9110 "15.5.19";
    /// The request reached a server that cannot answer for the authority it names.
    HTTP_421_MISDIRECTED_REQUEST = 421 "Misdirected Request", rfc 9110 "15.5.20";
    /// The content is well formed and of a known type, yet what it asks cannot be done.
    HTTP_422_UNPROCESSABLE_CONTENT = 422 "Unprocessable Content", rfc 9110 "15.5.21";
    /// The source or the destination of the method is locked.
    HTTP_423_LOCKED = 423 "Locked", rfc 4918 "11.3";
    /// Another action failed on which this one depended.
    HTTP_424_FAILED_DEPENDENCY = 424 "Failed Dependency", rfc 4918 "11.4";
    /// The request came as early data, and the server will not risk that it is a replay.
    HTTP_425_TOO_EARLY = 425 "Too Early", rfc 8470 "5.2";
    /// The server serves this only over another protocol, which `Upgrade` names.
    HTTP_426_UPGRADE_REQUIRED = 426 "Upgrade Required", rfc 9110 "15.5.22";
    /// The request must be conditional, lest it overwrite what others changed.
    HTTP_428_PRECONDITION_REQUIRED = 428 "Precondition Required", rfc 6585 "3";
    /// The client sent more requests than it may in a given time.
    HTTP_429_TOO_MANY_REQUESTS = 429 "Too Many Requests", rfc 6585 "4";
    /// One header field, or all of them together, are larger than the server will read.
    HTTP_431_REQUEST_HEADER_FIELDS_TOO_LARGE = 431 "Request Header Fields Too Large", rfc 6585 "5";
    /// The server denies access because of a legal demand.
    HTTP_451_UNAVAILABLE_FOR_LEGAL_REASONS = 451 "Unavailable For Legal Reasons", rfc 7725 "3";

    /// Something unexpected kept the server from fulfilling the request.
    HTTP_500_INTERNAL_SERVER_ERROR = 500 "Internal Server Error", rfc 9110 "15.6.1";
    /// The server cannot do for any resource what the request needs, such as its method.
    HTTP_501_NOT_IMPLEMENTED = 501 "Not Implemented", rfc 9110 "15.6.2";
    /// The server is a gateway and got an invalid response from the one behind it.
    HTTP_502_BAD_GATEWAY = 502 "Bad Gateway", rfc 9110 "15.6.3";
    /// The server is overloaded or down for now; `Retry-After` may tell for how long.
    HTTP_503_SERVICE_UNAVAILABLE = 503 "Service Unavailable", rfc 9110 "15.6.4";
    /// The server is a gateway and got no response in time from the one behind it.
    HTTP_504_GATEWAY_TIMEOUT = 504 "Gateway Timeout", rfc 9110 "15.6.5";
    /// The server does not speak the major version of HTTP that the request uses.
    HTTP_505_HTTP_VERSION_NOT_SUPPORTED = 505 "HTTP Version Not Supported", rfc 9110 "15.6.6";
    /// The variant chosen by negotiation would itself negotiate, so there is no end to it.
    HTTP_506_VARIANT_ALSO_NEGOTIATES = 506 "Variant Also Negotiates", rfc 2295 "8.1";
    /// The server cannot store what it would need to complete the request.
    HTTP_507_INSUFFICIENT_STORAGE = 507 "Insufficient Storage", rfc 4918 "11.5";
    /// The server met a loop while it went through a tree of resources, and broke off.
    HTTP_508_LOOP_DETECTED = 508 "Loop Detected", rfc 5842 "7.2";
    /// The request lacks an extension that access to the resource demands.
    HTTP_510_NOT_EXTENDED = 510 "Not Extended", rfc 2774 "7";
    /// The client must log in to the network itself, as with the portal of a hotel.
    HTTP_511_NETWORK_AUTHENTICATION_REQUIRED = 511 "Network Authentication Required", rfc 6585 "6";
}

/// The name RFC 2616, section 10.4.14, gave to [`HTTP_413_CONTENT_TOO_LARGE`].
///
/// # Example
///
/// ```
/// # #[allow(deprecated)]
/// use fastr_status::{HTTP_413_CONTENT_TOO_LARGE, HTTP_413_REQUEST_ENTITY_TOO_LARGE};
///
/// # #[allow(deprecated)]
/// assert_eq!(HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_413_CONTENT_TOO_LARGE);
/// ```
#[deprecated(since = "0.1.0", note = "use `HTTP_413_CONTENT_TOO_LARGE`")]
pub const HTTP_413_REQUEST_ENTITY_TOO_LARGE: u16 = HTTP_413_CONTENT_TOO_LARGE;

/// The name RFC 2616, section 10.4.15, gave to [`HTTP_414_URI_TOO_LONG`].
///
/// # Example
///
/// ```
/// # #[allow(deprecated)]
/// use fastr_status::{HTTP_414_REQUEST_URI_TOO_LONG, HTTP_414_URI_TOO_LONG};
///
/// # #[allow(deprecated)]
/// assert_eq!(HTTP_414_REQUEST_URI_TOO_LONG, HTTP_414_URI_TOO_LONG);
/// ```
#[deprecated(since = "0.1.0", note = "use `HTTP_414_URI_TOO_LONG`")]
pub const HTTP_414_REQUEST_URI_TOO_LONG: u16 = HTTP_414_URI_TOO_LONG;

/// The name RFC 2616, section 10.4.17, gave to [`HTTP_416_RANGE_NOT_SATISFIABLE`].
///
/// # Example
///
/// ```
/// # #[allow(deprecated)]
/// use fastr_status::{HTTP_416_RANGE_NOT_SATISFIABLE, HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE};
///
/// # #[allow(deprecated)]
/// assert_eq!(HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE, HTTP_416_RANGE_NOT_SATISFIABLE);
/// ```
#[deprecated(since = "0.1.0", note = "use `HTTP_416_RANGE_NOT_SATISFIABLE`")]
pub const HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: u16 = HTTP_416_RANGE_NOT_SATISFIABLE;

/// The name RFC 4918, section 11.2, gave to [`HTTP_422_UNPROCESSABLE_CONTENT`].
///
/// # Example
///
/// ```
/// # #[allow(deprecated)]
/// use fastr_status::{HTTP_422_UNPROCESSABLE_CONTENT, HTTP_422_UNPROCESSABLE_ENTITY};
///
/// # #[allow(deprecated)]
/// assert_eq!(HTTP_422_UNPROCESSABLE_ENTITY, HTTP_422_UNPROCESSABLE_CONTENT);
/// ```
#[deprecated(since = "0.1.0", note = "use `HTTP_422_UNPROCESSABLE_CONTENT`")]
pub const HTTP_422_UNPROCESSABLE_ENTITY: u16 = HTTP_422_UNPROCESSABLE_CONTENT;
