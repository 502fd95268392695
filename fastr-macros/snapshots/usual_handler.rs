/// Create an item.
async fn create_item(item_id: u64, q: Option<String>, item: Item) -> Item {
    item
}
#[doc(hidden)]
mod __fastr_create_item {
    #[allow(dead_code, non_camel_case_types)]
    pub struct create_item {}
}
#[allow(unused_imports)]
use __fastr_create_item::*;
#[allow(deprecated, reason = "the function is called by the framework, not by the user")]
const _: () = {
    use ::fastr::__private as __fastr;
    const __FASTR_0: __fastr::Arg<u64> = <u64 as __fastr::FromPath>::PATH
        .at(0usize, "item_id");
    const __FASTR_1: __fastr::Arg<Option<String>> = <Option<
        String,
    > as __fastr::Argument>::ARG
        .named("q");
    const __FASTR_2: __fastr::Arg<Item> = <Item as __fastr::Argument>::ARG.named("item");
    const __FASTR_RETURNS: __fastr::Returns<Item> = <Item as __fastr::Respond>::RETURNS;
    fn __fastr_call(__fastr_call: &mut __fastr::Call) -> __fastr::Outcome {
        let (
            ::core::option::Option::Some(__fastr_0),
            ::core::option::Option::Some(__fastr_1),
            ::core::option::Option::Some(__fastr_2),
        ) = (
            __FASTR_0.get(__fastr_call),
            __FASTR_1.get(__fastr_call),
            __FASTR_2.get(__fastr_call),
        ) else {
            return __fastr::refuse(__fastr_call);
        };
        let __fastr_value = __fastr::now(create_item(__fastr_0, __fastr_1, __fastr_2));
        __FASTR_RETURNS.outcome(&__FASTR_OPERATION, __fastr_call, __fastr_value)
    }
    static __FASTR_OPERATION: __fastr::Operation = __fastr::Operation::new("create_item")
        .at(::core::module_path!(), __fastr::Place::here())
        .methods(&[__fastr::Method::Post])
        .path(
            &[
                __fastr::Segment::Literal("/items/"),
                __fastr::Segment::Parameter("item_id"),
            ],
        )
        .taking(&[__FASTR_0.parameter, __FASTR_1.parameter, __FASTR_2.parameter])
        .returning(__FASTR_RETURNS.statuses, __FASTR_RETURNS.describe)
        .status(201u16)
        .documented(__fastr::Documentation::new("Create Item", "Create an item."))
        .served(__fastr_call);
    const _: () = __FASTR_OPERATION.signature().assert_own();
    const _: () = __FASTR_OPERATION.signature().assert_returns();
    const _: () = __FASTR_OPERATION.signature().assert_parameters();
    __fastr::inventory::submit!(__fastr::Registration(& __FASTR_OPERATION));
    impl __fastr::TypedOperation for __fastr_create_item::create_item {
        const OPERATION: __fastr::KnownOperation = __FASTR_OPERATION.known();
    }
};
