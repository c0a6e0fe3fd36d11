import type { Criterion } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';
import { Fieldset, RadioGroup, TextArea } from '#ui/form';
import { type Typed, findingWordsLimit, resultField, resultOf, whyField } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import { findingResults } from '../model.ts';
import { byKind } from '../rules/coherence.ts';

type FieldsProps = {
  /** In their order on the form. */
  criteria: readonly Criterion[];
  lang: Lang;
  correspondence: Lang;
  typed: Typed;
  /** What to do about a field, by its name. */
  problems: ReadonlyMap<string, string>;
  t: Words;
};

/** Every criterion of the process, kind by kind: what was found of it, and why. */
export function CriterionFields(props: FieldsProps) {
  const { criteria, correspondence, t } = props;
  if (criteria.length === 0) return null;
  const numbers = new Map(criteria.map(({ id }, index) => [id, index + 1]));
  return (
    <div class="criteria">
      <p>{t(`screen.criteria.hint.${correspondence}`, { limit: findingWordsLimit })}</p>
      {byKind(criteria).map(({ kind, items }) => (
        <Fieldset key={kind} level={3} legend={t(`criteria.${kind}`)}>
          {items.map((criterion) => (
            <CriterionField
              key={criterion.id}
              criterion={criterion}
              number={numbers.get(criterion.id) ?? 0}
              {...props}
            />
          ))}
        </Fieldset>
      ))}
    </div>
  );
}

type FieldProps = FieldsProps & { criterion: Criterion; number: number };

function CriterionField(props: FieldProps) {
  const { criterion, number, lang, correspondence, typed, problems, t } = props;
  const [result, why] = [resultField(criterion.id), whyField(criterion.id)];
  return (
    <div class="judged">
      <RadioGroup
        name={result}
        label={t('criteria.numbered', { number, text: criterion.text[lang] })}
        inline
        problem={problems.get(result)}
        value={resultOf(typed, criterion) ?? undefined}
        options={findingResults.map((value) => ({ value, label: t(`finding.${value}`) }))}
      />
      <TextArea
        name={why}
        lang={correspondence}
        rows={2}
        label={t('screen.why', { number })}
        problem={problems.get(why)}
        value={typed[why]}
        // Styles ask whether it is empty: see `judged` in desk-parts.css.
        placeholder=" "
      />
    </div>
  );
}
