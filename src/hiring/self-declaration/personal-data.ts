import type { Localized } from '#platform/i18n';
import type { SelfDeclaration } from './create-self-declaration.ts';
import type { OwnApplication } from './deps.ts';
import { messages } from './messages/index.ts';

const [en, fr] = [messages('en'), messages('fr')];
const title: Localized = { en: en('title'), fr: fr('title') };
const labels: Readonly<Record<string, Localized>> = {
  reference: { en: en('export.reference'), fr: fr('export.reference') },
  day: { en: en('export.day'), fr: fr('export.day') },
  groups: { en: en('declared.answer'), fr: fr('declared.answer') },
  use: { en: en('declared.use'), fr: fr('declared.use') },
};

type Row = { reference: string; day: string; groups: readonly string[]; use: string };

/**
 * What a candidate declared for their applications, for their export. It must be handed to them as
 * it is read, and never be stored: outside of the shelves it would tell all that they hide.
 */
export async function personalData(
  declarations: SelfDeclaration,
  applications: readonly OwnApplication[],
) {
  if (!declarations.available) return [];
  const found = await Promise.all(
    applications.map(async ({ applicationId, reference }): Promise<Row | null> => {
      const declaration = await declarations.find(applicationId);
      if (!declaration) return null;
      const { day, answer } = declaration;
      return answer.kind === 'groups'
        ? { reference, day, groups: answer.groups, use: answer.use }
        : { reference, day, groups: [answer.kind], use: 'statistics' };
    }),
  );
  const rows = found.filter((row) => row !== null);
  return rows.length > 0 ? [{ kind: 'self-declarations', title, labels, rows }] : [];
}
