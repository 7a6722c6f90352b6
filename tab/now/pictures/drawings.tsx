// Line drawings in a frame of 120 by 80.
import type { ReactNode } from 'react';

/** The table that things stand on. */
const table = <path d="M10 68h100" />;

/** A cup whose upper left corner is here; 26 wide, 22 high. */
function cup(x: number, y: number): ReactNode {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M0 0h20v12a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" />
      <path d="M20 3h2a4 4 0 0 1 0 9h-2" />
    </g>
  );
}

/** Two wisps of steam, 8 wide, 10 high. */
function steam(x: number, y: number): ReactNode {
  return (
    <path transform={`translate(${x} ${y})`} d="M1 10c-3-3 3-4 0-8M8 10c-3-3 3-4 0-8" strokeWidth="1.6" />
  );
}

const calendar = (
  <>
    <rect x="40" y="16" width="40" height="38" rx="4" />
    <path d="M40 27h40M50 11v9M70 11v9" />
  </>
);

export const drawings = {
  /** A shelf with no cup on it yet. */
  'no-scheme': (
    <>
      <path d="M18 46h84M26 46v10M94 46v10" />
      <path d="M36 46v-6M84 46v-6" strokeDasharray="1 4" />
      <path d="M50 26h20v8a8 8 0 0 1-8 8h-4a8 8 0 0 1-8-8z" strokeDasharray="3 4" />
    </>
  ),
  /** Two cups, and two voices. */
  'never-joined': (
    <>
      {table}
      {cup(28, 48)}
      {cup(68, 48)}
      <path d="M24 12h26a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H38l-8 7v-7h-6a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z" />
      <path d="M70 16h26a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-4v7l-8-7H70a4 4 0 0 1-4-4V20a4 4 0 0 1 4-4z" />
      <path d="M29 21h16M75 25h16" strokeWidth="1.6" />
    </>
  ),
  /** A cup that steams, and a day in the calendar. */
  waiting: (
    <>
      {table}
      <rect x="18" y="24" width="40" height="36" rx="4" />
      <path d="M18 35h40M28 19v9M48 19v9" />
      <circle cx="38" cy="47" r="5" fill="currentColor" stroke="none" />
      {cup(72, 48)}
      {steam(77, 32)}
    </>
  ),
  /** A raised hand. */
  asked: (
    <>
      <path d="M50 70V58l-9-12a4 4 0 0 1 6-5l5 6V22a4 4 0 0 1 8 0v16-22a4 4 0 0 1 8 0v22-18a4 4 0 0 1 8 0v20-12a4 4 0 0 1 8 0v20c0 8-4 12-6 15v7" />
      <path d="M22 24c0-8 12-8 12 0 0 5-6 5-6 10M28 41v.5" />
    </>
  ),
  /** A stepping stone that is left out. */
  skipped: (
    <>
      <ellipse cx="24" cy="60" rx="14" ry="5" />
      <ellipse cx="60" cy="60" rx="12" ry="4" strokeDasharray="3 4" />
      <ellipse cx="96" cy="60" rx="14" ry="5" />
      <path d="M28 46c10-32 54-32 64-2M92 44l-10-3M92 44l4-10" />
    </>
  ),
  /** A hammock under the moon. */
  paused: (
    <>
      <path d="M16 14v56M104 14v56" />
      <path d="M16 32c22 34 66 34 88 0M16 32c28 20 60 20 88 0" />
      <path d="M62 8a9 9 0 1 0 10 12 8 8 0 0 1-10-12z" />
    </>
  ),
  /** A door that stays ajar. */
  left: (
    <>
      <path d="M24 70h72M40 70V12h34v58" />
      <path d="M40 12l22 8v50l-22 0" />
      <circle cx="56" cy="44" r="1.5" fill="currentColor" />
      <path d="M84 44h16M94 38l6 6-6 6" />
    </>
  ),
  /** A table for two with one cup. */
  unplaced: (
    <>
      {table}
      {cup(28, 48)}
      {steam(33, 32)}
      <path d="M78 68V44M98 68V44M78 44h20M98 44V22" strokeDasharray="3 4" />
    </>
  ),
  /** Two empty cups, and a tick. */
  over: (
    <>
      {table}
      {cup(26, 48)}
      {cup(70, 48)}
      <circle cx="60" cy="22" r="13" />
      <path d="M54 22l4 5 8-9" />
    </>
  ),
  /** A day that is crossed out. */
  'called-off': (
    <>
      {calendar}
      <path d="M52 34l16 14M68 34L52 48" />
      <path d="M30 66h60" />
    </>
  ),
} as const;
