import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  defaultRetryPolicy,
  type PipelineRequestOptions,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';

type Asked = Pick<PipelineRequestOptions, 'url' | 'method' | 'body' | 'abortSignal'> & {
  readonly headers?: Record<string, string>;
};

/** Milliseconds after which one sending is given up. */
const longestRequest = 20_000;

/**
 * Sends requests with the HTTP client of Table storage, which every start needs: `fetch` would start a second one. A refusal for
 * the moment (429, 5xx) and a lost connection are tried again.
 * @param once they are not tried again
 */
export function requests({ once = false } = {}): (asked: Asked) => Promise<PipelineResponse> {
  const client = createDefaultHttpClient();
  const pipeline = createEmptyPipeline();
  if (!once) pipeline.addPolicy(defaultRetryPolicy());
  return ({ headers, ...asked }) => {
    const request = createPipelineRequest({
      ...asked,
      headers: createHttpHeaders(headers),
      timeout: longestRequest,
      // Azure's own endpoint for managed identities is on this machine, by plain HTTP.
      allowInsecureConnection: true,
    });
    return pipeline.sendRequest(client, request);
  };
}
