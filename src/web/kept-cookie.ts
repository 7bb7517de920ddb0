import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const NAME = 'levier-dossiers';
/** Addresses remembered, the last opened first. */
export const MOST_REMEMBERED = 30;
/** The longest that browsers keep a cookie. */
const SECONDS = 400 * 24 * 3600;
const ADDRESS = /^[0-9a-z]{26}$/;

/** The addresses of the dossiers kept or opened in this browser, the last one first. */
export function rememberedAddresses(c: Context): string[] {
  const known = (getCookie(c, NAME) ?? '').split('.').filter((address) => ADDRESS.test(address));
  return [...new Set(known)].slice(0, MOST_REMEMBERED);
}

function write(c: Context, addresses: readonly string[]): void {
  // Behind a proxy that speaks HTTPS for us, the cookie never travels in clear.
  const secure = [new URL(c.req.url).protocol, `${c.req.header('X-Forwarded-Proto')}:`].includes('https:');
  setCookie(c, NAME, addresses.join('.'), {
    // Only the pages of kept dossiers read it.
    path: '/mes-dossiers',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: addresses.length === 0 ? 0 : SECONDS,
  });
}

/** Puts an address first in the list of this browser. */
export function rememberAddress(c: Context, address: string): void {
  const others = rememberedAddresses(c).filter((known) => known !== address);
  write(c, [address, ...others].slice(0, MOST_REMEMBERED));
}

/** Takes an address out of the list of this browser; the dossier stays. */
export function forgetAddress(c: Context, address: string): void {
  write(
    c,
    rememberedAddresses(c).filter((known) => known !== address),
  );
}
