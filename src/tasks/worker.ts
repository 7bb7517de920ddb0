import { TASKS, type TaskName } from './tasks.ts';

/** What a worker thread receives. */
export interface Job {
  readonly name: TaskName;
  readonly input: unknown;
}

/** Entry of the worker threads. */
export default function runJob({ name, input }: Job): unknown {
  return (TASKS[name] as (input: unknown) => unknown)(input);
}
