import type { Lang, Localized } from '#platform/i18n';
import type { Severity } from '../model.ts';

export type RuleLevel = Severity | 'off';

/** What a configuration says of a rule or of a whole family. */
export type RuleChoice = {
  readonly severity?: RuleLevel | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
};

export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** A configuration, read and validated. Plain data: it is sent to the workers. */
export type CheckConfig = {
  /** By id ("facts/number") or family ("facts"). */
  readonly rules: RuleChoices;
  /** Later ones win. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleChoices }[];
  /** Paths that are not checked, as globs. */
  readonly ignore: readonly string[];
  /** Warnings above which the check fails; null for any number. */
  readonly maxWarnings: number | null;
  /** Content of the terminology file, for rules that declare an option of that name. */
  readonly terminology: readonly Localized[];
  readonly lang: Lang | null;
  /** Where the rules' pages are published, without "/" at its end; null where nowhere. */
  readonly docsUrl: string | null;
  /** Path of the content folder seen from that of the configuration: "content/", or "". */
  readonly prefix: string;
};

export const defaultConfig: CheckConfig = {
  rules: {},
  overrides: [],
  ignore: [],
  maxWarnings: null,
  terminology: [],
  lang: null,
  docsUrl: null,
  prefix: '',
};
