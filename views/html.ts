import type { HtmlEscapedString } from 'hono/utils/html';

/** What every view returns: text in which all that came from outside is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
