import { createHash } from 'node:crypto';
import { type Lang, localeOf } from '#platform/i18n';
import { describeFinding } from '../engine/describe.ts';
import type { Finding, LocatedPlace, Rule, Severity } from '../model.ts';
import { allRules } from '../rules/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { whereabouts } from './whereabouts.ts';
import { words } from './words.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), which code-scanning services read. */
export function sarifReporter(options: ReporterOptions): Reporter {
  const { lang, write, version } = options;
  const indexes = new Map(allRules.map(({ id }, index) => [id, index]));
  let first = true;
  return {
    begin() {
      const driver = {
        name: 'tandem check',
        semanticVersion: version,
        rules: allRules.map((rule) => ruleData(rule, options)),
      };
      write(
        `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{` +
          `"tool":${JSON.stringify({ driver })},"language":"${localeOf[lang]}",` +
          `"columnKind":"utf16CodeUnits","results":[`,
      );
    },
    group({ findings }, pathOf) {
      for (const finding of findings) {
        const data = resultData(finding, indexes.get(finding.rule)!, pathOf, options);
        write(`${first ? '' : ','}\n${JSON.stringify(data)}`);
        first = false;
      }
    },
    end() {
      write(`\n]}]}\n`);
    },
  };
}

function ruleData({ id, severity }: Rule, { page, helpUri }: ReporterOptions): object {
  const said = page(id);
  return {
    id,
    helpUri: helpUri(id),
    defaultConfiguration: { level: levels[severity] },
    ...(said && {
      shortDescription: { text: said.meaning },
      help: { text: said.text, markdown: said.text },
    }),
  };
}

function resultData(
  finding: Finding,
  ruleIndex: number,
  pathOf: (file: string) => string,
  { lang }: ReporterOptions,
): object {
  const { rule, severity, place, counterpart, fix } = finding;
  const t = words(lang);
  const { message, remedy } = describeFinding(finding, lang);
  const other = counterpart && {
    id: 1,
    ...locationData(counterpart, pathOf, lang),
    message: { text: t('counterpart') },
  };
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: `${message} ${remedy}` },
    locations: [locationData(place, pathOf, lang)],
    ...(other && { relatedLocations: [other] }),
    partialFingerprints: { 'tandem/v1': fingerprint(finding, pathOf) },
    ...(fix && {
      fixes: [
        {
          description: { text: t('fix') },
          artifactChanges: fix.map(({ file, span, text }) => ({
            artifactLocation: artifact(pathOf(file)),
            replacements: [
              {
                deletedRegion: { charOffset: span.start, charLength: span.end - span.start },
                insertedContent: { text },
              },
            ],
          })),
        },
      ],
    }),
  };
}

function locationData(place: LocatedPlace, pathOf: (file: string) => string, lang: Lang) {
  const { file, start, end, quote } = place;
  const where = whereabouts(place, lang);
  return {
    ...(where !== null && { logicalLocations: [{ name: where }] }),
    physicalLocation: {
      artifactLocation: artifact(pathOf(file)),
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        snippet: { text: quote.text.slice(quote.start, quote.end) },
      },
    },
  };
}

function artifact(path: string): object {
  return { uri: encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent), uriBaseId: '%SRCROOT%' };
}

/** Stays the same when lines above the place come or go. */
function fingerprint(
  { rule, variant, args, place }: Finding,
  pathOf: (file: string) => string,
): string {
  const text = place.quote.text.slice(place.quote.start, place.quote.end);
  const facts = JSON.stringify([rule, variant, args, pathOf(place.file), text]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 32);
}
