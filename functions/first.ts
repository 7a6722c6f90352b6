// What the first call of nearly every trigger needs. The bundler puts it into one file (`scripts/app/shared-part.ts`).
export { compose } from './compose.ts';
export { cloudNeighbours } from './cloud.ts';
export { answerApi } from './http/api/answer.ts';
