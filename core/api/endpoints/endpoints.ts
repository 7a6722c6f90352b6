import type { AddressName } from '../addresses.ts';
import { ofDesk } from './desk.ts';
import type { Endpoint } from './endpoint.ts';
import { ofMeetings } from './meetings.ts';
import { mine } from './mine.ts';
import { ofSchemes } from './schemes.ts';

/** Every address of the API with its shapes. */
export const endpoints = { ...mine, ...ofMeetings, ...ofSchemes, ...ofDesk } satisfies Record<
  AddressName,
  Endpoint
>;
export type Endpoints = typeof endpoints;
