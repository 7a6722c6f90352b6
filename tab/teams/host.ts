import { app, authentication, chat, FrameContexts, pages } from '@microsoft/teams-js';
import { Problem } from '../client/problem.ts';
import { type HostTheme, knownTheme } from './hints.ts';
import { chatOf, hashOfSubPage } from './links.ts';
import { localeOf } from './locale.ts';

/** Teams, or whatever shows this tab as Teams does. */
export interface Host {
  /** BCP 47: the language of Teams, and how its reader writes dates and times. */
  readonly locale: string;
  readonly theme: HostTheme;
  readonly onThemeChange: (changed: (theme: HostTheme) => void) => void;
  /**
   * Opens a page, or what a link of Teams names: a meeting, or a chat, which is inside the host where that has chats. What the host
   * does not open comes in a window of its own.
   */
  readonly openLink: (url: string) => void;
  /** Where the page is: for one person, in a channel or a group chat, or where a tab is about to be added to one. */
  readonly place: 'personal' | 'channel' | 'configuration';
  /** The app in Teams' own links; null when Teams does not say. */
  readonly appId: string | null;
  /** Lets people save the configuration; Teams then adds the page for a channel, under this name. */
  readonly offerChannelTab: (name: string) => void;
}

/** The part of the address that says: this page is for a channel or a group chat. */
const channel = '#/channel';

/** A host that answered, before it has said more of itself. */
interface Connection {
  readonly place: Host['place'];
  /** A token for the tab's API. Teams renews it when it expires. Refuses with the problem `sign-in-denied`. */
  readonly token: () => Promise<string>;
  /** Null when the host does not say what is needed. */
  readonly describe: () => Promise<Host | null>;
}

/** The host around this page, or null when the page was opened by itself. */
export async function connectToHost(): Promise<Connection | null> {
  // An opener is no host, though teams-js would wait a minute for it to answer as one.
  if (window.parent === window && !('nativeInterface' in window)) return null;
  try {
    await app.initialize();
    const place = placeOf(app.getFrameContext());
    return { place, token, describe: () => describe(place).catch(() => null) };
  } catch {
    return null;
  }
}

async function describe(place: Host['place']): Promise<Host> {
  const context = await app.getContext();
  app.notifySuccess().catch(ignore);
  const { subPageId } = context.page;
  if (place === 'personal' && subPageId !== undefined && window.location.hash === '')
    window.location.replace(hashOfSubPage(subPageId));
  return {
    locale: localeOf(context.app),
    theme: knownTheme(context.app.theme),
    onThemeChange: (changed) => {
      app.registerOnThemeChangeHandler((theme) => {
        changed(knownTheme(theme));
      });
    },
    openLink: (url) => {
      openInHost(url).catch(() => window.open(url, '_blank', 'noopener'));
    },
    place,
    appId: context.app.appId?.toString() ?? null,
    offerChannelTab,
  };
}

async function openInHost(url: string): Promise<void> {
  const wanted = chatOf(url);
  if (wanted === null || !chat.isSupported()) return app.openLink(url);
  // A chat that the host does not open (somebody of another organisation) may still be opened by its link.
  return chat.openGroupChat(wanted).catch(() => app.openLink(url));
}

async function token(): Promise<string> {
  try {
    return await authentication.getAuthToken();
  } catch (cause) {
    throw new Problem('sign-in-denied', { cause });
  }
}

function placeOf(frame: FrameContexts | undefined): Host['place'] {
  if (frame === FrameContexts.settings) return 'configuration';
  return window.location.hash === channel ? 'channel' : 'personal';
}

function offerChannelTab(name: string): void {
  const contentUrl = `${window.location.origin}/tab${channel}`;
  pages.config.registerOnSaveHandler((event) => {
    pages.config
      .setConfig({ entityId: 'channel', contentUrl, websiteUrl: contentUrl, suggestedDisplayName: name })
      .then(
        () => {
          event.notifySuccess();
        },
        () => {
          event.notifyFailure();
        },
      );
  });
  pages.config.setValidityState(true);
}

/** Telling Teams that the tab is ready is a courtesy: an old client that does not know it changes nothing. */
function ignore(): void {
  // Nothing depends on it.
}
