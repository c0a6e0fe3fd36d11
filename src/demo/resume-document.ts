import type { Lang, Localized } from '#platform/i18n';
import { type SampleParagraph, sampleDocx, samplePdf, sampleRtf } from '#platform/files/testing';
import { at } from './at.ts';
import type { ResumeWriting } from './writing/resume.ts';
import { resumeEn } from './writing/resume-en.ts';
import { resumeFr } from './writing/resume-fr.ts';

const writings: Localized<ResumeWriting> = { en: resumeEn, fr: resumeFr };

type Format = 'pdf' | 'docx' | 'rtf' | 'txt';

/** Mostly what people send. */
const formats: readonly Format[] = [
  'pdf', 'docx', 'pdf', 'pdf', 'docx', 'pdf', 'rtf', 'docx', 'pdf', 'txt', 'pdf', 'docx',
]; // prettier-ignore

/** Characters in a line of a PDF or a plain text. */
const lineLength = 86;

/** The résumé of a sample person: a screenful, different for each `place`, dated back from `year`. */
export function sampleResume(
  lang: Lang,
  person: { name: string; email: string },
  place: number,
  year: number,
): { fileName: string; bytes: Buffer } {
  const writing = writings[lang];
  const paragraphs = compose(writing, person, place, year);
  const wanted = at(formats, place);
  const lines = paragraphs.flatMap(linesOf).join('\n');
  const format = wanted === 'pdf' && !fitsPdf(lines) ? 'docx' : wanted;
  const name = at(writing.fileNames, place).replace('{name}', person.name.slice(0, 60));
  return { fileName: `${name}.${format}`, bytes: write(format, paragraphs, lines) };
}

function write(format: Format, paragraphs: readonly SampleParagraph[], lines: string): Buffer {
  switch (format) {
    case 'pdf':
      return samplePdf(lines);
    case 'docx':
      return sampleDocx(paragraphs);
    case 'rtf':
      return sampleRtf(paragraphs);
    case 'txt':
      return Buffer.from(`${lines}\n`);
  }
}

function compose(
  writing: ResumeWriting,
  { name, email }: { name: string; email: string },
  place: number,
  year: number,
): SampleParagraph[] {
  const { headings, posts, skills } = writing;
  const heading = (text: string): SampleParagraph => ({ kind: 'heading', level: 2, text });
  const lasted = 2 + (place % 3);
  const period = (index: number): string => {
    const until = index === 0 ? writing.untilNow : String(year - lasted * index);
    return writing.period
      .replace('{from}', String(year - lasted * (index + 1)))
      .replace('{until}', until);
  };
  return [
    { kind: 'heading', level: 1, text: name },
    writing.notice,
    `${at(writing.places, place)} | ${email}`,
    heading(headings.profile),
    at(writing.profiles, place),
    heading(headings.experience),
    ...[0, 1, 2].flatMap((index): SampleParagraph[] => {
      const { title, employer, did } = at(posts, place + index * 2);
      return [
        { kind: 'heading', level: 3, text: `${title}, ${employer}, ${period(index)}` },
        ...did.map((text): SampleParagraph => ({ kind: 'list-item', level: 1, text })),
      ];
    }),
    heading(headings.education),
    at(writing.schools, place * 5),
    heading(headings.skills),
    [0, 1, 2, 3, 4].map((index) => at(skills, place * 7 + index)).join(', '),
    heading(headings.languages),
    at(writing.languages, place * 3),
  ];
}

/** A paragraph as lines of plain text. */
function linesOf(paragraph: SampleParagraph): string[] {
  if (typeof paragraph === 'string') return wrap(paragraph, '');
  if (paragraph.kind === 'list-item') return wrap(paragraph.text, '  ', '- ');
  const text = paragraph.level === 2 ? paragraph.text.toUpperCase() : paragraph.text;
  return paragraph.level === 1 ? wrap(text, '') : ['', ...wrap(text, '')];
}

function wrap(text: string, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const longer = line.trim() === '' || line === first ? line + word : `${line} ${word}`;
    if (longer.length <= lineLength) {
      line = longer;
    } else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

/** Whether the PDF of the samples has all these characters (Windows-1252, in part). */
function fitsPdf(text: string): boolean {
  return /^[\n -\u00ff’œŒ€]*$/.test(text);
}
