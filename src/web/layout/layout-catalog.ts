import { catalog } from '#platform/i18n';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export type LayoutKey = keyof typeof en;

/** Words of the frame around every page, of the splash and of the pages that say what went wrong. */
export const layoutCatalog = catalog<LayoutKey>({ en, fr });
