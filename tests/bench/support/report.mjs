// Prints a bench's table and writes its figures to pkg/bench.

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * @param {string} name of the bench, which names the file
 * @param {object} figures
 */
export async function writeFigures(name, figures) {
  const folder = fileURLToPath(new URL("../../../pkg/bench/", import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`  pkg/bench/${name}.json`);
}

/**
 * Prints rows as a table with aligned columns; the first row is the head.
 * @param {(string | number)[][]} rows
 */
export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  for (const row of rows)
    console.log(
      "  " +
        row
          .map((cell, column) => String(cell).padEnd(widths[column]))
          .join("  ")
          .trimEnd(),
    );
}
