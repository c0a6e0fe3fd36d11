import type { ComponentChildren } from 'preact';
import { type Lang, otherLang } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { type Words, words } from '../messages.ts';
import { type Changes, summaryOf } from './changes.ts';
import type { FactChange } from './compare-facts.ts';
import type { ComparedBlock, Piece } from './compare-texts.ts';

/** What changed between two versions: in a sentence, the facts, then both texts side by side. */
export function ChangesView({ lang, changes }: { lang: Lang; changes: Changes }) {
  const t = words(lang);
  const text = (of: Lang) => <TextChanges of={of} blocks={changes.text[of]} t={t} />;
  return (
    <>
      <p>
        <strong>{summaryOf(changes, lang)}</strong> {t('changes.legend')}
      </p>
      {changes.facts.length > 0 && (
        <section>
          <h2>{t('changes.facts.title')}</h2>
          <Facts
            items={changes.facts.map((change) => ({
              term: t(`changes.fact.${change.key}`),
              detail: <FromTo change={change} t={t} />,
            }))}
          />
        </section>
      )}
      <div class="changes-split">
        {text(lang)}
        {text(otherLang(lang))}
      </div>
    </>
  );
}

function FromTo({ change: { from, to }, t }: { change: FactChange; t: Words }) {
  const value = (stated: string | null): string => stated ?? t('changes.unstated');
  return (
    <>
      {t.rich('changes.from', { value: value(from), del: (words) => <del>{words}</del> })}
      <br />
      {t.rich('changes.to', { value: value(to), ins: (words) => <ins>{words}</ins> })}
    </>
  );
}

type TextProps = { of: Lang; blocks: readonly ComparedBlock[]; t: Words };

function TextChanges({ of, blocks, t }: TextProps) {
  const changed = blocks.some(({ kind }) => kind !== 'same');
  return (
    <section class="changes-text" aria-labelledby={`changes-${of}`}>
      <h2 id={`changes-${of}`}>{t(`changes.text.${of}`)}</h2>
      {changed ? (
        <ChangedBlocks of={of} blocks={blocks} lang={t.lang} />
      ) : (
        <p>{t('changes.text.same')}</p>
      )}
    </section>
  );
}

/** What is the same folded away, the rest with what was added and removed. */
export function ChangedBlocks({
  of,
  blocks,
  lang,
}: {
  of: Lang;
  blocks: readonly ComparedBlock[];
  lang: Lang;
}) {
  const t = words(lang);
  return (
    <>
      {runsOf(blocks).map((run, index) => (
        <Run key={index} run={run} of={of} t={t} />
      ))}
    </>
  );
}

/** Unchanged blocks in a row together, every other block alone. */
function runsOf(blocks: readonly ComparedBlock[]): ComparedBlock[][] {
  const runs: ComparedBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind === 'same' && last?.[0]?.kind === 'same') last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function Run({ run, of, t }: { run: readonly ComparedBlock[]; of: Lang; t: Words }) {
  const [first] = run;
  if (!first) return null;
  if (first.kind !== 'same') return <ChangedBlock block={first} of={of} t={t} />;
  // The heading under which the next change stands says where one is.
  const last = run.at(-1)!;
  return (
    <>
      <Disclosure summary={t('changes.unchanged', { count: run.length })}>
        <div lang={of}>
          {run.map(({ pieces }, index) => (
            <p key={index}>{pieces[0]?.text}</p>
          ))}
        </div>
      </Disclosure>
      {last.role === 'heading' && (
        <p lang={of} class="changes-heading">
          {last.pieces[0]?.text}
        </p>
      )}
    </>
  );
}

function ChangedBlock({ block, of, t }: { block: ComparedBlock; of: Lang; t: Words }) {
  const { kind, role, pieces } = block;
  if (kind === 'same') return null;
  return (
    <div class={`change change-${kind}`}>
      <p class="change-kind">
        {t(`changes.kind.${kind}`)}
        {(role === 'title' || role === 'description') && ` (${t(`changes.role.${role}`)})`}
      </p>
      <p lang={of}>
        {pieces.map((piece, index) => (
          <PieceOf key={index} piece={piece} inline={kind === 'changed'} t={t} />
        ))}
      </p>
    </div>
  );
}

type PieceProps = { piece: Piece; inline: boolean; t: Words };

function PieceOf({ piece: { kind, text }, inline, t }: PieceProps) {
  if (kind === 'same') return <>{text}</>;
  const said = (part: ComponentChildren) =>
    inline ? (
      <span class="visually-hidden" lang={t.lang}>
        {part}
      </span>
    ) : null;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      {said(t(`changes.inline.${kind}`))}
      {text}
      {said(']')}
    </Mark>
  );
}
