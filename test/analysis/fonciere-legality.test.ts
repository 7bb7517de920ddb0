import { describe, expect, test } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { ComputedPath } from '../../src/analysis/computed.ts';
import { mayBeConfirmed } from '../../src/analysis/confirmations.ts';
import { nearestLawful } from '../../src/analysis/nearest-lawful.ts';
import type { Line } from '../../src/formula/operations.ts';
import type { RawDossier } from '../../src/input/description.ts';
import { scenario } from '../support/dossiers.ts';

const NA = 'fonciere-solidaire-nouvelle-aquitaine';
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a path
type Change = (path: any) => void;

function changed(change: Change) {
  const dossier = scenario(NA, 'fonciere');
  change(dossier.paths[0]);
  return dossier;
}

function computed(dossier: unknown): ComputedPath {
  const computation = computeDossier(dossier);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.value.paths[0] as ComputedPath;
}

/** One euro of capital in ten thousand to each hundredth of a per cent: authorities have this share of 1 000 000. */
function withPublicShare(share: number): Change {
  return (path) => {
    const held = Math.round(share * 1_000_000);
    for (const college of path.colleges) college.amount = '0.00';
    path.colleges[0].amount = `${held}.00`;
    path.colleges[4].amount = '1000.00';
    path.colleges[5].amount = '1000.00';
    path.colleges[3].amount = `${998_000 - held}.00`;
  };
}

const rulesOf = (path: ComputedPath) => path.legality.map(({ rule, verdict }) => `${rule} ${verdict}`);

describe('local authorities in the capital of a SCIC', () => {
  test('at 24.99 % it keeps the rates of an SME, at 25.00 % it loses them, in the same computation', () => {
    // DOMAIN § 6; RGEC 651/2014 annexe I art. 3.4; CJUE C-516/19.
    const read = (share: number) => {
      const path = computed(changed(withPublicShare(share)));
      const { measures, figures } = path.computed ?? { measures: undefined, figures: undefined };
      const { ceiling, countedPublicShare } = measures?.aidRegister ?? {};
      const of = (line: Line | undefined) =>
        line === undefined ? undefined : figures?.of(line)[0]?.toFixed(4);
      return { share: of(countedPublicShare), intensity: of(ceiling?.intensity) };
    };
    expect(read(0.2499)).toEqual({ share: '0.2499', intensity: '0.2000' });
    expect(read(0.25)).toEqual({ share: '0.2500', intensity: '0.0000' });
  });

  test('exactly half is lawful, a cent more is refused with the article', () => {
    expect(rulesOf(computed(changed(withPublicShare(0.5)))).some((text) => text.includes('impossible'))).toBe(
      false,
    );
    const path = computed(
      changed((column) => {
        withPublicShare(0.5)(column);
        column.colleges[0].amount = '500000.01';
      }),
    );
    expect(path.verdict).toBe('impossible');
    const refusal = path.legality.find(({ verdict }) => verdict === 'impossible');
    expect(refusal?.rule).toBe('scic.public-capital');
    expect(refusal?.article).toContain('art. 19 septies');
    expect(path.computed).toBeUndefined();
  });

  test('paying citizens back never lifts them above half; a quarter reached later is said with its year', () => {
    // In June of each year from 2035 (signature in 2027), a twentieth of the citizens' shares is asked back.
    const sharesOf = (start: number) => {
      const path = computed(
        changed((column) => {
          withPublicShare(start)(column);
          Object.assign(column.vehicle, { redemptionFromYear: 8, redemptionShareYear: '0.05' });
        }),
      );
      const { deal, figures } = path.computed ?? {};
      const { publicShare } = deal?.fonciere?.shares ?? {};
      const shares = publicShare === undefined ? [] : (figures?.of(publicShare) ?? []);
      return { path, shares: shares.map((share) => share?.toNumber() ?? 0) };
    };
    const half = sharesOf(0.5);
    expect(half.shares.length).toBeGreaterThan(20);
    expect(Math.max(...half.shares)).toBeLessThanOrEqual(0.5);
    expect(Math.max(...sharesOf(0.45).shares)).toBeLessThanOrEqual(0.5);
    const fifth = sharesOf(0.24);
    const later = fifth.shares.findIndex((share) => share >= 0.25);
    expect(later).toBeGreaterThan(7);
    const said = fifth.path.legality.find(({ rule }) => rule === 'scic.sme-status');
    expect(said?.verdict).toBe('a-verifier');
    expect(said?.reason).toContain(`fin ${2027 + later}`);
  });

  test('a cap of interest above the last one published is to be justified', () => {
    const withCap = (cap: string) =>
      rulesOf(computed(changed((column) => Object.assign(column.vehicle, { shareInterestRateCap: cap }))));
    expect(withCap('0.048')).not.toContain('cooperative.share-interest a-verifier');
    expect(withCap('0.0481')).toContain('cooperative.share-interest a-verifier');
  });

  test('a category counts once somebody of it has subscribed', () => {
    const path = computed(
      changed((column) => {
        column.colleges[4].amount = '0.00';
      }),
    );
    expect(path.verdict).toBe('impossible');
    expect(path.legality.find(({ rule }) => rule === 'scic.categories')?.reason).toContain('les salariés');
  });

  test('a foncière that cannot pay for its other sites does not hold, and nobody may vouch for it', () => {
    const path = computed(
      changed((column) => {
        column.lots[0].works = '980000.00';
      }),
    );
    const cash = path.legality.find(({ rule }) => rule === 'fonciere.cash.negative');
    expect(cash?.verdict).toBe('a-verifier');
    expect(cash === undefined ? true : mayBeConfirmed(cash)).toBe(false);
    expect(path.computed?.soundness?.lowestCash.amount.isNegative()).toBe(true);
    const dear = computed(
      changed((column) => {
        column.lots[0].price = '99000000.00';
      }),
    );
    expect(dear.legality.some(({ rule }) => rule === 'fonciere.programme-gap')).toBe(true);
  });

  test('above half, the nearest lawful foncière cuts their shares to half', () => {
    const dossier = changed((path) => {
      path.colleges[0].amount = '2500000.00';
    });
    expect(computed(dossier).verdict).toBe('impossible');
    const nearest = nearestLawful(dossier as RawDossier, 0);
    expect(nearest?.label).toContain('50 % du capital aux collectivités');
    expect(computed(nearest?.dossier).verdict).toBe('a-verifier');
  });

  test('in a SAS they are refused; the same foncière as a SCIC is computed', () => {
    const dossier = changed((path) => {
      path.vehicle.form = 'SAS-ESS';
      path.pooledSources = [];
    });
    const path = computed(dossier);
    expect(rulesOf(path)).toContain('authority.capital impossible');
    const nearest = nearestLawful(dossier as RawDossier, 0);
    expect(nearest?.label).toContain('en SCIC');
    expect(computed(nearest?.dossier).computed).toBeDefined();
  });
});

