import { Prose } from './prose.tsx';

export const proseExamples = (
  <>
    <Prose>
      <p>From elements.</p>
    </Prose>
    <Prose lang="fr" html="<p>À partir de HTML.</p>" />
  </>
);
