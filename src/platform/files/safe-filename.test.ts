import { describe, expect, test } from 'vitest';
import { contentDisposition, safeFilename } from './index.ts';

describe('safeFilename', () => {
  test.each([
    ['résumé.pdf', 'résumé.pdf'],
    ['C:\\Users\\zoe\\CV d’Élodie.docx', 'CV d’Élodie.docx'],
    ['../../etc/passwd', 'passwd'],
    ['folder/', 'document'],
    ['', 'document'],
    ['...', 'document'],
    ['\u200d.pdf', 'document.pdf'],
    ['.htaccess', 'htaccess'],
    ['  a \t b\r\nSet-Cookie: x  .pdf ', 'a b Set-Cookie- x .pdf'],
    ['a\u0000b\u0007c\u0085d.txt', 'abcd.txt'],
    ['cv\u202efdp.exe', 'cvfdp.exe'],
    ['a\u2066b\u2069c\u200ed\u061ce\ufefff\u00adg.pdf', 'abcdefg.pdf'],
    ['“quoted” "plain" <b>|?*:.pdf', '“quoted” -plain- -b-----.pdf'],
    ['سيرة ذاتية.pdf', 'سيرة ذاتية.pdf'],
    ['👩‍💻 cv 🇨🇦.pdf', '👩‍💻 cv 🇨🇦.pdf'],
    ['broken \ud83d half.pdf', 'broken half.pdf'],
    ['nul.pdf', '-nul.pdf'],
    ['nullable.pdf', 'nullable.pdf'],
    ['e\u0301te\u0301.pdf', 'été.pdf'],
  ])('%j', (clientName, expected) => {
    expect(safeFilename(clientName)).toBe(expected);
  });

  test.each([
    ['cv.pdf', 'docx', 'cv.docx'],
    ['cv.PDF', 'pdf', 'cv.PDF'],
    ['cv', 'pdf', 'cv.pdf'],
    ['cv.exe', 'pdf', 'cv.exe.pdf'],
    ['Zoé M. Exemple', 'odt', 'Zoé M. Exemple.odt'],
    ['v1.2', 'txt', 'v1.2.txt'],
    ['/', 'rtf', 'document.rtf'],
  ])('%j, proven to be %s', (clientName, extension, expected) => {
    expect(safeFilename(clientName, { extension })).toBe(expected);
  });

  test('a thousand characters are cut to 120, the extension kept', () => {
    const name = safeFilename(`${'é'.repeat(1000)}.docx`);
    expect(name).toBe(`${'é'.repeat(115)}.docx`);
    expect(safeFilename('a'.repeat(1000), { extension: 'pdf' })).toHaveLength(120);
  });

  test('is cut between characters as people see them', () => {
    const family = '👨‍👩‍👧‍👦';
    const name = safeFilename(`${family.repeat(50)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toBe(`${family.repeat(Math.floor(116 / family.length))}.pdf`);
    expect(safeFilename(`a${'\u0301\u0302'.repeat(500)}.pdf`)).toBe('document.pdf');
  });

  test('a megabyte of name does not take long', () => {
    const started = performance.now();
    safeFilename(`${'e\u0301 '.repeat(300_000)}.pdf`);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('is stable: what is safe stays as it is', () => {
    for (const name of ['résumé.pdf', '../x', 'a\u202eb', `${'é'.repeat(1000)}.docx`, '“a” b']) {
      const once = safeFilename(name);
      expect(safeFilename(once)).toBe(once);
    }
  });
});

describe('contentDisposition', () => {
  test('a plain name', () => {
    expect(contentDisposition('inline', 'cv 2024.pdf')).toBe('inline; filename="cv 2024.pdf"');
  });

  test('a name with accents and more', () => {
    expect(contentDisposition('attachment', 'Œuvre d’été (50%).pdf')).toBe(
      'attachment; filename="OEuvre d\'ete (50_).pdf"; ' +
        "filename*=UTF-8''%C5%92uvre%20d%E2%80%99%C3%A9t%C3%A9%20%2850%25%29.pdf",
    );
    expect(contentDisposition('attachment', "l'été*.pdf")).toContain("''l%27%C3%A9t%C3%A9-.pdf");
  });

  test.each([
    'a"; filename="evil.exe',
    'a\r\nSet-Cookie: a=b',
    '\u202e\u2028"\\',
    '日本\ud800',
    '＂／.pdf',
  ])('nothing in %j can end the value', (name) => {
    const value = contentDisposition('attachment', name);
    expect(value).toMatch(
      /^attachment; filename="[^"\\/%\r\n]*"(?:; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*)?$/,
    );
    expect(value).toMatch(/^[ -~]*$/);
  });
});
