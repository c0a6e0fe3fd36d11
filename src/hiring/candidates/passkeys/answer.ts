import { z } from 'zod';

/** Greatest size of what an authenticator answers, in characters; some carry certificates. */
const longestAnswer = 20_000;

const base64url = z.string().regex(/^[\w-]+$/);

const common = {
  id: base64url.max(2000),
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

const transports = z
  .array(z.string().regex(/^[a-z-]{1,20}$/))
  .max(10)
  .default([]);

const newPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports,
  }),
});

const signature = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().nullish(),
  }),
});

const clientData = z.object({ challenge: base64url });

/** What a browser sends of a new passkey (`PublicKeyCredential.toJSON()`), with what it answers. */
export function readNewPasskey(text: string | undefined) {
  return read(text, newPasskey);
}

/** What a browser sends of a signature with a passkey. */
export function readSignature(text: string | undefined) {
  const found = read(text, signature);
  if (!found) return null;
  const { userHandle, ...response } = found.answer.response;
  return {
    ...found,
    answer: { ...found.answer, response: { ...response, ...(userHandle && { userHandle }) } },
  };
}

/** Null for anything but such an answer; whether it is true is for the verification to say. */
function read<Answer extends { response: { clientDataJSON: string } }>(
  text: string | undefined,
  schema: z.ZodType<Answer>,
): { answer: Answer; challenge: string } | null {
  if (!text || text.length > longestAnswer) return null;
  const answer = schema.safeParse(parseJson(text));
  if (!answer.success) return null;
  const said = Buffer.from(answer.data.response.clientDataJSON, 'base64url').toString('utf8');
  const signed = clientData.safeParse(parseJson(said));
  return signed.success ? { answer: answer.data, challenge: signed.data.challenge } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
