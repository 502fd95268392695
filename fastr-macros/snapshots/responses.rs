#[allow(deprecated, reason = "who names it is warned")]
const _: () = {
    const __FASTR_STATUSES: &[u16] = &[200u16, 201u16, 204u16];
    const __FASTR_BODY_0: ::fastr::__private::Returns<Item> = <Item as ::fastr::__private::Respond>::RETURNS;
    const _: () = ::fastr::__private::hold(
        ::fastr::__private::Contract::answer_problem(
            __FASTR_STATUSES[0usize],
            __FASTR_BODY_0.statuses,
            "Stored::Changed",
        ),
    );
    const __FASTR_BODY_1: ::fastr::__private::Returns<Item> = __FASTR_BODY_0;
    const _: () = ::fastr::__private::hold(
        ::fastr::__private::Contract::answer_problem(
            __FASTR_STATUSES[1usize],
            __FASTR_BODY_1.statuses,
            "Stored::Created",
        ),
    );
    impl ::fastr::__private::Respond for Stored {
        const STATUSES: ::fastr::__private::Statuses = ::fastr::__private::Statuses::own(
            __FASTR_STATUSES,
        );
        fn respond(
            self,
            __fastr_reply: ::fastr::__private::Reply,
        ) -> ::fastr::__private::Response {
            match self {
                Self::Changed { 0: __fastr_0, .. } => {
                    let __fastr_reply = __fastr_reply
                        .with_status(__FASTR_STATUSES[0usize]);
                    __FASTR_BODY_0.answer(__fastr_0, __fastr_reply)
                }
                Self::Created { item_id: __fastr_item_id, item: __fastr_item, .. } => {
                    let __fastr_reply = __fastr_reply
                        .with_status(__FASTR_STATUSES[1usize])
                        .with_text_headers(
                            &[
                                (
                                    "location",
                                    ::std::fmt::format(
                                        ::core::format_args!(
                                            "/items/{item_id}", item_id = __fastr_item_id
                                        ),
                                    ),
                                ),
                            ],
                        );
                    __FASTR_BODY_1.answer(__fastr_item, __fastr_reply)
                }
                Self::Nothing { .. } => {
                    __fastr_reply.with_status(__FASTR_STATUSES[2usize]).empty()
                }
            }
        }
        fn describe() -> ::std::vec::Vec<::fastr::__private::ResponseDoc> {
            ::fastr::__private::answer_docs(
                &[
                    (
                        __FASTR_BODY_0.describe,
                        |__fastr_doc| {
                            __fastr_doc
                                .with_status(__FASTR_STATUSES[0usize])
                                .described("The item was there and has been changed.")
                                .by("Stored::Changed", ::fastr::__private::Place::here())
                        },
                    ),
                    (
                        __FASTR_BODY_1.describe,
                        |__fastr_doc| {
                            __fastr_doc
                                .with_status(__FASTR_STATUSES[1usize])
                                .described("The item is new")
                                .by("Stored::Created", ::fastr::__private::Place::here())
                                .header("location", "")
                        },
                    ),
                    (
                        ::fastr::__private::no_body,
                        |__fastr_doc| {
                            __fastr_doc
                                .with_status(__FASTR_STATUSES[2usize])
                                .by("Stored::Nothing", ::fastr::__private::Place::here())
                        },
                    ),
                ],
            )
        }
    }
};
