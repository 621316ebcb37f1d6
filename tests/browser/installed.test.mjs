// Overt that an administrator installed: where the browser tells of no policy for it, nothing may be recorded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { waitFor } from "./harness.mjs";
import { openInstalled } from "./installed.mjs";
import { cannotManage } from "./own-policies.mjs";
import { storeConsent } from "./stored.mjs";

const skip = cannotManage;

/** Asks to record, as the popup does, once the person has agreed. @param {import("puppeteer-core").Page} own */
const start = (own) =>
  storeConsent(own).then(() =>
    own.evaluate(async () => {
      const { send } = await import(/** @type {any} */ ("/shared/api.js"));
      return send({ type: "start", maskingLevel: "values", goal: "" });
    }),
  );

/** @param {import("puppeteer-core").Page} own */
const decided = (own) =>
  own.evaluate(async () => {
    const { decide } = await import(/** @type {any} */ ("/shared/policy.js"));
    const { allowed, reason } = await decide("https://erp.example.com/");
    return [allowed, reason?.key];
  });

/** @param {import("puppeteer-core").Page} own */
const policyPart = (own) =>
  own.$eval("#policy", (part) => /** @type {HTMLElement} */ (part).innerText.replace(/\s+/g, " "));

for (const [what, policy] of /** @type {[string, Record<string, unknown> | undefined][]} */ ([
  ["no policy", undefined],
  ["an empty policy", {}],
]))
  test(
    `installed by an administrator with ${what} it records nothing, and the settings say why`,
    { skip },
    async () => {
      const { own, close } = await openInstalled(policy);
      try {
        assert.deepEqual(await decided(own), [false, "policy_empty"]);
        assert.match(
          await policyPart(own),
          /no policy for it, or an empty one\. Until there is one, nothing can be rec/,
        );
        assert.doesNotMatch(await policyPart(own), /Every site|you alone decide/);
        assert.deepEqual(await start(own), { done: false, reason: "error_bad_policy" });
      } finally {
        await close();
      }
    },
  );

test("installed by an administrator with a policy it records what that lists", { skip }, async () => {
  const { own, close } = await openInstalled({ version: 1, entries: 3, sites: ["https://erp.example.com"] });
  try {
    // Chromium hands a policy out some moments after its start.
    await waitFor("the policy", async () => (await decided(own))[0] === true);
    await waitFor("its version and hash", async () => /Version and hash 1, [0-9a-f]{12} /.test(await policyPart(own)));
    assert.equal((await start(own)).done, true);
  } finally {
    await close();
  }
});
