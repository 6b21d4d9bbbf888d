/** The Kubernetes example against the published schemas, and its parts against each other and against the server. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readOptions } from '../../src/http/options.ts';
import { usualLimits } from '../../src/http/server.ts';
import { shortest } from '../../src/http/tokens.ts';
import { stageOf } from './read-dockerfile.ts';

type Part = Record<string, any>;
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const documents = parseAllDocuments(read('../../src/deploy/kubernetes.yaml'), { schema: 'core', strict: true, uniqueKeys: true });
const objects = documents.map((d) => d.toJS() as Part);
const get = (kind: string): Part => objects.find((o) => o.kind === kind)!;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(JSON.parse(read('kubernetes.schema.json')), 'kubernetes');

function problems(object: Part): string[] {
  const check = ajv.getSchema(`kubernetes#/definitions/${String(object.kind)}`);
  if (!check) return [`no schema for ${String(object.kind)}`];
  return check(object) ? [] : check.errors!.map((e) => `${e.instancePath} ${e.message}`);
}

it('is YAML without a mistake, of the kinds that are needed', () => {
  expect(documents.flatMap((d) => [...d.errors, ...d.warnings])).toEqual([]);
  expect(objects.map((o) => o.kind)).toEqual(['Secret', 'PersistentVolumeClaim', 'Deployment', 'Service', 'HorizontalPodAutoscaler']);
});

it.each(objects.map((o) => [o.kind as string, o] as const))('%s fits the published schema', (_, object) => expect(problems(object)).toEqual([]));

const pod = get('Deployment').spec.template.spec as Part;
const container = pod.containers[0] as Part;

it.each<[string, (d: Part) => void]>([
  ['a field that is misspelt', (d) => { d.spec.template.spec.containers[0].securityContext.readOnlyRootFilesytem = true; }],
  ['a number where text stands', (d) => { d.spec.template.spec.containers[0].args = [8750]; }],
  ['a probe without a port', (d) => { delete d.spec.template.spec.containers[0].readinessProbe.httpGet.port; }],
  ['no selector', (d) => { delete d.spec.selector; }],
  ['another API', (d) => { d.apiVersion = 'apps/v1beta1'; }],
])('the schema refuses %s', (_, spoil) => {
  const copy = structuredClone(get('Deployment'));
  spoil(copy);
  expect(problems(copy)).not.toEqual([]);
});

it('its names meet', () => {
  const labels = get('Deployment').spec.template.metadata.labels as Part;
  for (const selector of [get('Deployment').spec.selector.matchLabels, get('Service').spec.selector, pod.topologySpreadConstraints[0].labelSelector.matchLabels]) expect(labels).toMatchObject(selector);
  const ports = container.ports.map((p: Part) => p.name) as string[];
  for (const port of [get('Service').spec.ports[0].targetPort, ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((p) => container[p].httpGet.port)]) expect(ports).toContain(port);
  expect(get('HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: get('Deployment').apiVersion, kind: 'Deployment', name: get('Deployment').metadata.name });
  const volumes = Object.fromEntries(pod.volumes.map((v: Part) => [v.name, v])) as Part;
  expect(Object.keys(volumes).toSorted()).toEqual(container.volumeMounts.map((m: Part) => m.name).toSorted());
  expect(volumes.data.persistentVolumeClaim.claimName).toBe(get('PersistentVolumeClaim').metadata.name);
  expect(volumes.token.secret.secretName).toBe(get('Secret').metadata.name);
  // A reference that is scaled may not fix its own number.
  expect(get('Deployment').spec).not.toHaveProperty('replicas');
});

it('gives no rights and nothing to write to', () => {
  expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } });
  expect(`${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`).toBe(stageOf(undefined).find((i) => i.name === 'USER')!.rest);
  expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  for (const mount of container.volumeMounts) expect(mount.readOnly, mount.name).toBe(true);
  expect(pod.volumes.find((v: Part) => v.name === 'data').persistentVolumeClaim.readOnly).toBe(true);
  expect(container.resources.limits.memory).toBeTruthy();
  expect(container.image).toBe(`registry.example.com/claimlint:${(JSON.parse(read('../../package.json')) as Part).version}`);
});

it('gives arguments that the server takes, with the mounted token and nothing but it', async () => {
  const [serve, ...args] = container.args as string[];
  expect(serve).toBe('serve');
  const at = args.indexOf('--token-file');
  const [folder, file] = /^(.*)\/([^/]+)$/.exec(args[at + 1]!)!.slice(1);
  expect(container.volumeMounts.find((m: Part) => m.name === 'token').mountPath).toBe(folder);
  const secret = get('Secret').stringData as Record<string, string>;
  expect(Object.keys(secret)).toEqual([file]);
  const rest = args.toSpliced(at, 2);
  expect(await readOptions(rest, { CLAIMLINT_TOKEN: 'x'.repeat(shortest) })).toMatchObject({ host: '0.0.0.0', port: container.ports[0].containerPort, trustProxy: true });
  // What stands in the example is no token: who forgets to change it gets no open server.
  await expect(readOptions(rest, { CLAIMLINT_TOKEN: secret[file!]! })).rejects.toThrow(/too short/);
  // The folder of editions is where the image looks for it.
  expect(stageOf(undefined).find((i) => i.name === 'ENV')!.rest).toContain(`CLAIMLINT_DATA=${String(container.volumeMounts.find((m: Part) => m.name === 'data').mountPath)}`);
});

it('lets what is in flight finish', () => {
  const pause = Number(container.lifecycle.preStop.exec.command.at(-1));
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + usualLimits.stopTimeout / 1000);
  expect([container.readinessProbe.httpGet.path, container.livenessProbe.httpGet.path, container.startupProbe.httpGet.path]).toEqual(['/readyz', '/healthz', '/healthz']);
});
