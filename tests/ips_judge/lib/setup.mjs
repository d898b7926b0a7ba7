// First use: installs the two libraries, packs HL7's own definitions and boils them down to one file in the cache.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { boiledDown } from './definitions.mjs';

const TOOL = JSON.parse(fs.readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'));
const CACHE = process.env.IPS_JUDGE_CACHE
  ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'secondop-ips-judge', TOOL.version);

export const EXAMPLES = path.join(CACHE, 'examples');
const DEFINITION = /^package\/(StructureDefinition|ValueSet|CodeSystem)-[^/]*\.json$/;
const EXAMPLE = /^package\/example\/Bundle-[^/]*\.json$/;

/** The libraries and the definitions, fetched first if they are not in the cache. */
export async function ready() {
  const file = path.join(CACHE, 'definitions.json');
  if (!fs.existsSync(file)) fetchAll(file);
  const require = createRequire(path.join(CACHE, 'x.js'));
  return {
    definitions: JSON.parse(fs.readFileSync(file, 'utf8')),
    fhirpath: require('fhirpath'),
    model: require('fhirpath/fhir-context/r4'),
    ucum: require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance(),
    saxes: require('saxes'),
  };
}

function fetchAll(file) {
  fs.mkdirSync(CACHE, { recursive: true });
  const work = fs.mkdtempSync(path.join(CACHE, 'work-'));
  const npm = (cwd, ...args) => execFileSync('npm', [...args, '--loglevel=error'], { cwd, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  process.stderr.write(`Setting up in ${CACHE}, once …\n`);
  try {
    fs.writeFileSync(path.join(CACHE, 'package.json'), JSON.stringify({ private: true, dependencies: TOOL.dependencies }));
    npm(CACHE, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock');
    const found = [];
    fs.mkdirSync(EXAMPLES, { recursive: true });
    for (const spec of TOOL.definitions) {
      const packed = npm(work, 'pack', spec).toString().trim().split('\n').pop();
      for (const [name, body] of members(zlib.gunzipSync(fs.readFileSync(path.join(work, packed))))) {
        if (DEFINITION.test(name)) found.push(JSON.parse(body.toString('utf8')));
        else if (EXAMPLE.test(name)) fs.writeFileSync(path.join(EXAMPLES, path.posix.basename(name)), body);
      }
    }
    fs.writeFileSync(`${file}.part`, JSON.stringify(boiledDown(found)));
    fs.renameSync(`${file}.part`, file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** The files in a tar archive, as [name, bytes]. */
function* members(tar) {
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0, long = ''; at + 512 <= tar.length && tar[at]; ) {
    const size = parseInt(text(at + 124, 12), 8);
    const kind = String.fromCharCode(tar[at + 156]);
    const name = long || path.posix.join(text(at + 345, 155), text(at, 100));
    const body = tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
    long = kind === 'x' ? (/^\d+ path=(.*)$/m.exec(body.toString('utf8'))?.[1] ?? '') : '';
    if (kind === '0') yield [name, body];
  }
}
