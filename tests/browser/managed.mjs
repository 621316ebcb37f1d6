// Applies a policy as an administrator of this machine does, and takes it away again.

import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { EXTENSION, KIND, agreeToText, openBrowser } from "./browser.mjs";
import { waitFor } from "./wait.mjs";

/** Where the browser looks for policies, and in which form it takes one. */
const PLACES = {
  chromium: {
    file: "/etc/chromium/policies/managed/overt-test.json",
    form: (/** @type {object} */ policy) => ({ "3rdparty": { extensions: { [unpackedId(EXTENSION)]: policy } } }),
  },
  firefox: {
    file: "/etc/firefox/policies/policies.json",
    form: (/** @type {object} */ policy) => ({
      policies: { "3rdparty": { Extensions: { "overt@overt.example": policy } } },
    }),
  },
};
const { file, form } = PLACES[KIND];

/** For a test's `skip`: false where policies can be written, else the reason. */
export const cannotManage = (() => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // One that somebody else put there stays: `wx` refuses it.
    writeFileSync(file, "{}", { flag: "wx" });
    rmSync(file);
    return false;
  } catch (error) {
    return `${file} cannot be written (${/** @type {NodeJS.ErrnoException} */ (error).code}): run as root, where it is not there`;
  }
})();

/** The id that Chromium gives an extension without a key: the hash of its path, in the letters a to p. @param {string} path */
function unpackedId(path) {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}

/**
 * Writes the policy for the extension under test; its entries are counted as the policy tool counts them.
 * @param {Record<string, unknown>} policy
 */
export function setPolicy(policy) {
  const entries = { version: 1, ...policy };
  writeFileSync(file, JSON.stringify(form({ ...entries, entries: Object.keys(entries).length + 1 })));
}

/**
 * Opens a browser under the policy, and waits until it applies: Chromium hands one out some seconds after its start.
 * @param {Record<string, unknown>} policy
 */
export async function openManaged(policy) {
  setPolicy(policy);
  const opened = await openBrowser({ agree: false });
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

/** No policy any more. */
export const clearPolicy = () => rmSync(file, { force: true });
process.on("exit", () => cannotManage || clearPolicy());
