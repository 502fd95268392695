//! The guide: what fastr does, page by page, for those who know FastAPI.
//!
//! | page | FastAPI's |
//! |---|---|
//! | [The status contract](the_status_contract) | "Handling Errors", "Response Status Code", "Additional Responses in OpenAPI" |
//! | [State and lifespan](state_and_lifespan) | "Lifespan Events" |
//! | [The order of middleware](the_order_of_middleware) | "Middleware", "Advanced Middleware" |
//! | [WebSockets](websockets) | "WebSockets", "Testing WebSockets" |
//! | [Work after the answer](work_after_the_answer) | "Background Tasks" |
//! | [TLS and HTTP/2](tls_and_http2) | "About HTTPS" |
//! | [Testing](testing) | "Testing", "Testing Events" |

#[doc = include_str!("../docs/guide/the_status_contract.md")]
pub mod the_status_contract {}

#[doc = include_str!("../docs/guide/state_and_lifespan.md")]
pub mod state_and_lifespan {}

#[doc = include_str!("../docs/guide/the_order_of_middleware.md")]
pub mod the_order_of_middleware {}

#[doc = include_str!("../docs/guide/websockets.md")]
pub mod websockets {}

#[doc = include_str!("../docs/guide/work_after_the_answer.md")]
pub mod work_after_the_answer {}

#[doc = include_str!("../docs/guide/tls_and_http2.md")]
pub mod tls_and_http2 {}

#[doc = include_str!("../docs/guide/testing.md")]
pub mod testing {}
