import type { Lang } from '#platform/i18n';
import type { Permission, Role } from './policy.ts';

/** A member of staff, as listed. */
export type StaffMember = {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Language of the e-mails sent to them. */
  lang: Lang;
  /** Since when they may no longer sign in; null for active staff. */
  disabledAt: Date | null;
  createdAt: Date;
};

/** The signed-in person: `c.var.staff` behind `requireStaff`. */
export type SignedInStaff = {
  id: string;
  email: string;
  role: Role;
  lang: Lang;
  can(permission: Permission): boolean;
  /**
   * For the `csrf` field of every form on this page. It also names the person and the page, so that
   * what was typed can be kept when the session ends before the form is sent.
   */
  csrf: string;
};
