/** The official conformance suite against the program: with its fixtures, as it ships, and in the newest protocol version. */
import { afterEach, expect, it } from 'vitest';
import { createLog } from '../../src/http/log.ts';
import { startServer } from '../../src/http/server.ts';
import { load, plain } from '../http/start.ts';
import { conformance, versions } from './run-peer.ts';
import { serveSessions, serveStateless } from './servers.ts';

let close: () => Promise<unknown> = async () => {};
afterEach(() => close());

/** Scenario -> why it must fail, from reason -> scenarios. One that passes after all makes the suite fail too. */
const because = (reasons: Record<string, string[]>): Record<string, string> => Object.fromEntries(Object.entries(reasons).flatMap(([reason, names]) => names.map((name) => [name, reason])));

it('passes all 30 active scenarios with the fixtures, in sessions', async () => {
  const server = await serveSessions();
  close = server.close;
  const { status, text } = await conformance(versions.conformance, server.url, ['--suite', 'active']);
  expect(text).toMatch(/Total: 40 passed, 0 failed/);
  expect(status, text.slice(-3000)).toBe(0);
});

it('as it ships, fails only what it has no fixture for or does not offer', async () => {
  const server = await startServer(plain, load, createLog(() => {}));
  close = () => server.stop('test');
  const expected = because({
    'asks for a tool, resource or prompt of the suite\'s own': [
      'completion-complete', 'tools-call-simple-text', 'tools-call-image', 'tools-call-audio', 'tools-call-embedded-resource', 'tools-call-mixed-content', 'tools-call-error',
      'resources-read-text', 'resources-read-binary', 'resources-templates-read', 'prompts-get-simple', 'prompts-get-with-args', 'prompts-get-embedded-resource', 'prompts-get-with-image',
    ],
    'replies are one JSON object, so nothing streams before them': ['tools-call-with-logging', 'tools-call-with-progress', 'server-sse-multiple-streams'],
    'nothing is asked of the client': ['tools-call-sampling', 'tools-call-elicitation', 'elicitation-sep1034-defaults', 'elicitation-sep1330-enums'],
    'no logging over the protocol, which is deprecated': ['logging-set-level'],
    'the tables do not change while it runs, so there is nothing to subscribe to': ['resources-subscribe', 'resources-unsubscribe'],
  });
  const { status, text } = await conformance(versions.conformance, server.url, ['--suite', 'active'], expected);
  expect(status, text.slice(-3000)).toBe(0);
});

it('passes what 2026-07-28 requires of a server that neither streams nor asks', async () => {
  const server = await serveStateless();
  close = server.close;
  const expected = because({
    'replies are one JSON object, so no progress comes before them': ['tools-call-with-progress'],
    'needs a tool that asks the client for input (elicitation, sampling, roots)': [
      'basic-elicitation', 'basic-sampling', 'basic-list-roots', 'request-state', 'multiple-input-requests', 'multi-round', 'missing-input-response',
      'non-tool-request', 'result-type', 'tampered-state', 'capability-check', 'ignore-extra-params',
    ].map((name) => `input-required-result-${name}`),
  });
  const { status, text } = await conformance(versions.conformanceNext, server.url, ['--requirements', '2026-07-28'], expected);
  expect(text).toMatch(/✓ server-stateless: \d+ passed, 0 failed/);
  expect(text).toMatch(/✓ http-header-validation: \d+ passed, 0 failed/);
  expect(status, text.slice(-3000)).toBe(0);
});

it('finds a server that is wrong', async () => {
  const server = await serveStateless();
  close = server.close;
  // A scenario that passes although it is listed as failing is as wrong as the contrary.
  const { status } = await conformance(versions.conformance, server.url, ['--scenario', 'ping'], { ping: 'it does not fail' });
  expect(status).not.toBe(0);
});
