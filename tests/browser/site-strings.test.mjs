// The strings of a site's interface that a policy lists: kept at the level `structure` on that site and on no other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import {
  exportSession,
  liveDocuments,
  notInFirefox,
  PAGES,
  recorded,
  recordTask,
  serve,
  startRecording,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { cannotManage, openManaged, setPolicy } from "./managed.mjs";

const skip = cannotManage;
/** What `overt policy strings` makes of en.json beside it, for http://127.0.0.1:*. */
const ENTRY = JSON.parse(readFileSync(`${PAGES}/site-strings/entry.json`, "utf8"));
const SITES = ["http://127.0.0.1:*", "http://localhost:*"];
const LISTED = { sites: SITES, exports: ["trace", "userFlow", "playwright"], ...ENTRY };

/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  if (skip) return;
  server = await serve({ folders: { "/": PAGES } });
  opened = await openManaged(LISTED);
  for (const origin of origins()) {
    await opened.page.goto(`${origin}/site-strings.html`);
    await switchOn(opened);
  }
});
after(async () => {
  if (skip) return;
  await opened?.close();
  await server?.close();
});

/** The server by the name that is listed, and by one that is not. */
const origins = () => [server.origin, server.origin.replace("127.0.0.1", "localhost")];

/** The texts of the observation in which the button was pressed. @param {string} origin @param {"structure" | "all"} maskingLevel */
async function seenOn(origin, maskingLevel) {
  await opened.page.goto(`${origin}/site-strings.html`);
  const { trace } = await recordTask(opened, (page) => page.click("#next"), { steps: 2, maskingLevel });
  return textsOf(trace.text);
}

/** Without the numbers of placeholders. @param {string} trace */
function textsOf(trace) {
  const observation = trace
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .findLast(({ kind }) => kind === "observation");
  return [...observation.text.matchAll(/"([^"]*)"/g)].map(([, text]) => text.replaceAll(/_\d+>/g, ">"));
}

const HEAD = ["First name", "Last name", "State"];
const PAGE = {
  listed: [
    "Tickets",
    "Choose a ticket to see what was written about it.",
    ...HEAD,
    ...["<TEXT>", "<TEXT>", "In progress"],
    ...["<TEXT>", "<TEXT>", "On hold"],
    ...["<TEXT>", "<TEXT>", "In progress"],
    ...["<TEXT>", "<TEXT>", "Won’t fix"],
    "The ticket of <NAME> was changed successfully.",
    "<TEXT>",
    "Next page",
  ],
  other: ["Tickets", "<TEXT>", ...HEAD, ...Array(12).fill("<TEXT>"), "<TEXT>", "<TEXT>", "Next page"],
};

test(
  "help texts and states of rows are kept where they are listed, and a name that is a word of the site is not",
  { skip },
  async () => {
    const [listed, other] = origins();
    assert.deepEqual(await seenOn(listed, "structure"), PAGE.listed);
    assert.deepEqual(await seenOn(other, "structure"), PAGE.other, "another site has the same page");
  },
);

test("an employee who chose that all is masked is told nothing else by a list", { skip }, async () => {
  const [listed] = origins();
  const texts = await seenOn(listed, "all");
  assert.ok(
    texts.every((text) => /^<[A-Z]+>$/.test(text)),
    texts.join(" | "),
  );
});

test("the settings say of which site how many strings are listed", { skip }, async () => {
  const settings = await opened.openOwn("settings/settings.html");
  const facts = await waitFor("the policy's part", () =>
    settings.$eval("#policy-facts", (facts) => /** @type {HTMLElement} */ (facts).innerText),
  );
  assert.match(facts, /Texts of the site itself.*\nhttp:\/\/127\.0\.0\.1:\*\/\*: 7\n/);
  await settings.close();
});

const live = skip || notInFirefox("it reads its policies when it starts and not again");
test("a list that is withdrawn while a page is recorded holds no longer", { skip: live }, async () => {
  const { page } = opened;
  const [listed] = origins();
  await page.goto(`${listed}/site-strings.html`);
  await startRecording(opened, { maskingLevel: "structure" });
  const [before] = await liveDocuments(opened);
  setPolicy({ ...LISTED, strings: {} });
  await waitFor(
    "the page to be recorded anew",
    async () => {
      const [now] = await liveDocuments(opened);
      return now && now.document !== before?.document;
    },
    60_000,
  );
  await recorded(opened);
  await page.click("#next");
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 2 });
  await review.close();
  assert.deepEqual(textsOf(trace.text), PAGE.other);
});
