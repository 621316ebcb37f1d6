//! Layer 1: the questions the core asks of an element; `dom` answers from the page, tests from a small tree.

use crate::redact::{Raw, any_marker};

/// Parts of a page to which a header, a footer or an aside in them belongs.
pub const SECTIONS: &str = "article,aside,main,nav,section";
/// Tables whose rows can be worked with.
pub const GRIDS: &str = "[role=grid],[role=treegrid]";
/// What a person sets by typing or choosing.
pub const FIELDS: &str = "input,textarea,select,[role=combobox],[role=listbox],[role=searchbox],[role=slider],\
    [role=spinbutton],[role=textbox]";
/// How many ids of `aria-labelledby` are followed.
const MOST_LABELLERS: usize = 64;

/// A child in the flat tree: slots hold what is assigned to them, hosts hold their shadow tree.
pub enum Node<E> {
    /// A child element.
    Element(E),
    /// A run of text.
    Text(Raw),
}

/// How an element is drawn, as far as a name depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Not there for anybody: `display: none`, `hidden`, or `aria-hidden`.
    pub gone: bool,
    /// `visibility` hides it; a child may be visible again.
    pub invisible: bool,
    /// Not in one line with the text around it: a space stands before and after it.
    pub spaced: bool,
}

/// What tells an element apart from others of its tag around the same anchor.
pub enum Discriminator {
    /// The css that was asked with.
    Css,
    /// That css with a class.
    Class,
    /// The first css and what is seen of the element: the value of the attribute `by`, or its text where that is empty; a piece of it
    /// unless it is `whole`.
    Visible {
        /// The attribute's name.
        by: String,
        /// The text, or the attribute's value.
        text: Raw,
        /// True where that is all of it.
        whole: bool,
    },
}

/// Another element close by, from which the target is found: the smallest box around both has no second element with the same
/// discriminator.
pub struct Anchor<E> {
    /// The attribute by which the anchor itself is found; empty where it is its text.
    pub by: String,
    /// The text, or the attribute's value; it stands nowhere outside boxes without a second such element.
    pub text: Raw,
    /// True where that is all of it.
    pub whole: bool,
    /// The element that has it.
    pub holder: E,
    /// What tells the target apart around it.
    pub own: Discriminator,
}

/// An element with its tag and those of the attributes asked for that it has, in the order in which they were asked for.
pub struct Described<E> {
    /// The element.
    pub element: E,
    /// Its local name in lower case.
    pub tag: String,
    /// Names and values.
    pub attributes: Vec<(&'static str, Raw)>,
}

/// What is asked of an element for which selectors are made.
pub struct LineageQuery {
    /// The attributes that are told of it and of each element around it.
    pub attributes: &'static [&'static str],
    /// Css of which is told whether it matches the element.
    pub conditions: &'static [&'static str],
    /// How many elements around it are told.
    pub most: usize,
}

/// An element and the elements around it in its own tree.
pub struct Lineage<E> {
    /// The element itself, and then those around it, the nearest first.
    pub list: Vec<Described<E>>,
    /// Those of the conditions that match it.
    pub matched: Vec<&'static str>,
    /// The host, for an element inside a shadow tree.
    pub host: Option<E>,
}

/// Css by which an element may be found in one way, in the order in which it is tried.
pub struct Search {
    /// The css.
    pub css: Vec<Raw>,
    /// The kinds of page change that break what it finds, as bits.
    pub depends_on: u8,
}

/// Where an element and those around it stand.
#[derive(Default)]
pub struct Places {
    /// Of each its place among siblings of the same tag, from 1, and how many there are.
    pub list: Vec<(u32, u32)>,
    /// The tag of the element's next sibling.
    pub next_tag: Option<String>,
}

