import { checkTenant } from '../../../../core/operating/check-tenant.ts';
import { listPoison, movePoison } from '../../../../core/operating/poison.ts';
import { type Handlers, shown } from '../reply.ts';

/** What the operators' commands ask. */
export const operators: Handlers<'self-check' | 'poison' | 'move-poison'> = {
  'self-check': async ({ ports, product, user }) =>
    shown(await checkTenant(ports, await product.probes(), user.id)),
  poison: async ({ ports }) => shown(await listPoison(ports)),
  'move-poison': async ({ ports, params: { queue, id }, body: { act } }) =>
    shown({ moved: await movePoison(ports, act, queue, id === 'all' ? null : id) }),
};
