// A static web server on loopback, with the headers and the folders that a test asks for.

import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The folder of the fixture pages. */
export const PAGES = fileURLToPath(new URL("../pages/", import.meta.url));
/** The npm packages of the tests, for pages that use them. */
export const NPM = fileURLToPath(new URL("../node_modules/", import.meta.url));
/** The folder of the bundled work site. */
export const SITE = fileURLToPath(new URL("../site/", import.meta.url));

/**
 * @typedef {object} Serving
 * @property {Record<string, string>} folders path prefix to folder, as `{"/": PAGES}`; the longest prefix wins
 * @property {string} [host] name or address in the URLs, default 127.0.0.1; a name must lead to loopback
 * @property {number} [port] default: a free one
 * @property {(path: string, html: string) => string} [rewrite] changes a page before it is sent
 * @property {(path: string) => Record<string, string>} [headers] more headers of an answer
 * @property {string} [certificate] key and certificate as PEM: serves by https
 */

/**
 * Serves folders. A path that starts with `/strict/` is the same file with `Content-Security-Policy: script-src 'self'`.
 * @param {Serving} serving
 * @returns {Promise<{origin: string, port: number, hits: string[], posted: string[], close: () => Promise<void>}>}
 * `hits`: the path of each request; `posted`: what came with those that brought something
 */
export async function serve({
  folders,
  host = "127.0.0.1",
  port = 0,
  rewrite = (_path, html) => html,
  headers = () => ({}),
  certificate,
}) {
  /** @type {string[]} */
  const hits = [];
  /** @type {string[]} */
  const posted = [];
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);

  /** @type {import("node:http").RequestListener} */
  const answer = async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    hits.push(asked);
    if (request.method === "POST") posted.push(await text(request));
    const strict = asked.startsWith("/strict/");
    const path = strict ? asked.slice("/strict".length) : asked;
    const prefix = prefixes.find((one) => path.startsWith(one)) ?? "/";
    const rest = normalize(path.slice(prefix.length)).replace(/^(\.\.[/\\])+/, "");
    const file = join(
      folders[prefix] ?? "/nowhere",
      rest.endsWith("/") || rest === "." ? join(rest, "index.html") : rest,
    );
    if (strict) response.setHeader("Content-Security-Policy", "script-src 'self'");
    response.setHeader("Cache-Control", "no-store");
    for (const [name, value] of Object.entries(headers(asked))) response.setHeader(name, value);
    try {
      const bytes = await readFile(file);
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "application/octet-stream";
      response.setHeader("Content-Type", type);
      response.end(type.startsWith("text/html") ? rewrite(asked, bytes.toString()) : bytes);
    } catch {
      // What is only handed in is taken: Chromium posts no further reports to an endpoint that refused one.
      if (request.method === "POST") response.writeHead(204).end();
      else response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
    }
  };
  const server = certificate
    ? createSecureServer({ key: certificate, cert: certificate }, answer)
    : createServer(answer);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `${certificate ? "https" : "http"}://${host}:${address.port}`,
    port: address.port,
    hits,
    posted,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
