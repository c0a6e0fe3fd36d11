import { describeFinding } from '../engine/describe.ts';
import type { Severity } from '../model.ts';
import { type Reporter, type ReporterOptions, placeData } from './reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function githubReporter({ lang, write }: ReporterOptions): Reporter {
  return {
    begin() {},
    group({ findings }, pathOf) {
      for (const finding of findings) {
        const { message, remedy } = describeFinding(finding, lang);
        const { file, line, column, endLine, endColumn } = placeData(finding.place, pathOf, lang);
        const properties = {
          file,
          line,
          endLine,
          // Columns are only understood within one line.
          ...(line === endLine && { col: column, endColumn }),
          title: finding.rule,
        };
        const list = Object.entries(properties)
          .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
          .join(',');
        const command = commands[finding.severity];
        write(`::${command} ${list}::${escapeData(`${message}\n${remedy}`)}\n`);
      }
    },
    end() {},
  };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
