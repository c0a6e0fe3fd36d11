import { describeFinding } from '../engine/describe.ts';
import { type Reporter, type ReporterOptions, placeData } from './reporter.ts';

/** For programs: one object, each finding on a line of its own. docs/check describes the fields. */
export function jsonReporter({ lang, write, version }: ReporterOptions): Reporter {
  let first = true;
  return {
    begin() {
      write(`{"tool":"tandem check","version":${JSON.stringify(version)},"findings":[`);
    },
    group({ findings }, pathOf) {
      for (const finding of findings) {
        const { rule, severity, place, counterpart, fix } = finding;
        const data = {
          rule,
          severity,
          ...describeFinding(finding, lang),
          ...placeData(place, pathOf, lang),
          counterpart: counterpart && placeData(counterpart, pathOf, lang),
          fixable: fix !== null,
        };
        write(`${first ? '' : ','}\n${JSON.stringify(data)}`);
        first = false;
      }
    },
    end(summary) {
      write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}
