import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { TextBlock } from './extract/text-block.ts';
import type { DocumentType } from './inspect/inspection.ts';

export type ExtractionFailureKind = 'timeout' | 'too-much-memory' | 'failed';

export type Extraction =
  | {
      ok: true;
      blocks: TextBlock[];
      /** The blocks' text, each on lines of its own. */
      text: string;
      /** True if the document has more text than `maxTextBytes`. */
      truncated: boolean;
    }
  | { ok: false; error: { kind: ExtractionFailureKind } };

export interface Extractor {
  /**
   * Reads a document's text for showing and searching it. `type` is what `inspectDocument` proved.
   * `failed` covers a document that cannot be read. Rejects if the file cannot be opened or no
   * process started.
   */
  extractText(document: { path: string; type: DocumentType }): Promise<Extraction>;
  /** Ends all extractions that are under way, which then answer `failed`. */
  close(): void;
}

export interface ExtractorOptions {
  /** `extract-child.ts`, or its bundle. */
  childEntry: string;
  /** Node 24 or later; by default the one that runs this. */
  nodePath?: string;
  /** Wall-clock limit of one extraction, once it has begun. */
  timeoutMs: number;
  /** Resident memory of one extraction in MiB; Node itself takes about 60. */
  maxMemoryMb: number;
  /** Text of one document in UTF-8 bytes; more is cut off. */
  maxTextBytes: number;
  /** How many run at a time; further ones wait. Default: 2. */
  maxConcurrent?: number;
}

/**
 * Reads text out of documents in a process of their own each, because the libraries for it meet
 * hostile files: the process gets the document as its standard input, an empty environment, and
 * by Node's permission model may read nothing but program code, write nothing and start nothing.
 * It ends with its whole group when it takes too long, too much memory or answers too much. The
 * permission model of Node 24 does not cover the network.
 */
export function createExtractor(options: ExtractorOptions): Extractor {
  const { childEntry, nodePath = process.execPath, timeoutMs, maxMemoryMb, maxTextBytes } = options;
  const limitConcurrency = createGate(options.maxConcurrent ?? 2);
  const running = new Set<ChildProcess>();
  const entry = realpathSync(childEntry);
  const flags = [
    '--permission',
    ...readablePaths(entry).map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${Math.round(maxMemoryMb * 0.75)}`,
    '--no-warnings',
    entry,
  ];

  const run = async (path: string, type: DocumentType): Promise<Extraction> => {
    const document = await open(path, 'r');
    try {
      const child = spawn(nodePath, [...flags, type, String(maxTextBytes)], {
        stdio: [document.fd, 'pipe', 'pipe'],
        env: {},
        cwd: dirname(entry),
        detached: true,
      });
      running.add(child);
      try {
        return await supervise(child, { timeoutMs, maxMemoryMb, maxTextBytes });
      } finally {
        running.delete(child);
      }
    } finally {
      await document.close();
    }
  };

  return {
    async extractText({ path, type }) {
      return limitConcurrency(() => run(path, type));
    },
    close() {
      for (const child of running) killGroup(child);
    },
  };
}

/** The program code that the child loads: its own folder, packages, and what says how to load it. */
function readablePaths(entry: string): string[] {
  const folder = dirname(entry);
  const paths = [join(folder, '*')];
  for (let parent = folder; ; parent = dirname(parent)) {
    const packages = join(parent, 'node_modules');
    if (existsSync(packages)) paths.push(join(realpathSync(packages), '*'));
    paths.push(join(parent, 'package.json'));
    if (existsSync(join(parent, 'package.json')) || parent === dirname(parent)) return paths;
  }
}

const MEMORY_CHECK_MS = 50;
const MAX_COMPLAINT_BYTES = 16 * 1024;

/** Waits for the child's answer and ends it when it goes beyond a limit. */
function supervise(
  child: ChildProcess,
  limits: { timeoutMs: number; maxMemoryMb: number; maxTextBytes: number },
): Promise<Extraction> {
  // Quotation marks and line breaks double in JSON, and a block has up to 50 bytes around it.
  const maxAnswerBytes = limits.maxTextBytes * 3 + 1024;
  return new Promise((resolve, reject) => {
    const answer: Buffer[] = [];
    let answerLength = 0;
    let complaint = '';
    let verdict: ExtractionFailureKind | undefined;
    const end = (kind: ExtractionFailureKind): void => {
      verdict ??= kind;
      killGroup(child);
    };
    const timer = setTimeout(() => end('timeout'), limits.timeoutMs);
    const stopWatching = watchMemory(child, limits.maxMemoryMb, () => end('too-much-memory'));
    const settle = (): void => {
      clearTimeout(timer);
      stopWatching();
    };

    child.stdout?.on('data', (chunk: Buffer) => {
      answer.push(chunk);
      answerLength += chunk.length;
      if (answerLength > maxAnswerBytes) end('failed');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (complaint.length < MAX_COMPLAINT_BYTES) complaint += chunk.toString('latin1');
    });
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      if (verdict === undefined && code === 0) resolve(parseAnswer(Buffer.concat(answer)));
      else {
        const outOfMemory = complaint.includes('heap out of memory');
        const kind = verdict ?? (outOfMemory ? 'too-much-memory' : 'failed');
        resolve({ ok: false, error: { kind } });
      }
    });
  });
}

/**
 * Node's own limit covers objects only, not the buffers that archives unpack to, so on Linux the
 * whole process is watched too.
 */
function watchMemory(child: ChildProcess, maxMemoryMb: number, onExceeded: () => void): () => void {
  if (process.platform !== 'linux' || child.pid === undefined) return () => undefined;
  const statusFile = `/proc/${child.pid}/status`;
  let isWatching = true;
  const check = async (): Promise<void> => {
    // The file is gone once the process has ended.
    const status = await readFile(statusFile, 'latin1').catch(() => '');
    const kibibytes = Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0);
    if (isWatching && kibibytes > maxMemoryMb * 1024) onExceeded();
  };
  const timer = setInterval(() => void check(), MEMORY_CHECK_MS);
  return () => {
    isWatching = false;
    clearInterval(timer);
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already, or there are no groups on this system.
    child.kill('SIGKILL');
  }
}

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list-item'), level: z.int().min(1).max(9), text: z.string() }),
]);
const answerSchema = z.object({ blocks: z.array(blockSchema), truncated: z.boolean() });

/** A child that a document took over could answer anything. */
function parseAnswer(answer: Buffer): Extraction {
  try {
    const { blocks, truncated } = answerSchema.parse(JSON.parse(answer.toString('utf8')));
    return { ok: true, blocks, text: blocks.map((block) => block.text).join('\n'), truncated };
  } catch {
    return { ok: false, error: { kind: 'failed' } };
  }
}

/** Lets so many tasks run at a time, the others in the order they came. */
function createGate(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
