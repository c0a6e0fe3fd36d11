import { expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import { Notice } from './index.ts';

it('says its kind in words where it has no title', () => {
  expect(renderIn('fr', <Notice kind="warning">!</Notice>)).toContain('>À noter</span>');
  expect(renderIn('en', <Notice kind="danger">!</Notice>)).toContain('>Important</span>');
});

it('titles itself at the level asked', () => {
  expect(renderIn('en', <Notice kind="info" title="Closed" level={3} />)).toMatch(
    /<h3[^>]*>Closed<\/h3>/,
  );
});

it('is announced and focused only as the outcome of an action', () => {
  const outcome = renderIn('en', <Notice kind="success" title="Sent" outcome />);
  expect(outcome).toContain('role="status"');
  expect(outcome).toContain('autofocus');
  const standing = renderIn('en', <Notice kind="success" title="Sent" />);
  expect(standing).not.toMatch(/role="status"|autofocus|tabindex/);
});
