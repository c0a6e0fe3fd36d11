import type { Localized } from '#platform/i18n';

export const announcementKinds = ['opened', 'changed', 'closed'] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** Something that happened to what the public can see of a posting. */
export type Announcement = {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly happenedAt: Date;
  readonly posting: {
    readonly id: string;
    readonly translationKey: string;
    readonly title: Localized;
    /** Paths of its pages; null where it was withdrawn. */
    readonly paths: Localized | null;
    readonly versionHash: string;
    readonly opensAt: Date | null;
    readonly closesAt: Date | null;
    /** IANA zone in which its dates are said. */
    readonly timeZone: string;
  };
};
