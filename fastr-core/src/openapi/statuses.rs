//! `/docs/statuses`: every operation against every status that it can send, and who sends it; and the close codes of every
//! WebSocket. No script.

use std::collections::BTreeSet;
use std::fmt::{Display, Write};

use fastr_status::{StatusSet, close_reason, reason_phrase};

use super::page::{Asset, escaped, html};
use super::socket::shown;
use crate::request::ErrorStyle;
use crate::route::{Operation, Socket, template};

/// The page. Its files are in `folder`, and the operations can be tried out at `docs`.
pub fn page(
    title: &str,
    (operations, sockets): (&[&'static Operation], &[&'static Socket]),
    style: ErrorStyle,
    (docs, folder): (&str, &str),
) -> String {
    let operations = operations
        .iter()
        .filter(|operation| operation.documentation.include_in_schema)
        .flat_map(|operation| {
            let methods = operation.methods.iter();
            methods.map(|method| row(operation, method.name(), style))
        });
    let sockets = shown(sockets).map(|socket| Row {
        closes: close_codes(socket),
        ..row(socket.operation, "WS", style)
    });
    let shown: Vec<Row> = operations.chain(sockets).collect();
    let (folder, docs) = (escaped(folder), escaped(docs));
    let head = format!(
        "<link rel=\"icon\" type=\"image/png\" href=\"{folder}/favicon-32x32.png\">\n\
         <link rel=\"stylesheet\" href=\"{folder}/statuses.css\">\n"
    );
    let mut body = format!("<h1>{}</h1>\n", escaped(title));
    // Writing to a text does not fail.
    let _ = writeln!(
        body,
        "<p>{} operations, and every status that they can answer with. What is not here is never sent. \
         <a href=\"{docs}\">Try them out</a></p>",
        shown.len()
    );
    body.push_str(&table(&shown));
    body.push_str(&details(&shown));
    body.push_str(BESIDES);
    html(title, &head, &body)
}

/// What is served beside the page.
pub fn assets() -> Vec<Asset> {
    vec![Asset::style("statuses.css", STYLE)]
}

/// A method of an operation.
struct Row {
    operation: &'static Operation,
    method: &'static str,
    path: String,
    statuses: StatusSet,
    ranges: Vec<String>,
    /// Each status with those who send it.
    causes: Vec<(u16, Vec<(String, String)>)>,
    /// The same of the close codes of a WebSocket.
    closes: Vec<(u16, Vec<(String, String)>)>,
}

impl Row {
    /// Where the details of a status are on the page.
    fn anchor(&self, status: impl Display) -> String {
        escaped(&format!("{}{}-{status}", self.method, self.path))
    }
}

fn row(operation: &'static Operation, method: &'static str, style: ErrorStyle) -> Row {
    let statuses = operation.all_statuses(style);
    let all = operation.all_causes(style);
    let causes: Vec<_> = statuses
        .iter()
        .map(|status| {
            let of_status = all.iter().filter(|cause| cause.statuses.contains(status));
            let said = of_status.map(|cause| (cause.who.clone(), cause.place.to_string()));
            (status, said.collect::<Vec<_>>())
        })
        .collect();
    Row {
        operation,
        method,
        path: template(operation.path),
        statuses,
        ranges: operation.contract.ranges(),
        causes,
        closes: Vec::new(),
    }
}

fn close_codes(socket: &Socket) -> Vec<(u16, Vec<(String, String)>)> {
    let causes = socket.close_causes();
    let of = |code| {
        let of_code = causes.iter().filter(move |cause| cause.code == code);
        let said = of_code.map(|cause| {
            let place = cause.place.map(|place| place.to_string());
            (cause.who.clone(), place.unwrap_or_default())
        });
        (code, said.collect())
    };
    socket.codes().iter().map(of).collect()
}

