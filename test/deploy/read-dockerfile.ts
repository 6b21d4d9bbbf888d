/** The instructions of the Dockerfile that ships, stage by stage. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Instruction { stage: string | undefined; name: string; rest: string }

/** Comments left out, lines that go on joined. */
export function readDockerfile(text: string): Instruction[] {
  let stage: string | undefined;
  return text.split('\n').filter((line) => !/^\s*(#|$)/.test(line)).join('\n').replace(/\\\n\s*/g, ' ').split('\n').map((line) => {
    const [, name, rest] = /^(\S+)\s+(.*)$/.exec(line.trim())!;
    if (name === 'FROM') stage = / AS (\S+)$/i.exec(rest!)?.[1];
    return { stage, name: name!, rest: rest! };
  });
}

export const dockerfile = readDockerfile(readFileSync(fileURLToPath(new URL('../../src/deploy/Dockerfile', import.meta.url)), 'utf8'));

/** The instructions of a stage; of the last one, which has no name, without. */
export const stageOf = (stage: string | undefined): Instruction[] => dockerfile.filter((i) => i.stage === stage);

/** Such as 24.21.0. */
export const imageNode = /^node:(\d+\.\d+\.\d+)-/.exec(dockerfile[0]!.rest)![1]!;
