import type { TaskName, Tasks } from './tasks.ts';

/**
 * Runs a task by name, in a worker thread or, in tests, here. Input and answer are plain data.
 * @throws TasksBusy when too many wait already, TaskTooLong past the time limit
 */
export type RunTask = <Name extends TaskName>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;

/** Too many tasks wait: the caller should come back in a moment. */
export class TasksBusy extends Error {
  override readonly name = 'TasksBusy';
}

/** The task did not end in time; its worker was stopped. */
export class TaskTooLong extends Error {
  override readonly name = 'TaskTooLong';
}
