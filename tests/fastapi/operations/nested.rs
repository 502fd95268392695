//! Tutorial: Body - Nested Models.

use std::collections::{BTreeMap, BTreeSet};

use fastr::{model, post};

/// FastAPI's `url` is an `HttpUrl`; any text stands here in its place.
#[model]
struct Image {
    url: String,
    name: String,
}

#[model]
struct Product {
    name: String,
    #[field(gt = 0)]
    price: f64,
    #[field(default)]
    tags: BTreeSet<String>,
    cover: Option<Image>,
    #[field(default)]
    images: Vec<Image>,
}

#[model]
struct Offer {
    name: String,
    products: Vec<Product>,
    #[field(default)]
    by_code: BTreeMap<String, Product>,
}

#[model]
struct Summary {
    name: String,
    products: Vec<String>,
    tags: Vec<BTreeSet<String>>,
    images: Vec<String>,
    by_code: Vec<String>,
}

#[post("/nested/offer")]
fn nested_offer(offer: Offer) -> Summary {
    let products = &offer.products;
    Summary {
        products: products.iter().map(|product| product.name.clone()).collect(),
        tags: products.iter().map(|product| product.tags.clone()).collect(),
        images: products
            .iter()
            .flat_map(|product| &product.images)
            .map(|image| image.url.clone())
            .collect(),
        by_code: offer.by_code.into_keys().collect(),
        name: offer.name,
    }
}

#[post("/nested/images")]
fn nested_images(images: Vec<Image>) -> Vec<Image> {
    images
}

#[model]
struct Tree {
    name: String,
    #[field(default)]
    children: Vec<Tree>,
}

impl Tree {
    fn depth(&self) -> usize {
        1 + self.children.iter().map(Self::depth).max().unwrap_or(0)
    }
}

#[model]
struct Measured {
    name: String,
    depth: usize,
}

#[post("/nested/tree")]
fn nested_tree(tree: Tree) -> Measured {
    Measured {
        depth: tree.depth(),
        name: tree.name,
    }
}
