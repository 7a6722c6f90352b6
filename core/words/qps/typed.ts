export { typed } from '../en/typed.ts';
