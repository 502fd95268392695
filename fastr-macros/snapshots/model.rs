#[allow(unused_imports, reason = "not every model has a field that needs it")]
use ::fastr::__private::NotAModel as _;
#[derive(::fastr::__private::serde::Serialize, ::fastr::__private::serde::Deserialize)]
#[serde(crate = "::fastr::__private::serde", remote = "Item")]
/// Something on sale.
struct Item {
    name: String,
    #[serde(default = "Item::__fastr_default_tags")]
    tags: Vec<String>,
    #[serde(
        serialize_with = "<::fastr::__private::Probe<Option < Maker >>>::serialize",
        deserialize_with = "<::fastr::__private::Probe<Option < Maker >>>::deserialize",
        default
    )]
    maker: Option<Maker>,
}
const _: () = {
    impl ::fastr::__private::serde::Serialize for Item {
        fn serialize<S: ::fastr::__private::serde::Serializer>(
            &self,
            __fastr_serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            Self::serialize(self, __fastr_serializer)
        }
    }
    impl<'de> ::fastr::__private::serde::Deserialize<'de> for Item {
        fn deserialize<D: ::fastr::__private::serde::Deserializer<'de>>(
            __fastr_deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            Self::deserialize(::fastr::__private::Only(__fastr_deserializer))
        }
    }
    impl Item {
        #[allow(non_snake_case, reason = "the name holds that of a variant")]
        fn __fastr_default_tags() -> Vec<String> {
            <Vec<String> as ::core::default::Default>::default()
        }
        const __FASTR_FIELDS: &'static [::fastr::__private::Field] = &[
            ::fastr::__private::Field {
                name: "name",
                shape: <String as ::fastr::__private::Schema>::shape,
                doc: "",
                required: true,
                always_sent: true,
                default: ::core::option::Option::None,
                constraints: ::fastr::__private::Constraints {
                    min_length: ::core::option::Option::Some(1),
                    max_length: ::core::option::Option::Some(50),
                    ..::fastr::__private::Constraints::NONE
                },
                rule: ::core::option::Option::None,
                flatten: false,
                title: "",
                examples: ::core::option::Option::None,
                deprecated: false,
            },
            ::fastr::__private::Field {
                name: "tags",
                shape: <Vec<String> as ::fastr::__private::Schema>::shape,
                doc: "",
                required: false,
                always_sent: true,
                default: ::core::option::Option::Some(|| ::fastr::__private::to_value(
                    &Self::__fastr_default_tags(),
                )),
                constraints: ::fastr::__private::Constraints::NONE,
                rule: ::core::option::Option::None,
                flatten: false,
                title: "",
                examples: ::core::option::Option::None,
                deprecated: false,
            },
            ::fastr::__private::Field {
                name: "maker",
                shape: <Option<Maker> as ::fastr::__private::Schema>::shape,
                doc: "",
                required: false,
                always_sent: true,
                default: ::core::option::Option::None,
                constraints: ::fastr::__private::Constraints::NONE,
                rule: ::core::option::Option::None,
                flatten: false,
                title: "",
                examples: ::core::option::Option::None,
                deprecated: false,
            },
        ];
    }
    impl ::fastr::__private::Schema for Item {
        fn shape() -> ::fastr::__private::Shape {
            ::fastr::__private::Shape::Object(const {
                &::fastr::__private::Object {
                    name: ::fastr::__private::TypeName::of::<Self>("Item"),
                    doc: "Something on sale.",
                    fields: Self::__FASTR_FIELDS,
                    closed: false,
                    rule: ::core::option::Option::None,
                    examples: ::core::option::Option::None,
                }
            })
        }
        fn is_valid(&self) -> bool {
            <::fastr::__private::Probe<
                String,
            >>::keeps(&self.name, &Self::__FASTR_FIELDS[0usize].constraints)
                && <::fastr::__private::Probe<Option<Maker>>>::is_valid(&self.maker)
        }
    }
    impl ::fastr::__private::FromText for Item {
        const REQUIRED: bool = false;
        const SHAPE: ::fastr::__private::ShapeOf = <Self as ::fastr::__private::Schema>::shape;
        fn read(
            __fastr_texts: &::fastr::__private::Texts<'_>,
            __fastr_parameter: &::fastr::__private::Parameter,
            __fastr_errors: &mut ::std::vec::Vec<::fastr::__private::ValidationError>,
        ) -> ::fastr::__private::Found<Self> {
            ::fastr::__private::read_model(
                __fastr_texts,
                __fastr_parameter,
                __fastr_errors,
            )
        }
    }
    impl ::fastr::__private::Argument for Item {
        const SOURCE: ::fastr::__private::Source = ::fastr::__private::Source::Body;
        const BODY: ::fastr::__private::BodyUse = ::fastr::__private::BodyUse::Json;
        const STATUSES: ::fastr::__private::StatusSet = ::fastr::__private::JSON_STATUSES;
        const SHAPE: ::core::option::Option<::fastr::__private::ShapeOf> = ::core::option::Option::Some(
            <Self as ::fastr::__private::Schema>::shape,
        );
        fn find(
            __fastr_call: &mut ::fastr::__private::Call,
            __fastr_parameter: &::fastr::__private::Parameter,
        ) -> ::fastr::__private::Found<Self> {
            ::fastr::__private::find_json(__fastr_call, __fastr_parameter)
        }
    }
    impl ::fastr::__private::Respond for Item {
        const STATUSES: ::fastr::__private::Statuses = ::fastr::__private::Statuses::BODY;
        fn respond(
            self,
            __fastr_reply: ::fastr::__private::Reply,
        ) -> ::fastr::__private::Response {
            __fastr_reply.json(&self)
        }
        fn describe() -> ::std::vec::Vec<::fastr::__private::ResponseDoc> {
            ::fastr::__private::describe_json::<Self>()
        }
    }
};
