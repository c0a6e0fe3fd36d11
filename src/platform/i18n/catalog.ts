import { IntlMessageFormat } from 'intl-messageformat';
import { type Lang, type Localized, localeOf } from './lang.ts';

/** Values for the placeholders of an ICU message. */
export type MessageArgs = Record<string, string | number | Date>;

/** A message with `<tag>…</tag>` spans, each rendered by the function of the same name. */
export type RichArgs<Node> = Record<
  string,
  string | number | Date | ((children: (string | Node)[]) => Node)
>;

/**
 * Messages of one feature in one language.
 * `t(key, args)` gives text; `t.rich(key, args)` gives a list of strings and nodes for JSX.
 */
export type Translate<Key extends string> = {
  (key: Key, args?: MessageArgs): string;
  rich<Node>(key: Key, args: RichArgs<Node>): (string | Node)[];
  /** Whether a text made at run time is the key of a message. */
  has(key: string): key is Key;
  readonly lang: Lang;
};

export type Catalog<Key extends string> = (lang: Lang) => Translate<Key>;

/**
 * Joins a feature's two message files into a catalog.
 *
 * Keys must be the same in both files: a key missing in one language is a type error here and a
 * failure of `test/messages.test.ts`, which also compares the ICU arguments.
 * Messages are compiled at first use and kept.
 */
export function catalog<Key extends string>(
  messages: Localized<Record<Key, string>>,
): Catalog<Key> {
  const translators: Localized<Translate<Key>> = {
    en: translator('en', messages.en),
    fr: translator('fr', messages.fr),
  };
  return (lang) => translators[lang];
}

/** Messages without arguments in both languages, by key: what is kept or sent for readers of either. */
export function inBoth<Key extends string>(messages: Catalog<Key>): (key: Key) => Localized {
  return (key) => ({ en: messages('en')(key), fr: messages('fr')(key) });
}

/** Whether a message is its own text: nothing in it has a meaning in ICU messages. */
function isLiteral(source: string | undefined): source is string {
  return source !== undefined && !/[{}<>'#|]/.test(source);
}

function translator<Key extends string>(lang: Lang, messages: Record<Key, string>): Translate<Key> {
  const compiled = new Map<Key, IntlMessageFormat>();
  const compile = (key: Key): IntlMessageFormat => {
    let message = compiled.get(key);
    if (!message) {
      const source = messages[key];
      if (source === undefined) throw new Error(`No message '${key}' in language '${lang}'`);
      message = new IntlMessageFormat(source, localeOf[lang]);
      compiled.set(key, message);
    }
    return message;
  };
  const t = (key: Key, args?: MessageArgs): string => {
    const source = messages[key];
    return isLiteral(source) ? source : String(compile(key).format(args));
  };
  const rich = <Node>(key: Key, args: RichArgs<Node>): (string | Node)[] => {
    const parts = compile(key).format<Node>(args);
    return Array.isArray(parts) ? parts : [parts];
  };
  const has = (key: string): key is Key => Object.hasOwn(messages, key);
  return Object.assign(t, { rich, has, lang });
}
