import { z } from 'zod';
import type { SiteIdentity } from '#web/page.ts';
import { type ContentProblem, problem } from '../problem.ts';
import { words } from '../messages.ts';
import {
  type MovedPage,
  type PostingFolders,
  everywhere,
  postingFoldersSchema,
  readMoved,
} from './site-places.ts';
import { type YamlFile, readYaml } from './yaml.ts';

const text = z.string().trim().min(1).max(200);
const localized = z.object({ en: text, fr: text });
const email = z.email().max(254);

/** Neutral words: a site without `site.yml` says nothing that nobody wrote. */
const neutral: SiteIdentity = {
  organization: { en: words('en')('site.organization'), fr: words('fr')('site.organization') },
  tagline: null,
  contactEmail: null,
  accommodationEmail: null,
  sample: false,
};

/** What `site.yml` says. */
export type SiteReading = {
  readonly site: SiteIdentity;
  /** `null` where the file may name folders, and it cannot be told which. */
  readonly folders: PostingFolders | null;
  readonly moved: readonly MovedPage[];
  readonly problems: ContentProblem[];
};

/** Name of the file, in the content folder. */
export const siteFile = 'site.yml';

/**
 * Reads `site.yml`: `organization` and `tagline` as `{ en, fr }`, `contact.email`,
 * `accommodation.email`, `sample`; `postings`, the folders that hold them; `moved`, where pages of
 * an earlier site are now. What is absent or cannot be used keeps its neutral value.
 */
export function readSite(source: string | null): SiteReading {
  const nothing = { site: neutral, folders: everywhere, moved: [] };
  if (source === null) return { ...nothing, problems: [] };
  const read = readYaml(source, 1);
  if (!read.ok) {
    const { hint, text, place } = read.failure;
    return {
      ...nothing,
      folders: /^postings[ \t]*:/m.test(source) ? null : everywhere,
      problems: [problem(siteFile, { kind: 'bad-yaml', hint, text }, place)],
    };
  }
  const { yaml } = read;
  const problems: ContentProblem[] = [];
  const complain = (path: readonly string[]): void => {
    const reason = { kind: 'bad-site-setting' as const, field: path.join('.') };
    problems.push(problem(siteFile, reason, yaml.placeOf(path)));
  };
  const setting = <T>(path: string[], schema: z.ZodType<T>, fallback: T): T => {
    const value = path.reduce<unknown>((inside, key) => (inside as never)?.[key], yaml.value);
    if (value === undefined || value === null) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    complain(path);
    return fallback;
  };
  const site: SiteIdentity = {
    organization: setting(['organization'], localized, neutral.organization),
    tagline: setting(['tagline'], localized.nullable(), null),
    contactEmail: setting(['contact', 'email'], email.nullable(), null),
    accommodationEmail: setting(['accommodation', 'email'], email.nullable(), null),
    sample: setting(['sample'], z.boolean(), false),
  };
  return { site, folders: readFolders(yaml, problems), moved: readMoved(yaml, complain), problems };
}

function readFolders(yaml: YamlFile, problems: ContentProblem[]): PostingFolders | null {
  const value = (yaml.value as { postings?: unknown } | null)?.postings ?? null;
  if (value === null) return everywhere;
  const parsed = postingFoldersSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push(problem(siteFile, { kind: 'bad-postings-setting' }, yaml.placeOf(['postings'])));
  return null;
}
