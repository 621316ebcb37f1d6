// Compares our role and name of each element with those in Chromium's own accessibility tree.
//
// Every node counts that the tree does not ignore and that stands for an element of the page's own document or of an open
// shadow tree in it. What does not count has no element to ask: text (StaticText, InlineTextBox, ListMarker), the document
// (RootWebArea), pseudo-elements, what the browser builds inside its own controls, and documents in frames.

/**
 * Chromium's own role names under those of ARIA and HTML-AAM. "No corresponding role" in HTML-AAM is `generic` here, as is
 * MathML inside `math`; a table that Chromium takes for layout keeps the roles that HTML-AAM gives to every table.
 * @type {Record<string, string>}
 */
const ROLES = {
  image: "img",
  Iframe: "iframe",
  LayoutTable: "table",
  LayoutTableRow: "row",
  LayoutTableCell: "cell",
  DisclosureTriangle: "button",
  MathMLMath: "math",
  ...Object.fromEntries(
    ["Abbr", "DescriptionList", "Figcaption", "LabelText", "Legend", "LineBreak", "Video", "none"].map((name) => [
      name,
      "generic",
    ]),
  ),
};

/** @param {string} chromium */
export const standard = (chromium) => ROLES[chromium] ?? (chromium.startsWith("MathML") ? "generic" : chromium);

/** @typedef {{page: string, at: string, role: string, chromiumRole: string, name: string, chromiumName: string}} Compared */

/** Names are compared with white space collapsed, and no-break spaces trimmed too. @param {string} text */
export const spaced = (text) => text.replace(/[\t\n\f\r ]+/g, " ").trim();

/**
 * @param {import("puppeteer-core").Page} page with the probe in it
 * @param {string} name of the page
 * @returns {Promise<Compared[]>}
 */
export async function compare(page, name) {
  const session = await page.createCDPSession();
  await session.send("Accessibility.enable");
  const ours = await askAll(page);
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const elements = elementsOf(root);
  if (elements.length !== ours.length || elements.some((element, index) => element.localName !== ours[index][0]))
    throw new Error(`${name} changed while it was compared: ${elements.length} elements, then ${ours.length}`);
  const index = new Map(elements.map((element, index) => [element.backendNodeId, index]));
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const compared = [];
  for (const node of nodes) {
    const at = index.get(node.backendDOMNodeId ?? 0);
    if (node.ignored || at === undefined) continue;
    const [tag, role, ourName] = ours[at];
    compared.push({
      page: name,
      at: `${at} <${tag}>`,
      role,
      chromiumRole: standard(String(node.role?.value)),
      name: spaced(ourName),
      chromiumName: spaced(String(node.name?.value ?? "")),
    });
  }
  return compared;
}

/** Tag, role and name of each element, in the order of `elementsOf`. @param {import("puppeteer-core").Page} page */
const askAll = (page) =>
  page.evaluate(() => {
    /** @type {[string, string, string][]} */
    const list = [];
    const visit = (/** @type {Element} */ element) => {
      const [role, name] = /** @type {any} */ (globalThis).probe.roleAndName(element);
      list.push([element.localName, role, name]);
      for (const child of element.shadowRoot?.children ?? []) visit(child);
      for (const child of element.children) visit(child);
    };
    visit(document.documentElement);
    return list;
  });

/**
 * The elements of a document and of its open shadow trees, in order.
 * @param {import("puppeteer-core").Protocol.DOM.Node} node
 * @returns {import("puppeteer-core").Protocol.DOM.Node[]}
 */
function elementsOf(node) {
  const shadow = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === "open");
  const below = [...shadow, ...(node.children ?? [])].flatMap(elementsOf);
  return node.nodeType === 1 ? [node, ...below] : below;
}
