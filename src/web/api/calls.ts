import type { Handler } from 'hono';
import { apiPage } from '../../../views/api-page.ts';
import type { ScenariosAnswer } from '../../tasks/api-answers.ts';
import { makeLawAnswer } from '../../tasks/law-answer.ts';
import { TOOLS } from '../../tools/tools.ts';
import type { WebDependencies } from '../dependencies.ts';
import { readingAnswer, unknownName } from './answers.ts';
import { readJsonBody } from './body.ts';
import { openApiDocument } from './openapi.ts';
import { refusedData } from './problems.ts';
import { readableApi } from './readable.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What does not depend on a computation may be asked again to know whether it changed. */
const REVALIDATED = { 'Cache-Control': 'no-cache' };

/** The page that a person reads. */
export function readablePage({ assets, scenarios }: WebDependencies): Handler {
  return (context) =>
    context.html(
      apiPage({
        assets,
        ...readableApi({
          origin: new URL(context.req.url).origin,
          scenario: scenarios[0]?.id ?? 'mon-dossier',
        }),
      }),
    );
}

/** The OpenAPI document, the same at every call. */
export function openApi(): Handler {
  let document: object | undefined;
  return (context) => {
    document ??= openApiDocument();
    return context.json(document, 200, REVALIDATED);
  };
}

export function listScenarios({ scenarios }: WebDependencies): Handler {
  const list: ScenariosAnswer = scenarios.map(({ id, title, summary, paths, mainPath }) => ({
    id,
    title,
    summary,
    paths: paths.map((path) => path.id),
    mainPath,
  }));
  return (context) => context.json(list, 200, REVALIDATED);
}

/** Figures, rules, legal forms and instruments: all that the law says here. */
export function readLaw(): Handler {
  const law = makeLawAnswer();
  return (context) => context.json(law, 200, REVALIDATED);
}

/** A dossier as typed: it may be changed and posted again. */
export function oneScenario({ scenarios }: WebDependencies): Handler {
  return (context) => {
    const id = context.req.param('id') ?? '';
    const found = scenarios.find((scenario) => scenario.id === id);
    if (found === undefined)
      return unknownName(
        'Cas',
        id,
        scenarios.map((scenario) => scenario.id),
      );
    return context.json(found.dossier, 200, REVALIDATED);
  };
}

/** A call whose body is a dossier. */
export function ofDossier({ run }: WebDependencies, task: 'resolution' | 'comparison'): Handler {
  return async (context) => {
    const body = await readJsonBody(context.req.raw);
    if (!body.ok) return body.refusal;
    return readingAnswer(context, await run(task, { dossier: body.value }));
  };
}

/** A call whose body is an envelope: a dossier, and what is asked of it. */
export function ofEnvelope(
  { run }: WebDependencies,
  task: 'figures' | 'apiExplanation' | 'landSupportAnswer',
): Handler {
  return async (context) => {
    const body = await readJsonBody(context.req.raw);
    if (!body.ok) return body.refusal;
    return readingAnswer(context, await run(task, body.value));
  };
}

/** The .xlsx of a path, named after it. */
export function workbook({ run }: WebDependencies): Handler {
  return async (context) => {
    const body = await readJsonBody(context.req.raw);
    if (!body.ok) return body.refusal;
    const path = context.req.query('path') || undefined;
    const file = await run('workbook', { dossier: body.value, path });
    if (!file.ok) return refusedData(file.problems);
    return context.body(Uint8Array.from(file.value), 200, {
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="${fileName(body.value, path)}"`,
      'Cache-Control': 'no-store',
    });
  };
}

/** `sci-envie-soleil-bank-loan.xlsx`: both ids were checked, and hold nothing that a header could misread. */
function fileName(dossier: unknown, path: string | undefined): string {
  const { id, mainPath } = dossier as { id?: string; mainPath?: string };
  const parts = [id, path ?? mainPath].filter((part) => part !== undefined);
  return `${parts.join('-')}.xlsx`;
}

export function toolAnswer({ run }: WebDependencies): Handler {
  return async (context) => {
    const id = context.req.param('tool') ?? '';
    const found = TOOLS.find((tool) => tool.id === id);
    if (found === undefined)
      return unknownName(
        'Calculette',
        id,
        TOOLS.map((tool) => tool.id),
      );
    const body = await readJsonBody(context.req.raw);
    if (!body.ok) return body.refusal;
    return readingAnswer(context, await run('tool', { tool: id, request: body.value }));
  };
}
