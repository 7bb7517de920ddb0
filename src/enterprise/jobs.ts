import { constant, minus, plus, sumOfTerms, times } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { BeforeAndAfter } from './before-and-after.ts';
import type { ActivitySetting, MonthlyMoney } from './setting.ts';

/** What decides the shape of a type of post. */
export interface JobShape {
  readonly id: string;
  readonly label: string;
  readonly insertion: boolean;
}

export interface Jobs {
  readonly payroll: MonthlyMoney;
  readonly jobAids: MonthlyMoney;
  readonly jobsAfter: Line<'count', 'once', 'defined'>;
  readonly jobsCreated: Line<'count', 'once', 'defined'>;
  readonly insertionJobsCreated: Line<'count', 'once', 'defined'>;
}

const ONE_YEAR = constant(1, 'years');

type Count = Formula<'count', 'once', 'defined'>;

function sumOfCounts(counts: readonly Count[]): Count {
  const [first, ...rest] = counts;
  return first === undefined ? constant(0, 'count') : plus(first, ...rest);
}

/** Payroll and job aids by type of post, at the prices of the year, reached over the ramp-up. */
export function writeJobs(
  setting: ActivitySetting,
  { rampedUp }: BeforeAndAfter,
  jobs: readonly JobShape[],
): Jobs {
  const { calculation, company, assume, inflationIndex } = setting;
  const about = { party: company };
  const posts = jobs.map((job, index) => {
    const path = `operator.jobs[${index}]`;
    const before = assume(`${path}.before`, 'count');
    const after = assume(`${path}.after`, 'count');
    const yearly = (field: string, count: Count) =>
      times(times(assume(`${path}.${field}`, 'money/count/years'), count), ONE_YEAR);
    const amount = (id: string, label: string, field: string) =>
      rampedUp(id, label, yearly(field, before), yearly(field, after), inflationIndex);
    return {
      insertion: job.insertion,
      before,
      after,
      payroll: amount(`activity.payroll.${job.id}`, `Salaires et charges : ${job.label}`, 'annualCost'),
      aid: amount(`activity.aid.${job.id}`, `Aide au poste : ${job.label}`, 'annualAid'),
    };
  });
  const jobsAfter = calculation.once(
    'activity.jobs-after',
    'Emplois après la mise en service (ETP)',
    sumOfCounts(posts.map((post) => post.after)),
    about,
  );
  return {
    payroll: calculation.monthly(
      'activity.payroll',
      'Salaires et charges sociales',
      sumOfTerms(posts.map((post) => post.payroll)),
      about,
    ),
    jobAids: calculation.monthly(
      'activity.job-aids',
      'Aides au poste',
      sumOfTerms(posts.map((post) => post.aid)),
      about,
    ),
    jobsAfter,
    jobsCreated: calculation.once(
      'activity.jobs-created',
      'Emplois créés (ETP)',
      minus(jobsAfter, sumOfCounts(posts.map((post) => post.before))),
      about,
    ),
    insertionJobsCreated: calculation.once(
      'activity.insertion-jobs-created',
      'Emplois d’insertion créés (ETP)',
      sumOfCounts(posts.filter((post) => post.insertion).map((post) => minus(post.after, post.before))),
      about,
    ),
  };
}
