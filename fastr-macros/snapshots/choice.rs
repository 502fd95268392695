/// What it looks like.
enum Color {
    Red,
    Blue,
}
const _: () = {
    use ::fastr::__private as __fastr;
    impl __fastr::serde::Serialize for Color {
        fn serialize<__S: __fastr::serde::Serializer>(
            &self,
            __fastr_serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            let (__fastr_index, __fastr_text) = match self {
                Self::Red => (0u32, "red"),
                Self::Blue => (1u32, "blue"),
            };
            __fastr_serializer
                .serialize_unit_variant("Color", __fastr_index, __fastr_text)
        }
    }
    impl<'de> __fastr::serde::Deserialize<'de> for Color {
        fn deserialize<__D: __fastr::serde::Deserializer<'de>>(
            __fastr_deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __fastr::read_choice(__fastr_deserializer, "Color", &["red", "blue"])
        }
    }
    impl __fastr::Schema for Color {
        fn shape() -> __fastr::Shape {
            __fastr::Shape::Choice(const {
                &__fastr::Choice {
                    name: __fastr::TypeName::of::<Self>("Color"),
                    doc: "What it looks like.",
                    names: &["red", "blue"],
                    examples: ::core::option::Option::None,
                }
            })
        }
    }
    impl __fastr::Scalar for Color {
        fn parse(__fastr_text: &str) -> ::core::option::Option<Self> {
            match __fastr_text {
                "red" => ::core::option::Option::Some(Self::Red),
                "blue" => ::core::option::Option::Some(Self::Blue),
                _ => ::core::option::Option::None,
            }
        }
    }
    impl __fastr::Argument for Color {
        const SOURCE: __fastr::Source = __fastr::Source::Query;
        const BODY: __fastr::BodyUse = __fastr::BodyUse::Unread;
        const STATUSES: __fastr::StatusSet = __fastr::TEXT_STATUSES;
        const SHAPE: ::core::option::Option<__fastr::ShapeOf> = ::core::option::Option::Some(
            <Self as __fastr::Schema>::shape,
        );
        fn find(
            __fastr_call: &mut __fastr::Call,
            __fastr_parameter: &__fastr::Parameter,
        ) -> __fastr::Found<Self> {
            __fastr::find_text(__fastr_call, __fastr_parameter)
        }
    }
    impl __fastr::Respond for Color {
        const STATUSES: __fastr::Statuses = __fastr::Statuses::BODY;
        fn respond(self, __fastr_reply: __fastr::Reply) -> __fastr::Response {
            __fastr_reply.json(&self)
        }
        fn describe() -> ::std::vec::Vec<__fastr::ResponseDoc> {
            __fastr::describe_json::<Self>()
        }
    }
};
