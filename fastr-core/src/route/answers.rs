//! Every response that an operation can be answered with, each with its status.

use fastr_status::HTTP_500_INTERNAL_SERVER_ERROR;

use super::{BodyDoc, BodyPart, Covers, Declared, Operation, ResponseDoc};

impl Operation {
    /// What it returns, what it raises, and how its arguments are refused, where those that are not valid have this
    /// status. Of a status about which no type says anything, only the envelope of errors is known.
    pub fn answers(&self, validation_status: u16) -> Vec<ResponseDoc> {
        let contract = &self.contract;
        let mut all = self.described();
        let of_its_own: Vec<ResponseDoc> = all
            .iter()
            .filter(|answer| answer.status.is_none())
            .cloned()
            .collect();
        for answer in &mut all {
            answer.status.get_or_insert(contract.status);
        }
        let silent = contract
            .sent
            .iter()
            .filter(|&status| all.iter().all(|answer| answer.status != Some(status)))
            .collect::<Vec<_>>();
        for status in contract.refused(validation_status) {
            all.push(if status == validation_status {
                ResponseDoc {
                    body: BodyDoc::NotValid,
                    ..error(status)
                }
            } else {
                error(status)
            });
        }
        // A response that is made by hand has any body. What is raised beside it has the envelope.
        let by_hand = |status| {
            let is_this = |entry: &&Declared| matches!(entry.covers, Covers::Status(code) if code == status);
            let entry = contract.declared.iter().find(is_this);
            of_its_own.is_empty() && entry.is_some_and(|entry| !entry.raised)
        };
        for status in silent {
            if by_hand(status) {
                all.push(ResponseDoc {
                    assumed: true,
                    ..ResponseDoc::EMPTY.with_status(status)
                });
            } else if status >= 400 {
                all.push(ResponseDoc {
                    assumed: status != HTTP_500_INTERNAL_SERVER_ERROR,
                    ..error(status)
                });
            } else {
                // A success that was declared beside the operation's own has the same body.
                let alike = of_its_own.iter().cloned();
                all.extend(alike.map(|answer| ResponseDoc {
                    assumed: true,
                    ..answer.with_status(status)
                }));
            }
        }
        self.with_models(all)
    }

    /// The same with the models that were declared in the place of what was known.
    fn with_models(&self, mut all: Vec<ResponseDoc>) -> Vec<ResponseDoc> {
        for entry in self.contract.declared {
            let (Covers::Status(status), Some(model)) = (entry.covers, entry.model) else {
                continue;
            };
            let body = BodyDoc::Media("application/json", Some(model), BodyPart::Whole);
            if all.iter().all(|answer| answer.status != Some(status)) {
                all.push(ResponseDoc::EMPTY.with_status(status));
            }
            for answer in all.iter_mut().filter(|answer| answer.status == Some(status)) {
                answer.body = body.clone();
                answer.assumed = false;
            }
        }
        all
    }
}

/// An error of which nothing more is known.
fn error(status: u16) -> ResponseDoc {
    ResponseDoc {
        body: BodyDoc::Error {
            detail: None,
            example: None,
        },
        ..ResponseDoc::EMPTY.with_status(status)
    }
}
