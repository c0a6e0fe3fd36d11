import type { Announcement } from '#hiring/announcements';
import type { Localized } from '#platform/i18n';
import type { WebhookEvent } from './model.ts';

/** Something that happened, as every endpoint is told of it. Identifiers only: no candidate is named. */
export type Happening = {
  readonly event: WebhookEvent | 'test';
  readonly at: Date;
  readonly posting: {
    readonly id: string;
    readonly translationKey: string;
    readonly title: Localized;
    readonly url: Localized<string | null>;
    readonly version: string;
    readonly opensAt: Date | null;
    readonly closesAt: Date | null;
    readonly timeZone: string;
  } | null;
  readonly application: { readonly id: string; readonly reference: string } | null;
};

/** What an announcement is to the outside. */
export function happeningOf(announcement: Announcement, origins: Localized): Happening {
  const { kind, happenedAt, posting } = announcement;
  const { paths, versionHash, ...facts } = posting;
  return {
    event: `posting.${kind}`,
    at: happenedAt,
    posting: {
      ...facts,
      version: versionHash,
      url: {
        en: paths && origins.en + paths.en,
        fr: paths && origins.fr + paths.fr,
      },
    },
    application: null,
  };
}

/** The body in the format of Standard Webhooks: type, timestamp, data. */
export function standardBody({ event, at, posting, application }: Happening): string {
  return JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    data: { ...(posting && { posting }), ...(application && { application }) },
  });
}
