import { describe, expect, it } from 'vitest';
import { type Permission, isRole, may, roles } from './policy.ts';

type Row = [
  permission: Permission,
  admin: boolean,
  manager: boolean,
  assessor: boolean,
  custodian: boolean,
];

/** Written out a second time on purpose: widening a role must be done twice, knowingly. */
const expected: Row[] = [
  ['use-desk', true, true, true, true],
  ['see-processes', true, true, true, false],
  ['see-applications', true, true, true, false],
  ['see-identity', true, true, false, false],
  ['read-resume', true, true, false, false],
  ['screen-applications', true, true, false, false],
  ['send-notices', true, true, false, false],
  ['write-notes', true, true, false, false],
  ['answer-questions', true, true, false, false],
  ['read-history', true, true, true, false],
  ['see-posting-problems', true, true, false, false],
  ['edit-postings', true, true, false, false],
  ['override-gate', true, true, false, false],
  ['see-status', true, false, false, false],
  ['read-outbox', true, false, false, false],
  ['manage-webhooks', true, false, false, false],
  ['handle-privacy-requests', true, false, false, false],
  ['place-legal-holds', true, false, false, false],
  ['record-disclosures', true, true, false, false],
  ['manage-staff', true, false, false, false],
  ['open-accommodation', false, false, false, true],
];

describe('the permission matrix', () => {
  it.each(expected)(
    'to %s: admin %s, manager %s, assessor %s, custodian %s',
    (permission, ...cells) => {
      expect(roles.map((role) => may(role, permission))).toEqual(cells);
    },
  );

  it('is all in the table above', () => {
    // A permission that is missing here does not compile.
    const all: Record<Permission, true> = {
      'use-desk': true,
      'see-processes': true,
      'see-applications': true,
      'see-identity': true,
      'read-resume': true,
      'screen-applications': true,
      'send-notices': true,
      'write-notes': true,
      'answer-questions': true,
      'read-history': true,
      'see-posting-problems': true,
      'edit-postings': true,
      'override-gate': true,
      'see-status': true,
      'read-outbox': true,
      'manage-webhooks': true,
      'handle-privacy-requests': true,
      'place-legal-holds': true,
      'record-disclosures': true,
      'manage-staff': true,
      'open-accommodation': true,
    };
    expect(expected.map(([permission]) => permission)).toEqual(Object.keys(all));
  });

  it('takes nothing else for a role', () => {
    const others = ['Admin', '', 'toString', null, undefined, 0];
    expect(others.filter((value) => isRole(value))).toEqual([]);
  });
});
