import type { Question } from '../../core/words/pairing-view.ts';

const themes = ['think', 'do', 'share'] as const;
type Theme = (typeof themes)[number];

/** The question that comes so many steps after another. Themes take turns, and after the last one comes the first. */
export function questionAfter(
  { theme, index }: Question,
  steps: number,
  questions: Readonly<Record<Theme, readonly string[]>>,
): Question {
  const all = themes.length * Math.min(...themes.map((one) => questions[one].length));
  const place = (index * themes.length + themes.indexOf(theme) + steps) % all;
  return {
    theme: themes[place % themes.length] ?? theme,
    index: Math.floor(place / themes.length),
  };
}
