// A proxy on loopback that sees every connection a browser makes, lets through what goes to one origin, and nothing else.

import { once } from "node:events";
import { createServer, request } from "node:http";

/**
 * @param {string} origin the only one that answers
 * @returns {Promise<{port: number, seen: string[], close: () => Promise<void>}>} `seen`: each request, as its URL or `host:port`
 */
export async function openSink(origin) {
  /** @type {string[]} */
  const seen = [];
  const { host } = new URL(origin);
  const server = createServer((asked, answer) => {
    const url = asked.url ?? "";
    seen.push(url);
    if (!url.startsWith(`${origin}/`)) return void answer.writeHead(502).end();
    const { pathname, search } = new URL(url);
    const onward = request(
      {
        host: host.split(":")[0],
        port: host.split(":")[1],
        path: pathname + search,
        method: asked.method,
        headers: asked.headers,
      },
      (from) => {
        answer.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(answer);
      },
    );
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  // What is encrypted comes as CONNECT: only its host is seen, and it gets no further.
  server.on("connect", (asked, socket) => {
    seen.push(asked.url ?? "");
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.on("clientError", (_error, socket) => socket.destroy());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port,
    seen,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
