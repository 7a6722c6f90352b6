/**
 * Why something that a coordinator asked for was not done. `unknown`: there is no such round or pairing. `closed`: the round is
 * not paired yet, or is over. `changed`: the meeting is not as she saw it any more. `begun`: it has begun. `taken`: the time
 * does not suit everybody any more. `must-choose`: the calendar of a member cannot be read, so they choose the time. `too-soon`:
 * they were reminded less than an hour ago. `all-answered`: there is nobody to remind. `not-in`: somebody takes no part, or
 * cannot be reached. `has-meeting`: somebody has one. `no-common-slot`: there is no time, or nothing more may be said.
 * `all-told`: they missed no message.
 */
export type DeskRefusal =
  | 'unknown'
  | 'closed'
  | 'changed'
  | 'begun'
  | 'taken'
  | 'must-choose'
  | 'too-soon'
  | 'all-answered'
  | 'not-in'
  | 'has-meeting'
  | 'no-common-slot'
  | 'all-told';
