// Applies a policy to the extension under test, as an administrator does.

import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXTENSION, KIND, agreeToText, openBrowser } from "./browser.mjs";
import { ownPolicies } from "./own-policies.mjs";
import { waitFor } from "./wait.mjs";

export { cannotManage } from "./own-policies.mjs";

const folder = mkdtempSync(join(tmpdir(), "overt-managed-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const { program, write } = ownPolicies(folder);

/** The form in which the browser takes an extension's policy. */
const form = {
  chromium: (/** @type {object} */ policy) => ({ "3rdparty": { extensions: { [unpackedId(EXTENSION)]: policy } } }),
  firefox: (/** @type {object} */ policy) => ({
    policies: { "3rdparty": { Extensions: { "overt@overt.example": policy } } },
  }),
}[KIND];

/** The id that Chromium gives an extension without a key: the hash of its path, in the letters a to p. @param {string} path */
function unpackedId(path) {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}

/**
 * Writes the policy for the extension under test, in the browsers that `openManaged` opens; its entries are counted as the policy
 * tool counts them.
 * @param {Record<string, unknown>} policy
 */
export function setPolicy(policy) {
  const entries = { version: 1, ...policy };
  write(form({ ...entries, entries: Object.keys(entries).length + 1 }));
}

/**
 * Opens a browser under the policy, and waits until it applies: Chromium hands one out some seconds after its start.
 * @param {Record<string, unknown>} policy
 */
export async function openManaged(policy) {
  setPolicy(policy);
  const opened = await openBrowser({ agree: false, program });
  await waitFor("the policy", () =>
    opened.control.evaluate(async () => {
      const { readPolicy } = await import(/** @type {any} */ ("/shared/policy.js"));
      return (await readPolicy()).present;
    }),
  );
  // Only now: what the person agrees to holds the policy's words.
  await agreeToText(opened);
  return opened;
}
