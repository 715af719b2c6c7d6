/** The reference: nothing but `node:http` and the bytes of one answer, read from a file of `{ headers, body }`. */
import fs from "node:fs";
import http from "node:http";

const { headers, body } = JSON.parse(fs.readFileSync(process.argv[2] ?? "", "utf8"));
const bytes = Buffer.from(body, "base64");
const server = http.createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(Number(process.argv[3]), "127.0.0.1", () => console.log("ready"));
