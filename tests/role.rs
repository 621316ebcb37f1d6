//! Role and accessible name, one rule a test; the whole of web-platform-tests' cases runs in `./build.sh bench names`.

mod support;

use overt::redact::{MaskingLevel, Redactor};
use overt::role::{accessible_name, lasting_name, role};
use support::Page;

/// Role and name of the element with the id `x`.
fn of(html: &str) -> (&'static str, String) {
    let page = Page::new(html);
    let element = page.find("#x");
    let name = Redactor::new([0; 16], MaskingLevel::Open).shown(&accessible_name(&element), false);
    (role(&element), name.as_str().to_owned())
}

/// The rule, a page, and the role and name of its `#x`.
const RULES: &[(&str, &str, &str, &str)] = &[
    ("a button is named by its content", "<button id=x>Go <b>on</b></button>", "button", "Go on"),
    (
        "an id reference wins over all",
        "<i id=a>One</i><i id=b>Two</i><button id=x aria-labelledby='b a' aria-label=No>No</button>",
        "button",
        "Two One",
    ),
    ("a reference to nothing is none", "<button id=x aria-labelledby=gone aria-label=Yes>No</button>", "button", "Yes"),
    (
        "a hidden labeller names all the same",
        "<i id=a hidden>Secretly</i><button id=x aria-labelledby=a>No</button>",
        "button",
        "Secretly",
    ),
    ("hidden content is no name", "<button id=x>Go<i hidden> away</i></button>", "button", "Go"),
    ("a block stands apart", "<button id=x><div>one</div><div>two</div></button>", "button", "one two"),
    ("an inline element does not", "<button id=x><b>one</b><b>two</b></button>", "button", "onetwo"),
    ("a no break space stays", "<button id=x>a&nbsp; b</button>", "button", "a\u{a0} b"),
    ("an image is named by alt", "<img id=x alt=Cat title=No>", "img", "Cat"),
    ("an image without text is decoration", "<img id=x alt=''>", "presentation", ""),
    ("a submit button without a value is submit", "<input id=x type=submit>", "button", "Submit"),
    ("a field is named by its label", "<label>Full name <input id=x></label>", "textbox", "Full name"),
    (
        "a field without a label is named by its placeholder",
        "<input id=x type=search placeholder=Find>",
        "searchbox",
        "Find",
    ),
    ("a title names what nothing else does", "<input id=x type=checkbox title=Agree>", "checkbox", "Agree"),
    ("a title on a plain box does not name it", "<div id=x title=Hint>Text</div>", "generic", ""),
    ("a fieldset is named by its legend", "<fieldset id=x><legend>Way</legend></fieldset>", "group", "Way"),
    ("a table is named by its caption", "<table id=x><caption>Bills</caption></table>", "table", "Bills"),
    ("a landmark inside is not entered", "<a id=x href=/>More<nav>Not this</nav></a>", "link", "More"),
    ("an unknown role is passed over", "<a id=x href=/ role='nonsense button'>Go</a>", "button", "Go"),
    ("a header of the page is its banner", "<header id=x></header>", "banner", ""),
    ("a header inside an article is not", "<article><header id=x></header></article>", "sectionheader", ""),
    (
        "a header cell beside cells heads its row",
        "<table><tr><th id=x>Sum</th><td>1</td></tr></table>",
        "rowheader",
        "Sum",
    ),
    (
        "a header cell among headers heads its column",
        "<table><tr><th id=x>Sum</th><th>Tax</th></tr></table>",
        "columnheader",
        "Sum",
    ),
    (
        "what an id has led to is not told twice",
        "<h3 id=x><a href=/ aria-labelledby=i>no</a> <a href=/>b <img id=i alt=a></a></h3>",
        "heading",
        "a b",
    ),
];

#[test]
fn each_rule_of_roles_and_names_holds() {
    let found = RULES.iter().map(|&(rule, html, ..)| (rule, of(html)));
    let expected = RULES.iter().map(|&(rule, _, role, name)| (rule, (role, name.to_owned())));
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn a_control_inside_a_label_is_told_by_its_value_and_the_lasting_name_leaves_it_out() {
    let page = Page::new("<input id=x type=checkbox><label for=x>Flash <input id=n value=3> times</label>");
    page.find("#n").set_value("3");
    let element = page.find("#x");
    let text = |name| Redactor::new([0; 16], MaskingLevel::Open).shown(&name, false).as_str().to_owned();
    assert_eq!(text(accessible_name(&element)), "Flash 3 times");
    assert_eq!(text(lasting_name(&element)), "Flash times");
}

#[test]
fn a_long_name_ends_before_the_number_in_which_it_would_be_cut() {
    let long = "Approve all ".repeat(332);
    let (_, name) = of(&format!("<button id=x>{long}<b>of </b>4111 1111 1111 1111, Dana</button>"));
    assert_eq!(name, format!("{long}of"));
}

#[test]
fn a_name_is_put_together_of_a_few_of_many_labellers() {
    let labellers: String = (0..200).map(|at| format!("<i id=i{at}>part</i>")).collect();
    let ids: String = (0..200).map(|at| format!("i{at} ")).collect();
    let (_, name) = of(&format!("<button id=x aria-labelledby='{ids}'></button>{labellers}"));
    assert_eq!(name, ["part"; 64].join(" "));
}
