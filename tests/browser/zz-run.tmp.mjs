import { caseNames, readCase, recordCase, replayCase, serveCases } from "./cases/run.mjs";
import { openBrowser } from "./browser.mjs";
import { askBackground, switchOn } from "./popup.mjs";
import { openReplayers } from "./replay.mjs";
import { writeFileSync } from "node:fs";
let args = process.argv.slice(2);
const verbose = args[0] === "-v"; if (verbose) args = args.slice(1);
const names = args.length ? (args[0]==="all"?caseNames():args) : caseNames();
const cases = await serveCases();
const opened = await openBrowser();
const replayers = openReplayers();
await opened.page.goto(`${cases.server.origin}/blank/index.html`);
await switchOn(opened);
for (const name of names) {
  const one = readCase(name);
  const begun = Date.now();
  try {
    const r = await recordCase(opened, cases, name);
    const same = one.steps ? JSON.stringify(one.steps) === JSON.stringify(r.steps) : undefined;
    console.log(`\n== ${name}: ${one.title}${one.known ? "  [known: " + one.known + "]" : ""}`);
    console.log(`   expected ${JSON.stringify(one.expected)}`);
    if (same !== undefined) console.log(same ? "   steps SAME" : "   steps DIFFER from " + JSON.stringify(one.steps, null, 1));
    if (!same) for (const s of r.steps) console.log("     " + s);
    for (const word of one.leaks ?? []) if (r.text.includes(word)) console.log("   LEAK " + word);
    let rep;
    if (one.replay) {
      rep = await replayCase(replayers, r, one);
      const want = JSON.stringify(r.state);
      console.log("   state " + want);
      for (const [k, v] of Object.entries(rep)) console.log(`   ${k} ${JSON.stringify(v) === want ? "OK" : "WRONG " + JSON.stringify(v)}`);
    }
    writeFileSync(`/tmp/cap/${name}.json`, JSON.stringify({ steps: r.steps, state: r.state, rep }, null, 1));
    if (verbose) { console.log(r.text); console.log(r.source); console.log(JSON.stringify(r.flow.steps)); }
  } catch (e) {
    console.log(`\n== ${name} FAILED ${String(e?.message ?? e).slice(0, 600)} ${e?.cause?.message ?? ""}`);
    await askBackground(opened, { type: "stop" }).catch(() => {});
  }
  console.log("   ms " + (Date.now() - begun));
}
await opened.close(); await replayers.close(); await cases.close();
process.exit(0);
