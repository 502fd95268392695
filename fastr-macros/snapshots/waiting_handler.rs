pub async fn send(
    language: String,
    response: &mut ResponseParts,
) -> Result<String, HttpException> {
    response.set_header("x", "y");
    wait().await;
    Ok(language)
}
#[doc(hidden)]
mod __fastr_send {
    #[allow(dead_code, non_camel_case_types)]
    pub struct send {}
}
#[doc(hidden)]
#[allow(unused_imports)]
pub use __fastr_send::*;
#[allow(deprecated, reason = "the function is called by the framework, not by the user")]
const _: () = {
    use ::fastr::__private as __fastr;
    const __FASTR_0: __fastr::Arg<String> = <String as __fastr::FromText>::HEADER
        .named("language")
        .with(__fastr::Details {
            default: ::core::option::Option::Some(|| __fastr::to_value::<
                String,
            >(&__fastr::FromQuotes::from_quotes("en"))),
            ..__fastr::Details::NONE
        })
        .or(|| __fastr::FromQuotes::from_quotes("en"));
    const __FASTR_1: __fastr::Loan<ResponseParts> = <ResponseParts as __fastr::Lend>::LOAN
        .named("response");
    const __FASTR_DECLARED: &[__fastr::Declared] = &[
        __fastr::Declared::new(__fastr::Covers::Status(404u16)).raised(),
    ];
    const __FASTR_RETURNS: __fastr::Returns<Result<String, HttpException>> = <Result<
        String,
        HttpException,
    > as __fastr::Respond>::RETURNS;
    fn __fastr_call(__fastr_call: &mut __fastr::Call) -> __fastr::Outcome {
        let (::core::option::Option::Some(__fastr_0),) = (__FASTR_0.get(__fastr_call),)
        else {
            return __fastr::refuse(__fastr_call);
        };
        let mut __fastr_taken = __fastr_call.take();
        __fastr::later(async move {
            let __fastr_call = &mut __fastr_taken;
            let mut __fastr_1 = __FASTR_1.take(__fastr_call);
            let __fastr_value = send(__fastr_0, &mut __fastr_1).await;
            __FASTR_1.put_back(__fastr_1, __fastr_call);
            __FASTR_RETURNS.send(&__FASTR_OPERATION, __fastr_call, __fastr_value)
        })
    }
    static __FASTR_OPERATION: __fastr::Operation = __fastr::Operation::new("send")
        .at(::core::module_path!(), __fastr::Place::here())
        .methods(&[__fastr::Method::Post])
        .path(&[__fastr::Segment::Literal("/items")])
        .taking(&[__FASTR_0.parameter, __FASTR_1.parameter])
        .returning(__FASTR_RETURNS.statuses, __FASTR_RETURNS.describe)
        .status({
            #[allow(unused_imports, reason = "only what is no status needs it")]
            use ::fastr::__private::NoStatus as _;
            ::fastr::__private::StatusOf(status::HTTP_202_ACCEPTED).status_code()
        })
        .declaring(__FASTR_DECLARED)
        .documented(__fastr::Documentation {
            tags: &["items"],
            ..__fastr::Documentation::new("Send", "")
        })
        .served(__fastr_call);
    const _: () = __FASTR_OPERATION.signature().assert_own();
    const _: () = __FASTR_OPERATION.signature().assert_declared(0usize);
    const _: () = __FASTR_OPERATION.signature().assert_raises();
    const _: () = __FASTR_OPERATION.signature().assert_returns();
    const _: () = __FASTR_OPERATION.signature().assert_parameters();
    __fastr::inventory::submit!(__fastr::Registration(& __FASTR_OPERATION));
    impl __fastr::TypedOperation for __fastr_send::send {
        const OPERATION: __fastr::KnownOperation = __FASTR_OPERATION.known();
    }
};
