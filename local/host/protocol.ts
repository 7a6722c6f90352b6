// What host and worker say to each other over their channel.
import type { FunctionMetadata, RpcTypedData } from './functions-core.ts';

/** Everything the worker needs to wire the product on this machine. */
export interface WorkerSettings {
  readonly environment: Readonly<Record<string, string>>;
  /** Azure Storage connection string of the emulator. */
  readonly storage: string;
  /** Where the emulated identity gives tokens. */
  readonly tokenUrl: string;
  /** Seeds the rounds; null leaves it to chance. */
  readonly seed: number | null;
}

export type ToWorker =
  | { readonly kind: 'start'; readonly settings: WorkerSettings; readonly now: number }
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly name: string;
      readonly data: RpcTypedData;
      /** The product's clock at the call, epoch milliseconds. */
      readonly now: number;
    };

export type FromWorker =
  | { readonly kind: 'ready'; readonly functions: readonly FunctionMetadata[] }
  | { readonly kind: 'done'; readonly id: string; readonly result: RpcTypedData | null }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };
