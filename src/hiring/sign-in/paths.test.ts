import { describe, expect, it } from 'vitest';
import { counterparts, isBelow, langOf, localizedPath, routeOf, safePath } from './paths.ts';
import { signInPath } from './sign-in-path.ts';

const deskPath = (text: string | undefined): string | null =>
  safePath(text, (pathname) => isBelow('staff.signIn', pathname));

describe('where a sign-in may lead', () => {
  it('to a page of the desk, with its query and without its fragment', () => {
    expect(deskPath('/en/staff/processes')).toBe('/en/staff/processes');
    expect(deskPath('/fr/personnel/processus/x/candidatures?q=%C3%A9t%C3%A9#a')).toBe(
      '/fr/personnel/processus/x/candidatures?q=%C3%A9t%C3%A9',
    );
  });

  it('nowhere else', () => {
    const refused = [
      undefined,
      '',
      'https://evil.example/en/staff/processes',
      '//evil.example/en/staff/',
      '/\\evil.example/en/staff/',
      '\\\\evil.example/en/staff/',
      '/en/staff/..//evil.example',
      '/en/staff/../..//evil.example/en/staff/',
      '/en/staff/..\\..\\/evil.example',
      '/en/staff/%2e%2e//evil.example',
      '/\t/evil.example/en/staff/',
      ' /en/staff/processes',
      'javascript:alert(1)',
      '/en/jobs/',
      '/en/staffing',
      '/',
      `/en/staff/${'a'.repeat(3000)}`,
    ];
    expect(refused.filter((text) => deskPath(text) !== null)).toEqual([]);
  });
});

it('the wanted page follows the language being read, query kept', () => {
  const path = '/en/staff/processes/p1/applications?q=a?b&sort=name';
  expect(localizedPath(path).fr).toBe('/fr/personnel/processus/p1/candidatures?q=a?b&sort=name');
  expect(localizedPath(path).en).toBe(path);
  expect(localizedPath('/en/staff/nowhere?x').fr).toBe('/en/staff/nowhere?x');
});

describe('the same page in the other language', () => {
  const processes = { en: '/en/staff/processes', fr: '/fr/personnel/processus' };

  it('is found by the route table, parameters kept', () => {
    expect(routeOf('/en/staff/applications/a%20b/notes')).toEqual({
      name: 'desk.note',
      paths: {
        en: '/en/staff/applications/a%20b/notes',
        fr: '/fr/personnel/candidatures/a%20b/notes',
      },
    });
    expect(counterparts('/fr/personnel/candidatures/7', processes)).toEqual({
      en: '/en/staff/applications/7',
      fr: '/fr/personnel/candidatures/7',
    });
  });

  it('is what is given for an address that is no page', () => {
    expect(counterparts('/en/staff/nowhere', processes)).toEqual(processes);
  });

  it('is told by the first part of the address', () => {
    expect([langOf('/fr/personnel/processus'), langOf('/en/staff/processes')]).toEqual([
      'fr',
      'en',
    ]);
  });
});

it('the sign-in page carries the wanted page and what to tell', () => {
  const pages = { signIn: 'staff.signIn', sent: 'staff.signInSent' } as const;
  const door = {
    pages: { ...pages, confirm: pages.signIn, signOut: pages.signIn, home: pages.signIn },
  };
  expect(signInPath(door, 'fr', '/fr/personnel/processus?a=1&b=2', 'kept')).toBe(
    '/fr/personnel/connexion?next=%2Ffr%2Fpersonnel%2Fprocessus%3Fa%3D1%26b%3D2&told=kept',
  );
  expect(signInPath(door, 'en', null)).toBe('/en/staff/sign-in');
});
