/**
 * `<passkey-form>`: around a form that makes a passkey (`mode="create"`) or signs with one
 * (`mode="get"`). Asks the server at `options` what to sign, the device to sign it, and sends the
 * form with the answer in its field `answer`. Hidden by the server, and shown here where the browser
 * can do it; `.passkey-without` is for those that cannot. Words come from the attributes.
 */
class PasskeyForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #said = document.createElement('p');

  connectedCallback(): void {
    const form = this.querySelector('form');
    const able = typeof PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
    if (!form || !able || this.#form) return;
    this.#form = form;
    this.#said.setAttribute('role', 'status');
    form.append(this.#said);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask(form);
    });
    for (const part of this.querySelectorAll<HTMLElement>('.passkey-with')) part.hidden = false;
    this.querySelector('.passkey-without')?.remove();
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    this.#said.textContent = '';
    try {
      const options = await this.#options(form);
      // The session ended meanwhile, or the server would not: let it say so on a page of its own.
      if (!options) return form.submit();
      const answer = await this.#sign(options);
      const field = form.elements.namedItem('answer');
      if (answer && field instanceof HTMLInputElement) field.value = JSON.stringify(answer);
      form.submit();
    } catch (error) {
      const known = error instanceof DOMException && error.name === 'InvalidStateError';
      this.#said.textContent = this.getAttribute(known ? 'known' : 'cancelled');
    }
  }

  async #options(form: HTMLFormElement): Promise<unknown> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') fields.append(name, value);
    }
    const address = this.getAttribute('options') ?? '';
    const answer = await fetch(address, { method: 'POST', body: fields, redirect: 'manual' });
    return answer.ok ? answer.json() : null;
  }

  async #sign(options: unknown): Promise<unknown> {
    const made =
      this.getAttribute('mode') === 'create'
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
              options as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
              options as PublicKeyCredentialRequestOptionsJSON,
            ),
          });
    return made instanceof PublicKeyCredential ? made.toJSON() : null;
  }
}

customElements.define('passkey-form', PasskeyForm);
