// Runs before every npm command that needs the packages: installs exactly what the lock file names, once.
// Uses nothing but Node itself, because on a fresh machine there is nothing else yet.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed-for';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log(
    'Installing the packages that package-lock.json names (the first time takes a minute or two) …',
  );
  execFileSync('npm', ['ci', '--loglevel', 'error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, wanted);
}
