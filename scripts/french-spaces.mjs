// Puts the non-breaking spaces of Canadian French typography into the French message files:
// before a colon and a percent or dollar sign, inside guillemets. Run by `npm run format`.
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';

/** @param {string} text */
export function frenchSpaces(text) {
  return text
    .replaceAll(/ (?=[:%$»])/g, '\u00A0')
    .replaceAll(/(?<=«) /g, '\u00A0')
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00A0');
}

const check = process.argv.includes('--check');
const wrong = [];
for (const file of globSync('src/**/messages/fr.json')) {
  const before = await readFile(file, 'utf8');
  const messages = JSON.parse(before);
  for (const [key, value] of Object.entries(messages)) messages[key] = frenchSpaces(value);
  const after = `${JSON.stringify(messages, null, 2)}\n`;
  if (after === before) continue;
  wrong.push(file);
  if (!check) await writeFile(file, after);
}
if (check && wrong.length > 0) {
  process.stderr.write(`French typography: run "npm run format" for ${wrong.join(', ')}\n`);
  process.exitCode = 1;
}
