//! Where fastr answers otherwise than FastAPI, and why.

/// Rows that are answered otherwise, for one reason.
pub struct Difference {
    /// Why they are.
    pub reason: &'static str,
    /// Their ids. A `*` at the end stands for any end.
    pub rows: &'static [&'static str],
}

/// Whether an id is one of those that are meant.
pub fn names(pattern: &str, id: &str) -> bool {
    pattern
        .strip_suffix('*')
        .map_or(id == pattern, |beginning| id.starts_with(beginning))
}

/// The reason of the rows that the recording marks as lax.
pub const STRICT: &str = "strict: a JSON value of another type is refused, and not converted";

/// All of them. What is not in the mirror is named first: those rows have no operation to ask.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "not in this mirror: dates, times, numbers of any size, and texts of a certain form",
        rows: &[
            "path_users-two-params*",
            "path_uuid-*",
            "path_date-*",
            "path_datetime-*",
            "path_time-*",
            "path_timedelta-*",
            "path_decimal-*",
            "path_ipv4-*",
            "query_uuid-*",
            "query_date-*",
            "query_datetime-*",
            "query_time-*",
            "query_timedelta-*",
            "query_decimal-*",
            "query_url-*",
            "query_httpurl-*",
            "query_email-*",
            "query_ip-*",
            "query_ipv4-*",
            "query_ipv6-*",
            "query_optional-uuid-*",
            "query_optional-datetime-*",
            "body_uuid-*",
            "body_date-*",
            "body_datetime-*",
            "body_time-*",
            "body_timedelta-*",
            "body_decimal-*",
            "body_url-*",
            "body_httpurl-*",
            "body_email-*",
            "body_ip-*",
            "body_ipv4-*",
            "body_ipv6-*",
            "body_base64-*",
            "schedule_*",
            // The mirror has a plain text where these have a `Decimal` or an `HttpUrl`.
            "bounds_amount-2",
            "bounds_amount-3",
            "bounds_amount-5",
            "bounds_amount-6",
            "bounds_amount-7",
            "bounds_amount-8",
            "bounds_amount-9",
            "bounds_amount-10",
            "bounds_all-wrong",
            "nested_offer-deep-url",
            "nested_offer-deep-many",
            "nested_images-*",
        ],
    },
    Difference {
        reason: "not in this mirror: enums of numbers, tuples, maps with numbers as keys, unions",
        rows: &[
            "path_level-*",
            "query_level-*",
            "body_level-*",
            "body_tuple-*",
            "body_dict-int-float-*",
            "top_dict-int-float-*",
            "body_int-or-str-*",
            "body_float-or-bool-*",
            "union_*",
        ],
    },
    Difference {
        reason: "not in this mirror: rules of one's own, and updates that tell `null` from absence",
        rows: &["validators_*", "updates_patch-null", "updates_patch-wrong"],
    },
    Difference {
        reason: "not in this mirror: files",
        rows: &["upload_*"],
    },
    Difference {
        reason: "a file in the place of a text is shown by its name; FastAPI shows Python's words for its own object",
        rows: &["form_login-multipart-file-for-text"],
    },
    Difference {
        reason: "a slash that is percent-encoded is part of the text, and separates nothing (RFC 3986, section 2.2)",
        rows: &["path_str-encoded-slash"],
    },
    Difference {
        reason: "the greatest integer has 128 bits",
        rows: &["query_int-huge"],
    },
    Difference {
        reason: "a closed set of names is an enum, and its mistakes are called `enum`; there is no `Literal`",
        rows: &[
            "path_literal-unknown",
            "query_literal-unknown",
            "query_literal-upper",
            "query_literal-empty",
            "query_model-literal",
            "query_model-all-wrong",
            "body_literal-upper",
            "body_literal-given-*",
        ],
    },
    Difference {
        reason: "an `Option` may be absent in a model, too",
        rows: &["body_optional-int-missing"],
    },
    Difference {
        reason: "strict: a text or a fraction in JSON is no integer, whatever its size",
        rows: &["body_u8-text-too-high", "body_int-whole-fraction-bigger"],
    },
    Difference {
        reason: "a key that is there twice is refused, since two readers may read it differently",
        rows: &["items_duplicate-key"],
    },
    Difference {
        reason: "malformed JSON does not hide what is wrong elsewhere in the request",
        rows: &[
            "items_put-path-wrong-body-malformed",
            "everything_body-malformed-others-wrong",
        ],
    },
    Difference {
        reason: "NaN, Infinity, lone surrogates and numbers beyond f64 are no JSON; FastAPI takes them and fails with 500 or 400",
        rows: &[
            "items_price-nan",
            "items_price-infinity",
            "items_price-overflow*",
            "items_lone-surrogate",
            "json_top-nan",
            "body_int-nan",
            "body_str-nan",
            "body_int-overflow",
            "body_int-huge-5000-digits",
        ],
    },
    Difference {
        reason: "JSON is UTF-8 without a byte order mark (RFC 8259, section 8.1); all else is 422 at its place, and not 400",
        rows: &[
            "items_bom",
            "json_invalid-utf8",
            "json_invalid-utf8-cut",
            "json_latin-1",
        ],
    },
    Difference {
        reason: "JSON is read to a depth of 127, and what is deeper is 422 at its place, and not 400",
        rows: &[
            "json_deep-lists-2000",
            "json_deep-lists-2000-unclosed",
            "json_deep-tree-200",
            "json_deep-tree-300",
            "json_deep-tree-2000",
        ],
    },
    Difference {
        reason: "a content type that the operation does not read is 415",
        rows: &[
            "content-type_none",
            "content-type_text-*",
            "content-type_octet-stream",
            "content-type_json-lines",
            "content-type_xml",
            "content-type_form",
            "content-type_multipart",
            "content-type_empty",
            "content-type_nonsense",
            "content-type_any",
            "everything_content-type-wrong-others-wrong",
            "form_login-type-json*",
            "form_login-type-text",
            "form_login-type-none",
            "form_model-type-json",
        ],
    },
    Difference {
        reason: "a form is UTF-8, also where it is not percent-encoded (WHATWG URL)",
        rows: &["form_login-raw-utf8"],
    },
    Difference {
        reason: "`allow` lists every method that is answered, HEAD and OPTIONS as well (RFC 9110, section 10.2.1)",
        rows: &["routing_405-*", "routing_made-up-method"],
    },
    Difference {
        reason: "HEAD is derived from GET, and OPTIONS from the table of routes",
        rows: &["routing_head-on-get", "routing_options-on-get"],
    },
    Difference {
        reason: "204 has no body, and so no content type",
        rows: &["routing_delete-several"],
    },
    Difference {
        reason: "a redirect does not repeat what the client called the host",
        rows: &[
            "routing_slash-added*",
            "routing_slash-removed",
            "routing_slash-post",
            "routing_slash-param",
            "routing_slash-405-candidate",
        ],
    },
    Difference {
        reason: "a failure is JSON, as every other error",
        rows: &["routing_fails"],
    },
];
