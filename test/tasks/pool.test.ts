import { afterEach, expect, test } from 'vitest';
import { makeTaskPool, type TaskPool } from '../../src/tasks/pool.ts';
import { TasksBusy, TaskTooLong } from '../../src/tasks/run-task.ts';
import { scenarioText } from '../support/web-app.ts';

const dossier: unknown = JSON.parse(scenarioText());

let pool: TaskPool;
afterEach(async () => {
  await pool.close();
});

test('a worker answers, and remembers', async () => {
  pool = makeTaskPool({ cores: 2, timeLimitMs: 20_000, longestQueue: 8 });
  const page = await pool.run('pathPage', { dossier });
  expect(page.ok && page.value.title).toBe('SCI Envie Soleil');
  const explanation = await pool.run('explanation', { dossier, figure: 'paths[0].terms.annualRate' });
  expect(explanation.ok && explanation.value.written).toMatch(/^3,85/);
});

test('an error in a worker is an error here, and the worker goes on', async () => {
  pool = makeTaskPool({ cores: 1, timeLimitMs: 20_000, longestQueue: 8 });
  await expect(pool.run('noSuchTask' as 'pathPage', { dossier })).rejects.toThrow('not a function');
  expect((await pool.run('pathPage', { dossier: {} })).ok).toBe(false);
});

test('a task that is too long is stopped, and the next one is answered', async () => {
  pool = makeTaskPool({ cores: 1, timeLimitMs: 1, longestQueue: 8 });
  await expect(pool.run('pathPage', { dossier })).rejects.toThrow(TaskTooLong);
  await pool.close();
  pool = makeTaskPool({ cores: 1, timeLimitMs: 20_000, longestQueue: 8 });
  expect((await pool.run('pathPage', { dossier })).ok).toBe(true);
});

test('past the longest queue a task is refused at once', async () => {
  pool = makeTaskPool({ cores: 1, timeLimitMs: 20_000, longestQueue: 1 });
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, () => pool.run('pathPage', { dossier })),
  );
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(TasksBusy);
  expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true);
});
