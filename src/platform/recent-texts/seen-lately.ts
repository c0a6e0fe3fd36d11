/** Texts told apart: a power of two. Each new one takes the place of one seen before. */
const slots = 2 ** 15;

/**
 * Tells whether a text has come by lately, without keeping it: by a number made of it. Rarely it is
 * mistaken, so nothing but what is worth keeping may hang on the answer.
 */
export function seenLately(): (text: string) => boolean {
  const seen = new Uint32Array(slots);
  return (text) => {
    const number = numberOf(text);
    const slot = number & (slots - 1);
    if (seen[slot] === number) return true;
    seen[slot] = number;
    return false;
  };
}

/** FNV-1a over UTF-16 units. */
function numberOf(text: string): number {
  let number = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    number = Math.imul(number ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return number >>> 0;
}
