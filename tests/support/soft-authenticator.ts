import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** CBOR as far as a passkey needs it: small integers, bytes, text, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -value - 1) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].map(([key, inner]) => Buffer.concat([cbor(key), cbor(inner as Buffer)]));
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const text = (bytes: Buffer) => bytes.toString("base64url");

interface Ceremony {
  challenge: string;
  origin: string;
  /** Whether its owner unlocked the device. */
  verified?: boolean;
  /** What the device says its count is, when it is not the next one. */
  counter?: number;
}

/** A device with one passkey, as a browser would let it answer: JSON for the form. */
export function softAuthenticator({ counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = (part: string) => Buffer.from(part, "base64url");
  const key = cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]),
  );
  let count = 0;

  const clientData = (type: string, { challenge, origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  function authData({ origin, verified = true, counter }: Ceremony, attested?: Buffer) {
    if (counts) count++;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(counter ?? count);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), bytes, attested ?? Buffer.alloc(0)]);
  }
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {}, response });

  return {
    id: text(id),
    create(ceremony: Ceremony): string {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = authData(ceremony, attested);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data],
      ]);
      return answer({
        clientDataJSON: text(clientData("webauthn.create", ceremony)),
        attestationObject: text(cbor(attestation)),
        transports: ["internal"],
      });
    },
    get(ceremony: Ceremony): string {
      const client = clientData("webauthn.get", ceremony);
      const data = authData(ceremony);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
      });
    },
  };
}
