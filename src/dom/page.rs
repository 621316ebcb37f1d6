//! The functions of `page.js`, `find.js`, `beside.js` and `events.js` in `extension/content/`. They call prototype getters, because a page can replace an element's
//! own properties even for the isolated world (`<input name=getAttribute>` in a form).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The indicator that a page is being recorded, or a frame's stand-in for its page's.
    pub type Indicator;
    #[wasm_bindgen(method)]
    pub fn remove(this: &Indicator);

    /// The element's number in this event, from 0 in the order of asking.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn number(element: &JsValue) -> u32;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = resetNumbers)]
    pub fn reset_numbers();
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn tag(element: &JsValue) -> String;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn attribute(element: &JsValue, name: &str) -> Option<String>;
    /// The letter of its place in `names` and its value, a NUL after each attribute.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn attributes(element: &JsValue, names: &str) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn parent(element: &JsValue) -> JsValue;
    /// The elements around it in its own tree, the nearest first.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn around(element: &JsValue, most: u32) -> js_sys::Array;
    /// Which attributes, with spaces between them, and css of which markers `facts` and `children` tell of.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = askAlways)]
    pub fn ask_always(names: &str, marker: &str);
    /// What is always asked of an element, as fields with a NUL after each.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn facts(element: &JsValue) -> String;
    /// All nodes as fields with a NUL after each, a text behind a space, an element as `facts`; then the elements.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn children(element: &JsValue) -> js_sys::Array;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn host(element: &JsValue) -> JsValue;
    /// The nearest element with a privacy marker: itself, or one around it.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn marked(element: &JsValue) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = holdsMarked)]
    pub fn holds_marked(element: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn rendered(element: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = chosenText)]
    pub fn chosen_text(element: &JsValue) -> String;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn value(element: &JsValue) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = valueStart)]
    pub fn value_start(element: &JsValue) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn chosen(element: &JsValue) -> js_sys::Array;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn checked(element: &JsValue) -> Option<bool>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn files(element: &JsValue) -> js_sys::Array;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn autofilled(element: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn editable(element: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn body(element: &JsValue) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn text(element: &JsValue) -> String;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn matches(element: &JsValue, css: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn labels(element: &JsValue) -> js_sys::Array;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn labelled(element: &JsValue) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = byId)]
    pub fn by_id(element: &JsValue, id: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn closest(element: &JsValue, css: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = startLooking)]
    pub fn start_looking(target: &JsValue);
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = isLate)]
    pub fn is_late() -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = wasLate)]
    pub fn was_late() -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = isOnly)]
    pub fn is_only(element: &JsValue, css: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = isOnlyPierced)]
    pub fn is_only_pierced(element: &JsValue, css: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = aloneHolds)]
    pub fn alone_holds(element: &JsValue, text: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = textIsOnly)]
    pub fn text_is_only(element: &JsValue, text: &str) -> bool;
    /// Place from 1 among siblings of the tag, and their number.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn place(element: &JsValue) -> Vec<u32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = nextTag)]
    pub fn next_tag(element: &JsValue) -> Option<String>;
    /// x, y, width, height.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn bounds(element: &JsValue) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = wasPassword)]
    pub fn was_password(element: &JsValue) -> bool;

    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn inside(element: &JsValue, css: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = insideSmall)]
    pub fn inside_small(element: &JsValue, css: &str) -> JsValue;
    /// Names and values in turn.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn hooks(element: &JsValue) -> Vec<String>;
    /// A list of `[by, text, whole, holder, "facts" | "class" | "text" | an attribute, own text, whole]`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn beside(element: &JsValue, css: &str, classed: &str, lasting: bool) -> js_sys::Array;
    /// `undefined` where there are more than `most`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn alike(element: &JsValue, css: &str, name: &str, most: u32) -> JsValue;

    /// The innermost element of an event, through shadow roots; `undefined` for the window and the document.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn target(event: &JsValue) -> JsValue;
    /// The fields of an event, as numbers: x, y, button, detail, bits of Alt 1, Control 2, Meta 4, Shift 8,
    /// 16 composing or repeated.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn numbers(event: &JsValue) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn key(event: &JsValue) -> String;
    /// What lies under the pointer below the element that is dragged; `undefined` outside the page. Where it hardly moved, what was pressed.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn under(event: &JsValue) -> JsValue;
    /// True where text is selected and the pointer has moved.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn selecting(event: &JsValue) -> bool;
    /// The name that a link gives its download.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = downloadName)]
    pub fn download_name(event: &JsValue) -> String;
    /// Width and height of the viewport.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn viewport() -> Vec<u32>;
    /// Where the target, or the window, is scrolled to.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn scrolled(target: &JsValue) -> Vec<i32>;
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn url() -> String;
    /// Milliseconds since 1970, from a clock that never goes back.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn now() -> f64;
    /// Whether an event of that kind is the person's; of a new URL, which may be noticed late, without the event.
    #[wasm_bindgen(js_namespace = ["overt", "page"], js_name = byPerson)]
    pub fn by_person(kind: &str, event: &JsValue) -> bool;
    /// How the document came: `load`, `reload` or `backForward`.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn arrival() -> String;
    /// Calls `listener` for each event of the type, in the capture phase, until the returned function is called.
    #[wasm_bindgen(js_namespace = ["overt", "page"])]
    pub fn listen(kind: &str, listener: &js_sys::Function) -> js_sys::Function;
}
