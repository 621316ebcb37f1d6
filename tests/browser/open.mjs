// Opens a browser with the extension for a person to try, on the bundled work site, until it is closed: `node open.mjs [firefox]`.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { CHROMIUM, EXTENSION } from "./browser.mjs";
import { SITE, serve } from "./serve.mjs";

if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error("There is no display: run this where a window can open (or try ./build.sh demo, which needs none).");
  process.exit(1);
}
const firefox = process.argv[2] === "firefox";
const site = await serve({ folders: { "/": SITE } });
const profile = await mkdtemp(join(tmpdir(), "overt-open-"));
const browser = firefox ? await openFirefox() : await openChromium();
const [first] = await browser.pages();
const page = first ?? (await browser.newPage());
await page.goto(`${site.origin}/index.html`);
console.log(
  `Open: ${site.origin} (and ${site.origin}/strict/ with a strict Content-Security-Policy). Close the window to end.`,
);
await once(browser, "disconnected");
await site.close();
await rm(profile, { recursive: true, force: true });

function openChromium() {
  return puppeteer.launch({
    executablePath: CHROMIUM,
    headless: false,
    pipe: true,
    enableExtensions: [EXTENSION],
    userDataDir: profile,
    defaultViewport: null,
    args: ["--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
}

async function openFirefox() {
  const opened = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.OVERT_FIREFOX ?? "/usr/bin/firefox-esr",
    headless: false,
    userDataDir: profile,
    defaultViewport: null,
  });
  await opened.installExtension(fileURLToPath(new URL("../../pkg/firefox", import.meta.url)));
  return opened;
}
