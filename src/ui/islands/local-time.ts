/**
 * `<local-time>`: says an instant in the time zone of the person's own device, where their clock
 * shows something else than the process's. "{when}" in the attribute `text` is the date and time.
 */
class LocalTime extends HTMLElement {
  connectedCallback(): void {
    const at = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(at.getTime())) return;
    const locale = this.getAttribute('locale') ?? undefined;
    const said = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(locale, options).format(at);
    const wall = { dateStyle: 'long', timeStyle: 'short' } as const;
    if (said(wall) === said({ ...wall, timeZone: this.getAttribute('zone') ?? undefined })) return;
    const when = said({
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'long',
    });
    this.textContent = (this.getAttribute('text') ?? '').replace('{when}', when);
  }
}

customElements.define('local-time', LocalTime);
