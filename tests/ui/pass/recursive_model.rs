//! A model that holds itself.
#![deny(warnings)]

use std::collections::BTreeMap;

use fastr::{model, post};

/// A node of a tree.
#[model]
struct Node {
    name: String,
    parent: Option<Box<Self>>,
    next: Option<Box<Node>>,
    #[field(default, max_items = 2)]
    children: Vec<Node>,
    #[field(default)]
    named: BTreeMap<String, Node>,
}

#[post("/nodes")]
async fn create_node(node: Node) -> Node {
    node
}

fn main() {}
