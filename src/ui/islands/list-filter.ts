import {
  type ListQuery,
  type SearchFacts,
  activeFilters,
  everything,
  fitsFacts,
  fitsWords,
  formatListQuery,
  parseListQuery,
  wordsOf,
} from '#ui/search';

/** A posting of the file that is searched, in the order of the list. */
type Entry = {
  /** The card as the server would show it. */
  html: string;
  open: boolean;
  facts: SearchFacts;
  /** The words of the posting, folded, each once. */
  words: string;
};

/**
 * `<list-filter>`: searches a list of a site of files, by the rules of the server's search.
 *
 * What is asked stands in the address, so that a search can be sent to somebody. Without a search,
 * the list of the page is there as it was. The file is fetched when it is first needed; where that
 * fails, the form goes to the server, if there is one.
 */
class ListFilter extends HTMLElement {
  #entries: Promise<Entry[]> | undefined;
  #form: HTMLFormElement | null = null;
  #list: HTMLElement | null = null;
  #found = document.createElement('div');

  connectedCallback(): void {
    const template = this.querySelector('template');
    if (template) template.replaceWith(template.content);
    this.#form = this.querySelector('form');
    this.#list = this.querySelector('.list-filter-results');
    if (!this.#form || !this.#list || this.contains(this.#found)) return;
    this.#found.hidden = true;
    this.#list.after(this.#found);
    this.#form.addEventListener('submit', this.#submitted);
    this.#form.addEventListener('focusin', () => void this.#load(), { once: true });
    addEventListener('popstate', () => void this.#showAddress());
    void this.#showAddress();
  }

  #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const query = this.#read(new FormData(form));
    history.pushState(null, '', location.pathname + formatListQuery(query));
    void this.#show(query, true);
  };

  /** The form as the address asks, and what it asks for. */
  async #showAddress(): Promise<void> {
    const query = this.#read(new URLSearchParams(location.search));
    for (const [name, value] of Object.entries(query)) {
      const field = this.#form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = String(value);
      }
    }
    if (activeFilters(query) > 0) this.querySelector('details')?.setAttribute('open', '');
    await this.#show(query, false);
  }

  #read(fields: FormData | URLSearchParams): ListQuery {
    const entries = [...fields].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    return { ...parseListQuery(Object.fromEntries(entries)), page: 1 };
  }

  async #show(query: ListQuery, asked: boolean): Promise<void> {
    if (!this.#list) return;
    const whole = formatListQuery(query) === formatListQuery(everything);
    // The page of the closed ones shows them without being asked.
    if (whole && !asked) return this.#swap(false);
    let entries: Entry[];
    try {
      entries = await this.#load();
    } catch {
      this.#entries = undefined;
      // Without a server the list stays as it is, which is more than nothing.
      if (asked && this.#form?.action !== location.href.split(/[?#]/)[0]) this.#form?.submit();
      return;
    }
    const words = wordsOf(query.q);
    const found = entries.filter(
      ({ open, facts, words: text }) =>
        (query.state === 'all' || open === (query.state === 'open')) &&
        fitsFacts(facts, query) &&
        fitsWords(text, words),
    );
    this.#fill(found);
    this.#swap(true);
  }

  #fill(found: readonly Entry[]): void {
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const list = document.createElement('ul');
    list.className = 'posting-list';
    // The cards were made with the page, from the same escaped texts.
    list.innerHTML = found.map(({ html }) => html).join('');
    const back = document.createElement('p');
    const link = document.createElement('a');
    link.href = location.pathname;
    link.textContent = this.dataset['clear'] ?? '';
    back.append(link);
    this.#found.replaceChildren(status, ...(found.length > 0 ? [list] : []), back);
    // Written once it is in the page, so that it is heard.
    status.textContent = this.#count(found.length);
  }

  #count(count: number): string {
    const { lang } = document.documentElement;
    if (count === 0) return this.dataset['none'] ?? '';
    const one = new Intl.PluralRules(lang).select(count) === 'one';
    const number = new Intl.NumberFormat(`${lang}-CA`).format(count);
    return (this.dataset[one ? 'one' : 'other'] ?? '').replace('{count}', number);
  }

  #swap(searching: boolean): void {
    this.#found.hidden = !searching;
    if (this.#list) this.#list.hidden = searching;
  }

  #load(): Promise<Entry[]> {
    this.#entries ??= fetch(this.dataset['index'] ?? '').then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Entry[];
    });
    return this.#entries;
  }
}

customElements.define('list-filter', ListFilter);
