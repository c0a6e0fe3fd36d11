/** Speaks to the application form as a browser without JavaScript does: fetch, fill in, send. */
export type FormAnswers = {
  name: string;
  email: string;
  statement: string;
  resume: { name: string; bytes: Uint8Array } | null;
  lang: 'en' | 'fr';
};

const address: Record<'en' | 'fr', (slug: string) => string> = {
  en: (slug) => `/en/jobs/${slug}/apply`,
  fr: (slug) => `/fr/emplois/${slug}/postuler`,
};

export function applyPath(lang: 'en' | 'fr', slug: string): string {
  return address[lang](slug);
}

/** The signed token of a form page. */
export function tokenOf(html: string): string {
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1];
  if (!token) throw new Error('No token in the form');
  return token;
}

/** The request body of a filled-in form. */
export function filledForm(token: string, answers: FormAnswers): FormData {
  const form = new FormData();
  form.set('token', token);
  form.set('name', answers.name);
  form.set('email', answers.email);
  form.set('phone', '');
  if (answers.resume) {
    form.set('resume', new File([new Uint8Array(answers.resume.bytes)], answers.resume.name));
  }
  form.set('statement', answers.statement);
  form.set('samples', '');
  form.set('heard', 'event');
  form.set('correspondence', answers.lang);
  form.set('consent', 'yes');
  return form;
}
