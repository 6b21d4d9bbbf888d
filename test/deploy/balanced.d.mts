/** The types of balanced.mjs, which the benchmark runs without a compiler. */
export interface Replica { readonly port: number; start(): Promise<void>; end(signal: NodeJS.Signals): Promise<void> }
export interface Balanced { url: string; base: string; replicas: Replica[]; stop(): Promise<void> }
export function findNginx(): string | undefined;
export function fillIn(conf: string, listen: number, ports: number[]): string;
export function startBalanced(nginx: string, options?: { replicas?: number; args?: string[]; env?: Record<string, string> }): Promise<Balanced>;
