//! Values from the path and the query.

use super::{ask, drive, mistake, ok, refused};

#[test]
fn path_parameters() {
    drive(
        "path_parameters",
        &[
            (ask("GET /rooms/7", ""), ok(r#"{"number":7,"floor":0}"#)),
            (
                ask("GET /rooms/seven", ""),
                refused(&[mistake(
                    "int_parsing",
                    r#"["path","number"]"#,
                    "Input should be a valid integer, unable to parse string as an integer",
                    r#""input":"seven""#,
                )]),
            ),
            (
                ask("GET /rooms/70000", ""),
                refused(&[mistake(
                    "less_than_equal",
                    r#"["path","number"]"#,
                    "Input should be less than or equal to 65535",
                    r#""input":"70000","ctx":{"le":65535}"#,
                )]),
            ),
            (ask("GET /rooms/first", ""), ok(r#"{"number":1,"floor":0}"#)),
            (
                ask("GET /visitors/Zo%C3%AB%20A/greeting", ""),
                ok(r#""Welcome, Zoë A""#),
            ),
            (ask("GET /planets/mars", ""), ok(r#"{"planet":"mars","moons":2}"#)),
            (
                ask("GET /planets/Mars", ""),
                refused(&[mistake(
                    "enum",
                    r#"["path","planet"]"#,
                    "Input should be 'venus', 'mars' or 'saturn'",
                    r#""input":"Mars","ctx":{"expected":"'venus', 'mars' or 'saturn'"}"#,
                )]),
            ),
            (
                ask("GET /drawers/maps/1880/coast.png", ""),
                ok(r#"["maps","1880","coast.png"]"#),
            ),
            (ask("GET /drawers//etc/hosts", ""), ok(r#"["","etc","hosts"]"#)),
            (ask("GET /drawers/", ""), ok(r#"[""]"#)),
        ],
    );
}

#[test]
fn query_parameters() {
    drive(
        "query_parameters",
        &[
            (ask("GET /birds", ""), ok(r#"["wren","robin","heron","crane"]"#)),
            (ask("GET /birds?skip=1&limit=2", ""), ok(r#"["robin","heron"]"#)),
            (
                ask("GET /birds?skip=-1&limit=all", ""),
                refused(&[
                    mistake(
                        "greater_than_equal",
                        r#"["query","skip"]"#,
                        "Input should be greater than or equal to 0",
                        r#""input":"-1","ctx":{"ge":0}"#,
                    ),
                    mistake(
                        "int_parsing",
                        r#"["query","limit"]"#,
                        "Input should be a valid integer, unable to parse string as an integer",
                        r#""input":"all""#,
                    ),
                ]),
            ),
            (
                ask("GET /birds/wren", ""),
                ok(r#"{"name":"wren","ring":null,"song":null}"#),
            ),
            (
                ask("GET /birds/wren?ring=R7&song=yes", ""),
                ok(r#"{"name":"wren","ring":"R7","song":"the song of the wren"}"#),
            ),
            (
                ask("GET /birds/wren?song=perhaps", ""),
                refused(&[mistake(
                    "bool_parsing",
                    r#"["query","song"]"#,
                    "Input should be a valid boolean, unable to interpret input",
                    r#""input":"perhaps""#,
                )]),
            ),
            (
                ask("GET /birds/wren/sightings", ""),
                refused(&[mistake(
                    "missing",
                    r#"["query","place"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (
                ask("GET /birds/wren/sightings?place=pond&from_hour=5&days=3", ""),
                ok(r#"{"name":"wren","place":"pond","from_hour":5,"days":3}"#),
            ),
        ],
    );
}

#[test]
fn query_params_str_validations() {
    drive(
        "query_params_str_validations",
        &[
            (ask("GET /books/", ""), ok(r#""all books""#)),
            (ask("GET /books/?q=sea", ""), ok(r#""sea""#)),
            (
                ask("GET /books/?q=se", ""),
                refused(&[mistake(
                    "string_too_short",
                    r#"["query","q"]"#,
                    "String should have at least 3 characters",
                    r#""input":"se","ctx":{"min_length":3}"#,
                )]),
            ),
            (ask("GET /signatures/?signature=AB123", ""), ok(r#""room AB""#)),
            (
                ask("GET /signatures/?signature=xAB123", ""),
                refused(&[mistake(
                    "string_pattern_mismatch",
                    r#"["query","signature"]"#,
                    "String should match pattern '^[A-Z]{2}[0-9]{3}$'",
                    r#""input":"xAB123","ctx":{"pattern":"^[A-Z]{2}[0-9]{3}$"}"#,
                )]),
            ),
            (
                ask("GET /signatures/", ""),
                refused(&[mistake(
                    "missing",
                    r#"["query","signature"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
            (ask("GET /authors/", ""), ok(r#""anonymous""#)),
            (
                ask("GET /authors/?name=X", ""),
                refused(&[mistake(
                    "string_too_short",
                    r#"["query","name"]"#,
                    "String should have at least 2 characters",
                    r#""input":"X","ctx":{"min_length":2}"#,
                )]),
            ),
            (ask("GET /authors/?name=Ada&writer=Zo", ""), ok(r#""Zo""#)),
            (ask("GET /shelves/", ""), ok(r#"["new"]"#)),
            (
                ask("GET /shelves/?word=sea&word=salt", ""),
                ok(r#"["sea","salt"]"#),
            ),
            (
                ask("GET /shelves/?word=a&word=b&word=c&word=d", ""),
                refused(&[mistake(
                    "too_long",
                    r#"["query","word"]"#,
                    "List should have at most 3 items after validation, not 4",
                    r#""input":["a","b","c","d"],"ctx":{"field_type":"List","max_length":3,"actual_length":4}"#,
                )]),
            ),
            (
                ask("GET /loans/?card-number=AB-1&trace=t", ""),
                ok(r#"["t","AB-1"]"#),
            ),
            (
                ask("GET /loans/?card-number=XY-1", ""),
                refused(&[mistake(
                    "value_error",
                    r#"["query","card-number"]"#,
                    "Value error, a card begins with AB- or CD-",
                    r#""input":"XY-1","ctx":{"error":{}}"#,
                )]),
            ),
            (
                ask("GET /loans/?card=AB-1", ""),
                refused(&[mistake(
                    "missing",
                    r#"["query","card-number"]"#,
                    "Field required",
                    r#""input":null"#,
                )]),
            ),
        ],
    );
}

#[test]
fn path_params_numeric_validations() {
    drive(
        "path_params_numeric_validations",
        &[
            (
                ask("GET /seats/12?zoom=2.5", ""),
                ok(r#"{"seat":12,"zoom":2.5,"from":null}"#),
            ),
            (
                ask("GET /seats/0?zoom=11", ""),
                refused(&[
                    mistake(
                        "greater_than_equal",
                        r#"["path","seat"]"#,
                        "Input should be greater than or equal to 1",
                        r#""input":"0","ctx":{"ge":1}"#,
                    ),
                    mistake(
                        "less_than",
                        r#"["query","zoom"]"#,
                        "Input should be less than 10.5",
                        r#""input":"11","ctx":{"lt":10.5}"#,
                    ),
                ]),
            ),
            (
                ask("GET /seats/1000?zoom=10.4&from=left", ""),
                ok(r#"{"seat":1000,"zoom":10.4,"from":"left"}"#),
            ),
            (
                ask("GET /seats/1001?zoom=0", ""),
                refused(&[
                    mistake(
                        "less_than_equal",
                        r#"["path","seat"]"#,
                        "Input should be less than or equal to 1000",
                        r#""input":"1001","ctx":{"le":1000}"#,
                    ),
                    mistake(
                        "greater_than",
                        r#"["query","zoom"]"#,
                        "Input should be greater than 0",
                        r#""input":"0","ctx":{"gt":0.0}"#,
                    ),
                ]),
            ),
            (ask("GET /rows/4/seats", ""), ok("[400,405,410,415]")),
            (
                ask("GET /rows/31/seats?step=7", ""),
                refused(&[
                    mistake(
                        "less_than",
                        r#"["path","row"]"#,
                        "Input should be less than 31",
                        r#""input":"31","ctx":{"lt":31}"#,
                    ),
                    mistake(
                        "multiple_of",
                        r#"["query","step"]"#,
                        "Input should be a multiple of 5",
                        r#""input":"7","ctx":{"multiple_of":5}"#,
                    ),
                ]),
            ),
            (ask("GET /heating/-5.5?shift=-2", ""), ok("-7.5")),
            (
                ask("GET /heating/-5.6?shift=3", ""),
                refused(&[
                    mistake(
                        "greater_than_equal",
                        r#"["path","degrees"]"#,
                        "Input should be greater than or equal to -5.5",
                        r#""input":"-5.6","ctx":{"ge":-5.5}"#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["query","shift"]"#,
                        "Input should be less than or equal to 2",
                        r#""input":"3","ctx":{"le":2}"#,
                    ),
                ]),
            ),
        ],
    );
}

#[test]
fn query_param_models() {
    drive(
        "query_param_models",
        &[
            (
                ask("GET /photos/", ""),
                ok(r#"{"limit":100,"offset":0,"order_by":"taken","tags":[],"camera-name":null}"#),
            ),
            (
                ask(
                    "GET /photos/?limit=5&order_by=size&tags=sea&tags=sun&camera-name=Leica",
                    "",
                ),
                ok(r#"{"limit":5,"offset":0,"order_by":"size","tags":["sea","sun"],"camera-name":"Leica"}"#),
            ),
            (
                ask("GET /photos/?limit=0&offset=-1&order_by=name", ""),
                refused(&[
                    mistake(
                        "greater_than",
                        r#"["query","limit"]"#,
                        "Input should be greater than 0",
                        r#""input":"0","ctx":{"gt":0}"#,
                    ),
                    mistake(
                        "greater_than_equal",
                        r#"["query","offset"]"#,
                        "Input should be greater than or equal to 0",
                        r#""input":"-1","ctx":{"ge":0}"#,
                    ),
                    mistake(
                        "enum",
                        r#"["query","order_by"]"#,
                        "Input should be 'taken' or 'size'",
                        r#""input":"name","ctx":{"expected":"'taken' or 'size'"}"#,
                    ),
                ]),
            ),
            (
                ask("GET /photos/?unknown=1&offset=3", ""),
                ok(r#"{"limit":100,"offset":3,"order_by":"taken","tags":[],"camera-name":null}"#),
            ),
            (
                ask("GET /albums/?title=Sea", ""),
                ok(r#"{"title":"Sea","limit":10}"#),
            ),
            (
                ask("GET /albums/?title=Se&limit=51&colour=red", ""),
                refused(&[
                    mistake(
                        "string_too_short",
                        r#"["query","title"]"#,
                        "String should have at least 3 characters",
                        r#""input":"Se","ctx":{"min_length":3}"#,
                    ),
                    mistake(
                        "less_than_equal",
                        r#"["query","limit"]"#,
                        "Input should be less than or equal to 50",
                        r#""input":"51","ctx":{"le":50}"#,
                    ),
                    mistake(
                        "extra_forbidden",
                        r#"["query","colour"]"#,
                        "Extra inputs are not permitted",
                        r#""input":"red""#,
                    ),
                ]),
            ),
        ],
    );
}
