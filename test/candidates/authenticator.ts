import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Party = { domain: string; origin: string };
type Options = { challenge: string };

/**
 * A device that keeps one passkey (ES256, no attestation), for what a real browser would not do:
 * answer for another site, without verifying the person, or twice. WebAuthn level 3, 6.1 and 6.5.
 */
export function newAuthenticator(party: Party) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let uses = 0;

  const authenticatorData = (domain: string, verified: boolean, attested = Buffer.alloc(0)) => {
    uses += 1;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(uses);
    return Buffer.concat([sha256(domain), Buffer.from([flags]), count, attested]);
  };
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url') };

  return {
    id: common.id,
    /** Turns the device's count of uses back, as a copy of it would have. */
    forgetUses: () => {
      uses = 0;
    },
    create({ challenge }: Options, as: Partial<Party> & { verified?: boolean } = {}): string {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = map([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const authData = authenticatorData(as.domain ?? party.domain, as.verified ?? true, attested);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, as.origin ?? party.origin),
        attestationObject: map([
          ['fmt', 'none'],
          ['attStmt', map([])],
          ['authData', authData],
        ]),
      };
      return JSON.stringify({
        ...common,
        type: 'public-key',
        clientExtensionResults: {},
        response: { ...texts(response), transports: ['internal'] },
      });
    },
    get({ challenge }: Options, as: Partial<Party> & { verified?: boolean } = {}): string {
      const data = clientData('webauthn.get', challenge, as.origin ?? party.origin);
      const authData = authenticatorData(as.domain ?? party.domain, as.verified ?? true);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      const response = { clientDataJSON: data, authenticatorData: authData, signature };
      return JSON.stringify({
        ...common,
        type: 'public-key',
        clientExtensionResults: {},
        response: texts(response),
      });
    },
  };
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function texts(response: Record<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
  );
}

/** CBOR (RFC 8949) of what a passkey needs: small numbers, short texts, bytes, maps within them. */
function map(entries: readonly (readonly [string | number, string | number | Buffer])[]): Buffer {
  const parts = entries.flatMap(([key, value]) => [
    item(key),
    // A map is given as it is; every other run of bytes is a byte string.
    Buffer.isBuffer(value) && isMap(value) ? value : item(value),
  ]);
  const whole = Buffer.concat([head(5, entries.length), ...parts]);
  maps.add(whole);
  return whole;
}

const maps = new WeakSet<Buffer>();

function isMap(bytes: Buffer): boolean {
  return maps.has(bytes);
}

function item(value: string | number | Buffer): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  const bytes = Buffer.from(value);
  return Buffer.concat([head(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
