//! The 15 WebSocket close codes as constants.
//!
//! A name carries the number and a few words: [`WS_1000_NORMAL_CLOSURE`]. The module holds
//! nothing else, so a glob import brings in the constants alone:
//!
//! ```
//! use fastr_status::close_codes::*;
//!
//! assert_eq!(WS_1008_POLICY_VIOLATION, 1008);
//! ```
//!
//! The meanings are those of [RFC 6455, section 7.4.1][rfc], and of the IANA registry for the
//! three codes that came after it. The number 1004 is reserved without a meaning, so it has no
//! constant.
//!
//! [rfc]: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1

code_table! {
    words by close_reason;

    /// The connection has served its purpose.
    WS_1000_NORMAL_CLOSURE = 1000 "Normal Closure", rfc 6455 "7.4.1";
    /// The endpoint leaves: the server shuts down, or the user opened another page.
    WS_1001_GOING_AWAY = 1001 "Going Away", rfc 6455 "7.4.1";
    /// The peer broke the WebSocket protocol.
    WS_1002_PROTOCOL_ERROR = 1002 "Protocol Error", rfc 6455 "7.4.1";
    /// The peer sent a kind of data that the endpoint does not take, such as binary.
    WS_1003_UNSUPPORTED_DATA = 1003 "Unsupported Data", rfc 6455 "7.4.1";
    /// The close frame held no code; only ever reported, never sent.
    WS_1005_NO_STATUS_RCVD = 1005 "No Status Received", rfc 6455 "7.4.1";
    /// The connection ended without a close frame; only ever reported, never sent.
    WS_1006_ABNORMAL_CLOSURE = 1006 "Abnormal Closure", rfc 6455 "7.4.1";
    /// A message held data that does not fit its type, such as text that is not UTF-8.
    WS_1007_INVALID_FRAME_PAYLOAD_DATA = 1007 "Invalid Frame Payload Data", rfc 6455 "7.4.1";
    /// A message went against the endpoint's policy; also for want of a code that fits better.
    WS_1008_POLICY_VIOLATION = 1008 "Policy Violation", rfc 6455 "7.4.1";
    /// A message was larger than the endpoint can process.
    WS_1009_MESSAGE_TOO_BIG = 1009 "Message Too Big", rfc 6455 "7.4.1";
    /// The client needs an extension that the server did not agree to.
    WS_1010_MANDATORY_EXT = 1010 "Mandatory Extension", rfc 6455 "7.4.1";
    /// Something unexpected kept the server from fulfilling the request.
    WS_1011_INTERNAL_ERROR = 1011 "Internal Error", rfc 6455 "7.4.1";
    /// The service restarts; the client may connect again after a short random wait.
    WS_1012_SERVICE_RESTART = 1012 "Service Restart", iana;
    /// The service is overloaded; the client should try another address, or wait for its user.
    WS_1013_TRY_AGAIN_LATER = 1013 "Try Again Later", iana;
    /// The server is a gateway and got an invalid response from the one behind it.
    WS_1014_BAD_GATEWAY = 1014 "Bad Gateway", iana;
    /// The TLS handshake failed; only ever reported, never sent.
    WS_1015_TLS_HANDSHAKE = 1015 "TLS Handshake", rfc 6455 "7.4.1";
}
