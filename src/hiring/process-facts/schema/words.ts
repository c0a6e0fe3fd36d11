import { z } from 'zod';

/** A short text, in one language. */
const short = z.string().trim().min(1).max(500);
const long = z.string().trim().min(1).max(4000);

/** A few words, in both languages. */
export const localized = z.object({ en: short, fr: short });

/** Sentences, in both languages: the words of a criterion or a notice. */
export const localizedText = z.object({ en: long, fr: long });

/** Lower-case words and digits joined by hyphens: a name that other files and records refer to. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = z.string().trim().max(80).regex(idPattern);

/** A calendar day. It begins and ends by the clock of the process's time zone. */
export const day = z.iso.date();
