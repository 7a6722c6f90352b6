import type { Activity as BotActivity } from 'botbuilder';
import * as z from 'zod';
import type { Activity } from './activity.ts';

/** A file that the bot could put into somebody's OneDrive. */
export interface FileOffer {
  readonly name: string;
  /** What is in it. */
  readonly about: string;
  /** Its size in bytes, about. */
  readonly bytes: number;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const consent = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    uploadInfo: z.object({
      /** Where the file will be. */
      contentUrl: z.url().max(4_000),
      name: z.string().max(500),
      /** Takes the content once, and is valid for a short time. */
      uploadUrl: z.url().max(8_000),
      uniqueId: z.string().max(500),
      fileType: z.string().max(100),
    }),
  }),
  z.object({ action: z.literal('decline') }),
]);
type UploadInfo = Extract<z.infer<typeof consent>, { action: 'accept' }>['uploadInfo'];

/** Whether somebody pressed a button of a file's offer. */
export function isFileConsent({ type, name }: Activity): boolean {
  return type === 'invoke' && name === 'fileConsent/invoke';
}

/** What somebody answered to the offer of a file; null for anything else. */
export function consentIn({ value }: Activity): z.infer<typeof consent> | null {
  return consent.safeParse(value).data ?? null;
}

/** A chat message that asks whether a file may be put into the reader's OneDrive. */
export function offerMessage({ name, about, bytes }: FileOffer): Partial<BotActivity> {
  const content = { description: about, sizeInBytes: bytes, acceptContext: {}, declineContext: {} };
  return {
    type: 'message',
    summary: about,
    attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content }],
  };
}

/** A chat message with a file that was put into the reader's OneDrive. */
export function fileMessage({ contentUrl, name, uniqueId, fileType }: UploadInfo): Partial<BotActivity> {
  const content = { uniqueId, fileType };
  return {
    type: 'message',
    summary: name,
    attachments: [
      { contentType: 'application/vnd.microsoft.teams.card.file.info', contentUrl, name, content },
    ],
  };
}

/** The hosts of Microsoft's clouds in which OneDrive takes files. */
const hosts = ['.sharepoint.com', '.sharepoint.us', '.sharepoint.cn'];

/**
 * Whether a file may be sent there: to OneDrive by https, or to the channel itself, whose address is signed. The address comes
 * with a pressed button, so it could be anybody's.
 */
function mayBeSentTo(address: URL, { serviceUrl }: Activity): boolean {
  const { protocol, hostname, port, username, password } = address;
  const isOneDrive = protocol === 'https:' && port === '' && hosts.some((host) => hostname.endsWith(host));
  return username === '' && password === '' && (isOneDrive || address.origin === new URL(serviceUrl).origin);
}

/** Longest wait in milliseconds. Teams waits for the answer to a pressed button for about ten seconds. */
const longestWait = 7_000;

/**
 * Puts a file where somebody allowed it.
 * @returns why it failed: the HTTP status, or what went wrong; null when it is there
 */
export async function putFile(
  { uploadUrl }: UploadInfo,
  content: string,
  activity: Activity,
): Promise<number | 'address' | 'no-answer' | null> {
  const address = new URL(uploadUrl);
  if (!mayBeSentTo(address, activity)) return 'address';
  const body = Buffer.from(content);
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      // The address is all that is needed: OneDrive refuses a token.
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes 0-${body.length - 1}/${body.length}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
    });
    await answer.body?.cancel();
    return answer.ok ? null : answer.status;
  } catch {
    return 'no-answer';
  }
}
