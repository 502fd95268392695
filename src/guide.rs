//! The guide: what fastr does, page by page, for those who know FastAPI.

#[doc = include_str!("../docs/guide/the_status_contract.md")]
pub mod the_status_contract {}
