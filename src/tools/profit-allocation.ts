import { z } from 'zod';
import { isAtLeast, isAtMost, plus } from '../formula/build.ts';
import type { Calculation } from '../formula/calculation.ts';
import type { Decimal } from '../formula/decimal.ts';
import { type Figures, readExactly } from '../formula/exact.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { amount, choice, rate } from '../input/fields.ts';
import type { Problem } from '../input/problem.ts';
import { type Allocation, type AllocationTerms, profitAllocation } from '../law/profit-allocation.ts';
import { SHARE_INTEREST_CAP_2025 } from '../law/share-interest-cap.ts';
import { amountText, answered, centsOf, holds, modelOfYears, refused, tool, typed } from './tool.ts';

const positive = () => amount({ min: '0' });

const request = z.strictObject({
  form: choice(['SCOP', 'SCIC', 'SAS-ESS', 'SAS', 'association']).meta({ title: 'Forme juridique' }),
  profit: amount().meta({ title: 'Résultat de l’exercice', description: 'Après impôt ; négatif : perte.' }),
  priorLosses: positive().meta({ title: 'Pertes antérieures', description: 'Montant positif.' }),
  capital: positive().meta({ title: 'Capital' }),
  reserves: positive().meta({ title: 'Réserves', description: 'Avant l’affectation.' }),
  capitalPeak: positive()
    .optional()
    .meta({ title: 'Plus haut capital atteint', description: 'SCOP ; le capital à défaut.' }),
  shareInterestRateCap: rate()
    .optional()
    .meta({
      title: 'Plafond du taux d’intérêt aux parts',
      description: `SCIC ; ${SHARE_INTEREST_CAP_2025.value} pour les assemblées de 2025. Sans effet pour une SCOP.`,
    }),
  reserveAllocation: positive().optional().meta({
    title: 'Dotation aux réserves',
    description: 'En tout ; le minimum légal ou le solde à défaut.',
  }),
  labourAllocation: positive()
    .optional()
    .meta({ title: 'Part travail', description: 'SCOP ; au moins un quart.' }),
  wishedDistribution: positive()
    .optional()
    .meta({ title: 'Distribution souhaitée', description: 'Le maximum à défaut.' }),
});

type Request = z.infer<typeof request>;

const response = z.object({
  lines: z
    .array(
      z.object({
        id: z.string().meta({ title: 'Identifiant' }),
        label: z.string().meta({ title: 'Affectation' }),
        amount: amountText('Montant'),
        article: z.string().meta({ title: 'Article' }),
      }),
    )
    .meta({ title: 'Affectation' }),
  distributableMax: amountText('Montant maximal distribuable'),
  distributed: amountText('Distribué'),
  retained: amountText('Conservé'),
});

/** What a legal form lets its members receive of a profit, and where the rest goes. */
export const profitAllocationTool = tool({
  id: 'profit-allocation',
  title: 'Affectation du résultat',
  intro:
    'Affecte un résultat selon la forme juridique et donne le montant maximal distribuable, article par article.',
  request,
  response,
  example: {
    form: 'SCIC',
    profit: '100000.00',
    priorLosses: '0.00',
    capital: '300000.00',
    reserves: '10000.00',
    shareInterestRateCap: '0.048',
  },
  compute: (asked) => {
    const misplaced = misplacedFields(asked);
    if (misplaced.length > 0) return refused(...misplaced);
    const calculation = modelOfYears(1);
    const money = (id: string, label: string, value: Decimal) =>
      typed(calculation, id, label, 'money', value);
    const given = {
      ...(asked.capitalPeak && { capitalPeak: money('capitalPeak', 'Plus haut capital', asked.capitalPeak) }),
      ...(asked.reserveAllocation && {
        reserveAllocation: money('reserveAllocation', 'Dotation aux réserves', asked.reserveAllocation),
      }),
      ...(asked.labourAllocation && {
        labourAllocation: money('labourAllocation', 'Part travail', asked.labourAllocation),
      }),
      ...(asked.wishedDistribution && {
        wishedDistribution: money('wishedDistribution', 'Distribution souhaitée', asked.wishedDistribution),
      }),
      ...(asked.shareInterestRateCap && {
        shareInterestRateCap: typed(
          calculation,
          'shareInterestRateCap',
          'Plafond du taux d’intérêt aux parts',
          'ratio',
          asked.shareInterestRateCap,
        ),
      }),
    };
    const allocation = profitAllocation(calculation, 'allocation', {
      form: asked.form,
      profit: money('profit', 'Résultat de l’exercice', asked.profit),
      priorLosses: money('priorLosses', 'Pertes antérieures', asked.priorLosses),
      capital: money('capital', 'Capital', asked.capital),
      reserves: money('reserves', 'Réserves', asked.reserves),
      ...given,
    });
    const checks = allocationChecks(calculation, allocation, given);
    const figures = readExactly(calculation);
    const broken = checks
      .filter((check) => !holds(figures, check.line))
      .map((check) => check.problem(figures));
    if (broken.length > 0) return refused(...broken);
    return answered({
      lines: allocation.lines.map(({ id, label, line, article }) => ({
        id,
        label,
        amount: centsOf(figures, line),
        article,
      })),
      distributableMax: centsOf(figures, allocation.distributableMax),
      distributed: centsOf(figures, allocation.distributed),
      retained: centsOf(figures, allocation.retained),
    });
  },
});

