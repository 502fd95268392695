pub async fn send(
    language: String,
    response: &mut ResponseParts,
) -> Result<String, HttpException> {
    response.set_header("x", "y");
    wait().await;
    Ok(language)
}
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
    const __FASTR_STATUS: u16 = {
        #[allow(unused_imports, reason = "only what is no status needs it")]
        use ::fastr::__private::NoStatus as _;
        ::fastr::__private::StatusOf(status::HTTP_202_ACCEPTED).status_code()
    };
    const __FASTR_DECLARED: &[::fastr::__private::Declared] = &[
        ::fastr::__private::Declared::new(::fastr::__private::Covers::Status(404u16))
            .raised(),
    ];
    const _: () = if let ::core::option::Option::Some(__fastr_message) = &::fastr::__private::Contract::own_problem(
        __FASTR_STATUS,
        __FASTR_RETURNS.statuses,
        __FASTR_PARAMETERS,
        "send",
    ) {
        ::core::panic!("{}", __fastr_message.as_str())
    };
    const _: () = if let ::core::option::Option::Some(__fastr_message) = &::fastr::__private::Contract::declared_problem(
        __FASTR_STATUS,
        &__FASTR_DECLARED[0usize],
        __FASTR_RETURNS.statuses,
        __FASTR_PARAMETERS,
        "send",
    ) {
        ::core::panic!("{}", __fastr_message.as_str())
    };
    const _: () = if let ::core::option::Option::Some(__fastr_message) = &::fastr::__private::Contract::undeclared_problem(
        __FASTR_RETURNS.statuses,
        __FASTR_DECLARED,
        "send",
    ) {
        ::core::panic!("{}", __fastr_message.as_str())
    };
    const _: () = if let ::core::option::Option::Some(__fastr_message) = &::fastr::__private::Contract::returns_problem(
        __FASTR_STATUS,
        __FASTR_RETURNS.statuses,
        __FASTR_DECLARED,
        "send",
    ) {
        ::core::panic!("{}", __fastr_message.as_str())
    };
    const _: () = if let ::core::option::Option::Some(__fastr_message) = &::fastr::__private::Contract::parameters_problem(
        __FASTR_PARAMETERS,
        "send",
    ) {
        ::core::panic!("{}", __fastr_message.as_str())
    };
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
            __FASTR_RETURNS.send(__FASTR_STATUS, __fastr_call, __fastr_value)
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
        contract: ::fastr::__private::Contract::new(
            __FASTR_STATUS,
            __FASTR_RETURNS.statuses,
            __FASTR_PARAMETERS,
            __FASTR_DECLARED,
        ),
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
};
