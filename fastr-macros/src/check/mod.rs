//! From a model to a plan that can be carried out. One rule is one function is one compile-fail case of its name.

mod answer;
mod answer_plan;
mod attached;
mod constraints;
mod declared;
mod ends;
mod format;
mod function;
mod marks;
mod methods;
mod model;
mod model_plan;
mod nearest;
mod operation;
mod outgoing;
mod owned;
mod parameters;
mod path;
mod serde;
mod settings;
mod socket;
mod statuses;
mod words;

use self::constraints::Constrained;
use crate::diagnostics::Diagnostics;
use crate::model::{Answers, Data, Derive, Operation};

pub use answer::name as field_name;
pub use answer_plan::{AnswersPlan, PlannedAnswer};
pub use attached::AttachedPlan;
pub use declared::{Covers, Declared};
pub use format::{Placeholder, placeholders, with_names};
pub use model_plan::{
    ModelPlan, Planned, PlannedChoice, PlannedField, PlannedHolds, PlannedObject, PlannedTagging,
    PlannedVariant, Sent, is_option,
};
pub use operation::{Argument, From, OperationPlan, Status, Words, literal as status_literal};
pub use serde::says as serde_says;
pub use socket::SocketPlan;

/// A plan that kept every rule. Only this room can make one.
pub struct Checked<T>(T);

impl<T> std::ops::Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

type Rule<T> = fn(&T, &mut Diagnostics);

/// What the values keep that are taken and sent: those of parameters and those of fields.
trait ValueRules: Constrained + Sized {
    const VALUE_RULES: [Rule<Self>; 8] = [
        constraints::value_settings_are_known,
        constraints::value_settings_are_not_repeated,
        constraints::value_settings_have_their_form,
        constraints::constraints_apply_to_their_type,
        constraints::limits_are_in_order,
        constraints::pattern_is_a_regular_expression,
        constraints::option_has_no_default,
        constraints::default_keeps_its_limits,
    ];
}

impl<S: Constrained> ValueRules for S {}

/// What every operation keeps.
const OPERATION_RULES: [Rule<Operation>; 42] = [
    settings::settings_are_known,
    settings::settings_are_not_repeated,
    settings::settings_have_their_form,
    methods::methods_are_given,
    methods::methods_are_known,
    methods::methods_are_not_repeated,
    path::path_is_given,
    path::path_begins_with_slash,
    path::path_has_no_query,
    path::placeholders_are_not_repeated,
    path::placeholders_have_parameters,
    path::parameters_stand_in_braces,
    path::path_parameters_are_owned,
    path::segments_have_one_placeholder,
    path::catch_all_is_last,
    statuses::status_is_a_number,
    statuses::status_can_be_final,
    statuses::status_class_is_final,
    statuses::status_is_no_close_code,
    statuses::declared_statuses_are_not_repeated,
    declared::response_settings_are_known,
    declared::response_settings_are_not_repeated,
    declared::response_settings_have_their_form,
    declared::variants_are_raised,
    declared::variants_have_their_type,
    function::function_is_plain,
    function::function_has_a_body,
    function::function_has_no_receiver,
    function::function_is_not_generic,
    function::parameters_have_names,
    function::parameters_name_their_type,
    function::lent_parameters_have_a_size,
    function::return_type_is_named,
    function::return_type_is_no_bare_integer,
    function::return_type_is_no_status_with_a_body,
    function::blocking_function_is_not_async,
    parameters::parameter_has_one_source,
    parameters::path_parameter_is_in_path,
    parameters::lent_parameter_has_no_source,
    parameters::state_is_lent,
    parameters::state_has_no_settings,
    parameters::upload_is_a_file,
];

/// What every WebSocket keeps.
const SOCKET_RULES: [Rule<Operation>; 36] = [
    settings::settings_are_known,
    settings::settings_are_not_repeated,
    settings::settings_have_their_form,
    path::path_is_given,
    path::path_begins_with_slash,
    path::path_has_no_query,
    path::placeholders_are_not_repeated,
    path::placeholders_have_parameters,
    path::parameters_stand_in_braces,
    path::path_parameters_are_owned,
    path::segments_have_one_placeholder,
    path::catch_all_is_last,
    statuses::status_is_a_number,
    statuses::status_can_be_final,
    statuses::status_class_is_final,
    statuses::status_is_no_close_code,
    statuses::declared_statuses_are_not_repeated,
    socket::socket_function_is_async,
    socket::socket_lends_only_to_read,
    socket::close_code_is_a_number,
    socket::close_code_may_be_sent,
    socket::close_code_is_described,
    socket::close_codes_are_not_repeated,
    function::function_is_plain,
    function::function_has_a_body,
    function::function_has_no_receiver,
    function::function_is_not_generic,
    function::parameters_have_names,
    function::parameters_name_their_type,
    function::lent_parameters_have_a_size,
    function::return_type_is_named,
    parameters::parameter_has_one_source,
    parameters::path_parameter_is_in_path,
    parameters::lent_parameter_has_no_source,
    parameters::state_is_lent,
    parameters::state_has_no_settings,
];

/// What every request keeps that somebody else answers.
const OUTGOING_RULES: [Rule<Operation>; 20] = [
    settings::settings_are_known,
    settings::settings_are_not_repeated,
    settings::settings_have_their_form,
    methods::methods_are_known,
    methods::methods_are_not_repeated,
    outgoing::outgoing_has_a_name,
    outgoing::outgoing_has_no_body,
    outgoing::outgoing_parameters_are_owned,
    statuses::status_is_a_number,
    statuses::status_can_be_final,
    statuses::status_is_no_close_code,
    statuses::declared_statuses_are_not_repeated,
    function::function_is_plain,
    function::function_has_no_receiver,
    function::function_is_not_generic,
    function::parameters_have_names,
    function::parameters_name_their_type,
    function::return_type_is_named,
    function::return_type_is_no_bare_integer,
    parameters::parameter_has_one_source,
];

