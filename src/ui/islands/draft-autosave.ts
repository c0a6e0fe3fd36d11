/** Pause in typing before a draft is saved, in milliseconds. */
const pause = 1500;
/** Wait before saving is tried again after a failure, in milliseconds. */
const retryAfter = 10_000;

type Answer = { revision: number; action?: string };

/**
 * `<draft-autosave>`: saves the form inside it as a draft while the person writes, and says so
 * politely. Files wait for the button. The server judges each save as it judges the button's: words
 * saved elsewhere since are not written over, and this only says where to look.
 *
 * Sentences come from the attributes, written by the server; "{time}" is the time of day here.
 */
class DraftAutosave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  #again = false;
  #left = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const told = this.querySelector('output');
    if (!form || !told || form.dataset['autosave']) return;
    form.dataset['autosave'] = 'on';
    form.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
      this.#later(form, told, pause);
    });
    form.addEventListener('submit', () => {
      this.#left = true;
      clearTimeout(this.#timer);
    });
    addEventListener('pageshow', () => {
      this.#left = false;
    });
  }

  #later(form: HTMLFormElement, told: Element, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(form, told), wait);
  }

  async #save(form: HTMLFormElement, told: Element): Promise<void> {
    if (this.#left) return;
    if (this.#saving) {
      this.#again = true;
      return;
    }
    this.#saving = true;
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') body.append(name, value);
      }
      body.set('do', 'autosave');
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      if (!response.ok) {
        const gone = response.status === 409 || response.status === 410;
        this.#tell(told, gone ? 'elsewhere' : 'failed');
        // It is saved by the button all the same, where the person can choose.
        if (!gone) this.#later(form, told, retryAfter);
        return;
      }
      const { revision, action } = (await response.json()) as Answer;
      const field = form.querySelector<HTMLInputElement>('input[name="revision"]');
      if (field) field.value = String(revision);
      if (action) {
        form.action = action;
        history.replaceState(null, '', action);
      }
      this.#tell(told, 'saved');
    } catch {
      this.#tell(told, 'failed');
      this.#later(form, told, retryAfter);
    } finally {
      this.#saving = false;
      if (this.#again) {
        this.#again = false;
        this.#later(form, told, pause);
      }
    }
  }

  #tell(told: Element, what: 'saved' | 'failed' | 'elsewhere'): void {
    const time = new Date().toLocaleTimeString(this.getAttribute('locale') ?? undefined, {
      hour: 'numeric',
      minute: '2-digit',
    });
    const text = (this.getAttribute(what) ?? '').replace('{time}', time);
    if (told.textContent !== text) told.textContent = text;
  }
}

customElements.define('draft-autosave', DraftAutosave);
