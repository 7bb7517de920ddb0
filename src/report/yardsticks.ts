import territoiresIndustrie from '../../scenarios/references/territoires-industrie-2021.json' with {
  type: 'json',
};
import { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';

/** A figure observed elsewhere, beside which a key figure is read. It is no deal, and ranks nothing. */
export interface Yardstick {
  /** « 33 013 € par emploi annoncé, … » */
  readonly text: string;
  readonly source: string;
}

function perJob(): Yardstick {
  const { grant, jobsAnnounced, winners, title, source } = territoiresIndustrie;
  const each = writeEuros(new Decimal(grant).div(jobsAnnounced));
  return {
    text: `${each} par emploi annoncé, ${title}, ${winners} lauréats de l’ESS ; subvention seule`,
    source,
  };
}

const YARDSTICKS: ReadonlyMap<string, Yardstick> = new Map([[territoiresIndustrie.keyFigure, perJob()]]);

/** What a key figure may be read beside; undefined when nothing comparable is known. */
export function yardstickOf(keyFigure: string): Yardstick | undefined {
  return YARDSTICKS.get(keyFigure);
}
