import type { Product } from '../../compose.ts';
import type { OperatorsFunction } from './operators-answers.ts';
import { registerCalls, type Routes } from './register-calls.ts';

/** The addresses of the operators' commands. They are for coordinators alone. */
const routes: Routes<OperatorsFunction> = {
  'self-check': ['GET', 'self-check'],
  poison: ['GET', 'poison'],
  'move-poison': ['POST', 'poison/{queue}/{id}'],
};

export function registerOperatorsApi(product: () => Promise<Product>): void {
  registerCalls(routes, async (name, request) => {
    const [wired, { answerOperator }] = await Promise.all([product(), import('./operators-answers.ts')]);
    return answerOperator(wired, name, request);
  });
}
