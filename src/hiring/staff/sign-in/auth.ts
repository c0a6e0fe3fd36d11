import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { cookieName, isSecure } from '#hiring/sign-in';
import { isActiveStaff } from '../queries.ts';
import { type SessionSettings, linkMinutes, sessionCookie } from './settings.ts';

/** How often a session in use is prolonged, at most. */
const prolongSeconds = 300;

/**
 * better-auth on our tables, called as a library: none of its own routes is served.
 *
 * Tokens of links are stored hashed, used once, and only sign in staff who exist and are not
 * disabled. Browsers get the session's token with a signature that the database does not hold.
 * It reads the time from `Date`, not from a clock passed in: tests freeze `Date`.
 */
export function createAuth({ db, ids, secret, origins, sessionHours }: SessionSettings) {
  const secure = isSecure(origins);
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    appName: 'Tandem',
    baseURL: origins.en,
    trustedOrigins: Object.values(origins),
    secret: createHmac('sha256', secret).update('staff-sessions').digest('base64url'),
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    // What goes wrong is thrown; its own log would show addresses.
    logger: { disabled: true },
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', ...dates },
      additionalFields: {
        role: { type: ['admin', 'manager', 'assessor'], input: false },
        lang: { type: ['en', 'fr'], input: false },
        disabledAt: { type: 'date', fieldName: 'disabled_at', required: false, input: false },
      },
    },
    session: {
      modelName: 'staff_sessions',
      fields: {
        userId: 'staff_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...dates,
      },
      expiresIn: sessionHours * 3600,
      updateAge: prolongSeconds,
    },
    account: {
      modelName: 'staff_accounts',
      fields: {
        userId: 'staff_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
    },
    verification: {
      modelName: 'staff_verifications',
      fields: { expiresAt: 'expires_at', ...dates },
    },
    advanced: {
      cookies: {
        session_token: { name: cookieName(sessionCookie, origins), attributes: { secure } },
      },
      // It would add a prefix of its own to the name above.
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ids.uuid() },
    },
    databaseHooks: {
      session: { create: { before: ({ userId }) => isActiveStaff(db, userId).then(orRefuse) } },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: linkMinutes * 60,
        generateToken: () => ids.secret(),
        sendMagicLink: ({ token, metadata }) => {
          const receive: unknown = metadata?.['receive'];
          if (typeof receive === 'function') receive(token);
        },
      }),
    ],
  });
}

/** In better-auth's hooks `false` stops the writing, nothing lets it go on. */
function orRefuse(allowed: boolean): false | undefined {
  return allowed ? undefined : false;
}
