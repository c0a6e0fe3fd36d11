import { catalog } from '#platform/i18n';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export const words = catalog({ en, fr });
