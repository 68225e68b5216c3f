import { createHash } from 'node:crypto';
export const h = (pw) =>
  // ruleid: weak-hash
  createHash('md5').update(pw).digest('hex');
// ok: weak-hash
export const g = (x) => createHash('sha256').update(x).digest('hex');
