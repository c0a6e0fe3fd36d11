import type { Lang } from '#platform/i18n';
import { familyOf, nameOf } from '../config/settings.ts';
import type { Finding } from '../model.ts';
import { findFamily } from '../rules/index.ts';

/** A finding in words. */
export type Described = {
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

export function describeFinding(
  finding: Pick<Finding, 'rule' | 'variant' | 'args'>,
  lang: Lang,
): Described {
  const family = findFamily(familyOf(finding.rule));
  if (!family) throw new Error(`No family for rule ${finding.rule}`);
  const words = family.words(lang);
  const name = nameOf(finding.rule);
  const variant = finding.variant === null ? '' : `.${finding.variant}`;
  return {
    message: words(`${name}.message${variant}`, finding.args),
    remedy: words(`${name}.remedy`, finding.args),
  };
}
