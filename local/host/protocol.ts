// The messages between host and worker.
import type { FunctionMetadata, RpcTypedData } from './functions-core.ts';

/** Everything the worker needs to wire the product on this machine. */
export interface WorkerSettings {
  readonly environment: Readonly<Record<string, string>>;
  /** Azure Storage connection string of the emulator. */
  readonly storage: string;
  /** The token endpoint of the emulated identity. */
  readonly tokenUrl: string;
  /** The seed of every round's chance; null for a random one. */
  readonly seed: number | null;
}

export type ToWorker =
  | { readonly kind: 'start'; readonly settings: unknown; readonly now: number }
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly name: string;
      readonly data: RpcTypedData;
      /** The product's time of the call, in epoch milliseconds. */
      readonly now: number;
    };

export type FromWorker =
  | { readonly kind: 'ready'; readonly functions: readonly FunctionMetadata[] }
  | { readonly kind: 'done'; readonly id: string; readonly result: RpcTypedData | null }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };
