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
    #[doc(hidden)]
    #[allow(dead_code, non_camel_case_types)]
    pub struct send {}
}
#[doc(hidden)]
#[allow(unused_imports)]
pub use __fastr_send::*;
#[allow(deprecated, reason = "the function is called by the framework, not by the user")]
const _: () = {
    const __FASTR_ARGUMENT_0: ::fastr::__private::Arg<String> = <String as ::fastr::__private::FromText>::HEADER
        .named("language")
        .with(::fastr::__private::Details {
            default: ::core::option::Option::Some(|| ::fastr::__private::to_value::<
                String,
            >(&::fastr::__private::FromQuotes::from_quotes("en"))),
            ..::fastr::__private::Details::NONE
        })
        .or(|| ::fastr::__private::FromQuotes::from_quotes("en"));
    const __FASTR_ARGUMENT_1: ::fastr::__private::Loan<ResponseParts> = <ResponseParts as ::fastr::__private::Lend>::LOAN
        .named("response");
    const __FASTR_PARAMETERS: &[::fastr::__private::Parameter] = &[
        __FASTR_ARGUMENT_0.parameter,
        __FASTR_ARGUMENT_1.parameter,
    ];
    const __FASTR_RETURNS: ::fastr::__private::Returns<Result<String, HttpException>> = <Result<
        String,
        HttpException,
    > as ::fastr::__private::Respond>::RETURNS;
    const __FASTR_SIGNATURE: ::fastr::__private::Signature = ::fastr::__private::Signature {
        name: "send",
        status: {
            #[allow(unused_imports, reason = "only what is no status needs it")]
            use ::fastr::__private::NoStatus as _;
            ::fastr::__private::StatusOf(status::HTTP_202_ACCEPTED).status_code()
        },
        returns: __FASTR_RETURNS.statuses,
        parameters: __FASTR_PARAMETERS,
        declared: &[
            ::fastr::__private::Declared::new(::fastr::__private::Covers::Status(404u16))
                .raised(),
        ],
    };
    const _: () = __FASTR_SIGNATURE.assert_own();
    const _: () = __FASTR_SIGNATURE.assert_declared(0usize);
    const _: () = __FASTR_SIGNATURE.assert_raises();
    const _: () = __FASTR_SIGNATURE.assert_returns();
    const _: () = __FASTR_SIGNATURE.assert_parameters();
    fn __fastr_call(
        __fastr_call: &mut ::fastr::__private::Call,
    ) -> ::fastr::__private::Outcome {
        let (::core::option::Option::Some(__fastr_argument_0),) = (
            __FASTR_ARGUMENT_0.get(__fastr_call),
        ) else {
            return ::fastr::__private::Outcome::Ready(
                ::fastr::__private::refuse(__fastr_call),
            );
        };
        let mut __fastr_taken = __fastr_call.take();
        ::fastr::__private::later(async move {
            let __fastr_call = &mut __fastr_taken;
            let mut __fastr_argument_1 = __FASTR_ARGUMENT_1.take(__fastr_call);
            let __fastr_value = send(__fastr_argument_0, &mut __fastr_argument_1).await;
            __FASTR_ARGUMENT_1.put_back(__fastr_argument_1, __fastr_call);
            __FASTR_RETURNS.send(__FASTR_SIGNATURE.status, __fastr_call, __fastr_value)
        })
    }
    static __FASTR_OPERATION: ::fastr::__private::Operation = ::fastr::__private::Operation {
        name: "send",
        module: ::core::module_path!(),
        place: ::fastr::__private::Place::new(
            ::core::file!(),
            ::core::line!(),
            ::core::column!(),
        ),
        methods: &[::fastr::__private::Method::Post],
        path: &[::fastr::__private::Segment::Literal("/items")],
        contract: __FASTR_SIGNATURE.contract(),
        documentation: ::fastr::__private::Documentation {
            summary: "Send",
            tags: &["items"],
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
    impl ::fastr::__private::TypedOperation for __fastr_send::send {
        const OPERATION: ::core::option::Option<
            &'static ::fastr::__private::Operation,
        > = ::core::option::Option::Some(&__FASTR_OPERATION);
    }
};
