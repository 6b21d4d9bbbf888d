/** Arguments as assistants send them, made into what a tool takes: forgiving of form, strict of names. */
import { z } from 'zod';
import { ArgumentError } from '../claim/argument-error.ts';
import { cleanText, quote } from '../claim/clean-text.ts';
import { nearestWord } from '../claim/edit-distance.ts';
import type { Tool } from './define-tool.ts';

interface Shape { type?: string; properties?: Record<string, Shape>; required?: string[]; items?: Shape; enum?: string[]; minimum?: number; maximum?: number; maxLength?: number; minLength?: number; maxItems?: number; minItems?: number }

/** Lists of words that have blanks in them are split at commas only. */
const wordLists = new Set(['body_regions']);
const shapes = new WeakMap<Tool, Shape>();

/** The tool's own arguments, or an ArgumentError that says what was wrong, what is accepted, and an example. */
export function readArguments(tool: Tool, given: unknown): Record<string, unknown> {
  const shape = shapes.get(tool) ?? (z.toJSONSchema(tool.input, { io: 'input' }) as Shape);
  shapes.set(tool, shape);
  const args = given ?? {};
  if (typeof args !== 'object' || Array.isArray(args)) throw new ArgumentError(`${tool.name} takes an object of arguments. ${example(tool)}`);
  const fitted = fitObject(tool, shape, args as Record<string, unknown>, '');
  const parsed = tool.input.safeParse(fitted);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ArgumentError(`${issue.path.join('.') || 'arguments'}: ${issue.message}. ${example(tool)}`);
  }
  return parsed.data;
}

function example(tool: Tool): string {
  return `Example: ${tool.name} ${JSON.stringify(tool.example)}`;
}

function fitObject(tool: Tool, shape: Shape, given: Record<string, unknown>, path: string): Record<string, unknown> {
  const known = Object.keys(shape.properties ?? {});
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const property = Object.hasOwn(shape.properties ?? {}, key) ? shape.properties![key]! : undefined;
    if (!property) {
      const near = nearestWord(key, known);
      throw new ArgumentError(`Unknown argument "${quote(path + key, 60)}".${near ? ` Did you mean "${near}"?` : ''} Accepted: ${known.join(', ')}. ${example(tool)}`);
    }
    if (value === null || value === undefined) continue;
    out[key] = fit(tool, property, value, path + key, key);
  }
  for (const key of shape.required ?? []) {
    if (!(key in out)) throw new ArgumentError(`Missing argument "${path + key}" (${accepted(shape.properties![key]!)}). ${example(tool)}`);
  }
  return out;
}

function fit(tool: Tool, shape: Shape, value: unknown, path: string, key: string): unknown {
  const refuse = (): never => {
    throw new ArgumentError(`"${path}" cannot be ${describe(value)}; it takes ${accepted(shape)}. ${example(tool)}`);
  };
  if (shape.type === 'array') return fitList(tool, shape, value, path, key, refuse);
  if (shape.type === 'object') {
    const object = typeof value === 'string' ? fromJson(value) : value;
    if (object === null || typeof object !== 'object' || Array.isArray(object)) return refuse();
    return fitObject(tool, shape, object as Record<string, unknown>, `${path}.`);
  }
  if (shape.type === 'number' || shape.type === 'integer') {
    const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) return refuse();
    if ((shape.type === 'integer' && !Number.isInteger(number)) || (shape.minimum !== undefined && number < shape.minimum) || (shape.maximum !== undefined && number > shape.maximum)) return refuse();
    return number;
  }
  if (shape.type === 'boolean') {
    if (value === 'true' || value === 'false') return value === 'true';
    return typeof value === 'boolean' ? value : refuse();
  }
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return refuse();
  const cleaned = cleanText(text);
  if (shape.enum) {
    const choice = cleaned.trim().toLowerCase().replace(/[\s-]+/g, '_');
    if (shape.enum.includes(choice)) return choice;
    const near = nearestWord(choice, shape.enum);
    throw new ArgumentError(`"${path}" cannot be "${quote(cleaned, 60)}".${near ? ` Did you mean "${near}"?` : ''} Accepted: ${shape.enum.join(', ')}. ${example(tool)}`);
  }
  if ((shape.maxLength !== undefined && cleaned.length > shape.maxLength) || (shape.minLength !== undefined && cleaned.trim().length < shape.minLength)) return refuse();
  return cleaned;
}

function fitList(tool: Tool, shape: Shape, value: unknown, path: string, key: string, refuse: () => never): unknown[] {
  let list = value;
  if (typeof list === 'number') list = String(list);
  if (typeof list === 'string') {
    const json = /^\s*\[/.test(list) ? fromJson(list) : undefined;
    if (Array.isArray(json)) list = json;
    else if (shape.items?.type === 'string') list = list.split(wordLists.has(key) ? /[,;]+/ : /[\s,;]+/).filter((part) => part.trim() !== '');
  } else if (list !== null && typeof list === 'object' && !Array.isArray(list) && shape.items?.type === 'object') list = [list];
  if (!Array.isArray(list)) return refuse();
  if (shape.maxItems !== undefined && list.length > shape.maxItems) throw new ArgumentError(`"${path}" has ${list.length} entries; at most ${shape.maxItems} are taken. ${example(tool)}`);
  if (shape.minItems !== undefined && list.length < shape.minItems) throw new ArgumentError(`"${path}" needs at least ${shape.minItems} ${shape.minItems === 1 ? 'entry' : 'entries'}. ${example(tool)}`);
  return list.filter((item) => item !== null && item !== undefined).map((item, index) => fit(tool, shape.items ?? {}, typeof item === 'string' ? item.trim() : item, `${path}[${index}]`, key));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : value.length > 80 ? `a text of ${value.length} characters` : `"${quote(value, 60)}"`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? 'null' : `a value of type ${typeof value}`;
}

function accepted(shape: Shape): string {
  if (shape.enum) return `one of ${shape.enum.join(', ')}`;
  if (shape.type === 'number' || shape.type === 'integer') {
    const kind = shape.type === 'integer' ? 'a whole number' : 'a number';
    return shape.minimum !== undefined && shape.maximum !== undefined && shape.maximum < 1e9 ? `${kind} from ${shape.minimum} to ${shape.maximum}` : kind;
  }
  if (shape.type === 'boolean') return 'true or false';
  if (shape.type === 'array') return `a list of at most ${shape.maxItems ?? 50} ${shape.items?.type === 'object' ? 'objects' : 'texts'}`;
  if (shape.type === 'object') return 'an object';
  return `text${shape.maxLength === undefined ? '' : ` of at most ${shape.maxLength} characters`}`;
}
