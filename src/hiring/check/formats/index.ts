import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { prettyReporter } from './pretty.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { sarifReporter } from './sarif.ts';

export const formats = ['pretty', 'json', 'sarif', 'github'] as const;

export type Format = (typeof formats)[number];

export function isFormat(name: string): name is Format {
  return (formats as readonly string[]).includes(name);
}

const reporters: Record<Format, (options: ReporterOptions) => Reporter> = {
  pretty: prettyReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
};

export function createReporter(format: Format, options: ReporterOptions): Reporter {
  return reporters[format](options);
}
