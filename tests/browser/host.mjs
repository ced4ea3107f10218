/** A page of somebody else, on another port, that frames the atlas. */
import http from "node:http";
import { after, before } from "node:test";

/** Serves each text under its path; starts before the promises of a file and stops after them. */
export function host(pages) {
  const server = http.createServer((request, answer) => {
    const page = pages[new URL(request.url, "http://host").pathname];
    const { html, headers } = typeof page === "function" ? page() : { html: page, headers: {} };
    answer.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8", ...headers });
    answer.end(html ?? "");
  });
  before(() => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  after(() => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  }));
  return {
    get origin() {
      return `http://127.0.0.1:${server.address().port}`;
    },
  };
}

/** An article around a frame. */
export const article = (frame, more = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title><link rel="icon" href="data:,">${more}</head><body style="margin:0"><p>${"Before the frame. ".repeat(30)}</p>${frame}<p>${"After the frame. ".repeat(900)}</p></body></html>`;

/** Everything that went wrong, but that the host itself is another host. */
export const faultsBut = (reader, origin) => reader.faults.filter((fault) => !fault.startsWith(`another host: ${origin}`));
