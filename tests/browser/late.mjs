/** A way to a server on which every answer is late, by as much as chance has it: what comes first here may come last there. */
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";

/**
 * A way whose end is told by `leads`, once it is known. What is asked is passed on at once,
 * each piece of an answer up to `latest` milliseconds after it came.
 */
export async function late(latest) {
  const open = new Set();
  let end = null;
  const way = createServer((reader) => {
    const server = connect(Number(end.port), end.hostname);
    for (const socket of [reader, server]) {
      open.add(socket);
      socket.on("error", () => [reader, server].forEach((other) => other.destroy()));
      socket.on("close", () => open.delete(socket));
    }
    reader.pipe(server);
    (async () => {
      for await (const piece of server) {
        await after(Math.random() * latest);
        reader.write(piece);
      }
      reader.end();
    })().catch(() => reader.destroy());
  });
  await once(way.listen(0, "127.0.0.1"), "listening");
  const stop = async () => {
    open.forEach((socket) => socket.destroy());
    way.close();
    await once(way, "close");
  };
  return { origin: `http://127.0.0.1:${way.address().port}`, leads: (origin) => (end = new URL(origin)), stop };
}
