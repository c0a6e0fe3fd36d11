import type { VNode } from 'preact';
import type { Lang } from '#platform/i18n';
import type { SelfDeclaration } from './create-self-declaration.ts';
import type { DeclaringFor } from './model.ts';
import { DeclarationOffer } from './pages/offer.tsx';

/** What a receipt shows of self-declaration: the same whether something was declared or not. */
export function offerDeclaration(
  { available, doors }: SelfDeclaration,
  lang: Lang,
  { applicationId, postingId }: DeclaringFor,
): VNode | null {
  if (!available) return null;
  const offer = doors.close('offer', { applicationId, postingId, reads: false });
  return <DeclarationOffer lang={lang} offer={offer} />;
}
