/** How answers to an invitation are shown. The keys are the names of the product's API and of Microsoft Graph. */
const shown: Readonly<
  Record<string, { readonly mark: string; readonly words: string; readonly look: string }>
> = {
  accepted: { mark: '✓', words: 'accepted', look: 'yes' },
  tentative: { mark: '?', words: 'tentative', look: 'maybe' },
  tentativelyAccepted: { mark: '?', words: 'tentative', look: 'maybe' },
  declined: { mark: '✕', words: 'declined', look: 'no' },
};
const unanswered = { mark: '–', words: 'not answered yet', look: 'none' };

export function shownAnswer(answer: string): typeof unanswered {
  return shown[answer] ?? unanswered;
}
