//! An operation with the middleware around it: what the document, the commands and the pages tell of both.

use fastr_status::StatusSet;

use super::causes::Cause;
use super::{BodyDoc, Operation, ResponseDoc};
use crate::request::ErrorStyle;

impl Operation {
    /// Every single status that a client can receive.
    pub fn all_statuses(&self, style: ErrorStyle) -> StatusSet {
        let own = self.contract.statuses(style.validation_status);
        own.union(style.around.statuses_of(self.module, self.place))
    }

    /// All that can send one.
    pub fn all_causes(&self, style: ErrorStyle) -> Vec<Cause> {
        let around = style.around.of(self.module, self.place);
        let around = around
            .filter(|around| !around.statuses.is_empty())
            .map(|around| Cause {
                statuses: around.statuses,
                who: format!("the middleware `{}`", around.name),
                place: around.place,
            });
        let mut causes = self.causes(style.validation_status);
        causes.extend(around);
        causes
    }

    /// Every response that a client can receive.
    pub fn all_answers(&self, style: ErrorStyle) -> Vec<ResponseDoc> {
        let mut all = self.answers(style.validation_status);
        let own = self.contract.statuses(style.validation_status);
        let around = style.around.statuses_of(self.module, self.place);
        let answers = around.difference(own).iter().map(|status| ResponseDoc {
            body: if status >= 400 {
                BodyDoc::Error {
                    detail: None,
                    example: None,
                }
            } else {
                BodyDoc::Nothing
            },
            assumed: true,
            ..ResponseDoc::EMPTY.with_status(status)
        });
        all.extend(answers);
        all
    }
}
