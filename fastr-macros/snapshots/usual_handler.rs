/// Create an item.
async fn create_item(item_id: u64, q: Option<String>, item: Item) -> Item {
    item
}
#[doc(hidden)]
mod __fastr_create_item {
    #[doc(hidden)]
    #[allow(dead_code, non_camel_case_types)]
    pub struct create_item {}
}
#[doc(hidden)]
#[allow(unused_imports)]
use __fastr_create_item::*;
#[allow(deprecated, reason = "the function is called by the framework, not by the user")]
const _: () = {
    const __FASTR_ARGUMENT_0: ::fastr::__private::Arg<u64> = <u64 as ::fastr::__private::FromPath>::PATH
        .named("item_id")
        .at(0usize);
    const __FASTR_ARGUMENT_1: ::fastr::__private::Arg<Option<String>> = <Option<
        String,
    > as ::fastr::__private::Argument>::ARG
        .named("q");
    const __FASTR_ARGUMENT_2: ::fastr::__private::Arg<Item> = <Item as ::fastr::__private::Argument>::ARG
        .named("item");
    const __FASTR_PARAMETERS: &[::fastr::__private::Parameter] = &[
        __FASTR_ARGUMENT_0.parameter,
        __FASTR_ARGUMENT_1.parameter,
        __FASTR_ARGUMENT_2.parameter,
    ];
    const __FASTR_RETURNS: ::fastr::__private::Returns<Item> = <Item as ::fastr::__private::Respond>::RETURNS;
    const __FASTR_SIGNATURE: ::fastr::__private::Signature = ::fastr::__private::Signature {
        name: "create_item",
        status: 201u16,
        returns: __FASTR_RETURNS.statuses,
        parameters: __FASTR_PARAMETERS,
        declared: &[],
    };
    const _: () = __FASTR_SIGNATURE.assert_own();
    const _: () = __FASTR_SIGNATURE.assert_returns();
    const _: () = __FASTR_SIGNATURE.assert_parameters();
    fn __fastr_call(
        __fastr_call: &mut ::fastr::__private::Call,
    ) -> ::fastr::__private::Outcome {
        let (
            ::core::option::Option::Some(__fastr_argument_0),
            ::core::option::Option::Some(__fastr_argument_1),
            ::core::option::Option::Some(__fastr_argument_2),
        ) = (
            __FASTR_ARGUMENT_0.get(__fastr_call),
            __FASTR_ARGUMENT_1.get(__fastr_call),
            __FASTR_ARGUMENT_2.get(__fastr_call),
        ) else {
            return ::fastr::__private::Outcome::Ready(
                ::fastr::__private::refuse(__fastr_call),
            );
        };
        let __fastr_value = ::fastr::__private::now(
            create_item(__fastr_argument_0, __fastr_argument_1, __fastr_argument_2),
        );
        ::fastr::__private::Outcome::Ready(
            __FASTR_RETURNS.send(__FASTR_SIGNATURE.status, __fastr_call, __fastr_value),
        )
    }
    static __FASTR_OPERATION: ::fastr::__private::Operation = ::fastr::__private::Operation {
        name: "create_item",
        module: ::core::module_path!(),
        place: ::fastr::__private::Place::new(
            ::core::file!(),
            ::core::line!(),
            ::core::column!(),
        ),
        methods: &[::fastr::__private::Method::Post],
        path: &[
            ::fastr::__private::Segment::Literal("/items/"),
            ::fastr::__private::Segment::Parameter("item_id"),
        ],
        contract: __FASTR_SIGNATURE.contract(),
        documentation: ::fastr::__private::Documentation {
            summary: "Create Item",
            description: "Create an item.",
            ..::fastr::__private::Documentation::NONE
        },
        parameters: __FASTR_PARAMETERS,
        body: ::fastr::__private::BodyPlan::of(__FASTR_PARAMETERS),
        responses: __FASTR_RETURNS.describe,
        call: __fastr_call,
    };
    ::fastr::__private::inventory::submit! {
        ::fastr::__private::Registration(& __FASTR_OPERATION)
    }
    impl ::fastr::__private::TypedOperation for __fastr_create_item::create_item {
        const OPERATION: ::core::option::Option<
            &'static ::fastr::__private::Operation,
        > = ::core::option::Option::Some(&__FASTR_OPERATION);
    }
};
