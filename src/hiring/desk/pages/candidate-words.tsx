import type { Lang } from '#platform/i18n';

type CandidateWordsProps = {
  /** Language to write in, for the spelling checker and for screen readers. */
  lang: Lang;
  label: string;
  hint: string;
  problem: string | undefined;
  value: string | undefined;
};

/** A text area in the language of the candidate, whatever the language of the page. */
export function CandidateWords({ lang, label, hint, problem, value }: CandidateWordsProps) {
  return (
    <div class={problem ? 'field has-problem' : 'field'}>
      <label htmlFor="words">{label}</label>
      <div class="field-hint" id="words-hint">
        {hint}
      </div>
      {problem && (
        <p class="field-problem" id="words-problem">
          {problem}
        </p>
      )}
      <textarea
        class="input"
        id="words"
        name="words"
        rows={6}
        lang={lang}
        dir="auto"
        spellcheck
        aria-required="true"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'words-hint words-problem' : 'words-hint'}
      >
        {/* HTML drops one line break after the start tag: this one, not the person's own. */}
        {value && `\n${value}`}
      </textarea>
    </div>
  );
}
