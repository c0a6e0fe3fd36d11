import { Disclosure } from './disclosure.tsx';

export const disclosureExamples = (
  <>
    <Disclosure summary="Closed">
      <p>More.</p>
    </Disclosure>
    <Disclosure summary="Open" open>
      <p>More.</p>
    </Disclosure>
  </>
);
