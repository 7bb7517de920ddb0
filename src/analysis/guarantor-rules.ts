import type { PathDescription } from '../dossier/dossier.ts';
import type { guaranteedLoanOf } from '../dossier/sources.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import { type LawFigure, sourceOf } from '../law/figure.ts';
import {
  BPIFRANCE_COVERAGE,
  FGIE_BANK_RISK,
  FRANCE_ACTIVE_AMOUNT,
  FRANCE_ACTIVE_COVERAGE,
  FRANCE_ACTIVE_COVERAGE_CREATION,
  FRANCE_ACTIVE_MONTHS,
  MUTUAL_GUARANTEE_COVERAGE,
  SOFISCOP_COVERAGE,
} from '../law/guarantor-figures.ts';
import type { Legality } from './legality-rule.ts';

type Guarantee = NonNullable<ReturnType<typeof guaranteedLoanOf>>['guarantees'][number];

/** From 40 to 70 % at Bpifrance, from 50 to 80 % elsewhere: ranges of the place, never a refusal. */
const BPIFRANCE_RANGE = { from: new Decimal('0.4'), to: new Decimal('0.7') };

/** What the published conditions of a guarantor other than a local authority say: a sourced limit refuses, others warn. */
export function guarantorRules(guarantee: Guarantee, path: PathDescription): Legality[] {
  const { kind, coverage, label } = guarantee;
  const rule = (
    name: string,
    figure: LawFigure,
    words: { readonly reason: string; readonly remedy: string },
    verdict: Legality['verdict'] = figure.confidence === 'sourced' ? 'impossible' : 'a-verifier',
  ): Legality => ({
    rule: `guarantor.${name}`,
    verdict,
    article: sourceOf(figure),
    reason: `« ${label} » : ${words.reason}`,
    remedy: words.remedy,
    confidence: figure.confidence,
  });
  const above = (name: string, figure: LawFigure, limit = new Decimal(figure.value)): Legality[] =>
    coverage.gt(limit)
      ? [
          rule(name, figure, {
            reason: `la quotité (${writeRate(coverage)}) dépasse celle de ce garant (${writeRate(limit)}).`,
            remedy: `Ramenez-la à ${writeRate(limit)}, ou ajoutez un second garant.`,
          }),
        ]
      : [];
  switch (kind) {
    case 'local-authority':
      return [];
    case 'france-active': {
      const found = above('france-active-coverage', FRANCE_ACTIVE_COVERAGE_CREATION);
      if (found.length === 0 && coverage.gt(FRANCE_ACTIVE_COVERAGE.value)) {
        found.push(
          rule(
            'france-active-coverage-creation',
            FRANCE_ACTIVE_COVERAGE_CREATION,
            {
              reason: `une quotité de ${writeRate(coverage)} est réservée aux créations et aux entreprises de moins de trois ans.`,
              remedy: `Vérifiez l’âge de l’emprunteur, ou ramenez-la à ${writeRate(new Decimal(FRANCE_ACTIVE_COVERAGE.value))}.`,
            },
            'a-verifier',
          ),
        );
      }
      const { amountCap } = guarantee;
      const ceiling = new Decimal(FRANCE_ACTIVE_AMOUNT.value);
      if (amountCap === null || amountCap.gt(ceiling)) {
        found.push(
          rule(
            'france-active-amount',
            FRANCE_ACTIVE_AMOUNT,
            {
              reason: `le montant garanti n’est pas plafonné à ${writeEuros(ceiling)}.`,
              remedy: `Saisissez ce plafond dans « Montant garanti, au plus », ou l’accord de ce garant pour davantage.`,
            },
            amountCap === null ? 'a-verifier' : 'impossible',
          ),
        );
      }
      const months = (path.terms.payments * 12) / path.terms.paymentsPerYear;
      if (months > Number(FRANCE_ACTIVE_MONTHS.value)) {
        found.push(
          rule(
            'france-active-months',
            FRANCE_ACTIVE_MONTHS,
            {
              reason: `le prêt dure ${Math.round(months)} mois, la garantie ${FRANCE_ACTIVE_MONTHS.value} au plus.`,
              remedy:
                'Faites garantir un prêt plus court, ou vérifiez que la garantie peut cesser avant lui.',
            },
            'a-verifier',
          ),
        );
      }
      return found;
    }
    case 'fgie':
      return above('fgie-bank-risk', FGIE_BANK_RISK, new Decimal(1).minus(FGIE_BANK_RISK.value));
    case 'sofiscop':
      return above('sofiscop-coverage', SOFISCOP_COVERAGE);
    case 'bpifrance': {
      const found: Legality[] = [];
      if (coverage.lt(BPIFRANCE_RANGE.from) || coverage.gt(BPIFRANCE_RANGE.to)) {
        found.push(
          rule('bpifrance-coverage', BPIFRANCE_COVERAGE, {
            reason: `la quotité (${writeRate(coverage)}) sort de l’usage, de 40 à 70 %.`,
            remedy: 'Vérifiez la quotité avec Bpifrance.',
          }),
        );
      }
      if (path.kind === 'sci') {
        found.push(
          rule('bpifrance-property', BPIFRANCE_COVERAGE, {
            reason:
              'la location immobilière (NAF 68.1 et 68.2) est exclue, sauf SCI patrimoniale d’exploitation.',
            remedy: 'Vérifiez avec Bpifrance que la SCI ne loue qu’à l’exploitant qui la détient.',
          }),
        );
      }
      return found;
    }
    case 'siagi-socama':
      return above('mutual-coverage', MUTUAL_GUARANTEE_COVERAGE);
    case 'fund':
      return [];
  }
}
