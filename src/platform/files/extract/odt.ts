import { buffer as readWhole } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { readXml, type XmlEvent } from '../xml-reader.ts';
import {
  clampLevel,
  createBlockList,
  type BlockList,
  type ExtractedBlocks,
  type TextBlock,
} from './text-block.ts';

const MAX_CONTENT_BYTES = 64 * 1024 * 1024;

/**
 * The text of an ODT: body with tables cell by cell, text boxes and notes behind the paragraph that
 * they belong to; headers, footers, comments and deleted passages are left out.
 * Source: OpenDocument 1.3 part 3, chapters 5 and 6.
 */
export async function extractOdt(bytes: Buffer, maxBytes: number): Promise<ExtractedBlocks> {
  const list = createBlockList(maxBytes);
  collect(readXml(await readContent(bytes)), list);
  return list.result();
}

async function readContent(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'content.xml') continue;
    if (entry.uncompressedSize > MAX_CONTENT_BYTES) throw new Error('The text is too large.');
    const content = await readWhole(await zip.openReadStreamPromise(entry));
    return content.toString('utf8').replace(/^\ufeff/, '');
  }
  throw new Error('There is no content.xml.');
}

const PASSED_OVER: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:forms',
  'text:tracked-changes',
  'text:note-citation',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
]);
const MAX_SPACES = 1_000;

function collect(events: Iterable<XmlEvent>, list: BlockList): void {
  // A text box or note puts paragraphs within a paragraph: the outer one waits.
  const open: TextBlock[] = [];
  const inner: TextBlock[] = [];
  let listDepth = 0;
  let passedOver: string | undefined;
  let passedDepth = 0;

  const write = (text: string): void => {
    const current = open.at(-1);
    if (current) current.text += text;
  };

  for (const event of events) {
    if (list.isFull()) return;
    if (passedOver !== undefined) {
      if (event.kind === 'open' && event.name === passedOver) passedDepth++;
      if (event.kind === 'close' && event.name === passedOver && --passedDepth === 0) {
        passedOver = undefined;
      }
    } else if (event.kind === 'text') {
      // White space collapses; what counts has elements of its own.
      write(event.text.replace(/[\t\r\n ]+/g, ' '));
    } else if (event.kind === 'open') {
      if (PASSED_OVER.has(event.name)) {
        passedOver = event.name;
        passedDepth = 1;
      } else if (event.name === 'text:list') listDepth++;
      else if (event.name === 'text:h' || event.name === 'text:p') {
        open.push(newBlock(event.name, event.attributes, listDepth));
      } else write(characterFor(event.name, event.attributes));
    } else if (event.name === 'text:list') listDepth--;
    else if (event.name === 'text:h' || event.name === 'text:p') {
      const block = open.pop();
      if (block === undefined) continue;
      if (open.length > 0) inner.push(block);
      else for (const finished of [block, ...inner.splice(0)]) list.add(finished);
    }
  }
}

function newBlock(
  name: string,
  attributes: ReadonlyMap<string, string>,
  listDepth: number,
): TextBlock {
  if (name === 'text:h') {
    const level = clampLevel(Number(attributes.get('text:outline-level') ?? 1), 6);
    return { kind: 'heading', level, text: '' };
  }
  if (listDepth > 0) return { kind: 'list-item', level: clampLevel(listDepth, 9), text: '' };
  return { kind: 'paragraph', text: '' };
}

/** What an empty element within a paragraph stands for. */
function characterFor(name: string, attributes: ReadonlyMap<string, string>): string {
  if (name === 'text:tab') return '\t';
  if (name === 'text:line-break') return '\n';
  if (name !== 'text:s') return '';
  const count = Number(attributes.get('text:c') ?? 1);
  return ' '.repeat(count > 0 && count <= MAX_SPACES ? count : 1);
}
