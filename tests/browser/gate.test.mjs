// What comes from a content script's world is not believed: it is bound to its document, bounded, and masked again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  PAGES,
  clickEnabled,
  exportAs,
  openReview,
  readTrace,
  recorded,
  serve,
  shownSteps,
  startRecording,
  stepCount,
  stopRecording,
  waitFor,
} from "./harness.mjs";
import { reportAttack } from "./report.mjs";
import { everythingStored } from "./stored.mjs";

const fixture = browserFor({ path: "/controls.html" });
const CARD = "4111 1111 1111 1111";

/** The tab that shows a page. @param {string} url its beginning */
const tabOf = (url) =>
  fixture.opened.control.evaluate(async (url) => {
    // Firefox's patterns know no ports.
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url));
    return tab?.id ?? -1;
  }, url);

/**
 * Sends messages, and writes to the journal, from the extension's own world in the page that a tab shows.
 * @param {string} url the tab's
 * @param {{messages?: any[], journal?: any[], fill?: number}} what `fill`: so many letters take the place of each `json`
 * @returns {Promise<any[]>} the answers
 */
async function fromWorld(url, { messages = [], journal = [], fill = 0 }) {
  const tabId = await tabOf(url);
  return fixture.opened.control.evaluate(
    async ({ tabId, messages, journal, fill }) => {
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [messages, journal, fill],
        func: async (messages, journal, fill) => {
          const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? chrome);
          const answers = [];
          for (const message of messages)
            answers.push(await api.runtime.sendMessage(fill ? { ...message, json: "a".repeat(fill) } : message));
          for (const entry of journal)
            await api.storage.local.set({ [`journal/${entry?.document}/${entry?.sequence}`]: entry });
          return answers;
        },
      });
      return /** @type {any} */ (ran?.result);
    },
    { tabId, messages, journal, fill },
  );
}

/** The running session and the document of a page. @param {string} origin */
function running(origin) {
  return fixture.opened.control.evaluate(async (origin) => {
    const { active, documents } = /** @type {any} */ (await chrome.storage.session.get(["active", "documents"]));
    const one = /** @type {any[]} */ (Object.values(documents)).find((one) => one.top && one.origin === origin);
    return { session: active.id, document: one?.document };
  }, origin);
}

/** The steps that are stored, but for those about tabs. */
const steps = async () => (await everythingStored(fixture.opened.control)).rows.steps ?? [];

test("a content script's world can put nothing into a recording that is not its document's step", async () => {
  const { opened, origin } = fixture;
  const other = await serve({ folders: { "/": PAGES } });
  try {
    await startRecording(opened);
    const second = await opened.browser.newPage();
    await second.goto(`${other.origin}/controls.html`);
    await recorded(opened, second);
    const { session, document } = await running(origin);
    const { document: foreign } = await running(other.origin);
    assert.ok(document && foreign, "both pages are recorded");
    const before = JSON.stringify(await steps());

    /** @param {object} [change] @param {object} [inStep] */
    const step = (change, inStep) => {
      const json = JSON.stringify({
        ...{ kind: "step", seq: 500, time: 5, url: `${origin}/controls.html`, action: { type: "copy" } },
        ...inStep,
      });
      return { type: "step", document, sequence: 500, revision: 0, json, made: Date.now(), ...change };
    };
    const attacks = {
      "another site's document": step({ document: foreign }),
      "another site's document and address": step({ document: foreign }, { url: `${other.origin}/` }),
      "a document of nobody": step({ document: "0".repeat(32) }),
      "the background's own document": step({ document: "tabs" }),
      "a foreign address": step({}, { url: "https://bank.example/pay" }),
      "another tab": step({}, { tab: 1 }),
      "a frame": step({}, { frame: [3] }),
      "sequence -1": step({ sequence: -1 }),
      "sequence 1e308": step({ sequence: 1e308 }),
      "a sequence that is not the step's": step({ sequence: 7 }),
      "more than a person does": step({ sequence: 900_000 }, { seq: 900_000 }),
      "revision 1e15": step({ revision: 1e15 }),
      "JSON that is no step": step({ json: '{"a":1}' }),
      "no JSON": step({ json: "{" }),
      "a time beyond all sessions": step({}, { time: 1e18 }),
      "a mark of the person": step({}, { flags: ["mistake"] }),
      "an observation of nothing": step(
        { observation: JSON.stringify({ id: "0123456789abcdef", text: `- button "${CARD}" [ref=e1]` }) },
        { observation: { id: "0123456789abcdef" } },
      ),
      "a message with a member too many": { ...step(), more: 1 },
      "an own page's message": { type: "wipe" },
      "no message of the protocol": { type: "nothing" },
      "a place of the indicator that is none": { type: "placed", indicator: { right: 1e9, bottom: 0, small: false } },
      "a hello with another's document": {
        ...{ type: "hello", document: foreign, path: [], born: 1, at: 1, viewport: { width: 1, height: 1 } },
      },
    };
    const page = `${origin}/controls.html`;
    const messages = Object.values(attacks);
    const answers = await fromWorld(page, { messages });
    Object.keys(attacks).forEach((name, at) =>
      assert.ok(answers[at]?.refused || answers[at]?.on === false, `${name}: ${JSON.stringify(answers[at])}`),
    );
    const [large] = await fromWorld(page, { messages: [step()], fill: 50_000_000 });
    assert.ok(large?.refused, JSON.stringify(large));

    // The same by the journal, which is taken in as a page says hello.
    const entries = messages.filter(({ type }) => type === "step").map(({ type: _, ...entry }) => entry);
    await fromWorld(page, { journal: [...entries.map((entry) => ({ session, ...entry })), 5, null] });
    await opened.page.bringToFront();
    await opened.page.reload();
    await recorded(opened);
    await waitFor("the journal to be empty", () =>
      opened.control.evaluate(async () =>
        Object.keys(await chrome.storage.local.get(null)).every((key) => !key.startsWith("journal/")),
      ),
    );
    const old = JSON.parse(before).length;
    const now = await steps();
    const kept = now.filter((one) => one.sequence >= 7 || /bank|4111 ?1111/.test(JSON.stringify(one))).length;
    assert.ok(now.length > old, "the reload is a step");
    await second.close();
    reportAttack({
      attack: "messages and journal entries of a page's side",
      runs: messages.length * 2,
      kept,
      seenByPage: 0,
    });
  } finally {
    await other.close();
  }
});

