// node judge.mjs FILE...   One line per error on standard output; exit 0 when there is none, 1 when there is, 2 when it could not look.

import fs from 'node:fs';
import { ready } from './lib/setup.mjs';

const HELP = `judge.mjs [--warnings] [--base] FILE...

Checks FHIR R4 JSON against the International Patient Summary 2.0.0.
A Bundle is checked as an IPS document; any other resource against the IPS profile for its kind.

  --warnings  also print what is allowed but doubtful (does not change the exit code)
  --base      check against plain FHIR R4 only, not against IPS
  --setup     fetch what it needs into the cache and stop
`;

const wanted = new Set(process.argv.slice(2).filter((a) => a.startsWith('--')));
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'));
if (wanted.has('--help') || (!files.length && !wanted.has('--setup'))) {
  process.stdout.write(HELP);
  process.exit(wanted.has('--help') ? 0 : 2);
}

process.stdout.on('error', () => process.exit(1)); // the reader went away
const tools = await ready();
const { Checker } = await import('./lib/checker.mjs');
let errors = 0;
for (const file of files) {
  let found;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file));
    found = new Checker(tools, { ips: !wanted.has('--base') }).check(JSON.parse(text));
  } catch (problem) {
    const unreadable = problem instanceof SyntaxError || problem.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (!unreadable && !problem.syscall) throw problem;
    if (problem.syscall) {
      process.stderr.write(`${problem.message}\n`);
      process.exit(2);
    }
    found = [{ level: 'error', path: '-', message: `is not JSON in UTF-8: ${problem.message}` }];
  }
  const prefix = files.length > 1 ? `${file}: ` : '';
  for (const { level, path, message } of found) {
    if (level === 'error') errors += 1;
    else if (!wanted.has('--warnings')) continue;
    process.stdout.write(`${prefix}${path}: ${level === 'error' ? '' : 'warning: '}${message}\n`);
  }
}
if (files.length) process.stderr.write(errors ? `${errors} error${errors > 1 ? 's' : ''}\n` : 'no errors\n');
process.exitCode = errors ? 1 : 0;
