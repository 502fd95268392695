//! Who can send a status: what the sets of a contract were made of.

use fastr_status::{HTTP_101_SWITCHING_PROTOCOLS, HTTP_500_INTERNAL_SERVER_ERROR, StatusSet};

use super::contract::moved;
use super::{Covers, Declared, Operation, Parameter, Source};
use crate::error::Place;

/// One that can send statuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The statuses.
    pub statuses: StatusSet,
    /// Who it is, as people call it: a variant, a parameter, what the function returns.
    pub who: String,
    /// Where it stands.
    pub place: Place,
}

impl Operation {
    /// All that can send a status, where arguments that are not valid have this one: each status of the contract has
    /// at least one cause, and no cause has another status.
    pub fn causes(&self, validation_status: u16) -> Vec<Cause> {
        let mut causes = self.expected_causes(validation_status);
        causes.push(self.cause(
            StatusSet::one(HTTP_500_INTERNAL_SERVER_ERROR),
            format!("a panic of `{}`", self.name),
        ));
        causes
    }

    /// All but a panic.
    pub fn expected_causes(&self, validation_status: u16) -> Vec<Cause> {
        let mut causes = self.of_what_it_returns();
        if self.contract.status == HTTP_101_SWITCHING_PROTOCOLS {
            let accepted = StatusSet::one(HTTP_101_SWITCHING_PROTOCOLS);
            causes.push(self.cause(accepted, "the WebSocket, once it is accepted".to_owned()));
        }
        let known = causes
            .iter()
            .fold(StatusSet::EMPTY, |known, cause| known.union(cause.statuses));
        let declared = self.contract.declared.iter();
        causes.extend(
            declared
                .filter(|entry| !entry.covers.statuses().is_subset_of(known))
                .filter_map(|entry| self.of_an_entry(entry, validation_status)),
        );
        let parameters = self.parameters.iter();
        causes.extend(parameters.filter_map(|parameter| self.of_a_parameter(parameter, validation_status)));
        causes
    }

    /// One cause for everything that it returns itself, and one for each variant.
    fn of_what_it_returns(&self) -> Vec<Cause> {
        let mut itself = StatusSet::EMPTY;
        let mut variants: Vec<Cause> = Vec::new();
        for response in self.described() {
            let statuses = StatusSet::one(response.status.unwrap_or(self.contract.status));
            let Some(origin) = response.origin else {
                itself = itself.union(statuses);
                continue;
            };
            let cause = Cause {
                statuses,
                who: format!("`{}`", origin.name),
                place: origin.place,
            };
            if !variants.contains(&cause) {
                variants.push(cause);
            }
        }
        let itself = itself.intersection(self.contract.sent);
        let itself =
            (!itself.is_empty()).then(|| self.cause(itself, format!("what `{}` returns", self.name)));
        itself.into_iter().chain(variants).collect()
    }

    /// Of a closed signature an entry sends nothing: it describes what is there.
    fn of_an_entry(&self, entry: &Declared, validation_status: u16) -> Option<Cause> {
        let word = if entry.raised { "raises" } else { "responses" };
        let said = match entry.covers {
            Covers::Status(status) => status.to_string(),
            covers => covers.range()?,
        };
        let statuses = entry.covers.statuses();
        let is_sent = !entry.covers.is_exact() || statuses.is_subset_of(self.contract.sent);
        let is_refusal = statuses.is_subset_of(self.contract.refused(validation_status));
        (is_sent && !is_refusal).then(|| self.cause(statuses, format!("`{word}({said})`")))
    }

    fn of_a_parameter(&self, parameter: &Parameter, validation_status: u16) -> Option<Cause> {
        let statuses = moved(parameter.refusals(), validation_status);
        let source = match parameter.source {
            Source::Path(_) => "path",
            Source::Query => "query",
            Source::Header => "header",
            Source::Cookie => "cookie",
            Source::Body => "body",
            Source::Form => "form",
            Source::Special => "request",
        };
        let who = format!("the parameter `{}` ({source})", parameter.name);
        (!statuses.is_empty()).then(|| self.cause(statuses, who))
    }

    fn cause(&self, statuses: StatusSet, who: String) -> Cause {
        Cause {
            statuses,
            who,
            place: self.place,
        }
    }
}
