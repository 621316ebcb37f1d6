//! The functions of `page.js`, `telling.js`, `reading.js`, `find.js`, `beside.js` and `events.js` in `extension/content/`. They call prototype getters, because a page can replace an element's
//! own properties even for the isolated world (`<input name=getAttribute>` in a form). So `web_sys` lends its types alone, and none of its methods
//! is called.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The indicator that a page is being recorded, or a frame's stand-in for its page's.
    pub type Indicator;
    #[wasm_bindgen(method)]
    pub fn remove(this: &Indicator);

    /// A part of the page: texts as fields with a NUL after each, and numbers, as `read.rs` takes them.
    pub type Told;
    #[wasm_bindgen(method, getter)]
    pub fn fields(this: &Told) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn numbers(this: &Told) -> Vec<u32>;

    /// The element's number in this event, from 0 in the order in which it led to them.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn number(element: &Element) -> u32;
    /// The element of a number.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn numbered(number: u32) -> Element;
    /// Ends the reading of an event: all its elements by their numbers, a list that does not change after it.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = endReading)]
    pub fn end_reading() -> Array<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn tag(element: &Element) -> String;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn attribute(element: &Element, name: &str) -> Option<String>;
    /// The element and at most so many around it, an empty field, and the host; of each its tag and those of the attributes in `names`, a
    /// space between them, that it has. The first number has a bit for each of the `conditions`, a NUL between them, that matches it.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn lineage(element: &Element, names: &str, conditions: &str, most: u32) -> Told;
    /// Of itself and of at most so many around it the first element inside that `css` matches, told as by `lineage`, or an empty field.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn held(element: &Element, css: &str, names: &str, most: u32) -> Told;
    /// As numbers place and count of itself and of at most so many around it, as a field the tag of the next sibling.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn places(element: &Element, most: u32) -> Told;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn parent(element: &Element) -> Option<Element>;
    /// What `read` tells of each element: which attributes, with spaces between them, and which of a marked one; the css of markers, of what a
    /// person sets, and of what a role depends on that is inside it.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = askAlways)]
    pub fn ask_always(names: &str, marker_names: &str, marker: &str, fields: &str, sections: &str, grids: &str);
    /// What is always asked of an element, and of what is inside it as far as that is in the window: where it holds at most so many
    /// elements, or in any case (-1). Then the same of what any of them is named by.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn read(element: &Element, most: i32) -> Told;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn host(element: &Element) -> Option<Element>;
    /// The nearest element with a privacy marker: itself, or one around it.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn marked(element: &Element) -> Option<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = holdsMarked)]
    pub fn holds_marked(element: &Element) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = chosenText)]
    pub fn chosen_text(element: &Element) -> String;
    /// The texts of the first options of a list.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn options(element: &Element) -> Vec<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn value(element: &Element) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = valueStart)]
    pub fn value_start(element: &Element) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn chosen(element: &Element) -> Vec<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn checked(element: &Element) -> Option<bool>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn files(element: &Element) -> Vec<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn autofilled(element: &Element) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn editable(element: &Element) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn body(element: &Element) -> Option<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn text(element: &Element) -> String;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn matches(element: &Element, css: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn labels(element: &Element) -> Array<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn labelled(element: &Element) -> Option<Element>;
    /// The form of a control, as the browser has it.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn form(element: &Element) -> Option<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = byId)]
    pub fn by_id(element: &Element, id: &str) -> Option<Element>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn closest(element: &Element, css: &str) -> Option<Element>;
    /// What is read from here on is read for this target.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = startReading)]
    pub fn start_reading(target: Option<&Element>);
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = startLooking)]
    pub fn start_looking(target: &Element);
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = isLate)]
    pub fn is_late() -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = wasLate)]
    pub fn was_late() -> bool;
    /// `css`: a field for each, an empty one after those of a search. For each search a place from 0, or -1.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = firstOnly)]
    pub fn first_only(element: &Element, css: &str, depends_on: &[u8], shared: u8) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = isOnlyPierced)]
    pub fn is_only_pierced(element: &Element, css: &str) -> bool;
    /// The texts as fields. A place in both lists, one after the other, or -1.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = firstText)]
    pub fn first_text(element: &Element, smallest: &str, whole: &str, alone: &str) -> i32;
    /// x, y, width, height.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn bounds(element: &Element) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = wasPassword)]
    pub fn was_password(element: &Element) -> bool;

    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn inside(element: &Element, css: &str) -> Option<Element>;
    /// Names and values in turn.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn hooks(element: &Element) -> Vec<String>;
    /// A list of `[by, text, whole, holder, "facts" | "class" | "text" | an attribute, own text, whole]`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn beside(element: &Element, css: &str, classed: &str, lasting: bool) -> Array<Array>;
    /// `undefined` where there are more than `most`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn alike(element: &Element, css: &str, name: &str, most: u32) -> Option<Array<Element>>;

    /// All elements at a place in the window, the topmost first.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = elementsAt)]
    pub fn elements_at(x: i32, y: i32) -> Array<Element>;
    /// Dispatches a `rest` after so many ms, unless it is asked for again meanwhile.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = restAfter)]
    pub fn rest_after(ms: u32);
    /// Where the target, or the window, is scrolled to.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn scrolled(target: Option<&Element>) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn url() -> String;
    /// Milliseconds since 1970, from a clock that never goes back.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn now() -> f64;
    /// How the document came: `load`, `reload` or `backForward`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn arrival() -> String;
    /// Calls `listener` with each event, in the capture phase, until the returned function is called. An event is three texts, a NUL
    /// between them: its kind, the page's URL, and a key that went down or the name of a download; milliseconds since 1970, from a clock that
    /// never goes back; numbers: x, y, button, `detail`, the bits of `event.rs`, the number of the target and that of what submits a form (-1: none), of a press those of the
    /// box that is shown while something is hovered and of all that was hovered, with the bits of each, of a resize width and height;
    /// and the target itself.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn listen(listener: &js_sys::Function) -> js_sys::Function;
    /// Calls `work`; false where something threw in it, which is said in the console.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn attempt(work: &mut dyn FnMut()) -> bool;
}
