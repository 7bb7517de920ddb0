import type { Reading } from '../input/problem.ts';
import { TOOLS } from '../tools/tools.ts';
import { refusal } from './api-requests.ts';

export interface ToolRequest {
  /** Id of the calculator. */
  readonly tool: string;
  /** What it is asked, as JSON; nothing is assumed of it. */
  readonly request: unknown;
}

/** The answer of a calculator: some search for roots longer than the web thread may. */
export function answerTool({ tool, request }: ToolRequest): Reading<unknown> {
  const found = TOOLS.find(({ id }) => id === tool);
  if (found === undefined) return refusal('tool', `calculette « ${tool} » inconnue`);
  return found.answer(request);
}