fn table(rows: &[Row]) -> String {
    let columns = rows
        .iter()
        .fold(StatusSet::EMPTY, |all, row| all.union(row.statuses));
    let mut text = String::from("<div class=\"wide\"><table>\n<thead><tr><th>Operation</th>");
    for status in columns {
        let _ = write!(
            text,
            "<th class=\"of{}\" title=\"{}\">{status}</th>",
            status / 100,
            escaped(phrase(status))
        );
    }
    let ranges: BTreeSet<&String> = rows.iter().flat_map(|row| &row.ranges).collect();
    for range in &ranges {
        let _ = write!(text, "<th title=\"any other\">{range}</th>");
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let _ = write!(
            text,
            "<tr><th><b>{}</b> <code>{}</code></th>",
            row.method,
            escaped(&row.path)
        );
        for status in columns {
            if row.statuses.contains(status) {
                let who = row.causes.iter().find(|(code, _)| *code == status);
                let who: Vec<&str> = who.map_or_else(Vec::new, |(_, all)| {
                    all.iter().map(|(who, _)| who.as_str()).collect()
                });
                let _ = write!(
                    text,
                    "<td class=\"of{}\"><a href=\"#{}\" title=\"{} {}: {}\">●</a></td>",
                    status / 100,
                    row.anchor(status),
                    status,
                    escaped(phrase(status)),
                    escaped(&who.join(", "))
                );
            } else {
                text.push_str("<td></td>");
            }
        }
        for range in &ranges {
            if row.ranges.contains(range) {
                let anchor = row.anchor(range);
                let _ = write!(text, "<td><a href=\"#{anchor}\" title=\"{range}\">●</a></td>");
            } else {
                text.push_str("<td></td>");
            }
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody></table></div>\n");
    text
}

fn details(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let operation = row.operation;
        let _ = write!(
            text,
            "<section>\n<h2><b>{}</b> <code>{}</code></h2>\n<p>{} — <code>{}</code>, {}</p>\n<dl>\n",
            row.method,
            escaped(&row.path),
            escaped(operation.documentation.summary),
            operation.name,
            escaped(&operation.place.to_string())
        );
        for (status, causes) in &row.causes {
            let _ = writeln!(
                text,
                "<dt id=\"{}\" class=\"of{}\">{status} {}</dt>",
                row.anchor(*status),
                status / 100,
                escaped(phrase(*status))
            );
            for (who, place) in causes {
                let _ = writeln!(text, "<dd>{} <span>{}</span></dd>", marked(who), escaped(place));
            }
        }
        for range in &row.ranges {
            let anchor = row.anchor(range);
            let _ = writeln!(
                text,
                "<dt id=\"{anchor}\">{range}</dt>\n<dd>declared: any other that is not listed</dd>"
            );
        }
        text.push_str("</dl>\n");
        if !row.closes.is_empty() {
            text.push_str("<h3>Closed with</h3>\n<dl>\n");
        }
        for (code, causes) in &row.closes {
            let words = close_reason(*code).unwrap_or_default();
            let _ = writeln!(text, "<dt id=\"{}\">{code} {words}</dt>", row.anchor(code));
            for (who, place) in causes {
                let _ = writeln!(text, "<dd>{} <span>{}</span></dd>", marked(who), escaped(place));
            }
        }
        if !row.closes.is_empty() {
            text.push_str("</dl>\n");
        }
        text.push_str("</section>\n");
    }
    text
}

fn phrase(status: u16) -> &'static str {
    reason_phrase(status).unwrap_or("")
}

/// A text with code between backticks.
fn marked(text: &str) -> String {
    let mut html = String::new();
    for (index, piece) in escaped(text).split('`').enumerate() {
        if index > 0 {
            html.push_str(if index % 2 == 1 { "<code>" } else { "</code>" });
        }
        html.push_str(piece);
    }
    html
}

const BESIDES: &str = "<section>\n<h2>Outside of the operations</h2>\n<dl>\n\
<dt class=\"of2\">204 No Content</dt>\n<dd>OPTIONS of a known path, with <code>Allow</code></dd>\n\
<dt class=\"of3\">307 Temporary Redirect</dt>\n<dd>a path that is known with the other slash at its end</dd>\n\
<dt class=\"of4\">404 Not Found</dt>\n<dd>an unknown path</dd>\n\
<dt class=\"of4\">405 Method Not Allowed</dt>\n<dd>an unknown method of a known path, with <code>Allow</code></dd>\n\
</dl>\n</section>\n";

const STYLE: &str = "\
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); --soft: light-dark(#666, #aaa); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.05rem; font-weight: 400; margin: 2rem 0 0; }
h3 { font-size: 1rem; font-weight: 400; color: var(--soft); margin: 1rem 0 0; }
h2 b, th b { display: inline-block; min-width: 4.2em; }
p { color: var(--soft); margin: .2rem 0 1rem; }
p a { color: inherit; }
code { font: .92em ui-monospace, monospace; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: center; }
thead th { position: sticky; top: 0; background: Canvas; }
th:first-child { text-align: left; font-weight: 400; white-space: nowrap; }
tbody tr:hover { background: light-dark(#f4f6fa, #24272e); }
td a { display: block; text-decoration: none; color: inherit; }
dl { margin: .5rem 0 0; }
dt { margin-top: .5rem; font-weight: 600; }
dt:target { outline: 2px solid currentColor; outline-offset: 4px; border-radius: 2px; }
dd { margin: 0 0 0 1.2rem; }
dd span { color: var(--soft); font-size: .9em; }
.of2 { color: light-dark(#1a7f37, #4ac26b); }
.of3 { color: light-dark(#0969da, #58a6ff); }
.of4 { color: light-dark(#9a6700, #d4a72c); }
.of5 { color: light-dark(#cf222e, #ff7b72); }
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(
            marked("the parameter `a<b>` (body)"),
            "the parameter <code>a&lt;b&gt;</code> (body)"
        );
    }
}
