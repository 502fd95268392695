//! The same operations in each framework.
//!
//! Each is a POST with a parameter in the path, two in the query and a JSON body, and has types of its own for what it
//! takes and what it answers. They are documented where the framework documents.

use std::fmt::Write;

/// How many operations stand in one module.
const IN_A_MODULE: usize = 10;

/// A framework, and how a program of it is written.
pub struct Framework {
    /// Its name, which is that of the folder too.
    pub name: &'static str,
    /// What its program depends on; `{fastr}` stands for the folder of fastr.
    pub dependencies: &'static str,
    /// What every module of operations begins with.
    head: &'static str,
    operation: fn(usize) -> String,
    /// What stands around the operations of a module, which have this number.
    module: fn(usize, &str) -> String,
    main: fn(usize) -> String,
}

/// All of them.
pub const FRAMEWORKS: [Framework; 3] = [
    Framework {
        name: "fastr",
        dependencies: "fastr = { path = \"{fastr}\" }\n",
        head: "use fastr::{model, post};\n",
        operation: fastr,
        module: |_, operations| operations.to_owned(),
        main: |_| "fn main() -> fastr::Result {\n    fastr::App::new().run()\n}\n".to_owned(),
    },
    Framework {
        name: "axum",
        dependencies: "axum = \"0.8\"\nserde = { version = \"1\", features = [\"derive\"] }\n\
                       tokio = { version = \"1\", features = [\"rt-multi-thread\", \"net\", \"macros\"] }\n",
        head: "use axum::Json;\nuse axum::extract::{Path, Query};\nuse serde::{Deserialize, Serialize};\n",
        operation: axum,
        module: |_, operations| operations.to_owned(),
        main: axum_main,
    },
    Framework {
        name: "poem-openapi",
        dependencies: "poem = \"3\"\npoem-openapi = { version = \"5\", features = [\"swagger-ui\"] }\n\
                       tokio = { version = \"1\", features = [\"rt-multi-thread\", \"net\", \"macros\"] }\n",
        head: "use poem_openapi::param::{Path, Query};\nuse poem_openapi::payload::Json;\n\
               use poem_openapi::{Object, OpenApi};\n",
        operation: poem_openapi,
        module: poem_openapi_module,
        main: poem_openapi_main,
    },
];

impl Framework {
    /// The files of a program with so many operations, each with its name.
    pub fn files(&self, operations: usize) -> Vec<(String, String)> {
        let modules = operations.div_ceil(IN_A_MODULE);
        let mut files: Vec<_> = (0..modules)
            .map(|module| {
                let inside = module * IN_A_MODULE..operations.min((module + 1) * IN_A_MODULE);
                let inside: String = inside.map(self.operation).collect();
                let text = format!("{}{}", self.head, (self.module)(module, &inside));
                (format!("m{module}.rs"), text)
            })
            .collect();
        let mut root = String::new();
        for module in 0..modules {
            let _ = writeln!(root, "mod m{module};");
        }
        root.push_str(&(self.main)(operations));
        files.push(("main.rs".to_owned(), root));
        files
    }
}

/// What an operation does, the same everywhere. `1.0` is replaced by another number for each rebuild.
const BODY: &str = "        let factor = if verbose.unwrap_or(false) { 2.0 } else { 1.0 };
        let mut tags = item.tags;
        tags.extend(item.note);
";

fn types(number: usize, taken: &str, answered: &str) -> String {
    format!(
        "
{taken}
pub struct In{number} {{
    pub name: String,
    pub price: f64,
    pub tags: Vec<String>,
    pub note: Option<String>,
}}

{answered}
pub struct Out{number} {{
    pub id: u64,
    pub page: u32,
    pub name: String,
    pub total: f64,
    pub tags: Vec<String>,
}}
"
    )
}

fn answer(number: usize) -> String {
    format!("Out{number} {{ id, page, name: item.name, total: item.price * factor, tags }}")
}

fn fastr(number: usize) -> String {
    let types = types(number, "#[model]", "#[model]");
    let answer = answer(number);
    format!(
        "{types}
/// Operation {number}.
#[post(\"/r{number}/{{id}}\")]
pub async fn h{number}(id: u64, page: u32, verbose: Option<bool>, item: In{number}) -> Out{number} {{
{BODY}        {answer}
}}
"
    )
}

fn axum(number: usize) -> String {
    let types = types(number, "#[derive(Deserialize)]", "#[derive(Serialize)]");
    let answer = answer(number);
    format!(
        "{types}
#[derive(Deserialize)]
pub struct Query{number} {{
    pub page: u32,
    pub verbose: Option<bool>,
}}

pub async fn h{number}(
    Path(id): Path<u64>,
    Query(Query{number} {{ page, verbose }}): Query<Query{number}>,
    Json(item): Json<In{number}>,
) -> Json<Out{number}> {{
{BODY}        Json({answer})
}}
"
    )
}

fn axum_main(operations: usize) -> String {
    let mut routes = String::new();
    for number in 0..operations {
        let module = number / IN_A_MODULE;
        let _ = writeln!(
            routes,
            "        .route(\"/r{number}/{{id}}\", post(m{module}::h{number}))"
        );
    }
    format!(
        "
use axum::routing::post;

#[tokio::main]
async fn main() {{
    let app = axum::Router::new()
{routes}        ;
    let listener = tokio::net::TcpListener::bind(\"127.0.0.1:8000\").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}}
"
    )
}

fn poem_openapi(number: usize) -> String {
    let answer = answer(number);
    format!(
        "
    /// Operation {number}.
    #[oai(path = \"/r{number}/:id\", method = \"post\")]
    async fn h{number}(
        &self,
        Path(id): Path<u64>,
        Query(page): Query<u32>,
        Query(verbose): Query<Option<bool>>,
        Json(item): Json<In{number}>,
    ) -> Json<Out{number}> {{
{BODY}        Json({answer})
    }}
"
    )
}

fn poem_openapi_module(module: usize, operations: &str) -> String {
    let count = operations.matches("#[oai(").count();
    let numbers = module * IN_A_MODULE..module * IN_A_MODULE + count;
    let types: String = numbers
        .map(|number| types(number, "#[derive(Object)]", "#[derive(Object)]"))
        .collect();
    format!("{types}\npub struct Api;\n\n#[OpenApi]\nimpl Api {{{operations}}}\n")
}

fn poem_openapi_main(operations: usize) -> String {
    let apis: Vec<_> = (0..operations.div_ceil(IN_A_MODULE))
        .map(|module| format!("m{module}::Api"))
        .collect();
    let apis = apis.join(", ");
    format!(
        "
use poem::listener::TcpListener;
use poem_openapi::OpenApiService;

#[tokio::main]
async fn main() -> std::io::Result<()> {{
    let service = OpenApiService::new(({apis},), \"bench\", \"1.0\");
    let docs = service.swagger_ui();
    let routes = poem::Route::new().nest(\"/\", service).nest(\"/docs\", docs);
    poem::Server::new(TcpListener::bind(\"127.0.0.1:8000\")).run(routes).await
}}
"
    )
}
