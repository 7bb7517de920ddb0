import { type Context, Hono } from 'hono';
import { toolListPage } from '../../views/tool-list-page.ts';
import { type ToolPageField, toolPage } from '../../views/tool-page.ts';
import type { Problem } from '../input/problem.ts';
import type { Tool } from '../tools/tool.ts';
import { TOOLS } from '../tools/tools.ts';
import { curlOf } from './api/readable.ts';
import type { WebDependencies } from './dependencies.ts';
import { type ToolField, type ToolForm, toolForm } from './tool-form.ts';
import { fieldOf, helpInFrench, problemInFrench } from './tool-problems.ts';
import { requestFrom, type TypedValues, typedFrom } from './tool-query.ts';
import { toolResult } from './tool-result.ts';
import { unitOf, wordOf } from './tool-wording.ts';

/** The pages of the calculators, mounted at `/outils`: one a calculator, whose address holds what was typed. */
export function toolPages(deps: WebDependencies): Hono {
  const pages = new Hono();
  pages.get('/', (context) => context.html(toolListPage({ assets: deps.assets, tools: TOOLS })));
  for (const tool of TOOLS) pages.get(`/${tool.id}`, oneTool(deps, tool));
  return pages;
}

function oneTool({ assets, run }: WebDependencies, tool: Tool) {
  return async (context: Context): Promise<Response> => {
    const query = context.req.query();
    const form = toolForm(tool, query.kind);
    // Without anything typed the example is shown with its result.
    const isFirst = form.fields.every((field) => query[field.name] === undefined);
    const typed = isFirst ? typedFrom(form.fields, form.example) : new Map(Object.entries(query));
    const { request, problems: unread } = isFirst
      ? { request: form.example, problems: [] }
      : requestFrom(form, typed);
    const answer = await run('tool', { tool: tool.id, request });
    const problems = [...unread, ...(answer.ok ? [] : saidOnce(answer.problems, unread, form))];
    const url = `${new URL(context.req.url).origin}/api/v1/tools/${tool.id}`;
    const page = toolPage({
      assets,
      tool: { id: tool.id, title: tool.title, intro: tool.intro },
      kinds: form.kinds.map((kind) => ({ id: kind, label: wordOf(kind), isChosen: kind === form.kind })),
      fields: form.fields.map((field) => pageField(field, typed, problems, form)),
      problems: problems.map((problem) => ({
        fieldName: fieldOf(problem, form)?.name,
        ...labelled(problem, form),
      })),
      result: answer.ok && problems.length === 0 ? toolResult(tool, answer.value) : undefined,
      isExample: isFirst,
      api: { curl: curlOf(url, JSON.stringify(request)), request: JSON.stringify(request, null, 2) },
    });
    return context.html(page, problems.length === 0 ? 200 : 422);
  };
}

/** Problems of the calculator, less those of fields already said to be empty or unreadable. */
function saidOnce(problems: readonly Problem[], said: readonly Problem[], form: ToolForm): Problem[] {
  const names = new Set(said.map((problem) => fieldOf(problem, form)?.name));
  return problems
    .filter((problem) => !names.has(fieldOf(problem, form)?.name))
    .map((problem) => problemInFrench(problem, fieldOf(problem, form)));
}

/** « ligne 2 », of a field typed on several. */
function lineOf({ path }: Problem): string | undefined {
  const [, row] = /\[(\d+)\]/.exec(path) ?? [];
  return row === undefined ? undefined : `ligne ${Number(row) + 1}`;
}

function labelled(problem: Problem, form: ToolForm): { readonly label: string; readonly message: string } {
  const label = fieldOf(problem, form)?.label ?? 'Ensemble';
  const line = lineOf(problem);
  return { label: line === undefined ? label : `${label}, ${line}`, message: problem.message };
}

function pageField(
  field: ToolField,
  typed: TypedValues,
  problems: readonly Problem[],
  form: ToolForm,
): ToolPageField {
  const { name, label, kind, required, choices } = field;
  return {
    name,
    label,
    help: helpInFrench(field),
    unit: unitOf(kind),
    kind,
    required,
    value: typed.get(name) ?? '',
    choices: choices.map((choice) => ({ value: String(choice), label: wordOf(choice) })),
    problems: problems
      .filter((problem) => fieldOf(problem, form)?.name === name)
      .map((problem) => [lineOf(problem), problem.message].filter((part) => part !== undefined).join(' : ')),
  };
}
