import { describe, expect, it } from 'vitest';
import { cutIntoSections } from './sections.ts';

describe('cutting a posting into sections', () => {
  it('takes headings with a list right under them, and keeps what follows the list', () => {
    expect(
      cutIntoSections(
        '<p>We <strong>build</strong>.</p>\n<h2>The place</h2>\n<p>Here.</p>\n<h2>You &amp; <em>us</em></h2>\n<ul>\n<li>Care</li>\n<li>Write<ul><li>code</li></ul></li>\n</ul>\n<p>An asset: French.</p>\n<h3>Notices</h3>\n<p>None.</p>',
      ),
    ).toEqual({
      opening: '<p>We <strong>build</strong>.</p>',
      body: '<h2>The place</h2>\n<p>Here.</p>',
      lists: [{ text: 'You & us', content: '<li>Care</li>\n<li>Write<ul><li>code</li></ul></li>' }],
      additional: '<p>An asset: French.</p>\n<h3>Notices</h3>\n<p>None.</p>',
    });
  });

  it('leaves lists that no heading announces where they are', () => {
    const html =
      '<ul><li>a</li></ul>\n<h2>What</h2>\n<p>You need:</p>\n<ol start="3"><li>b</li></ol>';
    expect(cutIntoSections(html)).toEqual({
      opening: '<ul><li>a</li></ul>',
      body: '<h2>What</h2>\n<p>You need:</p>\n<ol start="3"><li>b</li></ol>',
      lists: [],
      additional: '',
    });
  });

  it('joins lists under one heading, and ignores lists and headings inside other elements', () => {
    const html =
      '<blockquote><h2>Quoted</h2><ul><li>q</li></ul></blockquote><h2>Two</h2><ul><li>1</li></ul><ol><li>2</li></ol><hr />loose <a href="https://x.example">text</a>';
    expect(cutIntoSections(html)).toEqual({
      opening: '<blockquote><h2>Quoted</h2><ul><li>q</li></ul></blockquote>',
      body: '',
      lists: [{ text: 'Two', content: '<li>1</li><li>2</li>' }],
      additional: '<hr />\n<p>loose <a href="https://x.example">text</a></p>',
    });
  });

  it('gives empty texts for an empty posting', () => {
    expect(cutIntoSections('')).toEqual({ opening: '', body: '', lists: [], additional: '' });
  });
});
