import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectNoSideways } from '../support/browser.ts';
import { useMailbox } from '../support/mailbox.ts';
import { desktop, narrow, phone, useSite } from '../support/site.ts';

const mailbox = useMailbox();
// Browsers make passkeys for a name, not for a number.
const site = useSite(async (port) => ({
  TANDEM_URL: `http://localhost:${port}`,
  TANDEM_SMTP_URL: await mailbox.open(),
  TANDEM_PROXIES: '1',
}));

let networks = 0;
/** A browser in a network of its own: one network may ask for so many links only. */
async function open(options: Parameters<typeof site.open>[0] = {}): Promise<Page> {
  const page = await site.open(options);
  networks += 1;
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${networks}` });
  return page;
}

const paths = {
  en: { mine: '/en/my/applications', signIn: '/en/my/sign-in', account: '/en/my/account' },
  fr: { mine: '/fr/moi/candidatures', signIn: '/fr/moi/connexion', account: '/fr/moi/compte' },
};

/** The button of the page's own form: the frame has one of its own where somebody is signed in. */
const press = (page: Page, name: RegExp) =>
  page.locator('main').getByRole('button', { name }).click();

let people = 0;
const newAddress = (): string => `person-${(people += 1)}@example.org`;

/** Signs in by the link that comes by e-mail. */
async function signIn(page: Page, lang: 'en' | 'fr', email: string): Promise<void> {
  await page.goto(paths[lang].signIn);
  await page.fill('[name="email"]', email);
  await press(page, /link|lien/);
  await page.waitForURL(/sent|envoi/);
  await page.goto(await mailbox.nextLink(email));
  await press(page, /Sign in|Se connecter/);
  await page.waitForURL(/my\/applications|moi\/candidatures/);
}

describe.each([
  ['fr', false, phone],
  ['fr', true, phone],
  ['en', false, desktop],
  ['en', true, narrow],
] as const)('a candidate signs in, in %s (JavaScript: %s)', (lang, javaScript, device) => {
  it('by a link, settles the account, and signs out everywhere', async () => {
    const page = await open({ javaScript, device });
    const look = async (what: string): Promise<void> => {
      if (javaScript) await expectAccessible(page, what);
      await expectNoSideways(page, what);
    };
    const email = newAddress();

    await page.goto(lang === 'fr' ? '/fr/emplois/' : '/en/jobs/');
    await page.getByRole('link', { name: /^(Your applications|Vos candidatures)$/ }).click();
    await page.waitForURL(/next=/);
    await look('the sign-in page');

    await page.fill('[name="email"]', 'nobody');
    await press(page, /link|lien/);
    const summary = page.locator('.error-summary a');
    await summary.first().click();
    expect(await page.evaluate('document.activeElement.name')).toBe('email');
    await look('an address that is none');

    await page.fill('[name="email"]', email);
    await press(page, /link|lien/);
    await page.waitForURL(/sent|envoi/);
    await look('the link is sent');

    const link = await mailbox.nextLink(email);
    await page.goto(link);
    expect(await page.locator('main').innerText()).toContain(email);
    await look('the confirmation');
    await press(page, /Sign in|Se connecter/);
    await page.waitForURL(new RegExp(`${paths[lang].mine}$`));
    await look('an empty list');
    expect(await page.locator('.site-account').innerText()).toContain(email);

    // Read again, the link leads on: the session is there already.
    await page.goto(link);
    expect(new URL(page.url()).pathname).toBe(paths[lang].mine);
    const stranger = await open({ javaScript, device });
    await stranger.goto(link);
    if (javaScript) await expectAccessible(stranger, 'a spent link');
    await expectNoSideways(stranger, 'a spent link');
    expect(await stranger.locator('h1').innerText()).toMatch(/no longer|ne fonctionne plus/);

    await page.getByRole('link', { name: /^(Your account|Votre compte)$/ }).click();
    await look('the account');
    await page.getByLabel(lang === 'fr' ? 'Français' : 'English').check();
    await press(page, /Save|Enregistrer/);
    await look('the account, changed');
    expect(await page.locator('.notice').innerText()).toMatch(/in English|en français/);
    await press(page, /everywhere|toutes les sessions/);
    await page.waitForURL(/told=signed-out/);
    await look('signed out');
    await page.goto(paths[lang].mine);
    expect(new URL(page.url()).pathname).toBe(paths[lang].signIn);
  });

  it('loses nothing of a form when the session has ended, and is told so', async () => {
    const page = await open({ javaScript, device });
    const email = newAddress();
    await signIn(page, lang, email);
    await page.goto(paths[lang].account);
    await page.context().clearCookies();
    await press(page, /Save|Enregistrer/);
    await page.waitForURL(/told=kept/);
    if (javaScript) await expectAccessible(page, 'kept for after signing in');
    await expectNoSideways(page, 'kept for after signing in');
    await page.fill('[name="email"]', email);
    await press(page, /link|lien/);
    await page.waitForURL(/sent|envoi/);
    await page.goto(await mailbox.nextLink(email));
    await press(page, /Sign in|Se connecter/);
    await page.waitForURL(new RegExp(`${paths[lang].account}$`));
  });
});

it.each(['fr', 'en'] as const)('says what to do where something is refused (%s)', async (lang) => {
  const page = await open({ device: narrow });
  const look = async (what: string): Promise<void> => {
    await expectAccessible(page, what);
    await expectNoSideways(page, what);
  };
  const email = newAddress();
  for (let count = 0; count < 6; count += 1) {
    await page.goto(paths[lang].signIn);
    await page.fill('[name="email"]', email);
    await press(page, /link|lien/);
    await page.waitForLoadState();
  }
  expect(await page.locator('.notice').innerText()).toMatch(/minutes/);
  expect(await page.inputValue('[name="email"]')).toBe(email);
  await look('too many requests');

  await page.goto(await mailbox.nextLink(email));
  await press(page, /Sign in|Se connecter/);
  await page.waitForURL(/my\/applications|moi\/candidatures/);
  await page.goto(paths[lang].account);
  await page.evaluate(
    `for (const field of document.getElementsByName('csrf')) field.value = 'old'`,
  );
  await press(page, /Save|Enregistrer/);
  await page.waitForURL(/language|langue/);
  await look('a page that was open for too long');
  await page
    .locator('main')
    .getByRole('link', { name: /again|Rouvrir/ })
    .click();
  await page.waitForURL(new RegExp(`${paths[lang].account}$`));

  await page.goto(`${paths[lang].account}?told=refused`);
  await look('a passkey refused');
});

it('works by keyboard alone', async () => {
  const page = await open({ device: desktop });
  const email = newAddress();
  await page.goto(paths.en.signIn);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // to the main content
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sent/);
  await page.goto(await mailbox.nextLink(email));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/my\/applications/);
  expect(await page.locator('.site-account').innerText()).toContain(email);
});

describe('passkeys', () => {
  /** A phone's authenticator, as DevTools plays it: it verifies the person and keeps its keys. */
  async function withAuthenticator(page: Page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return {
      keys: async () =>
        (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
      verifies: (isUserVerified: boolean) =>
        devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    };
  }

  it.each(['fr', 'en'] as const)(
    'are added, used, refused a second time, and removed (%s)',
    async (lang) => {
      const page = await open({ device: lang === 'fr' ? phone : desktop });
      const device = await withAuthenticator(page);
      const email = newAddress();
      await signIn(page, lang, email);
      await page.goto(paths[lang].account);
      await page.fill('[name="name"]', 'Téléphone <b>');
      await press(page, /Add a passkey|Ajouter une clé/);
      await page.waitForURL(/told=added/);
      await expectAccessible(page, 'a passkey added');
      await expectNoSideways(page, 'a passkey added');
      expect(await page.locator('.own-list h3').allInnerTexts()).toEqual(['Téléphone <b>']);
      expect(await device.keys()).toMatchObject([{ rpId: 'localhost', userName: email }]);
      // The mailbox hears of it.
      expect(await mailbox.nextLink(email)).toBe(site.origin() + paths[lang].account);

      // A device has one key for an account.
      await press(page, /Add a passkey|Ajouter une clé/);
      await page.locator('.passkey-with [role="status"]', { hasText: /already|déjà/ }).waitFor();
      await expectAccessible(page, 'a passkey that is there already');

      await page.locator('.site-account button').click();
      await page.waitForURL(/told=signed-out/);
      await page.goto(`${paths[lang].signIn}?next=${paths[lang].account}`);
      await expectAccessible(page, 'signing in with a passkey on offer');
      await press(page, /with a passkey|Utiliser une clé/);
      await page.waitForURL(new RegExp(`${paths[lang].account}$`));
      expect(await page.locator('.own-list').innerText()).toMatch(/Last used|Utilisée pour/);

      await page.locator('.own-list button').click();
      await page.waitForURL(/told=removed/);
      expect(await page.locator('.own-list').count()).toBe(0);
      await page.locator('.site-account button').click();
      await page.waitForURL(/told=signed-out/);
      // The device still has it, and we do not know it any more.
      await press(page, /with a passkey|Utiliser une clé/);
      await page.waitForURL(/told=other-way/);
      await expectAccessible(page, 'a passkey that is not known');
    },
  );

  it('ask for more than the possession of the device', async () => {
    const page = await open();
    const device = await withAuthenticator(page);
    await signIn(page, 'en', newAddress());
    await page.goto(paths.en.account);
    await device.verifies(false);
    await press(page, /Add a passkey/);
    await page.locator('.passkey-with [role="status"]', { hasText: 'Nothing was done' }).waitFor();
    expect(await device.keys()).toEqual([]);
  });

  it('are not offered without JavaScript', async () => {
    const page = await open({ javaScript: false });
    await page.goto(paths.en.signIn);
    expect(await page.locator('.passkey-with').isVisible()).toBe(false);
    await signIn(page, 'en', newAddress());
    await page.goto(paths.en.account);
    expect(await page.getByText('this page needs JavaScript').isVisible()).toBe(true);
  });
});

it('costs readers no cookie: the list of jobs is the same for everyone', async () => {
  const page = await open();
  const read = async () => (await (await page.goto('/en/jobs/'))?.text()) ?? '';
  const before = await read();
  expect(await page.context().cookies()).toEqual([]);
  await signIn(page, 'en', newAddress());
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['tandem-candidate']);
  expect(await read()).toBe(before);
});
