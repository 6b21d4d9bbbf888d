/** Counts and times in Prometheus text: calls by tool, findings by rule and severity; nothing of what was asked. */
import type { Call } from '../mcp/dispatch.ts';

const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

interface Times { buckets: number[]; sum: number; count: number }

export interface Metrics {
  /** One call of a method; `tools` are the names that may become labels. */
  call(call: Call, seconds: number): void;
  request(status: number): void;
  inFlight: number;
  text(): string;
}

export function createMetrics(version: string, tools: ReadonlySet<string>): Metrics {
  const requests = new Map<string, number>();
  const calls = new Map<string, number>();
  const findings = new Map<string, number>();
  const times = new Map<string, Times>();
  const add = (counter: Map<string, number>, labels: string): void => void counter.set(labels, (counter.get(labels) ?? 0) + 1);
  const metrics: Metrics = {
    inFlight: 0,
    request: (status) => add(requests, `status="${status}"`),
    call(call, seconds) {
      if (call.method !== 'tools/call') return;
      const tool = typeof call.tool === 'string' && tools.has(call.tool) ? call.tool : 'unknown';
      add(calls, `tool="${tool}",outcome="${call.outcome}"`);
      const time = times.get(tool) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      times.set(tool, time);
      bounds.forEach((bound, index) => { if (seconds <= bound) time.buckets[index]! += 1; });
      time.sum += seconds;
      time.count += 1;
      for (const finding of findingsOf(call)) add(findings, `rule="${label(finding.rule)}",severity="${label(finding.severity)}"`);
    },
    text() {
      const memory = process.memoryUsage();
      return [
        ...block('claimlint_info', 'gauge', 'The version that runs.', [[`version="${label(version)}"`, 1]]),
        ...block('claimlint_http_requests_total', 'counter', 'Requests answered, by status.', requests),
        ...block('claimlint_http_requests_in_flight', 'gauge', 'Requests being answered.', [['', metrics.inFlight]]),
        ...block('claimlint_tool_calls_total', 'counter', 'Tool calls, by tool and outcome.', calls),
        ...block('claimlint_findings_total', 'counter', 'Findings reported, by rule and severity.', findings),
        ...histogram(times),
        ...block('process_resident_memory_bytes', 'gauge', 'Resident memory.', [['', memory.rss]]),
        ...block('process_heap_bytes', 'gauge', 'JavaScript heap in use.', [['', memory.heapUsed]]),
        ...block('process_uptime_seconds', 'gauge', 'Seconds since the start.', [['', Math.round(process.uptime())]]),
        '',
      ].join('\n');
    },
  };
  return metrics;
}

function findingsOf(call: Call): { rule: unknown; severity: unknown }[] {
  const reply = call.result?.structuredContent as { findings?: unknown } | undefined;
  return Array.isArray(reply?.findings) ? reply.findings.filter((f) => typeof f === 'object' && f !== null && 'rule' in f) : [];
}

function block(name: string, type: string, help: string, samples: Iterable<[labels: string, value: number]>): string[] {
  const lines = [...samples].sort(([a], [b]) => (a < b ? -1 : 1)).map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function histogram(times: Map<string, Times>): string[] {
  const name = 'claimlint_tool_seconds';
  const lines = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([tool, { buckets, sum, count }]) => [
    ...bounds.map((bound, index) => `${name}_bucket{tool="${tool}",le="${bound}"} ${buckets[index]}`),
    `${name}_bucket{tool="${tool}",le="+Inf"} ${count}`, `${name}_sum{tool="${tool}"} ${sum.toFixed(6)}`, `${name}_count{tool="${tool}"} ${count}`,
  ]);
  return [`# HELP ${name} Time of a tool call.`, `# TYPE ${name} histogram`, ...lines];
}

function label(value: unknown): string {
  return String(value).replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 60);
}
