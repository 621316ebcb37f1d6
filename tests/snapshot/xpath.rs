//! XPath 1.0, which is what browsers speak, on the document of a snapshot; as there it enters no shadow tree.

use super::tree::{DOCUMENT, Id, Tree};
use sxd_document::dom::{Document as Dom, Element};
use sxd_document::{Package, QName};
use sxd_xpath::nodeset::Node;
use sxd_xpath::{Context, Factory, Value};

/// The document as the XPath crate has it.
pub struct Document(Package);

const SVG: &str = "http://www.w3.org/2000/svg";
/// The number of the node, in a namespace of its own, where no selector looks.
const NUMBER: (&str, &str) = ("overt", "number");

impl Document {
    pub fn new(tree: &Tree) -> Self {
        let package = Package::new();
        let document = package.as_document();
        if let Some(root) = tree.elements_in(DOCUMENT).next() {
            document.root().append_child(copied(tree, root, document));
        }
        Self(package)
    }

    /// The elements that it finds, in the order of the document; none where it is no XPath.
    pub fn find(&self, xpath: &str) -> Vec<Id> {
        let Ok(Some(xpath)) = Factory::new().build(xpath) else { return Vec::new() };
        let document = self.0.as_document();
        let Ok(Value::Nodeset(found)) = xpath.evaluate(&Context::new(), document.root()) else { return Vec::new() };
        found.document_order().into_iter().filter_map(number).collect()
    }
}

fn number(node: Node<'_>) -> Option<Id> {
    node.element()?.attribute_value(NUMBER)?.parse().ok()
}

fn copied<'d>(tree: &Tree, id: Id, document: Dom<'d>) -> Element<'d> {
    let element = tree.element(id);
    // In an HTML document a name without a prefix is that of an HTML element.
    let namespace = if element.is_html { None } else { Some(SVG) };
    let copy = document.create_element(QName::with_namespace_uri(namespace, &element.tag));
    copy.set_attribute_value(NUMBER, &id.to_string());
    for (name, value) in &element.attributes {
        copy.set_attribute_value(name.as_str(), value);
    }
    for &child in tree.children(id) {
        match tree.text_of(child) {
            Some(text) => copy.append_child(document.create_text(text)),
            None => copy.append_child(copied(tree, child, document)),
        }
    }
    copy
}
