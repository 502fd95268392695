//! The guide: what fastr does, page by page, for those who know FastAPI.

#[doc = include_str!("../docs/guide/the_status_contract.md")]
pub mod the_status_contract {}

#[doc = include_str!("../docs/guide/work_after_the_answer.md")]
pub mod work_after_the_answer {}
