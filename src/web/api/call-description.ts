/**
 * A call, described once for the OpenAPI document and for the readable page. Routes are in routes.ts; a test checks that
 * both lists are the same.
 */
export interface ApiCall {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/api/v1/scenarios/{id}`. */
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly parameters?: readonly Parameter[];
  /** Name of the schema of the body, and a body that works. */
  readonly body?: { readonly schema: string; readonly example: unknown };
  /** Types of file that it takes, and a text that works with the first one. */
  readonly file?: { readonly types: readonly string[]; readonly name: string; readonly example: string };
  /** Name of the schema of the answer; `file` for an .xlsx, `page` for one to read. */
  readonly answer:
    | { readonly kind: 'json'; readonly schema: string; readonly status?: 201 }
    | { readonly kind: 'file' | 'page' };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly example: string;
}