/// What every exception handler and every middleware keeps.
const ATTACHED_RULES: [Rule<Operation>; 16] = [
    settings::settings_are_known,
    settings::settings_are_not_repeated,
    settings::settings_have_their_form,
    statuses::status_is_a_number,
    statuses::status_can_be_final,
    statuses::status_is_no_close_code,
    statuses::declared_statuses_are_not_repeated,
    function::function_is_plain,
    function::function_has_a_body,
    function::function_has_no_receiver,
    function::function_is_not_generic,
    attached::handler_takes_one_error,
    attached::handler_is_of_an_own_error,
    attached::handler_does_not_wait,
    attached::middleware_takes_request_and_next,
    attached::middleware_raises_numbers,
];

/// What every model keeps.
const MODEL_RULES: [Rule<Data>; 10] = [
    model::model_settings_are_known,
    model::model_has_names,
    model::model_is_generic_over_types,
    model::bounds_stand_at_the_parameters,
    model::enum_has_variants,
    model::variants_hold_one_value,
    model::tagged_variants_hold_objects,
    model::fields_own_their_values,
    model::flattened_field_is_a_model,
    model::parts_have_no_condition,
];

/// What every type keeps whose variants are answers.
const ANSWER_RULES: [Rule<Answers>; 21] = [
    answer::answers_are_variants,
    answer::answers_are_not_generic,
    answer::answer_has_a_status,
    answer::answer_has_no_close_code,
    answer::answer_has_one_status,
    answer::status_stands_at_its_answer,
    answer::answer_status_can_be_sent,
    answer::raised_status_is_no_success,
    words::answer_settings_are_known,
    words::answer_headers_have_their_form,
    words::answer_has_its_headers,
    words::message_names_fields,
    answer::transparent_answer_holds_one_error,
    marks::from_stands_alone,
    marks::sources_are_told_apart,
    answer::message_stands_behind_its_status,
    marks::marks_stand_at_fields,
    marks::marks_are_not_repeated,
    marks::body_is_marked,
    marks::every_field_is_sent,
    marks::body_is_no_bare_integer,
];

/// What every error keeps that ends a WebSocket.
const END_RULES: [Rule<Answers>; 14] = [
    answer::answers_are_variants,
    answer::answers_are_not_generic,
    ends::end_has_a_code,
    ends::end_has_no_status,
    ends::end_has_one_code,
    ends::code_stands_at_its_end,
    ends::end_code_may_be_sent,
    ends::end_says_a_reason,
    answer::transparent_answer_holds_one_error,
    words::message_names_fields,
    marks::from_stands_alone,
    marks::sources_are_told_apart,
    marks::marks_stand_at_fields,
    marks::marks_are_not_repeated,
];

/// The plan of an operation that keeps every rule.
pub fn operation(operation: Operation, diagnostics: &mut Diagnostics) -> Option<Checked<OperationPlan>> {
    keep(
        [&OPERATION_RULES[..], &Operation::VALUE_RULES],
        &operation,
        diagnostics,
    )?;
    operation::plan(operation).map(Checked)
}

/// The plan of a WebSocket that keeps every rule.
pub fn websocket(operation: Operation, diagnostics: &mut Diagnostics) -> Option<Checked<SocketPlan>> {
    keep(
        [&SOCKET_RULES[..], &Operation::VALUE_RULES],
        &operation,
        diagnostics,
    )?;
    socket::plan(operation).map(Checked)
}

/// The plan of a request that somebody else answers, when it keeps every rule.
pub fn outgoing(operation: Operation, diagnostics: &mut Diagnostics) -> Option<Checked<OperationPlan>> {
    keep(
        [&OUTGOING_RULES[..], &Operation::VALUE_RULES],
        &operation,
        diagnostics,
    )?;
    operation::plan(operation).map(Checked)
}

/// The plan of an exception handler or of a middleware that keeps every rule.
pub fn attached(operation: Operation, diagnostics: &mut Diagnostics) -> Option<Checked<AttachedPlan>> {
    keep([&ATTACHED_RULES[..]], &operation, diagnostics)?;
    Some(Checked(attached::plan(operation)))
}

/// The plan of a model that keeps every rule.
pub fn model(data: Data, diagnostics: &mut Diagnostics) -> Option<Checked<ModelPlan>> {
    keep([&MODEL_RULES[..], &Data::VALUE_RULES], &data, diagnostics)?;
    Some(Checked(model_plan::plan(data)))
}

/// The plan of a type whose variants are answers, when it keeps every rule.
pub fn answers(answers: Answers, diagnostics: &mut Diagnostics) -> Option<Checked<AnswersPlan>> {
    let rules: &[Rule<Answers>] = match answers.derive {
        Derive::ApiError | Derive::Responses => &ANSWER_RULES,
        Derive::CloseError => &END_RULES,
    };
    keep([rules], &answers, diagnostics)?;
    answer_plan::plan(answers).map(Checked)
}

fn keep<T, const N: usize>(
    tables: [&[Rule<T>]; N],
    subject: &T,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    for rule in tables.into_iter().flatten() {
        rule(subject, diagnostics);
    }
    diagnostics.is_empty().then_some(())
}
