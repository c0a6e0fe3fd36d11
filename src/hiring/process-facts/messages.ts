import { catalog } from '#platform/i18n';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** This feature's words in a language. */
export const words = catalog({ en, fr });
export type Words = ReturnType<typeof words>;
export type MessageKey = keyof typeof en;

/** Whether the catalogue has this message: keys that are made from paths may have none. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