/// One element of a page. Equality is identity.
pub trait Element: Clone + PartialEq {
    /// The local name in lower case.
    fn tag(&self) -> String;
    /// An attribute's value; `None` where it is absent.
    fn attribute(&self, name: &str) -> Option<Raw>;
    /// The element with its tag and those of the named attributes that it has, in the order of the names.
    fn described(&self, names: &[&'static str]) -> Described<Self> {
        let attributes = names.iter().filter_map(|name| Some((*name, self.attribute(name)?))).collect();
        Described { element: self.clone(), tag: self.tag(), attributes }
    }
    /// The parent element; the host for the top of a shadow tree.
    fn parent(&self) -> Option<Self>;
    /// The elements around it in its own tree, the nearest first, and at most so many.
    fn around(&self, most: usize) -> Vec<Self> {
        let parent = |inner: &Self| inner.parent().filter(|parent| inner.host().as_ref() != Some(parent));
        std::iter::successors(parent(self), parent).take(most).collect()
    }
    /// What selectors are made of, of the element and of those around it.
    fn lineage(&self, query: &LineageQuery) -> Lineage<Self> {
        Lineage {
            list: std::iter::once(self.clone())
                .chain(self.around(query.most))
                .map(|one| one.described(query.attributes))
                .collect(),
            matched: query.conditions.iter().copied().filter(|css| self.matches(css)).collect(),
            host: self.host(),
        }
    }
    /// True inside a part of the page of [`SECTIONS`], for elements whose role depends on that.
    fn in_section(&self) -> bool {
        self.parent().is_some_and(|parent| parent.closest(SECTIONS).is_some())
    }
    /// True in one of [`GRIDS`], for rows.
    fn in_grid(&self) -> bool {
        self.closest(GRIDS).is_some()
    }
    /// Children in the flat tree, in order, with the text of `::before` and `::after` as the style sheet gives it.
    fn children(&self) -> Vec<Node<Self>>;
    /// All that is inside it will be asked for, and may be read at once.
    fn read_inside(&self) {}
    /// The host, for an element inside a shadow tree.
    fn host(&self) -> Option<Self>;
    /// How it is drawn, as far as a name depends on it.
    fn style(&self) -> Style;
    /// True where it is drawn at all, its ancestors considered too.
    fn rendered(&self) -> bool;
    /// The current value of a form control; for a select the chosen options' texts, for an editor its text.
    fn value(&self) -> Option<Raw>;
    /// The start of the same where it is long, as much as is ever shown of it.
    fn value_start(&self) -> Option<Raw> {
        self.value()
    }
    /// The texts of a select's chosen options, a space between them.
    fn chosen_text(&self) -> Raw;
    /// The texts of the first options of a select, at most some tens.
    fn options(&self) -> Vec<Raw> {
        let mut texts = Vec::new();
        for node in self.children() {
            match node {
                Node::Element(inner) if inner.tag() == "optgroup" => texts.append(&mut inner.options()),
                Node::Element(inner) if inner.tag() == "option" => texts.push(inner.text().collapsed()),
                _ => {}
            }
        }
        texts
    }
    /// The values of a select's chosen options.
    fn chosen(&self) -> Vec<Raw>;
    /// The current state of a checkbox or radio.
    fn checked(&self) -> Option<bool>;
    /// The names of the files that were chosen in a file input.
    fn files(&self) -> Vec<Raw>;
    /// True where the browser filled the value in.
    fn autofilled(&self) -> bool;
    /// True for an element whose text a person edits in place.
    fn editable(&self) -> bool;
    /// The body of its document.
    fn body(&self) -> Option<Self>;
    /// False where its box lies outside the window; true where it has no box of its own.
    fn in_view(&self) -> bool;
    /// All text below it in its own tree, nothing between the pieces.
    fn text(&self) -> Raw;
    /// True where `css` matches it.
    fn matches(&self, css: &str) -> bool;
    /// The `label` elements of a control, in order.
    fn labels(&self) -> Vec<Self>;
    /// The control of a `label`.
    fn labelled(&self) -> Option<Self>;
    /// The elements of the ids by which `aria-labelledby` names it, in their order; not all of very many.
    fn labellers(&self) -> Vec<Self> {
        let ids = self.attribute("aria-labelledby").unwrap_or_default();
        ids.tokens().take(MOST_LABELLERS).filter_map(|id| self.by_id(&id)).collect()
    }
    /// The form that it belongs to, which need not be around it.
    fn form(&self) -> Option<Self> {
        match self.attribute("form") {
            Some(id) => self.by_id(&id),
            None => self.closest("form"),
        }
    }
    /// The element with this id in the same tree.
    fn by_id(&self, id: &Raw) -> Option<Self>;
    /// The nearest of itself and its ancestors in the same tree that `css` matches.
    fn closest(&self, css: &str) -> Option<Self>;
    /// The nearest of itself and its ancestors in the same tree with a privacy marker.
    fn marked(&self) -> Option<Self> {
        self.closest(&any_marker())
    }
    /// True where it has a privacy marker of its own.
    fn is_marked(&self) -> bool {
        self.matches(&any_marker())
    }
    /// True where it, or something around it in the same tree, has a privacy marker.
    fn is_in_marked(&self) -> bool {
        self.marked().is_some()
    }
    /// True where something inside it, in the same tree, has a privacy marker.
    fn holds_marked(&self) -> bool {
        self.inside(&any_marker()).is_some()
    }
    /// What is asked from here on is about this target, or for another end: how much all questions may look at, and for how long,
    /// is bounded, and past that nothing is found to be the only one. By default there is no bound.
    fn start_looking(&self) {}
    /// True where the time for that has passed.
    fn is_late(&self) -> bool {
        false
    }
    /// True where it had passed when it was asked about, so that something was left out.
    fn was_late(&self) -> bool {
        false
    }
    /// True where `css` finds this element and no other in its tree (document or shadow root).
    fn is_only(&self, css: &Raw) -> bool;
    /// Of each search the place of the first css that finds this element and no other in its tree. The searches are made in order, each
    /// only where it does not depend on all kinds of change that break everything found before; `shared`: those that break all of
    /// what is found already.
    fn first_only(&self, searches: &[Search], mut shared: u8) -> Vec<Option<usize>> {
        let made = searches.iter().map(|Search { css, depends_on }| {
            let wanted = shared & !depends_on != 0;
            let found = wanted.then(|| css.iter().position(|css| self.is_only(css))).flatten();
            shared &= if found.is_some() { *depends_on } else { u8::MAX };
            found
        });
        made.collect()
    }
    /// True where `css` finds this element and no other in the document and all its open shadow trees.
    fn is_only_pierced(&self, css: &Raw) -> bool;
    /// True where this is the only element of its tag in the document whose text holds `text`, runs of white space as one space.
    fn alone_holds(&self, text: &Raw) -> bool;
    /// The same where that is all of its text, but for white space at its ends.
    fn alone_is(&self, text: &Raw) -> bool;
    /// The first element inside this one, in the same tree, that `css` matches.
    fn inside(&self, css: &str) -> Option<Self>;
    /// Of itself and of at most so many elements around it the first element inside that `css` matches, with those of the named
    /// attributes that it has; none where so much is inside that it tells nothing of what is around it.
    fn held(&self, css: &str, names: &[&'static str], most: usize) -> Vec<Option<Described<Self>>> {
        let held = |one: &Self| Some(one.inside(css)?.described(names));
        std::iter::once(held(self)).chain(self.around(most).iter().map(held)).collect()
    }
    /// Of the other elements of the same tree that `css` matches, those that may be named `name`: its words stand in what they are
    /// named by, or their name comes from elsewhere. `None` where there are more than `most`.
    fn alike(&self, css: &str, name: &Raw, most: u32) -> Option<Vec<Self>>;
    /// True where this is the only smallest element of the document whose text holds `text`.
    fn text_is_only(&self, text: &Raw) -> bool;
    /// The first text by which it is found, as its place in the three lists, one after the other: of `smallest` one of which it is the
    /// only smallest element, or else of `whole` one that it alone is, or else of `alone` one that it alone holds.
    fn first_text(&self, smallest: &[Raw], whole: &[Raw], alone: &[Raw]) -> Option<usize> {
        let is = || whole.iter().position(|text| self.alone_is(text)).map(|place| smallest.len() + place);
        let holds =
            || alone.iter().position(|text| self.alone_holds(text)).map(|place| smallest.len() + whole.len() + place);
        smallest.iter().position(|text| self.text_is_only(text)).or_else(is).or_else(holds)
    }
    /// Attributes by which the page's scripts know this element, and their values, that the page shows nowhere.
    fn hooks(&self) -> Vec<(String, Raw)>;
    /// The nearest things that tell this element from others that `css`, or `classed` where it is not empty, matches.
    /// `lasting`: at most one, and that by an address or a field's name without numbers.
    fn anchors(&self, css: &str, classed: &str, lasting: bool) -> Vec<Anchor<Self>>;
    /// Where it and at most so many elements around it stand among their siblings.
    fn places(&self, most: usize) -> Places;
    /// Bounding box in the viewport, in CSS pixels: x, y, width, height.
    fn bounds(&self) -> [i32; 4];
    /// All elements of its document at a place in the window, the topmost first. By default there is nothing.
    fn elements_at(&self, _at: (i32, i32)) -> Vec<Self> {
        Vec::new()
    }
    /// True where the field is, or ever was, a password field.
    fn was_password(&self) -> bool;
}
