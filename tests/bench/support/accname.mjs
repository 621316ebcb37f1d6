// Runs web-platform-tests' automatic cases of accessible names: elements that carry the name that is right.

/** @typedef {{page: string, test: string, expected: string, found: string, why?: string}} CaseResult */

/** The cases that are missed, and why. @type {Record<string, string>} */
const WHY = {
  "heading with link referencing image using aria-labelledby, that in turn references text element via aria-labelledby":
    "the case's id is misspelt (nested_image_label3, nested_image_label_3): there is nothing to refer to",
};

/**
 * Compares as WPT's own `AriaUtils.verifyLabel` does: runs of ASCII white space are one space, and none at the ends.
 * @param {import("puppeteer-core").Page} page with the probe in it
 * @param {string} name of the page
 * @returns {Promise<CaseResult[]>}
 */
export async function runCases(page, name) {
  const results = await page.evaluate(() => {
    const spaced = (/** @type {string} */ text) => text.replace(/[\t\n\f\r ]+/g, " ").replace(/^ | $/g, "");
    return [...document.querySelectorAll("[data-expectedlabel]")].map((element) => ({
      test: element.getAttribute("data-testname") ?? "",
      expected: element.getAttribute("data-expectedlabel") ?? "",
      found: spaced(/** @type {any} */ (globalThis).probe.roleAndName(element)[1]),
    }));
  });
  return results.map((result) => {
    const why = result.found === result.expected ? undefined : WHY[result.test];
    return { page: name, ...result, ...(why && { why }) };
  });
}
