import { catalog } from '#platform/i18n';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** The words of notices: of the pages on the desk, and of the letters themselves. */
export const messages = catalog({ en, fr });
export type Words = ReturnType<typeof messages>;
