import { countWords } from '#ui/words';

/** Pause in typing before a screen reader is told, in milliseconds: never in mid-sentence. */
const quiet = 1000;

/**
 * `<word-counter>`: counts the words of the text area inside it while the person writes.
 *
 * The count is seen at once and heard after a pause. It only informs: nothing is cut or refused
 * here, the server decides. Words come from the attributes, written by the server in the language
 * of the page; "{count}" in them is the number.
 */
class WordCounter extends HTMLElement {
  #seen = document.createElement('p');
  #heard = document.createElement('p');
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const box = this.querySelector('textarea');
    const limit = this.querySelector('.word-limit');
    if (!box || !limit || this.contains(this.#seen)) return;

    this.#seen.className = 'word-count';
    this.#seen.setAttribute('aria-hidden', 'true');
    this.#heard.className = 'visually-hidden';
    this.#heard.setAttribute('role', 'status');
    // The limit stays the description of the box; only its place on the screen goes to the count.
    limit.classList.add('visually-hidden');
    this.append(this.#seen, this.#heard);

    const show = (): void => {
      this.#seen.textContent = this.#message(countWords(box.value));
    };
    show();
    addEventListener('pageshow', show);
    box.addEventListener('input', () => {
      show();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#heard.textContent = this.#seen.textContent;
      }, quiet);
    });
  }

  #message(words: number): string {
    const left = Number(this.getAttribute('limit')) - words;
    const over = left < 0;
    this.classList.toggle('is-over', over);
    const count = Math.abs(left);
    const locale = this.getAttribute('locale') ?? undefined;
    const one = new Intl.PluralRules(locale).select(count) === 'one';
    const template = this.getAttribute(`${over ? 'over' : 'left'}-${one ? 'one' : 'other'}`) ?? '';
    return template.replace('{count}', new Intl.NumberFormat(locale).format(count));
  }
}

customElements.define('word-counter', WordCounter);
