import type { RunTask } from './run-task.ts';
import { TASKS } from './tasks.ts';

/** Runs tasks in the calling thread: for tests. Answers are cloned, as from a worker. */
export const runInline: RunTask = async (name, input) => {
  const task = TASKS[name] as (input: unknown) => unknown;
  return structuredClone(await task(structuredClone(input))) as never;
};
