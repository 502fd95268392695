/// Something on sale.
struct Item {
    name: String,
    tags: Vec<String>,
    maker: Option<Maker>,
}
const _: () = {
    impl ::fastr::__private::serde::Serialize for Item {
        fn serialize<__S: ::fastr::__private::serde::Serializer>(
            &self,
            __fastr_serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            let mut __fastr_fields = ::fastr::__private::write_object(
                __fastr_serializer,
                "Item",
                3usize,
            );
            __fastr_fields.field("name", &self.name);
            __fastr_fields.field("tags", &self.tags);
            <::fastr::__private::Probe<
                Option<Maker>,
            >>::write(&self.maker, "maker", &mut __fastr_fields);
            __fastr_fields.end()
        }
    }
    impl<'de> ::fastr::__private::serde::Deserialize<'de> for Item {
        fn deserialize<__D: ::fastr::__private::serde::Deserializer<'de>>(
            __fastr_deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            ::fastr::__private::read_object(
                __fastr_deserializer,
                &::fastr::__private::Keys {
                    model: "Item",
                    names: &["name", "tags", "maker"],
                    closed: false,
                },
            )
        }
    }
    impl ::fastr::__private::FromEntries for Item {
        fn from_entries<'de, __A: ::fastr::__private::serde::de::MapAccess<'de>>(
            mut __fastr_entries: ::fastr::__private::Entries<__A>,
        ) -> ::core::result::Result<Self, __A::Error> {
            let mut __fastr_0 = ::core::option::Option::None;
            let mut __fastr_1 = ::core::option::Option::None;
            let mut __fastr_2 = ::core::option::Option::None;
            loop {
                match __fastr_entries.next()? {
                    0usize => __fastr_entries.read(&mut __fastr_0, "name"),
                    1usize => __fastr_entries.read(&mut __fastr_1, "tags"),
                    2usize => {
                        <::fastr::__private::Probe<
                            Option<Maker>,
                        >>::read(&mut __fastr_2, "maker", &mut __fastr_entries)
                    }
                    ::fastr::__private::END => break,
                    _ => __fastr_entries.skip(),
                }?;
            }
            ::core::result::Result::Ok(Self {
                name: __fastr_entries.required(__fastr_0, "name")?,
                tags: __fastr_1.unwrap_or_else(Self::__fastr_default_tags),
                maker: ::core::option::Option::unwrap_or_default(__fastr_2),
            })
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
