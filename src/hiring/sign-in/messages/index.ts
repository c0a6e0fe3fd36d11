import { catalog } from '#platform/i18n';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

export const messages = catalog({ en, fr });
