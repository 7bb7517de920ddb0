/** The verdict of a rule, for the folders that read analyses and not the law itself. */
export { type Legality, type Verdict, worstVerdict } from '../law/legality.ts';
