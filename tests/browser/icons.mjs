// Makes the toolbar's PNG icons from their one SVG source, in Chromium; each PNG says which source it was made of.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openPlainBrowser } from "./browser.mjs";
import { ICONS, SIZES, hashOf, withNote } from "../support/png.mjs";

const source = readFileSync(`${ICONS}icon.svg`, "utf8");
const { page, close } = await openPlainBrowser();
try {
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
    const bytes = await page.screenshot({ omitBackground: true, type: "png" });
    const file = `${ICONS}${size}.png`;
    writeFileSync(file, withNote(Buffer.from(bytes), "Source", hashOf(source)));
    console.log(`  ${file.slice(fileURLToPath(new URL("../../", import.meta.url)).length)}`);
  }
} finally {
  await close();
}
