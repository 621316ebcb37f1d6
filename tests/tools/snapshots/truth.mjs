// What the browser itself says of some elements of a page: role and name by its accessibility tree, and what each recorded selector finds.

import { spaced, standard } from "../../bench/support/agreement.mjs";
import { resolve } from "../../bench/support/resolve.mjs";

/**
 * @typedef {object} Truth of one target
 * @property {number} element its place among the elements of the snapshot
 * @property {string} role by the browser's accessibility tree, in the words of ARIA
 * @property {string} name by the same, white space collapsed
 * @property {{selector: string[], found?: number, isTarget?: false}[]} selectors as the recorder takes them, the best first; how
 *   many elements the browser finds by each if not 1, and whether the first of them is another one
 */

/**
 * @param {import("puppeteer-core").Page} page with `changes`, `probe` and `taken` in it
 * @returns {Promise<Truth[]>} of the targets that the browser's tree has
 */
export async function truthOf(page) {
  const named = await rolesAndNames(page);
  const taken = await page.evaluate(() => {
    const { changes, probe, taken } = /** @type {any} */ (globalThis);
    return changes.targets.map((/** @type {Element} */ element) => ({
      element: taken.elements.indexOf(element),
      selectors: probe.selectors(element),
    }));
  });
  const asks = taken.flatMap(({ selectors }, target) => selectors.map((selector) => ({ target, selector })));
  const found = await resolve(page, asks);
  return taken.flatMap(({ element }, target) => {
    const own = named[target];
    if (!own || element < 0) return [];
    const selectors = asks.flatMap((ask, at) => {
      if (ask.target !== target) return [];
      const { count, right } = found[at];
      return [{ selector: ask.selector, ...(count !== 1 && { found: count }), ...(!right && { isTarget: false }) }];
    });
    return [{ element, ...own, selectors }];
  });
}

/** @param {import("puppeteer-core").Page} page @returns {Promise<({role: string, name: string} | undefined)[]>} of each target */
async function rolesAndNames(page) {
  const session = await page.createCDPSession();
  await session.send("Accessibility.enable");
  const { result } = await session.send("Runtime.evaluate", { expression: "changes.targets.length" });
  const list = [];
  for (let at = 0; at < result.value; at++) {
    const { result: target } = await session.send("Runtime.evaluate", { expression: `changes.targets[${at}]` });
    const { nodes } = await session.send("Accessibility.getPartialAXTree", {
      objectId: target.objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    const seen = node && !node.ignored && node.role;
    list.push(seen ? { role: standard(String(seen.value)), name: spaced(String(node.name?.value ?? "")) } : undefined);
  }
  await session.detach();
  return list;
}
