/**
 * Asks one address as fast as it is answered, for some seconds, and prints requests a second:
 * `node load.mjs PORT PATH SECONDS`. Every answer has the same length, so counting bytes counts answers, and the
 * asking costs far less than the answering.
 */
import net from "node:net";

const [port, path, seconds] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
const CONNECTIONS = 32;
const REQUEST = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: br\r\nAccept: text/html\r\n\r\n`;

const length = await answerLength();
let answered = 0;
let measuring = false;
for (let i = 0; i < CONNECTIONS; i++) ask();
await new Promise((resolve) => setTimeout(resolve, 500));
measuring = true;
const start = performance.now();
await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
console.log(JSON.stringify({ perSecond: Math.round((answered * 1000) / (performance.now() - start)), length }));
process.exit(0);

function ask() {
  const socket = net.connect(port, "127.0.0.1");
  let received = 0;
  socket.on("data", (chunk) => {
    received += chunk.length;
    if (received < length) return;
    if (received > length) throw new Error(`an answer had ${received} bytes, not ${length}`);
    received = 0;
    if (measuring) answered++;
    socket.write(REQUEST);
  });
  socket.write(REQUEST);
}

function answerLength() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1");
    let bytes = Buffer.alloc(0);
    let asked = 1;
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const head = bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const text = bytes.subarray(0, head).toString("latin1");
      const body = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (!text.startsWith("HTTP/1.1 200") || Number.isNaN(body)) return reject(new Error(text));
      const whole = head + 4 + body;
      if (bytes.length < whole) return;
      bytes = Buffer.alloc(0);
      // The first answer fills the cache; the ones measured look like the second.
      if (asked++ < 2) return void socket.write(REQUEST);
      socket.destroy();
      resolve(whole);
    });
    socket.write(REQUEST);
  });
}
