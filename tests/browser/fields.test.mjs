// Every kind of field: pickers, sliders, files, editors, the clipboard, an input method, a download.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, notInFirefox, recordTask, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/fields.html" });

/**
 * Records a task on a fresh page and compares its steps, without the load.
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} task
 * @param {string[]} expected
 */
async function records(task, expected) {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/fields.html`);
  const { trace } = await recordTask(opened, task, { steps: expected.length + 1, keepTyped: true });
  assert.deepEqual(trace.steps.slice(1).map(brief), expected);
  return trace;
}

test("several options of one list are one change with all that are chosen", async () => {
  await records(
    async (page) => {
      await page.focus("#toppings");
      await page.keyboard.press("Home");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.up("Shift");
    },
    ['change select listbox "Toppings" = a\nb'],
  );
});

const noParts = notInFirefox("BiDi's keys do not reach the parts of a date field");
test("a date and a time are one change each, in the form of HTML", { skip: noParts }, async () => {
  await records(
    async (page) => {
      await page.click("#day", { offset: { x: 8, y: 8 } });
      await page.keyboard.type("11242026");
      await page.click("#hour", { offset: { x: 8, y: 8 } });
      await page.keyboard.type("0930AM");
    },
    [
      'click textbox "Day"',
      'change date textbox "Day" = 2026-11-24',
      'click textbox "Hour"',
      'change time textbox "Hour" = 09:30',
    ],
  );
});

test("a slider is one change, by key and by dragging", async () => {
  await records(
    async (page) => {
      await page.focus("#volume");
      for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
    },
    ['change range slider "Volume" = 3'],
  );
  await records(
    async (page) => {
      const box = await (await page.$("#volume"))?.boundingBox();
      assert.ok(box);
      const middle = box.y + box.height / 2;
      await page.mouse.move(box.x + 8, middle);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, middle, { steps: 5 });
      await page.mouse.up();
    },
    ['change range slider "Volume" = 50'],
  );
});

test("chosen files are told by number and kind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "overt-files-"));
  const paths = ["dana scully.pdf", "salaries.xlsx"].map((name) => join(folder, name));
  await Promise.all(paths.map((path) => writeFile(path, "x")));
  const { text } = await records(
    async (page) => {
      const input = /** @type {any} */ (await page.$("#receipts"));
      await input.uploadFile(...paths);
    },
    ['change file textbox "Receipts" = 2 files: pdf, xlsx'],
  );
  assert.ok(!/scully|salaries/i.test(text), "a file's name is in the trace");
});

test("text that is edited in place is one change", async () => {
  await records(
    async (page) => {
      await page.click("#note");
      await page.keyboard.type("Ship it");
      await page.keyboard.press("Enter");
      await page.keyboard.type("today");
    },
    ['click textbox "Note"', 'change editor textbox "Note" = Ship it\ntoday'],
  );
});

test("copy, cut and paste are steps without what was copied", async () => {
  const { text } = await records(
    async (page) => {
      await page.click("#line");
      await page.keyboard.type("zebra");
      for (const key of /** @type {const} */ (["a", "c", "x", "v"])) {
        await page.keyboard.down("Control");
        await page.keyboard.press(key);
        await page.keyboard.up("Control");
      }
    },
    [
      'click textbox "Line"',
      'change text textbox "Line" = zebra',
      'keyDown Control+a textbox "Line"',
      'keyDown Control+c textbox "Line"',
      'copy textbox "Line"',
      'keyDown Control+x textbox "Line"',
      'cut textbox "Line"',
      'change text textbox "Line" = ',
      'keyDown Control+v textbox "Line"',
      'paste textbox "Line"',
      'change text textbox "Line" = zebra',
    ],
  );
  assert.equal(text.split("zebra").length - 1, 2, "the clipboard's content is in a step of its own");
});

test(
  "an input method's text is one change, when it is settled",
  { skip: notInFirefox("BiDi drives no input method") },
  async () => {
    await records(
      async (page) => {
        await page.click("#line");
        const session = await page.createCDPSession();
        for (const text of ["に", "にほ", "にほん"])
          await session.send("Input.imeSetComposition", {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        await session.send("Input.insertText", { text: "日本" });
        await session.detach();
      },
      ['click textbox "Line"', 'change text textbox "Line" = 日本'],
    );
  },
);

test("an option of a list that the page made is a click named by its role and name", async () => {
  await records((page) => page.click("#large"), ['click option "Large"']);
});

test("a download is told by the kind of its file", async () => {
  const trace = await records((page) => page.click("#export"), ['click button "Export"', 'download link ""']);
  assert.equal(trace.steps.at(-1).action.extension, "csv");
  assert.ok(!trace.text.includes("dana-salary"), "the file's name is in the trace");
});

const noFill = notInFirefox("only the DevTools protocol can make a browser fill in a card");
test("what the browser fills in is told to be so, and is never kept", { skip: noFill }, async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/autofill.html`);
  const creditCard = {
    number: "4111111111111111",
    name: "Dana Whitfield",
    expiryMonth: "04",
    expiryYear: "2029",
    cvc: "123",
  };
  const { trace } = await recordTask(
    opened,
    async (page) => {
      // The browser looks for forms some time after the load, and tells nobody when it has.
      const number = await page.$("#number");
      await waitFor("the browser to fill in the card", async () => {
        await number?.autofill({ creditCard });
        return page.$eval("#year", (node) => /** @type {HTMLInputElement} */ (node).value === "2029");
      });
    },
    { steps: 5, keepTyped: true },
  );
  const filled = trace.steps.slice(1);
  assert.deepEqual(
    filled.map((step) => brief(step).replace(/<[A-Z_]+\d*>/, "<masked>")),
    ["Holder", "Number", "Month", "Year"].map((name) => `change text textbox "${name}" = <masked>`),
  );
  for (const step of filled) assert.deepEqual(step.flags, ["autofill"]);
  // Ports, ids and hashes are made by chance, and may hold four digits of the card's.
  const byChance = [origin, trace.header.session, trace.header.withdrawal, trace.footer.sha256];
  const kept = byChance.reduce((text, one) => text.replaceAll(one, ""), trace.text);
  assert.doesNotMatch(kept, /4111|Whitfield|2029/);
});

test("another size of the window is one step with the size it came to rest at", async () => {
  const { opened } = fixture;
  const sizes = [
    { width: 900, height: 700 },
    { width: 800, height: 600 },
  ];
  const trace = await records(
    async (page) => {
      for (const size of sizes) {
        await page.setViewport(size);
        await waitFor("the size", () => page.evaluate((width) => innerWidth === width, size.width));
      }
    },
    ["setViewport"],
  );
  const { width, height } = trace.steps[1].action;
  assert.deepEqual({ width, height }, sizes[1]);
  await opened.page.setViewport(null);
});
