// Every screen of the tab in every state. Pictures are taken of them (scripts/screens.ts), and they are looked at with axe-core, the
// keyboard, on a small phone and with large text.
import { deskScreens } from './desk.ts';
import { coordinatorScreens, myScreens } from './mine.ts';
import { nowScreens } from './now.ts';
import { previewScreens } from './preview.ts';

export const screens = [
  ...nowScreens,
  ...myScreens,
  ...coordinatorScreens,
  ...deskScreens,
  ...previewScreens,
];
