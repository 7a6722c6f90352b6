/** A page that frames another one and answers teams-js at once, as Teams does: what the frame costs is all that is left to measure. */
export function parentOf(address: string, context: object, token: string): string {
  const runtime = JSON.stringify({
    apiVersion: 4,
    isNAAChannelRecommended: false,
    hostVersionsInfo: {},
    supports: {},
  });
  const answers = {
    initialize: ['content', 'web', runtime, '2.0.0'],
    getContext: [context],
    'authentication.getAuthToken': [true, token],
  };
  const script = `
    const answers = ${JSON.stringify(answers)};
    addEventListener('message', ({ source, data: { id, uuidAsString, func } }) => {
      const args = answers[func];
      if (args !== undefined) source.postMessage({ id, uuidAsString, args }, location.origin);
    });`;
  return `<!doctype html><title>Parent</title><script>${script}</script><iframe src="${address}" style="width: 100%; height: 700px"></iframe>`;
}
