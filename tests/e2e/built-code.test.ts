import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtExtension } from './fixtures';

const scripts = readdirSync(builtExtension, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

test('nothing that was built makes code or markup from text', () => {
  expect(scripts.length).toBeGreaterThan(20);
  for (const file of scripts) {
    const text = readFileSync(join(builtExtension, file), 'utf8');
    // A name in a path or a message is no call.
    expect(/(?<![\w$."'`/%-])(?:new\s+)?Function\s*\(\s*["'`]|(?<![\w$."'`/%-])eval\s*[(,]/.exec(text)?.[0], file).toBeUndefined();
    // React makes its script elements from this one literal.
    expect(/\.(?:inner|outer)HTML\s*=(?!=)(?!\s*["'`]<script>)|insertAdjacentHTML\(|document\.write\(/.exec(text)?.[0], file).toBeUndefined();
  }
});
