export { namesOf } from '../parts/names.ts';