test("a raw number that a content script's world sends is masked, at the mildest level too", async () => {
  const { opened, origin } = fixture;
  await stopRecording(opened);
  await startRecording(opened, { keepTyped: true });
  const { document } = await running(origin);
  const target = {
    role: "textbox",
    name: CARD,
    tag: "input",
    selectors: [[`aria/${CARD}`], ["#ok"]],
    box: [0, 0, 1, 1],
  };
  const json = JSON.stringify({
    ...{ kind: "step", seq: 500, time: 5, url: `${origin}/${CARD.replaceAll(" ", "")}`, target },
    action: { type: "change", field: "text", value: `pay ${CARD} today` },
  });
  const message = { type: "step", document, sequence: 500, revision: 0, json, made: Date.now() };
  assert.deepEqual(await fromWorld(`${origin}/controls.html`, { messages: [message] }), [{ kept: true }]);
  const one = (await steps()).find(({ sequence }) => sequence === 500);
  assert.match(one.step.action.value, /^pay <CARD_\d+> today$/);
  assert.deepEqual(one.step.target.selectors, [["#ok"]]);
  const kept = JSON.stringify(await everythingStored(opened.control))
    .replaceAll(" ", "")
    .includes("4111111111111111");
  reportAttack({ attack: "a raw card number of a page's side", runs: 1, kept: Number(kept), seenByPage: 0 });
});

/**
 * Makes a recorder in a page, and ends it.
 * @param {Partial<OvertRecorderSettings>} settings
 * @returns {Promise<string>} what came of it: "inside" or "outside" of the paths, or why there is none
 */
async function recorderWith(settings) {
  const tabId = await tabOf(`${fixture.origin}/controls.html`);
  return fixture.opened.control.evaluate(
    async (tabId, settings) => {
      const [ran] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [settings],
        func: (settings) => {
          const { Recorder } = /** @type {any} */ (globalThis).overt.startEngine().core;
          let inside = true;
          const rest = { maskingLevel: "open", terms: [], strings: "", clock: 0, paused: false, tab: 0, frame: [] };
          const calls = { onStep: () => {}, onPlaced: (/** @type {boolean} */ now) => (inside = now) };
          try {
            new Recorder({ remove: () => {} }, { ...rest, ...settings, ...calls }).free();
            return inside ? "inside" : "outside";
          } catch (error) {
            return String(error);
          }
        },
      });
      return /** @type {any} */ (ran?.result);
    },
    tabId,
    settings,
  );
}

const KEY = "0123456789abcdef".repeat(2);
const EVERYWHERE = { allowed: ["/"], denied: [] };

test("a recorder without the session's key takes nothing", async () => {
  const refusal = "expected a key of 32 hexadecimal digits";
  for (const key of ["", "no key", "0".repeat(31), "z".repeat(32)])
    assert.equal(await recorderWith({ key, paths: EVERYWHERE }), refusal, key);
  assert.equal(await recorderWith({ key: KEY, paths: EVERYWHERE }), "inside");
});

test("a recorder's path with a line feed in it is one path, and no other is allowed by it", async () => {
  assert.equal(await recorderWith({ key: KEY, paths: { allowed: ["/nowhere\n/"], denied: [] } }), "outside");
});

test("a row that holds no step hides no other: review shows that it is there, and the export says what it leaves out", async () => {
  const { opened } = fixture;
  await opened.page.bringToFront();
  // The recorder of the test before has taken the place of the page's own.
  await opened.page.reload();
  await recorded(opened);
  const before = (await stepCount(opened)) ?? 0;
  await opened.page.click("#approve");
  await waitFor("the step", async () => ((await stepCount(opened)) ?? 0) > before);
  await stopRecording(opened);
  await opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    const session = (await store.getAll("sessions")).sort(
      (/** @type {any} */ a, /** @type {any} */ b) => b.started - a.started,
    )[0].id;
    const row = { session, document: "bad", revision: 0 };
    await store.put("steps", { ...row, sequence: 0, step: { kind: "step", seq: "none" } });
    await store.put("steps", { ...row, sequence: 1 });
    await store.put("observations", { session, id: "bad", text: 5 });
  });
  const review = await openReview(opened);
  const unreadable = "A step that this version cannot read";
  await waitFor("all rows", async () => (await shownSteps(review)).filter((one) => one === unreadable).length === 2);
  const all = await shownSteps(review);
  assert.ok(
    all.some((one) => one.includes("Approve")),
    all.join("\n"),
  );
  await clickEnabled(review, "#tab-export");
  await waitFor("the words", () => review.$("#left-out"));
  assert.match(await review.$eval("#left-out", (note) => note.textContent ?? ""), /^\s*2 records hold no step/);
  const trace = readTrace(await exportAs(opened, review, "trace"));
  assert.equal(trace.steps.length, all.length - 2);
  await review.close();
});
