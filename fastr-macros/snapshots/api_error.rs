#[allow(deprecated, reason = "who names it is warned")]
const _: () = {
    const __FASTR_STATUSES: &[u16] = &[
        404u16,
        429u16,
        {
            #[allow(unused_imports, reason = "only what is no status needs it")]
            use ::fastr::__private::NoStatus as _;
            ::fastr::__private::StatusOf(status::HTTP_409_CONFLICT).status_code()
        },
        500u16,
        0,
    ];
    const __FASTR_ERROR: &str = ::core::concat!(
        ::core::module_path!(), "::", "ItemError ", ::core::line!()
    );
    const __FASTR_DETAIL_2: ::fastr::__private::Detail<Conflict> = ::fastr::__private::Detail::<
        Conflict,
    >::of();
    const __FASTR_ERROR_4: ::fastr::__private::Raised<AccessError> = <AccessError as ::fastr::__private::RaisedError>::RAISED;
    const _: () = ::fastr::__private::hold(
        ::fastr::__private::Contract::raised_problem(
            __FASTR_STATUSES[2usize],
            "ItemError::Conflict",
            &[],
        ),
    );
    impl ::fastr::__private::RaisedError for ItemError {
        const STATUSES: ::fastr::__private::Statuses = ::fastr::__private::ErrorVariant::statuses(
            Self::VARIANTS,
        );
        const VARIANTS: &'static [::fastr::__private::ErrorVariant] = &[
            ::fastr::__private::ErrorVariant::new(
                "NotFound",
                __FASTR_ERROR,
                __FASTR_STATUSES[0usize],
                || {
                    ::std::vec![
                        ::fastr::__private::error_doc(__FASTR_STATUSES[0usize],
                        "item {item_id} not found", ::core::option::Option::None)
                        .described("There is no such item.").by("ItemError::NotFound",
                        ::fastr::__private::Place::here())
                    ]
                },
            ),
            ::fastr::__private::ErrorVariant::new(
                "TooMany",
                __FASTR_ERROR,
                __FASTR_STATUSES[1usize],
                || {
                    ::std::vec![
                        ::fastr::__private::error_doc(__FASTR_STATUSES[1usize],
                        "slow down", ::core::option::Option::None)
                        .by("ItemError::TooMany", ::fastr::__private::Place::here())
                        .header("retry-after", "")
                    ]
                },
            ),
            ::fastr::__private::ErrorVariant::new(
                "Conflict",
                __FASTR_ERROR,
                __FASTR_STATUSES[2usize],
                || {
                    ::std::vec![
                        ::fastr::__private::error_doc(__FASTR_STATUSES[2usize], "",
                        __FASTR_DETAIL_2.shape()).by("ItemError::Conflict",
                        ::fastr::__private::Place::here())
                    ]
                },
            ),
            ::fastr::__private::ErrorVariant::new(
                "Store",
                __FASTR_ERROR,
                __FASTR_STATUSES[3usize],
                || {
                    ::std::vec![
                        ::fastr::__private::error_doc(__FASTR_STATUSES[3usize],
                        "out of order", ::core::option::Option::None)
                        .by("ItemError::Store", ::fastr::__private::Place::here())
                    ]
                },
            ),
            ::fastr::__private::ErrorVariant {
                name: "Access",
                error: __FASTR_ERROR,
                statuses: __FASTR_ERROR_4.statuses,
                describe: __FASTR_ERROR_4.describe,
            },
        ];
        const ASKS_REQUEST: bool = __FASTR_ERROR_4.asks_request;
        fn respond(
            self,
            __fastr_reply: ::fastr::__private::Reply,
        ) -> ::fastr::__private::Response {
            match self {
                ref __fastr_error @ Self::NotFound { .. } => {
                    ::fastr::__private::raised(
                        __fastr_error,
                        __FASTR_STATUSES[0usize],
                        ::core::option::Option::None,
                        &[],
                        __fastr_reply,
                    )
                }
                ref __fastr_error @ Self::TooMany { 0: ref __fastr_0, .. } => {
                    ::fastr::__private::raised(
                        __fastr_error,
                        __FASTR_STATUSES[1usize],
                        ::core::option::Option::None,
                        &[
                            (
                                "retry-after",
                                ::std::fmt::format(
                                    ::core::format_args!("{__fastr_0}", __fastr_0 = __fastr_0),
                                ),
                            ),
                        ],
                        __fastr_reply,
                    )
                }
                ref __fastr_error @ Self::Conflict { 0: ref __fastr_0, .. } => {
                    ::fastr::__private::raised(
                        __fastr_error,
                        __FASTR_STATUSES[2usize],
                        ::core::option::Option::Some(
                            &__FASTR_DETAIL_2.written(__fastr_0),
                        ),
                        &[],
                        __fastr_reply,
                    )
                }
                ref __fastr_error @ Self::Store { .. } => {
                    ::fastr::__private::raised(
                        __fastr_error,
                        __FASTR_STATUSES[3usize],
                        ::core::option::Option::None,
                        &[],
                        __fastr_reply,
                    )
                }
                Self::Access { 0: __fastr_0, .. } => {
                    (__FASTR_ERROR_4.respond)(__fastr_0, __fastr_reply)
                }
            }
        }
    }
    impl ::core::fmt::Display for ItemError {
        fn fmt(
            &self,
            __fastr_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            match self {
                Self::NotFound { item_id: __fastr_item_id, .. } => {
                    __fastr_formatter
                        .write_fmt(
                            ::core::format_args!(
                                "item {item_id} not found", item_id = __fastr_item_id
                            ),
                        )
                }
                Self::TooMany { .. } => __fastr_formatter.write_str("slow down"),
                Self::Conflict { .. } => {
                    __fastr_formatter
                        .write_str(::fastr::__private::title(__FASTR_STATUSES[2usize]))
                }
                Self::Store { .. } => __fastr_formatter.write_str("out of order"),
                Self::Access { 0: __fastr_0, .. } => {
                    ::core::fmt::Display::fmt(__fastr_0, __fastr_formatter)
                }
            }
        }
    }
    impl ::std::error::Error for ItemError {
        fn source(
            &self,
        ) -> ::core::option::Option<&(dyn ::std::error::Error + 'static)> {
            match self {
                Self::Store { 0: __fastr_0, .. } => {
                    ::core::option::Option::Some({
                        use ::fastr::__private::Cause as _;
                        __fastr_0.__fastr_cause()
                    })
                }
                Self::Access { 0: __fastr_0, .. } => {
                    ::std::error::Error::source(__fastr_0)
                }
                _ => ::core::option::Option::None,
            }
        }
    }
    impl ::core::convert::From<std::io::Error> for ItemError {
        fn from(__fastr_error: std::io::Error) -> Self {
            Self::Store { 0: __fastr_error }
        }
    }
    impl ::core::convert::From<AccessError> for ItemError {
        fn from(__fastr_error: AccessError) -> Self {
            Self::Access { 0: __fastr_error }
        }
    }
};
