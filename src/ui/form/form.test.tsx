import { describe, expect, it } from 'vitest';
import { renderIn } from '#ui/examples';
import {
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  FileField,
  Form,
  Honeypot,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  titleWithProblems,
} from './index.ts';

/** The start tag of the first element that has the attribute: its attributes, to look at. */
function tag(html: string, attribute: string): string {
  return html.match(new RegExp(`<[a-z-]+[^>]*${attribute}[^>]*>`))?.[0] ?? `no ${attribute}`;
}

describe('a text field', () => {
  it('ties its label, hint and problem to the control', () => {
    const html = renderIn(
      'en',
      <TextField
        name="email"
        label="E-mail"
        hint="Ours stays short."
        problem="Enter it"
        required
      />,
    );
    expect(tag(html, 'for="email"')).toMatch(/^<label/);
    const input = tag(html, 'id="email"');
    expect(input).toContain('name="email"');
    expect(input).toContain('aria-describedby="email-hint email-problem"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-required="true"');
    expect(html).toContain('id="email-hint">Ours stays short.</div>');
    expect(html).toContain('id="email-problem">Enter it</p>');
  });

  it('says nothing about validity, requirement or description where there is nothing to say', () => {
    const html = renderIn('en', <TextField name="q" label="Search" />);
    expect(html).not.toMatch(/aria-|optional/);
  });

  it('marks an optional field in the language of the page', () => {
    const field = <TextField name="phone" label="Phone" required={false} />;
    expect(renderIn('en', field)).toContain('(optional)');
    expect(renderIn('fr', field)).toContain('(facultatif)');
  });

  it('takes another id than its name', () => {
    const html = renderIn('fr', <TextField name="q" id="top-q" label="Chercher" hint="Un mot." />);
    expect(tag(html, 'id="top-q"')).toContain('aria-describedby="top-q-hint"');
    expect(tag(html, 'for="top-q"')).toMatch(/^<label/);
  });

  it('keeps what was typed, as text', () => {
    const html = renderIn('en', <TextField name="name" label="Name" value={'"><script>O’Brien'} />);
    expect(html).toContain('value="&quot;>&lt;script>O’Brien"');
  });
});

describe('a fieldset', () => {
  it('has a title at its place among the headings of the page', () => {
    const legend = (level?: 2 | 3) =>
      /<legend>(<h\d>[^/]*)/.exec(
        renderIn(
          'en',
          <Fieldset legend="Assets" level={level}>
            fields
          </Fieldset>,
        ),
      )?.[1];
    expect([legend(), legend(3)]).toEqual(['<h2>Assets<', '<h3>Assets<']);
  });
});

describe('a text area', () => {
  it('shows what to show while it is empty', () => {
    const html = renderIn('en', <TextArea name="why" label="Why" placeholder=" " />);
    expect(tag(html, 'id="why"')).toContain('placeholder=" "');
  });

  it('keeps its text, a first line break included', () => {
    const html = renderIn('en', <TextArea name="note" label="Note" value={'\nline </textarea>'} />);
    expect(html).toMatch(/<textarea[^>]*>\n\nline &lt;\/textarea>/);
  });

  it('states its limit in words and hands the counter its sentences', () => {
    const html = renderIn('fr', <TextArea name="why" label="Pourquoi" wordLimit={300} />);
    expect(tag(html, 'id="why"')).toContain('aria-describedby="why-limit"');
    expect(html).toContain('id="why-limit">300 mots au plus</p>');
    const counter = tag(html, 'left-one');
    expect(counter).toContain('limit="300"');
    expect(counter).toContain('locale="fr"');
    expect(counter).toContain('left-other="Il reste {count} mots sur 300"');
    expect(counter).toContain('over-one="{count} mot de trop; la limite est de 300"');
  });
});

