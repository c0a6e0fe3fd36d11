import type { SelfDeclaration } from './create-self-declaration.ts';
import type { OwnApplication } from './deps.ts';

/** What is kept of a candidate's self-declarations, for their export: see `#hiring/privacy`. */
export async function personalData(
  declarations: SelfDeclaration,
  applications: readonly OwnApplication[],
) {
  if (!declarations.available) return [];
  const found = await Promise.all(
    applications.map(async ({ applicationId, reference }) => {
      const declaration = await declarations.find(applicationId);
      return declaration && { reference, ...declaration };
    }),
  );
  const rows = found.filter((row) => row !== null);
  return rows;
}
