import { catalog } from '#platform/i18n';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** The words of accommodation. */
export const messages = catalog({ en, fr });
export type Words = ReturnType<typeof messages>;
