// Finds elements by selectors as Puppeteer does, many at once: @puppeteer/replay acts on the first element that is found.

import { source } from "puppeteer-core/internal/generated/injected.js";

/**
 * @typedef {{target: number, selector: string[]}} Ask the place of the target in `changes.targets`, and the outer list's entry
 * @typedef {{count: number, right: boolean}} Found how many elements, and whether the first of them is the target
 */

/**
 * Css, xpath, text and pierce go through the functions that Puppeteer itself puts into pages. For aria Puppeteer asks the
 * browser's accessibility tree, once for each selector; here the whole tree is asked for once and compared alike:
 * exact name, exact role, no ignored and no text nodes (`aria` in `support/resolve.mjs` was checked against `page.$$`).
 * @param {import("puppeteer-core").Page} page with `changes`
 * @param {Ask[]} asks
 * @returns {Promise<Found[]>}
 */
export async function resolve(page, asks) {
  await page.evaluate(`globalThis.injected = (() => { const module = {}; ${source}\nreturn Ne; })()`);
  const found = await page.evaluate(inPage, asks);
  if (asks.some(isAria)) {
    const tree = await accessibilityTree(page);
    asks.forEach((ask, at) => {
      if (isAria(ask)) found[at] = inTree(tree, ask);
    });
  }
  return found;
}

/** @param {Ask} ask */
const isAria = ({ selector }) => selector.length === 1 && selector[0].startsWith("aria/");

/**
 * Runs in the page.
 * @param {Ask[]} asks
 * @returns {Found[]}
 */
function inPage(asks) {
  const { changes, injected } = /** @type {any} */ (globalThis);
  const WAYS = {
    "xpath/": (root, rest) => injected.xpathQuerySelectorAll(root, rest),
    "text/": (root, rest) => injected.textQuerySelectorAll(root, rest),
    "pierce/": (root, rest) => injected.pierceQuerySelectorAll(root, rest),
    "": (root, rest) => root.querySelectorAll(rest),
  };
  const query = (root, part) => {
    const [prefix, way] = Object.entries(WAYS).find(([prefix]) => part.startsWith(prefix));
    return [...way(root, part.slice(prefix.length))];
  };
  return asks.map(({ target, selector }) => {
    if (selector[0]?.startsWith("aria/")) return { count: 0, right: false };
    try {
      let found = [document];
      selector.forEach((part, at) => {
        found = found.flatMap((root) => query(at ? (root.shadowRoot ?? root) : root, part));
      });
      return { count: found.length, right: found[0] === changes.targets[target] };
    } catch {
      return { count: 0, right: false };
    }
  });
}

/** @typedef {{byName: Map<string, number[]>, targets: number[]}} Tree elements of each role and name in the tree's order, and the targets */

/** @param {import("puppeteer-core").Page} page @returns {Promise<Tree>} */
async function accessibilityTree(page) {
  const session = await page.createCDPSession();
  await session.send("Accessibility.enable");
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {Tree["byName"]} */
  const byName = new Map();
  const stack = [nodes[0]?.nodeId ?? ""];
  while (stack.length) {
    const node = byId.get(stack.pop() ?? "");
    if (!node) continue;
    stack.push(...[...(node.childIds ?? [])].reverse());
    if (node.ignored || !node.role || ["StaticText", "InlineTextBox"].includes(node.role.value)) continue;
    const key = `${node.role.value} ${node.name?.value ?? ""}`;
    byName.set(key, [...(byName.get(key) ?? []), node.backendDOMNodeId ?? 0]);
  }
  const { result } = await session.send("Runtime.evaluate", { expression: "changes.targets" });
  const { result: properties } = await session.send("Runtime.getProperties", {
    objectId: result.objectId ?? "",
    ownProperties: true,
  });
  const handles = properties.filter(({ name }) => /^\d+$/.test(name)).map(({ value }) => value?.objectId);
  const described = await Promise.all(handles.map((objectId) => session.send("DOM.describeNode", { objectId })));
  await session.detach();
  return { byName, targets: described.map(({ node }) => node.backendNodeId) };
}

/** @param {Tree} tree @param {Ask} ask @returns {Found} */
function inTree({ byName, targets }, { target, selector }) {
  const [, name, role] = /^aria\/(.*)\[role="(.*)"\]$/s.exec(selector[0]) ?? [];
  const found = byName.get(`${role} ${name}`) ?? [];
  return { count: found.length, right: found[0] === targets[target] };
}
