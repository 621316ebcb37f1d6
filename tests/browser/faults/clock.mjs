// Faults of the machine's clock: it is set back while a session records, by libfaketime in a browser of its own.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../wait.mjs";

/** Where Debian has it, by the machine's architecture. */
const LIBRARIES = "/usr/lib";
const NAME = "faketime/libfaketimeMT.so.1";
const library = readdirSync(LIBRARIES)
  .map((architecture) => join(LIBRARIES, architecture, NAME))
  .find(existsSync);
const HOUR = 3_600_000;

/** From here libfaketime reads how far the clock is off. */
const offset = join(tmpdir(), `overt-clock-${process.pid}`);
process.on("exit", () => rmSync(offset, { force: true }));

/** @type {import("../faults.test.mjs").Fault[]} */
export const CLOCK = [
  {
    fault: "clock set back by an hour",
    // Firefox does not start with libfaketime (0.9.10): its memory allocator and the library wait for each other.
    browsers: ["chromium"],
    then: "records",
    async options() {
      await writeFile(offset, "+0\n");
      if (!library) throw new Error("no libfaketime: install the package faketime");
      return {
        env: {
          LD_PRELOAD: library,
          FAKETIME_TIMESTAMP_FILE: offset,
          // Seconds until the file is read again.
          FAKETIME_CACHE_DURATION: "1",
          FAKETIME_DONT_FAKE_MONOTONIC: "1",
          // With its own waiting for conditions Chromium hangs.
          FAKETIME_FORCE_MONOTONIC_FIX: "0",
        },
      };
    },
    async strike({ page, act }) {
      const before = await page.evaluate(() => Date.now());
      await writeFile(offset, "-1h\n");
      await waitFor("the page's clock to be back", () =>
        page.evaluate((before) => Date.now() < before, before - HOUR / 2),
      );
      await act();
    },
  },
];
