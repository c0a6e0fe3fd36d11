import { catalog } from '#platform/i18n';
import en from '../messages/en.json' with { type: 'json' };
import fr from '../messages/fr.json' with { type: 'json' };

export type UiKey = keyof typeof en;

/** The few words that components say by themselves: "(optional)", "Next page". */
export const uiCatalog = catalog<UiKey>({ en, fr });
