/// Something on sale.
struct Item {
    name: String,
    tags: Vec<String>,
    maker: Option<Maker>,
}
const _: () = {
    use ::fastr::__private as __fastr;
    #[allow(unused_imports, reason = "it is for a field that is no model")]
    use __fastr::NotAModel as _;
    impl __fastr::serde::Serialize for Item {
        fn serialize<__S: __fastr::serde::Serializer>(
            &self,
            __fastr_serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            let mut __fastr_fields = __fastr::write_object(
                __fastr_serializer,
                "Item",
                3usize,
            );
            __fastr_fields.field("name", &self.name);
            __fastr_fields.field("tags", &self.tags);
            <__fastr::Probe<
                Option<Maker>,
            >>::write(&self.maker, "maker", &mut __fastr_fields);
            __fastr_fields.end()
        }
    }
    impl<'de> __fastr::serde::Deserialize<'de> for Item {
        fn deserialize<__D: __fastr::serde::Deserializer<'de>>(
            __fastr_deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __fastr::read_object(
                __fastr_deserializer,
                &__fastr::Keys {
                    model: "Item",
                    names: &["name", "tags", "maker"],
                    closed: false,
                },
            )
        }
    }
    impl __fastr::FromEntries for Item {
        fn from_entries<'de, __A: __fastr::serde::de::MapAccess<'de>>(
            mut __fastr_entries: __fastr::Entries<__A, __A::Error>,
        ) -> ::core::result::Result<Self, __A::Error> {
            let mut __fastr_0 = ::core::option::Option::None;
            let mut __fastr_1 = ::core::option::Option::None;
            let mut __fastr_2 = ::core::option::Option::None;
            loop {
                match __fastr_entries.next_place() {
                    0usize => __fastr_entries.read(&mut __fastr_0, "name"),
                    1usize => __fastr_entries.read(&mut __fastr_1, "tags"),
                    2usize => {
                        <__fastr::Probe<
                            Option<Maker>,
                        >>::read(&mut __fastr_2, "maker", &mut __fastr_entries)
                    }
                    __fastr::END => break,
                    _ => __fastr_entries.skip(),
                }
            }
            let ::core::option::Option::Some(__fastr_0) = __fastr_0 else {
                return __fastr_entries.missing("name");
            };
            __fastr_entries
                .made(Self {
                    name: __fastr_0,
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
        const __FASTR_FIELDS: &'static [__fastr::Field] = &[
            __fastr::Field::new("name", <String as __fastr::Schema>::shape)
                .constraints(__fastr::Constraints {
                    min_length: ::core::option::Option::Some(1),
                    max_length: ::core::option::Option::Some(50),
                    ..__fastr::Constraints::NONE
                }),
            __fastr::Field::new("tags", <Vec<String> as __fastr::Schema>::shape)
                .optional()
                .default(|| __fastr::to_value(&Self::__fastr_default_tags())),
            __fastr::Field::new("maker", <Option<Maker> as __fastr::Schema>::shape)
                .optional(),
        ];
    }
    impl __fastr::Schema for Item {
        fn shape() -> __fastr::Shape {
            __fastr::Shape::Object(const {
                &__fastr::Object {
                    name: __fastr::TypeName::of::<Self>("Item"),
                    doc: "Something on sale.",
                    fields: Self::__FASTR_FIELDS,
                    closed: false,
                    rule: ::core::option::Option::None,
                    examples: ::core::option::Option::None,
                }
            })
        }
        fn is_valid(&self) -> bool {
            <__fastr::Probe<
                String,
            >>::keeps(&self.name, &Self::__FASTR_FIELDS[0usize].constraints)
                && <__fastr::Probe<Option<Maker>>>::is_valid(&self.maker)
        }
    }
    impl __fastr::FromText for Item {
        const REQUIRED: bool = false;
        const SHAPE: __fastr::ShapeOf = <Self as __fastr::Schema>::shape;
        fn read(
            __fastr_texts: &__fastr::Texts<'_>,
            __fastr_parameter: &__fastr::Parameter,
            __fastr_errors: &mut ::std::vec::Vec<__fastr::ValidationError>,
        ) -> __fastr::Found<Self> {
            __fastr::read_model(__fastr_texts, __fastr_parameter, __fastr_errors)
        }
    }
    impl __fastr::Argument for Item {
        const SOURCE: __fastr::Source = __fastr::Source::Body;
        const BODY: __fastr::BodyUse = __fastr::BodyUse::Json;
        const STATUSES: __fastr::StatusSet = __fastr::JSON_STATUSES;
        const SHAPE: ::core::option::Option<__fastr::ShapeOf> = ::core::option::Option::Some(
            <Self as __fastr::Schema>::shape,
        );
        fn find(
            __fastr_call: &mut __fastr::Call,
            __fastr_parameter: &__fastr::Parameter,
        ) -> __fastr::Found<Self> {
            __fastr::find_json(__fastr_call, __fastr_parameter)
        }
    }
    impl __fastr::Respond for Item {
        const STATUSES: __fastr::Statuses = __fastr::Statuses::BODY;
        fn respond(self, __fastr_reply: __fastr::Reply) -> __fastr::Response {
            __fastr_reply.json(&self)
        }
        fn describe() -> ::std::vec::Vec<__fastr::ResponseDoc> {
            __fastr::describe_json::<Self>()
        }
    }
};
