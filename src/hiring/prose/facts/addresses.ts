import type { Recognize } from './recognizer.ts';
import { fact, inOrder, onlyWith, wordPattern } from './recognizer.ts';

const emailPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const urlPattern =
  /(?:https?:\/\/|www\.)[^\s<>"«»]+|(?<![\p{L}\p{N}.-])(?:[a-z0-9-]+\.)+(?:ca|com|org|net|io|app|dev|gov|edu)(?:\/[^\s<>"«»]*)?(?![\p{L}\p{N}])/giu;
const phonePattern =
  /(?<![\d-])(?:\+?(?<country>1)[\s.-]?)?\(?(?<area>\d{3})\)?[\s.-]?(?<exchange>\d{3})[\s.-](?<line>\d{4})(?![\d-])(?:,?\s?(?:x|ext\.?|extension|poste)\s?(?<extension>\d{1,6}))?/giu;

const emails: Recognize = (text) =>
  [...text.matchAll(emailPattern)].map(({ 0: match, index }) => {
    const address = match.replace(/[.-]+$/, '');
    return fact('email', address.toLowerCase(), index, index + address.length);
  });

const urls: Recognize = (text) =>
  [...text.matchAll(urlPattern)].map(({ 0: match, index }) => {
    const address = match.replace(/[.,;:!?)\]]+$/, '');
    return fact('url', address, index, index + address.length);
  });

const phones: Recognize = (text) =>
  [...text.matchAll(phonePattern)].map(({ 0: match, index, groups }) => {
    const { area, exchange, line, extension } = groups!;
    const value = `+1${area}${exchange}${line}${extension ? `x${extension}` : ''}`;
    const start = index + (/^\s/.test(match) ? 1 : 0);
    return fact('phone', value, start, index + match.length);
  });

const postcodes: Recognize = (text) =>
  [...text.matchAll(wordPattern('[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d', 'u'))].map(({ 0: match, index }) =>
    fact('name', match.replaceAll(/\s/g, ''), index, index + match.length),
  );

export const addresses = inOrder(
  onlyWith(/@/, emails),
  onlyWith(/:\/\/|www\.|\.(?:ca|com|org|net|io|app|dev|gov|edu)/i, urls),
  onlyWith(/\d{4}/, phones),
  onlyWith(/\d[A-Z]\s?\d/, postcodes),
);
