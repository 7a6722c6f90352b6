// Replaces the module `@azure/functions-core`, which the Azure Functions worker provides. It keeps what the function
// app registers, and Microsoft's own invocation model, by which each function is called.

/** A value as it passes between host and worker. One of the fields is set. */
export interface RpcTypedData {
  readonly string?: string;
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly http?: RpcHttpData;
}

export interface RpcHttpData {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly params?: Record<string, string>;
  readonly body?: RpcTypedData;
  readonly statusCode?: string;
}

export interface BindingInfo {
  readonly name?: string;
  readonly type?: string;
  readonly direction?: string;
  readonly route?: string;
  readonly methods?: readonly string[];
  readonly schedule?: string;
  readonly queueName?: string;
}

export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, BindingInfo>>;
}

type Callback = (...args: unknown[]) => unknown;

interface InvocationModel {
  getArguments(): Promise<{ readonly context: unknown; readonly inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], handler: Callback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<{ readonly returnValue?: RpcTypedData | null }>;
}

interface ProgrammingModel {
  getInvocationModel(context: {
    readonly invocationId: string;
    readonly metadata: FunctionMetadata;
    readonly request: {
      readonly inputData: readonly { readonly name: string; readonly data: RpcTypedData }[];
      readonly triggerMetadata: Readonly<Record<string, RpcTypedData>>;
    };
    log(level: string, category: string, message: string): void;
  }): InvocationModel;
}

export const version = '1.0.0';
export const hostVersion = '4.1040.0';

export class Disposable {
  dispose(): void {
    // There is nothing to undo.
  }
}

const functions = new Map<string, { readonly metadata: FunctionMetadata; readonly callback: Callback }>();
let model: ProgrammingModel | null = null;

export function registerFunction(metadata: FunctionMetadata, callback: Callback): Disposable {
  if (functions.has(metadata.name)) throw new Error(`two functions are named "${metadata.name}"`);
  functions.set(metadata.name, { metadata, callback });
  return new Disposable();
}

export function setProgrammingModel(programmingModel: ProgrammingModel): void {
  model = programmingModel;
}

export function registerHook(): Disposable {
  return new Disposable();
}

export function log(): void {
  // Ignores the library's messages about its set-up.
}

/** What the function app registered. */
export function registeredFunctions(): FunctionMetadata[] {
  return [...functions.values()].map(({ metadata }) => metadata);
}

/** Calls a function as the worker does, with the trigger's data. Returns what the function returns. */
export async function invoke(
  name: string,
  invocationId: string,
  data: RpcTypedData,
): Promise<RpcTypedData | null> {
  const registered = functions.get(name);
  if (registered === undefined || model === null) throw new Error(`no function "${name}" is registered`);
  const { metadata, callback } = registered;
  const trigger = Object.entries(metadata.bindings).find(([, { type }]) => type?.endsWith('Trigger'));
  if (trigger === undefined) throw new Error(`function "${name}" has no trigger`);
  const invocation = model.getInvocationModel({
    invocationId,
    metadata,
    request: { inputData: [{ name: trigger[0], data }], triggerMetadata: {} },
    log: (level, _, message) => {
      if (level === 'error' || level === 'warning') console.error(message);
    },
  });
  const { context, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(context, inputs, callback);
  return (await invocation.getResponse(context, result)).returnValue ?? null;
}
