import { makePathPage } from './path-page.ts';

/** What workers do: pure functions from plain data to plain data, by name. One line each. */
export const TASKS = {
  pathPage: makePathPage,
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