describe('groups of choices', () => {
  const options = [
    { value: 'en', label: 'English' },
    { value: 'fr', label: 'French', hint: 'Of Canada.' },
  ];

  it('gives the first choice the id of the field, where the summary leads', () => {
    const html = renderIn('en', <RadioGroup name="language" label="Language" options={options} />);
    expect(tag(html, 'id="language"')).toContain('value="en"');
    expect(tag(html, 'id="language-fr"')).toContain('aria-describedby="language-fr-choice-hint"');
  });

  it('checks the value given and no other', () => {
    const html = renderIn(
      'en',
      <RadioGroup name="language" label="Language" options={options} value="fr" />,
    );
    expect(tag(html, 'id="language-fr"')).toContain('checked');
    expect(tag(html, 'id="language"')).not.toContain('checked');
  });

  it('describes the whole group with its hint and problem', () => {
    const html = renderIn(
      'en',
      <CheckboxGroup name="skills" label="Skills" hint="Any." problem="Choose" options={options} />,
    );
    expect(tag(html, 'aria-describedby="skills-hint skills-problem"')).toMatch(/^<fieldset/);
  });

  it('ties a single checkbox to its problem', () => {
    const html = renderIn(
      'en',
      <Checkbox name="consent" label="Agreed" problem="Agree" required />,
    );
    const input = tag(html, 'id="consent"');
    expect(input).toContain('aria-describedby="consent-problem"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).not.toContain('checked');
  });
});

describe('a select', () => {
  it('offers an empty first line and selects the value', () => {
    const html = renderIn(
      'fr',
      <Select
        name="source"
        label="Source"
        placeholder
        value="web"
        options={[
          { value: 'web', label: 'Web' },
          { value: 'ami', label: 'Un ami' },
        ]}
      />,
    );
    expect(html).toMatch(/<option value(="")?>Choisir<\/option>/);
    expect(tag(html, 'value="web"')).toContain('selected');
    expect(tag(html, 'value="ami"')).not.toContain('selected');
  });
});

describe('a file field', () => {
  it('is required until a file is kept', () => {
    const field = <FileField name="resume" label="Résumé" required />;
    expect(tag(renderIn('en', field), 'id="resume"')).toContain('required');
  });

  it('shows the kept file and carries what names it', () => {
    const html = renderIn(
      'en',
      <FileField
        name="resume"
        label="Résumé"
        hint="PDF."
        required
        kept={{ filename: 'a<b>.pdf', size: '240 KB', children: <input name="kept" value="k" /> }}
      />,
    );
    expect(html).toContain('<bdi>a&lt;b>.pdf</bdi>');
    expect(html).toContain('240 KB');
    expect(html).toContain('name="kept"');
    const input = tag(html, 'type="file"');
    expect(input).not.toContain('required');
    expect(input).toContain('aria-describedby="resume-hint resume-kept"');
  });
});

describe('the error summary', () => {
  const problems = [
    { field: 'name', message: 'Enter your name' },
    { field: 'consent', message: 'Confirm' },
  ];

  it('takes the focus and leads to each field in order', () => {
    const html = renderIn('en', <ErrorSummary problems={problems} />);
    expect(tag(html, 'autofocus')).toContain('tabindex="-1"');
    expect(html).toContain('2 things to fix');
    expect(html.indexOf('<a href="#name">Enter your name</a>')).toBeGreaterThan(0);
    expect(html.indexOf('#consent')).toBeGreaterThan(html.indexOf('#name'));
  });

  it('is absent where there is nothing to fix', () => {
    expect(renderIn('en', <ErrorSummary problems={[]} />)).toBe('');
  });

  it('says so first thing in the title', () => {
    expect(titleWithProblems('fr', 'Postuler', 1)).toBe('À corriger\u00A0: Postuler');
    expect(titleWithProblems('fr', 'Postuler', 0)).toBe('Postuler');
  });
});

describe('a form', () => {
  it('leaves validation to the server and carries the token', () => {
    const html = renderIn(
      'en',
      <Form action="/send" csrf="t0ken" multipart>
        {null}
      </Form>,
    );
    expect(html).toContain('method="post"');
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('novalidate');
    expect(html).toContain('<input type="hidden" name="csrf" value="t0ken"/>');
  });

  it('hides its trap from the eye, the keyboard and assistive technology', () => {
    const html = renderIn('fr', <Honeypot name="website" />);
    expect(tag(html, 'aria-hidden="true"')).toContain('visually-hidden');
    expect(tag(html, 'name="website"')).toContain('tabindex="-1"');
    expect(html).toContain('Laissez ce champ vide');
  });
});

it('refuses to guess a language', async () => {
  const { renderToString } = await import('preact-render-to-string');
  expect(() => renderToString(<TextField name="a" label="A" />)).toThrow('LangProvider');
});
