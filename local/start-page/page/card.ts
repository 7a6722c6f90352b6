// Microsoft's renderer of Adaptive Cards, in the colours of this page.
import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';

const ink = { default: 'var(--ink)', subtle: 'var(--subtle)' };

const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 15, large: 17, extraLarge: 20 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 26 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 0 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: { default: ink, accent: ink } },
    accent: { backgroundColor: 'var(--brand-soft)', foregroundColors: { default: ink, accent: ink } },
    emphasis: { backgroundColor: 'var(--panel)', foregroundColors: { default: ink, accent: ink } },
  },
  actions: {
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    buttonSpacing: 8,
    maxActions: 6,
    spacing: 'medium',
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 80 },
    value: { wrap: true },
    spacing: 10,
  },
  textBlock: { headingLevel: 4 },
});

// The bot escapes all Markdown, so only the escapes must be undone.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const holder = document.createElement('span');
  holder.textContent = text.replace(/\\([\\`*_[\]])/g, '$1');
  result.outputHtml = holder.innerHTML;
  result.didProcess = true;
};

/**
 * Shows a card as Teams does.
 * @param press called with a pressed action, as the bot will receive it
 * @param open called with the address that a pressed button opens
 */
export function renderCard(
  content: string,
  press: (action: object) => void,
  open: (url: string) => void,
): HTMLElement {
  const payload = JSON.parse(content) as { lang?: string; fallbackText?: string };
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url !== undefined) open(action.url);
    if (action instanceof ExecuteAction) {
      press({ type: 'Action.Execute', verb: action.verb, data: action.data ?? {} });
    } else if (action instanceof SubmitAction) press({ type: 'Action.Submit', data: action.data ?? {} });
  };
  card.parse(payload);
  const shown = card.render() ?? document.createTextNode(payload.fallbackText ?? '');
  const element = document.createElement('div');
  element.className = 'card';
  element.lang = payload.lang ?? 'en';
  element.append(shown);
  return element;
}
