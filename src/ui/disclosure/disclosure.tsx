import type { ComponentChildren } from 'preact';

type DisclosureProps = { summary: string; open?: boolean | undefined; children: ComponentChildren };

/** More for whoever wants it. Never hide what everyone needs. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure-content">{children}</div>
    </details>
  );
}
