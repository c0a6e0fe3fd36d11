/** Speaks to the application form as a browser without JavaScript does: fetch, fill in, send. */
export type FormAnswers = {
  name: string;
  email: string;
  statement: string;
  resume: { name: string; bytes: Uint8Array } | null;
  lang: 'en' | 'fr';
  /** Answers to the process's own questions, by question id. */
  more?: Record<string, string>;
};

/** Sends a request to a path of the site; redirects are not followed. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

const address: Record<'en' | 'fr', (slug: string) => string> = {
  en: (slug) => `/en/jobs/${slug}/apply`,
  fr: (slug) => `/fr/emplois/${slug}/postuler`,
};

export function applyPath(lang: 'en' | 'fr', slug: string): string {
  return address[lang](slug);
}

/** Requests to a running server, as from one sender. */
export function sendTo(origin: string, headers: Record<string, string> = {}): Send {
  return (path, init = {}) =>
    fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
}

/** The signed token of the first page of a form. */
export function tokenOf(html: string): string {
  return hidden(html, 'token');
}

/** The revision of the draft that a page shows. */
export function revisionOf(html: string): string {
  return hidden(html, 'revision');
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`No ${name} in the form`);
  return value;
}

/** What fills in any step: each takes the fields of its own questions. */
export function filledStep(answers: FormAnswers): FormData {
  const form = new FormData();
  const { name, email, statement, resume, lang, more = {} } = answers;
  const fields = {
    name,
    email,
    statement,
    phone: '',
    samples: '',
    heard: 'event',
    correspondence: lang,
    revision: '0',
    page: 'a page',
    do: 'next',
    ...more,
  };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (resume) form.set('resume', new File([new Uint8Array(resume.bytes)], resume.name));
  return form;
}

/** The first step, which makes the draft. */
export function filledForm(token: string, answers: FormAnswers): FormData {
  const form = filledStep({ ...answers, resume: null });
  form.set('token', token);
  return form;
}

/** Begins a draft and fills it in, step after step; the path of the page of checking. */
export async function fillDraft(
  send: Send,
  slug: string,
  answers: FormAnswers,
  token?: string,
): Promise<string> {
  const path = applyPath(answers.lang, slug);
  const signed = token ?? tokenOf(await textOf(await send(path), 200));
  let at = await follow(await send(path, post(filledForm(signed, answers))));
  while (!/\/(check|verification)$/.test(at)) {
    const resume = at.endsWith('/documents') ? answers.resume : null;
    at = await follow(await send(at, post(filledStep({ ...answers, resume }))));
  }
  return at;
}

/** Sends a checked draft; answers as the server does. */
export async function sendDraft(send: Send, checkPath: string): Promise<Response> {
  const revision = revisionOf(await textOf(await send(checkPath), 200));
  return send(checkPath, post(consent(revision)));
}

export function consent(revision: string): FormData {
  const form = new FormData();
  form.set('revision', revision);
  form.set('consent', 'yes');
  return form;
}

/** Applies from the first page to the receipt; the answer to the last sending. */
export async function applyThrough(
  send: Send,
  slug: string,
  answers: FormAnswers,
  token?: string,
): Promise<Response> {
  return sendDraft(send, await fillDraft(send, slug, answers, token));
}

export function post(body: FormData): RequestInit {
  return { method: 'POST', body };
}

async function follow(answer: Response): Promise<string> {
  const location = answer.headers.get('location');
  if (answer.status === 303 && location) return location;
  throw new Error(`Answered ${answer.status}: ${await answer.text()}`);
}

async function textOf(answer: Response, status: number): Promise<string> {
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`Answered ${answer.status}: ${text}`);
  return text;
}
