import type { ComponentChildren } from 'preact';

type PaneProps = {
  title: string;
  /** Id of the title; also names the pane. Unique in the page. */
  id: string;
  /** Small buttons and links beside the title. */
  actions?: ComponentChildren;
  /** True keeps a long content within the height of the screen, where there is room for it. */
  scroll?: boolean | undefined;
  children: ComponentChildren;
};

/** A titled part of a desk page. One that scrolls takes the focus, so that the keyboard can too. */
export function Pane({ title, id, actions, scroll, children }: PaneProps) {
  return (
    <section
      class={scroll ? 'pane pane-scroll' : 'pane'}
      aria-labelledby={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabindex={scroll ? 0 : undefined}
    >
      <div class="pane-header">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      <div class="pane-content">{children}</div>
    </section>
  );
}
