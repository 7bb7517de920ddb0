import { z } from 'zod';

/** What a form needs to know of a schema that its messages do not say. Stays out of the API's documentation. */
interface FormHints {
  /** The words of a choice, by value. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How a decimal number is typed: 0.0385 as « 3,85 », a cover of 1.25 as « 1,25 ». */
  readonly written?: 'percentage' | 'multiple';
}

export const FORM_HINTS = z.registry<FormHints>();