interface Check {
  readonly line: Line<'truth', 'yearly' | 'once', 'defined'>;
  readonly problem: (figures: Figures) => Problem;
}

type Given = Pick<AllocationTerms, 'reserveAllocation' | 'labourAllocation'>;

/** What was asked and the law refuses: reserves or a labour share below their minimum, more than there is. */
function allocationChecks(calculation: Calculation, allocation: Allocation, given: Given): Check[] {
  const { reserveAllocation, labourAllocation } = given;
  const { minimumReserves, minimumLabour, base } = allocation;
  const write = (id: string, label: string, formula: Formula<'truth', 'yearly' | 'once', 'defined'>) =>
    calculation.yearly(`check.${id}`, label, formula);
  const atLeast = (line: Line) => (figures: Figures) => `écrivez au moins "${centsOf(figures, line)}"`;
  const checks: Check[] = [];
  if (reserveAllocation !== undefined) {
    const message = atLeast(minimumReserves);
    checks.push({
      line: write('reserves', 'Réserves suffisantes', isAtLeast(reserveAllocation, minimumReserves)),
      problem: (figures) => ({
        path: 'reserveAllocation',
        message: `dotation inférieure au minimum légal : ${message(figures)}`,
      }),
    });
  }
  if (labourAllocation !== undefined) {
    const message = atLeast(minimumLabour);
    checks.push({
      line: write('labour', 'Part travail suffisante', isAtLeast(labourAllocation, minimumLabour)),
      problem: (figures) => ({
        path: 'labourAllocation',
        message: `part travail inférieure au quart du bénéfice (loi 78-763 art. 33 3°) : ${message(figures)}`,
      }),
    });
  }
  const reserves = reserveAllocation ?? minimumReserves;
  checks.push({
    line: write(
      'total',
      'Dotations dans la limite du bénéfice',
      isAtMost(plus(reserves, labourAllocation ?? minimumLabour), base),
    ),
    problem: (figures) => ({
      path: reserveAllocation === undefined ? 'labourAllocation' : 'reserveAllocation',
      message: `les dotations dépassent le bénéfice à affecter : "${centsOf(figures, base)}" après pertes antérieures`,
    }),
  });
  return checks;
}

/** Fields that the law asks of one form only. */
function misplacedFields(asked: Request): Problem[] {
  const problems: Problem[] = [];
  if (asked.form === 'SCIC' && asked.shareInterestRateCap === undefined) {
    problems.push({
      path: 'shareInterestRateCap',
      message:
        'champ manquant : le taux d’intérêt aux parts d’une SCIC est plafonné (loi 47-1775 art. 14) ; écrivez ce ' +
        `plafond, par exemple "${SHARE_INTEREST_CAP_2025.value}" pour une assemblée de 2025`,
    });
  }
  if (asked.form !== 'SCOP' && asked.labourAllocation !== undefined && !asked.labourAllocation.isZero()) {
    problems.push({
      path: 'labourAllocation',
      message: 'la part travail est propre aux SCOP : retirez ce champ',
    });
  }
  return problems;
}
