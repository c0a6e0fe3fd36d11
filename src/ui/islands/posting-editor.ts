/** Pause in typing before the text is checked, in milliseconds. */
const quiet = 800;

/**
 * `<posting-editor>`: around the form of a posting. Checks the text while it is written, marks the
 * findings of the line that the caret is on, leads from a finding to its place, and asks before
 * unsaved text is left behind. The form works without it; the server renders every finding.
 */
class PostingEditor extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #summary: HTMLElement | null = null;
  #heard = document.createElement('p');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | null = null;
  #fresh: Document | null = null;
  #saved = '';
  #leaving = false;
  #stopped = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    this.#summary = this.querySelector('#findings');
    if (!form || !this.#summary || this.#form) return;
    this.#form = form;
    this.#heard.className = 'visually-hidden';
    this.#heard.setAttribute('role', 'status');
    this.append(this.#heard);
    // A browser may fill in what was typed before: what counts is what the server sent.
    this.#saved = this.hasAttribute('unsaved') ? '' : this.#sent();
    form.addEventListener('input', () => this.#wait());
    form.addEventListener('submit', () => {
      this.#leaving = true;
    });
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('focusout', () => this.#swapLater());
    document.addEventListener('selectionchange', () => this.#mark());
    addEventListener('pageshow', () => {
      this.#leaving = false;
    });
    addEventListener('beforeunload', (event) => {
      if (!this.#leaving && this.#typed() !== this.#saved) event.preventDefault();
    });
  }

  #typed(): string {
    const values: string[] = [];
    for (const field of this.#fields()) values.push(this.#valueOf(field));
    return values.join('\u0000');
  }

  /** The values as the server sent them. */
  #sent(): string {
    const values: string[] = [];
    for (const field of this.#fields()) {
      values.push(
        field instanceof HTMLInputElement && field.type === 'checkbox'
          ? String(field.defaultChecked)
          : field.defaultValue,
      );
    }
    return values.join('\u0000');
  }

  #valueOf(field: HTMLInputElement | HTMLTextAreaElement): string {
    return field instanceof HTMLInputElement && field.type === 'checkbox'
      ? String(field.checked)
      : field.value;
  }

  #fields(): (HTMLInputElement | HTMLTextAreaElement)[] {
    return [
      ...this.#form!.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'textarea, input:not([type="hidden"])',
      ),
    ];
  }

  #wait(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), quiet);
  }

  async #check(): Promise<void> {
    const form = this.#form!;
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') body.append(name, value);
    }
    body.set('do', 'live');
    this.#summary!.textContent = this.getAttribute('waiting');
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        signal: request.signal,
        redirect: 'manual',
      });
      // Signed out, or no longer permitted: what was typed stays, and the buttons say what to do.
      if (!answer.ok) return this.#stop();
      const text = await answer.text();
      if (request.signal.aborted) return;
      this.#fresh = new DOMParser().parseFromString(text, 'text/html');
      this.#swap();
    } catch {
      if (!request.signal.aborted) this.#say(this.getAttribute('stopped'));
    }
  }

  #stop(): void {
    this.#stopped = true;
    this.#say(this.getAttribute('stopped'));
  }

  #say(words: string | null): void {
    this.#summary!.textContent = words;
    if (this.#heard.textContent !== words) this.#heard.textContent = words;
  }

  /** Never while somebody is in the list: their place would be taken away. */
  #swap(): void {
    const fresh = this.#fresh;
    if (!fresh) return;
    this.#say(fresh.querySelector('#findings')?.textContent ?? '');
    if (document.activeElement?.closest('.findings')) return;
    this.#fresh = null;
    for (const next of fresh.querySelectorAll('.findings')) {
      document.getElementById(next.id)?.replaceWith(document.adoptNode(next));
    }
    this.#mark();
  }

  #swapLater(): void {
    if (this.#fresh) setTimeout(() => this.#swap());
  }

  /** The findings of the line that the caret is on. */
  #mark(): void {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement) || !this.contains(area)) return;
    const before = area.value.slice(0, area.selectionStart);
    const lineStart = before.lastIndexOf('\n') + 1;
    const next = area.value.indexOf('\n', area.selectionStart);
    const lineEnd = next < 0 ? area.value.length : next;
    let first: HTMLElement | null = null;
    for (const item of this.querySelectorAll<HTMLElement>('.finding')) {
      const { field, start, end } = item.dataset;
      const here = field === area.id && Number(start) <= lineEnd && Number(end) >= lineStart;
      item.classList.toggle('is-here', here);
      if (here) first ??= item;
    }
    const list = first?.parentElement;
    if (first && list) list.scrollTop = first.offsetTop - list.offsetTop;
  }

  /** From a finding to its words, selected. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const item = link?.closest<HTMLElement>('.finding');
    const area = item?.dataset['field'] && document.getElementById(item.dataset['field']);
    if (!(area instanceof HTMLTextAreaElement) || !item) return;
    event.preventDefault();
    const [start, end] = [Number(item.dataset['start']), Number(item.dataset['end'])];
    area.focus();
    area.setSelectionRange(start, end);
    // Browsers do not scroll to a selection that a script makes: by lines, nearly.
    const lines = area.value.slice(0, start).split('\n').length;
    const all = area.value.split('\n').length;
    area.scrollTop = Math.max(0, (area.scrollHeight * lines) / all - area.clientHeight / 2);
    area.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('posting-editor', PostingEditor);