test('a SCIC without its employees or its beneficiaries is refused', () => {
  const path = computed(
    changed((column) => {
      column.colleges = column.colleges.filter(
        ({ category }: { category: string }) => category !== 'employees',
      );
      column.colleges[0].votes = '0.30';
    }),
  );
  expect(rulesOf(path)).toContain('scic.categories impossible');
});

test('a college beyond half of the votes is refused', () => {
  const path = computed(
    changed((column) => {
      column.colleges.forEach((college: { votes: string }, index: number) => {
        college.votes = index === 0 ? '0.51' : index === 1 ? '0.09' : '0.10';
      });
    }),
  );
  expect(rulesOf(path)).toContain('scic.college-most-votes impossible');
});

test('titres participatifs of a SAS are refused, and become a subordinated loan', () => {
  const dossier = changed((path) => {
    path.vehicle.form = 'SAS-ESS';
    path.colleges = path.colleges.filter(({ category }: { category: string }) => category !== 'authorities');
    path.colleges[0].votes = '0.60';
  });
  expect(rulesOf(computed(dossier))).toContain('sas-ess.titre-participatif impossible');
  const nearest = nearestLawful(dossier as RawDossier, 0);
  expect(nearest?.label).toContain('prêt subordonné');
  expect(computed(nearest?.dossier).computed).toBeDefined();
});

test('the variable part of a title reads 40 % of the nominal at most', () => {
  const path = computed(
    changed((column) => {
      column.pooledSources[0].variableBase = '0.41';
    }),
  );
  expect(rulesOf(path)).toContain('titre-participatif.variable-base impossible');
});

test('shares paid back before the seventh year make the relief due back', () => {
  const path = computed(changed((column) => Object.assign(column.vehicle, { redemptionFromYear: 5 })));
  expect(rulesOf(path)).toContain('ir-pme.repayment a-verifier');
});

test('a typed rent that the enterprise cannot bear is said', () => {
  const path = computed(
    changed((column) => Object.assign(column.lease, { solve: 'none', rentPerM2Year: '72.00' })),
  );
  expect(rulesOf(path)).toContain('lease.not-affordable a-verifier');
});
