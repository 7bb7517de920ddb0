import type { Hono } from 'hono';
import { scenarioText } from './web-app.ts';

/** What tests of the API share: the case to be changed, and a call. */

/** A fresh copy of the case, to be changed. */
export function scenarioDossier(): Record<string, unknown> {
  return JSON.parse(scenarioText());
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
  readonly json: any;
}

/** Posts a body (a text as it is, anything else as JSON) and reads the answer. */
export async function post(
  app: Hono,
  path: string,
  body: unknown,
  type = 'application/json',
): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body),
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    json: isJson ? await response.json() : undefined,
  };
}
