// A policy that the browser itself applies: what it lists is recorded, nothing else is, and what it says holds at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  badge,
  brief,
  closePopup,
  exportSession,
  liveDocuments,
  notInFirefox,
  openPopup,
  PAGES,
  recorded,
  serve,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { cannotManage, openManaged, setPolicy } from "./managed.mjs";

const skip = cannotManage;
/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** The server under another name, which the policy does not list. */
let other = "";

before(async () => {
  if (skip) return;
  server = await serve({ folders: { "/": PAGES, "/desk/": PAGES } });
  other = server.origin.replace("127.0.0.1", "localhost");
  opened = await openManaged({
    sites: [`${server.origin}/desk/*`],
    maskingLevel: "values",
    retentionDays: 14,
    exports: ["trace", "userFlow", "playwright"],
    contact: "it@desk.example",
  });
  await opened.page.goto(`${server.origin}/desk/controls.html`);
  await switchOn(opened);
});
after(async () => {
  if (skip) return;
  await opened?.close();
  await server?.close();
});

/**
 * Asks the policy as the extension's own pages do.
 * @param {"readPolicy" | "decide"} name
 * @param {...string} args
 */
const ask = (name, ...args) =>
  opened.control.evaluate(
    async (one, rest) => {
      const policy = await import(/** @type {any} */ ("/shared/policy.js"));
      return policy[one](...rest);
    },
    name,
    args,
  );

test("a policy says what may be recorded and starts nothing", { skip }, async () => {
  const view = await ask("readPolicy");
  assert.deepEqual([view.problems, view.sites], [[], [`${server.origin}/desk/*`]]);
  assert.equal((await ask("decide", `${server.origin}/desk/controls.html`)).allowed, true);
  assert.equal((await ask("decide", `${server.origin}/controls.html`)).reason.key, "reason_outside_paths");
  assert.equal((await ask("decide", `${other}/desk/controls.html`)).reason.key, "reason_not_listed");
  assert.equal((await ask("decide", "https://www.chase.com/")).reason.key, "reason_pack_banking");
  assert.equal(await stepCount(opened), undefined, "nothing records before a person says so");
  assert.deepEqual(await liveDocuments(opened), []);
});

test("the settings show the version and the hash of the policy in force", { skip }, async () => {
  const { version, hash } = await ask("readPolicy");
  assert.match(hash, /^[0-9a-f]{12}$/);
  const settings = await opened.openOwn("settings/settings.html");
  const facts = await waitFor("the policy's part", () =>
    settings.$eval("#policy-facts", (facts) => /** @type {HTMLElement} */ (facts).innerText),
  );
  assert.ok(facts.includes(`Version and hash\n${version}, ${hash}`), facts);
  await settings.close();
});

test("a site that the policy does not list is refused with the name of whom to ask", { skip }, async () => {
  const { contact, reason } = await ask("decide", `${other}/desk/controls.html`);
  assert.deepEqual([reason.key, contact], ["reason_not_listed", "it@desk.example"]);
  if (opened.kind !== "chromium") return;
  await opened.page.goto(`${other}/desk/controls.html`);
  const popup = await openPopup(opened);
  assert.equal(await popup.$eval("#site-contact", (line) => line.textContent), "You can ask: it@desk.example");
  await closePopup(popup);
});

test("the settings offer what the policy allows, and say why there is not more", { skip }, async () => {
  const page = await opened.openOwn("settings/settings.html");
  const levels = await waitFor("the levels", async () => {
    const all = await page.$$eval("[name=masking-level]", (inputs) =>
      inputs.map((input) => {
        const { value, disabled, checked } = /** @type {HTMLInputElement} */ (input);
        return `${value}${disabled ? " disabled" : ""}${checked ? " checked" : ""}`;
      }),
    );
    return all.length && all;
  });
  assert.deepEqual(levels, ["all", "structure checked", "values", "open disabled"]);
  const days = await page.$$eval("#retention-days option", (options) =>
    options
      .map((one) => /** @type {HTMLOptionElement} */ (one))
      .map(({ value, selected }) => [Number(value), selected]),
  );
  assert.deepEqual(days, [
    [7, false],
    [14, true],
  ]);
  const text = await page.$eval("main", (main) => /** @type {HTMLElement} */ (main).innerText);
  assert.equal(text.split("not allowed by your organisation’s policy").length, 3, "said at both");
  await page.close();
});

test("the extension cannot write to what the policy is read from", { skip }, async () => {
  const refused = await opened.control.evaluate(() =>
    chrome.storage.managed.set({ sites: [] }).then(
      () => "",
      (error) => String(error),
    ),
  );
  assert.match(refused, /read-?only/i);
});

test("steps are taken on the listed paths only, and stop in the tick of a history change", { skip }, async () => {
  const { page } = opened;
  await page.goto(`${server.origin}/desk/controls.html`);
  await startRecording(opened, { keepTyped: true });
  await page.click("#approve");
  // One task of the page: it leaves the path and is clicked there.
  await page.evaluate(() => history.pushState(null, "", "/elsewhere"));
  await page.click("#twice");
  await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
  assert.ok(await page.$(":popover-open"), "the indicator stays and shows that nothing is recorded here");
  await page.evaluate(() => history.pushState(null, "", "/desk/again"));
  await waitFor("the badge to say recording", async () => (await badge(opened)) === "REC");
  await page.click("#more");
  await page.goto(`${server.origin}/next.html`);
  await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
  await page.click("h1, body");
  await page.goto(`${server.origin}/desk/next.html`);
  await recorded(opened);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 6 });
  await review.close();
  assert.deepEqual(
    trace.steps.map((step) => [brief(step), step.url.replace(/^\w+:\/\/[^/]*/, "")]),
    [
      ["navigate load", "/desk/controls.html"],
      ['click button "Approve"', "/desk/controls.html"],
      ["navigate history", "/desk/again"],
      ['click button "More"', "/desk/again"],
      ["navigate history", "/desk/more"],
      ["navigate load", "/desk/next.html"],
    ],
  );
  assert.equal(
    trace.header.maskingLevel,
    "values",
    "the policy's masking level holds, though the person asked for the typed text",
  );
});

const live = skip || notInFirefox("it reads its policies when it starts and not again");
test(
  "a policy that changes while a page is recorded ends that at once, and a bad one allows nothing",
  { skip: live },
  async () => {
    const { page } = opened;
    await page.goto(`${server.origin}/desk/controls.html`);
    await startRecording(opened);
    setPolicy({ sites: ["https://*"] });
    await waitFor("the recording of the page to end", async () => !(await liveDocuments(opened)).length, 60_000);
    await waitFor("the indicator to go", async () => !(await page.$(":popover-open")));
    const { reason } = await ask("decide", page.url());
    assert.deepEqual(
      [reason.key, reason.args],
      ["reason_bad_policy", ['sites[0] "https://*": a pattern for every site is not taken: name hosts']],
    );
    const steps = await stepCount(opened);
    await page.click("#approve");

    setPolicy({ sites: [`${server.origin}/desk/*`] });
    await recordedAgain();
    await page.click("#twice");
    await waitFor("one step more than the arrival", async () => (await stepCount(opened)) === (steps ?? 0) + 2);
    await stopRecording(opened);
  },
);

/** The policy lists the page again. */
const recordedAgain = () =>
  waitFor("the page to be recorded again", async () => (await liveDocuments(opened)).length === 1, 60_000);
